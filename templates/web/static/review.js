// Review: the passage on a phone, the menu, the dialogs, and Escape. Rating and showing the answer have their own.

import { listenForKeys } from "./keys.js";
import "./rating.js";
import { focusMarked, send } from "./stage.js";

const stage = document.getElementById("stage");
const report = document.getElementById("report");
const wide = matchMedia("(min-width: 1000px)");

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

// ---- panels: the menu, the dialogs, Escape ----

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
  const opener = event.target.closest("[data-dialog]");
  if (!opener) return;
  event.preventDefault();
  closeMenu();
  document.getElementById(opener.dataset.dialog).showModal();
});

stage.addEventListener("toggle", (event) => {
  if (event.target.open) event.target.querySelector("a, button").focus();
}, true);

document.addEventListener("click", (event) => {
  if (event.target.closest("details.more")) return;
  const menu = stage.querySelector("details.more[open]");
  if (menu) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (closePanel()) event.preventDefault();
});

// ---- report ----

report.querySelector("[data-report]").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  for (const name of ["deck", "card", "side"]) {
    form.elements[name].value = stage.querySelector(`[data-act] [name=${name}]`).value;
  }
  report.close();
  send(form).then(() => form.reset());
});

listenForKeys();
focusMarked({ preventScroll: true });
