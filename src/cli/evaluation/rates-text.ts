/** Error rates for people to read. */
import type { IdentificationRates, Interval, MeasuredRates } from '../../biometrics/index.ts';

export const percent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 3 : 2)} %`;

const between = (interval: Interval | undefined): string =>
  interval ? ` (95 %: ${percent(interval[0])} to ${percent(interval[1])})` : '';

export function ratesLines({ pairs, dPrime, eer, fnmr, intervals }: MeasuredRates): string[] {
  return [
    `Comparisons          ${pairs.genuine} genuine, ${pairs.impostor} impostor`,
    `d'                   ${dPrime.toFixed(2)}`,
    `EER                  ${percent(eer)}${between(intervals?.eer)}`,
    ...(['1e-2', '1e-3', '1e-4'] as const).map(
      (goal) => `FNMR at FMR ${goal}     ${percent(fnmr[goal])}${between(intervals?.fnmr[goal])}`,
    ),
    ...(pairs.impostor < 30_000
      ? [`                     ${pairs.impostor} impostor pairs are too few to trust a rate of 1e-4.`]
      : []),
  ];
}

export function searchLines({ rank1, galleryCount, fnir }: Omit<IdentificationRates, 'searches'>): string[] {
  return [
    `Rank 1               ${percent(rank1)} of searches in a gallery of ${galleryCount}`,
    `FNIR at FPIR 1 %     ${percent(fnir['1e-2'])}`,
    `FNIR at FPIR 0.1 %   ${percent(fnir['1e-3'])}`,
  ];
}

export const timesLine = (ms: Readonly<Record<string, number>>): string =>
  `Milliseconds         ${Object.entries(ms)
    .map(([step, value]) => `${step} ${value.toFixed(1)}`)
    .join(', ')}`;
