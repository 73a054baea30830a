/** What the search of services and rules answers. */
import { z } from 'zod';

const texts = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string(), pt: z.string() });

export const helpFound = z
  .array(z.object({ kind: z.enum(['service', 'rule']), title: texts, summary: texts, to: z.string() }))
  .meta({ id: 'HelpFound' });
export type HelpFound = z.infer<typeof helpFound>;
