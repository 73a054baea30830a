import type { Migration } from './migration.ts';

/**
 * The audit log. The transaction that does a thing appends its leaf to `audit_entries` and queues it in
 * `audit_pending`; one sequencer gives the queued leaves their place in `audit_log` and hashes them into a
 * Merkle tree, whose root each checkpoint keeps. Writers never wait for each other.
 */
export const audit: Migration = {
  version: 3,
  name: 'audit',
  sql: `
CREATE TABLE audit_entries (
  id text PRIMARY KEY,
  object text,
  leaf text NOT NULL
);
CREATE INDEX audit_entries_object ON audit_entries (object);

CREATE TABLE audit_pending (
  entry_id text PRIMARY KEY REFERENCES audit_entries (id),
  place bigint GENERATED ALWAYS AS IDENTITY
);

CREATE TABLE audit_log (
  place bigint PRIMARY KEY,
  entry_id text NOT NULL UNIQUE REFERENCES audit_entries (id),
  leaf_hash bytea NOT NULL
);

CREATE TABLE audit_checkpoints (
  size bigint PRIMARY KEY,
  root bytea NOT NULL,
  frontier bytea NOT NULL,
  made_at bigint NOT NULL
);

CREATE TRIGGER audit_entries_kept BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_whole BEFORE TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_kept BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_log_whole BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_checkpoints_kept BEFORE UPDATE OR DELETE ON audit_checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
`,
};
