"""The pages made by hand for the registers, in a headless Chromium, against the demo territory.

Usage: governance.py http://127.0.0.1:8080 SECRET

SECRET is that of the first administrator's invitation, who is data protection officer in the demo. Each page is reached
by the links that people follow, then examined by axe-core at 1280 pixels in light and 360 in dark; it must neither
overflow sideways nor write an error to the console. A person tries the rule of the canteen, an officer prints a letter.
"""

import re
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

BASE, SECRET = sys.argv[1].rstrip("/"), sys.argv[2]
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# A record's name, and not the word of an operation.
ID = r"(?!(?:nouvelle|importer|exporter|imprimer|document|public|commencer|adopter)\b)[\w-]+"
failures = []

# Where people begin, and what they must reach from there: the first link of each shape is followed.
ROOTS = [
    "/atelier/registres", "/atelier/protection", "/atelier/obligations", "/atelier/inventaire",
    "/atelier/conservation", "/atelier/subventions", "/atelier/donnees-essentielles", "/exercer-mes-droits",
    "/repertoire", "/registres",
]
LISTS = [
    "/atelier/registres/algorithmes", "/atelier/registres/contrats", "/atelier/registres/livraisons-attendues",
    "/atelier/registres/aipd", "/atelier/registres/violations", "/atelier/registres/demandes-de-droits",
    "/atelier/registres/traitements", "/registres/algorithmes", "/registres/contrats", "/registres/traitements",
]
REACHED = [
    rf"/atelier/inventaire/campagnes/{ID}", rf"/atelier/conservation/{ID}",
    rf"/atelier/algorithmes/al-cantine/regle", rf"/atelier/algorithmes/al-cantine/comparer",
    rf"/atelier/algorithmes/al-cantine/decisions", rf"/atelier/algorithmes/al-cantine/decisions/{ID}",
    rf"/atelier/algorithmes/al-cantine/mention", rf"/atelier/contrats/{ID}", rf"/atelier/livraisons/{ID}",
    rf"/atelier/livraisons/{ID}/lettre/{ID}", rf"/atelier/registres/aipd/{ID}",
    rf"/atelier/registres/violations/{ID}", rf"/atelier/registres/demandes-de-droits/{ID}",
    rf"/registres/algorithmes/al-cantine", rf"/registres/algorithmes/al-cantine/{ID}",
    rf"/registres/traitements/{ID}", rf"/registres/contrats/{ID}",
    rf"/atelier/donnees-personnelles/textes/{ID}/{ID}",
]


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED", message)


def enter(browser):
    context = browser.new_context(base_url=BASE)
    page = context.new_page()
    page.goto("/atelier/invitation/" + SECRET)
    page.fill("[name=name]", "Claire Duval")
    page.fill("[name=email]", "claire.duval@exemple.fr")
    for field in page.locator("input[type=password]").all():
        field.fill("un long mot de passe 42")
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/atelier")
    state = context.storage_state()
    context.close()
    return state


def follow(context):
    """The roots and lists, and the first page of each shape that links lead to."""
    page = context.new_page()
    found, todo = [], ROOTS + LISTS + ["/atelier/registres/algorithmes/al-cantine"]
    waiting = dict.fromkeys(REACHED)
    seen = set(todo)
    while todo:
        path = todo.pop(0)
        answer = page.goto(path)
        if answer.status != 200:
            check(path.count("/") > 3, f"{path}: {answer.status}")
            continue
        if path in ROOTS or path in waiting.values():
            found.append(path)
        for link in page.evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href'))"):
            link = link.split("#")[0].split("?")[0]
            if link in seen:
                continue
            for shape, at in waiting.items():
                if at is None and re.fullmatch(shape, link):
                    waiting[shape] = link
                    seen.add(link)
                    todo.append(link)
            # Deliveries are reached through the records of what is expected.
            if re.fullmatch(rf"/atelier/registres/(livraisons-attendues|algorithmes)/{ID}", link) and len(seen) < 200:
                seen.add(link)
                todo.append(link)
    for shape, at in waiting.items():
        check(at, f"no link leads to {shape}")
    page.close()
    return found


def canteen(context):
    """A person computes their own price, and is told how."""
    page = context.new_page()
    page.goto("/registres/algorithmes/al-cantine")
    page.locator("main a[href*='/al-cantine/']").first.click()
    for field in page.locator("main form select").all():
        field.select_option(index=1)
    for field in page.locator("main form input[type=number], main form input[inputmode]").all():
        field.fill(field.get_attribute("min") or "1")
    page.locator("main form button[type=submit]").first.click()
    check(page.locator("main").inner_text().count("€") > 0, "the price of the canteen is told")
    page.close()


def examine(browser, state, paths):
    for width, scheme in ((1280, "light"), (360, "dark")):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale="fr-FR", base_url=BASE,
            storage_state=state)
        page = context.new_page()
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        for path in paths:
            errors.clear()
            page.goto(path)
            where = f"{path} at {width} in {scheme}"
            result = Axe().run(page, options=AXE)
            check(not result.violations_count, f"{where}: {result.generate_report()}")
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            check(overflow <= 0, f"{where}: overflows by {overflow}")
            check(not errors, f"{where}: console {errors}")
        context.close()


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    state = enter(browser)
    context = browser.new_context(locale="fr-FR", base_url=BASE, storage_state=state)
    paths = follow(context)
    context.close()
    public = browser.new_context(locale="fr-FR", base_url=BASE)
    canteen(public)
    public.close()
    examine(browser, state, paths)
    print(f"{len(paths)} pages.")
    browser.close()
print("All pages pass." if not failures else f"{len(failures)} failures.")
sys.exit(1 if failures else 0)
