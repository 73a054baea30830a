/** An officer whose account is there and not disabled. */
import { RoomError } from '../../kernel/index.ts';
import type { IdentityStore, Officer } from './officer-store.ts';

/** Throws NOT_FOUND. */
export async function activeOfficer(store: IdentityStore, id: string): Promise<Officer> {
  const officer = await store.officer(id);
  if (officer && officer.disabledAt === undefined) return officer;
  throw new RoomError('NOT_FOUND', `There is no active officer ${id}.`, { field: 'officer', value: id });
}
