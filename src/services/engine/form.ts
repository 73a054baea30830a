/** What a service asks: steps of fields, as data, so that one page can show and one place can check every form. */
import type { Texts } from '../../kernel/index.ts';

export interface Form {
  readonly steps: readonly Step[];
}

/** One page of the form: usually one question. */
export interface Step {
  readonly id: string;
  readonly title: Texts;
  readonly fields: readonly Field[];
  readonly only?: Condition;
}

/** Shown only when another field (of the same form or group item) has one of these values. */
export interface Condition {
  readonly field: string;
  readonly is: readonly (string | boolean)[];
}

export interface Option {
  readonly id: string;
  readonly text: Texts;
  readonly hint?: Texts;
}

interface FieldHead {
  readonly id: string;
  readonly label: Texts;
  /** What a right answer looks like, or where it is found. */
  readonly hint?: Texts;
  /** Why it is asked, where that is not plain. */
  readonly why?: Texts;
  readonly optional?: true;
  readonly only?: Condition;
}

export type FieldKind =
  | { readonly kind: 'text'; readonly lengthMax: number; readonly lines?: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'day'; readonly when?: 'past' | 'future' | 'any' }
  /** A day with a time of day, in Beijing time unless an offset is named. */
  | { readonly kind: 'instant' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'choices'; readonly options: readonly Option[]; readonly most?: number }
  /** `type` is a document type, or `typeField` names the field that holds it. */
  | { readonly kind: 'document-number'; readonly type?: string; readonly typeField?: string }
  /** Unified social credit code of an organisation of the mainland. */
  | { readonly kind: 'credit-code' }
  | { readonly kind: 'country' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'email' }
  | { readonly kind: 'number'; readonly from: number; readonly to: number }
  | { readonly kind: 'files'; readonly most: number; readonly accept: readonly FileMedia[] }
  | { readonly kind: 'slot'; readonly calendar: string }
  /** Consent: its own action, never ticked beforehand (C-08). */
  | { readonly kind: 'consent'; readonly version: string; readonly text: Texts }
  | {
      readonly kind: 'group';
      readonly fields: readonly SimpleField[];
      readonly least: number;
      readonly most: number;
      readonly item: Texts;
    };

export const FILE_MEDIA = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type FileMedia = (typeof FILE_MEDIA)[number];

export type Field = FieldHead & FieldKind;
/** What may stand in a group: no group within a group, no files, no slot. */
export type SimpleField = FieldHead & Exclude<FieldKind, { kind: 'group' | 'files' | 'slot' | 'consent' }>;

export type Value = string | boolean | number | readonly string[] | readonly Answers[];
/** By field id. */
export interface Answers {
  readonly [field: string]: Value;
}

const holds = (condition: Condition | undefined, answers: Answers): boolean => {
  if (!condition) return true;
  const value = answers[condition.field];
  return (typeof value === 'string' || typeof value === 'boolean') && condition.is.includes(value);
};

/** The fields that count for these answers: what is hidden is neither asked nor kept. */
export const shownFields = <Kind extends Field>(fields: readonly Kind[], answers: Answers): Kind[] =>
  fields.filter((field) => holds(field.only, answers));

export const shownSteps = (form: Form, answers: Answers): Step[] =>
  form.steps.filter((step) => holds(step.only, answers) && shownFields(step.fields, answers).length > 0);
