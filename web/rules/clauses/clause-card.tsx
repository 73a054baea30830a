/** One clause: what it asks, what follows when it fails, what would change it, on which notice it rests. */
import type { Clause, Part } from '../../../src/policy/index.ts';
import { decisionText } from '../../shared/i18n/decision-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { longDay } from '../../shared/ui/format.ts';
import { citation, clauseKey } from '../reach.ts';
import { targetId } from '../target.ts';
import { PhraseText } from './phrase-text.tsx';
import { phraseOf, type Speaker } from './phrases.ts';
import { remedyText } from './remedy-text.ts';

function Condition({ clause, speaker }: { readonly clause: Clause; readonly speaker: Speaker }) {
  const { say } = useSpeech();
  return (
    <div className="condition">
      {clause.when === undefined ? null : (
        <>
          <h5>{say(rulesWords.appliesWhen)}</h5>
          <PhraseText phrase={phraseOf(clause.when, speaker)} />
        </>
      )}
      <h5>{say(rulesWords.requires)}</h5>
      <PhraseText phrase={phraseOf(clause.require, speaker)} />
    </div>
  );
}

function Otherwise({
  part,
  clause,
  speaker,
}: {
  readonly part: Part;
  readonly clause: Clause;
  readonly speaker: Speaker;
}) {
  const { say } = useSpeech();
  const reason = speaker.law.text('reasons', clause.reason);
  const decision = say(decisionText(clause.gives ?? part.fail));
  return (
    <div className="otherwise">
      <h5>{say(rulesWords.otherwise)}</h5>
      <p>
        {say(rulesWords.gives, { decision, reason: reason ? say(reason) : clause.reason })}{' '}
        <code>{clause.reason}</code>
      </p>
      {clause.alone ? <p className="quiet">{say(rulesWords.alone)}</p> : null}
    </div>
  );
}

function Remedies({ clause, speaker }: { readonly clause: Clause; readonly speaker: Speaker }) {
  const { say } = useSpeech();
  if (!clause.remedies?.length) return null;
  return (
    <div className="remedies">
      <h5>{say(rulesWords.remedies)}</h5>
      <ul>
        {clause.remedies.map((remedy) => (
          <li key={remedy.text.en}>{remedyText(remedy.text, speaker)}</li>
        ))}
      </ul>
    </div>
  );
}

export function ClauseCard(props: {
  readonly part: Part;
  readonly clause: Clause;
  readonly speaker: Speaker;
}) {
  const { say, language } = useSpeech();
  const { part, clause, speaker } = props;
  const { from, until } = clause;
  return (
    <li className="clause-card" id={targetId(clauseKey(part, clause))} tabIndex={-1}>
      <h4>{say(clause.text)}</h4>
      <Condition clause={clause} speaker={speaker} />
      <Otherwise part={part} clause={clause} speaker={speaker} />
      <Remedies clause={clause} speaker={speaker} />
      <p className="quiet numerals">
        <code>{clause.id}</code> · {say(rulesWords.requirement, { ids: clause.requirement.join(', ') })}
        {from ? ` · ${say(rulesWords.from, { day: longDay(from, language) })}` : ''}
        {until ? ` · ${say(rulesWords.until, { day: longDay(until, language) })}` : ''} ·{' '}
        <cite lang="zh-Hant">{citation(speaker.law, clause.reference)}</cite>
      </p>
    </li>
  );
}
