/** A gallery over worker threads: people are spread over shards, each searched on its own core. */
import { fieldInvalid, hash32, type Random, type RoomError } from '../../kernel/index.ts';
import { type GallerySettings, galleryFull, type ImpostorCounts, type SearchOptions } from './gallery.ts';
import type { ShardAnswer, ShardCommand, ShardSettings } from './gallery-protocol.ts';
import { checkGroup } from './group-table.ts';
import { checkId } from './id-table.ts';
import { decideOutcome, type SearchOutcome } from './outcome.ts';
import { connectShard, type ShardClient, type ShardPort } from './shard-client.ts';
import { startShard } from './start-shard.ts';
import { checkCapacity, checkThresholds } from './thresholds.ts';
import { checkDims, checkTemplate } from './vector-store.ts';

export interface EnrolEntry {
  readonly id: string;
  readonly template: Int8Array;
  readonly group?: string;
}

/** Every call may reject with RoomError: GALLERY_FULL, TEMPLATE_INVALID, FIELD_INVALID, INTERNAL (a worker died). */
export interface Gallery {
  enrol(id: string, template: Int8Array, group?: string): Promise<void>;
  /** Many at once, for a start from records: one message per thread. All are checked before any is enrolled. */
  enrolMany(entries: readonly EnrolEntry[]): Promise<void>;
  /** After it returned, no search answers with this person, whenever that search began. */
  revoke(id: string): Promise<boolean>;
  /**
   * Brings the gallery in line with records that may have changed unseen: begin, enrol everybody who is there
   * (revoking each before), end. At the end whoever was not enrolled anew is revoked; how many these were.
   */
  beginRenewal(): Promise<void>;
  endRenewal(): Promise<number>;
  search(probe: Int8Array, options?: SearchOptions): Promise<SearchOutcome>;
  /** Compares with impostors drawn by chance, for the evaluation in operation. */
  countFalseMatches(probe: Int8Array, exceptId: string, comparisons: number): Promise<ImpostorCounts>;
  /** People. */
  size(): number;
  templates(): number;
  /** Overwrites every template and ends the threads. */
  close(): Promise<void>;
}

export interface OpenGallerySettings extends GallerySettings {
  /** 1 to 64 worker threads. */
  readonly threads: number;
  /** Told when a worker dies: the gallery is unusable from then on. */
  readonly onFault?: (error: RoomError) => void;
  readonly start?: (settings: ShardSettings) => ShardPort;
}

const THREADS_MAX = 64;
/** A search whose match is revoked under it begins anew; more often than this it finds nobody. */
const SEARCHES_MAX = 8;

/** Ids fall on shards by chance: 5 % and 4096 more than the mean is beyond any likely surplus. */
const shardCapacity = (capacityMax: number, threads: number) =>
  Math.min(capacityMax, Math.ceil((capacityMax / threads) * 1.05) + 4096);

function openShards(settings: OpenGallerySettings) {
  const { dims, capacityMax, thresholds, threads, random } = settings;
  checkDims(dims);
  checkThresholds(thresholds);
  checkCapacity(capacityMax, thresholds);
  if (!Number.isInteger(threads) || threads < 1 || threads > THREADS_MAX) {
    throw fieldInvalid('threads', threads, `1 to ${THREADS_MAX}`);
  }
  const start = settings.start ?? startShard;
  const onFault = settings.onFault ?? (() => {});
  return Array.from({ length: threads }, () =>
    connectShard(
      start({ dims, thresholds, capacityMax: shardCapacity(capacityMax, threads), seed: seedFrom(random) }),
      onFault,
    ),
  );
}

const seedFrom = (random: Random) => random.int(0, 0xffffffff);

/** What one shard gets of a batch. */
function enrolCommand(entries: readonly EnrolEntry[], dims: number) {
  // A copy of its own: posting a view would copy the whole buffer that it looks into.
  const templates = new Int8Array(entries.length * dims);
  entries.forEach(({ template }, i) => void templates.set(template, i * dims));
  const ids = entries.map(({ id }) => id);
  return { kind: 'enrol', ids, groups: entries.map(({ group }) => group), templates } as const;
}

class ShardedGallery implements Gallery {
  readonly #settings: OpenGallerySettings;
  readonly #shards: readonly ShardClient[];
  readonly #counts: { people: number; templates: number }[];
  /** For every search under way, who was revoked since it began. */
  readonly #underWay = new Set<Set<string>>();
  #arriving = 0;

  constructor(settings: OpenGallerySettings) {
    this.#settings = settings;
    this.#shards = openShards(settings);
    this.#counts = this.#shards.map(() => ({ people: 0, templates: 0 }));
  }

  enrol(id: string, template: Int8Array, group?: string): Promise<void> {
    return this.enrolMany([group === undefined ? { id, template } : { id, template, group }]);
  }

