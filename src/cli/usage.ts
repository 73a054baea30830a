/** `kouan --help` and `kouan <command> --help`. */
import type { Command } from './command.ts';

export type Commands = Readonly<Record<string, Command>>;

export function describeAll(commands: Commands): string {
  const width = Math.max(...Object.keys(commands).map(({ length }) => length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Kouan 口岸: document-free clearance at a port.',
    '',
    ...lines,
    '',
    'kouan <command> --help tells the options.',
  ].join('\n');
}

export function describeOne(name: string, command: Command): string {
  const words = (command.words ?? []).map((word) =>
    word.endsWith('?') ? `[${word.slice(0, -1)}]` : `<${word}>`,
  );
  const options = Object.entries(command.options ?? {}).map(([option, { takes, value = 'VALUE', help }]) => {
    const form = takes === 'flag' ? `--${option}` : `--${option} ${value}${takes === 'many' ? ' …' : ''}`;
    return `  ${form.padEnd(42)} ${help}`;
  });
  return [
    `kouan ${[name, ...words].join(' ')}`,
    command.summary,
    ...(options.length > 0 ? ['', ...options] : []),
  ].join('\n');
}
