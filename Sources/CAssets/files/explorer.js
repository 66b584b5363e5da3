// The table explorer without page loads: sort, filter, page, choose columns; the address keeps it all.
import { formAddress, fragmentAddress, isPlainClick, replace } from "./replace.js";

const region = document.getElementById("explorateur");
if (region) {
  const page = new URL(region.dataset.page, location.href).pathname;

  const open = async (address, options) => {
    document.querySelector("[popover]:popover-open")?.hidePopover();
    const isShown = await replace(region, fragmentAddress(region, address), address, options);
    // The map draws the rows the table shows.
    const features = region.querySelector("[data-features]")?.dataset.features;
    if (isShown && features) document.dispatchEvent(new CustomEvent("places", { detail: features }));
    return isShown;
  };

  region.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !isPlainClick(event)) return;
    const address = new URL(link.href);
    if (address.origin !== location.origin || address.pathname !== page || address.hash !== "#tableau") return;
    event.preventDefault();
    open(link.href);
  });

  region.addEventListener("submit", (event) => {
    event.preventDefault();
    open(formAddress(event.target, event.submitter) + "#tableau");
  });

  // Typing a filter applies it after a pause, like a search.
  let pause = 0;
  region.addEventListener("input", (event) => {
    if (!event.target.matches("input[type=search], .filters input")) return;
    clearTimeout(pause);
    const form = event.target.form;
    pause = setTimeout(() => open(formAddress(form) + "#tableau", { push: false, focus: event.target.id }), 350);
  });

  addEventListener("popstate", () => {
    if (location.pathname === page) open(location.href, { push: false });
  });
}
