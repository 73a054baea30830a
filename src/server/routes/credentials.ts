/** The keys by which everybody checks what was issued here, offline: public, signed, at most a minute old. */
import { z } from 'zod';
import type { App } from '../app.ts';
import type { KeySource } from '../sources.ts';

const FRESH_S = 60;
const toldKeys = z.object({
  list: z.string(),
  anchors: z.array(z.object({ kid: z.string(), x: z.string(), y: z.string() })),
});

export function credentialRoutes(app: App, keys: KeySource): void {
  app.get(
    '/v1/credentials/keys',
    {
      config: { access: 'public' },
      schema: {
        tags: ['credentials'],
        description: 'The signed list of issuers and keys, with the anchors that sign such lists.',
        response: { 200: toldKeys },
      },
    },
    async (_, reply) => reply.header('cache-control', `public, max-age=${FRESH_S}`).send(await told(keys)),
  );
}

async function told(keys: KeySource) {
  const { list, anchors } = await keys.told();
  return { list, anchors: [...anchors] };
}
