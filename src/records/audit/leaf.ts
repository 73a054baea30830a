/** One audit leaf: what was done, by whom, to whom; never personal data, since a leaf cannot be erased. */
import { createHash, createHmac } from 'node:crypto';
import {
  type Clock,
  canonicalJson,
  type FillRandom,
  fieldInvalid,
  formatInstant,
  newId,
} from '../../kernel/index.ts';

export interface AuditEvent {
  /** What was done, as `template-stored`. */
  readonly action: string;
  readonly actor: string;
  readonly purpose?: string;
  /** The traveller's pseudonym, from `pseudonymOf`; never an id of a person. */
  readonly object?: string;
  readonly decisionId?: string;
  /** Hash of the rules a decision was taken by. */
  readonly rulesHash?: string;
  /** An outcome or reason code, or several joined by commas. */
  readonly result?: string;
  /** SHA-256 of salt and record, from `commitmentTo`: the record can be shown to be the one of that time. */
  readonly commitment?: string;
  readonly count?: number;
}

export interface AuditLeaf {
  readonly id: string;
  readonly object: string | null;
  /** Canonical JSON: what is hashed. */
  readonly leaf: string;
}

const LEAF_VERSION = 1;
/** Codes and ids fit; names, sentences and document numbers with spaces do not. */
const CODE_FORM = /^[A-Za-z0-9_.:,/-]{1,200}$/;

export function makeLeaf(event: AuditEvent, clock: Clock, fill: FillRandom): AuditLeaf {
  for (const field of ['action', 'actor', 'purpose', 'result'] as const) {
    const value = event[field];
    if (value !== undefined && !CODE_FORM.test(value)) throw fieldInvalid(field, value, 'a short code or id');
  }
  const id = newId('audit', clock, fill);
  const leaf = canonicalJson({ v: LEAF_VERSION, ts: formatInstant(clock.now()), id, ...event });
  return { id, object: event.object ?? null, leaf };
}

/** Stands for a person in the log; without the person's audit key nobody can link it to them. */
export const pseudonymOf = (auditKey: Uint8Array, person: string): string =>
  createHmac('sha256', auditKey).update(person).digest('hex').slice(0, 32);

export const commitmentTo = (salt: Uint8Array, record: unknown): string =>
  createHash('sha256').update(salt).update(canonicalJson(record)).digest('hex');
