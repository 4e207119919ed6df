// On every page: answers that wait are sent, and the browser is asked to keep Review for when there is no connection.

import { flush, unsent } from "./outbox.js";

if (unsent().length) flush();

// Browsers allow it on this machine and over https only.
if ("serviceWorker" in navigator) {
  const version = new URL(import.meta.url).searchParams.get("v");
  navigator.serviceWorker.register(`/worker.js?v=${version}`).catch(() => {
    // without it everything works that needs no reload
  });
}
