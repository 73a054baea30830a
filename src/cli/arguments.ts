/** Reads a command line against its declaration. Options may take several values (`--face a.jpg b.jpg`). */
import { fieldInvalid, RoomError } from '../kernel/index.ts';

export interface OptionForm {
  /** `flag` takes none, `one` a single value, `many` one or more up to the next option. */
  readonly takes: 'flag' | 'one' | 'many';
  readonly help: string;
  /** What a value looks like, for the usage line. */
  readonly value?: string;
}

export interface CommandForm {
  readonly summary: string;
  /** Names of the words after the command, in order; a trailing `?` marks one that may be left out. */
  readonly words?: readonly string[];
  readonly options?: Readonly<Record<string, OptionForm>>;
}

export class Arguments {
  readonly #values: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];

  constructor(values: ReadonlyMap<string, readonly string[]>, words: readonly string[]) {
    this.#values = values;
    this.words = words;
  }

  has = (option: string): boolean => this.#values.has(option);
  one = (option: string): string | undefined => this.#values.get(option)?.at(-1);
  many = (option: string): readonly string[] => this.#values.get(option) ?? [];

  required(option: string): string {
    const value = this.one(option);
    if (value === undefined)
      throw new RoomError('FIELD_INVALID', `--${option} is missing.`, { field: option });
    return value;
  }

  number(option: string, otherwise: number): number {
    const value = this.one(option);
    if (value === undefined) return otherwise;
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) throw fieldInvalid(`--${option}`, value, 'a number');
    return number;
  }
}

export function parseArguments(form: CommandForm, argv: readonly string[]): Arguments {
  const values = new Map<string, string[]>();
  const words: string[] = [];
  let open: { name: string; many: boolean } | undefined;
  for (const part of argv) {
    if (part.startsWith('--') && part.length > 2) {
      closeOption(open, values);
      open = openOption(form, part, values);
    } else if (open) {
      values.get(open.name)?.push(part);
      if (!open.many) open = undefined;
    } else {
      words.push(part);
    }
  }
  closeOption(open, values);
  checkWords(form, words);
  return new Arguments(values, words);
}

function openOption(form: CommandForm, part: string, values: Map<string, string[]>) {
  const [name = '', inline] = part.slice(2).split(/=(.*)/s);
  const option = form.options && Object.hasOwn(form.options, name) ? form.options[name] : undefined;
  if (!option) {
    const known = Object.keys(form.options ?? {}).map((key) => `--${key}`);
    throw new RoomError(
      'FIELD_INVALID',
      `There is no option --${name} here. Known: ${known.join(' ') || 'none'}.`,
      { field: name },
    );
  }
  if (!values.has(name)) values.set(name, []);
  if (inline !== undefined) values.get(name)?.push(inline);
  if (option.takes === 'flag' || inline !== undefined) return undefined;
  return { name, many: option.takes === 'many' };
}

function closeOption(
  open: { name: string } | undefined,
  values: ReadonlyMap<string, readonly string[]>,
): void {
  if (open && values.get(open.name)?.length === 0) {
    throw new RoomError('FIELD_INVALID', `--${open.name} needs a value.`, { field: open.name });
  }
}

function checkWords({ words: names = [] }: CommandForm, words: readonly string[]): void {
  const needed = names.filter((name) => !name.endsWith('?'));
  const missing = needed[words.length];
  if (missing) throw new RoomError('FIELD_INVALID', `<${missing}> is missing.`, { field: missing });
  if (words.length > names.length) {
    throw new RoomError('FIELD_INVALID', `"${words[names.length]}" is one word too many here.`, {
      field: 'arguments',
    });
  }
}
