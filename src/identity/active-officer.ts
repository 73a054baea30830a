/** An officer whose account is there and not disabled. */
import { RoomError } from '../kernel/index.ts';
import type { Identity } from './context.ts';
import type { Officer } from './identity-store.ts';

/** Throws NOT_FOUND. */
export async function activeOfficer(identity: Identity, id: string): Promise<Officer> {
  const officer = await identity.store.officer(id);
  if (officer && officer.disabledAt === undefined) return officer;
  throw new RoomError('NOT_FOUND', `There is no active officer ${id}.`, { field: 'officer', value: id });
}
