/** Compares each picture with all before it as soon as it is described, so that rates can be told at any moment. */
import type { Clock, Random } from '../../kernel/index.ts';
import { groupTally } from '../evaluation/group-tally.ts';
import { identificationIntervals, identificationRates, type Search } from '../evaluation/identification.ts';
import type { Labelling } from '../evaluation/labels.ts';
import { type MeasuredRates, scoreTally } from '../evaluation/score-tally.ts';
import { byPerson, type Sample } from './describe-pictures.ts';
import { fusePeople } from './fused-templates.ts';
import { cosine } from './template.ts';

export interface ComparisonOptions {
  readonly people: number;
  readonly labellings: readonly Labelling[];
  readonly replicates: number;
  readonly random: Random;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** Impostors of the bundled engine lie above .5; what lies below is counted at the lower end, where no threshold will be. */
const SCORES = { low: -0.2, high: 1.0001, bins: 6000 } as const;
const FUSED = { enrolFrames: 3, probeFrames: 2 } as const;

export function openComparisons(options: ComparisonOptions) {
  const { clock } = options;
  const samples: Sample[] = [];
  const tally = scoreTally({ ...SCORES, ...options });
  const grouped = options.labellings.length > 0 ? groupTally({ ...SCORES, ...options }) : undefined;
  const pairs = { genuine: 0, impostor: 0 };
  let spentMs = 0;
  return {
    pairs: () => pairs,
    take(one: Sample): void {
      const start = clock.elapsed();
      const scores = samples.map((other) => cosine(one.face.features, other.face.features));
      spentMs += clock.elapsed() - start;
      for (const [i, score] of scores.entries()) {
        const other = samples[i]!.person;
        pairs[other === one.person ? 'genuine' : 'impostor']++;
        tally.add(score, one.person, other);
        grouped?.add(score, one.person, other);
      }
      samples.push(one);
    },
    rates() {
      const compareMs = spentMs / Math.max(1, pairs.genuine + pairs.impostor);
      const counts = tally.counts();
      if (pairs.genuine === 0 || pairs.impostor === 0) return { counts, compareMs };
      const rates = tally.rates();
      return {
        rates: withSearches(rates, samples, options),
        ...compareFused(samples, options),
        ...(grouped && { groups: grouped.rates(rates.threshold) }),
        counts,
        compareMs,
      };
    },
  };
}

/** Each person's first sample is the gallery; the others search it. */
function withSearches(
  rates: MeasuredRates,
  samples: readonly Sample[],
  { replicates, random }: ComparisonOptions,
) {
  const people = byPerson(samples);
  const gallery = people.flatMap((own) => own.slice(0, 1));
  const searches = people
    .map((own) => own.slice(1).map((probe) => searchGallery(probe, gallery)))
    .filter((own) => own.length > 0);
  const { searches: _, ...found } = identificationRates(searches.flat(), gallery.length);
  const { intervals } = rates;
  if (!intervals) return { ...rates, ...found };
  const more = identificationIntervals(searches, replicates, random);
  return { ...rates, ...found, intervals: { ...intervals, ...more } };
}

function searchGallery(probe: Sample, gallery: readonly Sample[]): Search {
  let [own, bestOther] = [-1, -1];
  for (const entry of gallery) {
    const score = cosine(probe.face.features, entry.face.features);
    if (entry.person === probe.person) own = score;
    else bestOther = Math.max(bestOther, score);
  }
  return { own, bestOther };
}

/** As a lane works: a template of three readings, a probe of two, for everyone who has five pictures or more. */
function compareFused(samples: readonly Sample[], options: ComparisonOptions) {
  const fused = fusePeople(samples, FUSED);
  if (fused.length < 2) return {};
  const tally = scoreTally({ ...SCORES, ...options });
  for (const { person, probes } of fused) {
    for (const probe of probes) {
      for (const entry of fused) tally.add(cosine(probe, entry.template), person, entry.person);
    }
  }
  return { fused: tally.rates() };
}
