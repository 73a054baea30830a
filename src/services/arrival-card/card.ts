/** What is handed out: the card with its code for the officer, or the answer that none is needed. */
import { maskName } from '../../documents/index.ts';
import { addDays, type Day, startOfShanghaiDay, type Texts } from '../../kernel/index.ts';
import type { Decision, Law } from '../../policy/index.ts';
import type { Grant, Row } from '../engine/case.ts';
import type { Answers } from '../engine/form.ts';
import { countryName, nameIn, sameIn } from '../engine/law-lists.ts';
import type { DecideContext } from '../engine/service.ts';
import { words } from '../engine/words.ts';
import { askDuty } from './duty.ts';
import { channelWords, arrivalWords as w } from './words.ts';

/** Longer ones are cut on the code; the card itself has them whole. */
const FAMILY_NAME_MAX = 20;
const MASKED_NAME_MAX = 40;

export function noCard({ law, answers }: DecideContext, { decision }: Decision): Grant {
  const why =
    decision === 'EXEMPT'
      ? nameIn(law, ['arrival-card-exemptions'], String(answers.situation))
      : w.notForeign;
  return {
    rows: [
      { label: w.result, value: w.noCard },
      { label: w.why, value: why },
      { label: w.day, value: String(answers.arrival) },
    ],
    next: decision === 'EXEMPT' ? [w.nextStill] : [],
  };
}

export function card(context: DecideContext, decision: Decision): Grant {
  const { answers, at } = context;
  const arrival = String(answers.arrival) as Day;
  const validUntil = startOfShanghaiDay(addDays(arrival, 1));
  return {
    rows: [...cardRows(context.law, answers), ...companionRows(answers), ...channelRows(context, decision)],
    validFrom: at,
    validUntil,
    order: {
      kind: 'letter',
      validFrom: at,
      validUntil,
      facts: { name: maskedName(answers), subject: subjectOf(answers) },
    },
    letter: true,
    next: [w.nextShow, w.nextChange, w.nextOffline],
    bring: [w.needPassport],
  };
}

const fullName = ({ familyName, givenNames }: Answers): string =>
  [familyName, givenNames].filter((part) => typeof part === 'string').join(' ');

/** F-04: what the code says of the person. */
const maskedName = ({ familyName, givenNames = '' }: Answers): string =>
  maskName(`${String(familyName).slice(0, FAMILY_NAME_MAX)} ${String(givenNames)}`).slice(0, MASKED_NAME_MAX);

const companionsOf = ({ companions }: Answers): readonly Answers[] =>
  Array.isArray(companions) ? companions.filter((each): each is Answers => typeof each === 'object') : [];

const subjectOf = (answers: Answers): string =>
  `Arrival card 入境卡 ${String(answers.arrival)} × ${1 + companionsOf(answers).length}`;

const SEXES: Readonly<Record<string, Texts>> = { female: w.female, male: w.male, other: w.otherSex };

function cardRows(law: Law, answers: Answers): Row[] {
  const written = (label: Texts, field: string): Row[] =>
    answers[field] === undefined ? [] : [{ label, value: String(answers[field]) }];
  return [
    { label: w.document, value: w.title },
    { label: w.name, value: fullName(answers) },
    { label: w.nationality, value: countryName(String(answers.nationality)) },
    ...written(w.number, 'number'),
    ...written(w.expires, 'expires'),
    ...written(w.birthDate, 'birthDate'),
    { label: w.sex, value: SEXES[String(answers.sex)] ?? w.otherSex },
    ...written(w.day, 'arrival'),
    ...written(w.port, 'port'),
    ...written(w.conveyance, 'conveyance'),
    ...written(w.address, 'address'),
    ...written(w.leavesOn, 'leaves'),
    ...written(w.visa, 'visa'),
    { label: w.purpose, value: nameIn(law, ['arrival-card-purposes'], String(answers.purpose)) },
  ];
}

const companionRows = (answers: Answers): Row[] =>
  companionsOf(answers).map((person, index) => {
    const country = countryName(String(person.nationality));
    const line = (language: keyof Texts) =>
      [fullName(person), country[language], person.number, person.birthDate].join(' · ');
    const label = (language: keyof Texts) => `${w.companion[language]} ${index + 1}`;
    return {
      label: words(label('zh-Hant'), label('zh-Hans'), label('en'), label('pt')),
      value: words(line('zh-Hant'), line('zh-Hans'), line('en'), line('pt')),
    };
  });

/** S-01 S-02: the official ways before arrival, and those on site for whoever has no telephone. */
function channelRows(context: DecideContext, { outputs = {} }: Decision): Row[] {
  const onSite = listOf(askDuty(context, context.answers, { phone: false }).outputs?.channels);
  const before = listOf(outputs.channels).filter((channel) => !onSite.includes(channel));
  return [
    { label: w.fee, value: w.free },
    { label: w.channels, value: named(before) },
    { label: w.onSite, value: named(onSite) },
  ].filter(({ value }) => value.en !== '');
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function named(channels: readonly string[]): Texts {
  const known: Readonly<Record<string, Texts>> = channelWords;
  const names = channels.map((channel) => known[channel] ?? sameIn(channel));
  const all = (language: keyof Texts, sign: string) => names.map((name) => name[language]).join(sign);
  return words(all('zh-Hant', '、'), all('zh-Hans', '、'), all('en', '; '), all('pt', '; '));
}
