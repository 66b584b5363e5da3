"""What people do on the public site, in a headless Chromium, against a server that runs the demo territory.

Usage: journeys.py http://127.0.0.1:8080

Each page is examined by axe-core (WCAG 2.2, A and AA), at 1280 and 360 pixels, in light and dark, and must neither
overflow sideways nor write an error to the console. Then the journeys: search as one types, facets, table, chart, map,
versions, keyboard, no script.
"""

from playwright.sync_api import expect

from browsing import check, chromium, end, examine, tab

PAGES = [
    "/", "/donnees", "/donnees?q=arbre", "/donnees?q=zzzzz", "/donnees/arbres", "/donnees/arbres/versions",
    "/donnees/arbres/versions/1", "/donnees/arbres/historique", "/donnees/arbres?le=2026-10-01",
    "/donnees/subventions-aux-associations", "/donnees/consommations-eau-par-rue", "/donnees/limites-des-communes", "/organisations",
    "/organisations?le=2026-10-01", "/themes", "/journal",
    "/journal/0", "/api", "/mentions-legales", "/accessibilite", "/nulle-part", "/en", "/en/donnees/arbres",
]


def search(browser):
    with tab(browser) as page:
        page.goto("/")
        page.get_by_label("Que cherchez-vous").fill("subventions")
        page.keyboard.press("Enter")
        expect(page.locator(".dataset-line").first).to_contain_text("Subventions")
        page.locator("#q").fill("arbres")
        expect(page.locator(".dataset-line").first).to_contain_text("Arbres")
        page.wait_for_url("**q=arbres**")
        before = page.locator(".dataset-line").count()
        page.goto("/donnees")
        facet = page.locator(".facet a").first
        facet.click()
        expect(page.locator(".facet a.chosen")).to_have_count(1)
        check(page.locator(".dataset-line").count() >= 1 and before >= 1, "a facet leaves results")
        page.go_back()
        expect(page.locator(".facet a.chosen")).to_have_count(0)


def table(browser):
    with tab(browser) as page:
        page.goto("/donnees/arbres")
        total = page.locator(".toolbar-count").inner_text()
        page.locator("#lignes .sort").nth(2).click()
        expect(page.locator("#lignes th[aria-sort=ascending]")).to_have_count(1)
        check("ordre=" in page.url, "the address keeps the order")
        field = page.locator(".filters input").nth(1)
        field.click()
        page.keyboard.type("acer", delay=30)
        expect(page.locator(".toolbar-count")).to_contain_text("après filtre")
        check("f." in page.url, "the address keeps the filter")
        check(page.evaluate("document.activeElement.value") == "acer", "what is typed stays, with the focus")
        page.reload()
        expect(page.locator(".toolbar-count")).to_contain_text("après filtre")
        page.get_by_role("link", name="Tout effacer").click()
        expect(page.locator(".toolbar-count")).to_have_text(total)
        page.locator("#explorateur nav a[rel~=next]").click()
        expect(page.locator("#explorateur nav")).to_contain_text("Lignes 21")
        page.go_back()
        expect(page.locator("#explorateur nav")).to_contain_text("Lignes 1 à")
        page.locator(".opener").nth(1).click()
        panel = page.locator(".panel:popover-open")
        expect(panel).to_be_visible()
        panel.get_by_role("link", name="Masquer cette colonne").click()
        expect(page.locator(".chooser summary")).not_to_contain_text("12 sur")
        check("col=" in page.url, "the address keeps the columns")


def chart(browser):
    with tab(browser) as page:
        page.goto("/donnees/subventions-aux-associations")
        title = page.locator("#graphe figcaption").inner_text()
        page.locator("#choix-calcul").select_option("nombre")
        expect(page.locator("#graphe figcaption")).not_to_have_text(title)
        check("calcul=nombre" in page.url, "the address keeps the chart")


def moving_map(browser):
    with tab(browser) as page:
        page.goto("/donnees/arbres")
        page.locator("#carte").scroll_into_view_if_needed()
        if not page.locator("[data-leaflet]").count():
            return
        page.locator(".map.live canvas").wait_for()
        check(page.locator(".map.live").bounding_box()["height"] > 200, "the map has room")
        page.locator(".filters input").nth(1).fill("acer")
        expect(page.locator(".toolbar-count")).to_contain_text("après filtre")
        expect(page.locator("#carte-compte")).to_contain_text("lieux dessinés avec ces filtres")
        filtered = page.locator("#carte-compte").inner_text()
        page.get_by_role("link", name="Tout effacer").click()
        expect(page.locator("#carte-compte")).not_to_have_text(filtered)


def past(browser):
    with tab(browser) as page:
        page.goto("/organisations")
        page.get_by_label("Voir la page telle qu").fill("2026-10-01")
        page.get_by_role("button", name="Voir", exact=True).click()
        expect(page.locator("main .notice")).to_contain_text("1er octobre 2026")
        page.locator("main .tree a").first.click()
        check("le=2026-10-01" in page.url, "an organisation is seen on the same day")
        expect(page.locator("main .notice")).to_contain_text("1er octobre 2026")
        page.get_by_role("link", name="Revenir à aujourd").click()
        check("le=" not in page.url, "one comes back to today")


def without_script(browser):
    with tab(browser, java_script_enabled=False) as page:
        page.goto("/donnees")
        page.locator("#q").fill("arbres")
        page.keyboard.press("Enter")
        page.locator(".dataset-line a").first.click()
        expect(page.locator("h1")).to_contain_text("Arbres")
        expect(page.locator(".plan svg").first).to_be_visible()
        page.locator("#lignes .sort").nth(1).click()
        expect(page.locator("#lignes th[aria-sort=ascending]")).to_have_count(1)
        page.locator("#explorateur nav a[rel~=next]").click()
        expect(page.locator("#explorateur nav")).to_contain_text("Lignes 21")
        page.locator(".filters input").nth(1).fill("acer")
        page.locator(".explorer .toolbar button").first.click()
        expect(page.locator(".toolbar-count")).to_contain_text("après filtre")


def keyboard(browser):
    with tab(browser) as page:
        page.goto("/donnees/arbres")
        page.keyboard.press("Tab")
        check(page.evaluate("document.activeElement.className") == "skip", "the skip link comes first")
        page.keyboard.press("Enter")
        check(page.evaluate("document.activeElement.id") == "contenu", "it leads to the content")
        unseen = page.evaluate("""() => {
          const bad = [];
          for (const e of document.querySelectorAll('main a, main button, main input, main summary, main [tabindex="0"]')) {
            e.focus({ focusVisible: true });
            if (document.activeElement !== e) continue;
            const style = getComputedStyle(e);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) bad.push(e.outerHTML.slice(0, 80));
          }
          return bad; }""")
        check(not unseen, f"focus is seen everywhere: {unseen[:3]}")


def zoomed(browser):
    with tab(browser, width=640) as page:
        page.goto("/donnees/arbres")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        check(overflow <= 0, f"text at 200 % overflows by {overflow}")
    with tab(browser, width=320, ignoring=("404",)) as page:
        for path in PAGES:
            page.goto(path)
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            check(overflow <= 0, f"{path} overflows by {overflow} at 320")


def all_pages(browser):
    # One of the pages is none.
    examine(browser, PAGES, ignoring=("404",))


with chromium() as browser:
    for journey in (search, table, chart, moving_map, past, without_script, keyboard, zoomed, all_pages):
        print(journey.__name__, flush=True)
        journey(browser)
end()
