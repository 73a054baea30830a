/** Around every field: label, hint, why it is asked, what is wrong with it; tied together for whoever listens. */
import type { ReactNode } from 'react';
import type { FaultView } from '../../../src/server/index.ts';
import { portalWords } from '../../shared/i18n/portal-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { type Field, fieldDomId } from './form-types.ts';

export interface FieldProps<Kind = Field> {
  readonly field: Kind;
  readonly path: string;
  readonly value: unknown;
  readonly faults: readonly FaultView[];
  readonly change: (value: unknown) => void;
  /** The step's title says the same: the label is for those who listen only. */
  readonly titled?: boolean;
}

export function useNotes({ field, path, faults }: Pick<FieldProps, 'field' | 'path' | 'faults'>) {
  const { say } = useSpeech();
  const fault = faults.find((each) => each.field === path);
  const id = fieldDomId(path);
  const describedBy = [
    field.hint ? `${id}-hint` : '',
    field.why ? `${id}-why` : '',
    fault ? `${id}-fault` : '',
  ]
    .filter(Boolean)
    .join(' ');
  const notes: ReactNode = (
    <>
      {field.hint ? (
        <span className="hint" id={`${id}-hint`}>
          {say(field.hint)}
        </span>
      ) : null}
      {field.why ? (
        <span className="hint" id={`${id}-why`}>
          {say(field.why)}
        </span>
      ) : null}
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          {say(fault.text)}
        </span>
      ) : null}
    </>
  );
  const optional = field.optional ? ` ${say(portalWords.optional)}` : '';
  return {
    id,
    fault,
    notes,
    label: `${say(field.label)}${optional}`,
    aria: { 'aria-invalid': fault ? true : undefined, 'aria-describedby': describedBy || undefined },
  };
}

export function Labelled(props: FieldProps & { readonly children: ReactNode }) {
  const { id, fault, notes, label } = useNotes(props);
  return (
    <div className="field" data-fault={fault ? true : undefined}>
      <label htmlFor={id} className={props.titled ? 'unseen' : undefined}>
        {label}
      </label>
      {notes}
      {props.children}
    </div>
  );
}

export function Grouped(props: FieldProps & { readonly children: ReactNode }) {
  const { id, fault, notes, label, aria } = useNotes(props);
  return (
    <fieldset
      className="field"
      id={id}
      tabIndex={-1}
      data-fault={fault ? true : undefined}
      aria-describedby={aria['aria-describedby']}
    >
      <legend className={props.titled ? 'unseen' : undefined}>{label}</legend>
      {notes}
      {props.children}
    </fieldset>
  );
}
