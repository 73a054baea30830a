import type { Migration } from './migration.ts';

/** Who works here, how they sign in; and the settings of this store. Tokens and session ids are kept as SHA-256 only. */
export const officers: Migration = {
  version: 4,
  name: 'officers',
  sql: `
CREATE TABLE officers (
  id text PRIMARY KEY,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('officer', 'supervisor', 'operator')),
  added_at bigint NOT NULL,
  disabled_at bigint
);

CREATE TABLE passkeys (
  credential_id text PRIMARY KEY,
  officer_id text NOT NULL REFERENCES officers (id),
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  backed_up boolean NOT NULL,
  label text NOT NULL,
  added_at bigint NOT NULL,
  used_at bigint
);
CREATE INDEX passkeys_officer ON passkeys (officer_id);

CREATE TABLE sign_in_links (
  token_hash text PRIMARY KEY,
  officer_id text NOT NULL REFERENCES officers (id),
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL
);

CREATE TABLE challenges (
  challenge text PRIMARY KEY,
  ceremony text NOT NULL CHECK (ceremony IN ('registration', 'authentication')),
  officer_id text REFERENCES officers (id),
  expires_at bigint NOT NULL
);

CREATE TABLE sessions (
  id_hash text PRIMARY KEY,
  officer_id text NOT NULL REFERENCES officers (id),
  started_at bigint NOT NULL,
  seen_at bigint NOT NULL
);
CREATE INDEX sessions_officer ON sessions (officer_id);

CREATE TABLE settings (
  name text PRIMARY KEY,
  value jsonb NOT NULL,
  set_at bigint NOT NULL
);
`,
};
