/** One question, large, with the control that fits its kind. */
import { useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { isDay } from '../../src/kernel/index.ts';
import { checkWords, hintWords } from '../shared/i18n/check-words.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import type { Words } from '../shared/i18n/words.ts';
import { Icon } from '../shared/ui/icon.tsx';
import { type AnswerValue, DAY_FACT } from './answers.ts';
import { choicesOf } from './choices.ts';
import { DayEntry } from './day-entry.tsx';
import { type Ask, specOf } from './next-step.ts';
import type { Check } from './use-check.ts';

interface AskProps {
  readonly check: Check;
  readonly ask: Ask;
  readonly labelledBy: string;
}

const hintOf = (fact: string): Words | undefined =>
  Object.hasOwn(hintWords, fact) ? hintWords[fact as keyof typeof hintWords] : undefined;

function Choices(
  props: AskProps & { readonly choices: readonly { readonly value: AnswerValue; readonly text: Words }[] },
) {
  const { say } = useSpeech();
  const { check, ask, choices } = props;
  const chosen = check.answers.get(ask.fact);
  return (
    <ul className="choices" aria-labelledby={props.labelledBy} data-many={choices.length > 7 || undefined}>
      {choices.map(({ value, text }) => (
        <li key={String(value)}>
          <Button
            className="button choice-button"
            data-chosen={chosen === value || undefined}
            onPress={() => check.answer(ask.fact, value)}
          >
            <span>{say(text)}</span>
            <Icon name={chosen === value ? 'check' : 'forward'} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function DayQuestion({ check, ask, labelledBy }: AskProps) {
  const { say } = useSpeech();
  const isCrossing = ask.fact === DAY_FACT;
  const before = isCrossing ? check.day : check.answers.get(ask.fact);
  return (
    <DayEntry
      labelledBy={labelledBy}
      start={isDay(before) ? before : undefined}
      birthday={ask.fact === 'person.birthDate'}
      fault={ask.refused ? say(checkWords.refused) : undefined}
      today={isCrossing ? check.today : undefined}
      give={(day) => check.answer(ask.fact, day)}
    />
  );
}

const YES_NO = [
  { value: true, text: checkWords.yes },
  { value: false, text: checkWords.no },
];

function Control(props: AskProps) {
  const { check, ask } = props;
  const kind = specOf(check.law, ask.fact)?.kind;
  if (kind === 'day' || kind === 'instant') return <DayQuestion {...props} />;
  const choices = choicesOf(check.law, ask.fact, check.answers);
  return <Choices {...props} choices={choices.length > 0 ? choices : YES_NO} />;
}

export function QuestionCard({ check, ask }: { readonly check: Check; readonly ask: Ask }) {
  const { say } = useSpeech();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const first = check.answers.size === 0;
  // Whoever reads with ears or moves by keyboard is taken to the new question; at the start the page's head comes first.
  useEffect(() => {
    if (!first) title.current?.focus({ preventScroll: true });
    if (!first) scrollTo({ top: 0 });
  }, [first]);
  const hint = hintOf(ask.fact);
  return (
    <section className="card question">
      <p className="count">
        {ask.fact === DAY_FACT
          ? say(checkWords.timelineDay)
          : say(checkWords.questionNumber, { n: check.number })}
      </p>
      <h2 ref={title} id={titleId} tabIndex={-1}>
        {say(ask.question)}
      </h2>
      {hint ? <p className="quiet">{say(hint)}</p> : null}
      <Control check={check} ask={ask} labelledBy={titleId} />
      {check.back ? (
        <Button className="button bare back" onPress={check.back}>
          <Icon name="back" />
          {say(pageWords.back)}
        </Button>
      ) : null}
      {first ? <p className="quiet">{say(checkWords.intro)}</p> : null}
    </section>
  );
}
