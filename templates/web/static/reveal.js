// Showing the answer at once: it is in the page already, in templates, and of a typed answer the verdict follows.

import { focusMarked, justChanged, markChanged, say } from "./stage.js";

const CONTROLS = "a, button, summary, label, input, select, textarea";

const stage = document.getElementById("stage");

export function reveal(form = stage.querySelector("form[data-reveal]")) {
  if (!form) return;
  const asked = new URLSearchParams(new FormData(form));
  const typed = asked.get("typed")?.trim();
  if (!typed) asked.delete("typed");
  const address = `${form.action}?${asked}`;
  stage.querySelector("[data-focus]")?.removeAttribute("data-focus");
  for (const held of stage.querySelectorAll("template[data-answer]")) {
    held.replaceWith(held.content);
  }
  for (const part of stage.querySelectorAll("[data-question]")) part.remove();
  for (const side of stage.querySelectorAll("[data-act] [name=side]")) side.value = "answer";
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
