// Keeps what Review needs without a connection: its page as it was last, the next cards, and the files they use.
// Everything is asked of the app first; what is kept is shown only when the app does not answer.

const KEPT = `studyapp-${new URL(location.href).searchParams.get("v")}`;
const REVIEW = "/review";
const AHEAD = "/review/ahead";
const OFFLINE = "/offline";

async function keepShell() {
  const cache = await caches.open(KEPT);
  await cache.addAll(await (await fetch("/shell.json")).json());
}

async function put(name, response) {
  if (!response.ok) return;
  const cache = await caches.open(KEPT);
  await cache.put(name, response);
}

// The app's answer, kept under a name, or else what was kept under it, or the page for no connection.
async function freshOr(request, name) {
  try {
    const response = await fetch(request);
    if (name) await put(name, response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match(name || OFFLINE);
    if (kept) return kept;
    const offline = request.mode === "navigate" && (await caches.match(OFFLINE));
    if (offline) return offline;
    throw error;
  }
}

async function dropOthers() {
  for (const name of await caches.keys()) {
    if (name !== KEPT) await caches.delete(name);
  }
  await clients.claim();
}

// A file with a version in its address never changes.
async function keptOr(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  await put(request, response.clone());
  return response;
}

addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(dropOthers());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  const part = request.headers.get("X-Studyapp-Part");
  if (address.pathname.startsWith("/static/")) {
    event.respondWith(address.searchParams.has("v") ? keptOr(request) : freshOr(request, request));
  }
  else if (address.pathname === AHEAD) event.respondWith(freshOr(request, AHEAD));
  else if (address.pathname === REVIEW && !part) event.respondWith(freshOr(request, REVIEW));
  else if (request.mode === "navigate") event.respondWith(freshOr(request, ""));
});
