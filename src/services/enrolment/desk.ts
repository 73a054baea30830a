/**
 * The collection point (C-05): who may (law) → consent, one for each modality → three pictures → two impressions → on file.
 * Nothing is captured before the law and the person have both said yes (C-06, D-06); what is not finished is forgotten.
 */
import { type Instant, RoomError, type Texts, type TravellerId } from '../../kernel/index.ts';
import { CONSENT_TEXTS, type ConsentWords, type Modality } from './consent-texts.ts';
import { type CheckedDraft, checkDraft, type Draft, lawFacts } from './draft.ts';
import type { CaptureReading, EnrolmentParts, FaceBox } from './parts.ts';

export const FACES_NEEDED = 3;
export const FINGERS_NEEDED = 2;
/** An unfinished enrolment is wiped after this long without a step. */
const IDLE_MS_MAX = 10 * 60_000;
const OPEN_MAX = 50;

interface Enrolment<Face, Finger> {
  readonly traveller: TravellerId;
  readonly draft: CheckedDraft;
  consents: { modality: Modality; version: string; givenAt: Instant }[];
  faces: Face[];
  fingers: Finger[];
  fingerTries: number;
  cancelWipe: () => void;
}

export interface Answer {
  readonly outcome: 'may-enrol' | 'turned-away';
  readonly enrolment?: string;
  readonly reasons: { code: string; kind: Texts }[];
  readonly alternatives: { id: string; text: Texts }[];
  readonly remedies: { text: Texts }[];
  readonly consents: ConsentWords[];
}

export interface CaptureProgress {
  readonly outcome: 'taken' | 'adjust' | 'complete';
  readonly guidance: string[];
  readonly taken: number;
  readonly needed: number;
  readonly box?: FaceBox;
  readonly quality?: number;
}

export interface Receipt {
  readonly traveller: TravellerId;
  readonly face: boolean;
  readonly fingerprint: boolean;
  readonly usableAt: string;
}

export class CollectionPoint<Face, Finger> {
  readonly #open = new Map<string, Enrolment<Face, Finger>>();
  readonly #parts: EnrolmentParts<Face, Finger>;

  constructor(parts: EnrolmentParts<Face, Finger>) {
    this.#parts = parts;
  }

  async begin(draft: Draft): Promise<Answer> {
    const at = this.#parts.now();
    const checked = checkDraft(draft, at);
    const answer = this.#parts.law(lawFacts(checked, { ...this.#parts.place, at }));
    const told = tell(answer, this.#parts);
    if (answer.decision !== 'ELIGIBLE' && answer.decision !== 'ELIGIBLE_AFTER_ENROLMENT') {
      return { outcome: 'turned-away', ...told, consents: [] };
    }
    const enrolment = this.#admit(checked);
    return { outcome: 'may-enrol', enrolment, ...told, reasons: [], consents: Object.values(CONSENT_TEXTS) };
  }

  async consent(id: string, choice: Readonly<Record<Modality, boolean>>): Promise<void> {
    const enrolment = this.#find(id);
    const givenAt = this.#parts.now();
    const given = (['face', 'fingerprint'] as const).filter((modality) => choice[modality]);
    enrolment.consents = given.map((modality) => ({
      modality,
      version: CONSENT_TEXTS[modality].version,
      givenAt,
    }));
    // Whoever takes a consent back before the end leaves nothing behind.
    if (!choice.face) enrolment.faces = [];
    if (!choice.fingerprint) enrolment.fingers = [];
  }

  async frame(id: string, picture: Uint8Array): Promise<CaptureProgress> {
    const enrolment = this.#find(id);
    assertConsents(enrolment);
    return progress(await this.#parts.captures.readFace(picture), enrolment.faces, FACES_NEEDED);
  }

  async finger(id: string): Promise<CaptureProgress> {
    const enrolment = this.#find(id);
    assertConsents(enrolment);
    const reading = await this.#parts.captures.readFinger(enrolment.traveller, enrolment.fingerTries++);
    return progress(reading, enrolment.fingers, FINGERS_NEEDED);
  }

  async finish(id: string): Promise<Receipt> {
    const enrolment = this.#find(id);
    assertConsents(enrolment);
    assertComplete(enrolment);
    const { traveller, draft, consents, faces, fingers } = enrolment;
    await this.#parts.register.enrol({ traveller, draft, consents, faces, fingers });
    this.#wipe(id);
    return { traveller, face: true, fingerprint: true, usableAt: this.#parts.place.port };
  }

  async abandon(id: string): Promise<void> {
    this.#wipe(id);
  }

  #admit(draft: CheckedDraft): string {
    if (this.#open.size >= OPEN_MAX) {
      throw new RoomError('RATE_LIMITED', 'The collection point is full; please wait a moment.');
    }
    const id = this.#parts.newToken();
    const enrolment = newEnrolment<Face, Finger>(this.#parts.newTraveller(), draft);
    this.#open.set(id, enrolment);
    this.#touch(id, enrolment);
    return id;
  }

  #find(id: string): Enrolment<Face, Finger> {
    const enrolment = this.#open.get(id);
    if (!enrolment) {
      throw new RoomError(
        'NOT_FOUND',
        'This enrolment was finished, cancelled or left alone too long; its pictures are gone. Please begin again.',
      );
    }
    this.#touch(id, enrolment);
    return enrolment;
  }

  #touch(id: string, enrolment: Enrolment<Face, Finger>): void {
    enrolment.cancelWipe();
    enrolment.cancelWipe = this.#parts.after(IDLE_MS_MAX, () => this.#wipe(id));
  }

  #wipe(id: string): void {
    this.#open.get(id)?.cancelWipe();
    this.#open.delete(id);
  }
}

