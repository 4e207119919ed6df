// Settings: what a target recall costs, told anew while it is being chosen.

const WAIT_MS = 150;

const box = document.getElementById("cost");
const now = document.querySelector(".cost-now");
const form = document.getElementById("settings");
let waiting = 0;
let asked = 0;

async function tell() {
  const number = ++asked;
  const query = new URLSearchParams();
  for (const name of ["retention", "new_per_day"]) query.set(name, form.elements[name].value);
  try {
    const response = await fetch(`${box.dataset.address}?${query}`);
    if (!response.ok || number !== asked) return;
    box.innerHTML = await response.text();
    now.textContent = box.querySelector("[data-said]").dataset.said;
  } catch {
    // the table shows what was last told; saving does not depend on it
  }
}

form.addEventListener("input", (event) => {
  if (!["retention", "new_per_day"].includes(event.target.name)) return;
  clearTimeout(waiting);
  waiting = setTimeout(tell, WAIT_MS);
});
