// What makes deposits quicker: uploads with progress, recipe steps without a new page, fields saved as one types.
import { autosave } from "./autosave.js";

const english = document.documentElement.lang === "en";
const say = (fr, en) => (english ? en : fr);

// Each file is sent by itself, with its progress and a way to stop it.
const drop = document.getElementById("depot");
const sent = document.getElementById("envois");
drop?.addEventListener("submit", (event) => {
  const files = [...drop.querySelector("input[type=file]").files];
  if (!files.length) return;
  event.preventDefault();
  sent.replaceChildren();
  drop.querySelector(".buttons button").disabled = true;
  Promise.allSettled(files.map((file) => send(file, sent))).then((results) => {
    drop.querySelector(".buttons button").disabled = false;
    const done = results.filter((result) => result.status === "fulfilled").map((result) => result.value);
    if (done.length && done.length === results.length) location.assign(done.length === 1 ? done[0] : sent.dataset.home);
  });
});

function send(file, list) {
  const line = document.createElement("div");
  line.className = "upload";
  const name = Object.assign(document.createElement("span"), { textContent: file.name });
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
  bar.setAttribute("aria-label", file.name);
  const state = Object.assign(document.createElement("span"), { className: "fine" });
  const stop = Object.assign(document.createElement("button"), { type: "button", className: "plain", textContent: say("Arrêter", "Stop") });
  stop.setAttribute("aria-label", `${stop.textContent} : ${file.name}`);
  line.append(name, bar, state, stop);
  list.append(line);
  const tell = (share) => {
    bar.value = share;
    state.textContent = share >= 1 ? say("Lecture…", "Reading…") : `${Math.floor(100 * share)} %`;
  };
  const control = new AbortController();
  stop.addEventListener("click", () => control.abort());
  return inPieces(file, tell, control.signal).catch((error) => {
    state.textContent = control.signal.aborted ? say("Arrêté : choisissez de nouveau ce fichier pour reprendre.", "Stopped: choose this file again to go on.") : error.message;
    stop.remove();
    throw error;
  });
}

const PIECE = 4 * 1024 * 1024;

/** Sends a file piece by piece: what has come stays, and is gone on from when the same file is chosen again. */
async function inPieces(file, tell, signal) {
  const key = `envoi ${file.name} ${file.size} ${file.lastModified}`;
  const address = sent.dataset.pieces;
  const begin = () => post(address, { nom: file.name, octets: file.size }, signal);
  let upload = localStorage.getItem(key);
  let at = upload && (await post(address, { envoi: upload }, signal).catch(() => null));
  at ??= await begin();
  localStorage.setItem(key, (upload = at.envoi));
  let failures = 0;
  while (at.octet < file.size) {
    tell(at.octet / file.size);
    try {
      at = await post(address, { envoi: upload, octet: at.octet, morceau: file.slice(at.octet, at.octet + PIECE) }, signal);
      failures = 0;
    } catch (error) {
      if (signal.aborted || ++failures > 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** failures));
      at = await post(address, { envoi: upload }, signal).catch(() => at);
    }
  }
  tell(1);
  const data = new FormData(drop);
  const answer = await post(address, { envoi: upload, fin: "oui", organisation: data.get("organisation") ?? "", jeu: data.get("jeu") ?? "" }, signal);
  localStorage.removeItem(key);
  return answer.location;
}

async function post(address, fields, signal) {
  const data = new FormData();
  data.append("jeton-formulaire", drop.elements["jeton-formulaire"].value);
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body: data, signal, headers: { Accept: "application/json" } });
  } catch {
    throw new Error(say("Connexion perdue : recommencez.", "Connection lost: try again."));
  }
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.errors?.[0]?.message ?? said.detail ?? say("L’envoi a échoué : recommencez.", "Sending failed: try again."));
  return said;
}

/** Puts the content of the page of an address in place of this one's, and keeps what has the focus. */
async function show(answer, { scroll = false } = {}) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector("main");
  if (!main) return location.assign(answer.url);
  const focus = focusKey(document.activeElement);
  const sideways = document.querySelector("#apercu .table-scroll")?.scrollLeft ?? 0;
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  const table = document.querySelector("#apercu .table-scroll");
  if (table) table.scrollLeft = sideways;
  const again = focus && [...document.querySelectorAll("main button, main a, main input, main select")].find((element) => focusKey(element) === focus);
  again?.focus({ preventScroll: !scroll });
  prepare();
}

const focusKey = (element) => (element && element !== document.body ? element.tagName + (element.id || element.textContent) : null);

// Steps of the recipe and rows of the preview change the page in place.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.closest("[data-quick]") || event.defaultPrevented) return;
  event.preventDefault();
  const region = document.getElementById("diagnostic");
  region.setAttribute("aria-busy", "true");
  try {
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    const isPost = form.method === "post";
    const address = isPost ? form.action : `${form.action.split("#")[0]}?${fields}`;
    await show(await fetch(address, isPost ? { method: "POST", body: fields } : {}));
  } catch {
    region.removeAttribute("aria-busy");
    form.submit();
  }
});
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-quick] a[href]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.pathname !== location.pathname || url.search === location.search) return;
  event.preventDefault();
  try {
    await show(await fetch(url));
    history.pushState({}, "", url);
    const target = url.hash && document.getElementById(url.hash.slice(1));
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  } catch {
    location.assign(url);
  }
});
addEventListener("popstate", () => location.reload());

async function families(form, domain) {
  form.dataset.domain = domain;
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const fresh = page.getElementById("familles");
  if (fresh) document.getElementById("familles").replaceChildren(...fresh.childNodes);
}

// What is waited for is asked again, until it is there.
function wait() {
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href);
      if (answer.ok) await show(answer);
      else location.reload();
    } catch {
      wait();
    }
  }, 1000);
}

function prepare() {
  if (document.querySelector("[data-wait]")) wait();
  const form = document.getElementById("decrire");
  if (!form || form.closest("fieldset[disabled]")) return;
  form.dataset.domain = form.elements.domaine?.value ?? "";
  autosave(form, async () => {
    const domain = form.elements.domaine?.value ?? "";
    if (domain !== form.dataset.domain) await families(form, domain);
  });
}
prepare();
