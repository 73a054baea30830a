/** `enrol`: pictures from files become templates, on the consents that were given. Source FILE (T3): an operator's act, audited as such. */
import {
  extractFinger,
  type FingerTemplate,
  fuseReadings,
  type GoodReading,
} from '../../biometrics/index.ts';
import { decodeGrey, decodeImage } from '../../biometrics/node.ts';
import {
  fieldInvalid,
  formatInstant,
  isRoomError,
  parseId,
  RoomError,
  type TravellerId,
} from '../../kernel/index.ts';
import type { Modality } from '../../records/index.ts';
import { CONSENT_TEXTS } from '../../services/index.ts';
import type { House } from '../house/house.ts';
import { encodeFace } from '../matching/face-forms.ts';
import { encodeFinger, FINGER_EXTRACTOR, readPosition } from '../matching/finger-forms.ts';
import { refreshPerson } from '../matching/load-gallery.ts';
import { type EnrolForm, enrolForm, type PictureFile, readForm } from './forms.ts';

const ACCESS = { actor: 'cli', purpose: 'enrolment' } as const;
/** A port where the lane has been open since the first day: the question asked is whether the person may enrol at all. */
const PORT_ASKED = 'szb';

export async function enrol(house: House, input: unknown) {
  const form = readForm(enrolForm, input);
  const traveller = parseId('traveller', form.traveller);
  assertConsents(form);
  await assertOldEnough(house, traveller);
  const faces = await Promise.all(form.faces.map((file) => readFace(house, file)));
  const fingers = await Promise.all(form.fingers.map(readFinger));
  await giveConsents(house, traveller, form.consents);
  await storeFace(house, traveller, faces);
  for (const { position, impressions } of fingers) {
    await house.records.templates.store(
      {
        traveller,
        modality: 'fingerprint',
        position,
        model: FINGER_EXTRACTOR,
        source: 'FILE',
        bytes: encodeFinger(position, impressions),
      },
      ACCESS,
    );
  }
  await refreshPerson(house.records, house.engines, traveller);
  return {
    traveller,
    faces: faces.length,
    fingers: fingers.reduce((sum, { impressions }) => sum + impressions.length, 0),
  };
}

function assertConsents({ faces, fingers, consents }: EnrolForm): void {
  const missing = (modality: Modality, count: number) => count > 0 && !consents.includes(modality);
  const lacking = missing('face', faces.length)
    ? 'face'
    : missing('fingerprint', fingers.length)
      ? 'fingerprint'
      : undefined;
  if (!lacking) return;
  throw new RoomError(
    'CONSENT_MISSING',
    `--consent ${lacking} is missing: without the traveller's consent nothing is captured. Nothing was stored.`,
    {
      field: 'consent',
    },
  );
}

// C-06, D-06: nothing of a child is read. Documents and endorsements can be renewed, so they are the lane's question.
async function assertOldEnough({ records, law, clock }: House, traveller: TravellerId): Promise<void> {
  const { documentId: _, ...facts } = await records.facts(traveller);
  const decision = law.decide(
    'lane',
    { ...facts, at: formatInstant(clock.now()), port: PORT_ASKED, direction: 'exit', companion: null },
    { trace: false, remedies: false },
  );
  if (!decision.reasons.includes('AGE_BELOW_MIN')) return;
  throw new RoomError(
    'NOT_ALLOWED',
    'The traveller is below the age of this lane, so nothing was captured. The card lane and the counter stay open.',
    {
      field: 'traveller',
      reason: 'AGE_BELOW_MIN',
    },
  );
}

async function readFace({ engines }: House, file: PictureFile): Promise<GoodReading> {
  const frame = await naming(file, () => decodeImage(Buffer.from(file.data, 'base64')));
  const reading = await engines.face.read(frame, 'probe');
  if (reading.outcome === 'ok') return reading;
  const why = {
    'no-face': 'no face was found',
    'several-faces': 'more than one face is in it',
    poor: 'the face is too poor',
  };
  throw new RoomError(
    'IMAGE_UNREADABLE',
    `${file.name}: ${why[reading.outcome]} (${reading.guidance.join(', ')}). Nothing was stored.`,
    {
      field: '--face',
      value: file.name,
    },
  );
}

async function readFinger({ position: text, pictures }: EnrolForm['fingers'][number]) {
  const position = readPosition(text, '--finger');
  const impressions: FingerTemplate[] = [];
  for (const file of pictures) {
    const reading = extractFinger(await naming(file, () => decodeGrey(Buffer.from(file.data, 'base64'))));
    if (reading.outcome !== 'ok') {
      throw new RoomError(
        'IMAGE_UNREADABLE',
        `${file.name}: the finger is too poor (${reading.failed.join(', ')}): ${reading.guidance.join(', ')}. Nothing was stored.`,
        { field: '--finger', value: file.name },
      );
    }
    impressions.push(reading.template);
  }
  return { position, impressions };
}

/** Says which file it was. */
export async function naming<T>(file: PictureFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRoomError(error)) throw fieldInvalid('picture', file.name, 'a picture that can be read');
    throw new RoomError(
      error.code,
      `${file.name}: ${error.message}`,
      { ...error.facts, field: file.name },
      error,
    );
  }
}

async function giveConsents(
  { records }: House,
  traveller: TravellerId,
  consents: readonly Modality[],
): Promise<void> {
  for (const modality of consents) {
    const textVersion = CONSENT_TEXTS[modality].version;
    await records.consents.give(
      traveller,
      { modality, textVersion, language: 'en', evidence: { method: 'operator' } },
      ACCESS,
    );
  }
}

async function storeFace(
  { records }: House,
  traveller: TravellerId,
  readings: readonly GoodReading[],
): Promise<void> {
  const template = fuseReadings(readings);
  await records.templates.store(
    {
      traveller,
      modality: 'face',
      position: 'front',
      model: template.model,
      source: 'FILE',
      bytes: encodeFace(template),
    },
    ACCESS,
  );
}
