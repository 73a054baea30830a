/** What every module of this room works with. */
import type { Clock, FillRandom } from '../kernel/index.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { Database } from './database/open-database.ts';
import type { KeyProvider } from './keys/key-provider.ts';
import type { PersonKeys } from './keys/person-keys.ts';

export interface Store {
  readonly database: Database;
  readonly keys: KeyProvider;
  readonly personKeys: PersonKeys;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly fill: FillRandom;
}