function newEnrolment<Face, Finger>(traveller: TravellerId, draft: CheckedDraft): Enrolment<Face, Finger> {
  return { traveller, draft, consents: [], faces: [], fingers: [], fingerTries: 0, cancelWipe: () => {} };
}

function tell<Face, Finger>(
  answer: ReturnType<EnrolmentParts<Face, Finger>['law']>,
  parts: EnrolmentParts<Face, Finger>,
) {
  return {
    reasons: answer.reasons
      .filter((code) => code !== 'OK')
      .map((code) => ({ code, kind: parts.words.reason(code) })),
    alternatives: answer.alternatives.map((id) => ({ id, text: parts.words.alternative(id) })),
    remedies: answer.remedies.map(({ text }) => ({ text })),
  };
}

// The lane needs both (C-01), so with one alone nothing is captured: it could serve no purpose.
function assertConsents(enrolment: Enrolment<unknown, unknown>): void {
  const given = new Set(enrolment.consents.map(({ modality }) => modality));
  if (given.has('face') && given.has('fingerprint')) return;
  throw new RoomError(
    'CONSENT_MISSING',
    'This lane compares face and fingerprint, so it needs your consent to each. Nothing was captured; the card lane and the counter stay open to you.',
    { field: given.has('face') ? 'fingerprint' : 'face' },
  );
}

function assertComplete({ faces, fingers }: Enrolment<unknown, unknown>): void {
  if (faces.length >= FACES_NEEDED && fingers.length >= FINGERS_NEEDED) return;
  const missing = faces.length < FACES_NEEDED ? 'frames' : 'finger';
  throw new RoomError('FIELD_INVALID', `${missing}: not enough good captures yet. What was taken is kept.`, {
    field: missing,
  });
}

function progress<Capture>(
  reading: CaptureReading<Capture>,
  taken: Capture[],
  needed: number,
): CaptureProgress {
  const box = reading.box ? { box: reading.box } : {};
  if (reading.outcome === 'adjust') {
    return { outcome: 'adjust', guidance: [...reading.guidance], taken: taken.length, needed, ...box };
  }
  if (taken.length < needed) taken.push(reading.capture);
  const outcome = taken.length >= needed ? 'complete' : 'taken';
  return { outcome, guidance: [], taken: taken.length, needed, quality: reading.quality, ...box };
}
