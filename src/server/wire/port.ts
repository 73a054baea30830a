/** What the port tells the world over HTTP and SSE: the one source of the web's types and of the OpenAPI document. */
import { z } from 'zod';

const texts = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string(), pt: z.string() });
/** RFC 3339 with offset. */
const instant = z.string();

export const direction = z.enum(['entry', 'exit']).meta({ description: 'Into or out of the mainland.' });
export type Direction = z.infer<typeof direction>;

export const gateView = z.enum(['closed', 'opening', 'open', 'closing', 'jammed']);
export type GateView = z.infer<typeof gateView>;

/** How far a passage has come; coarse on purpose, for drawing. */
export const laneStep = z.enum([
  'free',
  'look',
  'identify',
  'confirm',
  'enter',
  'verify',
  'record',
  'leave',
  'done',
  'officer',
  'closed',
]);
export type LaneStep = z.infer<typeof laneStep>;

export const screenView = z
  .object({
    message: z.string().meta({ description: 'Closed id of devices/screen; the pages hold its texts.' }),
    guidance: z.array(z.string()).optional(),
    /** Masked so that only its owner recognises it. */
    identity: z.object({ name: z.string(), documentTail: z.string() }).optional(),
    /** The finger to lay on the glass: `right-index`, … */
    finger: z.string().optional(),
    secondsLeft: z.number().optional(),
    triesLeft: z.number().optional(),
    /** Closed ids of other ways that stay open: card-lane, counter, … */
    alternatives: z.array(z.string()).optional(),
    /** Kind words for the traveller on why an officer comes: lane or law reason ids. */
    advice: z.array(z.string()).optional(),
  })
  .meta({ id: 'Screen' });
export type ScreenView = z.infer<typeof screenView>;

export const laneView = z
  .object({
    id: z.string(),
    number: z.number().int(),
    direction,
    kind: z.enum(['simulated', 'kiosk']),
    wide: z.boolean(),
    /** Name of the lane machine's state. */
    state: z.string(),
    since: instant,
    step: laneStep,
    gates: z.object({ entry: gateView, exit: gateView }),
    inside: z.number().int(),
    light: z.enum(['off', 'green', 'amber', 'red']),
    screen: screenView,
    passage: z.string().optional(),
  })
  .meta({ id: 'Lane' });
export type LaneView = z.infer<typeof laneView>;

/** A person on the floor plan, without a name. */
export const figureView = z
  .object({
    key: z.string(),
    /** Where it stands; the page animates between places. */
    place: z.enum(['arriving', 'queue', 'mouth', 'chamber', 'beyond', 'counter', 'collection', 'gone']),
    lane: z.string().optional(),
    /** Position in the queue, 0 is next. */
    order: z.number().int(),
    mood: z.enum(['plain', 'cleared', 'referred']),
    direction,
    /** Bodies that walk as one figure (two for a tailgater's pair). */
    bodies: z.number().int(),
    since: instant,
  })
  .meta({ id: 'Figure' });
export type FigureView = z.infer<typeof figureView>;

export const stepFigures = z.object({ name: z.string(), medianMs: z.number(), p95Ms: z.number() });

export const statsView = z
  .object({
    crossings: z.number().int(),
    referred: z.number().int(),
    turnedAway: z.number().int(),
    /** Seconds from the first look into the camera to the open exit, walking included. */
    medianSeconds: z.number().nullable(),
    p95Seconds: z.number().nullable(),
    /** Computing alone, per passage. */
    systemMedianMs: z.number().nullable(),
    steps: z.array(stepFigures),
    /** Last 30 minutes of the port's clock, oldest first. */
    perMinute: z.array(z.object({ minute: instant, cleared: z.number(), referred: z.number() })),
    gallery: z.number().int(),
    register: z.number().int(),
  })
  .meta({ id: 'Stats' });
export type StatsView = z.infer<typeof statsView>;

export const portView = z
  .object({
    port: z.object({ id: z.string(), name: texts }),
    at: instant,
    speed: z.number(),
    demo: z.boolean(),
    /** Presentation attack detection: what this port runs, so that pages can say it. */
    pad: z.enum(['required', 'advisory', 'none']),
    lanes: z.array(laneView),
    figures: z.array(figureView),
    stats: statsView,
  })
  .meta({ id: 'Port' });
export type PortView = z.infer<typeof portView>;

export const passageStep = z.object({
  name: z.string(),
  ms: z.number(),
  outcome: z.string(),
});

/** A reason code; the law's codes come with their words, the lane's own have theirs with the pages. */
export const reasonView = z.object({ code: z.string(), kind: texts.optional() });
export type ReasonView = z.infer<typeof reasonView>;

export const passageView = z
  .object({
    id: z.string(),
    lane: z.string(),
    direction,
    startedAt: instant,
    endedAt: instant.optional(),
    outcome: z.enum(['passed', 'referred', 'abandoned']).optional(),
    seconds: z.number().optional(),
    steps: z.array(passageStep),
    reasons: z.array(reasonView),
    events: z.array(
      z.object({ at: instant, offsetMs: z.number(), event: z.string(), detail: z.string().optional() }),
    ),
    /** Only for a signed-in officer. */
    traveller: z.object({ id: z.string(), name: z.string(), document: z.string() }).optional(),
    /** Clause by clause, only for a signed-in officer. */
    because: z
      .array(
        z.object({
          clause: z.string(),
          requirement: z.string().optional(),
          reference: z.string().optional(),
          value: z.string().optional(),
          passed: z.boolean(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Passage' });
export type PassageView = z.infer<typeof passageView>;

export const laneDetail = z
  .object({
    lane: laneView,
    current: passageView.optional(),
    /** Newest first, at most ten. */
    recent: z.array(passageView),
    /** Whether the camera picture may be shown to whoever asks (synthetic people, or a signed-in officer). */
    picture: z.boolean(),
  })
  .meta({ id: 'LaneDetail' });
export type LaneDetail = z.infer<typeof laneDetail>;

/** Server-sent events of `GET /v1/port/events`: `event:` name → JSON data. */
export interface PortEvents {
  port: PortView;
  lane: LaneView;
  figure: FigureView;
  stats: StatsView;
  passage: PassageView;
}
