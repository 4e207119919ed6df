// Rating a card: the answer is written down on this device, the next card is shown at once, and the answer is
// sent behind it. What was done here can be taken back here, card by card.

import * as ahead from "./ahead.js";
import { milliseconds } from "./look.js";
import * as outbox from "./outbox.js";
import { reveal } from "./reveal.js";
import { beforeLoading, complain, load, onLoaded, paint, say } from "./stage.js";

const SHOWN_LATE_MS = 600;

const stage = document.getElementById("stage");
const sitting = { done: 0, size: 0, more: 0 };
const past = [];
let shown = { key: "", html: "" };
let late = 0;
let filling = false;
// counts what was done here: what the app said before the last of it is no longer true
let moves = 0;
let serverUndo = "";

// ---- where the sitting stands ----

function readStage() {
  const after = document.getElementById("after").dataset;
  shown = { key: after.key, html: stage.innerHTML };
  sitting.done = Number(after.done);
  sitting.size = Number(after.size);
  sitting.more = Number(after.more);
  serverUndo = undoForm()?.querySelector("[name=act], [name=review]")?.outerHTML ?? "";
}

function undoForm() {
  return stage.querySelector("form[data-undo]");
}

function total() {
  const reachable = sitting.done + sitting.more;
  return Math.max(1, sitting.size ? Math.min(sitting.size, reachable) : reachable);
}

function progressWords() {
  return `${Math.min(sitting.done + 1, total())} of ${total()}`;
}

function tellProgress() {
  const text = stage.querySelector("[data-progress]");
  if (!text || !shown.key) return;
  text.textContent = progressWords();
  const bar = stage.querySelector(".progress progress");
  bar.max = total();
  bar.value = Math.min(sitting.done, total());
}

function allowUndo() {
  const form = undoForm();
  if (!form) return;
  form.querySelector("[name=act], [name=review]")?.remove();
  if (!past.length) form.insertAdjacentHTML("afterbegin", serverUndo);
  form.querySelector("button").disabled = !past.length && !serverUndo;
}

function show(card, said) {
  shown = card;
  paint(card.html);
  const step = stage.querySelector("[data-reveal] [name=step]");
  if (step) step.value = sitting.done;
  tellProgress();
  allowUndo();
  tellUnsent(outbox.unsent().length);
  if (said) stage.querySelector("[data-last]")?.replaceChildren(`Last card: ${said} Saved.`);
  if (past.length) stage.querySelector(".first-time")?.remove();
}

// ---- rating ----

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function answerFrom(form, button) {
  const fields = Object.fromEntries(new FormData(form));
  const days = `days${button.value}`;
  return {
    review: newId(),
    deck: fields.deck,
    card: fields.card,
    rating: button.value,
    wording: fields.wording,
    milliseconds: String(milliseconds()),
    ...(days in fields ? { [days]: fields[days] } : {}),
  };
}

function comesAgain(answer) {
  return !(`days${answer.rating}` in answer);
}

function rate(form, button) {
  const answer = answerFrom(form, button);
  try {
    outbox.keep(answer);
  } catch {
    stop();
    return;
  }
  const [name, interval] = [...button.querySelectorAll("b, span")].map((one) => one.textContent);
  moves += 1;
  past.push({ answer, card: shown });
  sitting.done += 1;
  sitting.more = Math.max(0, sitting.more - 1) + (comesAgain(answer) ? 1 : 0);
  next(`${name}, ${interval}.`);
  outbox.flush();
}

function next(said) {
  const over = sitting.size && sitting.done >= sitting.size;
  const card = over ? null : ahead.take();
  if (!card) {
    fetchNext(said);
    return;
  }
  show(card, said);
  if (said) say(`${said} ${progressWords()}.`);
}

// Nothing is at hand: the app says what comes, another card or the end.
async function fetchNext(said) {
  if (await outbox.flush()) {
    await load("/review", {});
    stage.querySelector("[data-last]")?.replaceChildren(`Last card: ${said} Saved.`);
    if (shown.key) say(`${said} ${progressWords()}.`);
    return;
  }
  show({ key: "", html: document.getElementById("offline").innerHTML }, "");
}

