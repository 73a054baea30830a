/** The clauses behind the answer, folded: what each asks, whether it was met, on which notice it rests and since when. */
import type { Because, Clause, Decision, Law } from '../../src/policy/index.ts';
import { checkWords } from '../shared/i18n/check-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { longDay } from '../shared/ui/format.ts';
import { Icon } from '../shared/ui/icon.tsx';
import { QUESTION } from './next-step.ts';

function clausesById(law: Law): ReadonlyMap<string, Clause> {
  const parts = law.describe(QUESTION)?.parts ?? [];
  const clauses = parts.flatMap(({ clauses: own, each }) => [
    ...own,
    ...(each ?? []).flatMap((group) => group.clauses),
  ]);
  return new Map(clauses.map((clause) => [clause.id, clause]));
}

/** The law's word for "since ever"; people are not told it as a date. */
const EVER = '1900-01-01';

function ClauseLine({ because, clause }: { readonly because: Because; readonly clause: Clause | undefined }) {
  const { say, language } = useSpeech();
  return (
    <li data-passed={because.passed}>
      <Icon name={because.passed ? 'check' : 'close'} />
      <div>
        <p>
          {clause ? say(clause.text) : because.clause}{' '}
          <span className="met">{say(because.passed ? checkWords.clauseMet : checkWords.clauseNotMet)}</span>
        </p>
        <p className="quiet numerals">
          <cite lang="zh-Hant">{because.reference}</cite>
          {because.since && because.since > EVER
            ? ` · ${say(checkWords.since, { day: longDay(because.since, language) })}`
            : ''}
          {because.requirement.length > 0 ? ` · ${because.requirement.join(', ')}` : ''}
        </p>
      </div>
    </li>
  );
}

/** As many signs of a release's name as people compare by eye. */
const NAME_LENGTH = 19;

export function ClauseList({ law, decision }: { readonly law: Law; readonly decision: Decision }) {
  const { say } = useSpeech();
  const clauses = clausesById(law);
  return (
    <details className="clauses">
      <summary>{say(checkWords.clauses, { n: decision.because.length })}</summary>
      <ul>
        {decision.because.map((because) => (
          <ClauseLine key={because.clause} because={because} clause={clauses.get(because.clause)} />
        ))}
      </ul>
      <p className="quiet numerals">{say(checkWords.release, { v: law.rules.slice(0, NAME_LENGTH) })}</p>
    </details>
  );
}
