/** The gallery over worker threads. */
export type { EnrolEntry, Gallery, OpenGallerySettings } from './open-gallery.ts';
export { openGalleryWorker } from './open-gallery.ts';
