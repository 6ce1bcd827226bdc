// The last step of a check-in. Where the network fails it says so and tries again, from this page's memory alone: the
// same key goes with it, so that what arrives twice counts once. Nothing is put into the browser's storage.
const form = document.getElementById("sending");
const first = 5_000;
const longest = 60_000;
let waiting = null;
let pause = first;
let unsent = false;

function say(what) {
  for (const words of form.querySelectorAll("[data-says]")) words.hidden = words.dataset.says !== what;
}

async function send() {
  clearTimeout(waiting);
  say("sending");
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" },
    });
  } catch {
    return later();
  }
  if (answer.status === 201) {
    unsent = false;
    location.replace((await answer.json()).answer);
  } else if (answer.status === 403) {
    say("shut");
  } else if (answer.status >= 500) {
    later();
  } else {
    unsent = false;
    form.submit();
  }
}

function later() {
  say("not-sent");
  waiting = setTimeout(send, pause);
  pause = Math.min(pause * 2, longest);
}

form.addEventListener("submit", (event) => {
  if (event.submitter?.value === "back" || form.querySelector("[value=some]:checked")) return;
  event.preventDefault();
  unsent = true;
  pause = first;
  send();
});
addEventListener("online", () => unsent && send());
addEventListener("beforeunload", (event) => unsent && event.preventDefault());
