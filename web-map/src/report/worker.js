/*
 * Keeps the report page on the phone so that it opens without a network. What people write is not kept here but in the
 * page's own store, and nothing of the service's answers is: only the page's files and the base map's tiles.
 *
 * The service puts `SHELL` ({ version, files }) before this text when it hands it out.
 */
const CACHE = `lageskarta-report-${SHELL.version}`;
const TILES = 'lageskarta-report-tiles';
const PAGE = '/report';
/** An address without the build that it carries. */
const bare = (address) => address.replace(/^\/assets\/[0-9a-f]+/, '');
const KEPT = new Map(SHELL.files.map((address) => [bare(address), address]));
const MOST_TILES = 400;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      // the page is asked for anew; the addresses of the rest last, and the browser may have them already
      .then((cache) => cache.addAll(SHELL.files.map((file) => new Request(file, { cache: file === PAGE ? 'no-cache' : 'default' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('lageskarta-report-') && name !== CACHE && name !== TILES).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(fromShell(PAGE, request));
  // also for a page that was opened before the service got a new build
  else if (KEPT.has(bare(pathname))) event.respondWith(fromShell(KEPT.get(bare(pathname)), request));
  else if (pathname.startsWith('/tiles/base/')) event.respondWith(tile(request));
});

async function fromShell(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

/** The newest tile when there is a network, otherwise the one that was seen last. */
async function tile(request) {
  const cache = await caches.open(TILES);
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      await cache.put(request, answer.clone());
      const kept = await cache.keys();
      if (kept.length > MOST_TILES) await cache.delete(kept[0]);
    }
    return answer;
  } catch (away) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw away;
  }
}
