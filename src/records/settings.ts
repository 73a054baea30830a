/** `records.settings`: what this store remembers about itself; any JSON value under a name. */
import { canonicalJson } from '../kernel/index.ts';
import type { Store } from './store.ts';

export interface Settings {
  /** Undefined when it was never set; the caller checks its form. */
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
}

export function openSettings(store: Pick<Store, 'database' | 'clock'>): Settings {
  const db = store.database.quick;
  return {
    async get(name) {
      const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
      return row?.value;
    },
    async set(name, value) {
      const row = { value: canonicalJson(value), set_at: store.clock.now() };
      await db
        .insertInto('settings')
        .values({ name, ...row })
        .onConflict((same) => same.column('name').doUpdateSet(row))
        .execute();
    },
  };
}
