import { serve } from '../../host/index.ts';
import { fieldInvalid } from '../../kernel/index.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const serveCommand: Command = {
  summary: 'opens the port: lanes, pages, API',
  options: {
    empty: { takes: 'flag', help: 'starts without a synthetic population' },
    seed: { takes: 'one', value: 'N', help: 'the world to replay (1)' },
    speed: { takes: 'one', value: 'X', help: 'how fast people walk, 0.25 to 8 (1)' },
    register: { takes: 'one', value: 'N', help: 'synthetic people on the register (10000)' },
  },
  async run(args, settings, terminal) {
    const speed = args.number('speed', 1);
    if (speed < 0.25 || speed > 8) throw fieldInvalid('--speed', speed, 'a number from 0.25 to 8');
    const register = args.number('register', 10_000);
    if (!Number.isInteger(register) || register < 0 || register > 1_000_000) {
      throw fieldInvalid('--register', register, 'a whole number from 0 to 1000000');
    }
    await serve(
      settings,
      { empty: args.has('empty'), seed: args.number('seed', 1), speed, register },
      terminal.print,
    );
    return EXIT.done;
  },
};
