// Saves a form as one types; a conflict is shown by the page itself, with both values.
const say = (fr, en) => (document.documentElement.lang === "en" ? en : fr);

/**
 * Saves `form` a moment after each change, and tells of it in its `#enregistre`.
 * `saved` is given what was answered. Returns a function that saves now.
 */
export function autosave(form, saved = () => {}) {
  const state = form.querySelector("#enregistre");
  let timer = null;
  let running = false;
  let again = false;
  const save = async () => {
    // What two people changed is settled by whoever looks at both values, never by a timer.
    if (form.querySelector('[name^="choix-"]')) {
      state.textContent = say("Choisissez d’abord une valeur ci-dessus, puis enregistrez.", "Choose a value above first, then save.");
      return;
    }
    if (running) return void (again = true);
    running = true;
    state.textContent = say("Enregistrement…", "Saving…");
    const fields = new FormData(form);
    fields.append("auto", "oui");
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields), headers: { Accept: "application/json" } });
      const said = await answer.json();
      if (answer.status === 409 && said.errors) return form.submit();
      if (answer.ok) form.elements.vu.value = said.seen;
      state.textContent = answer.ok ? said.said : (said.errors?.[0]?.message ?? said.detail ?? "");
      state.classList.toggle("fault", !answer.ok || Boolean(said.faults?.length));
      if (answer.ok) await saved(said);
    } catch {
      state.textContent = say("Pas enregistré : la connexion est perdue.", "Not saved: the connection is lost.");
    }
    running = false;
    if (again) {
      again = false;
      save();
    }
  };
  const later = (event) => {
    if (event.target.name?.startsWith("choix-")) return;
    clearTimeout(timer);
    timer = setTimeout(save, event.type === "change" ? 0 : 700);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => clearTimeout(timer));
  return save;
}
