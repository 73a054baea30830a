import { operate } from '../../host/index.ts';
import { fieldInvalid } from '../../kernel/index.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly active: boolean;
}

export const officerCommand: Command = {
  summary: 'list | add | link O-…: who may sign in, and their one-time link',
  words: ['action', 'id?'],
  options: {
    name: { takes: 'one', value: 'NAME', help: 'add' },
    role: { takes: 'one', value: 'officer|supervisor|operator', help: 'add (officer)' },
    ...JSON_OPTION,
  },
  async run(args, settings, terminal) {
    const [action = '', id = ''] = args.words;
    const json = args.has('json');
    const ask = (input: unknown) => operate(settings, `officer-${action}`, input, terminal.note);
    if (action === 'list') {
      const officers = (await ask(null)) as readonly Officer[];
      if (json) terminal.print(JSON.stringify(officers));
      else
        for (const one of officers)
          terminal.print(`${one.id}  ${one.role.padEnd(10)}  ${one.active ? '' : '(ended) '}${one.name}`);
    } else if (action === 'add') {
      const added = (await ask({ name: args.required('name'), role: args.one('role') ?? 'officer' })) as {
        id: string;
      };
      terminal.print(json ? JSON.stringify(added) : added.id);
    } else if (action === 'link') {
      const link = (await ask({ officer: id })) as { path: string; expiresAt: string };
      terminal.print(
        json
          ? JSON.stringify(link)
          : `Open ${link.path} at the port's address, once, until ${link.expiresAt}.`,
      );
    } else throw fieldInvalid('action', action, 'list, add or link');
    return EXIT.done;
  },
};
