// A deck: all cards of the page are ticked at once, and how many are ticked is said.

const form = document.getElementById("bulk");

function listen() {
  const all = document.getElementById("all");
  const ticks = [...form.querySelectorAll("[name=card]")];
  const picked = document.getElementById("picked");
  const untold = picked.textContent;

  function tell() {
    const count = ticks.filter((tick) => tick.checked).length;
    all.checked = count === ticks.length;
    all.indeterminate = count > 0 && count < ticks.length;
    picked.textContent = count ? `${count} ${count === 1 ? "card" : "cards"} selected` : untold;
  }

  all.closest("label").hidden = false;
  all.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
    tell();
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "card") tell();
  });
  addEventListener("pageshow", tell);
  tell();
}

if (form) listen();
