/** The command line beside a running server talks through here, so that the data folder is never opened twice. */
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import type { App } from '../app.ts';
import type { OperatorCommands } from '../sources.ts';

/** Photographs come as base64 in the body. */
const BODY_BYTES_MAX = 200 * 1024 * 1024;

export function operatorRoutes(app: App, commands: OperatorCommands): void {
  app.post(
    '/v1/operator/:command',
    {
      config: { access: 'operator' },
      bodyLimit: BODY_BYTES_MAX,
      schema: { hide: true, params: z.object({ command: z.string().max(40) }), body: z.unknown() },
    },
    async (request) => {
      const { command } = request.params;
      const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (!run) throw new RoomError('NOT_FOUND', `This server does not know the command ${command}.`);
      return { result: (await run(request.body)) ?? null };
    },
  );
}
