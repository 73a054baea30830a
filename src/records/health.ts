/** Does the store answer, and how fast? */
import { sql } from 'kysely';
import { type Clock, type ErrorCode, isRoomError } from '../kernel/index.ts';
import type { Db } from './database/open-database.ts';

export type Health =
  | { readonly outcome: 'well'; readonly ms: number; readonly rowSecurity: boolean }
  | { readonly outcome: 'unwell'; readonly code: ErrorCode };

/** Never throws; takes two and a half seconds at most. */
export async function checkHealth(db: Db, clock: Clock, rowSecurity: boolean): Promise<Health> {
  const start = clock.elapsed();
  try {
    await sql`SELECT 1`.execute(db);
    return { outcome: 'well', ms: clock.elapsed() - start, rowSecurity };
  } catch (error) {
    return { outcome: 'unwell', code: isRoomError(error) ? error.code : 'INTERNAL' };
  }
}
