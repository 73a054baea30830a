/** Who asks for a service: the session's facts, with what the register holds where the name was checked. */
import { maskName } from '../../documents/index.ts';
import { type Language, shanghaiDay } from '../../kernel/index.ts';
import type { Traveller } from '../../records/index.ts';
import type { Asker } from '../../server/index.ts';
import type { Holder, HolderPerson } from '../../services/index.ts';
import type { House } from '../house/house.ts';

type Register = Pick<House, 'records' | 'clock'>;

export async function holderOf(house: Register, asker: Asker): Promise<Holder> {
  const { id, kind, language, mainlandMobile, realName, realPerson } = asker;
  return {
    account: id,
    guest: kind === 'guest',
    language,
    realPerson: realPerson !== undefined,
    mainlandMobile,
    ...(realName ? { person: await personOf(house, realName.traveller, asker) } : {}),
  };
}

/** The reading is audited under the account's own id, so that the holder finds it in the list of who looked. */
async function personOf(
  { records, clock }: Register,
  traveller: string,
  { id, language, realPerson }: Asker,
): Promise<HolderPerson> {
  const by = { actor: id, purpose: 'self-service' };
  // Whoever found somebody's permit passes the name check: a child's name is for the one who was seen.
  const shown = (name: string) => (realPerson ? name : maskName(name));
  const person = await records.travellers.get(traveller, by);
  const wards = await records.travellers.wardsOf(traveller, shanghaiDay(clock.now()));
  const known = await Promise.all(wards.map((ward) => records.travellers.get(ward, by)));
  return {
    traveller,
    category: person.category,
    name: nameOf(person, language),
    birthDate: person.birthDate,
    documents: person.documents.map(({ type, number, expires, endorsements }) => ({
      type,
      number,
      expires,
      endorsements: endorsements.map((endorsement) => ({ ...endorsement })),
    })),
    wards: known.map((ward) => ({
      traveller: ward.id,
      name: shown(nameOf(ward, language)),
      birthDate: ward.birthDate,
    })),
  };
}

function nameOf({ names }: Traveller, language: Language): string {
  return (
    names[language] ?? names['zh-Hant'] ?? names['zh-Hans'] ?? names.latin ?? Object.values(names)[0] ?? ''
  );
}
