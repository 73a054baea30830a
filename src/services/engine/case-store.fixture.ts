/** A store in memory for tests of the desk and of services; what concerns rows and locks is tested on the real one. */
import { type Clock, type Instant, newId, RoomError } from '../../kernel/index.ts';
import type { CaseFile, CaseRecord } from './case.ts';
import type { CaseChange, CaseFilter, CaseStore, CaseViewer, Locked, NewCase } from './case-store.ts';

export const memoryCases = (clock: Clock): CaseStore => new MemoryCases(clock);

class MemoryCases implements CaseStore {
  readonly #clock: Clock;
  readonly #cases = new Map<string, CaseRecord>();
  readonly #keys = new Map<string, string>();
  readonly #contents = new Map<string, Uint8Array>();
  readonly #used: { kind: string; holder: string; at: Instant }[] = [];
  readonly #booked = new Map<string, { slot: string; id: string }[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async open({ key, ...input }: NewCase): Promise<CaseRecord> {
    const known = this.#cases.get(this.#keys.get(`${input.account}/${key}`) ?? '');
    if (known) return known;
    const at = this.#clock.now();
    const id = newId('case', this.#clock);
    const event = { at, action: 'open' as const, actor: 'holder', state: 'draft' as const, reasons: [] };
    const times = { openedAt: at, changedAt: at };
    const record: CaseRecord = { id, ...input, ...times, state: 'draft', files: [], events: [event] };
    this.#cases.set(id, record);
    this.#keys.set(`${input.account}/${key}`, id);
    return record;
  }

  async get(id: string, viewer: CaseViewer) {
    const record = this.#cases.get(id);
    const may =
      record && ('account' in viewer ? record.account === viewer.account : record.state !== 'draft');
    return may ? record : undefined;
  }

  async list(viewer: CaseViewer, { service, states }: CaseFilter): Promise<CaseRecord[]> {
    const seen = await Promise.all([...this.#cases.keys()].map((id) => this.get(id, viewer)));
    return seen
      .filter((record) => record !== undefined)
      .filter(
        (record) => (!service || record.service === service) && (!states || states.includes(record.state)),
      );
  }

  async change(id: string, viewer: CaseViewer, decide: (locked: Locked) => Promise<CaseChange | undefined>) {
    const record = await this.get(id, viewer);
    if (!record) return undefined;
    const uses = async (kind: string, holder: string) =>
      this.#used.filter((use) => use.kind === kind && use.holder === holder).map(({ at }) => at);
    const change = await decide({ record, uses });
    return change ? this.#apply(record, change) : record;
  }

  async addFile(id: string, viewer: CaseViewer, file: CaseFile, content: Uint8Array): Promise<void> {
    const record = await this.get(id, viewer);
    if (record) this.#cases.set(id, { ...record, files: [...record.files, file] });
    this.#contents.set(file.id, content);
  }

  async file(id: string, viewer: CaseViewer, file: string) {
    const head = (await this.get(id, viewer))?.files.find((one) => one.id === file);
    const content = this.#contents.get(file);
    return head && content && { file: head, content };
  }

  async removeFile(id: string, viewer: CaseViewer, file: string): Promise<void> {
    const record = await this.get(id, viewer);
    if (record) this.#cases.set(id, { ...record, files: record.files.filter((one) => one.id !== file) });
  }

  async revoked(): Promise<readonly string[]> {
    return [];
  }

  async taken(calendar: string) {
    const counts = new Map<string, number>();
    for (const { slot } of this.#booked.get(calendar) ?? []) counts.set(slot, (counts.get(slot) ?? 0) + 1);
    return counts;
  }

  #book(id: string, { calendar, at, capacity }: NonNullable<CaseChange['booking']>): void {
    const seats = (this.#booked.get(calendar) ?? []).filter((seat) => seat.id !== id);
    if (seats.filter(({ slot }) => slot === at).length >= capacity) {
      throw new RoomError('STORE_CONFLICT', 'Taken.', { field: 'slot' });
    }
    this.#booked.set(calendar, [...seats, { slot: at, id }]);
  }

  #free(id: string): void {
    for (const [calendar, seats] of this.#booked) {
      this.#booked.set(
        calendar,
        seats.filter((seat) => seat.id !== id),
      );
    }
  }

  #apply(record: CaseRecord, change: CaseChange): CaseRecord {
    if (change.freeBooking) this.#free(record.id);
    if (change.booking) this.#book(record.id, change.booking);
    const at = this.#clock.now();
    if (change.use) this.#used.push({ ...change.use, at });
    const { state, body, event, dueOn = record.dueOn, owner = record.owner } = change;
    const next: CaseRecord = {
      ...record,
      state,
      body,
      changedAt: at,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(owner === undefined ? {} : { owner }),
      events: [...record.events, { ...event, state, at }],
    };
    this.#cases.set(record.id, next);
    return next;
  }
}
