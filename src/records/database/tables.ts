/** The tables as Kysely sees them; the columns' meaning is in migrations/. Instants are bigint, days ISO text. */
import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';
import type { Day, Instant } from '../../kernel/index.ts';

type Json = ColumnType<unknown, string, string>;

/** What one signs in with has one form, whoever signs in. */
interface PasskeyColumns {
  credential_id: string;
  holder_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  backed_up: boolean;
  label: string;
  added_at: Instant;
  used_at: Instant | null;
}
interface LinkColumns {
  token_hash: string;
  holder_id: string;
  made_at: Instant;
  expires_at: Instant;
}
interface ChallengeColumns {
  challenge: string;
  ceremony: string;
  holder_id: string | null;
  expires_at: Instant;
}
interface SessionColumns {
  id_hash: string;
  holder_id: string;
  started_at: Instant;
  seen_at: Instant;
}

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
  passkeys: PasskeyColumns;
  sign_in_links: LinkColumns;
  challenges: ChallengeColumns;
  sessions: SessionColumns;
  accounts: {
    id: string;
    kind: string;
    language: string;
    traveller_id: string | null;
    real_name_at: Instant | null;
    provider_index: Buffer | null;
    mainland_mobile: Generated<boolean>;
    wrapped: Buffer | null;
    kek_id: string | null;
    sealed: Buffer | null;
    opened_at: Instant;
    closed_at: Instant | null;
  };
  account_passkeys: PasskeyColumns;
  account_links: LinkColumns;
  account_challenges: ChallengeColumns;
  account_sessions: SessionColumns & { real_person_at: Instant | null };
  account_consents: {
    account_id: string;
    purpose: string;
    text_version: string;
    language: string;
    given_at: Instant;
    withdrawn_at: Instant | null;
  };
  contact_codes: { account_id: string; sealed: Buffer; tries_left: number; expires_at: Instant };
  attempts: { id: Generated<number>; act: string; subject: Buffer; at: Instant };
  cases: {
    id: string;
    service: string;
    account_id: string;
    traveller_id: string | null;
    request_key: string;
    state: string;
    due_on: Day | null;
    owner_id: string | null;
    wrapped: Buffer;
    kek_id: string;
    sealed: Buffer;
    opened_at: Instant;
    changed_at: Instant;
  };
  case_events: {
    case_id: string;
    place: number;
    at: Instant;
    action: string;
    actor: string;
    state: string;
    reasons: string[];
  };
  case_files: {
    id: string;
    case_id: string;
    field: string;
    sealed_head: Buffer;
    sealed: Buffer;
    added_at: Instant;
  };
  case_uses: { case_id: string; kind: string; holder: string; at: Instant };
  case_credentials: { id: string; case_id: string; valid_until: Instant; revoked_at: Instant | null };
  bookings: { calendar: string; slot: string; seat: number; case_id: string; booked_at: Instant };
  notices: {
    id: string;
    account_id: string;
    case_id: string | null;
    kind: string;
    made_at: Instant;
    delivered_at: Instant | null;
    send_at: Instant;
    tries: number;
  };
  push_subscriptions: { id: string; account_id: string; sealed: Buffer; added_at: Instant };
  settings: { name: string; value: Json; set_at: Instant };
}

export type NewRow<Name extends keyof Tables> = Insertable<Tables[Name]>;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;
