// Draws another chart as soon as a choice changes.
import { formAddress, fragmentAddress, replace } from "./replace.js";

const region = document.getElementById("graphique-cadre");
region?.addEventListener("change", (event) => {
  if (!event.target.form) return;
  const address = formAddress(event.target.form) + "#graphique";
  replace(region, fragmentAddress(region, address), address, { push: false, focus: event.target.id });
});
region?.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = formAddress(event.target) + "#graphique";
  replace(region, fragmentAddress(region, address), address, { focus: event.submitter?.id });
});
