/** Fields of the account's forms: a label, a hint, what is wrong; nothing that has to be guessed. */
import { type ReactNode, type RefObject, useEffect } from 'react';
import { enrolWords } from '../../shared/i18n/enrol-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';

export interface FieldProps {
  /** The element's id; the error summary links to it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
}

function notesOf({ id, hint, fault }: FieldProps) {
  const ids = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  const notes = (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
    </>
  );
  return { notes, described: ids || undefined };
}

export function TextField(
  props: FieldProps & {
    readonly value: string;
    readonly change: (value: string) => void;
    readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric';
    readonly autoComplete?: string;
  },
) {
  const { notes, described } = notesOf(props);
  return (
    <div className="acct-field" data-fault={props.fault ? true : undefined}>
      <label htmlFor={props.id}>{props.label}</label>
      {notes}
      <input
        id={props.id}
        value={props.value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? 'off'}
        spellCheck={false}
        maxLength={120}
        aria-invalid={props.fault ? true : undefined}
        aria-describedby={described}
        onChange={(event) => props.change(event.target.value)}
      />
    </div>
  );
}

export interface TypedDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

const PARTS = ['day', 'month', 'year'] as const;
/** Full-width digits are digits. */
const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

/** Three numbers in the order of the language. */
export function DayField(
  props: FieldProps & {
    readonly value: TypedDay;
    readonly change: (value: TypedDay) => void;
    readonly children?: ReactNode;
  },
) {
  const { say, language } = useSpeech();
  const { notes, described } = notesOf(props);
  const parts = language === 'en' || language === 'pt' ? PARTS : [...PARTS].reverse();
  return (
    <fieldset className="acct-field" data-fault={props.fault ? true : undefined} aria-describedby={described}>
      <legend>{props.label}</legend>
      {notes}
      {props.children}
      <div className="acct-day">
        {parts.map((part, index) => (
          <label key={part}>
            <span>{say(enrolWords[part])}</span>
            <input
              id={index === 0 ? props.id : undefined}
              className={part}
              inputMode="numeric"
              autoComplete="off"
              maxLength={part === 'year' ? 4 : 2}
              value={props.value[part]}
              aria-invalid={props.fault ? true : undefined}
              onChange={(event) => props.change({ ...props.value, [part]: digits(event.target.value) })}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface Fault {
  /** Of the field's element. */
  readonly id: string;
  readonly text: string;
}

/** What is still to be put right, each line a way to its field; takes the focus when it appears. */
export function FaultSummary(props: {
  readonly title: string;
  readonly faults: readonly Fault[];
  readonly focus: RefObject<HTMLDivElement | null>;
}) {
  const { faults, focus } = props;
  useEffect(() => {
    if (faults.length > 0) focus.current?.focus();
  }, [faults, focus]);
  const lead = (id: string) => document.getElementById(id)?.focus();
  return (
    <div
      ref={focus}
      tabIndex={-1}
      role="alert"
      className="acct-faults"
      data-any={faults.length > 0 || undefined}
    >
      {faults.length === 0 ? null : (
        <>
          <h2>{props.title}</h2>
          <ul>
            {faults.map(({ id, text }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  onClick={(event) => {
                    // The portal's addresses live in the fragment: following the link would leave the page.
                    event.preventDefault();
                    lead(id);
                  }}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
