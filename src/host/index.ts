/** The host: composes the rooms, starts, supervises and stops them. */
export type { CrossResult, PictureFile } from './commands/forms.ts';
export { openLawOnly } from './house/open-law.ts';
export { operate } from './operate.ts';
export { findPlaces } from './places.ts';
export { resetData } from './reset.ts';
export { readSettings, type Settings } from './settings.ts';

/** Opens the port; loaded when asked for, since a command that only asks the law needs none of it. */
export async function serve(...order: Parameters<typeof import('./serve.ts').serve>): Promise<void> {
  const { serve: run } = await import('./serve.ts');
  return run(...order);
}
