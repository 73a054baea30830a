/** The conversation: what was answered, what is asked now, how one goes back. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { type Day, shanghaiDay, systemClock } from '../../src/kernel/index.ts';
import type { Law } from '../../src/policy/index.ts';
import { type Answers, type AnswerValue, DAY_FACT, dayOf, NO_ANSWERS, withAnswer } from './answers.ts';
import { askFor, nextStep, type Step } from './next-step.ts';
import { linkFragment, readFragment } from './share-link.ts';

export interface Check {
  readonly law: Law;
  readonly today: Day;
  readonly day: Day;
  readonly answers: Answers;
  readonly step: Step;
  /** Which question of the conversation is shown, from 1. */
  readonly number: number;
  readonly answer: (fact: string, value: AnswerValue) => void;
  /** Puts an answered question again. */
  readonly change: (fact: string) => void;
  /** To the question before; undefined at the first. */
  readonly back: (() => void) | undefined;
  readonly askAll: () => void;
  readonly startOver: () => void;
}

/** Answered questions in their order; the day has its own place and is not one of them. */
const asked = (answers: Answers): readonly string[] =>
  [...answers.keys()].filter((fact) => fact !== DAY_FACT);

/** The address follows the answers that may be shared, and another link opened in the same tab brings its own. */
function useAddress(law: Law, fragment: string, isAnswered: boolean, open: (linked: Answers) => void): void {
  useEffect(() => {
    if (isAnswered) history.replaceState(null, '', `#${fragment}`);
  }, [fragment, isAnswered]);
  const follow = useEffectEvent(() => {
    const linked = readFragment(law, location.hash);
    // A jump inside the page, such as to its content, names no answers.
    if (linked.size > 0) open(linked);
  });
  useEffect(() => {
    const listener = () => follow();
    addEventListener('hashchange', listener);
    return () => removeEventListener('hashchange', listener);
  }, []);
}

export function useCheck(law: Law): Check {
  const [today] = useState(() => shanghaiDay(systemClock.now()));
  const [answers, setAnswers] = useState(() => readFragment(law, location.hash));
  const [editing, setEditing] = useState<string>();
  const [everything, setEverything] = useState(false);
  const day = dayOf(answers, today);
  const step = useMemo(
    () => (editing ? askFor(law, editing) : nextStep(law, answers, day, everything)),
    [law, answers, day, everything, editing],
  );
  useAddress(law, linkFragment(answers, day), answers.size > 0, (linked) => {
    setAnswers(linked);
    setEditing(undefined);
  });
  const order = asked(answers);
  const at = step.at === 'ask' && order.includes(step.fact) ? order.indexOf(step.fact) : order.length;
  const before = order[at - 1];
  return {
    law,
    today,
    day,
    answers,
    step,
    number: at + 1,
    answer: (fact, value) => {
      setAnswers(withAnswer(answers, fact, value));
      setEditing(undefined);
    },
    change: setEditing,
    back: before === undefined ? undefined : () => setEditing(before),
    askAll: () => setEverything(true),
    startOver: () => {
      setAnswers(NO_ANSWERS);
      setEditing(undefined);
      setEverything(false);
      history.replaceState(null, '', location.pathname + location.search);
    },
  };
}
