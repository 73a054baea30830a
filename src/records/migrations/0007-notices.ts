import type { Migration } from './migration.ts';

/**
 * Notices are taken for a while at a time (`send_at`, `tries`) and come up again unless they were delivered. Browsers
 * that want to be told are under their account's own key, whose end erases them; `id` is a hash of the address.
 */
export const notices: Migration = {
  version: 7,
  name: 'notices',
  sql: `
ALTER TABLE notices ADD COLUMN send_at bigint NOT NULL DEFAULT 0;
ALTER TABLE notices ADD COLUMN tries integer NOT NULL DEFAULT 0;
DROP INDEX notices_waiting;
CREATE INDEX notices_waiting ON notices (send_at) WHERE delivered_at IS NULL;
CREATE INDEX notices_case ON notices (case_id) WHERE delivered_at IS NULL;

CREATE TABLE push_subscriptions (
  id text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id),
  sealed bytea NOT NULL,
  added_at bigint NOT NULL,
  PRIMARY KEY (account_id, id)
);
`,
};
