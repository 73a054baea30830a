/** Exact 1:N search: latency against size and peers, share of the memory's limit, enrolment, bytes, start. */
import { freemem } from 'node:os';
import { openEvaluationGallery } from '../src/biometrics/gallery/evaluate.ts';
import { openGalleryWorker } from '../src/biometrics/gallery/node.ts';
import { type Figure, figure, medianMs, notMeasured, type Report } from './frame.ts';
import { type Timing, timeAsync, timeInTurn } from './gallery/in-turn.ts';
import {
  again,
  filled,
  fillTemplate,
  idOf,
  MILLION,
  random,
  template,
  thresholds,
} from './gallery/made-up.ts';
import { measureIndex, plainScan, usearchExact } from './gallery/peers.ts';
import { startSeconds } from './gallery/restart.ts';

const lower = { unit: 'ms', better: 'lower' } as const;
const ratio = { unit: 'ratio', better: 'higher' } as const;
const quickest = ({ best }: Timing) => `at its quickest ${best.toPrecision(3)} ms`;

/** The figures of a part that needs so much memory, or why there are none. */
async function where(gb: number, names: readonly string[], measure: () => Figure[] | Promise<Figure[]>) {
  const freeGb = freemem() / 1e9;
  if (freeGb >= gb) return measure();
  const why = `needs ${gb} GB of free memory, ${freeGb.toFixed(1)} GB are free`;
  return names.map((name) => notMeasured({ name, goal: 0, ...lower }, why));
}

function hundredThousand(): Figure[] {
  const gallery = filled(128, 100_000);
  const probe = template(128);
  const ms = medianMs(200, () => void gallery.search(probe));
  return [figure({ name: '100,000 x 128, one core', goal: 1.5, ...lower }, ms)];
}

function million(): Figure[] {
  const gallery = openEvaluationGallery(128, MILLION);
  const vectors = fillTemplate(new Int8Array(MILLION * 128));
  for (let i = 0; i < MILLION; i++) gallery.add(idOf(i), vectors.subarray(i * 128, (i + 1) * 128));
  const probe = template(128);
  const { ours, inOrder, streams } = timeInTurn(60, {
    ours: () => void gallery.searchForEvaluation(probe, 0.5),
    inOrder: () => gallery.readThrough(true),
    streams: () => gallery.readThrough(false),
  });
  const peers = timeInTurn(8, {
    ours: () => void gallery.searchForEvaluation(probe, 0.5),
    usearch: () => usearchExact(vectors, probe),
    plain: () => void plainScan(vectors, probe),
  });
  const speed = (ms: number) => `${((MILLION * 128) / ms / 1e6).toFixed(1)} GB/s`;
  const note = `memory read at ${speed(inOrder.p50)} in order, ${speed(streams.p50)} in eight streams`;
  const peer = { name: 'usearch 2.17.1 exact, 8-bit', value: peers.usearch.p50 };
  return [
    figure({ name: '1,000,000 x 128, one core', goal: 8, ...lower, peer, note: quickest(ours) }, ours.p50),
    figure({ name: 'share of a plain scan in order', goal: 0.6, ...ratio, note }, inOrder.p50 / ours.p50),
    figure(
      {
        name: 'share of a plain scan in eight streams',
        goal: 0.6,
        ...ratio,
        note: `each at its quickest ${(streams.best / ours.best).toPrecision(3)}`,
      },
      streams.p50 / ours.p50,
    ),
    figure({ name: 'usearch exact / ours', goal: 1, ...ratio }, peers.usearch.p50 / peers.ours.p50),
    figure({ name: 'plain JavaScript / ours', goal: 1, ...ratio }, peers.plain.p50 / peers.ours.p50),
  ];
}

function approximateIndex(): Figure[] {
  const { people, buildSeconds, searchMs, recall } = measureIndex(20_000, 128);
  const gallery = filled(128, people);
  const probe = template(128);
  const ms = medianMs(100, () => void gallery.search(probe));
  const started = performance.now();
  filled(128, people);
  const fillSeconds = (performance.now() - started) / 1000;
  const note = `usearch HNSW finds ${(recall * 100).toFixed(1)} % of people at once; ours finds all`;
  return [
    figure(
      {
        name: '20,000 x 128, one core',
        goal: 1,
        ...lower,
        peer: { name: 'usearch HNSW', value: searchMs },
        note,
      },
      ms,
    ),
    figure(
      {
        name: 'build 20,000 x 128',
        unit: 's',
        goal: 1,
        better: 'lower',
        peer: { name: 'usearch HNSW', value: buildSeconds },
      },
      fillSeconds,
    ),
  ];
}

