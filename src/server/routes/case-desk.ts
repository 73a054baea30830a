/** The officers' side of the services: queue, case, papers, steps with reasons and four eyes. */
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import { OFFICER_ACTIONS } from '../../services/index.ts';
import type { App } from '../app.ts';
import { deskCaseHeadOf, deskCaseViewOf } from '../case-view.ts';
import type { Officer, ServiceSource } from '../sources.ts';
import { deskCaseHead, deskCaseView } from '../wire/cases.ts';

const tags = ['case desk'];
const config = { access: 'officer' } as const;
const params = z.object({ id: z.string().max(40) });

export function caseDeskRoutes(app: App, { desk, officers, law, store }: ServiceSource): void {
  const view = async (id: string, officer: string) => {
    const record = await officers.read(id, officer);
    const service = desk.service(record.service);
    return deskCaseViewOf(record, await officers.form(record), service, law);
  };
  app.get(
    '/v1/desk/cases',
    { config, schema: { tags, response: { 200: z.array(deskCaseHead) } } },
    async (request) =>
      (await officers.queue(present(request.officer))).map((record) =>
        deskCaseHeadOf(record, desk.service(record.service)),
      ),
  );
  app.get(
    '/v1/desk/cases/:id',
    { config, schema: { tags, params, response: { 200: deskCaseView } } },
    async (request) => view(request.params.id, present(request.officer)),
  );
  app.get(
    '/v1/desk/cases/:id/files/:file',
    { config, schema: { tags, params: params.extend({ file: z.string().max(40) }) } },
    async (request, reply) => {
      const viewer = { officer: present(request.officer) };
      const held = await store.file(request.params.id as never, viewer, request.params.file);
      if (!held) throw new RoomError('NOT_FOUND', 'There is no such file.');
      return reply
        .type(held.file.media)
        .header('cache-control', 'private, no-store')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('content-disposition', `inline; filename="${held.file.id}"`)
        .send(Buffer.from(held.content));
    },
  );
  app.post(
    '/v1/desk/cases/:id/steps',
    {
      config,
      schema: {
        tags,
        params,
        body: z.object({ action: z.enum(OFFICER_ACTIONS), reason: z.string().max(4000).optional() }),
        response: { 200: deskCaseView },
      },
    },
    async (request) => {
      const officer = present(request.officer);
      const { action, reason } = request.body;
      await officers.step(request.params.id, officer, {
        action,
        ...(reason === undefined ? {} : { reason }),
      });
      return view(request.params.id, officer);
    },
  );
}

function present(officer: Officer | undefined): string {
  if (!officer) throw new RoomError('NOT_SIGNED_IN', 'An officer signs in first.');
  return officer.id;
}
