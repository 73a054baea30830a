import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type RoomError, seededRandom } from '../../kernel/index.ts';
import type { ShardReply, ShardRequest, ShardSettings } from './gallery-protocol.ts';
import { type Gallery, type OpenGallerySettings, openGalleryWorker } from './open-gallery.ts';
import { openShard } from './shard.ts';
import type { ShardPort } from './shard-client.ts';

const thresholds = { id: 'test', cosineMin: 0.5, margin: 0.05, galleryMax: 5000, fpir: 0.01 };
const random = seededRandom(11);
const vector = () => Int8Array.from({ length: 128 }, () => random.int(-127, 127));

/** A shard in this thread that answers only when the test lets it. */
class Puppet implements ShardPort {
  readonly #answer: (request: ShardRequest) => ShardReply;
  readonly #asked: ShardRequest[] = [];
  #reply: (reply: ShardReply) => void = () => {};
  #gone: (cause: unknown) => void = () => {};

  constructor(settings: ShardSettings) {
    this.#answer = openShard(settings);
  }

  post(request: ShardRequest): void {
    this.#asked.push(structuredClone(request));
  }

  onReply(listener: (reply: ShardReply) => void): void {
    this.#reply = listener;
  }

  onGone(listener: (cause: unknown) => void): void {
    this.#gone = listener;
  }

