// Keeps the page's files, so that it works without a network. The name of the cache
// follows from their contents: wogreport web writes it, and their list. What the browser
// has just fetched it asks its host about only.
const cache = 'wogreport-@VERSION@';
const files = '@FILES@'.split(' ');

self.addEventListener('install', e => {
  e.waitUntil(caches.open(cache)
    .then(c => c.addAll(['./', ...files].map(f => new Request(f, { cache: 'no-cache' }))))
    .then(() => self.skipWaiting()));
});

self.addEventListener('activate', e => {
  e.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(n => n.startsWith('wogreport-') && n !== cache).map(n => caches.delete(n))))
    .then(() => self.clients.claim()));
});

self.addEventListener('fetch', e => {
  if (e.request.method !== 'GET' || new URL(e.request.url).origin !== location.origin) return;
  e.respondWith(caches.open(cache).then(c => c.match(e.request, { ignoreSearch: true })).then(r => r ?? fetch(e.request)));
});