function enrolAndRevoke(dims: number, people: number): Figure[] {
  const gallery = filled(dims, people, 1000);
  const templates = Array.from({ length: 200 }, () => template(dims));
  const { enrol, revoke } = timeInTurn(75, {
    enrol: () => templates.forEach((values, i) => void gallery.enrol(idOf(people + i), values)),
    revoke: () => templates.forEach((_, i) => void gallery.revoke(idOf(people + i))),
  });
  const size = `${people.toLocaleString('en')} x ${dims}`;
  const micros = { unit: 'µs', goal: 10, better: 'lower' } as const;
  const each = (ms: number) => (ms / templates.length) * 1000;
  const note = ({ best }: Timing) => `at its quickest ${each(best).toPrecision(3)} µs`;
  return [
    figure({ name: `enrol into ${size}`, ...micros, note: note(enrol) }, each(enrol.p50)),
    figure({ name: `revoke from ${size}`, ...micros, note: note(revoke) }, each(revoke.p50)),
    figure(
      { name: `memory per template of ${dims}`, unit: 'bytes', goal: 1.1 * dims + 70, better: 'lower' },
      gallery.bytes() / (people + 1000),
    ),
  ];
}

/** A traveller who is enrolled, and a stranger, for whom everybody is compared in full. */
function twoStage(): Figure[] {
  const gallery = filled(512, MILLION, 1);
  const person = template(512);
  gallery.enrol('T-PERSON', person);
  const probe = again(person);
  if (gallery.search(probe).kind !== 'one') throw new Error('The person was not found.');
  const stranger = template(512);
  const times = timeInTurn(20, {
    person: () => void gallery.search(probe),
    stranger: () => void gallery.search(stranger),
  });
  const peer = { name: 'a stranger (both stages, exact)', value: times.stranger.p50 };
  const note = `${quickest(times.person)}; proven by the sketch at cosine 0.72 and above, by the full scan below`;
  return [figure({ name: '1,000,000 x 512, two stages', goal: 4, ...lower, peer, note }, times.person.p50)];
}

async function tenMillion(): Promise<Figure[]> {
  const gallery = openGalleryWorker({ dims: 128, capacityMax: 10 * MILLION, thresholds, random, threads: 2 });
  for (let first = 0; first < 10 * MILLION; first += 20_000) {
    const batch = Array.from({ length: 20_000 }, (_, i) => ({
      id: idOf(first + i),
      template: template(128),
    }));
    await gallery.enrolMany(batch);
  }
  const probe = template(128);
  const search = await timeAsync(30, () => gallery.search(probe));
  await gallery.close();
  const note = quickest(search);
  return [figure({ name: '10,000,000 x 128, two workers', goal: 45, ...lower, note }, search.p50)];
}

function start(): Figure[] {
  const note = 'processor time, from 5,000 people; reading the store comes on top';
  return [
    figure(
      { name: 'start with 1,000,000 sealed records', unit: 's', goal: 30, better: 'lower', note },
      startSeconds(),
    ),
  ];
}

export async function run(): Promise<Report> {
  const figures = [
    ...hundredThousand(),
    ...(await where(1, ['1,000,000 x 128, one core'], million)),
    ...approximateIndex(),
    ...enrolAndRevoke(128, MILLION),
    ...enrolAndRevoke(512, 100_000),
    ...(await where(1.5, ['1,000,000 x 512, two stages'], twoStage)),
    ...(await where(5, ['10,000,000 x 128, two workers'], tenMillion)),
    ...start(),
  ];
  return {
    figures,
    notes: [
      'usearch 2.17.1 from npm, in the same run; its exact search may use every core, ours uses one.',
      'Ways that are compared are called in turn, so that all meet the same neighbours on the machine.',
    ],
  };
}
