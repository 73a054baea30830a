/** The tables as Kysely sees them; the columns' meaning is in migrations/. Instants are bigint, days ISO text. */
import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';
import type { Day, Instant } from '../../kernel/index.ts';

type Json = ColumnType<unknown, string, string>;

export interface Tables {
  schema_version: { version: number; name: string; checksum: string; applied_at: Instant };
  travellers: {
    id: string;
    category: string;
    sealed: Buffer;
    audit_key: Buffer;
    synthetic: boolean;
    added_at: Instant;
  };
  person_keys: { person_id: string; purpose: string; wrapped: Buffer; kek_id: string; made_at: Instant };
  documents: {
    id: string;
    traveller_id: string;
    type: string;
    expires: Day;
    number_index: Buffer;
    sealed: Buffer;
    added_at: Instant;
  };
  endorsements: {
    id: string;
    document_id: string;
    type: string;
    entries: string;
    destination: string;
    expires: Day;
    added_at: Instant;
  };
  guardian_links: {
    ward_id: string;
    guardian_id: string;
    relation: string;
    valid_from: Day;
    valid_to: Day;
    evidence: Buffer | null;
    added_at: Instant;
  };
  consents: {
    id: string;
    traveller_id: string;
    purpose: string;
    modality: string;
    text_version: string;
    language: string;
    guardian_id: string | null;
    evidence: Buffer | null;
    given_at: Instant;
    withdrawn_at: Instant | null;
  };
  templates: {
    id: string;
    traveller_id: string;
    consent_id: string;
    modality: string;
    position: string;
    model: string;
    source: string;
    sealed: Buffer;
    captured_at: Instant;
    stored_at: Instant;
  };
  passages: { id: string; port: string; lane: string; direction: string; started_at: Instant };
  decisions: {
    id: string;
    question: string;
    traveller_id: string | null;
    at: Instant;
    facts_hash: string;
    rules_hash: string;
    plain: string | null;
    sealed: Buffer | null;
  };
  crossings: {
    id: string;
    passage_id: string;
    traveller_id: string;
    document_id: string | null;
    decision_id: string | null;
    port: string;
    direction: string;
    cleared_at: Instant;
    idempotency_key: string;
    salt: Buffer;
  };
  crossing_outcomes: { crossing_id: string; outcome: string; reason: string | null; at: Instant };
  referrals: {
    id: string;
    passage_id: string;
    traveller_id: string | null;
    decision_id: string | null;
    reasons: string[];
    at: Instant;
  };
  referral_resolutions: { referral_id: string; officer_id: string; resolution: string; at: Instant };
  audit_entries: { id: string; object: string | null; leaf: string };
  audit_pending: { entry_id: string; place: Generated<number> };
  audit_log: { place: number; entry_id: string; leaf_hash: Buffer };
  audit_checkpoints: { size: number; root: Buffer; frontier: Buffer; made_at: Instant };
  officers: { id: string; name: string; role: string; added_at: Instant; disabled_at: Instant | null };
  passkeys: {
    credential_id: string;
    officer_id: string;
    public_key: Buffer;
    counter: number;
    transports: string[];
    backed_up: boolean;
    label: string;
    added_at: Instant;
    used_at: Instant | null;
  };
  sign_in_links: { token_hash: string; officer_id: string; made_at: Instant; expires_at: Instant };
  challenges: { challenge: string; ceremony: string; officer_id: string | null; expires_at: Instant };
  sessions: { id_hash: string; officer_id: string; started_at: Instant; seen_at: Instant };
  settings: { name: string; value: Json; set_at: Instant };
}

export type NewRow<Name extends keyof Tables> = Insertable<Tables[Name]>;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
