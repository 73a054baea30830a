/** The law: `compileRules(bundle).decide(question, facts)`. Runs in a browser; loading files is `policy/node.ts`. */

export { type Affected, affected, type Transition } from './affected.ts';
export type {
  Clause,
  DatedValue,
  FactSpec,
  Json,
  Parameter,
  Part,
  Question,
  Reference,
  RulesBundle,
  RulesContent,
  Table,
  TableRow,
} from './bundle.ts';
export { type Change, diffDays } from './changes.ts';
export type { Because, DecideOptions, Decision, Missing, Remedy } from './decision.ts';
export { COUNTRY_CODES, isCountryCode } from './facts/countries.ts';
export { compileRules, type Law } from './law.ts';
export { decideLine, LINE_LENGTH_MAX } from './lines.ts';
export {
  decideAndStore,
  type Replayed,
  readStoredDecision,
  replay,
  type StoredDecision,
} from './release/replay.ts';
