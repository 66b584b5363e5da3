// Looks for what a field that names a record can hold, as one types: its list shows what the server finds.

const timers = new WeakMap();

/** Fills a list with what holds the words typed; what it proposed first stands while nothing is typed. */
async function search(field) {
  const list = field.list;
  list.first ??= list.innerHTML;
  const words = field.value.trim();
  if (!words) return void (list.innerHTML = list.first);
  if ([...list.options].some((option) => option.value === field.value)) return;
  try {
    const address = new URL(list.dataset.source, location.href);
    address.searchParams.set("q", words);
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok || field.value.trim() !== words) return;
    const found = (await answer.json()).map(({ id, label, value }) => {
      const option = Object.assign(document.createElement("option"), { value, textContent: label });
      option.dataset.id = id;
      return option;
    });
    list.replaceChildren(...found);
  } catch {
    // Without an answer, the list stays as it is: a title or an id can still be typed.
  }
}

document.addEventListener("input", (event) => {
  const field = event.target;
  if (!field.list?.dataset.source) return;
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(search, 200, field));
});
