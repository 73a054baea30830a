import type { Migration } from './migration.ts';

/**
 * Cases of the services. What a holder wrote and got is under the case's own key (`wrapped`), whose end erases it; events
 * are kept in clear and hold codes only. `case_uses` counts quotas, `bookings` seats: a seat is one row, so that it cannot
 * be given twice. Row security shows a holder own cases, an officer what has left the holder's hands (see app-role.ts).
 */
export const cases: Migration = {
  version: 6,
  name: 'cases',
  sql: `
CREATE TABLE cases (
  id text PRIMARY KEY,
  service text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id),
  traveller_id text REFERENCES travellers (id),
  request_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'in-review', 'returned', 'proposed', 'granted', 'refused', 'withdrawn')),
  due_on date,
  owner_id text REFERENCES officers (id),
  wrapped bytea NOT NULL,
  kek_id text NOT NULL,
  sealed bytea NOT NULL,
  opened_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  UNIQUE (account_id, request_key)
);
CREATE INDEX cases_account ON cases (account_id, opened_at);
CREATE INDEX cases_queue ON cases (state, due_on);

CREATE TABLE case_events (
  case_id text NOT NULL REFERENCES cases (id),
  place integer NOT NULL,
  at bigint NOT NULL,
  action text NOT NULL,
  actor text NOT NULL,
  state text NOT NULL,
  reasons text[] NOT NULL,
  PRIMARY KEY (case_id, place)
);
CREATE TRIGGER case_events_kept BEFORE UPDATE OR DELETE ON case_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE case_files (
  id text PRIMARY KEY,
  case_id text NOT NULL REFERENCES cases (id),
  field text NOT NULL,
  sealed_head bytea NOT NULL,
  sealed bytea NOT NULL,
  added_at bigint NOT NULL
);
CREATE INDEX case_files_case ON case_files (case_id);

CREATE TABLE case_uses (
  case_id text PRIMARY KEY REFERENCES cases (id),
  kind text NOT NULL,
  holder text NOT NULL,
  at bigint NOT NULL
);
CREATE INDEX case_uses_holder ON case_uses (kind, holder, at);

CREATE TABLE bookings (
  calendar text NOT NULL,
  slot text NOT NULL,
  seat integer NOT NULL CHECK (seat >= 0),
  case_id text NOT NULL UNIQUE REFERENCES cases (id),
  booked_at bigint NOT NULL,
  PRIMARY KEY (calendar, slot, seat)
);

CREATE TABLE case_credentials (
  id text PRIMARY KEY,
  case_id text NOT NULL REFERENCES cases (id),
  valid_until bigint NOT NULL,
  revoked_at bigint
);
CREATE INDEX case_credentials_case ON case_credentials (case_id);
CREATE INDEX case_credentials_revoked ON case_credentials (valid_until) WHERE revoked_at IS NOT NULL;

CREATE TABLE notices (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  case_id text REFERENCES cases (id),
  kind text NOT NULL,
  made_at bigint NOT NULL,
  delivered_at bigint
);
CREATE INDEX notices_waiting ON notices (made_at) WHERE delivered_at IS NULL;
CREATE INDEX notices_account ON notices (account_id, made_at);
`,
};
