/** The errors of recognition in operation, as officers and operators see them: counts and rates, never a score. */
import { z } from 'zod';

const texts = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string(), pt: z.string() });
const count = z.number().int();

/** In [0, 1], with one-sided 95 % bounds. */
const rate = z.object({ estimate: z.number(), lower: z.number(), upper: z.number() });

const factor = z.object({
  /** Comparisons with other people, drawn by chance: the false match rate. */
  impostors: z.object({ comparisons: count, falseMatches: count, rate }),
  /** Comparisons with the traveller's own template where the other factor matched: the false non-match rate. */
  genuine: z.object({ comparisons: count, missed: count, rate }),
});

export const matchingView = z
  .object({
    /** Counted since then, in memory: a restart begins anew. */
    since: z.string(),
    gallery: z.object({ people: count, templates: count, templatesMax: count, threshold: z.string() }),
    /** False positive identification rate at the gallery's present size, and what was promised. */
    fpir: rate.extend({ promised: z.number() }),
    searches: z.object({ one: count, none: count, ambiguous: count }),
    face: factor,
    finger: factor,
    leftOut: count,
    warnings: z.array(z.object({ code: z.string(), texts })),
  })
  .meta({ id: 'Matching' });
export type MatchingView = z.infer<typeof matchingView>;
