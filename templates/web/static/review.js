// Review: reveal at once, keys, the passage on a phone, and the time a card was looked at.

import { listenForKeys } from "./keys.js";
import { focusMarked, justChanged, markChanged, onChange, say } from "./stage.js";

const CONTROLS = "a, button, summary, label, input, select, textarea";
const LONGEST_LOOK_MS = 60000;

const stage = document.getElementById("stage");
const dialog = document.getElementById("keys");
const wide = matchMedia("(min-width: 1000px)");

// ---- reveal ----

function reveal(form) {
  const asked = new URLSearchParams(new FormData(form));
  const typed = asked.get("typed")?.trim();
  if (!typed) asked.delete("typed");
  const address = `${form.action}?${asked}`;
  stage.querySelector("[data-focus]")?.removeAttribute("data-focus");
  for (const held of stage.querySelectorAll("template[data-answer]")) {
    held.replaceWith(held.content);
  }
  for (const part of stage.querySelectorAll("[data-question]")) part.remove();
  markChanged();
  focusMarked();
  history.replaceState(null, "", address);
  if (typed) compare(typed, asked);
}

// What was typed stands under the answer at once; the verdict follows, if there is one.
async function compare(typed, asked) {
  const block = stage.querySelector("[data-compare]");
  if (!block) return;
  block.querySelector("[data-yours]").textContent = typed;
  block.hidden = false;
  let said = "";
  try {
    const response = await fetch(`${block.dataset.compare}?${asked}`);
    if (!block.isConnected) return;
    if (response.ok) {
      block.outerHTML = await response.text();
      said = stage.querySelector(".typed")?.dataset.said;
    }
  } catch {
    // both lines are there to be compared
  }
  say(said || `You typed ${typed}`);
}

stage.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-reveal]")) return;
  event.preventDefault();
  reveal(event.target);
});

// Empty card space reveals too; selecting text, or a control, does not.
stage.addEventListener("click", (event) => {
  const form = stage.querySelector("form[data-reveal]");
  if (!form || justChanged() || !event.target.closest("main")) return;
  if (event.target.closest(CONTROLS) || !getSelection().isCollapsed) return;
  reveal(form);
});

// ---- why ----

function showWhy() {
  const why = document.getElementById("why");
  why.classList.add("open");
  why.scrollIntoView({ block: "nearest" });
  why.focus({ preventScroll: true });
}

function hideWhy() {
  document.getElementById("why").classList.remove("open");
  stage.querySelector(".why-toggle").focus();
}

stage.addEventListener("click", (event) => {
  if (event.target.closest(".why-toggle")) {
    event.preventDefault();
    showWhy();
  } else if (event.target.closest(".why-hide")) {
    event.preventDefault();
    hideWhy();
  }
});

// ---- panels: the menu, the keys, Escape ----

function closeMenu() {
  const menu = stage.querySelector("details.more[open]");
  if (!menu) return false;
  menu.open = false;
  menu.querySelector("summary").focus();
  return true;
}

function leaveField() {
  if (!document.activeElement?.matches("[name=typed]")) return false;
  document.getElementById("question").focus();
  return true;
}

function closePanel() {
  if (closeMenu() || leaveField()) return true;
  if (wide.matches || !stage.querySelector(".why.open")) return false;
  hideWhy();
  return true;
}

stage.addEventListener("click", (event) => {
  if (!event.target.closest("[data-dialog]")) return;
  event.preventDefault();
  closeMenu();
  dialog.showModal();
});

stage.addEventListener("toggle", (event) => {
  if (event.target.open) event.target.querySelector("a").focus();
}, true);

document.addEventListener("click", (event) => {
  if (event.target.closest("details.more")) return;
  const menu = stage.querySelector("details.more[open]");
  if (menu) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !dialog.open && closePanel()) event.preventDefault();
});

// ---- visible time ----

let looked = 0;
let since = document.hidden ? null : performance.now();

function pause() {
  if (since !== null) looked += performance.now() - since;
  since = null;
}

document.addEventListener("visibilitychange", () => {
  pause();
  if (!document.hidden) since = performance.now();
});

stage.addEventListener("submit", (event) => {
  const field = event.target.querySelector("[name=milliseconds]");
  if (!field) return;
  pause();
  since = document.hidden ? null : performance.now();
  field.value = Math.min(Math.round(looked), LONGEST_LOOK_MS);
}, true);

let asked = stage.querySelector("[name=card]")?.value;
onChange(() => {
  const now = stage.querySelector("[name=card]")?.value;
  if (now === asked) return;
  asked = now;
  looked = 0;
  since = document.hidden ? null : performance.now();
});

listenForKeys();
focusMarked({ preventScroll: true });
