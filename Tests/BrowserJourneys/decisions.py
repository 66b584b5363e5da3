"""What a publisher and visitors do: messages, requests for access, a deposit to decide, in a headless Chromium.

Usage: decisions.py http://127.0.0.1:8080 SECRET

SECRET opens the invitation of a publisher. The server holds the datasets « arbres » (open) and « agents » (restricted)
and the deposit d-1. Each page is examined by axe-core at 1280 and 360 pixels, in light and dark.
"""

import os
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

BASE, SECRET = sys.argv[1].rstrip("/"), sys.argv[2]
SHOTS = os.environ.get("SCREENSHOTS")
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PUBLIC = ["/donnees/arbres/commenter", "/donnees/arbres/reutilisation", "/donnees/arbres/abonnement",
          "/donnees/agents/demander-acces", "/donnees/arbres", "/donnees/agents"]
WORKSHOP = ["/atelier/a-decider", "/atelier/a-decider/depots/d-1", "/atelier/a-decider/acces", "/atelier/avis",
            "/atelier/regles", "/atelier/regles/arbres", "/atelier/commentaires/arbres",
            "/atelier/historique/dataset/arbres?le=2026-01-01", "/atelier/historique/deposit/d-1",
            "/en/atelier/a-decider"]
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)
        print("FAILED", message)


def examine(page, paths, scheme):
    for path in paths:
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            answer = page.goto(path)
            where = f"{path} at {width} in {scheme}"
            check(answer.ok, f"{where}: {answer.status}")
            result = Axe().run(page, options=AXE)
            check(not result.violations_count, f"{where}: {result.generate_report()}")
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            check(overflow <= 0, f"{where}: overflows by {overflow}")
            if SHOTS:
                name = path.strip("/").replace("/", "-").split("?")[0]
                page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)


def visit(page):
    page.goto("/donnees/arbres")
    page.get_by_role("link", name="Commenter").click()
    page.get_by_label("Votre nom").fill("Ana Visiteuse")
    page.get_by_label("Votre message").fill("Merci pour ces données.")
    page.wait_for_timeout(2500)
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator("h1")).to_contain_text("votre commentaire est reçu")
    page.goto("/donnees/agents")
    page.get_by_role("link", name="Demander l’accès").first.click()
    page.get_by_label("Votre nom").fill("Bob Chercheur")
    page.get_by_label("Adresse électronique").fill("bob@exemple.fr")
    page.get_by_label("Pour quoi faire").fill("Une étude sur les métiers.")
    year = int(page.evaluate("new Date().getFullYear()"))
    page.get_by_label("Jusqu’à quand").fill(f"{year + 1}-01-15")
    page.wait_for_timeout(2500)
    page.get_by_role("button", name="Envoyer la demande").click()
    expect(page.locator("h1")).to_contain_text("Votre demande est reçue")


def enter(page):
    page.goto(f"/atelier/invitation/{SECRET}")
    page.locator("input[type=password]").first.fill("quatre mots sans rapport")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("h1")).to_contain_text("Bonjour")


def decide(page):
    page.goto("/atelier/a-decider")
    expect(page.locator(".queue > li")).to_have_count(3)
    page.get_by_role("button", name="Publier : ").click()
    expect(page.locator(".flash")).to_contain_text("publié")
    page.goto("/donnees/arbres")
    expect(page.locator("#echanges")).to_contain_text("Merci pour ces données.")
    page.goto("/atelier/a-decider")
    page.locator(".queue h2 a", has_text="agents").click()
    page.get_by_role("button", name="Accorder l’accès").click()
    link = page.locator(".secret").inner_text()
    page.goto(link.replace(link.split("/acces/")[0], BASE))
    page.get_by_role("link", name="Voir les premières lignes").click()
    expect(page.locator("#lignes")).to_contain_text("Jardinier")
    page.goto("/atelier/a-decider/depots/d-1")
    page.get_by_label("Ajouter un commentaire").fill("Je publie.")
    page.get_by_role("button", name="Commenter").click()
    expect(page.locator("#commentaires")).to_contain_text("Je publie.")
    page.get_by_role("button", name="Publier maintenant").click()
    expect(page.locator(".flash")).to_contain_text("est publié")
    expect(page.locator(".empty")).to_contain_text("Rien n’attend")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR", base_url=BASE)
    page = context.new_page()
    page.set_default_timeout(15_000)
    visit(page)
    examine(page, PUBLIC, "light")
    enter(page)
    page.emulate_media(color_scheme="dark")
    examine(page, PUBLIC + WORKSHOP, "dark")
    page.emulate_media(color_scheme="light")
    examine(page, WORKSHOP, "light")
    page.set_viewport_size({"width": 1280, "height": 900})
    decide(page)
    examine(page, ["/donnees/arbres", "/atelier/a-decider", "/atelier/a-decider/acces"], "light")
    browser.close()
sys.exit(1 if failures else 0)