  async answerAll(): Promise<void> {
    for (const request of this.#asked.splice(0)) this.#reply(this.#answer(request));
    await turn();
  }

  crash(): void {
    this.#gone(new Error('heap out of memory'));
  }
}

function openPuppets(over: Partial<OpenGallerySettings> = {}) {
  const puppets: Puppet[] = [];
  const faults: RoomError[] = [];
  const gallery = openGalleryWorker({
    dims: 128,
    capacityMax: 10,
    thresholds,
    random: seededRandom(1),
    threads: 2,
    onFault: (error) => void faults.push(error),
    start: (settings) => {
      const puppet = new Puppet(settings);
      puppets.push(puppet);
      return puppet;
    },
    ...over,
  });
  const settle = async () => {
    for (const puppet of puppets) await puppet.answerAll();
  };
  const done = async <T>(promise: Promise<T>) => {
    const [outcome] = await Promise.all([promise, settle()]);
    return outcome;
  };
  return { gallery, puppets, faults, settle, done };
}

/** Ids that fall on the first and on the second shard of two. */
const [ON_FIRST, ON_SECOND] = ['A', 'B'];

describe('over shards that answer when told to', () => {
  it('finds people on every shard, and counts people and templates', async () => {
    const { gallery, puppets, done } = openPuppets();
    const [a, b] = [vector(), vector()];
    await done(
      gallery.enrolMany([
        { id: ON_FIRST, template: a },
        { id: ON_SECOND, template: b },
        { id: ON_SECOND, template: a },
      ]),
    );
    expect([gallery.size(), gallery.templates(), puppets.length]).toEqual([2, 3, 2]);
    expect(await done(gallery.search(b))).toEqual({ kind: 'one', id: ON_SECOND });
    expect(await done(gallery.search(a))).toEqual({ kind: 'ambiguous', ids: [ON_FIRST, ON_SECOND] });
  });

  it('never answers with a person revoked while the search was under way', async () => {
    const { gallery, puppets, done, settle } = openPuppets();
    const template = vector();
    await done(gallery.enrol(ON_FIRST, template));
    const search = gallery.search(template);
    await puppets[0]!.answerAll();
    const revoked = gallery.revoke(ON_FIRST);
    await puppets[0]!.answerAll();
    expect(await revoked).toBe(true);
    await settle();
    await settle();
    expect(await search).toEqual({ kind: 'none' });
  });

  it('finds the next person when the best was revoked under the search', async () => {
    const { gallery, puppets, done, settle } = openPuppets();
    const template = vector();
    const near = template.map((value, i) => (i < 16 ? -value : value));
    await done(gallery.enrol(ON_FIRST, template));
    await done(gallery.enrol('C', near));
    expect(await done(gallery.search(template))).toEqual({ kind: 'one', id: ON_FIRST });
    const search = gallery.search(template);
    await puppets[0]!.answerAll();
    const revoked = gallery.revoke(ON_FIRST);
    await settle();
    await settle();
    expect([await revoked, await search]).toEqual([true, { kind: 'one', id: 'C' }]);
  });

  it('gives the last place to one of two who come at once', async () => {
    const { gallery, done } = openPuppets({ capacityMax: 1 });
    const first = gallery.enrol('A', vector());
    await expect(gallery.enrol('B', vector())).rejects.toMatchObject({ code: 'GALLERY_FULL' });
    await done(first);
    await done(gallery.revoke('A'));
    await done(gallery.enrol('B', vector()));
    expect(gallery.size()).toBe(1);
  });

  it('enrols nobody of a batch with a bad template', async () => {
    const { gallery, done } = openPuppets();
    const batch = [
      { id: 'A', template: vector() },
      { id: 'B', template: new Int8Array(128) },
    ];
    await expect(done(gallery.enrolMany(batch))).rejects.toMatchObject({ code: 'TEMPLATE_INVALID' });
    expect(gallery.templates()).toBe(0);
  });

  it('copies what it posts: a probe that looks into a large buffer stays whole and its own', async () => {
    const { gallery, done } = openPuppets();
    const pool = new Int8Array(4096).fill(3);
    const template = pool.subarray(0, 128);
    await done(gallery.enrol('A', template));
    expect(await done(gallery.search(template))).toEqual({ kind: 'one', id: 'A' });
    expect(pool.every((value) => value === 3)).toBe(true);
  });

  it('rejects what waits and what comes later with a code when a worker crashes, and tells once', async () => {
    const { gallery, puppets, faults } = openPuppets();
    const waiting = gallery.search(vector());
    puppets[1]!.crash();
    puppets[1]!.crash();
    await expect(waiting).rejects.toMatchObject({ name: 'RoomError', code: 'INTERNAL' });
    await expect(gallery.search(vector())).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(faults.map(({ code }) => code)).toEqual(['INTERNAL']);
    const closed = gallery.close();
    await puppets[0]!.answerAll();
    await expect(closed).resolves.toBeUndefined();
  });

  it('joins groups of several shards as one gallery, the margin between them included', async () => {
    const { gallery, done } = openPuppets();
    const template = vector();
    const near = template.map((value, i) => (i < 2 ? -value : value));
    await done(gallery.enrol(ON_FIRST, template, 'expected'));
    await done(gallery.enrol(ON_SECOND, near, 'manifest-7'));
    const both = { kind: 'ambiguous', ids: [ON_FIRST, ON_SECOND] };
    expect(await done(gallery.search(template))).toEqual(both);
    expect(await done(gallery.search(template, { groups: ['expected', 'manifest-7'] }))).toEqual(both);
    expect(await done(gallery.search(template, { groups: ['manifest-7', 'port'] }))).toEqual({
      kind: 'one',
      id: ON_SECOND,
    });
  });

  it('never answers with a person who was dropped by a renewal while the search was under way', async () => {
    const { gallery, puppets, done, settle } = openPuppets();
    const template = vector();
    await done(gallery.enrol(ON_FIRST, template));
    await done(gallery.beginRenewal());
    const search = gallery.search(template);
    await puppets[0]!.answerAll();
    const ended = gallery.endRenewal();
    await settle();
    await settle();
    expect([await ended, await search]).toEqual([1, { kind: 'none' }]);
  });

  it('spreads the comparisons with impostors over the shards', async () => {
    const { gallery, done } = openPuppets();
    for (const id of ['A', 'B', 'C', 'D', 'E']) await done(gallery.enrol(id, vector()));
    expect(await done(gallery.countFalseMatches(vector(), 'A', 4))).toEqual({
      comparisons: 4,
      falseMatches: 0,
    });
  });

  it.each([0, 65, 1.5])('refuses %d threads', (threads) => {
    expect(() => openPuppets({ threads })).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
  });
});

describe('over worker threads', () => {
  const opened: Gallery[] = [];
  const open = () => {
    const gallery = openGalleryWorker({
      dims: 128,
      capacityMax: 2000,
      thresholds,
      random: seededRandom(1),
      threads: 2,
    });
    opened.push(gallery);
    return gallery;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((gallery) => gallery.close()));
  });

  it('enrols, searches and revokes, with everything in flight at once', async () => {
    const gallery = open();
    const people = Array.from({ length: 500 }, (_, i) => ({ id: `T-${i}`, template: vector() }));
    await gallery.enrolMany(people);
    const found = people.map(({ template }) => gallery.search(template));
    const revoked = people.filter((_, i) => i % 2 === 0).map(({ id }) => gallery.revoke(id));
    await Promise.all(revoked);
    const after = await Promise.all(people.map(({ template }) => gallery.search(template)));
    for (const [i, outcome] of (await Promise.all(found)).entries()) {
      if (i % 2 === 1) expect(outcome).toEqual({ kind: 'one', id: `T-${i}` });
    }
    for (const [i, outcome] of after.entries()) {
      expect(outcome).toEqual(i % 2 === 0 ? { kind: 'none' } : { kind: 'one', id: `T-${i}` });
    }
    expect(gallery.size()).toBe(250);
  });

  it('rejects calls after it was closed', async () => {
    const gallery = open();
    await gallery.enrol('A', vector());
    await gallery.close();
    opened.length = 0;
    await expect(gallery.search(vector())).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
