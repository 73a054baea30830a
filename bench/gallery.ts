/** Exact 1:N search: latency against size, share of the memory's limit, enrolment, bytes. */
import { freemem } from 'node:os';
import { openEvaluationGallery } from '../src/biometrics/gallery/evaluate.ts';
import { createGallery } from '../src/biometrics/gallery/index.ts';
import { openGalleryWorker } from '../src/biometrics/gallery/node.ts';
import { seededRandom } from '../src/kernel/index.ts';
import { type Figure, figure, median, medianMs, medianMsAsync, notMeasured, type Report } from './frame.ts';

const MILLION = 1_000_000;
const thresholds = { id: 'bench', cosineMin: 0.5, margin: 0.02, galleryMax: 10 * MILLION, fpir: 0.01 };
const random = seededRandom(1);

/** Int8 values in ±127 from a 32-bit xorshift, which is quick enough for a thousand million of them. */
let state = 0x9e3779b9;
function fillTemplate(values: Int8Array): Int8Array {
  for (let i = 0; i < values.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    values[i] = (state & 255) - 128 || 1;
    if (values[i] === -128) values[i] = 127;
  }
  return values;
}

const idOf = (i: number) => `T-${String(i).padStart(10, '0')}-BENCHMRK`;
const template = (dims: number) => fillTemplate(new Int8Array(dims));

function filled(dims: number, count: number, spare = 0) {
  const gallery = createGallery({ dims, capacityMax: count + spare, thresholds, random });
  const values = new Int8Array(dims);
  for (let i = 0; i < count; i++) gallery.enrol(idOf(i), fillTemplate(values));
  return gallery;
}

/** The same search in plain JavaScript, over one flat array. */
function plainScanMs(dims: number, count: number): number {
  const vectors = fillTemplate(new Int8Array(dims * count));
  const probe = template(dims);
  return medianMs(5, () => {
    let best = 0;
    for (let start = 0; start < vectors.length; start += dims) {
      let dot = 0;
      for (let i = 0; i < dims; i++) dot += probe[i]! * vectors[start + i]!;
      if (dot > best) best = dot;
    }
    if (best < 0) throw new Error('No best.');
  });
}

function hundredThousand(): Figure {
  const gallery = filled(128, 100_000);
  const probe = template(128);
  const ms = medianMs(200, () => void gallery.search(probe));
  return figure({ name: '100,000 x 128, one core', unit: 'ms', goal: 1.5, better: 'lower' }, ms);
}

/** A search and a plain read in turn, so that both meet the same neighbours on the machine. */
function million(): Figure[] {
  const gallery = openEvaluationGallery(128, MILLION);
  const values = new Int8Array(128);
  for (let i = 0; i < MILLION; i++) gallery.add(idOf(i), fillTemplate(values));
  const probe = template(128);
  const [searches, reads]: [number[], number[]] = [[], []];
  for (let i = 0; i < 60; i++) {
    searches.push(medianMs(1, () => void gallery.searchForEvaluation(probe, 0.5)));
    reads.push(medianMs(1, () => gallery.readThrough()));
  }
  const [ms, readMs] = [median(searches.slice(10)), median(reads.slice(10))];
  const peer = { name: 'plain JavaScript', value: plainScanMs(128, MILLION) };
  const note = `the memory was read at ${((MILLION * 128) / readMs / 1e6).toFixed(1)} GB/s`;
  return [
    figure({ name: '1,000,000 x 128, one core', unit: 'ms', goal: 8, better: 'lower', peer }, ms),
    figure(
      { name: 'share of the memory-read limit', unit: 'ratio', goal: 0.6, better: 'higher', note },
      readMs / ms,
    ),
  ];
}

function enrolAndRevoke(): Figure[] {
  const gallery = filled(128, MILLION, 1000);
  const templates = Array.from({ length: 1000 }, () => template(128));
  const [enrols, revokes]: [number[], number[]] = [[], []];
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    templates.forEach((values, i) => void gallery.enrol(idOf(MILLION + i), values));
    const between = performance.now();
    templates.forEach((_, i) => void gallery.revoke(idOf(MILLION + i)));
    enrols.push(between - start);
    revokes.push(performance.now() - between);
  }
  // A thousand calls in so many milliseconds is one call in as many microseconds.
  return [
    figure({ name: 'enrol into 1,000,000', unit: 'µs', goal: 10, better: 'lower' }, median(enrols)),
    figure({ name: 'revoke from 1,000,000', unit: 'µs', goal: 10, better: 'lower' }, median(revokes)),
    figure(
      { name: 'memory per template of 128', unit: 'bytes', goal: 1.1 * 128 + 70, better: 'lower' },
      gallery.bytes() / (MILLION + 1000),
    ),
  ];
}

/** A traveller whose probe is like the enrolled template (cosine 0.85), as fused frames of one camera are; and a stranger. */
function twoStage(): Figure[] {
  const gallery = filled(512, MILLION, 1);
  const person = template(512);
  gallery.enrol('T-PERSON', person);
  const noise = template(512);
  const probe = person.map((value, i) => Math.round(0.62 * value + 0.38 * noise[i]!));
  if (gallery.search(probe).kind !== 'one') throw new Error('The person was not found.');
  const stranger = template(512);
  const ms = medianMs(20, () => void gallery.search(probe));
  const strangerMs = medianMs(10, () => void gallery.search(stranger));
  const peer = { name: 'a stranger (both stages, exact)', value: strangerMs };
  const note = 'exact: proven by the sketch at cosine 0.72 and above, by the full scan below';
  return [
    figure({ name: '1,000,000 x 512, two stages', unit: 'ms', goal: 4, better: 'lower', peer, note }, ms),
  ];
}

async function tenMillion(): Promise<Figure> {
  const named = { name: '10,000,000 x 128, two workers', unit: 'ms', goal: 45, better: 'lower' } as const;
  const freeGb = freemem() / 1e9;
  if (freeGb < 5) return notMeasured(named, `needs 5 GB of free memory, ${freeGb.toFixed(1)} GB are free`);
  const gallery = openGalleryWorker({ dims: 128, capacityMax: 10 * MILLION, thresholds, random, threads: 2 });
  for (let first = 0; first < 10 * MILLION; first += 20_000) {
    const batch = Array.from({ length: 20_000 }, (_, i) => ({
      id: idOf(first + i),
      template: template(128),
    }));
    await gallery.enrolMany(batch);
  }
  const probe = template(128);
  const ms = await medianMsAsync(30, () => gallery.search(probe));
  await gallery.close();
  return figure(named, ms);
}

export async function run(): Promise<Report> {
  const figures = [hundredThousand(), ...million(), ...enrolAndRevoke(), ...twoStage(), await tenMillion()];
  return { figures, notes: ['usearch is no dependency of this project and was not measured.'] };
}
