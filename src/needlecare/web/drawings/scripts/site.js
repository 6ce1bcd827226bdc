import { Button, Checkboxes, ErrorSummary, Radios, SkipLink, createAll } from "../nhsuk-frontend.js";
document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
for (const part of [Button, Checkboxes, ErrorSummary, Radios, SkipLink]) createAll(part);
