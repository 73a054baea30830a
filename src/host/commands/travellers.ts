/** `traveller list | show | add`, and the withdrawal of a consent. */
import { readNumber } from '../../documents/index.ts';
import { fieldInvalid, formatInstant, parseDay, parseId, shanghaiDay } from '../../kernel/index.ts';
import type { NewDocument, Traveller } from '../../records/index.ts';
import type { House } from '../house/house.ts';
import { nameOf } from '../lane-parts/lane-law.ts';
import { listForm, readForm, showForm, type TravellerForm, travellerForm, withdrawForm } from './forms.ts';

const ACCESS = { actor: 'cli', purpose: 'register' } as const;
const HAN = /\p{Script=Han}/u;

export async function listTravellers({ records }: House, input: unknown) {
  const { limit, search } = readForm(listForm, input);
  const found =
    search === undefined
      ? await listPages(records, limit)
      : await records.travellers.find({ documentNumber: search }, ACCESS);
  return Promise.all(
    found.map(async (traveller) => ({
      ...rowOf(traveller),
      enrolled: await enrolledOf(records, traveller.id),
    })),
  );
}

const PAGE = 200;

async function listPages(records: House['records'], limit: number): Promise<Traveller[]> {
  const found: Traveller[] = [];
  while (found.length < limit) {
    const after = found.at(-1)?.id;
    const page = await records.travellers.list(
      { limit: Math.min(PAGE, limit - found.length), ...(after ? { after } : {}) },
      ACCESS,
    );
    if (page.length === 0) break;
    found.push(...page);
  }
  return found;
}

function rowOf(traveller: Traveller) {
  const { id, category, birthDate, documents } = traveller;
  return {
    id,
    name: nameOf(traveller),
    category,
    birthDate,
    documents: documents.map(({ type, number }) => `${type}:${number}`),
  };
}

/** Modalities of which a template is on file. */
async function enrolledOf(records: House['records'], traveller: string): Promise<string[]> {
  const stored = await records.templates.of(traveller);
  for (const { bytes } of stored) bytes.fill(0);
  return [...new Set(stored.map(({ modality }) => modality))];
}

export async function showTraveller({ records }: House, input: unknown) {
  const id = parseId('traveller', readForm(showForm, input).traveller);
  const traveller = await records.travellers.get(id, ACCESS);
  const [consents, crossings, enrolled] = await Promise.all([
    records.consents.of(id),
    records.crossings.of(id, ACCESS, 20),
    enrolledOf(records, id),
  ]);
  return {
    ...traveller,
    addedAt: formatInstant(traveller.addedAt),
    enrolled,
    consents: consents.map(({ modality, textVersion, givenAt, withdrawnAt }) => ({
      modality,
      textVersion,
      givenAt: formatInstant(givenAt),
      ...(withdrawnAt === undefined ? {} : { withdrawnAt: formatInstant(withdrawnAt) }),
    })),
    crossings: crossings.map(({ id: crossing, port, lane, direction, completedAt }) => ({
      id: crossing,
      port,
      lane,
      direction,
      at: formatInstant(completedAt),
    })),
  };
}

export async function addTraveller({ records, clock }: House, input: unknown) {
  const form = readForm(travellerForm, input);
  const birthDate = parseDay(form.birthDate, '--birth');
  if (birthDate > shanghaiDay(clock.now())) throw fieldInvalid('--birth', birthDate, 'a day that has been');
  const name = form.name.normalize('NFC').trim();
  const id = await records.travellers.add(
    {
      names: HAN.test(name) ? { 'zh-Hant': name } : { latin: name },
      category: form.category,
      birthDate,
      documents: documentsOf(form),
    },
    ACCESS,
  );
  return { id };
}

/** Endorsements stand in the first document, as they do in a permit. */
function documentsOf(form: TravellerForm): NewDocument[] {
  const endorsements = form.endorsements.map((endorsement) => ({
    ...endorsement,
    expires: parseDay(endorsement.expires, '--endorsement'),
  }));
  if (endorsements.length > 0 && form.documents.length === 0) {
    throw fieldInvalid('--endorsement', 'no document', 'an endorsement in a document: add --document');
  }
  return form.documents.map(({ type, number, expires }, index) => ({
    type,
    number: checkNumber(type, number),
    expires: parseDay(expires, '--document'),
    ...(index === 0 ? { endorsements } : {}),
  }));
}

function checkNumber(type: string, text: string): string {
  const verdict = readNumber(type, text);
  if (verdict.outcome !== 'valid')
    throw fieldInvalid('--document', text, `a ${type} number: ${verdict.expected}`);
  return verdict.number;
}

/** C-13: consent ends, keys and templates are destroyed, and nobody is found in the gallery when this returns. */
export async function withdrawConsent(house: House, input: unknown) {
  const { traveller: text, modalities } = readForm(withdrawForm, input);
  const traveller = parseId('traveller', text);
  let templatesErased = 0;
  for (const modality of modalities) {
    templatesErased += (await house.records.consents.withdraw(traveller, ACCESS, modality)).templatesErased;
  }
  if (modalities.includes('face')) await house.engines.gallery.revoke(traveller);
  return { traveller, withdrawn: modalities, templatesErased };
}
