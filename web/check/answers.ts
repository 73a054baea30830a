/** What a person answered so far, and the facts that the law reads from it. */
import { type Day, isDay } from '../../src/kernel/index.ts';

export type AnswerValue = string | boolean;

/**
 * Fact path → answer, in the order in which the questions were put. A fact that is an object or a list is answered by
 * yes or no; its parts follow by their own paths, such as `endorsements.0.type`.
 */
export type Answers = ReadonlyMap<string, AnswerValue>;

export const NO_ANSWERS: Answers = new Map();
/** The fact under which the day of crossing is answered. */
export const DAY_FACT = 'at';

/** The day asked about: the one answered, else today. */
export function dayOf(answers: Answers, today: Day): Day {
  const day = answers.get(DAY_FACT);
  return isDay(day) ? day : today;
}

/** Answers that mean nothing any more once another one changes. */
const RESTING_ON: Readonly<Record<string, readonly string[]>> = {
  'person.category': ['document', 'endorsements'],
  'document.type': ['document.expires', 'endorsements'],
  endorsements: ['endorsements'],
  companion: ['companion'],
};

const isBelow = (path: string, root: string) => path === root || path.startsWith(`${root}.`);

/** The answers with one more or one changed; an unchanged answer leaves everything as it is. */
export function withAnswer(answers: Answers, fact: string, value: AnswerValue): Answers {
  if (answers.get(fact) === value) return answers;
  const resting = RESTING_ON[fact] ?? [];
  const kept = [...answers].filter(([path]) => path === fact || !resting.some((root) => isBelow(path, root)));
  return new Map(kept).set(fact, value);
}

interface Facts {
  [name: string]: unknown;
}

/** Noon at the port: an instant that lies on the day in every zone where the page may be read. */
const noon = (day: Day) => `${day}T12:00:00+08:00`;

/** A companion counts only in the same group of lanes, so that is what the question asks. */
const COMPANION = { present: true, sameLaneGroup: true };

/** The object that a path's last name belongs to, made on the way; undefined below something that was denied. */
function holderOf(facts: Facts, names: readonly string[]): Facts | undefined {
  let holder: Facts = facts;
  for (const name of names) {
    const next = holder[name] ?? {};
    holder[name] = next;
    if (typeof next !== 'object' || next === null) return undefined;
    holder = next as Facts;
  }
  return holder;
}

/** The facts of the question, nested as the law reads them. */
export function factsOf(answers: Answers, day: Day): Facts {
  const facts: Facts = { [DAY_FACT]: noon(day) };
  for (const [path, value] of answers) {
    if (path === DAY_FACT) continue;
    if (path === 'endorsements') facts[path] = value === true ? [{}] : [];
    else if (path === 'companion') facts[path] = value === true ? { ...COMPANION } : null;
    else {
      const names = path.split('.');
      const last = names.pop() ?? path;
      const holder = holderOf(facts, names);
      if (holder) holder[last] = value;
    }
  }
  return facts;
}
