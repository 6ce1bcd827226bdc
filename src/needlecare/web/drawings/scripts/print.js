// A button to print takes the place of the words that say how.
const button = document.querySelector("[data-print=button]");
const words = document.querySelector("[data-print=words]");
if (button) {
  button.addEventListener("click", () => print());
  button.hidden = false;
  words.hidden = true;
}
