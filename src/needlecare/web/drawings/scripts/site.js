import { Button, Checkboxes, ErrorSummary, Radios, SkipLink, createAll } from "../nhsuk-frontend.js";

// Everything within this part of the page that does more with scripts than without.
export function enliven(scope) {
  for (const part of [Button, Checkboxes, ErrorSummary, Radios, SkipLink]) createAll(part, undefined, { scope });
  tellToday(scope);
}

// The date that it is where this browser is: forms that count days from today take it along, and pages say it.
function tellToday(scope) {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const here = parts.map((part) => String(part).padStart(2, "0")).join("-");
  for (const field of scope.querySelectorAll("input[name=here]")) field.value = here;
  for (const said of scope.querySelectorAll("[data-today]")) {
    said.textContent = now.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
    said.dateTime = here;
  }
}

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
document.addEventListener("click", (event) => event.target.closest(".app-print__button") && print());
document.addEventListener("submit", (event) => tellToday(event.target), true);
enliven(document);
