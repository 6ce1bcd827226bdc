// The token of an invitation stands behind the # of its link. It leaves the address at once and goes to the server by
// POST; without one, who is already in goes on.
const token = location.hash.slice(1);
const form = document.getElementById("open");
if (token) {
  history.replaceState(null, "", location.pathname);
  document.getElementById("opening").hidden = false;
  document.getElementById("by-code").hidden = true;
  form.elements.token.value = token;
  form.submit();
} else {
  const onward = document.getElementById("go-on");
  if (onward) location.replace(onward.href);
}
