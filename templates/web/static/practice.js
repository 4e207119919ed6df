// Practice: the next page takes the place of this one without loading anew, so that no key is
// lost between them and no tap meant for the one presses what the other shows.

import { listenForKeys } from "./keys.js";

const GUARD_MS = 300;
const NO_CONNECTION = "The app does not answer. Start it again, then repeat this.";

let shownAt = performance.now();
let pending = null;

function focusMarked() {
  document.querySelector("[data-focus]")?.focus({ preventScroll: true });
}

function complain(text) {
  const problem = document.getElementById("problem");
  problem.textContent = text;
  problem.hidden = false;
}

function show(page, address, isNew) {
  const said = page.getElementById("status").textContent;
  page.getElementById("status").textContent = "";
  document.title = page.title;
  document.body.replaceWith(page.body);
  if (isNew) history.pushState(null, "", address);
  scrollTo(0, 0);
  shownAt = performance.now();
  focusMarked();
  setTimeout(() => { document.getElementById("status").textContent = said; }, 150);
}

// Whoever presses while a page is on its way waits for it; whoever goes back does not.
async function load(address, options, isNew = true) {
  if (pending && isNew) return;
  pending?.abort();
  const mine = new AbortController();
  pending = mine;
  try {
    const response = await fetch(address, { ...options, signal: mine.signal });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (page.body.matches(".practice")) show(page, response.url, isNew);
    else if (options) complain(page.querySelector("main").innerText.trim());
    else location.assign(address);
  } catch {
    if (!mine.signal.aborted) complain(NO_CONNECTION);
  } finally {
    if (pending === mine) pending = null;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  event.preventDefault();
  const asked = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) asked.append(event.submitter.name, event.submitter.value);
  if (form.method === "get") load(`${form.action}?${asked}`);
  else load(form.action, { method: "POST", body: asked });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  load(link.href);
});

// A click made by a key has no detail, and is not held back.
document.addEventListener("click", (event) => {
  if (event.detail === 0 || !event.target.closest("[data-guard]")) return;
  if (performance.now() - shownAt < GUARD_MS) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

addEventListener("popstate", () => load(location.href, undefined, false));

listenForKeys();
focusMarked();
