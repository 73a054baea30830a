/** The gallery in memory follows the records: filled at start, then person by person as templates come and go. */
import type { Records } from '../../records/index.ts';
import type { Engines } from './engines.ts';
import { decodeFace } from './face-forms.ts';

const ACCESS = { actor: 'host/gallery', purpose: 'gallery-load' } as const;
/** People are enrolled on the gallery's threads while the next ones are read. */
const BATCH = 2000;

type Templates = Pick<Records['templates'], 'loadAll' | 'of'>;
type Stored = Awaited<ReturnType<Templates['of']>>[number];
type LoadEngines = Pick<Engines, 'gallery' | 'changes' | 'toSearch'> & {
  readonly face: { readonly model: Pick<Engines['face']['model'], 'sha256'> };
};
type Entry = { readonly id: string; readonly template: Int8Array };

export interface GalleryLoad {
  readonly people: number;
  /** Templates that did not open: swapped or flipped bytes. They are left out, and somebody must look. */
  readonly tampered: readonly string[];
  /** People whose template another model made: they enrol again at their next visit. */
  readonly otherModel: number;
}

/** Fills the gallery with everybody whose face was described by the present model, and with nobody else. */
export async function loadGallery(
  records: { readonly templates: Templates },
  engines: LoadEngines,
): Promise<GalleryLoad> {
  const tampered: string[] = [];
  let otherModel = 0;
  let batch: Entry[] = [];
  let enrolling: Promise<void> = Promise.resolve();
  const onTampered = ({ traveller }: { traveller: string }) => void tampered.push(traveller);
  const again = engines.gallery.templates() > 0;
  // Before the load: whoever is read anew from then on has to count as renewed.
  await engines.gallery.beginRenewal();
  const load = engines.changes.beginLoad();
  try {
    for await (const stored of records.templates.loadAll({ modality: 'face', onTampered }, ACCESS)) {
      const template = toTemplate(stored, engines);
      if (template) batch.push({ id: stored.traveller, template });
      else otherModel++;
      if (batch.length < BATCH) continue;
      await enrolling;
      enrolling = enrolBatch(engines, batch, load.changed, again);
      batch = [];
    }
    await enrolling;
    await enrolBatch(engines, batch, load.changed, again);
    await engines.gallery.endRenewal();
  } finally {
    load.end();
    // A failure of the reading ends the load first: what its last batch meets is then nobody's affair.
    enrolling.catch(() => {});
  }
  return { people: engines.gallery.size(), tampered, otherModel };
}

/** Undefined when another model made it. */
function toTemplate({ model, bytes }: Stored, engines: LoadEngines): Int8Array | undefined {
  const template = model === engines.face.model.sha256 ? engines.toSearch(decodeFace(bytes)) : undefined;
  bytes.fill(0);
  return template;
}

async function enrolBatch(
  { gallery }: LoadEngines,
  batch: readonly Entry[],
  changed: ReadonlySet<string>,
  again: boolean,
): Promise<void> {
  const people = new Set(batch.map(({ id }) => id));
  if (again) await Promise.all([...people].map((id) => changed.has(id) || gallery.revoke(id)));
  await gallery.enrolMany(batch.filter(({ id }) => !changed.has(id)));
}

/** Reads one person again: whoever enrolled is found from now on (C-15), whoever has no template left is not (C-13). */
export async function refreshPerson(
  records: { readonly templates: Templates },
  engines: LoadEngines,
  traveller: string,
): Promise<'enrolled' | 'gone'> {
  const reading = engines.changes.beginReading(traveller);
  try {
    const stored = await records.templates.of(traveller, 'face');
    const entries = stored.flatMap((one) => {
      const template = toTemplate(one, engines);
      return template ? [{ id: traveller, template }] : [];
    });
    await engines.gallery.revoke(traveller);
    // Who has been read again since is left to that reading: what is known here may be out of date.
    if (reading.isLatest()) await engines.gallery.enrolMany(entries);
    return stored.length > 0 ? 'enrolled' : 'gone';
  } finally {
    reading.end();
  }
}
