// Keeps the app's own files, so that it starts without network. Records and answers of the platform are never kept here.
const files = __FILES__;
const page = '/field/';
const shell = [page, ...files.map((file) => page + file), `${page}manifest.webmanifest`, `${page}icon.svg`];
const prefix = 'field-';
const name = prefix + versionOf(files.join());

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(name).then((cache) => cache.addAll(shell.map((url) => new Request(url, { cache: 'no-cache' })))),
  );
});

// A new version waits until no page of the old one is open: nothing changes under somebody who fills in a form.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((other) => other.startsWith(prefix) && other !== name).map((other) => caches.delete(other)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(page)) return;
  const wanted = event.request.mode === 'navigate' ? page : url.pathname;
  event.respondWith(caches.open(name).then(async (cache) => (await cache.match(wanted)) ?? fetch(event.request)));
});

/** FNV-1a, 32 bits: the names of the files hold their own hashes already. */
function versionOf(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
  return hash.toString(16);
}
