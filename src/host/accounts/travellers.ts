/** Travellers' accounts with their parts: the records, the engines, the register, messages, identity providers. */
import { REAL_NAME_DOCUMENTS, readDay, readNumber } from '../../documents/index.ts';
import { type Messages, openTravellers } from '../../identity/index.ts';
import { type Clock, minutes } from '../../kernel/index.ts';
import type { TravellerEntrance } from '../../server/index.ts';
import type { People } from '../../simulator/node.ts';
import type { House } from '../house/house.ts';
import { openLiveFace } from './live-face.ts';
import { openIdentityProviders } from './providers.ts';
import { originOf, relyingPartyOf } from './relying-party.ts';

export interface TravellerParts {
  readonly house: House;
  readonly people: People;
  readonly clock: Clock;
  readonly messages: Messages;
  /** Of the pages. */
  readonly port: number;
}

export interface TravellerDoor {
  readonly entrance: TravellerEntrance;
  stop(): void;
}

const FORGET_EVERY = minutes(10);

export async function openTravellerDoor(parts: TravellerParts): Promise<TravellerDoor> {
  const { house, people, clock, messages, port } = parts;
  const { records, settings } = house;
  const relyingParty = relyingPartyOf(settings, port);
  const identity = openTravellers({
    store: records.accounts,
    audit: records.audit,
    clock,
    relyingParty,
    messages,
    register: { find: records.findRegistered },
    documents: { types: REAL_NAME_DOCUMENTS, readNumber, readDay },
    ...openLiveFace(house.engines, people),
  });
  const origin = originOf(relyingParty);
  const providers = await openIdentityProviders({ settings, records, clock, origin });
  let cancel = clock.after(FORGET_EVERY, forget);
  function forget() {
    // A store that is away keeps what ran out a little longer.
    void identity.forgetExpired().catch(() => undefined);
    cancel = clock.after(FORGET_EVERY, forget);
  }
  return { entrance: { identity, ...providers }, stop: () => cancel() };
}
