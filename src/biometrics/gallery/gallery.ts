/** The gallery in one process: exact, synchronous; a worker thread wraps it, tools use it as it is. */
import type { Random } from '../../kernel/index.ts';
import { RoomError } from '../../kernel/index.ts';
import { GROUP_DEFAULT, GROUPS_MAX, GroupTable } from './group-table.ts';
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

const GROUP_BITS = Math.log2(GROUPS_MAX);
const GROUP_MASK = GROUPS_MAX - 1;
const DRAWS_PER_COMPARISON = 4;
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
  /** The group in the lower ten bits, the renewal in which the row was written in the upper six. */
  readonly #groupOfRow: Uint16Array;
  #renewal = 0;

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
    this.#groupOfRow[row] = number | (this.#renewal << GROUP_BITS);
    this.#store.write(row, template);
  }

  /** Takes a person out with every template, overwriting them; false when nobody of that id was there. */
  revoke(id: string): boolean {
    const freed = this.#ids.remove(id, (row) => {
      this.#store.clear(row);
      this.#groups.leave(this.#groupOfRow[row]! & GROUP_MASK);
    });
    return freed > 0;
  }

  /** From here on whoever is enrolled counts as renewed; until `endRenewal` everybody stays. */
  beginRenewal(): void {
    this.#renewal = (this.#renewal + 1) & 63;
  }

  /** Revokes everybody of whom no template was enrolled since the renewal began; who they were. */
  endRenewal(): string[] {
    const renewed = (row: number) => this.#groupOfRow[row]! >> GROUP_BITS === this.#renewal;
    const kept = new Set<string>();
    const stale = new Set<string>();
    for (let row = 0; row < this.#ids.rowEnd; row++) {
      if (this.#ids.isUsed(row)) (renewed(row) ? kept : stale).add(this.#ids.idOf(row));
    }
    const gone = [...stale].filter((id) => !kept.has(id));
    for (const id of gone) this.revoke(id);
    return gone;
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
      if (!among || among.has(this.#groupOfRow[row]! & GROUP_MASK)) nearest.add(this.#ids.idOf(row), cosine);
      return nearest.limit;
    };
  }

  /** Compares with at most `comparisons` templates drawn by chance, each once, that are not of this person. */
  countFalseMatches(probe: Int8Array, exceptId: string, comparisons: number): ImpostorCounts {
    const { dims, thresholds } = this.#settings;
    checkTemplate(probe, dims, 'probe');
    let [compared, falseMatches] = [0, 0];
    for (const row of this.#drawRows(comparisons)) {
      if (compared === comparisons) break;
      if (!this.#ids.isUsed(row) || this.#ids.idOf(row) === exceptId) continue;
      compared++;
      if (this.#store.cosine(row, probe) >= thresholds.cosineMin) falseMatches++;
    }
    return { comparisons: compared, falseMatches };
  }

  /** More rows than are wanted, for some are empty or the person's own; none twice, or rare errors would count double. */
  #drawRows(wanted: number): Iterable<number> {
    const { random } = this.#settings;
    const last = this.#ids.rowEnd - 1;
    const draws = wanted * DRAWS_PER_COMPARISON;
    if (draws <= last) return new Set(Array.from({ length: draws }, () => random.int(0, last)));
    const rows = Array.from({ length: last + 1 }, (_, row) => row);
    for (let i = last; i > 0; i--) {
      const other = random.int(0, i);
      [rows[i], rows[other]] = [rows[other]!, rows[i]!];
    }
    return rows;
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
