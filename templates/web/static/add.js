// Add: how far the documents are is looked at again until all of them are through.

const WAIT_MS = 1000;

const box = document.getElementById("additions");
const status = document.getElementById("status");
document.documentElement.classList.add("scripted");

function results() {
  const found = [...box.querySelectorAll('[data-over="yes"]')];
  return new Map(found.map((one) => [one.dataset.number, one]));
}

// What is over now and was not before is said; where the reader was stays, if it is still there.
function paint(html) {
  if (box.innerHTML.trim() === html.trim()) return;
  const before = results();
  const held = box.contains(document.activeElement) && document.activeElement.textContent;
  box.innerHTML = html;
  if (held) {
    const same = [...box.querySelectorAll("a, button")].find((one) => one.textContent === held);
    (same ?? box.querySelector("h2 + *, h2"))?.focus();
  }
  for (const [number, one] of results()) {
    if (before.has(number)) continue;
    const result = one.querySelector("[data-result]")?.textContent ?? "";
    status.textContent = `${one.querySelector(".name").textContent}: ${result}`;
  }
}

async function look() {
  if (!box.querySelector("[data-busy]")) return;
  try {
    const response = await fetch(box.dataset.address, { headers: { "X-Studyapp-Part": "additions" } });
    if (response.ok) paint(await response.text());
  } catch {
    // the app may be starting anew; what was made is kept
  }
  setTimeout(look, WAIT_MS);
}

setTimeout(look, WAIT_MS);
