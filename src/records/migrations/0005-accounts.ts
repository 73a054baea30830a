import type { Migration } from './migration.ts';

/**
 * Travellers' accounts, and how they sign in. What officers and travellers sign in with has one form, so the older
 * tables name their holder as the new ones do. `sealed` is under the account's own key (`wrapped`), whose end erases it.
 * `attempts.subject` and `provider_index` are blind indexes: they tell nothing without the key.
 */
export const accounts: Migration = {
  version: 5,
  name: 'accounts',
  sql: `
ALTER TABLE passkeys RENAME COLUMN officer_id TO holder_id;
ALTER TABLE sign_in_links RENAME COLUMN officer_id TO holder_id;
ALTER TABLE challenges RENAME COLUMN officer_id TO holder_id;
ALTER TABLE sessions RENAME COLUMN officer_id TO holder_id;

CREATE TABLE accounts (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('guest', 'passkey', 'oidc')),
  language text NOT NULL,
  traveller_id text REFERENCES travellers (id),
  real_name_at bigint,
  provider_index bytea UNIQUE,
  mainland_mobile boolean NOT NULL DEFAULT false,
  wrapped bytea,
  kek_id text,
  sealed bytea,
  opened_at bigint NOT NULL,
  closed_at bigint,
  CHECK ((traveller_id IS NULL) = (real_name_at IS NULL)),
  CHECK ((wrapped IS NULL) = (kek_id IS NULL))
);
CREATE INDEX accounts_traveller ON accounts (traveller_id);

CREATE TABLE account_passkeys (
  credential_id text PRIMARY KEY,
  holder_id text NOT NULL REFERENCES accounts (id),
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  backed_up boolean NOT NULL,
  label text NOT NULL,
  added_at bigint NOT NULL,
  used_at bigint
);
CREATE INDEX account_passkeys_holder ON account_passkeys (holder_id);

CREATE TABLE account_links (
  token_hash text PRIMARY KEY,
  holder_id text NOT NULL REFERENCES accounts (id),
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX account_links_holder ON account_links (holder_id);

CREATE TABLE account_challenges (
  challenge text PRIMARY KEY,
  ceremony text NOT NULL CHECK (ceremony IN ('registration', 'authentication')),
  holder_id text REFERENCES accounts (id),
  expires_at bigint NOT NULL
);

CREATE TABLE account_sessions (
  id_hash text PRIMARY KEY,
  holder_id text NOT NULL REFERENCES accounts (id),
  started_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  real_person_at bigint
);
CREATE INDEX account_sessions_holder ON account_sessions (holder_id);

CREATE TABLE account_consents (
  account_id text NOT NULL REFERENCES accounts (id),
  purpose text NOT NULL,
  text_version text NOT NULL,
  language text NOT NULL,
  given_at bigint NOT NULL,
  withdrawn_at bigint,
  PRIMARY KEY (account_id, purpose, given_at),
  CHECK (withdrawn_at IS NULL OR withdrawn_at >= given_at)
);

CREATE TABLE contact_codes (
  account_id text PRIMARY KEY REFERENCES accounts (id),
  sealed bytea NOT NULL,
  tries_left integer NOT NULL CHECK (tries_left >= 0),
  expires_at bigint NOT NULL
);

CREATE TABLE attempts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  act text NOT NULL,
  subject bytea NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX attempts_subject ON attempts (act, subject, at);
CREATE INDEX attempts_at ON attempts (at);
`,
};
