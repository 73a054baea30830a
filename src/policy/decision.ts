/** What the law answers. */
import type { Texts } from '../kernel/index.ts';
import type { Json } from './bundle.ts';

export interface Because {
  readonly clause: string;
  readonly requirement: readonly string[];
  /** Authority, title and date of the official notice. */
  readonly reference: string;
  readonly parameter?: string;
  readonly value?: Json;
  /** The day since which the value or the clause holds. */
  readonly since?: string;
  readonly passed: boolean;
}

export interface Missing {
  readonly fact: string;
  readonly question: Texts;
}

export interface Remedy {
  /** Facts by path, as they would have to be. */
  readonly change: { readonly [path: string]: unknown };
  readonly text: Texts;
  /** The first day on which the changed answer holds, where waiting is part of it. */
  readonly from?: string;
}

export interface Decision {
  readonly decision: string;
  /** Every failing code, sorted, or the passing one. */
  readonly reasons: readonly string[];
  readonly obligations: readonly string[];
  readonly alternatives: readonly string[];
  readonly because: readonly Because[];
  readonly missing: readonly Missing[];
  readonly remedies: readonly Remedy[];
  readonly outputs?: { readonly [name: string]: unknown };
  /** The name of the rules release that decided, so that the decision can be replayed. */
  readonly rules: string;
}

export interface DecideOptions {
  /** Fill `because`; true unless stated. */
  readonly trace?: boolean;
  /** Compute `remedies`; true unless stated. */
  readonly remedies?: boolean;
}

export const NOTHING: readonly never[] = Object.freeze([]);

/** A fact that is outside its kind: the answer is ERROR, never an exception. */
export interface InvalidFact {
  readonly field: string;
  readonly value: unknown;
  readonly expected: string;
}
