/**
 * The Hong Kong health code of 2021 (T-01 to T-08), kept as dated history: in its years it works, by the version that was launched and
 * by the one that the press reported beforehand; today the law turns it away with its dates. It is the pattern for a next one: every
 * question in days, no position, nothing asked of those who do not cross.
 */
import { maskName } from '../../documents/index.ts';
import { formatInstant, type Texts } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant, Row } from '../engine/case.ts';
import { dayLetter } from '../engine/day-letter.ts';
import type { Answers } from '../engine/form.ts';
import type { DecideContext, Service, Verdict } from '../engine/service.ts';
import { words } from '../engine/words.ts';
import { HEALTH_FORM } from './form.ts';
import { healthWords as w } from './words.ts';

const COLOURS: Readonly<Record<string, Texts>> = w.colours;
/** Questions of the form that are facts of the law, by the same names. */
const ASKED = [
  'dischargedDaysAgo',
  'arrivedHKDaysAgo',
  'highRiskDaysAgo',
  'pcrHoursAgo',
  'compulsoryTest',
  'via',
  'purpose',
] as const;

export const healthCode: Service = {
  id: 'health-code',
  words: { title: w.title, summary: w.summary, need: [w.needIdentity, w.needTest] },
  minutes: 3,
  holder: 'guest',
  question: 'health-code',
  group: 'history',
  form: () => HEALTH_FORM,
  screen({ law, today }) {
    const decision = law.decide('health-code', { at: today });
    return decision.decision === 'NOT_APPLICABLE' ? decision : undefined;
  },
  decide,
  grant,
};

/** A code of any colour is a code; refused is only who lacks the records that crossing asked for. */
function decide(context: DecideContext): Verdict {
  const records = askRecords(context);
  if (records && records.decision !== 'MET') return byLaw(records, []);
  return byLaw(askColour(context), Object.keys(w.colours));
}

const modelOf = ({ model }: Answers) => ({ model: model ?? 'launched' });

function askColour({ law, today, answers }: DecideContext): Decision {
  const { condition } = answers;
  const known = ASKED.filter((field) => answers[field] !== undefined && answers[field] !== 'none');
  const happened = typeof condition === 'string' && condition !== 'none' && condition !== 'discharged';
  return law.decide('health-code', {
    ...modelOf(answers),
    at: today,
    ...Object.fromEntries(known.map((field) => [field, answers[field]])),
    ...(happened ? { [condition]: true } : {}),
  });
}

/** T-05, T-07: only the version that was reported beforehand, and only for crossing. */
function askRecords({ law, today, answers }: DecideContext): Decision | undefined {
  const { recordDays, purpose } = answers;
  if (recordDays === undefined) return undefined;
  return law.decide('health-code', { ...modelOf(answers), at: today, recordDays, purpose });
}

function grant(context: DecideContext, { decision }: Decision): Grant {
  const { answers, today } = context;
  const name = String(answers.name);
  const colour = COLOURS[decision] ?? w.colours.RED;
  return {
    // T-03: of the day only, as the law's check of a code says.
    ...dayLetter(context, today, name, joined(w.subject, colour)),
    rows: [
      { label: w.colour, value: colour },
      { label: w.crossing, value: mayCross(context, decision) ? w.meets : w.fails },
      ...conversion(context, decision),
      { label: w.name, value: maskName(name) },
    ],
    next: [w.nextDay],
  };
}

const joined = (subject: Texts, colour: Texts): Texts =>
  words(
    `${subject['zh-Hant']}：${colour['zh-Hant']}`,
    `${subject['zh-Hans']}：${colour['zh-Hans']}`,
    `${subject.en}: ${colour.en}`,
    `${subject.pt}: ${colour.pt}`,
  );

const mayCross = ({ law, at, today, answers }: DecideContext, colour: string): boolean =>
  law.decide('health-code', {
    ...modelOf(answers),
    issuedOn: today,
    checkedAt: formatInstant(at),
    colour: colour.toLowerCase(),
  }).decision === 'VALID';

/** T-06: into the code of Guangdong or of Macao, from a green one of the same day only. */
function conversion({ law, today, answers }: DecideContext, colour: string): Row[] {
  const { convertTo } = answers;
  if (convertTo === undefined || convertTo === 'none') return [];
  const { decision } = law.decide('health-code', {
    ...modelOf(answers),
    at: today,
    issuedOn: today,
    convertTo,
    colour: colour.toLowerCase(),
  });
  const into = convertTo === '粵康碼' ? w.guangdong : w.macao;
  return [{ label: w.conversion, value: decision === 'CONVERTIBLE' ? into : w.notConverted }];
}
