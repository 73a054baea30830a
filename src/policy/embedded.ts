/**
 * `import { decide } from 'kouan/policy'`: the engine with the law in force on the day of the build, in one module that asks for
 * nothing of Node or of a browser. The law is unpacked when it is first asked.
 */
import type { DecideOptions, Decision } from './decision.ts';
import { compileRules, type Law } from './law.ts';
import { unpackRules } from './pack/pack.ts';

export type * from './index.ts';
export { compileRules };

/** Written in by the build: the output of `packRules`. */
declare const KOUAN_RULES: string;

let opened: Law | undefined;

/** The law that this module carries. */
export function lawInForce(): Law {
  opened ??= compileRules(unpackRules(KOUAN_RULES));
  return opened;
}

/** Answers a question from facts; see `Law.decide`. */
export const decide = (question: string, facts: unknown, options?: DecideOptions): Decision =>
  lawInForce().decide(question, facts, options);
