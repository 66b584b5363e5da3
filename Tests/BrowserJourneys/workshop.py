"""What agents do in the workshop, in a headless Chromium, against a server where someone may publish.

Usage: workshop.py http://127.0.0.1:8080 SECRET

SECRET is that of the invitation of the first administrator, who may publish for every organisation. A file goes from the drop to
the public, with scripts and without; each page on the way is examined by axe-core at 1280 and 360 pixels, in light and
dark, and must neither overflow sideways nor write an error to the console.
"""

import pathlib
import re
import tempfile

from playwright.sync_api import expect

from browsing import check, chromium, end, enter, examine, tab

ADMINISTRATION = ["/atelier/personnes", "/atelier/organisations", "/atelier/organisations/nouvelle", "/atelier/jetons",
                  "/atelier/reglages", "/atelier/acces", "/atelier/sources", "/atelier/compte", "/en/atelier/personnes"]


def messy(folder):
    rows = "".join(
        f"{'Saint-Arpent ' if i % 3 else 'Bourg-Neuf'};{i % 28 + 1:02d}/{i % 12 + 1:02d}/2024;{1000 + i},{i % 10};agent{i}@exemple.fr\n"
        for i in range(120))
    path = pathlib.Path(folder) / "collectes_2024.csv"
    path.write_text("Export du 12/03/2025;;;\n;;;\nCommune;Date de collecte;Tonnage;Courriel\n" + rows, encoding="cp1252")
    return path


def publish(browser, path, scripts):
    with tab(browser, java_script_enabled=scripts) as page:
        page.goto("/atelier")
        page.get_by_role("link", name="Déposer un fichier").click()
        page.locator("#champ-fichier").set_input_files(path)
        page.get_by_role("button", name="Déposer", exact=True).click()
        page.wait_for_url("**/atelier/depots/**")
        deposit = page.url.split("?")[0]
        page.get_by_role("button", name="corrections recommandées").click()
        expect(page.locator(".steps li").first).to_be_visible()
        expect(page.locator("ins").first).to_be_visible()
        before = page.locator(".steps li").count()
        page.locator(".steps li").first.get_by_role("button", name=re.compile("^Retirer")).click()
        expect(page.locator(".steps li")).to_have_count(before - 1)
        page.get_by_role("link", name="Continuer : décrire").click()
        page.locator("#champ-titre").fill("Collectes de 2024 " + ("avec scripts" if scripts else "sans script"))
        page.locator("#champ-description").fill("Tonnages collectés par jour.")
        page.locator("#champ-secret").select_option("non")
        page.locator("#champ-tiers").select_option("non")
        if scripts:
            expect(page.locator("#enregistre")).to_contain_text("Enregistré.")
        else:
            page.get_by_role("button", name="Enregistrer").click()
            expect(page.locator(".flash")).to_contain_text("Enregistré.")
        page.reload()
        check("2024" in page.locator("#champ-titre").input_value(), "the title is kept")
        page.get_by_role("link", name="Continuer : publier").click()
        expect(page.get_by_role("heading", name="Ce que disent les règles")).to_be_visible()
        if not scripts:
            page.get_by_role("button", name="Publier maintenant").click()
            expect(page.get_by_text("C’est publié")).to_be_visible()
        return deposit


def keyboard(browser, deposit):
    with tab(browser) as page:
        page.goto(deposit)
        page.keyboard.press("Tab")
        check(page.evaluate("document.activeElement.className") == "skip", "the first stop skips to the content")
        reached = set()
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.textContent.trim().slice(0, 40)"))
        check(any("Aller" in text for text in reached), "the preview is reached by the keyboard")


def all_pages(browser, deposit):
    paths = ["/atelier", "/atelier/deposer", "/atelier/donnees", deposit, deposit + "?colonne=2", deposit + "/decrire", deposit + "/publier"]
    paths += ADMINISTRATION
    with tab(browser) as page:
        page.goto("/atelier/donnees")
        first = page.locator("#jeux tbody a").first
        if first.count():
            paths += [first.get_attribute("href"), first.get_attribute("href") + "/decrire"]
    examine(browser, paths)


with chromium() as browser, tempfile.TemporaryDirectory() as folder:
    enter(browser, "Claire Duval", "claire.duval@exemple.fr")
    path = messy(folder)
    publish(browser, path, scripts=False)
    deposit = publish(browser, path, scripts=True)
    keyboard(browser, deposit)
    all_pages(browser, deposit)
end()
