/** The host: composes the rooms, starts, supervises and stops them. */
export type { CrossResult, PictureFile } from './commands/forms.ts';
export { openLawOnly } from './house/open-law.ts';
export { operate } from './operate.ts';
export { resetData } from './reset.ts';
export { type ServeOptions, serve } from './serve.ts';
export { readSettings, type Settings } from './settings.ts';
