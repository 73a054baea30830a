/** A day in three numbers, in the order of the language. */
import { type FormEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { type Day, isDay } from '../../src/kernel/index.ts';
import { checkWords } from '../shared/i18n/check-words.ts';
import { enrolWords } from '../shared/i18n/enrol-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';

const PARTS = ['day', 'month', 'year'] as const;
type Part = (typeof PARTS)[number];
type Typed = Readonly<Record<Part, string>>;

const LENGTH_MAX = { day: 2, month: 2, year: 4 } as const;

/** What a browser may fill in by itself; only a birthday is known to it. */
const BIRTHDAY = { day: 'bday-day', month: 'bday-month', year: 'bday-year' } as const;

const typedOf = (day: Day | undefined): Typed => ({
  year: day?.slice(0, 4) ?? '',
  month: day ? String(Number(day.slice(5, 7))) : '',
  day: day ? String(Number(day.slice(8))) : '',
});

function dayTyped({ year, month, day }: Typed): Day | undefined {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

export function DayEntry(props: {
  readonly labelledBy: string;
  readonly start: Day | undefined;
  readonly birthday: boolean;
  /** What was wrong with the day given before. */
  readonly fault: string | undefined;
  readonly today: Day | undefined;
  readonly give: (day: Day) => void;
}) {
  const { say, language } = useSpeech();
  const [typed, setTyped] = useState(() => typedOf(props.start));
  const [noSuchDay, setNoSuchDay] = useState(false);
  const faultId = useId();
  const fault = noSuchDay ? say(checkWords.badDay) : props.fault;
  const parts = language === 'en' || language === 'pt' ? PARTS : [...PARTS].reverse();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const day = dayTyped(typed);
    setNoSuchDay(!day);
    if (day) props.give(day);
  };
  return (
    <form className="day-entry" onSubmit={submit} noValidate>
      {/* biome-ignore lint/a11y/useSemanticElements: the question above is the name of the group. */}
      <div
        role="group"
        className="day-parts"
        aria-labelledby={props.labelledBy}
        {...(fault ? { 'aria-describedby': faultId } : {})}
      >
        {parts.map((part) => (
          <label key={part} data-part={part}>
            <span>{say(enrolWords[part])}</span>
            <input
              inputMode="numeric"
              autoComplete={props.birthday ? BIRTHDAY[part] : 'off'}
              maxLength={LENGTH_MAX[part]}
              value={typed[part]}
              aria-invalid={fault ? true : undefined}
              onChange={(event) => setTyped({ ...typed, [part]: event.target.value.replace(/\D/g, '') })}
            />
          </label>
        ))}
      </div>
      <p className="fault" id={faultId} role="alert">
        {fault ?? ''}
      </p>
      <div className="row">
        <Button type="submit" className="button go">
          {say(enrolWords.proceed)}
          <Icon name="forward" />
        </Button>
        <TodayButton today={props.today} give={props.give} />
      </div>
    </form>
  );
}

function TodayButton({
  today,
  give,
}: {
  readonly today: Day | undefined;
  readonly give: (day: Day) => void;
}) {
  const { say } = useSpeech();
  if (!today) return null;
  return (
    <Button className="button" onPress={() => give(today)}>
      {say(checkWords.today)}
    </Button>
  );
}
