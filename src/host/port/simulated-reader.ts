/** The finger that a simulated reader finds on a person without a reader of their own: one of the synthetic masters, always the same. */
import { type GreyImage, hash32, RoomError, type TravellerId } from '../../kernel/index.ts';
import { CAREFUL, makeImpression } from '../../simulator/index.ts';
import type { People } from '../../simulator/node.ts';

export const SIMULATED_FINGER = 'left-index';

export async function simulatedImpression(
  people: People,
  traveller: TravellerId,
  attempt: number,
): Promise<GreyImage> {
  const person = people.roster[hash32(traveller) % people.roster.length];
  if (!person)
    throw new RoomError('CONFIG_INVALID', 'There is no synthetic person whose finger could stand in.');
  const master = await people.master(person.id, SIMULATED_FINGER);
  return makeImpression(master, { ...CAREFUL, seed: hash32(`${traveller}/${attempt}`) });
}
