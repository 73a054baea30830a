/** Destroys the key and the rows: what backups and disks still hold of the templates has no key any more. */
import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import type { Modality } from '../modality.ts';
import { GALLERY_CHANNEL } from './gallery-channel.ts';

/** Within the caller's transaction. Returns how many templates there were. */
export async function eraseTemplates(
  tx: Db,
  traveller: string,
  modalities: readonly Modality[],
): Promise<number> {
  await tx
    .deleteFrom('person_keys')
    .where('person_id', '=', traveller)
    .where('purpose', 'in', modalities)
    .execute();
  const gone = await tx
    .deleteFrom('templates')
    .where('traveller_id', '=', traveller)
    .where('modality', 'in', modalities)
    .returning('id')
    .execute();
  await sql`SELECT pg_notify(${GALLERY_CHANNEL}, ${traveller})`.execute(tx);
  return gone.length;
}
