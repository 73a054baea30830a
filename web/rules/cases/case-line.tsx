/** One case: its sentence, its facts, what must come out, and what came out otherwise. */
import type { Law } from '../../../src/policy/index.ts';
import { decisionText } from '../../shared/i18n/decision-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { moodOf } from '../population/marks.ts';
import type { CaseFile } from './case-files.ts';
import type { CaseOutcome, Difference } from './case-run.ts';
import { FactChips } from './fact-chips.tsx';

function DifferenceLine({ difference }: { readonly difference: Difference }) {
  const { say } = useSpeech();
  const names: Readonly<Record<string, string>> = {
    decision: say(rulesWords.decisionName),
    reasons: say(rulesWords.reasonsName),
  };
  const { what, is, said } = difference;
  return <li>{say(rulesWords.insteadOf, { what: names[what] ?? what, is, said })}</li>;
}

export function CaseLine(props: {
  readonly law: Law;
  readonly file: CaseFile;
  readonly outcome: CaseOutcome;
}) {
  const { say } = useSpeech();
  const { one, differences } = props.outcome;
  const parts = props.law.describe(props.file.question)?.parts ?? [];
  const passes = differences.length === 0;
  return (
    <li className="case" data-passes={passes}>
      <p className="case-name" lang="en">
        <Icon name={passes ? 'check' : 'close'} />
        <span>{one.name}</span>
        <span className="unseen">{say(passes ? rulesWords.passes : rulesWords.contradicts)}</span>
      </p>
      <FactChips facts={one.facts ?? {}} {...(one.without ? { without: one.without } : {})} />
      <p>
        <span className="outcome" data-mood={moodOf(parts, one.decision)}>
          {say(decisionText(one.decision))}
        </span>{' '}
        <code>{one.reasons.join(', ')}</code>{' '}
        <span className="quiet numerals">{one.requirement.join(', ')}</span>
      </p>
      {passes ? null : (
        <ul className="differences">
          {differences.map((difference) => (
            <DifferenceLine key={difference.what} difference={difference} />
          ))}
        </ul>
      )}
    </li>
  );
}
