/** What every part of the travellers' accounts works with; all of it injected. */
import type { Day, Instant, Language, TravellerId } from '../../kernel/index.ts';
import type { SignInDesk } from '../sign-in/desk.ts';
import type { AccountSession, AccountStore, Channel } from './account-store.ts';

export interface TravellerDesk extends SignInDesk<AccountSession> {
  readonly store: AccountStore;
  readonly messages: Messages;
  readonly register: PersonRegister;
  readonly documents: DocumentForms;
  readonly faces: LiveFaces;
  readonly portraits: Portraits;
}

/** The way to a telephone or a mailbox: a gateway in service, an outbox for the demonstration. */
export interface Messages {
  /** Throws when it cannot be handed over. */
  send(message: { readonly channel: Channel; readonly to: string; readonly text: string }): Promise<void>;
}

/** Who is registered, asked by one document's number; the records are one, an authority's service may be another. */
export interface PersonRegister {
  /** Does the same work whether the number is known or not. Throws when the register does not answer. */
  find(documentNumber: string): Promise<RegisteredPerson | undefined>;
}

export interface RegisteredPerson {
  readonly traveller: TravellerId;
  /** By script or language, as on the document. */
  readonly names: Readonly<Record<string, string>>;
  readonly document: { readonly type: string; readonly expires: Day };
}

/** How documents' numbers and days are written; the documents room is one. */
export interface DocumentForms {
  readonly types: readonly string[];
  readNumber(
    type: string,
    text: string,
  ):
    | { readonly outcome: 'valid'; readonly number: string }
    | { readonly outcome: 'wrong-form' | 'wrong-check-digit'; readonly expected: string };
  readDay(
    text: string,
  ):
    | { readonly outcome: 'day'; readonly day: Day }
    | { readonly outcome: 'wrong-form' | 'no-such-day' | 'republic-calendar'; readonly expected: string };
}

/** Reads a face from one picture. The reading stays opaque here: nobody but the matcher can do anything with it. */
export interface LiveFaces {
  read(picture: Uint8Array): Promise<FaceSeen>;
}

export type FaceSeen =
  | { readonly outcome: 'ok'; readonly capture: FaceCapture; readonly box: ShareBox }
  | { readonly outcome: 'adjust'; readonly guidance: readonly string[]; readonly box?: ShareBox };

/** Made and understood by the host's matcher alone. */
export interface FaceCapture {
  readonly kind: 'face-capture';
}

/** Where the face is, as fractions of the picture. */
export interface ShareBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The portrait that the issuing authority has on file. Templates of the lanes are for the lanes and not used here (C-02). */
export interface Portraits {
  compare(
    traveller: TravellerId,
    captures: readonly FaceCapture[],
  ): Promise<'match' | 'no-match' | 'no-portrait'>;
}

/** What a signed-in traveller's request may know of the account; contacts are masked. */
export interface AccountView {
  readonly id: string;
  readonly kind: 'guest' | 'passkey' | 'oidc';
  readonly language: Language;
  /** When the session ends at the latest. */
  readonly endsAt: Instant;
  readonly realName?: { readonly traveller: TravellerId; readonly at: Instant };
  /** Present only while it counts. */
  readonly realPerson?: { readonly at: Instant };
  readonly mainlandMobile: boolean;
}

/** Where else the same is done; never a punishment, always there (W-05). */
export const OTHER_WAYS = ['counter', 'hotline-12367'] as const;
export type OtherWay = (typeof OTHER_WAYS)[number];
