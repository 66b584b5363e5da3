"""What a town clerk does with registers, in a headless Chromium, against an empty town where she writes and decides.

Usage: registers.py http://127.0.0.1:8080 SECRET

SECRET is that of her invitation. She goes from nothing to a public register of five activities, with scripts; then works
without; two tabs change the same answer. Each page on the way is examined by axe-core at 1280 and 360 pixels, in light
and dark, and must neither overflow sideways nor write an error to the console.
"""

from playwright.sync_api import expect

from browsing import BASE, check, chromium, end, enter, examine, tab

REGISTER = "/atelier/registres/traitements"


def begin(page, model):
    """Opens an activity from a model, as the empty register invites to."""
    page.goto("/atelier")
    page.get_by_role("link", name="Registres", exact=True).click()
    page.get_by_role("link", name="Activités de traitement", exact=True).click()
    page.get_by_role("link", name="Ajouter une fiche").click()
    page.locator("[name=depart]").nth(model).check()
    page.get_by_role("button", name="Commencer").click()
    page.wait_for_selector("#fiche")
    return page.url.removeprefix(BASE).split("?")[0]


def publish_five(browser):
    """Follows what the page says is missing, until it says that nothing is."""
    paths = []
    with tab(browser) as page:
        for model in range(5):
            path = begin(page, model)
            for _ in range(12):
                missing = page.locator("#completude .missing a")
                if not missing.count():
                    break
                field = page.locator("[id='" + missing.first.get_attribute("href")[1:] + "']")
                name = field.evaluate("e => (e.matches('input, select, textarea') ? e : e.querySelector('input:not([type=hidden]), select, textarea')).name")
                answer(page, name)
                page.wait_for_function(
                    "href => ![...document.querySelectorAll('#completude .missing a')].some(a => a.getAttribute('href') === href)",
                    arg=missing.first.get_attribute("href"))
            expect(page.locator("#completude")).to_contain_text("Fiche complète")
            page.get_by_role("button", name="Mettre en vigueur").click()
            expect(page.locator(".flash")).to_contain_text("en vigueur")
            page.get_by_role("button", name="La montrer au public").click()
            expect(page.locator(".sheet-head")).to_contain_text("public")
            paths.append(path)
    with tab(browser, signed_in=False) as page:
        page.goto("/")
        page.get_by_role("link", name="Registres publics").click()
        page.get_by_role("link", name="Activités de traitement", exact=True).click()
        check(page.locator("tbody tr").count() == 5, "the public register has five activities")
        page.locator("tbody a").first.click()
        check(page.get_by_role("heading", level=2).count() > 1, "an activity is told to the public")
    return paths


def answer(page, name):
    field = page.locator(f"[name='{name}']").first
    kind = field.evaluate("e => e.tagName === 'INPUT' ? e.type : e.tagName.toLowerCase()")
    if kind == "select":
        field.select_option(index=1)
    elif kind in ("radio", "checkbox"):
        field.check()
    elif kind == "date":
        field.fill("2026-11-01")
    else:
        field.fill("12" if kind == "number" else "Réponse")


def rows_and_conditions(browser):
    with tab(browser) as page:
        path = begin(page, 0)
        rows = page.locator("[data-rows='f.categories'] > li")
        before = rows.count()
        page.locator("button[data-add='f.categories']").click()
        check(rows.count() == before + 1, "a row is added in place")
        focused = page.evaluate("document.activeElement.name")
        check(focused == f"f.categories.{before}.name", f"the new row takes the focus, not {focused}")
        page.keyboard.type("Nouvelle catégorie")
        expect(page.locator("#enregistre")).to_contain_text("Enregistré")
        rows.nth(before).get_by_role("button", name="Monter").click()
        page.wait_for_timeout(1_500)
        page.reload()
        value = page.locator(f"[name='f.categories.{before - 1}.name']").input_value()
        check(value == "Nouvelle catégorie", f"the row was moved and kept: {value}")
        rows.nth(before - 1).get_by_role("button", name="Retirer").click()
        page.wait_for_timeout(1_500)
        page.reload()
        check(rows.count() == before, "the row is gone")
        transfers = page.locator("[id='champ-f.transfers']")
        check(not transfers.is_visible(), "no transfer is asked for")
        page.locator("[name='f.hasTransfers'][value=oui]").check()
        check(transfers.is_visible(), "transfers are asked for at once")
    return path


def without_script(browser):
    with tab(browser, java_script_enabled=False) as page:
        path = begin(page, 1)
        rows = page.locator("[data-rows='f.categories'] > li")
        before = rows.count()
        page.locator("button[data-add='f.categories']").click()
        page.wait_for_url("**plus=f.categories*")
        check(rows.count() == before + 1, "a row is added without scripts")
        page.fill(f"[name='f.categories.{before}.name']", "Sans script")
        page.locator(".sheet-save button").click()
        page.wait_for_selector(".flash")
        check(rows.count() == before + 1, "the row is kept")
        rows.nth(before).get_by_role("button", name="Retirer").click()
        page.wait_for_selector(".flash")
        check(rows.count() == before, "the row is removed")
        check(not page.locator("[id='champ-f.transfers']").is_visible(), "no transfer is asked for")
        page.locator("[name='f.hasTransfers'][value=oui]").check()
        page.locator(".sheet-save button").click()
        page.wait_for_selector(".flash")
        check(page.locator("[id='champ-f.transfers']").is_visible(), "transfers are asked for once saved")
    return path


def two_tabs(browser, path):
    # A form that meets another’s change is answered 409, which the console notes.
    with tab(browser) as first, tab(browser, ignoring=("409",), java_script_enabled=False) as second:
        first.goto(path)
        second.goto(path)
        first.fill("[name='f.service']", "Premier service")
        expect(first.locator("#enregistre")).to_contain_text("Enregistré")
        second.fill("[name='f.service']", "Second service")
        with second.expect_response(lambda answer: answer.request.method == "POST") as answered:
            second.locator(".sheet-save button").click()
        check(answered.value.status == 409, "the second is told")
        expect(second.locator(".dispute")).to_contain_text("Premier service")
        second.locator("[id='choix-f.service-leur']").check()
        second.locator(".sheet-save button").click()
        second.wait_for_selector(".flash")
        check(second.locator("[name='f.service']").input_value() == "Premier service", "the saved value is taken")


with chromium() as browser:
    enter(browser)
    shown = publish_five(browser)
    rows_and_conditions(browser)
    draft = without_script(browser)
    two_tabs(browser, draft)
    public = shown[0].replace("/atelier", "")
    examine(browser, [
        "/atelier/registres", REGISTER, REGISTER + "?manque=oui", REGISTER + "/nouvelle", REGISTER + "/importer",
        REGISTER + "/public", REGISTER + "/imprimer", shown[0], shown[0] + "/imprimer", draft, "/registres",
        "/registres/traitements", public, "/en" + draft, "/en" + public,
    ])
end()
