/** A time at a counter: the days with free times, then the times of the day that is chosen. */
import { useState } from 'react';
import type { SlotView } from '../../../src/server/index.ts';
import type { Field } from '../../../src/services/index.ts';
import { pageWords } from '../../shared/i18n/page-words.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { FailureNote } from '../../shared/ui/note.tsx';
import { useResource } from '../use-resource.ts';
import { type FieldProps, Grouped } from './field-frame.tsx';

const dayOf = ({ at }: SlotView): string => at.slice(0, 10);

function useDayName() {
  const { language } = useSpeech();
  const format = new Intl.DateTimeFormat(language === 'zh-Hant' ? 'zh-HK' : language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return (day: string) => format.format(Date.parse(`${day}T00:00:00Z`));
}

export function SlotField(props: FieldProps<Extract<Field, { kind: 'slot' }>>) {
  const { say } = useSpeech();
  const dayName = useDayName();
  const { field, path, value, change } = props;
  const slots = useResource<SlotView[]>(`/v1/calendars/${field.calendar}`);
  const free = (slots.value ?? []).filter((slot) => slot.free > 0 || slot.at === value);
  const days = [...new Set(free.map(dayOf))];
  const [picked, setPicked] = useState<string>();
  const day = picked ?? (typeof value === 'string' ? value.slice(0, 10) : days[0]);
  if (slots.failure) return <FailureNote answer={slots.failure} retry={slots.renew} />;
  if (!slots.value) return <p className="quiet">{say(pageWords.loading)}</p>;
  return (
    <Grouped {...props}>
      {days.length === 0 ? <p className="quiet">{say(portalWords.slotNone)}</p> : null}
      <div className="slot-days">
        {days.slice(0, 12).map((each) => (
          <button
            key={each}
            type="button"
            className="slot-day"
            aria-pressed={each === day}
            onClick={() => setPicked(each)}
          >
            {dayName(each)}
          </button>
        ))}
      </div>
      <div className="slot-times">
        {free
          .filter((slot) => dayOf(slot) === day)
          .map((slot) => (
            <label key={slot.at} className="row-choice">
              <input type="radio" name={path} checked={value === slot.at} onChange={() => change(slot.at)} />
              <span className="numerals">
                {slot.at.slice(11, 16)}
                <span className="hint">{say(portalWords.slotFree, { n: slot.free })}</span>
              </span>
            </label>
          ))}
      </div>
    </Grouped>
  );
}
