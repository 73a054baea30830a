/**
 * Fee and delivery as steps of the replacement, each behind an interface, with stand-ins that ship: they quote and track as the real
 * ones would, always the same for the same question, and charge and send nothing.
 */
import type { Texts } from '../../kernel/index.ts';
import { feeWords as w } from './fee-words.ts';

interface Quote {
  /** In fen, a hundredth of a yuan. */
  readonly fen: number;
  readonly text: Texts;
}

interface Receipt {
  readonly outcome: 'charged' | 'not-charged';
  readonly reference: string;
  readonly text: Texts;
}

export interface Fee {
  /** What a document costs; undefined for one that has no price here. */
  quote(document: string): Quote | undefined;
  /** The same reference is charged once. */
  pay(quote: Quote, reference: string): Receipt;
}

interface DeliveryOption {
  readonly id: string;
  readonly text: Texts;
  readonly hint: Texts;
  /** An address is asked for. */
  readonly toAddress: boolean;
}

interface Tracking {
  readonly number: string;
  readonly text: Texts;
}

export interface Delivery {
  /** Ways in which a document reaches its holder in a city. */
  options(city: string | undefined): readonly DeliveryOption[];
  track(option: string, reference: string): Tracking;
}

const FEN_PER_YUAN = 100;
/** In yuan, of an electronic document of full validity: notice of the NDRC and the Ministry of Finance, price no. 914 of 2019. */
const YUAN: Readonly<Record<string, number>> = { PP_CN: 120, EEP: 60, MTP_TO_TW: 60 };

export const demonstrationFee: Fee = {
  quote(document) {
    const yuan = YUAN[document];
    return yuan === undefined ? undefined : { fen: yuan * FEN_PER_YUAN, text: w.yuan(yuan) };
  },
  pay: (_, reference) => ({ outcome: 'not-charged', reference, text: w.notCharged(reference) }),
};

export const demonstrationDelivery: Delivery = {
  options: () => [
    { id: 'post', text: w.post, hint: w.postHint, toAddress: true },
    { id: 'collect', text: w.collect, hint: w.collectHint, toAddress: false },
  ],
  track: (option, reference) => {
    const number = `DEMO-${reference}`;
    return { number, text: option === 'post' ? w.posted(number) : w.ready(number) };
  },
};
