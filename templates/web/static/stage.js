// One part of the page, the stage, is fetched and swapped instead of loading the page anew.
// Forms and links marked data-swap do so; without this script they work as they are.

const GUARD_MS = 300;
const NO_CONNECTION =
  "The app does not answer. What you did before is saved; this is not. Start the app again, then repeat it.";

const stage = document.getElementById("stage");
const status = document.getElementById("status");
const listeners = [];
let changedAt = performance.now();
let busy = false;

export function onChange(listener) {
  listeners.push(listener);
}

export function justChanged() {
  return performance.now() - changedAt < GUARD_MS;
}

export function markChanged() {
  changedAt = performance.now();
  for (const listener of listeners) listener();
}

export function focusMarked(options) {
  stage.querySelector("[data-focus]")?.focus(options);
}

export function say(text) {
  status.textContent = "";
  if (text) setTimeout(() => { status.textContent = text; }, 150);
}

function complain(text) {
  const problem = document.getElementById("problem");
  problem.textContent = text;
  problem.hidden = false;
}

function swap(html) {
  const part = document.createElement("template");
  part.innerHTML = html;
  stage.replaceChildren(part.content);
  const after = document.getElementById("after").dataset;
  history.replaceState(null, "", after.address);
  scrollTo(0, 0);
  markChanged();
  focusMarked({ preventScroll: true });
  say(after.said);
}

async function load(address, options) {
  if (busy) return;
  busy = true;
  try {
    const headers = { "X-Studyapp-Part": "stage" };
    const response = await fetch(address, { ...options, headers });
    const text = await response.text();
    if (response.ok || response.status === 422) swap(text);
    else complain(text);
  } catch {
    complain(NO_CONNECTION);
  } finally {
    busy = false;
  }
}

function submitted(event) {
  const form = event.target;
  if (!form.matches("[data-swap]")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
  load(form.action, { method: "POST", body });
}

function followed(event) {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  load(link.href, {});
}

// A double tap must not press what has just appeared under the finger. Keys are not held back:
// a click made by a key has no detail.
function guard(event) {
  if (event.detail === 0 || !justChanged() || !event.target.closest("[data-guard]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

stage.addEventListener("click", guard, true);
stage.addEventListener("click", followed);
stage.addEventListener("submit", submitted);
