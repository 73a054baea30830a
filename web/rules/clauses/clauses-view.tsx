/** The clauses of a question, each with its condition in words, its reason, its remedies and its notice. */
import './clauses.css';
import { useMemo } from 'react';
import { shanghaiDay, systemClock } from '../../../src/kernel/index.ts';
import type { Law, Part, Question } from '../../../src/policy/index.ts';
import { joiningWords } from '../../shared/i18n/condition-words.ts';
import { decisionText } from '../../shared/i18n/decision-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import type { ViewProps } from '../question-view.tsx';
import { useTarget } from '../target.ts';
import { ClauseCard } from './clause-card.tsx';
import { PhraseText } from './phrase-text.tsx';
import { phraseOf, type Speaker } from './phrases.ts';

/** Dated values inside conditions are told as they stand today. */
function useSpeaker(law: Law, facts: Question['facts']): Speaker {
  const { say } = useSpeech();
  return useMemo(() => ({ law, facts, say, day: shanghaiDay(systemClock.now()) }), [law, facts, say]);
}

function PartSection(props: { readonly part: Part; readonly alone: boolean; readonly speaker: Speaker }) {
  const { say } = useSpeech();
  const { part, alone, speaker } = props;
  const outcomes = part.decisions
    .map((decision) => say(decisionText(decision)))
    .join(say(joiningWords.comma));
  return (
    <section className="part">
      <h3 className={alone ? 'unseen' : ''}>{say(rulesWords.part, { id: part.id })}</h3>
      <p className="quiet">{say(rulesWords.outcomes, { list: outcomes })}</p>
      {part.when === undefined ? null : (
        <div className="condition">
          <h4>{say(rulesWords.appliesWhen)}</h4>
          <PhraseText phrase={phraseOf(part.when, speaker)} />
        </div>
      )}
      <ol className="clause-cards">
        {part.clauses.map((clause) => (
          <ClauseCard key={clause.id} part={part} clause={clause} speaker={speaker} />
        ))}
      </ol>
      {(part.each ?? []).map((group) => (
        <section key={group.list}>
          <p className="each">{say(rulesWords.forEach, { list: group.list })}</p>
          <ol className="clause-cards">
            {group.clauses.map((clause) => (
              <ClauseCard key={clause.id} part={part} clause={clause} speaker={speaker} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

const NO_FACTS = {};

export function ClausesView({ law, question, rest }: ViewProps) {
  const spec = law.describe(question);
  const speaker = useSpeaker(law, spec?.facts ?? NO_FACTS);
  const parts = spec?.parts ?? [];
  useTarget(rest[0]);
  return parts.map((part) => (
    <PartSection key={part.id} part={part} alone={parts.length === 1} speaker={speaker} />
  ));
}
