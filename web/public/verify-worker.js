// Lets `/verify` open without a network: its document and assets are kept; the key list keeps its own copy in the page.
const CACHE = 'kouan-verify';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === '/verify') event.respondWith(documentOf(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(assetOf(request));
});

// A new document names new assets, so the old ones go with the old document.
async function documentOf(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match('/verify');
  try {
    const fresh = await fetch(request);
    if (!fresh.ok) return fresh;
    const text = await fresh.clone().text();
    if (kept && (await kept.clone().text()) !== text) await caches.delete(CACHE);
    await (await caches.open(CACHE)).put('/verify', fresh.clone());
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
