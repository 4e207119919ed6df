// For how long a card was looked at: the time it was visible, up to a minute.

import { onChange } from "./stage.js";

const LONGEST_LOOK_MS = 60000;

const stage = document.getElementById("stage");
let looked = 0;
let since = null;
let asked = "";

function pause() {
  if (since !== null) looked += performance.now() - since;
  since = null;
}

function start() {
  since = document.hidden ? null : performance.now();
}

function cardShown() {
  return stage.querySelector("[data-reveal] [name=card], [data-rate] [name=card]")?.value ?? "";
}

export function milliseconds() {
  pause();
  const found = Math.min(Math.round(looked), LONGEST_LOOK_MS);
  looked = 0;
  start();
  return found;
}

document.addEventListener("visibilitychange", () => {
  pause();
  start();
});

onChange(() => {
  if (cardShown() === asked) return;
  asked = cardShown();
  looked = 0;
  start();
});

asked = cardShown();
start();
