// Results as one types, facets and pages without loads. On the home page the form only leads to the catalogue.
import { formAddress, fragmentAddress, isPlainClick, replace } from "./replace.js";

const region = document.getElementById("resultats");
const form = document.getElementById("recherche");
if (region && form) {
  const page = new URL(form.action).pathname;
  // On a narrow screen the facets stand before the results: they open when asked for.
  const narrow = matchMedia("(max-width: 56rem)");
  const fold = () => {
    if (narrow.matches) region.querySelector(".facets")?.removeAttribute("open");
  };
  fold();

  const open = async (address, options) => {
    const wasOpen = region.querySelector(".facets")?.open;
    const done = await replace(region, fragmentAddress(region, address), address, options);
    if (!wasOpen) fold();
    return done;
  };

  // The form's hidden fields follow the filters of the address, so that new words keep them.
  const follow = () => {
    for (const field of form.querySelectorAll("input[type=hidden]")) field.remove();
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name === "q" || name === "page") continue;
      const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      form.append(field);
    }
  };

  region.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !isPlainClick(event)) return;
    const address = new URL(link.href);
    if (address.origin !== location.origin || address.pathname !== page) return;
    event.preventDefault();
    if (!(await open(link.href))) return;
    follow();
    form.q.value = address.searchParams.get("q") ?? "";
    if (address.searchParams.has("page")) form.scrollIntoView();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open(formAddress(form));
  });

  let pause = 0;
  form.q.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => open(formAddress(form), { push: false }), 150);
  });

  addEventListener("popstate", async () => {
    if (location.pathname !== page) return;
    form.q.value = new URLSearchParams(location.search).get("q") ?? "";
    await open(location.href, { push: false });
    follow();
  });
}
