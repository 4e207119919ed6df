// A deck on paper: the button opens the browser's own dialog.

const button = document.querySelector("[data-print]");
button.hidden = false;
button.addEventListener("click", () => print());
document.querySelector("[data-no-script]").hidden = true;
