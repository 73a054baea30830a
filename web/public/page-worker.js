// Lets one page open without a network: its document and assets are kept; its data it keeps itself. Which page, the address says.
const PAGE = new URL(self.location.href).searchParams.get('page');
const CACHE = `kouan${PAGE.replace('/', '-')}`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === PAGE) event.respondWith(documentOf(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(assetOf(request));
});

// A new document names new assets, so the old ones go with the old document.
async function documentOf(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(PAGE);
  try {
    const fresh = await fetch(request);
    if (!fresh.ok) return fresh;
    const text = await fresh.clone().text();
    if (kept && (await kept.clone().text()) !== text) await caches.delete(CACHE);
    await (await caches.open(CACHE)).put(PAGE, fresh.clone());
    return fresh;
  } catch {
    return kept ?? Response.error();
  }
}

async function assetOf(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request.url, fresh.clone());
  return fresh;
}
