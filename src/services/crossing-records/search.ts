/** A person's own crossings, by the three ways of the law: a kiosk, an office, online (E-01 to E-07). What each way shows is the law's. */
import {
  type Clock,
  type Day,
  formatInstant,
  type Instant,
  RoomError,
  shanghaiDay,
  type Texts,
} from '../../kernel/index.ts';
import type { Decision, Law } from '../../policy/index.ts';

export interface Crossing {
  readonly id: string;
  readonly port: string;
  readonly direction: 'entry' | 'exit';
  readonly completedAt: Instant;
  readonly documentType?: string;
  readonly documentLast4?: string;
}

export interface CrossingSource {
  /** Newest first. */
  of(
    traveller: string,
    by: { readonly actor: string; readonly purpose: string },
    limit: number,
  ): Promise<readonly Crossing[]>;
}

export interface CrossingParts {
  readonly law: Law;
  readonly clock: Clock;
  readonly crossings: CrossingSource;
}

/** Who is asked for and who reads: the person online, or an officer for the person who stands there. */
export interface CrossingAsker {
  readonly traveller: string;
  readonly category: string;
  readonly by: { readonly actor: string; readonly purpose: string };
  readonly way: 'online' | 'office' | 'kiosk';
  /** Types of the documents that were shown at an office. */
  readonly documents?: readonly string[];
  /** Where the kiosk stands. */
  readonly kioskPort?: string;
}

/** Days in Beijing time, both ends included. */
export interface Span {
  readonly from?: Day;
  readonly to?: Day;
  readonly port?: string;
}

export type Found =
  | {
      readonly outcome: 'found';
      readonly decision: Decision;
      readonly crossings: readonly Crossing[];
      readonly from: Day;
      readonly to: Day;
      /** Ports of all the person's crossings, to choose from. */
      readonly ports: readonly string[];
      /** The records hold more than are shown at once. */
      readonly more: boolean;
    }
  | { readonly outcome: 'refused'; readonly decision: Decision };

export const CROSSINGS_MAX = 500;
/** As many as the law's question takes. */
const SHOWN_MAX = 200;

/** Throws FIELD_INVALID for a span that ends before it begins. */
export async function searchCrossings(
  { law, clock, crossings }: CrossingParts,
  asker: CrossingAsker,
  span: Span,
): Promise<Found> {
  const today = shanghaiDay(clock.now());
  if (span.from !== undefined && span.to !== undefined && span.from > span.to) {
    throw new RoomError('FIELD_INVALID', `to: expected a day from ${span.from} on.`, {
      field: 'to',
      expected: `a day from ${span.from} on`,
    });
  }
  const all = await crossings.of(asker.traveller, asker.by, CROSSINGS_MAX);
  const inSpan = all.filter((crossing) => isWithin(crossing, span));
  const shown = inSpan.slice(0, SHOWN_MAX);
  const decision = ask(law, formatInstant(clock.now()), asker, shown);
  if (decision.decision !== 'GRANTED') return { outcome: 'refused', decision };
  const oldest = inSpan.at(-1);
  return {
    outcome: 'found',
    decision,
    crossings: printed(shown, decision),
    from: span.from ?? (oldest ? shanghaiDay(oldest.completedAt) : today),
    to: span.to ?? today,
    ports: [...new Set(all.map(({ port }) => port))],
    more: inSpan.length > shown.length || all.length >= CROSSINGS_MAX,
  };
}

function isWithin({ completedAt, port }: Crossing, span: Span): boolean {
  const day = shanghaiDay(completedAt);
  return (
    (span.from === undefined || day >= span.from) &&
    (span.to === undefined || day <= span.to) &&
    (span.port === undefined || port === span.port)
  );
}

function ask(law: Law, at: string, asker: CrossingAsker, shown: readonly Crossing[]): Decision {
  const { category, way, documents = [], kioskPort } = asker;
  return law.decide('records', {
    at,
    category,
    way,
    own: true,
    authenticated: way === 'online',
    documents,
    ...(kioskPort === undefined ? {} : { kioskPort }),
    crossings: shown.map(({ port, completedAt, direction }) => ({
      port,
      at: shanghaiDay(completedAt),
      direction,
    })),
  });
}

/** The law prints lines of day and port; a kiosk's limit leaves only the newest of them. */
function printed(shown: readonly Crossing[], { outputs }: Decision): readonly Crossing[] {
  const lines = Array.isArray(outputs?.printed) ? outputs.printed : undefined;
  if (!lines || lines.length >= shown.length) return shown;
  const wanted = lines.map(String);
  return shown
    .filter(({ port, completedAt }) => wanted.includes(`${shanghaiDay(completedAt)} ${port}`))
    .slice(0, lines.length);
}

/** The law's name of a port; its id where it has none. */
export function portName({ content }: Pick<Law, 'content'>, id: string): Texts {
  const names = content.tables['lane-ports']?.rows.find(({ key }) => key.includes(id))?.names ?? {};
  const en = names.en ?? id;
  return { 'zh-Hant': names['zh-Hant'] ?? en, 'zh-Hans': names['zh-Hans'] ?? en, en, pt: names.pt ?? en };
}
