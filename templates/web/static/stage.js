// One part of the page, the stage, is fetched and swapped instead of loading the page anew.
// Forms and links marked data-swap do so; without this script they work as they are.

const GUARD_MS = 300;
const NO_CONNECTION =
  "The app does not answer. What you did before is saved; this is not. Start the app again, then repeat it.";

const stage = document.getElementById("stage");
const status = document.getElementById("status");
const listeners = [];
const loaded = [];
let ready = () => Promise.resolve(true);
let changedAt = performance.now();
let busy = false;

export function onChange(listener) {
  listeners.push(listener);
}

// Called with what was asked with (a form, a link, or null) after a part came from the app.
export function onLoaded(listener) {
  loaded.push(listener);
}

// What has to be done before the app is asked for a part; false when it cannot be done now.
export function beforeLoading(step) {
  ready = step;
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

export function complain(text) {
  const problem = document.getElementById("problem");
  if (!problem) return;
  problem.textContent = text;
  problem.hidden = text === "";
}

export function paint(html) {
  const part = document.createElement("template");
  part.innerHTML = html;
  stage.replaceChildren(part.content);
  const after = document.getElementById("after")?.dataset;
  if (after) history.replaceState(null, "", after.address);
  scrollTo(0, 0);
  markChanged();
  focusMarked({ preventScroll: true });
}

export async function load(address, options, asker = null) {
  if (busy) return;
  busy = true;
  try {
    if (!(await ready())) {
      complain(NO_CONNECTION);
      return;
    }
    const headers = { "X-Studyapp-Part": "stage" };
    const response = await fetch(address, { ...options, headers });
    const text = await response.text();
    if (response.ok || response.status === 422) {
      paint(text);
      for (const listener of loaded) listener(asker);
      say(document.getElementById("after").dataset.said);
    } else complain(text);
  } catch {
    complain(NO_CONNECTION);
  } finally {
    busy = false;
  }
}

export function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.append(submitter.name, submitter.value);
  return load(form.action, { method: "POST", body }, form);
}

function submitted(event) {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("[data-swap]")) return;
  event.preventDefault();
  send(form, event.submitter);
}

function followed(event) {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  load(link.href, {}, link);
}

// A double tap must not press what has just appeared under the finger. Keys are not held back:
// a click made by a key has no detail.
function guard(event) {
  if (event.detail === 0 || !justChanged() || !event.target.closest("[data-guard]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

stage.addEventListener("click", guard, true);
stage.addEventListener("mousedown", guard, true);
stage.addEventListener("click", followed);
stage.addEventListener("submit", submitted);
