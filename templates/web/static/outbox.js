// Answers on their way to the app. Each is written down on this device before the next card is shown, and
// taken off only when the app has said that it has it. The app counts each once, however often it is sent.

const PREFIX = "studyapp:answer:";
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60000;
const GONE = 404;
const SIGNED_OUT = 401;
const REFUSED = 400;
const UNAVAILABLE = 503;

let token = "";
let sending = null;
let timer = 0;
let pause = FIRST_PAUSE_MS;
let serial = 0;
const onSent = [];
const onState = [];

export function useToken(text) {
  token = text;
}

export function whenSent(listener) {
  onSent.push(listener);
}

export function whenStateChanges(listener) {
  onState.push(listener);
}

// Throws when this browser cannot store anything: then nothing may be answered.
export function keep(answer) {
  serial += 1;
  const kept = { ...answer, rated_at: Date.now(), seq: serial };
  localStorage.setItem(PREFIX + answer.review, JSON.stringify(kept));
  tell("");
}

export function drop(review) {
  localStorage.removeItem(PREFIX + review);
  tell("");
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

export function unsent() {
  let names = [];
  try {
    names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
  const answers = names.map(read).filter((answer) => answer?.review);
  return answers.sort((one, other) => one.rated_at - other.rated_at || one.seq - other.seq);
}

export function isUnsent(review) {
  return unsent().some((answer) => answer.review === review);
}

function tell(trouble) {
  const state = { unsent: unsent().length, trouble };
  for (const listener of onState) listener(state);
}

function bodyOf(answer) {
  const { rated_at: ratedAt, seq: _, ...form } = answer;
  const waited = String(Math.max(0, Date.now() - ratedAt));
  return new URLSearchParams({ ...form, waited, csrf_token: token });
}

async function renewToken() {
  const response = await fetch("/review/ahead", { headers: { "X-Studyapp-Part": "ahead" } });
  if (!response.ok) return;
  token = (await response.json()).token;
}

async function post(answer) {
  const headers = { "X-Studyapp-Part": "answer" };
  return fetch("/review/answer", { method: "POST", body: bodyOf(answer), headers });
}

// One answer: true when it need not be sent again.
async function send(answer) {
  let response = await post(answer);
  if (response.status === REFUSED) {
    await renewToken();
    response = await post(answer);
  }
  if (response.ok) {
    const reply = await response.json();
    drop(answer.review);
    for (const listener of onSent) listener(reply, answer);
    return true;
  }
  if (response.status === GONE) {
    drop(answer.review);
    tell("A card you answered is no longer in your decks; that answer was not counted.");
    return true;
  }
  if (response.status === SIGNED_OUT) {
    const count = unsent().length;
    const are = count === 1 ? "1 answer is" : `${count} answers are`;
    tell(`You were signed out. ${are} safe on this device; sign in to send them.`);
  } else {
    tell(response.status === UNAVAILABLE ? await response.text() : "");
  }
  return false;
}

async function sendAll() {
  try {
    for (let answer = unsent()[0]; answer; answer = unsent()[0]) {
      if (!(await send(answer))) return false;
    }
  } catch {
    tell("");
    return false;
  }
  pause = FIRST_PAUSE_MS;
  return true;
}

// Sends what waits, oldest first, one after the other; tries again later if that fails.
export function flush() {
  clearTimeout(timer);
  sending ??= sendAll().then((done) => {
    sending = null;
    if (!done) {
      timer = setTimeout(flush, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
    return done;
  });
  return sending;
}

export function settled() {
  return sending ?? Promise.resolve(true);
}

function soon() {
  if (unsent().length) flush();
}

addEventListener("online", soon);
addEventListener("focus", soon);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) soon();
});
