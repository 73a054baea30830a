/** `kouan rules affected --from DAY --to DAY`: whose answer changes, over the synthetic population. */
import { fieldInvalid } from '../../kernel/index.ts';
import { affected, type Law, type Transition } from '../../policy/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { lanePopulation, portsOf } from './lane-population.ts';
import { openLawOption, readDay } from './law-option.ts';

/** The numbers of synthetic documents reach no further. */
const PEOPLE_MAX = 99_999;

export async function affectedByRules(
  _words: readonly string[],
  args: Arguments,
  { print }: Terminal,
  openLaw: (args: Arguments) => Law = openLawOption,
): Promise<number> {
  const question = args.one('question') ?? 'lane';
  if (question !== 'lane')
    throw fieldInvalid('--question', question, 'lane: the synthetic population has facts for no other');
  const law = openLaw(args);
  const [from, to] = [readDay(args, 'from'), readDay(args, 'to')];
  const count = args.number('count', 10_000);
  if (!Number.isInteger(count) || count < 1 || count > PEOPLE_MAX)
    throw fieldInvalid('--count', count, `a whole number from 1 to ${PEOPLE_MAX}`);
  const ports = readPorts(law, args.one('port'));
  const people = lanePopulation({ seed: args.number('seed', 1), count, day: from, ports });
  const result = affected(law, question, from, to, people);
  if (args.has('json')) print(JSON.stringify({ question, from, to, rules: law.rules, ports, ...result }));
  else {
    print(`${result.changed} of ${result.asked} synthetic travellers get another answer on ${to}.`);
    for (const transition of result.transitions) print(transitionLine(transition));
    print('Papers that expire and birthdays between the two days count too.');
  }
  return EXIT.done;
}

function readPorts(law: Law, port: string | undefined): readonly string[] {
  const known = portsOf(law);
  if (port === undefined) return known;
  if (!known.includes(port)) throw fieldInvalid('--port', port, `one of: ${known.join(', ')}`);
  return [port];
}

const side = ({ decision, reasons }: Transition['before']): string => `${decision} (${reasons.join(', ')})`;

export const transitionLine = ({ before, after, count }: Transition): string =>
  `${String(count).padStart(7)}  ${side(before)} → ${side(after)}`;
