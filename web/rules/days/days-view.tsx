/** Two days of one question: what the second says that the first did not, and whom it affects. */
import './days.css';
import { useMemo } from 'react';
import { addDays, type Day, isDay, shanghaiDay, systemClock } from '../../../src/kernel/index.ts';
import { diffDays, type Law } from '../../../src/policy/index.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { daysWords, rulesWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { longDay } from '../../shared/ui/format.ts';
import type { CaseFile } from '../cases/case-files.ts';
import { useCases } from '../cases/use-cases.ts';
import { EVER } from '../history/turns.ts';
import { addressOf } from '../place.ts';
import { LANE, populationOf } from '../population/population.ts';
import { shiftOfDays } from '../population/shift.ts';
import { ShiftPicture } from '../population/shift-picture.tsx';
import type { ViewProps } from '../question-view.tsx';
import { DayField } from './day-field.tsx';

interface Days {
  readonly from: Day;
  readonly to: Day;
}

const turningDays = (law: Law, question: string): readonly Day[] =>
  law
    .changeDays(question)
    .filter(isDay)
    .filter((day) => day > EVER);

/** The days in the address, else the two around the last change. */
function daysOf(law: Law, question: string, [from, to]: readonly string[]): Days {
  if (isDay(from) && isDay(to)) return { from, to };
  const turning = turningDays(law, question).at(-1) ?? shanghaiDay(systemClock.now());
  return { from: addDays(turning, -1), to: turning };
}

function TurningDays({
  law,
  question,
  days,
}: {
  readonly law: Law;
  readonly question: string;
  readonly days: Days;
}) {
  const { say, language } = useSpeech();
  return (
    <nav className="turning-days" aria-label={say(daysWords.turningDays)}>
      <p className="quiet">{say(daysWords.turningDays)}</p>
      <ul>
        {turningDays(law, question).map((day) => (
          <li key={day}>
            <a
              className="numerals"
              href={addressOf(question, 'days', addDays(day, -1), day)}
              aria-current={days.to === day && days.from === addDays(day, -1) ? 'true' : undefined}
            >
              {longDay(day, language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Changes({
  law,
  question,
  days,
}: {
  readonly law: Law;
  readonly question: string;
  readonly days: Days;
}) {
  const { say } = useSpeech();
  const changes = useMemo(() => diffDays(law, question, days.from, days.to), [law, question, days]);
  if (changes.length === 0) return <p>{say(daysWords.nothing)}</p>;
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.id} ${change.text.en}`}>
          <p>{say(change.text)}</p>
          <p className="quiet">
            <code>{change.id}</code> · <cite lang="zh-Hant">{change.reference}</cite>
          </p>
        </li>
      ))}
    </ul>
  );
}

function AffectedPeople(props: {
  readonly law: Law;
  readonly question: string;
  readonly days: Days;
  readonly file: CaseFile | undefined;
}) {
  const { say, language } = useSpeech();
  const { law, question, days, file } = props;
  const shift = useMemo(
    () => shiftOfDays(law, question, days.from, days.to, populationOf(law, file, question, days.from)),
    [law, question, days, file],
  );
  return (
    <>
      <ShiftPicture
        law={law}
        question={question}
        shift={shift}
        before={longDay(days.from, language)}
        after={longDay(days.to, language)}
      />
      <p className="quiet">
        {say(question === LANE ? daysWords.laneSource : daysWords.caseSource)} {say(daysWords.lapse)}
      </p>
    </>
  );
}

export function DaysView({ law, question, rest }: ViewProps) {
  const { say } = useSpeech();
  const [first, second] = rest;
  const days = useMemo(
    () => daysOf(law, question, [first ?? '', second ?? '']),
    [law, question, first, second],
  );
  const cases = useCases(question);
  const go = (next: Days) => location.assign(addressOf(question, 'days', next.from, next.to));
  return (
    <>
      <div className="two-days">
        <DayField label={say(daysWords.before)} day={days.from} give={(from) => go({ ...days, from })} />
        <DayField label={say(daysWords.after)} day={days.to} give={(to) => go({ ...days, to })} />
      </div>
      <TurningDays law={law} question={question} days={days} />
      <section>
        <h3>{say(daysWords.changes)}</h3>
        <Changes law={law} question={question} days={days} />
      </section>
      <section>
        <h3>{say(daysWords.affected)}</h3>
        {cases.at === 'reading' ? <p className="quiet">{say(pageWords.loading)}</p> : null}
        {cases.at === 'failed' ? <p role="alert">{say(rulesWords.caseReadFault)}</p> : null}
        {cases.at === 'read' ? (
          <AffectedPeople law={law} question={question} days={days} file={cases.file} />
        ) : null}
      </section>
    </>
  );
}
