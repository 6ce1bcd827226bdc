// A page whose forms are answered in place, by htmx. Nothing is put into the browser's storage: it is shut here. The
// history holds numbers alone. What was shown at each step is known to this page's memory, and only by its name; Back
// asks the server for it anew with all that was told since.
import { enliven } from "./site.js";

for (const storage of ["localStorage", "sessionStorage"]) Object.defineProperty(window, storage, { value: undefined });

const page = () => document.getElementById("page");
const of = performance.timeOrigin; // steps of an earlier visit are none of ours
const steps = [page().dataset.step];
let at = 0;
let from = null; // where Back was pressed, until its answer is there
history.replaceState({ of, at }, "");

function arrived({ detail }) {
  const { step } = page().dataset;
  if (from === null && step !== steps[at]) {
    at += 1;
    steps.length = at;
    history.pushState({ of, at }, "");
  }
  steps[at] = step;
  from = null;
  enliven(page());
  read(document.getElementById(detail.pathInfo.anchor));
}

// What is read next: what is wrong, or the place that was asked for, or the heading.
function read(asked) {
  const wrong = page().querySelector(".nhsuk-error-summary");
  const first = wrong ?? asked ?? page().querySelector("h1");
  if (first.tabIndex < 0) first.tabIndex = -1;
  if (first === asked) first.scrollIntoView();
  else scrollTo(0, 0);
  first.focus({ preventScroll: true });
}

function asks() {
  document.getElementById("no-answer").hidden = true;
  document.getElementById("refused").replaceChildren();
}

// Our own words for what was refused stand there already; where nothing answered, say so. The page stays as it was.
function failed() {
  document.getElementById("no-answer").hidden = document.getElementById("refused").hasChildNodes();
  if (from === null) return;
  const back = from - at;
  [at, from] = [from, null];
  history.go(back);
}

addEventListener("popstate", ({ state }) => {
  if (!state || (state.of === of && state.at === at)) return;
  if (state.of !== of || !(state.at in steps)) return history.back();
  from ??= at;
  at = state.at;
  document.activeElement.blur();
  const source = page().querySelector("[data-carries]");
  const swap = "outerHTML show:none";
  htmx.ajax("POST", source.dataset.carries, { source, target: "#page", swap, values: { go: steps[at] } });
});
addEventListener("beforeunload", (event) => at && page().querySelector("[data-unfinished]") && event.preventDefault());
document.addEventListener("htmx:afterSettle", (event) => event.target === page() && arrived(event));
document.addEventListener("htmx:beforeRequest", asks);
for (const what of ["sendError", "timeout", "responseError"]) document.addEventListener(`htmx:${what}`, failed);
