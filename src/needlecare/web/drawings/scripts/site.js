import { Button, Checkboxes, ErrorSummary, Radios, SkipLink, createAll } from "../nhsuk-frontend.js";

// Everything within this part of the page that does more with scripts than without.
export function enliven(scope) {
  for (const part of [Button, Checkboxes, ErrorSummary, Radios, SkipLink]) createAll(part, undefined, { scope });
}

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
document.addEventListener("click", (event) => event.target.closest(".app-print__button") && print());
enliven(document);
