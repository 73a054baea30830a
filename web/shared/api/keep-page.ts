/** Keeps a page for the next time without a network; `page-worker.js` hands it out. */
const isAsset = (address: string) => address.startsWith(`${location.origin}/assets/`);

/** The worker misses what was loaded before it began, so the page puts that in. */
async function fillCache(page: string): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const cache = await caches.open(`kouan${page.replace('/', '-')}`);
  await cache.addAll([page, ...new Set(loaded.filter(isAsset))]);
}

/** Workers are there only over https or on this computer; elsewhere the page needs the network. */
export async function keepPage(page: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(`/page-worker.js?page=${page}`, { scope: page });
    await fillCache(page);
  } catch {
    // Storage is full or switched off: nothing is lost but the next visit without a network.
  }
}
