/** A draft of one dated value: what is typed, what is wrong with it, and the law as it would be. */
import { canonicalJson, type Day, isDay, isRoomError } from '../../../src/kernel/index.ts';
import {
  compileRules,
  type DatedValue,
  type Json,
  type Law,
  type Parameter,
} from '../../../src/policy/index.ts';

/** One line of the form; `line` names it for as long as it is there. */
export interface DraftLine {
  readonly line: number;
  readonly from: string;
  readonly value: string;
  readonly reference: string;
}

export type ValueKind = 'number' | 'flag' | 'text' | 'list';

export type DraftFault =
  | { readonly fault: 'day' | 'value'; readonly at: number }
  | { readonly fault: 'twice'; readonly day: string }
  | { readonly fault: 'none' }
  | { readonly fault: 'law'; readonly what: string };

/** The notice of a value whose authority has not spoken yet. */
export const NOTICE_TO_COME = 'notice-to-come';

export function kindOf({ values }: Parameter): ValueKind {
  const value = values[0]?.value;
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  return Array.isArray(value) ? 'list' : 'text';
}

export const typedText = (value: Json): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);

export const linesOf = ({ values }: Parameter): readonly DraftLine[] =>
  values.map(({ from, value, reference }, line) => ({ line, from, value: typedText(value), reference }));

/** What was typed as a value of the kind; undefined where it is none. */
function readValue(kind: ValueKind, typed: string): Json | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (kind === 'flag') return text === 'true' ? true : text === 'false' ? false : undefined;
  return kind === 'text' ? text : text.split(',').map((item) => item.trim());
}

export type Read =
  | { readonly values: readonly DatedValue[]; readonly faults?: undefined }
  | { readonly faults: readonly DraftFault[]; readonly values?: undefined };

/** A last day stays with its value while the next one leaves it room. */
function untilOf(parameter: Parameter, from: string, next: string | undefined): { until?: string } {
  const until = parameter.values.find((value) => value.from === from)?.until;
  return until && (next === undefined || until < next) ? { until } : {};
}

/** The lines as dated values, oldest first. */
export function readDraft(parameter: Parameter, lines: readonly DraftLine[]): Read {
  const kind = kindOf(parameter);
  const faults: DraftFault[] = lines.length === 0 ? [{ fault: 'none' }] : [];
  lines.forEach(({ from, value }, index) => {
    if (!isDay(from)) faults.push({ fault: 'day', at: index + 1 });
    else if (lines.findIndex((line) => line.from === from) < index)
      faults.push({ fault: 'twice', day: from });
    if (readValue(kind, value) === undefined) faults.push({ fault: 'value', at: index + 1 });
  });
  if (faults.length > 0) return { faults };
  const sorted = [...lines].sort((a, b) => a.from.localeCompare(b.from));
  const values = sorted.map(({ from, value, reference }, index) => ({
    from,
    ...untilOf(parameter, from, sorted[index + 1]?.from),
    value: readValue(kind, value) ?? null,
    reference,
  }));
  return { values };
}

export type Drafted =
  | { readonly law: Law; readonly fault?: undefined }
  | { readonly fault: DraftFault; readonly law?: undefined };

/** The law with other values for one parameter. */
export function draftLaw(law: Law, id: string, values: readonly DatedValue[]): Drafted {
  const { content } = law;
  const parameter = content.parameters[id];
  if (!parameter) return { fault: { fault: 'law', what: id } };
  const parameters = { ...content.parameters, [id]: { ...parameter, values } };
  const day = values.find(({ reference }) => reference === NOTICE_TO_COME)?.from ?? '';
  const toCome = { authority: '–', title: NOTICE_TO_COME, date: day };
  const references = { ...content.references, [NOTICE_TO_COME]: toCome };
  try {
    return { law: compileRules({ rules: 'draft', content: { ...content, parameters, references } }) };
  } catch (error) {
    if (!isRoomError(error)) throw error;
    return { fault: { fault: 'law', what: error.message } };
  }
}

/** Whether a draft says what stands there already, in whatever order a release lists its words. */
export const isSame = (before: readonly DatedValue[], after: readonly DatedValue[]): boolean =>
  canonicalJson(before) === canonicalJson(after);

const valueOn = (values: readonly DatedValue[], day: string) =>
  JSON.stringify(values.findLast(({ from, until }) => from <= day && (!until || day <= until))?.value);

/** The first day on which the draft says something else; undefined where it never does. */
export function firstDifference(
  before: readonly DatedValue[],
  after: readonly DatedValue[],
): Day | undefined {
  const days = [...before, ...after].map(({ from }) => from).filter(isDay);
  return [...new Set(days)].sort().find((day) => valueOn(before, day) !== valueOn(after, day));
}
