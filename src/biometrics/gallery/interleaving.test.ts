import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seededRandom } from '../../kernel/index.ts';
import type { ShardReply, ShardRequest } from './gallery-protocol.ts';
import { openGalleryWorker } from './open-gallery.ts';
import type { SearchOutcome } from './outcome.ts';
import { openShard } from './shard.ts';
import type { ShardPort } from './shard-client.ts';

const PEOPLE = 2;
const SHARDS = 2;
const thresholds = { id: 'test', cosineMin: 0.5, margin: 0.05, galleryMax: 1000, fpir: 0.01 };
const random = seededRandom(4);
const faces = Array.from({ length: PEOPLE }, () =>
  Int8Array.from({ length: 128 }, () => random.int(-127, 127)),
);

/** What a test may do: begin a call, or let one shard answer its oldest request. */
const step = fc.oneof(
  fc.record({ do: fc.constant('enrol' as const), person: fc.nat(PEOPLE - 1) }),
  fc.record({ do: fc.constant('revoke' as const), person: fc.nat(PEOPLE - 1) }),
  fc.record({ do: fc.constant('search' as const), person: fc.nat(PEOPLE - 1) }),
  fc.record({ do: fc.constant('answer' as const), shard: fc.nat(SHARDS - 1) }),
  fc.record({ do: fc.constant('answer' as const), shard: fc.nat(SHARDS - 1) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A gallery whose shards answer one request at a time, when told to. */
function openStepwise() {
  const queues: (() => void)[][] = [];
  const start = (settings: Parameters<typeof openShard>[0]): ShardPort => {
    const answer = openShard(settings);
    const queue: (() => void)[] = [];
    queues.push(queue);
    let reply: (message: ShardReply) => void = () => {};
    return {
      post(request: ShardRequest) {
        const sent = structuredClone(request);
        queue.push(() => reply(answer(sent)));
      },
      onReply(listener) {
        reply = listener;
      },
      onGone: () => {},
    };
  };
  const gallery = openGalleryWorker({
    dims: 128,
    capacityMax: 1000,
    thresholds,
    random: seededRandom(1),
    threads: SHARDS,
    start,
  });
  const answerOne = async (shard: number) => {
    queues[shard]!.shift()?.();
    await turn();
  };
  const settle = async () => {
    while (queues.some((queue) => queue.length > 0)) {
      for (let shard = 0; shard < SHARDS; shard++) await answerOne(shard);
    }
  };
  return { gallery, answerOne, settle };
}

/** Of one person: when calls on them began and ended, in steps. */
interface Calls {
  readonly enrols: { readonly began: number; ended: number }[];
  readonly revokes: { readonly began: number; ended: number }[];
}

/** Whether a person may be the answer of a search that ended at `ended`. */
function mayMatch({ enrols, revokes }: Calls, ended: number): boolean {
  const latest = revokes.filter((revoke) => revoke.ended <= ended).at(-1);
  // An enrolment that began before the latest finished revocation was undone by it: messages keep their order.
  return enrols.some((enrol) => enrol.began <= ended && (!latest || enrol.began > latest.began));
}

/** Whether a person must be the answer: enrolled before, and no revocation in sight. */
function mustMatch({ enrols, revokes }: Calls, began: number, ended: number): boolean {
  const enrolled = enrols.find((enrol) => enrol.ended < began);
  return (
    enrolled !== undefined &&
    !revokes.some((revoke) => revoke.began <= ended && revoke.ended >= enrolled.began)
  );
}

async function play(steps: readonly Step[]): Promise<void> {
  const { gallery, answerOne, settle } = openStepwise();
  const calls: Calls[] = faces.map(() => ({ enrols: [], revokes: [] }));
  const underWay: Promise<void>[] = [];
  let now = 0;
  const track = (list: { readonly began: number; ended: number }[], call: Promise<unknown>) => {
    const entry = { began: now, ended: Number.POSITIVE_INFINITY };
    list.push(entry);
    const end = () => {
      entry.ended = now;
    };
    underWay.push(call.then(end));
  };
  const check = (person: number, began: number) => (outcome: SearchOutcome) => {
    const matched = outcome.kind === 'one' && outcome.id === `T-${person}`;
    expect(outcome.kind === 'none' || matched).toBe(true);
    if (matched) expect(mayMatch(calls[person]!, now)).toBe(true);
    if (mustMatch(calls[person]!, began, now)) expect(matched).toBe(true);
  };
  for (const each of steps) {
    now++;
    if (each.do === 'answer') await answerOne(each.shard);
    else {
      const id = `T-${each.person}`;
      const face = faces[each.person]!;
      if (each.do === 'enrol') track(calls[each.person]!.enrols, gallery.enrol(id, face));
      if (each.do === 'revoke') track(calls[each.person]!.revokes, gallery.revoke(id));
      if (each.do === 'search') underWay.push(gallery.search(face).then(check(each.person, now)));
    }
  }
  await settle();
  await Promise.all(underWay);
}

it('C-13 never answers with somebody whose revocation had returned, however calls and answers interleave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 120 }), (steps) => play(steps)),
    { numRuns: 200 },
  );
});
