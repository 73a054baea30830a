/**
 * Error rates of presentation attack detection, ISO/IEC 30107-3: APCER is the share of attacks of one species that pass as
 * bona fide, BPCER that of bona fide presentations taken for attacks. Attacks are told by species, since the easiest
 * one is what an attacker will use: the rate of an engine is that of its worst species.
 */
import { fieldInvalid } from '../../kernel/index.ts';
import { type Interval, rateMaxWithoutError } from './resampling.ts';

export interface Presentation {
  /** What was presented: a species of artefact, or `bona-fide`. */
  readonly species: string;
  /** 0 an attack, 1 bona fide; absent when the engine gave no answer. */
  readonly score?: number;
}

export interface PadRate {
  readonly rate: number;
  /** 95 %, after Wilson; with no error the rule of three. */
  readonly interval: Interval;
  /** Presentations with an answer. */
  readonly presentations: number;
  /** Share of presentations without an answer (APNRR, BPNRR). */
  readonly nonResponse: number;
}

export interface PadRates {
  readonly threshold: number;
  readonly bpcer: PadRate;
  /** By species. */
  readonly apcer: Readonly<Record<string, PadRate>>;
  readonly apcerMax: number;
}

const BONA_FIDE = 'bona-fide';

/** @throws RoomError FIELD_INVALID without an attack or without a bona fide presentation that was answered */
export function padRates(presentations: readonly Presentation[], threshold: number): PadRates {
  const species = [...new Set(presentations.map((one) => one.species))]
    .filter((name) => name !== BONA_FIDE)
    .sort();
  if (species.length === 0) throw fieldInvalid('presentations', 0, 'at least one attack');
  const of = (name: string, isError: (score: number) => boolean): PadRate =>
    rateOf(
      presentations.filter((one) => one.species === name).map(({ score }) => score),
      isError,
      name,
    );
  const apcer = Object.fromEntries(species.map((name) => [name, of(name, (score) => score >= threshold)]));
  return {
    threshold,
    bpcer: of(BONA_FIDE, (score) => score < threshold),
    apcer,
    apcerMax: Math.max(...Object.values(apcer).map(({ rate }) => rate)),
  };
}

function rateOf(
  scores: readonly (number | undefined)[],
  isError: (score: number) => boolean,
  name: string,
): PadRate {
  const answered = scores.filter((score) => score !== undefined);
  if (answered.length === 0) throw fieldInvalid('presentations', name, 'at least one that was answered');
  const errors = answered.filter(isError).length;
  return {
    rate: errors / answered.length,
    interval: wilson(errors, answered.length),
    presentations: answered.length,
    nonResponse: 1 - answered.length / scores.length,
  };
}

/** Two-sided 95 %. */
const Z = 1.96;

function wilson(errors: number, trials: number): Interval {
  if (errors === 0) return [0, rateMaxWithoutError(trials)];
  const share = errors / trials;
  const centre = (share + Z ** 2 / (2 * trials)) / (1 + Z ** 2 / trials);
  const half =
    (Z / (1 + Z ** 2 / trials)) * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  return [centre - half, Math.min(1, centre + half)];
}
