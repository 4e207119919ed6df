// Single keys press the control that names them in data-keys; a field takes the cursor. A control that is not on the
// page (an answer not yet revealed) therefore has no key. A learner who types by voice, say, can
// turn single keys off in Settings; Space, Enter, Escape and keys with Ctrl or Cmd stay.

const FIELDS = "input, select, textarea, [contenteditable]";
const PRESSABLE = "a[href], button, summary";
const ALWAYS = ["Space", "Enter", "Escape"];
const single = document.documentElement.dataset.singleKeys !== "off";

function nameOf(event) {
  if (event.altKey) return "";
  const key = event.key === " " ? "Space" : event.key;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (event.ctrlKey || event.metaKey) return `${event.metaKey ? "Meta" : "Control"}+${name}`;
  if (!single && !ALWAYS.includes(name)) return "";
  return event.shiftKey && /^[a-z]$/.test(name) ? "" : name;
}

function controlFor(name) {
  const controls = [...document.querySelectorAll("[data-keys]")];
  return controls.find((control) => control.dataset.keys.split(" ").includes(name));
}

function isElsewhere(event, name) {
  if (event.defaultPrevented || event.isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  // Escape leaves an edit from inside its fields; every other key is text there.
  if (name !== "Escape" && event.target.closest(FIELDS)) return true;
  const native = name === "Space" || name === "Enter";
  return native && event.target.closest(PRESSABLE) !== null;
}

export function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    const name = nameOf(event);
    if (name === "" || isElsewhere(event, name)) return;
    const control = controlFor(name);
    if (!control) return;
    event.preventDefault();
    if (event.repeat) return;
    if (control.matches(FIELDS)) control.focus();
    else control.click();
  });
}
