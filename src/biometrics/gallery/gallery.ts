/** The gallery in one process: exact, synchronous; a worker thread wraps it, tools use it as it is. */
import type { Random } from '../../kernel/index.ts';
import { RoomError } from '../../kernel/index.ts';
import { GROUP_DEFAULT, GroupTable } from './group-table.ts';
import { checkId, IdTable } from './id-table.ts';
import { Nearest } from './nearest.ts';
import { type Candidate, decideOutcome, type SearchOutcome } from './outcome.ts';
import { checkCapacity, checkThresholds, type SearchThresholds } from './thresholds.ts';
import { checkTemplate, VectorStore, type VisitRow } from './vector-store.ts';

export interface GallerySettings {
  /** Values per template: a multiple of 16 from 128 to 1024. */
  readonly dims: number;
  /** Most templates; no more than `thresholds.galleryMax`. */
  readonly capacityMax: number;
  readonly thresholds: SearchThresholds;
  /** Draws the impostors of `countFalseMatches`. */
  readonly random: Random;
}

export interface SearchOptions {
  /** Only templates of these groups; all when left out. */
  readonly groups?: readonly string[];
}

/** Counts only: the evaluation in operation keeps no score. */
export interface ImpostorCounts {
  readonly comparisons: number;
  readonly falseMatches: number;
}

const DRAWS_PER_COMPARISON_MAX = 4;
/** Below, making the tables of a sketch costs more than it saves. */
const QUICK_ROWS_MIN = 4096;

export function galleryFull(capacityMax: number): RoomError {
  return new RoomError('GALLERY_FULL', `The gallery holds ${capacityMax} templates, which is its limit.`, {
    capacityMax,
  });
}

export class GalleryCore {
  readonly #settings: GallerySettings;
  readonly #store: VectorStore;
  readonly #ids: IdTable;
  readonly #groups = new GroupTable();
  readonly #groupOfRow: Uint16Array;

  constructor(settings: GallerySettings) {
    checkThresholds(settings.thresholds);
    checkCapacity(settings.capacityMax, settings.thresholds);
    this.#settings = settings;
    this.#store = new VectorStore(settings.dims, settings.capacityMax);
    this.#ids = new IdTable(settings.capacityMax);
    this.#groupOfRow = new Uint16Array(settings.capacityMax);
  }

  /** Adds a template of a person; several per person are allowed, the best counts. GALLERY_FULL, TEMPLATE_INVALID. */
  enrol(id: string, template: Int8Array, group = GROUP_DEFAULT): void {
    const { dims, capacityMax } = this.#settings;
    checkTemplate(template, dims, 'template');
    checkId(id);
    if (this.#ids.rows >= capacityMax) throw galleryFull(capacityMax);
    const number = this.#groups.join(group);
    const row = this.#ids.add(id);
    this.#groupOfRow[row] = number;
    this.#store.write(row, template);
  }

  /** Takes a person out with every template, overwriting them; false when nobody of that id was there. */
  revoke(id: string): boolean {
    const freed = this.#ids.remove(id, (row) => {
      this.#store.clear(row);
      this.#groups.leave(this.#groupOfRow[row]!);
    });
    return freed > 0;
  }

  search(probe: Int8Array, options: SearchOptions = {}): SearchOutcome {
    return decideOutcome(this.candidates(probe, options), this.#settings.thresholds);
  }

  /** Everyone who may decide the answer, for joining the answers of several shards. */
  candidates(probe: Int8Array, options: SearchOptions = {}): Candidate[] {
    const { dims, thresholds } = this.#settings;
    checkTemplate(probe, dims, 'probe');
    const limit = thresholds.cosineMin - thresholds.margin;
    const among = options.groups && this.#groups.numbersOf(options.groups);
    return this.#quickCandidates(probe, limit, among) ?? this.#exactCandidates(probe, limit, among);
  }

  #exactCandidates(probe: Int8Array, limit: number, among?: ReadonlySet<number>): Candidate[] {
    const nearest = new Nearest(limit, this.#settings.thresholds.margin);
    this.#store.visit(probe, limit, this.#ids.rowEnd, this.#visitor(nearest, among));
    return nearest.candidates();
  }

  /**
   * The same by sketches, where they suffice: they find everyone at or above `quickLimitMin`, which is everyone
   * who counts if the limit is no lower, or if the best lies at least the margin above it. Undefined otherwise.
   */
  #quickCandidates(probe: Int8Array, limit: number, among?: ReadonlySet<number>): Candidate[] | undefined {
    const quickMin = this.#store.quickLimitMin;
    if (quickMin === undefined || this.#ids.rowEnd < QUICK_ROWS_MIN) return undefined;
    const quickLimit = Math.max(limit, quickMin);
    const nearest = new Nearest(quickLimit, this.#settings.thresholds.margin);
    const whole = this.#store.visitQuickly(
      probe,
      quickLimit,
      this.#ids.rowEnd,
      this.#visitor(nearest, among),
    );
    const suffices = limit >= quickMin || nearest.best - this.#settings.thresholds.margin >= quickMin;
    return whole && suffices ? nearest.candidates() : undefined;
  }

  #visitor(nearest: Nearest, among: ReadonlySet<number> | undefined): VisitRow {
    return (row, cosine) => {
      if (!among || among.has(this.#groupOfRow[row]!)) nearest.add(this.#ids.idOf(row), cosine);
      return nearest.limit;
    };
  }

  /** Compares with at most `comparisons` templates drawn by chance that are not of this person. */
  countFalseMatches(probe: Int8Array, exceptId: string, comparisons: number): ImpostorCounts {
    const { dims, thresholds, random } = this.#settings;
    checkTemplate(probe, dims, 'probe');
    let [compared, falseMatches] = [0, 0];
    const drawsMax = this.#ids.rows === 0 ? 0 : comparisons * DRAWS_PER_COMPARISON_MAX;
    for (let draw = 0; compared < comparisons && draw < drawsMax; draw++) {
      const row = random.int(0, this.#ids.rowEnd - 1);
      if (!this.#ids.isUsed(row) || this.#ids.idOf(row) === exceptId) continue;
      compared++;
      if (this.#store.cosine(row, probe) >= thresholds.cosineMin) falseMatches++;
    }
    return { comparisons: compared, falseMatches };
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** People. */
  size(): number {
    return this.#ids.people;
  }

  templates(): number {
    return this.#ids.rows;
  }

  /** Memory reserved for the capacity. */
  bytes(): number {
    return this.#store.bytes + this.#ids.bytes + this.#groupOfRow.byteLength;
  }

  /** Overwrites every template; nobody is found afterwards. */
  close(): void {
    this.#store.wipe();
  }
}

export const createGallery = (settings: GallerySettings): GalleryCore => new GalleryCore(settings);
