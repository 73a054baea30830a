/** Takes travellers in: checked, sealed, and inserted in batches. */
import type { TravellerId } from '../../kernel/index.ts';
import type { Access } from '../access.ts';
import type { Store } from '../store.ts';
import { checkTraveller } from './check-input.ts';
import { insertTravellers } from './insert.ts';
import { prepareTraveller } from './prepare.ts';
import type { NewTraveller } from './traveller.ts';

const BATCH = 1000;

export async function addTravellers(
  store: Store,
  inputs: readonly NewTraveller[],
  by: Access,
): Promise<TravellerId[]> {
  for (const input of inputs) checkTraveller(input);
  const ids: TravellerId[] = [];
  for (let start = 0; start < inputs.length; start += BATCH) {
    const part = inputs.slice(start, start + BATCH);
    const rows = await Promise.all(part.map((input) => prepareTraveller(store, input)));
    await insertTravellers(store, rows, by);
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}
