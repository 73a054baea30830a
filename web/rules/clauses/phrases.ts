/**
 * A condition of the law in words: a line, or a heading with lines under it. Names of facts stay as the rules files write them,
 * since that is where an author looks for them.
 */
import type { Texts } from '../../../src/kernel/index.ts';
import type { Json, Law, Question } from '../../../src/policy/index.ts';
import { dayTestWords, joiningWords, testWords, valueTerms } from '../../shared/i18n/condition-words.ts';

export type Phrase = string | { readonly lead: string; readonly lines: readonly Phrase[] };

export interface Speaker {
  readonly law: Law;
  /** The facts of the question whose conditions are told. */
  readonly facts: Question['facts'];
  /** The day on which dated values are told. */
  readonly day: string;
  readonly say: (words: Texts, values?: Readonly<Record<string, string | number>>) => string;
}

type Operator = { readonly [name: string]: Json };

const isOperator = (tree: Json): tree is Operator =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);
const listOf = (tree: Json | undefined): readonly Json[] =>
  Array.isArray(tree) ? (tree as readonly Json[]) : [];

function operatorOf(tree: Operator): readonly [name: string, operand: Json] {
  const [name = ''] = Object.keys(tree);
  return [name, tree[name] ?? null];
}

const factText = (path: string, { say }: Speaker) => say(valueTerms.fact, { a: path });

