import type { Migration } from './migration.ts';

/**
 * Who is registered. Columns named `sealed` hold AES-256-GCM ciphertext; `…_at` are milliseconds since
 * 1970 (an Instant); days are `date`. A template hangs on a consent of the same person and modality, and a
 * trigger refuses one whose consent is withdrawn: so neither code nor a hand at the prompt can keep one (R10).
 */
export const people: Migration = {
  version: 1,
  name: 'people',
  sql: `
CREATE TABLE travellers (
  id text PRIMARY KEY,
  category text NOT NULL CHECK (category IN ('hkmo', 'mainland', 'foreigner', 'taiwan')),
  sealed bytea NOT NULL,
  audit_key bytea NOT NULL,
  synthetic boolean NOT NULL,
  added_at bigint NOT NULL
);

CREATE TABLE person_keys (
  person_id text NOT NULL REFERENCES travellers (id),
  purpose text NOT NULL CHECK (purpose IN ('personal', 'face', 'fingerprint')),
  wrapped bytea NOT NULL,
  kek_id text NOT NULL,
  made_at bigint NOT NULL,
  PRIMARY KEY (person_id, purpose)
);
CREATE INDEX person_keys_kek ON person_keys (kek_id);

CREATE TABLE documents (
  id text PRIMARY KEY,
  traveller_id text NOT NULL REFERENCES travellers (id),
  type text NOT NULL,
  expires date NOT NULL,
  number_index bytea NOT NULL,
  sealed bytea NOT NULL,
  added_at bigint NOT NULL,
  UNIQUE (type, number_index)
);
CREATE INDEX documents_traveller ON documents (traveller_id);
CREATE INDEX documents_number ON documents (number_index);

CREATE TABLE endorsements (
  id text PRIMARY KEY,
  document_id text NOT NULL REFERENCES documents (id),
  type text NOT NULL,
  entries text NOT NULL,
  destination text NOT NULL,
  expires date NOT NULL,
  added_at bigint NOT NULL
);
CREATE INDEX endorsements_document ON endorsements (document_id);

CREATE TABLE guardian_links (
  ward_id text NOT NULL REFERENCES travellers (id),
  guardian_id text NOT NULL REFERENCES travellers (id),
  relation text NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  evidence bytea,
  added_at bigint NOT NULL,
  PRIMARY KEY (ward_id, guardian_id),
  CHECK (ward_id <> guardian_id),
  CHECK (valid_from <= valid_to)
);

CREATE TABLE consents (
  id text PRIMARY KEY,
  traveller_id text NOT NULL REFERENCES travellers (id),
  purpose text NOT NULL CHECK (purpose IN ('border-inspection')),
  modality text NOT NULL CHECK (modality IN ('face', 'fingerprint')),
  text_version text NOT NULL,
  language text NOT NULL,
  guardian_id text REFERENCES travellers (id),
  evidence bytea,
  given_at bigint NOT NULL,
  withdrawn_at bigint,
  UNIQUE (id, traveller_id, modality),
  CHECK (withdrawn_at IS NULL OR withdrawn_at >= given_at)
);
CREATE UNIQUE INDEX consents_open ON consents (traveller_id, purpose, modality) WHERE withdrawn_at IS NULL;
CREATE INDEX consents_traveller ON consents (traveller_id);

CREATE TABLE templates (
  id text PRIMARY KEY,
  traveller_id text NOT NULL REFERENCES travellers (id),
  consent_id text NOT NULL,
  modality text NOT NULL CHECK (modality IN ('face', 'fingerprint')),
  position text NOT NULL,
  model text NOT NULL,
  source text NOT NULL CHECK (source IN ('ISSUANCE', 'PORT_POINT', 'FAST_LANE', 'FILE', 'SYNTHETIC')),
  sealed bytea NOT NULL,
  captured_at bigint NOT NULL,
  stored_at bigint NOT NULL,
  FOREIGN KEY (consent_id, traveller_id, modality) REFERENCES consents (id, traveller_id, modality),
  UNIQUE (traveller_id, modality, position, model)
);
CREATE INDEX templates_consent ON templates (consent_id);

CREATE FUNCTION refuse_template_without_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM consents WHERE id = NEW.consent_id AND withdrawn_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a template needs a consent that is not withdrawn' USING ERRCODE = '23503';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER templates_need_consent BEFORE INSERT OR UPDATE ON templates
  FOR EACH ROW EXECUTE FUNCTION refuse_template_without_consent();
`,
};
