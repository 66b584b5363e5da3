"""What a publisher and visitors do: messages, requests for access, a deposit to decide, in a headless Chromium.

Usage: decisions.py http://127.0.0.1:8080 SECRET

SECRET opens the invitation of a publisher. The server holds the datasets « arbres » (open) and « agents » (restricted)
and the deposit d-1. Each page is examined by axe-core at 1280 and 360 pixels, in light and dark.
"""

from playwright.sync_api import expect

from browsing import BASE, check, chromium, end, enter, examine, tab

PUBLIC = ["/donnees/arbres/commenter", "/donnees/arbres/reutilisation", "/donnees/arbres/abonnement",
          "/donnees/agents/demander-acces", "/donnees/arbres", "/donnees/agents"]
WORKSHOP = ["/atelier/a-decider", "/atelier/a-decider/depots/d-1", "/atelier/a-decider/acces", "/atelier/avis",
            "/atelier/regles", "/atelier/regles/arbres", "/atelier/commentaires/arbres",
            "/atelier/historique/dataset/arbres?le=2026-01-01", "/atelier/historique/deposit/d-1",
            "/en/atelier/a-decider"]


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


with chromium() as browser:
    with tab(browser) as page:
        visit(page)
    examine(browser, PUBLIC, looks=[(1280, "light"), (360, "light")])
    enter(browser, password="quatre mots sans rapport")
    examine(browser, PUBLIC + WORKSHOP, looks=[(1280, "dark"), (360, "dark")])
    examine(browser, WORKSHOP, looks=[(1280, "light"), (360, "light")])
    with tab(browser) as page:
        decide(page)
    examine(browser, ["/donnees/arbres", "/atelier/a-decider", "/atelier/a-decider/acces"], looks=[(1280, "light"), (360, "light")])
end()
