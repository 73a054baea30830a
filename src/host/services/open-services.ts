/** Puts the services together: the desk over the store, the law, the issuer; for holders and for officers. */
import { createHmac } from 'node:crypto';
import type { IssuerKeys } from '../../credentials/node.ts';
import { LANGUAGES, type Language, RoomError, type TravellerId } from '../../kernel/index.ts';
import type { Asker, ServiceSource } from '../../server/index.ts';
import { CaseOfficers, type CredentialOrder, makeCode, SERVICES, ServiceDesk } from '../../services/index.ts';
import type { House } from '../house/house.ts';
import { holderOf } from './holder.ts';
import { issue } from './issuer.ts';
import { caseLetter } from './letter.ts';
import { readFile } from './read-file.ts';

export function openServices(house: House, issuer: IssuerKeys, verifyAt: string): ServiceSource {
  const { records, law, clock } = house;
  const sign = (order: CredentialOrder) => issue(issuer, house, order);
  const desk = new ServiceDesk({
    services: SERVICES,
    store: records.cases,
    law,
    clock,
    issue: sign,
    readFile,
  });
  const officers = new CaseOfficers({
    desk,
    store: records.cases,
    issue: sign,
    holderOf: async (account) => holderOf(house, await askerOf(house, account)),
  });
  return {
    desk,
    officers,
    store: records.cases,
    law,
    holderOf: (asker) => holderOf(house, asker),
    letter: (record, service, language) => caseLetter(issuer, verifyAt, record, service, language),
    rotatingCode: (registration) => makeCode(codeSecret(house), registration, clock.now()),
  };
}

/** What issuer and gates share; it opens nothing else of the house. */
const codeSecret = ({ keys }: Pick<House, 'keys'>): Uint8Array =>
  createHmac('sha256', keys.indexKey()).update('kouan/e-channel-code').digest();

/** The holder of a case as an officer meets them: without a session, so not seen just now. */
async function askerOf({ records }: House, id: string): Promise<Asker> {
  const account = await records.accounts.account(id);
  if (!account) throw new RoomError('NOT_FOUND', 'The account of this case is gone.');
  const { kind, mainlandMobile, realName } = account;
  const language: Language = LANGUAGES.find((one) => one === account.language) ?? 'en';
  return { id, kind, language, mainlandMobile, ...(realName ? { realName } : {}) } as Asker & {
    realName?: { traveller: TravellerId };
  };
}
