/** The desk behind every service, for the person who asks: look → begin → save, step by step → send → follow → withdraw. */
import { type Clock, type Instant, newId, RoomError, shanghaiDay } from '../../kernel/index.ts';
import type { Decision, Law } from '../../policy/index.ts';
import { freeSlots, type Slot } from './calendar.ts';
import {
  type CaseFile,
  type CaseRecord,
  type Credential,
  type CredentialOrder,
  isOpen,
  stateAfter,
} from './case.ts';
import type { CaseStore, CaseViewer } from './case-store.ts';
import { nextStep, readForm, readStep } from './check-form.ts';
import type { Fault } from './faults.ts';
import type { FileMedia, Form } from './form.ts';
import { refusedFile } from './refused-file.ts';
import type { FormContext, Holder, Service } from './service.ts';
import { formFaults, settle } from './settle.ts';

export interface DeskParts {
  readonly services: readonly Service[];
  readonly store: CaseStore;
  readonly law: Law;
  readonly clock: Clock;
  /** Signs what was granted. A throw undoes the grant: nothing is used up. */
  readonly issue: (order: CredentialOrder) => Promise<Credential>;
  /** Looks at an uploaded file; what it returns is clean: no position, no script, re-encoded. */
  readonly readFile: (content: Uint8Array, accept: readonly FileMedia[]) => Promise<FileReading>;
}

export type FileReading =
  | {
      readonly outcome: 'ok';
      readonly media: FileMedia;
      readonly content: Uint8Array;
      readonly pages: number;
    }
  | { readonly outcome: 'refused'; readonly because: 'media' | 'size' | 'pages' | 'unreadable' | 'locked' };

/** What stands before the first question. */
export type Look =
  | { readonly outcome: 'open' }
  | { readonly outcome: 'needs'; readonly proof: 'real-name' | 'mainland-mobile' }
  | { readonly outcome: 'refused'; readonly decision: Decision };

export type Saved = {
  /** Granted, and may still be changed by its holder. */
  readonly editable: boolean;
  readonly record: CaseRecord;
  readonly form: Form;
  readonly next: string | undefined;
  readonly faults: readonly Fault[];
};

export type Sent =
  | { readonly outcome: 'sent'; readonly record: CaseRecord }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'needs'; readonly proof: 'real-person' };

