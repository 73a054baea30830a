import { operate } from '../../host/index.ts';
import { fieldInvalid } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { EXIT } from '../exit-codes.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly birthDate: string;
  readonly documents: readonly string[];
  readonly enrolled: readonly string[];
}

const LIST_MAX = 1000;

export const travellerCommand: Command = {
  summary: 'list | show T-… | add: who is on the register',
  words: ['action', 'id?'],
  options: {
    limit: { takes: 'one', value: 'N', help: 'list: how many at most (20)' },
    search: { takes: 'one', value: 'TEXT', help: 'list: an exact document number' },
    name: { takes: 'one', value: 'NAME', help: 'add' },
    category: { takes: 'one', value: 'hkmo|mainland|taiwan|foreigner', help: 'add' },
    birth: { takes: 'one', value: 'YYYY-MM-DD', help: 'add' },
    document: { takes: 'many', value: 'TYPE:NUMBER:EXPIRES', help: 'add: HRP:H12345678:2030-12-31' },
    endorsement: {
      takes: 'many',
      value: 'TYPE:ENTRIES:HK|MO:EXPIRES',
      help: 'add: T:multiple:HK:2027-12-31',
    },
    ...JSON_OPTION,
  },
  async run(args, settings, terminal) {
    const [action = '', id] = args.words;
    const known = { list: listForm, show: () => ({ traveller: id ?? '' }), add: addForm } as const;
    if (!Object.hasOwn(known, action)) throw fieldInvalid('action', action, 'list, show or add');
    const form = known[action as keyof typeof known](args);
    const result = await operate(settings, `traveller-${action}`, form, terminal.note);
    if (args.has('json') || action === 'show') {
      terminal.print(JSON.stringify(result, null, args.has('json') ? undefined : 2));
    } else if (action === 'add') terminal.print((result as { id: string }).id);
    else for (const line of table(result as readonly Row[])) terminal.print(line);
    return EXIT.done;
  },
};

function listForm(args: Arguments) {
  const limit = args.number('limit', 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > LIST_MAX)
    throw fieldInvalid('--limit', limit, `1 to ${LIST_MAX}`);
  const search = args.one('search');
  return { limit, ...(search === undefined ? {} : { search }) };
}

function addForm(args: Arguments) {
  return {
    name: args.required('name'),
    category: args.required('category'),
    birthDate: args.required('birth'),
    documents: args.many('document').map((text) => parts('--document', text, ['type', 'number', 'expires'])),
    endorsements: args
      .many('endorsement')
      .map((text) => parts('--endorsement', text, ['type', 'entries', 'destination', 'expires'])),
  };
}

function parts(option: string, text: string, names: readonly string[]): Record<string, string> {
  const values = text.split(':');
  if (values.length !== names.length) throw fieldInvalid(option, text, names.join(':').toUpperCase());
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

function table(rows: readonly Row[]): string[] {
  if (rows.length === 0) return ['Nobody is on the register that fits.'];
  return rows.map(({ id, name, category, birthDate, documents, enrolled }) =>
    [
      id,
      category.padEnd(9),
      birthDate,
      documents.join(' ').padEnd(16),
      enrolled.join('+').padEnd(16) || '-',
      name,
    ].join('  '),
  );
}
