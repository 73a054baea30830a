/** What the collection point needs of other rooms; the host injects it. */
import type { Instant, Texts, TravellerId } from '../../kernel/index.ts';
import type { Modality } from './consent-texts.ts';
import type { CheckedDraft } from './draft.ts';

export interface LawAnswer {
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly alternatives: readonly string[];
  readonly remedies: readonly { readonly text: Texts }[];
}

export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One picture looked at: `capture` is opaque here; only the engine knows what is in it. */
export type CaptureReading<Capture> =
  | { readonly outcome: 'ok'; readonly capture: Capture; readonly quality: number; readonly box?: FaceBox }
  | { readonly outcome: 'adjust'; readonly guidance: readonly string[]; readonly box?: FaceBox };

export interface Captures<Face, Finger> {
  readFace(picture: Uint8Array): Promise<CaptureReading<Face>>;
  /** The next impression from the collection point's reader. */
  readFinger(traveller: TravellerId, attempt: number): Promise<CaptureReading<Finger>>;
}

/** Writes a person, the consents and the templates as one: all of it lasts or none. */
export interface Register<Face, Finger> {
  enrol(entry: {
    readonly traveller: TravellerId;
    readonly draft: CheckedDraft;
    readonly consents: readonly {
      readonly modality: Modality;
      readonly version: string;
      readonly givenAt: Instant;
    }[];
    readonly faces: readonly Face[];
    readonly fingers: readonly Finger[];
  }): Promise<void>;
}

export interface Words {
  reason(code: string): Texts;
  alternative(id: string): Texts;
}

export interface EnrolmentParts<Face, Finger> {
  readonly now: () => Instant;
  /** Calls once after so many milliseconds; returns how to cancel. */
  readonly after: (ms: number, call: () => void) => () => void;
  readonly newTraveller: () => TravellerId;
  readonly newToken: () => string;
  readonly place: { readonly port: string; readonly direction: 'entry' | 'exit' };
  readonly law: (facts: unknown) => LawAnswer;
  readonly words: Words;
  readonly captures: Captures<Face, Finger>;
  readonly register: Register<Face, Finger>;
}