export class ServiceDesk {
  readonly #parts: DeskParts;
  readonly #services: ReadonlyMap<string, Service>;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#services = new Map(parts.services.map((service) => [service.id, service]));
  }

  services(): readonly Service[] {
    return this.#parts.services;
  }

  /** Throws NOT_FOUND. */
  service(id: string): Service {
    const service = this.#services.get(id);
    if (service) return service;
    throw new RoomError('NOT_FOUND', `There is no service ${id}.`, { field: 'service', value: id });
  }

  look(service: Service, holder: Holder): Look {
    if (service.holder === 'person' && !holder.person) return { outcome: 'needs', proof: 'real-name' };
    const decision = service.screen?.(this.context(holder));
    if (decision) return { outcome: 'refused', decision };
    if (service.needsMainlandMobile && !holder.mainlandMobile)
      return { outcome: 'needs', proof: 'mainland-mobile' };
    return { outcome: 'open' };
  }

  /** The same key twice is one case. Throws NOT_ALLOWED when `look` is not open. */
  async begin(service: Service, key: string, holder: Holder): Promise<CaseRecord> {
    const look = this.look(service, holder);
    if (look.outcome !== 'open')
      throw new RoomError('NOT_ALLOWED', 'This service is not open to you now; its page says why.');
    const context = this.context(holder);
    // What the register knows is shown to the person alone: the name check can be passed by whoever found the permit.
    const shown = service.holder === 'guest' || holder.realPerson;
    const known = (shown && service.prefill?.(context)) || {};
    const { answers } = readForm(service.form(context, known), known, context.today);
    return this.#parts.store.open({
      service: service.id,
      account: holder.account,
      ...(holder.person ? { traveller: holder.person.traveller } : {}),
      key,
      body: { answers, messages: [] },
    });
  }

  async read(id: string, holder: Holder): Promise<Saved> {
    return this.#shown(await this.#find(id, { account: holder.account }), holder, []);
  }

  list(holder: Holder): Promise<CaseRecord[]> {
    return this.#parts.store.list({ account: holder.account }, { limit: 100 });
  }

  /** What is right is kept even when another field of the step is not. */
  async save(id: string, stepId: string, raw: unknown, holder: Holder): Promise<Saved> {
    const context = this.context(holder);
    let faults: readonly Fault[] = [];
    const record = await this.#change(id, holder, async ({ record: current }) => {
      const service = this.service(current.service);
      const form = service.form(context, current.body.answers);
      const step = form.steps.find((one) => one.id === stepId);
      const state = stateAfter(current.state, 'save');
      if (!step || !state)
        throw new RoomError('NOT_ALLOWED', 'This cannot be changed any more; what was sent stays as it is.');
      const read = readStep(form, step, raw, current.body.answers, context.today);
      faults = read.faults;
      return {
        state,
        body: {
          ...current.body,
          answers: { ...service.derive?.(stepId, read.answers, context), ...read.answers },
        },
        event: { action: 'save', actor: 'holder', reasons: [] },
      };
    });
    return this.#shown(record, holder, faults);
  }

  /** A double tap is one case: what was sent is answered as it stands. */
  async send(id: string, holder: Holder): Promise<Sent> {
    const context = this.context(holder);
    let stopped: Exclude<Sent, { outcome: 'sent' }> | undefined;
    const record = await this.#change(id, holder, async (locked) => {
      if (!isOpen(locked.record.state)) return undefined;
      const service = this.service(locked.record.service);
      const faults = formFaults(service, locked.record, context);
      if (faults.length > 0) stopped = { outcome: 'faults', faults };
      else if (service.needsRealPerson && !holder.realPerson)
        stopped = { outcome: 'needs', proof: 'real-person' };
      return stopped ? undefined : settle(service, locked, context, this.#parts.issue);
    });
    return stopped ?? { outcome: 'sent', record };
  }

  async withdraw(id: string, holder: Holder): Promise<CaseRecord> {
    return this.#change(id, holder, async ({ record }) => {
      const state = stateAfter(record.state, 'withdraw');
      if (!state) throw new RoomError('NOT_ALLOWED', 'This case has ended already.');
      return {
        state,
        body: record.body,
        event: { action: 'withdraw', actor: 'holder', reasons: [] },
        freeBooking: true,
        revoke: true,
      };
    });
  }

  /** Throws NOT_ALLOWED when the service does not let it be changed, or not any more. */
  async reopen(id: string, holder: Holder): Promise<Saved> {
    const record = await this.#change(id, holder, async ({ record: current }) => {
      const state = stateAfter(current.state, 'reopen');
      if (!state || !this.isEditable(current, holder))
        throw new RoomError(
          'NOT_ALLOWED',
          'This cannot be changed any more; what was granted stays as it is.',
        );
      const { answers, messages } = current.body;
      return {
        state,
        body: { answers, messages },
        event: { action: 'reopen', actor: 'holder', reasons: [] },
        // What is changed must not be shown any more; a new one is given when it is sent again.
        revoke: true,
      };
    });
    return this.#shown(record, holder, []);
  }

  isEditable({ state, service, body }: CaseRecord, holder: Holder): boolean {
    const editable = this.service(service).editable?.(this.context(holder), body.answers) ?? false;
    return state === 'granted' && editable;
  }

  /** Throws FIELD_INVALID with what would be right. */
  async addFile(
    id: string,
    field: string,
    upload: { name: string; content: Uint8Array },
    holder: Holder,
  ): Promise<CaseFile> {
    const viewer = { account: holder.account };
    const record = await this.#find(id, viewer);
    const asked = this.#formOf(record, holder)
      .steps.flatMap(({ fields }) => fields)
      .find((one) => one.id === field);
    if (asked?.kind !== 'files' || !isOpen(record.state))
      throw new RoomError('NOT_ALLOWED', 'No file is asked for here.', { field });
    if (record.files.filter((file) => file.field === field).length >= asked.most) {
      throw new RoomError('FIELD_INVALID', `${field}: at most ${asked.most} files; remove one first.`, {
        field,
      });
    }
    const reading = await this.#parts.readFile(upload.content, asked.accept);
    if (reading.outcome === 'refused') throw refusedFile(field, reading.because);
    const { media, content, pages } = reading;
    const name = upload.name
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}. _-]/gu, '_')
      .slice(-80);
    const file = {
      id: newId('file', this.#parts.clock),
      field,
      name,
      media,
      bytes: content.length,
      pages,
      addedAt: this.#parts.clock.now(),
    };
    await this.#parts.store.addFile(record.id, viewer, file, content);
    return file;
  }

  async removeFile(id: string, file: string, holder: Holder): Promise<void> {
    const viewer = { account: holder.account };
    const record = await this.#find(id, viewer);
    if (isOpen(record.state)) await this.#parts.store.removeFile(record.id, viewer, file);
  }

  async slots(calendarId: string, holder: Holder): Promise<Slot[]> {
    const calendar = this.#parts.services
      .flatMap(({ calendars = [] }) => calendars)
      .find(({ id }) => id === calendarId);
    if (!calendar)
      throw new RoomError('NOT_FOUND', `There is no calendar ${calendarId}.`, { field: 'calendar' });
    const { today } = this.context(holder);
    const taken = await this.#parts.store.taken(calendarId, `${today}T00:00:00+08:00`, '9999');
    // On a day that has begun, only what is still to come can be chosen.
    const now = this.now();
    return freeSlots(calendar, today, taken).filter(({ at }) => Date.parse(at) > now);
  }

  now(): Instant {
    return this.#parts.clock.now();
  }

  context(holder: Holder): FormContext {
    const at = this.now();
    return { law: this.#parts.law, at, today: shanghaiDay(at), holder };
  }

  #formOf(record: CaseRecord, holder: Holder): Form {
    return this.service(record.service).form(this.context(holder), record.body.answers);
  }

  #shown(record: CaseRecord, holder: Holder, faults: readonly Fault[]): Saved {
    const form = this.#formOf(record, holder);
    const next = isOpen(record.state)
      ? nextStep(form, record.body.answers, this.context(holder).today)?.id
      : undefined;
    return { record, form, next, faults, editable: this.isEditable(record, holder) };
  }

  async #find(id: string, viewer: CaseViewer): Promise<CaseRecord> {
    return (await this.#parts.store.get(id, viewer)) ?? noCase();
  }

  async #change(id: string, holder: Holder, decide: Parameters<CaseStore['change']>[2]): Promise<CaseRecord> {
    return (await this.#parts.store.change(id, { account: holder.account }, decide)) ?? noCase();
  }
}

function noCase(): never {
  throw new RoomError('NOT_FOUND', 'There is no such case among yours.');
}
