/** What the server needs of the house and gets injected: it knows no engine and no device. */

import type { ToldKeys } from '../credentials/index.ts';
import type { AccountView, DevProvider, Providers, TravellerIdentity } from '../identity/index.ts';
import type { Instant, Language } from '../kernel/index.ts';
import type { PushSubscription } from '../notices/index.ts';
import type { Law, RulesBundle } from '../policy/index.ts';
import type {
  Asking,
  CaseOfficers,
  CaseRecord,
  CaseStore,
  CertificateHolder,
  CertificateWish,
  Erasure,
  Everything,
  Found,
  HelpIndex,
  Holder,
  MyDataDesk,
  RotatingCode,
  Service,
  ServiceDesk,
  Span,
} from '../services/index.ts';
import type { Access } from './access.ts';
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
import type { MatchingView } from './wire/matching.ts';
import type { OutboxMessageView } from './wire/notices.ts';
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
  /** Errors of recognition in operation. */
  matching(): MatchingView;
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

/** Travellers' accounts, and the identity providers they may come through. */
export interface TravellerEntrance {
  readonly identity: TravellerIdentity;
  readonly providers: Providers;
  /** The provider that ships with the project; never in production. */
  readonly devProvider?: DevProvider;
}
export type { AccountView };

/** What the command line asks of a running server, so that the data folder is never opened twice. */
export type OperatorCommands = Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

/** Answers `POST /v1/decisions/{question}`; the law's own words. */
export interface LawSource {
  questions(): readonly string[];
  decide(question: string, facts: unknown): { decision: string; outputs?: unknown };
  /** The whole release in force, for those who decide on their own device. */
  release(): RulesBundle;
}

/** Who asks for a service, as far as the session knows. */
export type Asker = Pick<
  AccountView,
  'id' | 'kind' | 'language' | 'mainlandMobile' | 'realName' | 'realPerson'
>;

export interface ServiceSource {
  readonly desk: ServiceDesk;
  readonly officers: CaseOfficers;
  readonly store: Pick<CaseStore, 'file'>;
  readonly law: Pick<Law, 'text'>;
  /** With the documents on the register, where the name was checked. */
  holderOf(account: Asker): Promise<Holder>;
  /** The granted case as a signed PDF. */
  letter(record: CaseRecord, service: Service, language: Language): Promise<Uint8Array>;
  /** The code of this moment for a registration. */
  rotatingCode(registration: string): Promise<RotatingCode>;
}

/** How a holder is told outside the pages. */
export interface NoticeSource {
  /** What would have been sent, newest first; only in a demonstration. */
  outbox?(): readonly (Omit<OutboxMessageView, 'at'> & { readonly at: Instant })[];
  /** The key with which a browser subscribes, in base64url. */
  readonly pushKey: string;
  /** Throws FIELD_INVALID. */
  subscribe(account: string, subscription: PushSubscription): Promise<void>;
  unsubscribe(account: string, endpoint: string | undefined): Promise<void>;
}

/** A person's own data, and what is made of it on paper. */
export interface MyDataSource {
  readonly desk: MyDataDesk;
  readonly law: Pick<Law, 'text' | 'content'>;
  readonly crossings: CrossingDesk;
  everything(who: Asking): Promise<Everything>;
  /** Signed PDF files. */
  everythingPdf(who: Asking, language: Language): Promise<Uint8Array>;
  erasurePdf(who: Asking, erasure: Erasure, language: Language): Promise<Uint8Array>;
}

export interface CrossingDesk {
  own(who: Asking, span: Span): Promise<Searched>;
  /** For the person whose document the officer holds. Throws NOT_FOUND. */
  atOffice(officer: string, documentNumber: string, span: Span): Promise<Searched>;
  /** A signed PDF file. */
  certificate(
    found: Extract<Found, { outcome: 'found' }>,
    holder: CertificateHolder,
    wish: CertificateWish,
  ): Promise<Uint8Array>;
}

export interface Searched {
  readonly found: Found;
  readonly holder: CertificateHolder;
}

export type HelpSource = HelpIndex;

/** How others check what is issued here. */
export interface KeySource {
  told(): Promise<ToldKeys>;
}

export interface ServerSources {
  readonly port: PortSource;
  readonly kiosk: KioskSource;
  readonly enrolments: EnrolmentDesk;
  readonly accounts: Accounts;
  readonly travellers: TravellerEntrance;
  readonly law: LawSource;
  readonly services: ServiceSource;
  readonly me: MyDataSource;
  readonly help: HelpSource;
  readonly keys: KeySource;
  readonly notices: NoticeSource;
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
  /** Told of every route with whoever may call it. */
  onRoute?(route: { readonly method: string; readonly url: string; readonly access: Access }): void;
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}
