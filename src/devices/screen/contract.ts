import type { Device } from '../device.ts';

/** Everything a lane's screen can say. Closed: each has its words in four languages where the pages are. */
export const SCREEN_MESSAGES = [
  'welcome',
  'look-at-camera',
  'adjust',
  'identifying',
  'confirm-identity',
  'walk-in',
  'one-person-only',
  'place-finger',
  'finger-again',
  'verifying',
  'recording',
  'walk-out',
  'thank-you',
  'officer-coming',
  'step-back-out',
  'closed',
] as const;
export type ScreenMessage = (typeof SCREEN_MESSAGES)[number];

/** The fingers as ISO/IEC 19794-2 tells them apart. */
export type FingerName = `${'left' | 'right'}-${'thumb' | 'index' | 'middle' | 'ring' | 'little'}`;

/** Enough to recognise oneself, too little for whoever looks over the shoulder. */
export interface MaskedIdentity {
  /** Such as `陳 * 文`. */
  readonly name: string;
  /** The last four characters of the document number. */
  readonly documentTail: string;
}

export interface ScreenContent {
  readonly message: ScreenMessage;
  /** Codes of what to do better: `closer`, `left`, … */
  readonly guidance?: readonly string[];
  readonly identity?: MaskedIdentity;
  /** The finger to lay on the glass; absent where any enrolled one will do. */
  readonly finger?: FingerName;
  /** Of the present step when the content was shown; the page counts down from there. */
  readonly secondsLeft?: number;
  readonly triesLeft?: number;
  /** Closed ids of other ways: `counter`, `card-lane`, … */
  readonly advice?: readonly string[];
}

export interface Screen extends Device<never> {
  /** Resolves when it is visible; rejects with `DEVICE_FAULT`. */
  show(content: ScreenContent): Promise<void>;
  /** What is visible now; null while nothing is. */
  shown(): ScreenContent | null;
}
