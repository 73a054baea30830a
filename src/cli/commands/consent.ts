import { operate } from '../../host/index.ts';
import { fieldInvalid } from '../../kernel/index.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

export const consentCommand: Command = {
  summary: "withdraw: ends a traveller's consent and erases what rested on it",
  words: ['action'],
  options: {
    traveller: { takes: 'one', value: 'T-…', help: 'who' },
    for: { takes: 'one', value: 'face,fingerprint', help: 'what is withdrawn (both)' },
    ...JSON_OPTION,
  },
  async run(args, settings, terminal) {
    if (args.words[0] !== 'withdraw') throw fieldInvalid('action', args.words[0], 'withdraw');
    const modalities = (args.one('for') ?? 'face,fingerprint').split(',').filter(Boolean);
    const input = { traveller: args.required('traveller'), modalities };
    const result = (await operate(settings, 'consent-withdraw', input, terminal.note)) as {
      traveller: string;
      templatesErased: number;
    };
    terminal.print(
      args.has('json')
        ? JSON.stringify(result)
        : `${result.traveller} withdrew; ${result.templatesErased} templates were erased. Crossing records are kept by law.`,
    );
    return EXIT.done;
  },
};
