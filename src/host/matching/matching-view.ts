/** What officers and operators are told of the gallery and its errors in operation. */
import { assessGallery, filingPeopleOn, rateOf, type SearchThresholds } from '../../biometrics/index.ts';
import { formatInstant, type Instant, shanghaiDay } from '../../kernel/index.ts';
import type { MatchingView } from '../../server/index.ts';
import type { FactorCounts, OperationCounts } from './operation-counts.ts';

export interface MatchingFigures {
  readonly counts: OperationCounts;
  readonly thresholds: SearchThresholds;
  /** In the gallery. */
  readonly people: number;
  readonly templates: number;
  /** Of whom a face is stored, in the gallery or not: these the law counts. */
  readonly peopleStored: number;
  /** Since when is counted. */
  readonly since: Instant;
  readonly now: Instant;
}

function factorView({ impostors, genuine }: FactorCounts): MatchingView['face'] {
  return {
    impostors: { ...impostors, rate: rateOf(impostors.falseMatches, impostors.comparisons) },
    genuine: { ...genuine, rate: rateOf(genuine.missed, genuine.comparisons) },
  };
}

/** After a change of the face model people enrol again at their next visit, for no picture is kept: the port says how many. */
function reEnrolment(remaining: number): MatchingView['warnings'] {
  if (remaining <= 0) return [];
  return [
    {
      code: 're-enrolment-due',
      texts: {
        'zh-Hant': `人臉模型已更換：尚有 ${remaining} 人須於下次到來時重新採集。`,
        'zh-Hans': `人脸模型已更换：尚有 ${remaining} 人须于下次到来时重新采集。`,
        en: `The face model was changed: ${remaining} people have to enrol again at their next visit.`,
        pt: `O modelo facial mudou: ${remaining} pessoas têm de se registar de novo na próxima visita.`,
      },
    },
  ];
}

export function matchingViewOf(figures: MatchingFigures): MatchingView {
  const { counts, thresholds, people, templates, peopleStored, since, now } = figures;
  const { fpir, warnings } = assessGallery({
    counts: counts.face.impostors,
    people: peopleStored,
    templates,
    thresholds,
    filingPeople: filingPeopleOn(shanghaiDay(now)),
  });
  return {
    since: formatInstant(since),
    gallery: { people, templates, templatesMax: thresholds.galleryMax, threshold: thresholds.id },
    fpir: { ...fpir, promised: thresholds.fpir },
    searches: counts.searches,
    face: factorView(counts.face),
    finger: factorView(counts.finger),
    leftOut: counts.leftOut,
    warnings: [
      ...warnings.map(({ code, texts }) => ({ code, texts })),
      ...reEnrolment(peopleStored - people),
    ],
  };
}
