/** The officers' side: a queue by deadline, an owner for each case, two pairs of eyes for each decision, reasons for all of them. */
import { RoomError } from '../../kernel/index.ts';
import { type CaseAction, type CaseRecord, type CaseState, stateAfter } from './case.ts';
import type { CaseChange, CaseStore, Locked } from './case-store.ts';
import type { ServiceDesk } from './desk.ts';
import type { Form } from './form.ts';
import type { Holder } from './service.ts';
import { decideContext, grantChange, type Issue } from './settle.ts';

export interface OfficerDeskParts {
  readonly desk: ServiceDesk;
  readonly store: CaseStore;
  readonly issue: Issue;
  /** The holder of an account as known now. */
  readonly holderOf: (account: string) => Promise<Holder>;
}

export const OFFICER_ACTIONS = [
  'take',
  'return',
  'propose-grant',
  'propose-refuse',
  'agree',
  'disagree',
] as const;
export type OfficerAction = (typeof OFFICER_ACTIONS)[number];

export interface OfficerStep {
  readonly action: OfficerAction;
  /** In words, for the file; asked for everything but taking and agreeing. */
  readonly reason?: string;
}

const REASON_LENGTH_MAX = 2000;
const QUEUE: readonly CaseState[] = ['in-review', 'proposed', 'returned'];

export class CaseOfficers {
  readonly #parts: OfficerDeskParts;

  constructor(parts: OfficerDeskParts) {
    this.#parts = parts;
  }

  /** Nearest deadline first. */
  queue(officer: string): Promise<CaseRecord[]> {
    return this.#parts.store.list({ officer }, { states: QUEUE, limit: 200 });
  }

  async read(id: string, officer: string): Promise<CaseRecord> {
    return (await this.#parts.store.get(id, { officer })) ?? noCase();
  }

  async form(record: CaseRecord): Promise<Form> {
    const holder = await this.#parts.holderOf(record.account);
    return this.#parts.desk
      .service(record.service)
      .form(this.#parts.desk.context(holder), record.body.answers);
  }

  async step(id: string, officer: string, { action, reason = '' }: OfficerStep): Promise<CaseRecord> {
    const said = checkReason(action, reason);
    return (
      (await this.#parts.store.change(id, { officer }, (locked) =>
        this.#change(locked, officer, action, said),
      )) ?? noCase()
    );
  }

  async #change(locked: Locked, officer: string, action: OfficerAction, reason: string): Promise<CaseChange> {
    const { record } = locked;
    switch (action) {
      case 'take':
        return {
          state: record.state,
          body: record.body,
          event: { action: 'save', actor: officer, reasons: ['TAKEN'] },
          owner: officer,
        };
      case 'return':
        return this.#move(
          record,
          officer,
          'return',
          {
            messages: [
              ...record.body.messages,
              { from: 'officer', at: this.#parts.desk.now(), text: reason },
            ],
          },
          'case-returned',
        );
      case 'propose-grant':
      case 'propose-refuse':
        return this.#move(record, officer, 'propose', {
          proposal: { officer, outcome: action === 'propose-grant' ? 'grant' : 'refuse', reason },
        });
      case 'disagree':
        return this.#move(record, officer, 'disagree', {});
      case 'agree':
        return this.#agree(locked, officer);
    }
  }

  #move(
    record: CaseRecord,
    officer: string,
    action: CaseAction,
    more: Partial<CaseRecord['body']>,
    notice?: string,
  ): CaseChange {
    const state = stateAfter(record.state, action) ?? notNow(record.state);
    const { proposal: _, ...body } = record.body;
    return {
      state,
      body: { ...body, ...more },
      event: { action, actor: officer, reasons: [] },
      owner: record.owner ?? officer,
      ...(notice === undefined ? {} : { notice }),
    };
  }

  async #agree(locked: Locked, officer: string): Promise<CaseChange> {
    const { record } = locked;
    const { proposal, decision } = record.body;
    if (!proposal || !decision) notNow(record.state);
    if (proposal.officer === officer) {
      throw new RoomError(
        'NOT_ALLOWED',
        'Two pairs of eyes: another officer than the one who proposed has to agree.',
      );
    }
    const event = { action: 'agree' as const, actor: officer, reasons: [] };
    if (proposal.outcome === 'refuse') {
      return { state: 'refused', body: record.body, event, notice: 'case-refused', freeBooking: true };
    }
    const service = this.#parts.desk.service(record.service);
    const context = this.#parts.desk.context(await this.#parts.holderOf(record.account));
    const grant = service.grant(await decideContext(service, locked, context), decision);
    return grantChange(service, record, record.body, event, grant, this.#parts.issue);
  }
}

function checkReason(action: OfficerAction, reason: string): string {
  const said = reason.normalize('NFC').trim();
  if (action !== 'take' && action !== 'agree' && said === '') {
    throw new RoomError('FIELD_INVALID', 'reason: say why; the holder and a second officer will read it.', {
      field: 'reason',
    });
  }
  if (said.length > REASON_LENGTH_MAX)
    throw new RoomError('FIELD_INVALID', `reason: at most ${REASON_LENGTH_MAX} signs.`, { field: 'reason' });
  return said;
}

function noCase(): never {
  throw new RoomError('NOT_FOUND', 'There is no such case in the queue.');
}

function notNow(state: CaseState): never {
  throw new RoomError('NOT_ALLOWED', `A case that is ${state} does not take this step.`);
}
