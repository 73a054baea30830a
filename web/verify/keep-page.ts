/** Keeps the page and its code reader for the next time without a network; `verify-worker.js` hands them out. */
const WORKER = '/verify-worker.js';
const CACHE = 'kouan-verify';
const PAGE = '/verify';

const isAsset = (address: string) => address.startsWith(`${location.origin}/assets/`);

/** The worker misses what was loaded before it began, so the page puts that in. */
async function fillCache(): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...new Set(loaded.filter(isAsset))]);
}

/** Workers are there only over https or on this computer; elsewhere the page checks nothing anyway. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(WORKER, { scope: PAGE });
    await fillCache();
  } catch {
    // Storage is full or switched off: nothing is lost but the next visit without a network.
  }
}
