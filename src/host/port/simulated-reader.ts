/** The fingers that a simulated reader finds on a person without a reader of their own: synthetic masters, always the same. */
import { type GreyImage, hash32, RoomError, type TravellerId } from '../../kernel/index.ts';
import { CAREFUL, FINGERS, makeImpression } from '../../simulator/index.ts';
import type { People } from '../../simulator/node.ts';

/** What is enrolled with it, and what it reads when another finger is asked for than there are masters of. */
export const SIMULATED_FINGER = 'left-index';

export async function simulatedImpression(
  people: People,
  traveller: TravellerId,
  attempt: number,
  asked?: string,
): Promise<GreyImage> {
  const person = people.roster[hash32(traveller) % people.roster.length];
  if (!person)
    throw new RoomError('CONFIG_INVALID', 'There is no synthetic person whose finger could stand in.');
  const master = await people.master(
    person.id,
    FINGERS.find((finger) => finger === asked) ?? SIMULATED_FINGER,
  );
  return makeImpression(master, { ...CAREFUL, seed: hash32(`${traveller}/${attempt}`) });
}
