/**
 * Measures how well the house's own engines tell the pictured people apart, as a lane's camera and reader see them:
 *
 *   npx tsx tools/people/separate.ts MODELS_FOLDER
 *
 * Synthetic people are far easier than real ones: these figures say that the demonstration works, never how accurate
 * an engine is.
 */
import { fileURLToPath } from 'node:url';
import { fuseReadings, type GoodReading } from '../../src/biometrics/face/index.ts';
import {
  extract,
  FINGER_THRESHOLDS,
  type FingerThreshold,
  prepare,
  type SearchTemplate,
  verifyFinger,
} from '../../src/biometrics/fingerprint/index.ts';
import { openFaceEngine } from '../../src/biometrics/node.ts';
import { seededRandom, systemClock } from '../../src/kernel/index.ts';
import {
  CAREFUL,
  composeFrame,
  ENROLMENT_VIEWS,
  FINGERS,
  LANE_VIEWS,
  makeImpression,
  type PicturedView,
  standAt,
} from '../../src/simulator/people/index.ts';
import { loadPeople } from '../../src/simulator/people/node.ts';

type Engine = Awaited<ReturnType<typeof openFaceEngine>>;
type People = Awaited<ReturnType<typeof loadPeople>>;

async function readView(
  engine: Engine,
  people: People,
  id: string,
  view: PicturedView,
  purpose: 'enrol' | 'probe',
) {
  const random = seededRandom(1).fork(`${id}/${view}`);
  const placed = { picture: await people.picture(id, view), ...standAt('well-placed', random) };
  const frame = composeFrame({
    background: 1,
    people: [placed],
    brightness: random.between(0.85, 1.05),
    noiseSeed: random.int(0, 1e6),
  });
  const reading = await engine.read(frame, purpose);
  if (reading.outcome === 'ok') return reading;
  console.log(`${id} ${view}: ${reading.outcome} ${reading.guidance.join(' ')}`);
  return undefined;
}

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);

async function separateFaces(people: People, modelsDir: string): Promise<void> {
  const engine = await openFaceEngine({ modelsDir, clock: systemClock });
  const seen: { id: string; template: Float32Array; probes: GoodReading[] }[] = [];
  for (const { id } of people.roster) {
    const all = async (views: readonly PicturedView[], purpose: 'enrol' | 'probe') => {
      const readings: GoodReading[] = [];
      for (const view of views) {
        const reading = await readView(engine, people, id, view, purpose);
        if (reading) readings.push(reading);
      }
      return readings;
    };
    const enrolled = await all(ENROLMENT_VIEWS, 'enrol');
    if (enrolled.length > 0)
      seen.push({ id, template: fuseReadings(enrolled).features, probes: await all(LANE_VIEWS, 'probe') });
  }
  for (const frames of [1, 2]) reportFaces(seen, frames);
  await engine.close();
}

function reportFaces(
  seen: readonly { id: string; template: Float32Array; probes: GoodReading[] }[],
  frames: number,
): void {
  let [genuineMin, impostorMax, closest] = [1, -1, ''];
  for (const { id, probes } of seen) {
    for (let i = 0; i + frames <= probes.length; i++) {
      const probe = fuseReadings(probes.slice(i, i + frames)).features;
      for (const other of seen) {
        const score = cosine(probe, other.template);
        if (other.id === id) genuineMin = Math.min(genuineMin, score);
        else if (score > impostorMax) [impostorMax, closest] = [score, `${id} and ${other.id}`];
      }
    }
  }
  console.log(
    `faces, 3 + ${frames} frames: ${seen.length} people, genuine min ${genuineMin.toFixed(4)}, impostor max ${impostorMax.toFixed(4)} (${closest})`,
  );
}

async function separateFingers(people: People): Promise<void> {
  const template = (image: Parameters<typeof extract>[0]) => {
    const reading = extract(image);
    return 'template' in reading ? prepare(reading.template) : undefined;
  };
  const fingers: SeenFinger[] = [];
  for (const { id } of people.roster) {
    for (const finger of FINGERS) {
      const master = await people.master(id, finger);
      const references = [1, 2].flatMap(
        (seed) => template(makeImpression(master, { ...CAREFUL, seed })) ?? [],
      );
      const probe = template(makeImpression(master, { ...CAREFUL, seed: 3, haste: 0.4 }));
      if (probe && references.length === 2) fingers.push({ references, probe });
      else console.log(`${id} ${finger}: not readable`);
    }
  }
  for (const threshold of Object.values(FINGER_THRESHOLDS)) reportFingers(fingers, threshold);
}

interface SeenFinger {
  readonly references: readonly SearchTemplate[];
  readonly probe: SearchTemplate;
}

function reportFingers(fingers: readonly SeenFinger[], threshold: FingerThreshold): void {
  let [missed, mistaken] = [0, 0];
  for (const one of fingers) {
    for (const other of fingers) {
      const match = verifyFinger(one.probe, other.references, threshold).outcome === 'match';
      if (one === other && !match) missed += 1;
      if (one !== other && match) mistaken += 1;
    }
  }
  const pairs = fingers.length * (fingers.length - 1);
  console.log(
    `fingers at ${threshold.id}: ${missed} of ${fingers.length} missed, ${mistaken} of ${pairs} strangers matched`,
  );
}

const people = await loadPeople(fileURLToPath(new URL('../../assets/people/', import.meta.url)));
await separateFingers(people);
await separateFaces(people, process.argv[2] ?? 'dist/models');
