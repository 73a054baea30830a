/** The collection point with its parts: the law's answers and words, the face engine, a simulated finger reader, the records. */
import { randomBytes } from 'node:crypto';
import {
  extractFinger,
  type FingerTemplate,
  fuseReadings,
  type GoodReading,
} from '../../biometrics/index.ts';
import { type Clock, millis, newId, type Texts, type TravellerId } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import type { EnrolmentDesk } from '../../server/index.ts';
import {
  type CaptureReading,
  type CheckedDraft,
  CollectionPoint,
  type EnrolmentParts,
} from '../../services/index.ts';
import type { People } from '../../simulator/node.ts';
import type { House } from '../house/house.ts';
import { encodeFace } from '../matching/face-forms.ts';
import { encodeFinger, FINGER_EXTRACTOR } from '../matching/finger-forms.ts';
import { refreshPerson } from '../matching/load-gallery.ts';
import { readPicture } from '../matching/read-picture.ts';
import { PORT } from './lane-plan.ts';
import { SIMULATED_FINGER, simulatedImpression } from './simulated-reader.ts';

const ACCESS = { actor: 'host/collection-point', purpose: 'enrolment' } as const;
const HAN = /\p{Script=Han}/u;

type Entry = Parameters<EnrolmentParts<GoodReading, FingerTemplate>['register']['enrol']>[0];

export function openEnrolmentDesk(house: House, people: People, clock: Clock): EnrolmentDesk {
  return new CollectionPoint<GoodReading, FingerTemplate>({
    now: clock.now,
    after: (ms, call) => clock.after(millis(ms), call),
    newTraveller: () => newId('traveller', clock),
    newToken: () => randomBytes(16).toString('hex'),
    place: { port: PORT.id, direction: 'exit' },
    law: (facts) => house.law.decide('lane', facts),
    words: wordsOf(house.law),
    captures: {
      readFace: (picture) => readFace(house, picture),
      readFinger: (traveller, attempt) => readFinger(people, traveller, attempt),
    },
    register: { enrol: (entry) => register(house, entry) },
  });
}

/** What the law says of somebody who only asks; nothing is opened for them. */
export function askLaw(house: House, facts: unknown): 'turned-away' | 'may-enrol' {
  const { decision } = house.law.decide('lane', facts, { trace: false, remedies: false });
  return decision === 'ELIGIBLE' || decision === 'ELIGIBLE_AFTER_ENROLMENT' ? 'may-enrol' : 'turned-away';
}

function wordsOf(law: Law) {
  const codeAlone = (code: string): Texts => ({ 'zh-Hant': code, 'zh-Hans': code, en: code, pt: code });
  return {
    reason: (code: string) => law.text('reasons', code) ?? codeAlone(code),
    alternative: (id: string) => law.text('alternatives', id) ?? codeAlone(id),
  };
}

async function readFace({ engines }: House, picture: Uint8Array): Promise<CaptureReading<GoodReading>> {
  const reading = await readPicture(engines, picture, 'enrol');
  if (reading.outcome === 'ok') return { ...reading, quality: reading.capture.quality.overall };
  return { ...reading, guidance: [...reading.guidance] };
}

async function readFinger(
  people: People,
  traveller: TravellerId,
  attempt: number,
): Promise<CaptureReading<FingerTemplate>> {
  const reading = extractFinger(await simulatedImpression(people, traveller, attempt));
  if (reading.outcome !== 'ok') return { outcome: 'adjust', guidance: [...reading.guidance] };
  return { outcome: 'ok', capture: reading.template, quality: reading.quality.overall };
}

async function register(house: House, { traveller, draft, consents, faces, fingers }: Entry): Promise<void> {
  const { records, engines } = house;
  await records.travellers.add(
    {
      id: traveller,
      ...personOf(draft),
      consents: consents.map(({ modality, version, givenAt }) => ({
        modality,
        textVersion: version,
        language: draft.language,
        givenAt,
        evidence: { method: 'kiosk' },
      })),
    },
    ACCESS,
  );
  const face = fuseReadings(faces);
  const source = 'PORT_POINT';
  await records.templates.store(
    { traveller, modality: 'face', position: 'front', model: face.model, source, bytes: encodeFace(face) },
    ACCESS,
  );
  const bytes = encodeFinger(SIMULATED_FINGER, fingers);
  await records.templates.store(
    {
      traveller,
      modality: 'fingerprint',
      position: SIMULATED_FINGER,
      model: FINGER_EXTRACTOR,
      source,
      bytes,
    },
    ACCESS,
  );
  await refreshPerson(records, engines, traveller);
}

function personOf({ category, name, birthDate, document, endorsement }: CheckedDraft) {
  const { type, number, expires } = document;
  const endorsements = endorsement
    ? [{ ...endorsement, expires: endorsement.expires as CheckedDraft['birthDate'] }]
    : [];
  return {
    category,
    birthDate,
    names: HAN.test(name) ? { 'zh-Hant': name } : { latin: name },
    documents: [{ type, number, expires: expires as CheckedDraft['birthDate'], endorsements }],
  };
}
