import { resetData } from '../../host/index.ts';
import { RoomError } from '../../kernel/index.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const resetCommand: Command = {
  summary: 'forgets everything in the data folder, so that the next start begins anew',
  options: { yes: { takes: 'flag', help: 'does it; without it nothing is changed' } },
  async run(args, settings, terminal) {
    if (!args.has('yes')) {
      throw new RoomError(
        'FIELD_INVALID',
        `This erases ${settings.dataDir}. Add --yes to do it; nothing was changed.`,
        { field: 'yes' },
      );
    }
    resetData(settings);
    terminal.print(`Erased ${settings.dataDir}.`);
    return EXIT.done;
  },
};