  async enrolMany(entries: readonly EnrolEntry[]): Promise<void> {
    this.#checkEntries(entries);
    this.#arriving += entries.length;
    try {
      const batches = this.#shards.map(() => [] as EnrolEntry[]);
      for (const entry of entries) batches[this.#shardOf(entry.id)]!.push(entry);
      await Promise.all(batches.map((batch, shard) => this.#enrolBatch(shard, batch)));
    } finally {
      this.#arriving -= entries.length;
    }
  }

  async revoke(id: string): Promise<boolean> {
    checkId(id);
    for (const revoked of this.#underWay) revoked.add(id);
    const { found } = await this.#ask(this.#shardOf(id), { kind: 'revoke', id });
    return found;
  }

  async beginRenewal(): Promise<void> {
    await this.#askAll(() => ({ kind: 'begin-renewal' }));
  }

  async endRenewal(): Promise<number> {
    const end = async (shard: number) => {
      const { gone } = await this.#ask(shard, { kind: 'end-renewal' });
      for (const revoked of this.#underWay) for (const id of gone) revoked.add(id);
      return gone.length;
    };
    const counts = await Promise.all(this.#shards.map((_, shard) => end(shard)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async search(probe: Int8Array, options: SearchOptions = {}): Promise<SearchOutcome> {
    checkTemplate(probe, this.#settings.dims, 'probe');
    for (let i = 0; i < SEARCHES_MAX; i++) {
      const outcome = await this.#searchOnce(probe, options.groups);
      if (outcome) return outcome;
    }
    return { kind: 'none' };
  }

  async countFalseMatches(probe: Int8Array, exceptId: string, comparisons: number): Promise<ImpostorCounts> {
    checkTemplate(probe, this.#settings.dims, 'probe');
    const share = Math.ceil(comparisons / this.#shards.length);
    const answers = await this.#askAll(() => ({
      kind: 'count-false-matches',
      probe: probe.slice(),
      exceptId,
      comparisons: share,
    }));
    return {
      comparisons: answers.reduce((sum, { impostors }) => sum + impostors.comparisons, 0),
      falseMatches: answers.reduce((sum, { impostors }) => sum + impostors.falseMatches, 0),
    };
  }

  size(): number {
    return this.#counts.reduce((sum, { people }) => sum + people, 0);
  }

  templates(): number {
    return this.#counts.reduce((sum, { templates }) => sum + templates, 0);
  }

  async close(): Promise<void> {
    // A shard that is gone needs no closing: stopping must not fail over it.
    await Promise.allSettled(this.#shards.map((shard) => shard.ask({ kind: 'close' })));
  }

  #shardOf(id: string): number {
    return hash32(id) % this.#shards.length;
  }

  #checkEntries(entries: readonly EnrolEntry[]): void {
    const { dims, capacityMax } = this.#settings;
    for (const { id, template, group } of entries) {
      checkId(id);
      if (group !== undefined) checkGroup(group);
      checkTemplate(template, dims, 'template');
    }
    // What is on its way to a thread counts too: two calls must not share the last place.
    if (this.templates() + this.#arriving + entries.length > capacityMax) throw galleryFull(capacityMax);
  }

  async #enrolBatch(shard: number, batch: readonly EnrolEntry[]): Promise<void> {
    if (batch.length === 0) return;
    const command = enrolCommand(batch, this.#settings.dims);
    await this.#ask(shard, command, [command.templates.buffer]);
  }

  async #searchOnce(
    probe: Int8Array,
    groups: readonly string[] | undefined,
  ): Promise<SearchOutcome | undefined> {
    const revoked = new Set<string>();
    this.#underWay.add(revoked);
    try {
      const answers = await this.#askAll(() => ({ kind: 'search', probe: probe.slice(), groups }));
      const candidates = answers.flatMap((answer) => answer.candidates);
      // Whom a shard left out because of a person revoked meanwhile is unknown: the search must begin anew.
      if (candidates.some(({ id }) => revoked.has(id))) return undefined;
      return decideOutcome(candidates, this.#settings.thresholds);
    } finally {
      this.#underWay.delete(revoked);
    }
  }

  async #ask(
    shard: number,
    command: ShardCommand,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<ShardAnswer> {
    const answer = await this.#shards[shard]!.ask(command, transfer);
    this.#counts[shard] = { people: answer.people, templates: answer.templates };
    return answer;
  }

  #askAll(command: () => ShardCommand): Promise<ShardAnswer[]> {
    return Promise.all(this.#shards.map((_, shard) => this.#ask(shard, command())));
  }
}

export const openGalleryWorker = (settings: OpenGallerySettings): Gallery => new ShardedGallery(settings);
