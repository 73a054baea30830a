/** Fills an empty store with the synthetic population: the register, and the cast with faces and fingers from their pictures. */
import { z } from 'zod';
import {
  extractFinger,
  type FingerTemplate,
  fuseReadings,
  type GoodReading,
} from '../../biometrics/index.ts';
import {
  addDays,
  type Clock,
  type Day,
  dayOfAge,
  isRoomError,
  parseDay,
  RoomError,
  shanghaiDay,
} from '../../kernel/index.ts';
import type { NewConsent, NewTraveller } from '../../records/index.ts';
import { CONSENT_TEXTS } from '../../services/index.ts';
import {
  CAREFUL,
  type CastMember,
  composeFrame,
  ENROLMENT_VIEWS,
  FINGERS,
  makeCast,
  makeImpression,
  makePopulation,
  type SyntheticTraveller,
} from '../../simulator/index.ts';
import type { People } from '../../simulator/node.ts';
import type { House } from '../house/house.ts';
import { encodeFace } from '../matching/face-forms.ts';
import { encodeFinger, FINGER_EXTRACTOR } from '../matching/finger-forms.ts';
import { PORT } from './lane-plan.ts';

const ACCESS = { actor: 'host/simulator', purpose: 'synthetic-population' } as const;
const SETTING = 'synthetic-population';
const IMPRESSIONS = 2;
const AT_ONCE = 2;
const TRIES = 5;

export interface World {
  readonly seed: number;
  /** People on the register besides the cast. */
  readonly register: number;
}

/** What was filled in, and when: the same world is played at every later start. */
interface Filled extends World {
  readonly day: Day;
}

const filledForm = z.object({ seed: z.number(), register: z.number(), day: z.string() });

function readFilled(value: unknown): Filled | undefined {
  const read = filledForm.safeParse(value);
  return read.success ? { ...read.data, day: parseDay(read.data.day) } : undefined;
}

const castOf = (people: People, { seed, day }: { seed: number; day: Day }): CastMember[] =>
  makeCast({ people: people.roster, seed, day, destination: PORT.leadsTo });

/** Fills the store unless it was filled before; returns the cast that lives in it. */
export async function populate(
  house: House,
  people: People,
  world: World,
  progress: (step: string) => () => void,
): Promise<CastMember[]> {
  const before = readFilled(await house.records.settings.get(SETTING));
  if (before) return castOf(people, before);
  const filled: Filled = { ...world, day: shanghaiDay(house.clock.now()) };
  const cast = castOf(people, filled);
  const done = progress(`Writing ${world.register.toLocaleString('en')} synthetic people into the register`);
  await addRegister(house, filled);
  done();
  const enrolled = progress(`Enrolling ${cast.length} synthetic travellers from their pictures`);
  await addCast(house, people, cast);
  enrolled();
  await house.records.settings.set(SETTING, { ...filled });
  return cast;
}

async function addRegister({ records, clock }: House, { seed, register, day }: Filled): Promise<void> {
  const travellers = [...makePopulation({ seed, count: register, day })];
  await records.travellers.addMany(
    travellers.map((one) => newTraveller(one, clock, consentsOf(one))),
    ACCESS,
  );
  for (const ward of travellers) await linkGuardians(records, ward);
}

/** Whoever enrols in life has given both consents; who has withdrawn since does so in the living port. */
const takesPart = ({ role }: CastMember) => role !== 'not-enrolled' && role !== 'thirteen';

async function addCast(house: House, people: People, cast: readonly CastMember[]): Promise<void> {
  const { records, clock } = house;
  await records.travellers.addMany(
    cast.map((member) => newTraveller(member.traveller, clock, takesPart(member) ? bothConsents(clock) : [])),
    ACCESS,
  );
  for (const { traveller } of cast) await linkGuardians(records, traveller);
  const enrolling = cast.filter(takesPart);
  // Faces are read on their own thread: several people at once keep it and this one busy.
  for (let first = 0; first < enrolling.length; first += AT_ONCE) {
    const batch = enrolling.slice(first, first + AT_ONCE);
    await Promise.all(batch.map((member) => patiently(() => enrolFromPictures(house, people, member))));
  }
}

const bothConsents = (clock: Clock): NewConsent[] =>
  (['face', 'fingerprint'] as const).map((modality) => consent(modality, clock));

