// What makes the records of registers quicker: questions that appear as one answers, rows added and moved in place,
// saved as one types.
import { autosave } from "./autosave.js";

const form = document.getElementById("fiche");

/** What stands in the fields of a name: ticked boxes, chosen radios, typed text. */
const answers = (name) =>
  [...form.elements]
    .filter((field) => field.name === name && (!["checkbox", "radio"].includes(field.type) || field.checked))
    .flatMap((field) => field.value.split("\n"))
    .map((value) => value.trim())
    .filter(Boolean);

/** A question is asked only if another answer calls for it. */
function ask() {
  for (const question of form.querySelectorAll("[data-when]")) {
    const given = answers(question.dataset.when);
    const wanted = question.dataset.is ? JSON.parse(question.dataset.is) : null;
    const rows = form.querySelector(`[data-rows="${CSS.escape(question.dataset.when)}"]`)?.children.length ?? 0;
    question.hidden = wanted ? !given.some((value) => wanted.includes(value)) : !given.length && !rows;
  }
}

/** Rows are named by their place, so that what is said of one is found again. */
function number(list) {
  const name = list.dataset.rows;
  [...list.children].forEach((row, index) => {
    const old = `${name}.${row.dataset.row}`;
    const now = `${name}.${index}`;
    if (old === now) return;
    row.dataset.row = index;
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const { name: key, value } of [...element.attributes]) {
        if (value.includes(old)) element.setAttribute(key, value.split(" ").map((word) => renamed(word, old, now)).join(" "));
      }
    }
  });
}

const renamed = (word, old, now) => {
  const at = word.indexOf(old);
  const next = word[at + old.length];
  return at < 0 || (next !== undefined && next !== "." && next !== "-") ? word : word.slice(0, at) + now + word.slice(at + old.length);
};

function add(name) {
  const list = form.querySelector(`[data-rows="${CSS.escape(name)}"]`);
  const template = form.querySelector(`template[data-for="${CSS.escape(name)}"]`);
  const holder = document.createElement("ol");
  holder.innerHTML = template.innerHTML.replaceAll(template.dataset.token, String(list.children.length));
  const row = holder.firstElementChild;
  list.append(row);
  ask();
  row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function arrange(button, save) {
  const row = button.closest("[data-row]");
  const list = row.parentElement;
  const move = button.dataset.move;
  if (move === "retirer") {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector("input, select, textarea, button") ?? list.parentElement.querySelector("[data-add]"))?.focus();
  } else {
    if (move === "monter") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
  }
  number(list);
  ask();
  save();
}

/** What is chosen in a long list joins the ticked ones. */
function take(field) {
  const option = field.list ? [...field.list.options].find((one) => one.value === field.value) : field.selectedOptions?.[0];
  if (!option?.value) return;
  const value = field.list ? option.dataset.id : option.value;
  const label = option.textContent;
  const name = field.dataset.takes;
  field.value = "";
  const known = [...form.elements].find((one) => one.name === name && one.value === value);
  if (known) return void (known.checked = true);
  const line = document.createElement("div");
  line.className = "choice";
  const id = `champ-${name}-${value}`;
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked: true, id });
  const text = Object.assign(document.createElement("label"), { htmlFor: id, textContent: label });
  line.append(box, text);
  form.querySelector(`[data-taken="${CSS.escape(name)}"]`).append(line);
}

/** What is wrong is said at its field. */
function tell(faults) {
  for (const old of form.querySelectorAll("[data-told]")) {
    old.closest(".form-field, .choices")?.classList.remove("faulty");
    old.remove();
  }
  for (const fault of faults) {
    const field = document.getElementById("champ-" + fault.field);
    const frame = field?.closest(".form-field, .choices");
    if (!frame) continue;
    frame.classList.add("faulty");
    const said = Object.assign(document.createElement("p"), { className: "fault", textContent: fault.message });
    said.dataset.told = "";
    (frame.matches("fieldset") ? frame.querySelector("legend") : frame.querySelector("label")).after(said);
  }
}

/** The page's own words on how complete the record is, and on the rules. */
function show(parts) {
  for (const [id, html] of Object.entries(parts)) {
    const place = document.getElementById(id);
    if (!place) continue;
    const open = place.querySelector("details")?.open;
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    // A file chosen and not sent yet stays, as long as the same ones are asked for.
    const shape = fresh.content.firstElementChild?.dataset.shape;
    if (shape !== undefined && shape === place.firstElementChild?.dataset.shape) continue;
    place.replaceChildren(fresh.content);
    const details = place.querySelector("details");
    if (details && open !== undefined) details.open = open;
  }
}

if (form) {
  const save = autosave(form, (said) => {
    tell(said.faults);
    show(said.parts);
  });
  form.addEventListener("input", ask);
  form.addEventListener("change", (event) => {
    if (event.target.dataset.takes) take(event.target);
    ask();
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-add], button[data-move]");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.add) add(button.dataset.add);
    else arrange(button, save);
  });
  ask();
}

// The part of the form one reads is marked in its navigation.
const nav = document.getElementById("parties");
const watch = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of nav.querySelectorAll("a")) link.toggleAttribute("data-here", link.hash === "#" + entry.target.id);
    }
  },
  { rootMargin: "-20% 0px -70% 0px" },
);
for (const link of nav?.querySelectorAll("a") ?? []) {
  const part = document.getElementById(link.hash.slice(1));
  if (part) watch.observe(part);
}
