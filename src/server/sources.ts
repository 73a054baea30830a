/** What the server needs of the house and gets injected: it knows no engine and no device. */
import type { RulesBundle } from '../policy/index.ts';
import type {
  CaptureAnswer,
  ConsentChoice,
  EnrolmentAnswer,
  EnrolmentDraft,
  EnrolmentReceipt,
  KioskView,
  ReceiptView,
  TravellerInput,
} from './wire/kiosk.ts';
import type { LaneDetail, LaneView, PortEvents, PortView, ScreenView } from './wire/port.ts';

export type Unsubscribe = () => void;

/** What a viewer may see: everybody sees the port, an officer sees persons and reasons. */
export interface Viewer {
  readonly officer: boolean;
}

export type PortEvent = {
  [Name in keyof PortEvents]: { name: Name; data: PortEvents[Name] };
}[keyof PortEvents];

export interface PortSource {
  view(): PortView;
  on(listener: (event: PortEvent) => void): Unsubscribe;
  lane(id: string, viewer: Viewer): LaneDetail | undefined;
  /** Latest camera picture as JPEG; undefined where there is none. */
  picture(id: string, viewer: Viewer): Promise<Uint8Array | 'not-allowed' | undefined>;
  /** Newest referrals first, for the officer. */
  referrals(): readonly LaneDetail['recent'][number][];
}

export type KioskEvent = { name: 'screen'; data: ScreenView } | { name: 'lane'; data: LaneView };

export interface KioskSource {
  view(lane: string, viewer: Viewer): KioskView | undefined;
  on(lane: string, listener: (event: KioskEvent) => void): Unsubscribe;
  frame(lane: string, jpeg: Uint8Array): Promise<CaptureAnswer>;
  input(lane: string, input: TravellerInput['input']): Promise<void>;
  receipt(lane: string): Promise<ReceiptView | undefined>;
}

export interface EnrolmentDesk {
  begin(draft: EnrolmentDraft): Promise<EnrolmentAnswer>;
  consent(id: string, choice: ConsentChoice): Promise<void>;
  frame(id: string, jpeg: Uint8Array): Promise<CaptureAnswer>;
  finger(id: string): Promise<CaptureAnswer>;
  finish(id: string): Promise<EnrolmentReceipt>;
  abandon(id: string): Promise<void>;
}

export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly passkeys: number;
}

export interface Accounts {
  /** The officer behind a session token; undefined when it is unknown or has run out. */
  officerOf(token: string): Promise<Officer | undefined>;
  signInByLink(link: string): Promise<{ token: string } | undefined>;
  signOut(token: string): Promise<void>;
  passkeyRegistration(officer: Officer): Promise<unknown>;
  addPasskey(officer: Officer, response: unknown): Promise<void>;
  passkeySignIn(): Promise<unknown>;
  signInByPasskey(response: unknown): Promise<{ token: string } | undefined>;
}

/** What the command line asks of a running server, so that the data folder is never opened twice. */
export type OperatorCommands = Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

/** Answers `POST /v1/decisions/{question}`; the law's own words. */
export interface LawSource {
  questions(): readonly string[];
  decide(question: string, facts: unknown): { decision: string; outputs?: unknown };
  /** The whole release in force, for those who decide on their own device. */
  release(): RulesBundle;
}

export interface ServerSources {
  readonly port: PortSource;
  readonly kiosk: KioskSource;
  readonly enrolments: EnrolmentDesk;
  readonly accounts: Accounts;
  readonly law: LawSource;
  readonly operator: OperatorCommands;
  /** Everything that must be up before `GET /health` says 200; names of what is not. */
  unready(): readonly string[];
}

export interface ServerOptions {
  /** Folder of the built pages. */
  readonly pages: string;
  /** Bearer token of the command line on this machine. */
  readonly operatorToken: string;
  readonly demo: boolean;
  readonly tls?: { key: string; cert: string };
  readonly version: string;
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}
