/** The desk behind "my data": what is kept, the consents, who looked, everything in one piece. */
import type { CaseRecord } from '../engine/index.ts';
import type { Modality } from '../enrolment/consent-texts.ts';
import { type ConsentState, readConsents, type Withdrawn, withdrawConsent } from './consents.ts';
import { type Erasure, readErasure, readErasures } from './erasures.ts';
import { type Everything, readEverything } from './export.ts';
import { type Overview, readOverview, revealNumber } from './overview.ts';
import type { Asking, MyDataParts } from './parts.ts';
import { type Look, readLooks } from './who-looked.ts';

export class MyDataDesk {
  readonly #parts: MyDataParts;

  constructor(parts: MyDataParts) {
    this.#parts = parts;
  }

  overview(who: Asking): Promise<Overview> {
    return readOverview(this.#parts, who);
  }

  /** Throws NOT_FOUND. */
  number(who: Asking, document: string): Promise<string> {
    return revealNumber(this.#parts, who, document);
  }

  consents(who: Asking): Promise<ConsentState[]> {
    return readConsents(this.#parts, who);
  }

  /** Throws NOT_FOUND. */
  withdraw(who: Asking, modality: Modality): Promise<Withdrawn> {
    return withdrawConsent(this.#parts, who, modality);
  }

  /** Newest first. */
  erasures(who: Asking): Promise<Erasure[]> {
    return readErasures(this.#parts, who);
  }

  /** Throws NOT_FOUND. */
  erasure(who: Asking, id: string): Promise<Erasure> {
    return readErasure(this.#parts, who, id);
  }

  looks(who: Asking): Promise<Look[]> {
    return readLooks(this.#parts, who);
  }

  everything(who: Asking, requests: readonly CaseRecord[]): Promise<Everything> {
    return readEverything(this.#parts, who, requests);
  }
}
