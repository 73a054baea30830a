/** Puts "my data" together: the desk over the records and the law, its papers signed by the issuer. */
import { createHmac } from 'node:crypto';
import type { IssuerKeys } from '../../credentials/node.ts';
import type { MyDataSource } from '../../server/index.ts';
import { type Asking, MyDataDesk, readingOf } from '../../services/index.ts';
import type { House } from '../house/house.ts';
import { PORT } from '../port/lane-plan.ts';
import { openCrossingDesk } from './crossing-records.ts';
import { erasureLetter, everythingLetter } from './my-data-letters.ts';

type Needs = Pick<House, 'records' | 'law' | 'clock' | 'keys'>;

const PSEUDONYM_LENGTH = 6;

export function openMyData(house: Needs, issuer: IssuerKeys, verifyAt: string): MyDataSource {
  const { records, law, clock } = house;
  const desk = new MyDataDesk({
    clock,
    law,
    port: PORT.id,
    register: records.travellers,
    facts: async (traveller, document) => ({ ...(await records.facts(traveller, document)) }),
    consents: records.consents,
    audit: records.audit,
    crossings: records.crossings,
    pseudonymOf: pseudonyms(house),
  });
  const everything = async (who: Asking) =>
    desk.everything(who, await records.cases.list({ account: who.account }, { limit: CASES_MAX }));
  return {
    desk,
    law,
    crossings: openCrossingDesk(house, issuer, verifyAt),
    everything,
    everythingPdf: async (who, language) => everythingLetter(issuer, law, await everything(who), language),
    erasurePdf: async (who, erasure, language) => {
      const { names } = await records.travellers.get(who.traveller, readingOf(who));
      return erasureLetter(issuer, erasure, Object.values(names)[0] ?? '', language);
    },
  };
}

const CASES_MAX = 500;

/** The same officer has the same name in every list; without the house's key nobody finds whose it is. */
const pseudonyms =
  ({ keys }: Pick<House, 'keys'>) =>
  (actor: string): string =>
    createHmac('sha256', keys.indexKey())
      .update(`who-looked/${actor}`)
      .digest('hex')
      .slice(0, PSEUDONYM_LENGTH);
