/** The fields of the collection point: a label, a hint, what was wrong; nothing that has to be guessed. */
import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { enrolWords } from '../../shared/i18n/enrol-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { type Fault, FIELD_WORDS, type FieldName, type TypedDay } from './form.ts';

export const fieldId = (field: FieldName): string => `field-${field.replace('.', '-')}`;

export function useFaultText(): (fault: Fault) => string {
  const { say } = useSpeech();
  return (fault) => fault.told ?? say(fault.text, { field: say(FIELD_WORDS[fault.field]) });
}

interface FieldProps {
  readonly field: FieldName;
  readonly faults: readonly Fault[];
  readonly hint?: string;
}

/** What the label is followed by, and the ids by which a screen reader finds it. */
function useNotes({ field, faults, hint }: FieldProps) {
  const faultText = useFaultText();
  const fault = faults.find((each) => each.field === field);
  const [hintId, faultId] = [`${fieldId(field)}-hint`, `${fieldId(field)}-fault`];
  const describedBy = [hint ? hintId : '', fault ? faultId : ''].filter(Boolean).join(' ') || undefined;
  const notes = (
    <>
      {hint ? (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span className="fault" id={faultId}>
          {faultText(fault)}
        </span>
      ) : null}
    </>
  );
  return { fault, describedBy, notes };
}

export function TextLine(
  props: FieldProps & {
    readonly value: string;
    readonly lengthMax: number;
    readonly change: (value: string) => void;
  },
) {
  const { say } = useSpeech();
  const { fault, describedBy, notes } = useNotes(props);
  return (
    <div className="field" data-fault={fault ? true : undefined}>
      <label htmlFor={fieldId(props.field)}>{say(FIELD_WORDS[props.field])}</label>
      {notes}
      <input
        id={fieldId(props.field)}
        value={props.value}
        maxLength={props.lengthMax}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy}
        onChange={(event) => props.change(event.target.value)}
      />
    </div>
  );
}

const PARTS = ['day', 'month', 'year'] as const;

/** Three numbers in the order of the language; a calendar to leaf through is no way to give a birthday. */
export function DayLine(
  props: FieldProps & { readonly value: TypedDay; readonly change: (value: TypedDay) => void },
) {
  const { say, language } = useSpeech();
  const { fault, describedBy, notes } = useNotes(props);
  const parts = language === 'en' || language === 'pt' ? PARTS : [...PARTS].reverse();
  return (
    <fieldset className="field" data-fault={fault ? true : undefined} aria-describedby={describedBy}>
      <legend>{say(FIELD_WORDS[props.field])}</legend>
      {notes}
      <div className="day-parts">
        {parts.map((part, index) => (
          <label key={part}>
            <span>{say(enrolWords[part])}</span>
            <input
              id={index === 0 ? fieldId(props.field) : undefined}
              className={part}
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === 'year' ? 4 : 2}
              value={props.value[part]}
              aria-invalid={fault ? true : undefined}
              onChange={(event) =>
                props.change({ ...props.value, [part]: event.target.value.replace(/\D/g, '') })
              }
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, ReactNode])[];
  readonly change: (value: T) => void;
}) {
  const pick = (value: string) => {
    const option = props.options.find(([id]) => id === value);
    if (option) props.change(option[0]);
  };
  return (
    <RadioGroup className="field choice" aria-label={props.label} value={props.value} onChange={pick}>
      <span className="legend-text" aria-hidden="true">
        {props.label}
      </span>
      <div className="choices">
        {props.options.map(([id, text]) => (
          <Radio key={id} value={id} className="radio">
            {text}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
