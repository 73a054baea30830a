/** Puts the crossing records together: what the law lets each way show, and the certificate that the issuer signs. */
import { type IssuerKeys, renderRecordsCertificate } from '../../credentials/node.ts';
import { later, minutes, newId, RoomError } from '../../kernel/index.ts';
import type { Traveller } from '../../records/index.ts';
import type { CrossingDesk } from '../../server/index.ts';
import { certificateFacts, namesOf, readingOf, searchCrossings } from '../../services/index.ts';
import type { House } from '../house/house.ts';

type Needs = Pick<House, 'records' | 'law' | 'clock'>;

/** For how long the code on a certificate counts as valid; receivers usually ask for a fresh one after a month. */
const VALID_FOR = minutes(60 * 24 * 30);
const AT_OFFICE = 'records-office';

export function openCrossingDesk(house: Needs, issuer: IssuerKeys, verifyAt: string): CrossingDesk {
  const { records, law, clock } = house;
  const parts = { law, clock, crossings: records.crossings };
  return {
    async own(who, span) {
      const by = readingOf(who);
      const person = await records.travellers.get(who.traveller, by);
      const asker = { traveller: person.id, category: person.category, by, way: 'online' as const };
      return { found: await searchCrossings(parts, asker, span), holder: holderOf(person) };
    },
    async atOffice(officer, documentNumber, span) {
      const by = { actor: officer, purpose: AT_OFFICE };
      const [person] = await records.travellers.find({ documentNumber }, by);
      if (!person) throw new RoomError('NOT_FOUND', 'Nobody on the register has this document.');
      const shown = person.documents.filter(({ number }) => isSameNumber(number, documentNumber));
      const found = await searchCrossings(
        parts,
        {
          traveller: person.id,
          category: person.category,
          by,
          way: 'office',
          documents: shown.map(({ type }) => type),
        },
        span,
      );
      return { found, holder: holderOf(person) };
    },
    async certificate(found, holder, wish) {
      const issuedAt = clock.now();
      return renderRecordsCertificate(
        {
          ...certificateFacts(found, holder, wish, law),
          issuer: { id: issuer.issuer.id, name: issuer.issuer.name[wish.language] },
          reference: newId('permit', clock),
          issuedAt,
          validUntil: later(issuedAt, VALID_FOR),
          verifyAt,
        },
        { signer: issuer.signer(), seal: issuer.documentSeal() },
      );
    },
  };
}

const holderOf = (person: Traveller) => ({ name: namesOf(person)[0] ?? '', documents: person.documents });

const isSameNumber = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (number: string): string => number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
