/** Records: the durable memory of a port. Postgres, sealed columns, crossings, the tamper-evident audit log. */
export type { Access } from './access.ts';
export type { Accounts } from './accounts/accounts.ts';
export type { AuditLog, AuditNote, AuditRow } from './audit/audit-log.ts';
export type { AuditVerdict, Checkpoint } from './audit/verify.ts';
export type { Consent, ConsentId, Consents, NewConsent, Withdrawal } from './consents.ts';
export type { Crossing, Crossings } from './crossings.ts';
export type { Decisions, KeptDecision, NewDecision } from './decisions.ts';
export type { TravellerFacts } from './facts.ts';
export type { GalleryListener } from './gallery-changes.ts';
export type { Health } from './health.ts';
export { type FileKeysOptions, openFileKeys } from './keys/file-keys.ts';
export type { KeyProvider, WrappedKey } from './keys/key-provider.ts';
export { MODALITIES, type Modality, PURPOSE } from './modality.ts';
export type { Officers } from './officers.ts';
export { openRecords, type Records, type RecordsOptions } from './open-records.ts';
export type { PassageRow, PassageState, PassageStats } from './passages/overview.ts';
export type { Clearance, Cleared, CrossingId, Passage, Passages, Referral } from './passages/passages.ts';
export { type ConnectedPostgres, connectPostgres } from './postgres/connect-postgres.ts';
export type { Log } from './postgres/log.ts';
export {
  findRunningPostgres,
  type PostgresOptions,
  type RunningPostgres,
  startPostgres,
} from './postgres/start-postgres.ts';
export type { OpenReferral, Referrals } from './referrals.ts';
export type { Settings } from './settings.ts';
export type {
  LoadOptions,
  NewTemplate,
  StoredTemplate,
  TamperedTemplate,
  TemplateId,
  TemplateSource,
  Templates,
} from './templates/templates.ts';
export type { GuardianLink } from './travellers/guardians.ts';
export type * from './travellers/traveller.ts';
export type { Travellers } from './travellers/travellers.ts';
