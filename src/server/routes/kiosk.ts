/** The kiosk at a lane and the collection point. What it changes needs an officer's sign-in on that browser. */
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import { viewerOf } from '../access.ts';
import type { App } from '../app.ts';
import { redactFor } from '../redact.ts';
import type { EnrolmentDesk, KioskSource, ServerOptions } from '../sources.ts';
import { streamEvents } from '../sse.ts';
import {
  captureAnswer,
  consentChoice,
  enrolmentAnswer,
  enrolmentDraft,
  enrolmentReceipt,
  kioskView,
  receiptView,
  travellerInput,
} from '../wire/kiosk.ts';

const laneParams = z.object({ lane: z.string().max(12) });
const idParams = z.object({ id: z.string().max(64) });
const done = z.object({ ok: z.literal(true) });
const officer = { access: 'officer' } as const;

/** Reads the body of a picture route; the parser for image/jpeg hands over its bytes. */
export function jpegOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array && body.length > 0) return body;
  throw new RoomError('IMAGE_UNREADABLE', 'Send one picture as image/jpeg.', { field: 'body' });
}

const tags = ['kiosk'];

export function kioskRoutes(app: App, kiosk: KioskSource, options: ServerOptions): void {
  app.get(
    '/v1/kiosk/:lane',
    { config: { access: 'public' }, schema: { tags, params: laneParams, response: { 200: kioskView } } },
    async (request) => {
      const viewer = viewerOf(request);
      const view = kiosk.view(request.params.lane, viewer);
      if (!view)
        throw new RoomError('NOT_FOUND', 'There is no lane of this name at this port.', { field: 'lane' });
      const synthetic = options.demo && view.mode === 'mirror';
      return { ...view, screen: redactFor(options, viewer).screen(view.screen, synthetic) };
    },
  );

  app.get(
    '/v1/kiosk/:lane/events',
    { config: { access: 'public' }, schema: { hide: true, params: laneParams } },
    (request, reply) => {
      const viewer = viewerOf(request);
      const seen = redactFor(options, viewer);
      const synthetic = options.demo && kiosk.view(request.params.lane, viewer)?.mode === 'mirror';
      streamEvents(request, reply, (send) =>
        kiosk.on(request.params.lane, (event) =>
          send(
            event.name,
            event.name === 'lane' ? seen.lane(event.data) : seen.screen(event.data, synthetic),
          ),
        ),
      );
    },
  );
  kioskActs(app, kiosk);
}

/** What a person does at a walk-through lane. */
function kioskActs(app: App, kiosk: KioskSource): void {
  app.post(
    '/v1/kiosk/:lane/frames',
    { config: officer, schema: { tags, params: laneParams, response: { 200: captureAnswer } } },
    async (request) => kiosk.frame(request.params.lane, jpegOf(request.body)),
  );

  app.post(
    '/v1/kiosk/:lane/input',
    {
      config: { access: 'public' },
      schema: { tags, params: laneParams, body: travellerInput, response: { 200: done } },
    },
    async (request) => {
      // Anybody may call for help; everything else moves a lane.
      if (request.body.input !== 'help' && !request.officer) {
        throw new RoomError('NOT_SIGNED_IN', 'An officer opens this kiosk first.');
      }
      await kiosk.input(request.params.lane, request.body.input);
      return { ok: true as const };
    },
  );

  app.get(
    '/v1/kiosk/:lane/receipt',
    { config: officer, schema: { tags, params: laneParams, response: { 200: receiptView } } },
    async (request) => {
      const receipt = await kiosk.receipt(request.params.lane);
      if (!receipt) throw new RoomError('NOT_FOUND', 'There is no crossing here to give a receipt for.');
      return receipt;
    },
  );
}

export function enrolmentRoutes(app: App, desk: EnrolmentDesk): void {
  const tags = ['enrolment'];
  app.post(
    '/v1/enrolments',
    { config: officer, schema: { tags, body: enrolmentDraft, response: { 200: enrolmentAnswer } } },
    async (request) => desk.begin(request.body),
  );

  app.put(
    '/v1/enrolments/:id/consents',
    { config: officer, schema: { tags, params: idParams, body: consentChoice, response: { 200: done } } },
    async (request) => {
      await desk.consent(request.params.id, request.body);
      return { ok: true as const };
    },
  );

  const capture = { config: officer, schema: { tags, params: idParams, response: { 200: captureAnswer } } };
  app.post('/v1/enrolments/:id/frames', capture, async (request) =>
    desk.frame(request.params.id, jpegOf(request.body)),
  );
  app.post('/v1/enrolments/:id/finger', capture, async (request) => desk.finger(request.params.id));

  app.post(
    '/v1/enrolments/:id/finish',
    { config: officer, schema: { tags, params: idParams, response: { 200: enrolmentReceipt } } },
    async (request) => desk.finish(request.params.id),
  );

  app.delete(
    '/v1/enrolments/:id',
    { config: officer, schema: { tags, params: idParams, response: { 200: done } } },
    async (request) => {
      await desk.abandon(request.params.id);
      return { ok: true as const };
    },
  );
}
