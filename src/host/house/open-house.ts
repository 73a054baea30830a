/** Opens the parts in order, tells each step, and closes what was opened when a later one fails. */
import {
  type Millis,
  minutes,
  parseId,
  platformRandom,
  RoomError,
  seededRandom,
  systemClock,
  type TravellerId,
} from '../../kernel/index.ts';
import type { Records } from '../../records/index.ts';
import { openDataFolder } from '../data-folder.ts';
import { type Engines, openEngines } from '../matching/engines.ts';
import { loadGallery, refreshPerson } from '../matching/load-gallery.ts';
import { findPlaces } from '../places.ts';
import type { Settings } from '../settings.ts';
import type { House } from './house.ts';
import { openLaw } from './open-law.ts';
import { openStore } from './open-store.ts';

/** Told before each step; returns what to call when it is done. */
export type Progress = (step: string) => () => void;
export const silent: Progress = () => () => {};

/** Far beyond what the slowest machine needs: a step that takes longer hangs, and whoever waits for the port must hear of it. */
const STEP_MS_MAX = minutes(5);

export async function openHouse(settings: Settings, progress: Progress = silent): Promise<House> {
  const closers: (() => Promise<void> | void)[] = [];
  const step = async <T>(
    name: string,
    open: () => T | Promise<T>,
    close: (part: T) => Promise<void> | void,
  ): Promise<T> => {
    const done = progress(name);
    const part = await within(STEP_MS_MAX, name, open);
    closers.push(() => close(part));
    done();
    return part;
  };
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return { ...(await openParts(settings, step)), close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function within<T>(limit: Millis, name: string, open: () => T | Promise<T>): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    cancel = systemClock.after(limit, () =>
      reject(new RoomError('INTERNAL', `"${name}" did not end within ${limit / 1000} s. Nothing was lost.`)),
    );
  });
  try {
    return await Promise.race([open(), late]);
  } finally {
    cancel();
  }
}

type Step = <T>(
  name: string,
  open: () => T | Promise<T>,
  close: (part: T) => Promise<void> | void,
) => Promise<T>;

async function openParts(settings: Settings, step: Step): Promise<Omit<House, 'close'>> {
  const places = findPlaces();
  const erased: ((traveller: TravellerId) => void)[] = [];
  const clock = systemClock;
  const folder = await step(
    'Taking the data folder',
    () => openDataFolder(settings.dataDir, process.pid),
    (part) => part.release(),
  );
  const store = await step(
    'Starting the store',
    () => openStore(settings, clock),
    (part) => part.close(),
  );
  const law = await step(
    'Reading the law',
    () => openLaw(places),
    () => {},
  );
  const engines = await step(
    'Loading the models',
    () => openEngines(places.models, settings.face, clock, chance()),
    (part) => part.close(),
  );
  const { records } = store;
  // Followed before it is filled: who withdraws meanwhile is not left in it.
  await step(
    'Following changes',
    () => followChanges(records, engines, erased),
    (stop) => stop(),
  );
  const gallery = await step(
    'Filling the gallery',
    () => loadGallery(records, engines),
    () => {},
  );
  return {
    settings,
    places,
    folder,
    clock,
    records,
    law,
    engines,
    gallery,
    keys: store.keys,
    keysMade: store.keysMade,
    onErased: (listener) => void erased.push(listener),
  };
}

/** Whoever enrols is found from then on; whoever withdraws is not, and those who listen hear of it. */
function followChanges(
  records: Records,
  engines: Engines,
  erased: readonly ((traveller: TravellerId) => void)[],
) {
  const reread = async (traveller: string) => {
    const now = await refreshPerson(records, engines, traveller);
    if (now === 'gone') for (const tell of erased) tell(parseId('traveller', traveller));
  };
  return records.watchGallery({
    onChange: (traveller) => void reread(traveller).catch(() => {}),
    onResync: () => void loadGallery(records, engines).catch(() => {}),
  });
}

/** Spreads impostor comparisons; no secret rests on it. */
function chance() {
  const bytes = new Uint8Array(4);
  platformRandom(bytes);
  return seededRandom(new DataView(bytes.buffer).getUint32(0));
}
