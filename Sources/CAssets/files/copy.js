// A button on each sample of code that copies it.
const words = document.documentElement.lang === "en" ? ["Copy", "Copied"] : ["Copier", "Copié"];
for (const sample of document.querySelectorAll("pre[data-copy]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: words[0] });
  const label = sample.getAttribute("aria-label");
  button.setAttribute("aria-label", `${words[0]} : ${label}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(sample.textContent);
    button.textContent = words[1];
    setTimeout(() => (button.textContent = words[0]), 2000);
  });
  sample.parentElement.append(button);
}
