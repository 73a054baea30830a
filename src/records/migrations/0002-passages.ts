import type { Migration } from './migration.ts';

/**
 * What happened at the gates. A clearance is a row of `crossings`; how it ended is appended to
 * `crossing_outcomes`, once: completed by leaving through the exit, or voided. Nothing here is ever changed.
 */
export const passages: Migration = {
  version: 2,
  name: 'passages',
  sql: `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE TABLE passages (
  id text PRIMARY KEY,
  port text NOT NULL,
  lane text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('entry', 'exit')),
  started_at bigint NOT NULL
);
CREATE INDEX passages_started ON passages (started_at);

CREATE TABLE decisions (
  id text PRIMARY KEY,
  question text NOT NULL,
  traveller_id text REFERENCES travellers (id),
  at bigint NOT NULL,
  facts_hash text NOT NULL,
  rules_hash text NOT NULL,
  plain text,
  sealed bytea,
  CHECK ((traveller_id IS NULL) = (sealed IS NULL)),
  CHECK ((plain IS NULL) <> (sealed IS NULL))
);

CREATE TABLE crossings (
  id text PRIMARY KEY,
  passage_id text NOT NULL UNIQUE REFERENCES passages (id),
  traveller_id text NOT NULL REFERENCES travellers (id),
  document_id text REFERENCES documents (id),
  decision_id text REFERENCES decisions (id),
  port text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('entry', 'exit')),
  cleared_at bigint NOT NULL,
  idempotency_key text NOT NULL UNIQUE,
  salt bytea NOT NULL
);
CREATE INDEX crossings_traveller ON crossings (traveller_id, port, cleared_at);
CREATE INDEX crossings_cleared ON crossings (cleared_at);

CREATE TABLE crossing_outcomes (
  crossing_id text PRIMARY KEY REFERENCES crossings (id),
  outcome text NOT NULL CHECK (outcome IN ('completed', 'voided')),
  reason text,
  at bigint NOT NULL,
  CHECK ((outcome = 'voided') = (reason IS NOT NULL))
);

CREATE TABLE referrals (
  id text PRIMARY KEY,
  passage_id text NOT NULL UNIQUE REFERENCES passages (id),
  traveller_id text REFERENCES travellers (id),
  decision_id text REFERENCES decisions (id),
  reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
  at bigint NOT NULL
);
CREATE INDEX referrals_at ON referrals (at);

CREATE TABLE referral_resolutions (
  referral_id text PRIMARY KEY REFERENCES referrals (id),
  officer_id text NOT NULL,
  resolution text NOT NULL,
  at bigint NOT NULL
);

CREATE TRIGGER passages_kept BEFORE UPDATE OR DELETE ON passages
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE ON decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER crossings_kept BEFORE UPDATE OR DELETE ON crossings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER crossing_outcomes_kept BEFORE UPDATE OR DELETE ON crossing_outcomes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER referrals_kept BEFORE UPDATE OR DELETE ON referrals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER referral_resolutions_kept BEFORE UPDATE OR DELETE ON referral_resolutions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`,
};
