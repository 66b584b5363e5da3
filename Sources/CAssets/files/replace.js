// Replaces a region of the page with what the server renders for another address, and keeps the address bar true.

let running = null;

/** Fetches `fragment` and puts it in place of the content of `region`; resolves to false when a newer call won. */
export async function replace(region, fragment, address, { push = true, focus = null } = {}) {
  running?.abort();
  const own = (running = new AbortController());
  region.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(fragment, { signal: own.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const html = await answer.text();
    if (own.signal.aborted) return false;
    const scrolled = region.querySelector(".table-scroll")?.scrollLeft ?? 0;
    const field = document.activeElement;
    const active = focus ?? field?.id;
    const typed = region.contains(field) && field.matches("input:not([type=checkbox])") ? { id: field.id, value: field.value, caret: field.selectionStart } : null;
    region.innerHTML = html;
    const scroll = region.querySelector(".table-scroll");
    if (scroll) scroll.scrollLeft = scrolled;
    if (active) document.getElementById(active)?.focus({ preventScroll: true });
    // What was typed while waiting stays, with the caret where it was.
    const again = typed && document.getElementById(typed.id);
    if (again && document.activeElement === again) {
      again.value = typed.value;
      again.setSelectionRange?.(typed.caret, typed.caret);
    }
    if (push) history.pushState({ region: region.id }, "", address);
    else history.replaceState({ region: region.id }, "", address);
    return true;
  } catch (error) {
    if (error.name === "AbortError") return false;
    // What cannot be fetched is opened: the address works without scripts.
    location.assign(address);
    return false;
  } finally {
    if (running === own) region.removeAttribute("aria-busy");
  }
}

/** The address of the fragment for a page's address: same parameters, path given by the region. */
export function fragmentAddress(region, address) {
  const url = new URL(address, location.href);
  return region.dataset.fragment + url.search;
}

/** The address a GET form would open, without its empty fields. */
export function formAddress(form, submitter) {
  const url = new URL(form.getAttribute("action") ?? location.pathname, location.href);
  const fields = new FormData(form, submitter);
  url.search = new URLSearchParams([...fields].filter(([, value]) => value !== "")).toString();
  return url.pathname + url.search;
}

/** Whether a click asks for this page, and not for a new tab or a download. */
export function isPlainClick(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
}