// The page is one that was kept, and there is no connection: cards answered since are passed over.
async function resume() {
  const away = outbox.unsent();
  await ahead.refill("", () => true);
  sitting.done += away.length;
  sitting.more = Math.max(0, sitting.more - away.length);
  ahead.forget(shown.key);
  if (away.some((answer) => `${answer.deck}/${answer.card}` === shown.key)) next("");
  else tellProgress();
}

function stop() {
  show({ key: "", html: document.getElementById("cannot-store").innerHTML }, "");
}

// The app is asked when it knows of every answer, and what it says holds until the next.
async function fill() {
  if (filling || outbox.unsent().length) return;
  filling = true;
  const at = moves;
  const found = await ahead.refill(shown.key, () => moves === at);
  filling = false;
  if (moves !== at) fill();
  if (!found) return;
  sitting.done = found.done;
  sitting.more = found.more;
  tellProgress();
}

// ---- undo ----

async function undo() {
  const last = past.pop();
  if (last.act) {
    await load("/review/undo", { method: "POST", body: withToken({ act: last.act }) });
    return;
  }
  await outbox.settled();
  if (outbox.isUnsent(last.answer.review)) outbox.drop(last.answer.review);
  else if (!(await reverse(last.answer.review))) {
    past.push(last);
    return;
  }
  bringBack(last);
}

function withToken(fields) {
  const token = stage.querySelector("[name=csrf_token]")?.value ?? "";
  return new URLSearchParams({ ...fields, csrf_token: token });
}

async function reverse(review) {
  const headers = { "X-Studyapp-Part": "answer" };
  try {
    const body = withToken({ review });
    const response = await fetch("/review/undo", { method: "POST", body, headers });
    if (response.ok) return true;
    complain(await response.text());
  } catch {
    complain("No connection. That answer was sent already; undo it when the connection returns.");
  }
  return false;
}

function bringBack({ answer, card }) {
  moves += 1;
  if (shown.key) ahead.putBack(shown);
  ahead.forget(card.key);
  sitting.done = Math.max(0, sitting.done - 1);
  sitting.more += comesAgain(answer) ? 0 : 1;
  show(card, "");
  reveal();
  const name = ["", "Again", "Hard", "Good", "Easy"][Number(answer.rating)];
  say(`Undone: ${name}. Rate the card again. ${progressWords()}.`);
}

// ---- what the app says ----

function tellUnsent(count) {
  const sign = stage.querySelector("[data-unsent]");
  clearTimeout(late);
  if (!sign) return;
  if (!count) {
    sign.hidden = true;
    return;
  }
  sign.textContent = `${count} to send`;
  late = setTimeout(() => { sign.hidden = false; }, SHOWN_LATE_MS);
}

outbox.whenStateChanges(({ unsent, trouble }) => {
  tellUnsent(unsent);
  if (trouble) complain(trouble);
});

outbox.whenSent((reply) => {
  if (reply.leech) complain(reply.said);
  if (outbox.unsent().length) return;
  if (!document.getElementById("after")) load("/review", {});
  else if (ahead.isLow() || ![shown.key, ahead.first()].includes(reply.following)) fill();
});

onLoaded((asker) => {
  moves += 1;
  readStage();
  ahead.forget(shown.key);
  const told = stage.querySelector("[data-told] [name=act]:not(button)")?.value;
  if (asker?.matches("[data-act]") && told) past.push({ act: told });
  if (asker?.matches("[data-back]") && past.at(-1)?.act) past.pop();
  allowUndo();
  fill();
});

beforeLoading(() => (outbox.unsent().length ? outbox.flush() : Promise.resolve(true)));

stage.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-rate]")) {
    event.preventDefault();
    rate(form, event.submitter);
  } else if (form.matches("[data-undo]") && past.length) {
    event.preventDefault();
    undo();
  }
}, true);

outbox.useToken(document.querySelector("[name=csrf_token]")?.value ?? "");
readStage();
allowUndo();
if (outbox.unsent().length) {
  outbox.flush().then((sent) => (sent ? load("/review", {}) : resume()));
} else fill();
