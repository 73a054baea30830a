/** A start from sealed records: unwrap the person's key, unseal, check, rotate for the port, enrol. The store itself is not in it. */
import { createGallery } from '../../src/biometrics/gallery/index.ts';
import {
  decodeTemplate,
  encodeTemplate,
  portRotation,
  searchForm,
  storedFace,
  workingFace,
} from '../../src/biometrics/index.ts';
import { newKey, seal, unseal } from '../../src/records/keys/seal.ts';
import { median } from '../frame.ts';
import { idOf, random, thresholds } from './made-up.ts';

const [DIMS, PEOPLE, ROUNDS] = [128, 5000, 5];
const MODEL = 'ab'.repeat(32);

function sealedPerson(kek: Uint8Array, i: number) {
  const values = Float32Array.from({ length: DIMS }, () => random.gauss());
  const length = Math.hypot(...values);
  const features = values.map((value) => value / length);
  const id = idOf(i);
  const key = newKey();
  const wrapContext = { record: 'key', context: `${id}/face` };
  const context = { record: 'template', id: `TPL-${i}`, person: id, modality: 'face', model: MODEL };
  const stored = encodeTemplate(storedFace({ model: MODEL, dims: DIMS, frames: 3, features }));
  return {
    id,
    wrapContext,
    wrapped: seal(kek, key, wrapContext),
    context,
    sealed: seal(key, stored, context),
  };
}

/** Seconds of one core for a million people, from the median of some thousands. */
export function startSeconds(): number {
  const kek = newKey();
  const people = Array.from({ length: PEOPLE }, (_, i) => sealedPerson(kek, i));
  const rotate = portRotation(newKey(), DIMS);
  const seconds = Array.from({ length: ROUNDS }, () => {
    const gallery = createGallery({ dims: DIMS, capacityMax: PEOPLE, thresholds, random });
    const started = process.cpuUsage();
    for (const { id, wrapped, wrapContext, sealed, context } of people) {
      const key = unseal(kek, wrapped, wrapContext);
      const stored = decodeTemplate(unseal(key, sealed, context));
      if (stored.kind === 'face') gallery.enrol(id, searchForm(workingFace(stored).features, rotate));
      key.fill(0);
    }
    const { user, system } = process.cpuUsage(started);
    return (user + system) / PEOPLE;
  });
  return median(seconds);
}