const consent = (modality: 'face' | 'fingerprint', clock: Clock): NewConsent => ({
  modality,
  textVersion: CONSENT_TEXTS[modality].version,
  language: 'zh-Hant',
  evidence: { method: 'synthetic' },
  givenAt: clock.now(),
});

function consentsOf({ consent: given }: SyntheticTraveller): ('face' | 'fingerprint')[] {
  return (['face', 'fingerprint'] as const).filter(
    (modality) => given[modality] && given.withdrawnAt === undefined,
  );
}

function newTraveller(
  traveller: SyntheticTraveller,
  clock: Clock,
  consents: readonly (NewConsent | 'face' | 'fingerprint')[],
): NewTraveller {
  const { id, name, category, birthDate, documents, endorsements, biometricsOnFile } = traveller;
  const script = category === 'mainland' ? 'zh-Hans' : 'zh-Hant';
  return {
    id,
    category,
    birthDate,
    names: { latin: name.latin, ...(name.han ? { [script]: name.han } : {}) },
    synthetic: true,
    // Without pictures nothing can be enrolled here; some are known to the older fast lanes (C-03).
    ...(biometricsOnFile && !traveller.pictured ? { fastLaneEnrolled: true } : {}),
    documents: documents.map((document, index) => ({
      ...document,
      ...(index === 0 ? { endorsements } : {}),
    })),
    consents: consents.map((one) => (typeof one === 'string' ? consent(one, clock) : one)),
  };
}

async function linkGuardians(records: House['records'], ward: SyntheticTraveller): Promise<void> {
  for (const guardian of ward.guardians) {
    const to = addDays(dayOfAge(ward.birthDate, 18), -1);
    await records.travellers.linkGuardian(
      { ward: ward.id, guardian, relation: 'PARENT', from: ward.birthDate, to },
      ACCESS,
    );
  }
}

async function enrolFromPictures(
  house: House,
  people: People,
  { person, traveller }: CastMember,
): Promise<void> {
  const { records, engines } = house;
  const face = fuseReadings(
    await Promise.all(ENROLMENT_VIEWS.map((view) => readView(house, people, person.id, view))),
  );
  await records.templates.store(
    {
      traveller: traveller.id,
      modality: 'face',
      position: 'front',
      model: face.model,
      source: 'SYNTHETIC',
      bytes: encodeFace(face),
    },
    ACCESS,
  );
  for (const finger of FINGERS) {
    const bytes = encodeFinger(finger, await readImpressions(people, person.id, finger));
    await records.templates.store(
      {
        traveller: traveller.id,
        modality: 'fingerprint',
        position: finger,
        model: FINGER_EXTRACTOR,
        source: 'SYNTHETIC',
        bytes,
      },
      ACCESS,
    );
  }
  await engines.gallery.revoke(traveller.id);
  await engines.gallery.enrol(traveller.id, engines.toSearch(face));
}

async function readView(
  { engines }: House,
  people: People,
  id: string,
  view: (typeof ENROLMENT_VIEWS)[number],
): Promise<GoodReading> {
  const picture = await people.picture(id, view);
  const frame = composeFrame({
    background: 1,
    people: [{ picture, x: 640, y: 330, scale: 1.3 }],
    brightness: 1,
    noiseSeed: 1,
  });
  const reading = await engines.face.read(frame, 'enrol');
  if (reading.outcome === 'ok') return reading;
  throw new RoomError('INTERNAL', `The picture ${view} of ${id} cannot be enrolled: ${reading.outcome}.`);
}

const WORTH_ANOTHER_TRY = ['DEVICE_FAULT', 'STORE_UNAVAILABLE'];

/** A machine that is busy with other things makes an engine or the store give up; nobody stands here, so it may try again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES || !isRoomError(error) || !WORTH_ANOTHER_TRY.includes(error.code)) throw error;
    }
  }
}

async function readImpressions(
  people: People,
  id: string,
  finger: (typeof FINGERS)[number],
): Promise<FingerTemplate[]> {
  const master = await people.master(id, finger);
  const templates: FingerTemplate[] = [];
  for (let seed = 1; templates.length < IMPRESSIONS && seed <= 2 * IMPRESSIONS; seed++) {
    const reading = extractFinger(makeImpression(master, { ...CAREFUL, seed }));
    if (reading.outcome === 'ok') templates.push(reading.template);
  }
  if (templates.length > 0) return templates;
  throw new RoomError('INTERNAL', `The ${finger} of ${id} cannot be enrolled.`);
}
