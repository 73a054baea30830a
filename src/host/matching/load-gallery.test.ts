import { afterEach, describe, expect, it } from 'vitest';
import { encodeTemplate, storedFace } from '../../biometrics/index.ts';
import { openGalleryWorker } from '../../biometrics/node.ts';
import { seededRandom, type TravellerId } from '../../kernel/index.ts';
import type { Records } from '../../records/index.ts';
import { GalleryChanges } from './gallery-changes.ts';
import { loadGallery, refreshPerson } from './load-gallery.ts';

type Stored = Awaited<ReturnType<Records['templates']['of']>>[number];

const MODEL = 'ab'.repeat(32);
const thresholds = { id: 'test', cosineMin: 0.9, margin: 0.01, galleryMax: 100, fpir: 0.01 };
const toSearch = ({ features }: { features: Float32Array }) =>
  Int8Array.from(features, (value) => Math.round(value * 127));

/** One direction for each number: nobody is like another. */
function features(person: number): Float32Array {
  const values = new Float32Array(128);
  values[person] = 1;
  return values;
}

const faceOf = (person: number) => toSearch({ features: features(person) });

function storedOf(person: number, model = MODEL): Stored {
  return {
    id: `TPL-${person}` as Stored['id'],
    traveller: `T-${person}` as TravellerId,
    modality: 'face',
    position: 'front',
    model,
    source: 'SYNTHETIC',
    capturedAt: 0 as Stored['capturedAt'],
    bytes: encodeTemplate(storedFace({ model, dims: 128, frames: 3, features: features(person) })),
  };
}

/** Records in memory; each reading of one person waits until the test lets it go on. */
class FakeTemplates {
  readonly people = new Map<number, string>();
  readonly #waiting: (() => void)[] = [];
  afterRead: (person: number) => Promise<void> = async () => {};

  async *loadAll(): AsyncIterableIterator<Stored> {
    for (const [person, model] of [...this.people]) {
      const stored = storedOf(person, model);
      await this.afterRead(person);
      yield stored;
    }
  }

  async of(traveller: string): Promise<Stored[]> {
    const person = Number(traveller.slice(2));
    const model = this.people.get(person);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return model === undefined ? [] : [storedOf(person, model)];
  }

  letGo(reading: number): void {
    this.#waiting[reading]?.();
  }
}

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

function open() {
  const gallery = openGalleryWorker({
    dims: 128,
    capacityMax: 100,
    thresholds,
    threads: 1,
    random: seededRandom(1),
  });
  opened.push(() => gallery.close());
  const templates = new FakeTemplates();
  const engines = { gallery, changes: new GalleryChanges(), toSearch, face: { model: { sha256: MODEL } } };
  const found = async (person: number) => (await gallery.search(faceOf(person))).kind;
  const withdraw = async (person: number, reading: number) => {
    templates.people.delete(person);
    const refreshed = refreshPerson({ templates }, engines, `T-${person}`);
    templates.letGo(reading);
    return refreshed;
  };
  return { gallery, templates, engines, found, withdraw, load: () => loadGallery({ templates }, engines) };
}

describe('loading the gallery', () => {
  it('finds everybody of the present model and counts the others', async () => {
    const { templates, load, found } = open();
    for (const person of [1, 2]) templates.people.set(person, MODEL);
    templates.people.set(3, 'cd'.repeat(32));
    expect(await load()).toEqual({ people: 2, tampered: [], otherModel: 1 });
    expect([await found(1), await found(2), await found(3)]).toEqual(['one', 'one', 'none']);
  });

  it('C-13 again after a cut line leaves out who withdrew unseen, and enrols nobody twice', async () => {
    const { gallery, templates, load, found } = open();
    for (const person of [1, 2, 3]) templates.people.set(person, MODEL);
    await load();
    templates.people.delete(2);
    templates.people.set(4, MODEL);
    expect((await load()).people).toBe(3);
    expect(gallery.templates()).toBe(3);
    expect(await found(2)).toBe('none');
    expect([await found(1), await found(3), await found(4)]).toEqual(['one', 'one', 'one']);
  });

  it('C-13 does not bring back who withdrew between being read and being enrolled', async () => {
    const { templates, load, found, withdraw } = open();
    for (const person of [1, 2]) templates.people.set(person, MODEL);
    templates.afterRead = async (person) => {
      if (person === 1) await withdraw(1, 0);
    };
    await load();
    expect([await found(1), await found(2)]).toEqual(['none', 'one']);
  });

  it('keeps whoever enrolled while it ran', async () => {
    const { templates, engines, load, found } = open();
    templates.people.set(1, MODEL);
    templates.afterRead = async () => {
      templates.people.set(2, MODEL);
      const refreshed = refreshPerson({ templates }, engines, 'T-2');
      templates.letGo(0);
      await refreshed;
    };
    await load();
    expect([await found(1), await found(2)]).toEqual(['one', 'one']);
  });
});

it('C-13 a reading that was overtaken by the withdrawal does not bring the person back', async () => {
  const { templates, engines, found, withdraw } = open();
  templates.people.set(1, MODEL);
  const old = refreshPerson({ templates }, engines, 'T-1');
  expect(await withdraw(1, 1)).toBe('gone');
  templates.letGo(0);
  await old;
  expect(await found(1)).toBe('none');
});
