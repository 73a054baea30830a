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
  FPIR_GOALS,
  type FpirGoal,
  type IdentificationRates,
  identificationRates,
  type Search,
} from './identification.ts';
export { detPlot, distributionPlot } from './plots.ts';
export { countScores, type ScoreCounts } from './score-counts.ts';
export {
  type Interval,
  type MeasuredRates,
  type ScoreTally,
  scoreTally,
  type TallyOptions,
} from './score-tally.ts';
