/** Facts in short: each with its path as the rules file writes it. */
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { CaseFacts, CaseValue } from './case-files.ts';

/** Facts by path, whether they were written so or nested. */
function* flat(facts: CaseFacts, below = ''): Generator<readonly [path: string, value: CaseValue]> {
  for (const [key, value] of Object.entries(facts)) {
    const path = below + key;
    const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (nested) yield* flat(value as CaseFacts, `${path}.`);
    else yield [path, value];
  }
}

const shown = (value: CaseValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '').replaceAll(',', ', ');

export function FactChips({
  facts,
  without = [],
}: {
  readonly facts: CaseFacts;
  readonly without?: readonly string[];
}) {
  const { say } = useSpeech();
  return (
    <ul className="facts">
      {[...flat(facts)].map(([path, value]) => (
        <li key={path}>
          <code>{path}</code> {shown(value)}
        </li>
      ))}
      {without.map((path) => (
        <li key={path}>{say(rulesWords.caseWithout, { fact: path })}</li>
      ))}
    </ul>
  );
}
