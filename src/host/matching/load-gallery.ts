/** The gallery in memory follows the records: filled at start, then person by person as templates come and go. */
import type { Records } from '../../records/index.ts';
import type { Engines } from './engines.ts';
import { decodeFace } from './face-forms.ts';

const ACCESS = { actor: 'host/gallery', purpose: 'gallery-load' } as const;

export interface GalleryLoad {
  readonly people: number;
  /** Templates that did not open: swapped or flipped bytes. They are left out, and somebody must look. */
  readonly tampered: readonly string[];
  /** People whose template another model made: they enrol again at their next visit. */
  readonly otherModel: number;
}

/** Fills the gallery with everybody whose face was described by the present model. */
export async function loadGallery(records: Records, engines: Engines): Promise<GalleryLoad> {
  const tampered: string[] = [];
  let otherModel = 0;
  const entries: { id: string; template: Int8Array }[] = [];
  const onTampered = ({ traveller }: { traveller: string }) => void tampered.push(traveller);
  for await (const { traveller, model, bytes } of records.templates.loadAll(
    { modality: 'face', onTampered },
    ACCESS,
  )) {
    if (model === engines.face.model.sha256)
      entries.push({ id: traveller, template: engines.toSearch(decodeFace(bytes)) });
    else otherModel++;
    bytes.fill(0);
  }
  await engines.gallery.enrolMany(entries);
  return { people: engines.gallery.size(), tampered, otherModel };
}

/** Reads one person again: whoever enrolled is found from now on (C-15), whoever has no template left is not (C-13). */
export async function refreshPerson(
  records: Records,
  engines: Engines,
  traveller: string,
): Promise<'enrolled' | 'gone'> {
  const stored = await records.templates.of(traveller, 'face');
  await engines.gallery.revoke(traveller);
  for (const { model, bytes } of stored) {
    if (model === engines.face.model.sha256)
      await engines.gallery.enrol(traveller, engines.toSearch(decodeFace(bytes)));
    bytes.fill(0);
  }
  return stored.length > 0 ? 'enrolled' : 'gone';
}
