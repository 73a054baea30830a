/** A day in the browser's own control, which knows the calendar, the keyboard and the reader's language. */
import { useEffect, useId, useState } from 'react';
import { type Day, isDay } from '../../../src/kernel/index.ts';
import { daysWords } from '../../shared/i18n/rules-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';

export function DayField(props: {
  readonly label: string;
  readonly day: string;
  /** Called for days that exist; anything else stays in the field with a word. */
  readonly give: (day: Day) => void;
}) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState(props.day);
  const faultId = useId();
  useEffect(() => setTyped(props.day), [props.day]);
  const wrong = !isDay(typed);
  return (
    <div className="day-field">
      <label>
        <span>{props.label}</span>
        <input
          type="date"
          min="1997-01-01"
          max="2099-12-31"
          value={typed}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? faultId : undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            if (isDay(target.value)) props.give(target.value);
          }}
        />
      </label>
      {wrong ? (
        <p className="fault" id={faultId} role="alert">
          {say(daysWords.badDay)}
        </p>
      ) : null}
    </div>
  );
}
