/** `kouan rules diff --from DAY --to DAY`: what the law says on one day that it did not say on the other. */
import { diffDays, type Law } from '../../policy/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { openLawOption, readDay, readLanguage, readQuestion } from './law-option.ts';

export async function diffRules(
  _words: readonly string[],
  args: Arguments,
  { print }: Terminal,
  openLaw: (args: Arguments) => Law = openLawOption,
): Promise<number> {
  const law = openLaw(args);
  const question = readQuestion(law, args.one('question') ?? 'lane');
  const [from, to] = [readDay(args, 'from'), readDay(args, 'to')];
  const language = readLanguage(args);
  const changes = diffDays(law, question, from, to);
  if (args.has('json')) {
    print(JSON.stringify({ question, from, to, rules: law.rules, changes }));
    return EXIT.done;
  }
  if (changes.length === 0) print(`The law of "${question}" says on ${to} what it said on ${from}.`);
  for (const { id, text, reference } of changes) {
    print(text[language]);
    print(`    ${id}; ${reference}`);
  }
  return EXIT.done;
}
