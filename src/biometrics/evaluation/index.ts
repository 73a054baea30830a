/** Error rates of any matcher, from its scores: for evaluation tools only, since scores leave the matcher nowhere else. */
export {
  type ErrorRates,
  errorRates,
  FMR_GOALS,
  type FmrGoal,
  metrics,
  type OperatingPoint,
  operatingPoints,
} from './error-rates.ts';
export {
  type Differential,
  type GroupedRates,
  type GroupRates,
  type GroupsAtThreshold,
  type GroupTally,
  type GroupTallyOptions,
  groupTally,
  type MeasuredRate,
} from './group-tally.ts';
export {
  FPIR_GOALS,
  type FpirGoal,
  type IdentificationIntervals,
  type IdentificationRates,
  identificationIntervals,
  identificationRates,
  type Search,
} from './identification.ts';
export { type Labelling, parseLabels } from './labels.ts';
export { type PadRate, type PadRates, type Presentation, padRates } from './pad-rates.ts';
export { detPlot, distributionPlot } from './plots.ts';
export { type KeptPromise, promiseRate, type StrangerCounts } from './promise.ts';
export { type Interval, rateMaxWithoutError, trialsToPromise } from './resampling.ts';
export { countScores, type ScoreCounts } from './score-counts.ts';
export {
  type MeasuredRates,
  type ScoreTally,
  scoreTally,
  type TallyOptions,
} from './score-tally.ts';
