/** What is kept about a person: documents with what they allow today, and the people they are linked to. */
import { maskName, maskNumber } from '../../documents/index.ts';
import { type Day, RoomError, shanghaiDay, type Texts } from '../../kernel/index.ts';
import type { Decision, Law } from '../../policy/index.ts';
import { askLane } from './ask-lane.ts';
import { type Asking, type KnownDocument, type KnownPerson, type MyDataParts, readingOf } from './parts.ts';

export interface Overview {
  readonly names: readonly string[];
  readonly birthDate: Day;
  readonly category: KnownPerson['category'];
  readonly documents: readonly OwnDocument[];
  readonly linked: readonly Linked[];
}

export interface OwnDocument {
  readonly id: string;
  readonly type: string;
  readonly name: Texts;
  /** Its last four signs. */
  readonly tail: string;
  readonly expires: Day;
  readonly expired: boolean;
  readonly endorsements: readonly {
    readonly name: Texts;
    readonly entries: string;
    readonly destination: string;
    readonly expires: Day;
    readonly expired: boolean;
  }[];
  /** The law's answer for the lane. */
  readonly today: Decision;
}

/** A guardian's name is theirs, so a ward sees it masked; a guardian knows the child's. */
export interface Linked {
  readonly relation: 'guardian' | 'ward';
  readonly name: string;
}

export async function readOverview(parts: MyDataParts, who: Asking): Promise<Overview> {
  const person = await parts.register.get(who.traveller, readingOf(who));
  const today = shanghaiDay(parts.clock.now());
  return {
    names: namesOf(person),
    birthDate: person.birthDate,
    category: person.category,
    documents: await Promise.all(
      person.documents.map((document) => readDocument(parts, who, document, today)),
    ),
    linked: await readLinked(parts, who, today),
  };
}

/** Throws NOT_FOUND for a document that is not this person's. */
export async function revealNumber(parts: MyDataParts, who: Asking, document: string): Promise<string> {
  const { documents } = await parts.register.get(who.traveller, readingOf(who));
  const own = documents.find(({ id }) => id === document);
  if (own) return own.number;
  throw new RoomError('NOT_FOUND', 'There is no such document among yours.', { field: 'document' });
}

export const namesOf = ({ names }: Pick<KnownPerson, 'names'>): string[] => [
  ...new Set(Object.values(names)),
];

async function readDocument(
  parts: MyDataParts,
  { traveller }: Asking,
  { id, type, number, expires, endorsements }: KnownDocument,
  today: Day,
): Promise<OwnDocument> {
  return {
    id,
    type,
    name: nameIn(parts.law, 'documents', type),
    tail: maskNumber(number),
    expires,
    expired: expires < today,
    endorsements: endorsements.map((one) => ({
      name: nameIn(parts.law, 'endorsements', one.type),
      entries: one.entries,
      destination: one.destination,
      expires: one.expires,
      expired: one.expires < today,
    })),
    today: askLane(parts, await parts.facts(traveller, id)),
  };
}

async function readLinked(parts: MyDataParts, who: Asking, today: Day): Promise<Linked[]> {
  const { register } = parts;
  const [guardians, wards] = await Promise.all([
    register.guardiansOf(who.traveller, today),
    register.wardsOf(who.traveller, today),
  ]);
  const read = async (id: string) => namesOf(await register.get(id, readingOf(who)))[0] ?? '';
  return [
    ...(await Promise.all(wards.map(async (id) => ({ relation: 'ward' as const, name: await read(id) })))),
    ...(await Promise.all(
      guardians.map(async (id) => ({ relation: 'guardian' as const, name: maskName(await read(id)) })),
    )),
  ];
}

/** The law's own name of a row; its key where it has none. */
export function nameIn({ content }: Pick<Law, 'content'>, table: string, key: string): Texts {
  const names = content.tables[table]?.rows.find((row) => row.key.includes(key))?.names ?? {};
  const en = names.en ?? key;
  return {
    'zh-Hant': names['zh-Hant'] ?? en,
    'zh-Hans': names['zh-Hans'] ?? names['zh-Hant'] ?? en,
    en,
    pt: names.pt ?? en,
  };
}