function literalText(value: Json, speaker: Speaker): string {
  if (Array.isArray(value))
    return value.map((item: Json) => literalText(item, speaker)).join(speaker.say(joiningWords.comma));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parameterText(id: string, { law, day, say }: Speaker): string {
  const parameter = law.content.parameters[id];
  const held = parameter?.values.findLast(({ from, until }) => from <= day && (!until || day <= until));
  const value = held ? JSON.stringify(held.value).replaceAll('"', '') : say(valueTerms.unset);
  return parameter ? say(valueTerms.parameter, { a: say(parameter.text), b: value }) : id;
}

const tableText = (id: Json | undefined, { law, say }: Speaker): string => {
  const table = typeof id === 'string' ? law.content.tables[id] : undefined;
  return table ? say(table.text) : String(id ?? '');
};

interface Lookup {
  readonly a: string;
  readonly b: string;
  readonly c: string;
}

function lookupParts(operand: Json, speaker: Speaker): Lookup {
  const { table, key, attribute } = isOperator(operand) ? operand : {};
  const keys = Array.isArray(key) ? (key as readonly Json[]) : [key ?? null];
  const b = keys.map((part) => valueText(part, speaker)).join(' + ');
  return { a: tableText(table, speaker), b, c: String(attribute ?? '') };
}

type LookupName = 'lookup' | 'key-of' | 'first-day-of' | 'listed-count';
const isLookup = (name: string): name is LookupName =>
  ['lookup', 'key-of', 'first-day-of', 'listed-count'].includes(name);

const spelled = (name: string): name is keyof typeof valueTerms => Object.hasOwn(valueTerms, name);

function callText(name: keyof typeof valueTerms, operand: Json, speaker: Speaker): string {
  const { say } = speaker;
  const parts = (Array.isArray(operand) ? (operand as readonly Json[]) : [operand]).map((part) =>
    valueText(part, speaker),
  );
  const [a = '', b = '', c = ''] = parts;
  if (name === 'first') return say(valueTerms.first, { a: parts.join(say(joiningWords.comma)) });
  return say(valueTerms[name], { a, b, c });
}

/** A value in words. */
export function valueText(tree: Json, speaker: Speaker): string {
  if (typeof tree === 'string') return factText(tree, speaker);
  if (!isOperator(tree)) return literalText(tree, speaker);
  const { say } = speaker;
  const [name, operand] = operatorOf(tree);
  if (name === 'fact') {
    const own = operand === 'the-day' || operand === 'the-instant' ? valueTerms[operand] : undefined;
    return own ? say(own) : factText(String(operand), speaker);
  }
  if (name === 'parameter') return parameterText(String(operand), speaker);
  if (name === 'literal') return literalText(operand, speaker);
  if (isLookup(name)) return say(valueTerms[name], { ...lookupParts(operand, speaker) });
  if (name === 'first-listed') return say(valueTerms[name], { a: tableText(operand, speaker) });
  if (name === 'covers-until')
    return say(valueTerms[name], { a: tableText(isOperator(operand) ? operand.calendar : operand, speaker) });
  if (name === 'choose' || name === 'count') return chosenText(name, listOf(operand), speaker);
  if (name === 'working-days' || name === 'latest-before') return daysText(name, operand, speaker);
  return spelled(name) ? callText(name, operand, speaker) : JSON.stringify(tree);
}

function chosenText(name: 'choose' | 'count', parts: readonly Json[], speaker: Speaker): string {
  const [first = null, second = null, third = null] = parts;
  if (name === 'count')
    return speaker.say(valueTerms.count, {
      a: valueText(first, speaker),
      b: inline(phraseOf(second ?? true, speaker), speaker),
    });
  const a = inline(phraseOf(first, speaker), speaker);
  return speaker.say(valueTerms.choose, { a, b: valueText(second, speaker), c: valueText(third, speaker) });
}

function daysText(name: 'working-days' | 'latest-before', operand: Json, speaker: Speaker): string {
  const { calendar, after, last, count } = isOperator(operand) ? operand : {};
  const [a, b] = name === 'working-days' ? [after, last] : [last, count];
  const [from, to] = [a ?? null, b ?? null].map((part) => valueText(part, speaker));
  return speaker.say(valueTerms[name], { a: from ?? '', b: to ?? '', c: tableText(calendar, speaker) });
}

/** What stands on the right of a comparison: a bare text is itself there, not a fact. */
const rightText = (tree: Json, speaker: Speaker) =>
  typeof tree === 'string' ? `“${tree}”` : valueText(tree, speaker);

const DAY_OPERATORS: readonly string[] =
  'attained day-of start-of first-of-next-month last-valid-day add-days add-months add-hours earlier latest-before first-day-of covers-until'.split(
    ' ',
  );
const DAY_KINDS: readonly string[] = ['day', 'instant'];

/** Whether a value is a day or an instant, so that it is later rather than more. */
function isDated(tree: Json, { facts }: Speaker): boolean {
  if (typeof tree === 'string') return DAY_KINDS.includes(facts[tree]?.kind ?? '');
  if (!isOperator(tree)) return false;
  const [name, operand] = operatorOf(tree);
  if (name !== 'fact') return DAY_OPERATORS.includes(name);
  const own = operand === 'the-day' || operand === 'the-instant';
  return own || DAY_KINDS.includes(facts[String(operand)]?.kind ?? '');
}

type Ordering = keyof typeof dayTestWords;
const isOrdering = (name: string): name is Ordering => Object.hasOwn(dayTestWords, name);

function ordered(name: Ordering, operand: Json, speaker: Speaker): string {
  const [left = null, right = null] = listOf(operand);
  const words = isDated(left, speaker) || isDated(right, speaker) ? dayTestWords : testWords;
  return speaker.say(words[name], { a: valueText(left, speaker), b: valueText(right, speaker) });
}

function matched(name: 'is' | 'is-not' | 'one-of' | 'within', operand: Json, speaker: Speaker): string {
  const [left = null, right = null] = listOf(operand);
  return speaker.say(testWords[name], { a: valueText(left, speaker), b: rightText(right, speaker) });
}

/** A bare name: a flag that must be so, or an object that must be there. */
function named(path: string, so: boolean, speaker: Speaker): string {
  const isObject = speaker.facts[path]?.kind === 'object';
  const words = isObject
    ? [testWords['not-given'], testWords.given]
    : [testWords['not-flag'], testWords.flag];
  return speaker.say(words[so ? 1 : 0] ?? testWords.flag, { a: factText(path, speaker) });
}

function grouped(lead: string, operand: Json, speaker: Speaker): Phrase {
  const parts = listOf(operand);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return phraseOf(only, speaker);
  return { lead, lines: parts.map((part) => phraseOf(part, speaker)) };
}

function denied(tree: Json, speaker: Speaker): Phrase {
  const { say } = speaker;
  if (typeof tree === 'string') return named(tree, false, speaker);
  const [name, operand] = isOperator(tree) ? operatorOf(tree) : ['', null];
  if (name === 'is') return matched('is-not', operand, speaker);
  if (name === 'given') return say(testWords['not-given'], { a: valueText(operand, speaker) });
  if (name === 'all')
    return { lead: say(joiningWords.notAll), lines: listOf(operand).map((part) => phraseOf(part, speaker)) };
  if (name === 'any')
    return { lead: say(joiningWords.notAny), lines: listOf(operand).map((part) => phraseOf(part, speaker)) };
  return say(joiningWords.not, { a: inline(phraseOf(tree, speaker), speaker) });
}

/** A condition in words. */
export function phraseOf(tree: Json, speaker: Speaker): Phrase {
  const { say } = speaker;
  if (typeof tree === 'string') return named(tree, true, speaker);
  if (!isOperator(tree)) return JSON.stringify(tree);
  const [name, operand] = operatorOf(tree);
  if (name === 'all') return grouped(say(joiningWords.all), operand, speaker);
  if (name === 'any') return grouped(say(joiningWords.any), operand, speaker);
  if (name === 'not') return denied(operand, speaker);
  if (name === 'some' || name === 'every') {
    const [list = null, condition = null] = listOf(operand);
    return {
      lead: say(joiningWords[name], { a: valueText(list, speaker) }),
      lines: [phraseOf(condition, speaker)],
    };
  }
  if (name === 'started')
    return say(testWords.started, {
      a: say(speaker.law.content.parameters[String(operand)]?.text ?? valueTerms.unset),
    });
  if (name === 'given') return say(testWords.given, { a: valueText(operand, speaker) });
  if (name === 'listed' || name === 'known' || name === 'has')
    return say(testWords[name], { ...lookupParts(operand, speaker) });
  if (name === 'is' || name === 'one-of' || name === 'within') return matched(name, operand, speaker);
  return isOrdering(name) ? ordered(name, operand, speaker) : JSON.stringify(tree);
}

/** A phrase on one line. */
export function inline(phrase: Phrase, speaker: Speaker): string {
  if (typeof phrase === 'string') return phrase;
  const lines = phrase.lines.map((line) => inline(line, speaker));
  return `${phrase.lead}: ${lines.join(speaker.say(joiningWords.comma))}`;
}
