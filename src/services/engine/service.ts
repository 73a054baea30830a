/** A service, declared: what it asks, how the law decides it, what the holder gets. The desk does the rest. */
import type { Day, Instant, Language, Texts } from '../../kernel/index.ts';
import type { Decision, Law } from '../../policy/index.ts';
import type { Calendar } from './calendar.ts';
import type { Booking, Grant } from './case.ts';
import type { Answers, Form } from './form.ts';

/** What is known of the person who asks; undefined parts are simply not known. */
export interface Holder {
  readonly account: string;
  readonly guest: boolean;
  readonly language: Language;
  /** Present once the real-name check has passed. */
  readonly person?: HolderPerson;
  /** The real-person check passed within its time. */
  readonly realPerson: boolean;
  /** A mobile number of the mainland is confirmed (H-10). */
  readonly mainlandMobile: boolean;
}

export interface HolderPerson {
  readonly traveller: string;
  readonly category: 'hkmo' | 'mainland' | 'taiwan' | 'foreigner';
  readonly name: string;
  readonly birthDate: Day;
  readonly documents: readonly HolderDocument[];
  /** Statutory guardian of. */
  readonly wards: readonly { readonly traveller: string; readonly name: string; readonly birthDate: Day }[];
}

export interface HolderDocument {
  readonly type: string;
  readonly number: string;
  readonly expires: Day;
  readonly endorsements: readonly {
    readonly type: string;
    readonly entries: string;
    readonly destination: string;
    readonly expires: Day;
  }[];
}

export interface FormContext {
  readonly law: Law;
  readonly at: Instant;
  readonly today: Day;
  readonly holder: Holder;
}

export interface DecideContext extends FormContext {
  readonly answers: Answers;
  /** How many files lie at each field. */
  readonly files: Readonly<Record<string, number>>;
  /** When the holder used up one of the service's quota; see `quota`. */
  readonly uses: readonly Instant[];
}

export type Verdict =
  | { readonly outcome: 'granted'; readonly decision: Decision }
  | {
      readonly outcome: 'refused';
      readonly decision: Decision;
      /** Fields that are not kept: what was typed may belong to somebody else (F-07). */
      readonly forget?: readonly string[];
    }
  /** The law leaves it to a person, or the service always does; `dueOn` is the day by which it is to be answered. */
  | {
      readonly outcome: 'to-officer';
      readonly decision: Decision;
      readonly dueOn?: Day;
      /** A time at the counter that is kept for the holder while an officer looks. */
      readonly booking?: Booking;
    };

export interface Service {
  readonly id: string;
  readonly words: {
    readonly title: Texts;
    readonly summary: Texts;
    /** What to have at hand. */
    readonly need: readonly Texts[];
    /** What happens if it is refused, and who hears an objection. */
    readonly appeal?: Texts;
  };
  readonly minutes: number;
  /** `guest`: anyone, without an account. `person`: whose name was checked. */
  readonly holder: 'guest' | 'person';
  readonly needsRealPerson?: true;
  /** A confirmed mainland number, asked for before the form: at its end it would be too late (H-10). */
  readonly needsMainlandMobile?: true;
  /** The question of the law that decides. */
  readonly question: string;
  /** Historical services show themselves only for the days on which they were in force. */
  readonly group:
    | 'permit'
    | 'documents'
    | 'crossing'
    | 'endorsement'
    | 'visit'
    | 'urgent'
    | 'help'
    | 'history';
  /** Kind of use that is counted against the holder. */
  readonly quota?: string;
  readonly calendars?: readonly Calendar[];
  /** `answers`: what was answered before, so that the law may settle which questions remain. */
  form(context: FormContext, answers?: Answers): Form;
  /** What can be filled in from what is known. */
  prefill?(context: FormContext): Answers;
  /** What follows from the answers of a step that was just saved; it fills only what is not answered yet. */
  derive?(step: string, answers: Answers, context: FormContext): Answers;
  /** The law asked before the first question, with what is known: who may not is told at once, and collects nothing (C-06). */
  screen?(context: FormContext): Decision | undefined;
  decide(context: DecideContext): Verdict;
  /** Called for what the law grants, and for what two officers grant. */
  grant(context: DecideContext, decision: Decision): Grant;
  /** Whether what was granted may still be changed by its holder. Not for services with a quota: it would count twice. */
  editable?(context: FormContext, answers: Answers): boolean;
}
