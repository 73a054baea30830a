/**
 * Everything that is signed for a traveller, and exactly which facts each kind carries: no birth date, no full document number
 * (F-04). The order of kinds and of their facts is the order on the wire; both only ever grow at their ends.
 */
import { count, day, type Field, instant, lastFour, maskedName, oneOf, someOf, text } from './fields.ts';

/** What a permit may be shown for. The law decides which of them a permit is issued for (H). */
export const PURPOSES = ['train', 'flight', 'lodging', 'border'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const DIRECTIONS = ['exit', 'entry'] as const;

const NAME_MAX = 40;
const CODE_MAX = 24;
const LABEL_MAX = 60;
const ROWS_MAX = 100_000;

export const KINDS = {
  /** H-13: temporary electronic permit, in place of a document that is not at hand. */
  permit: { name: maskedName(NAME_MAX), document: lastFour, purposes: someOf(PURPOSES) },
  /** E-06: one crossing; `port` is its name or code, as it is shown to whoever checks. */
  'crossing-receipt': { port: text(CODE_MAX), direction: oneOf(DIRECTIONS), at: instant, document: lastFour },
  /** I-01: travel permit and residence permit belong to one person. */
  linkage: { name: maskedName(NAME_MAX), permit: lastFour, residence: lastFour },
  /** An appointment: who shows it, what for, where, when, and for how long in minutes. */
  appointment: {
    name: maskedName(NAME_MAX),
    service: text(LABEL_MAX),
    place: text(LABEL_MAX),
    at: instant,
    minutes: count(24 * 60),
  },
  /** E-03: what a printed certificate of crossings says in all; the rows themselves are proved by the signed PDF. */
  'records-certificate': {
    name: maskedName(NAME_MAX),
    document: lastFour,
    from: day,
    to: day,
    exits: count(ROWS_MAX),
    entries: count(ROWS_MAX),
  },
  /** Any other printed result: what it is and whom it is for. */
  letter: { name: maskedName(NAME_MAX), subject: text(LABEL_MAX) },
} as const;

export type CredentialKind = keyof typeof KINDS;
export const CREDENTIAL_KINDS = Object.keys(KINDS) as CredentialKind[];

type ValueOf<F> = F extends Field<infer T> ? T : never;
export type FactsOf<Kind extends CredentialKind> = {
  readonly [Name in keyof (typeof KINDS)[Kind]]: ValueOf<(typeof KINDS)[Kind][Name]>;
};
