/** The law's answer: large and calm; why, what would change it, what to carry, which other ways there are. */
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Texts } from '../../src/kernel/index.ts';
import type { Law } from '../../src/policy/index.ts';
import { checkWords, verdictWords } from '../shared/i18n/check-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { longDay } from '../shared/ui/format.ts';
import { Icon } from '../shared/ui/icon.tsx';
import { ClauseList } from './clause-list.tsx';
import { erasOf, possibleFrom } from './eras.ts';
import { SETTLED, type Told } from './next-step.ts';
import { stepsAfter, thingsToCarry } from './next-steps.ts';
import { ShareLink } from './share-button.tsx';
import { Timeline } from './timeline.tsx';
import type { Check } from './use-check.ts';
import { VERDICT_ICONS, verdictOf } from './verdict.ts';

/** Codes that say no more than that questions are open; an answer given early does not need them. */
const OPEN_CODES = ['FACT_MISSING', 'NEEDS_HUMAN_REVIEW'];

function textsFor(law: Law, kind: Parameters<Law['text']>[0], ids: readonly string[]): readonly Texts[] {
  return ids.map((id) => law.text(kind, id)).filter((text) => text !== undefined);
}

function List(props: {
  readonly title: string;
  readonly texts: readonly string[];
  /** Steps are done one after the other, and are numbered. */
  readonly numbered?: boolean;
}) {
  if (props.texts.length === 0) return null;
  const Lines = props.numbered ? 'ol' : 'ul';
  return (
    <section className="told-list">
      <h3>{props.title}</h3>
      <Lines>
        {props.texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </Lines>
    </section>
  );
}

/** Days inside a remedy's text are ISO; they are read as the language writes them. */
const ISO_DAY = /\d{4}-\d{2}-\d{2}/g;
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Verdict({ check, told }: { readonly check: Check; readonly told: Told }) {
  const { say, language } = useSpeech();
  const verdict = verdictOf(told.decision.decision);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <div className="verdict" data-verdict={verdict} role="status">
      <Icon name={VERDICT_ICONS[verdict]} />
      <div>
        <p className="numerals">{say(checkWords.onDay, { day: longDay(check.day, language) })}</p>
        <h2 ref={title} tabIndex={-1}>
          {say(verdictWords[verdict].title)}
        </h2>
        <p>{say(verdictWords[verdict].hint)}</p>
      </div>
    </div>
  );
}

function Early({ check }: { readonly check: Check }) {
  const { say } = useSpeech();
  return (
    <div className="early">
      <p className="quiet">{say(checkWords.early)}</p>
      <Button className="button" onPress={check.askAll}>
        {say(checkWords.askAll)}
      </Button>
    </div>
  );
}

function Lists({ check, told }: { readonly check: Check; readonly told: Told }) {
  const { say, language } = useSpeech();
  const { law, answers } = check;
  const { reasons, remedies, alternatives } = told.decision;
  const shown = told.early ? reasons.filter((code) => !OPEN_CODES.includes(code)) : reasons;
  const dated = (text: string) => text.replace(ISO_DAY, (day) => longDay(day, language));
  const changes = remedies.map(({ text }) => dated(say(text)));
  // An answer given early lacks the facts by which the law computes remedies; waiting can be told all the same.
  const later = told.early
    ? possibleFrom(erasOf(law, answers, [check.today, check.day]), check.day, SETTLED)
    : undefined;
  const waits = later ? [say(checkWords.maybeFrom, { day: longDay(later, language) })] : [];
  return (
    <>
      <List
        title={say(checkWords.reasons)}
        texts={textsFor(law, 'reasons', shown).map((text) => say(text))}
      />
      <List title={say(checkWords.remedies)} texts={[...changes, ...waits].map(sentence)} />
      <List
        title={say(checkWords.nextSteps)}
        texts={stepsAfter(law, answers, told.decision).map((text) => say(text))}
        numbered
      />
      <List
        title={say(checkWords.carry)}
        texts={thingsToCarry(law, answers, told.decision).map((text) => say(text))}
      />
      <List
        title={say(checkWords.alternatives)}
        texts={textsFor(law, 'alternatives', alternatives).map((text) => say(text))}
      />
    </>
  );
}

export function AnswerCard({ check, told }: { readonly check: Check; readonly told: Told }) {
  const { say } = useSpeech();
  return (
    <section className="card answer">
      <Verdict check={check} told={told} />
      <Lists check={check} told={told} />
      {told.early ? <Early check={check} /> : null}
      <Timeline check={check} />
      <ClauseList law={check.law} decision={told.decision} />
      <ShareLink />
      {check.back ? (
        <Button className="button bare back" onPress={check.back}>
          <Icon name="back" />
          {say(pageWords.back)}
        </Button>
      ) : null}
    </section>
  );
}
