"""The pages made by hand for the registers, in a headless Chromium, against the demo territory.

Usage: governance.py http://127.0.0.1:8080 SECRET

SECRET is that of the first administrator's invitation, who is data protection officer in the demo. Each page is reached
by the links that people follow, then examined by axe-core at 1280 pixels in light and 360 in dark; it must neither
overflow sideways nor write an error to the console. A person tries the rule of the canteen, an officer prints a letter,
notes a visa, opens a campaign of inventory, and two people change one record.
"""

import re

from browsing import check, chromium, end, enter, examine, tab

# A record's name, and not the word of an operation.
ID = r"(?!(?:nouvelle|importer|exporter|imprimer|document|public|commencer|adopter)\b)[\w-]+"

# Where people begin, and what they must reach from there: the first link of each shape is followed.
ROOTS = [
    "/atelier/registres", "/atelier/protection", "/atelier/obligations", "/atelier/inventaire",
    "/atelier/conservation", "/atelier/subventions", "/atelier/donnees-essentielles", "/exercer-mes-droits",
    "/atelier/donnees-essentielles/importer", "/repertoire", "/registres",
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


def follow(page):
    """The roots and lists, and the first page of each shape that links lead to."""
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
    return found


def canteen(page):
    """A person computes their own price, and is told how."""
    page.goto("/registres/algorithmes/al-cantine")
    page.locator("main a[href*='/al-cantine/']").first.click()
    check(page.get_by_role("heading", name="Votre résultat").count() == 0, "no result before the answers")
    page.get_by_label("Quotient familial mensuel").fill("650")
    page.get_by_label("Dans la commune").check()
    page.get_by_label("Enfants de la famille").fill("2")
    page.locator("[name='cas.panier'][value=non]").check()
    # A form sent within two seconds is a program's.
    page.wait_for_timeout(2_500)
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.locator("main form button[type=submit]").last.click()
    check(answered.value.status == 200, f"the answers are taken: {answered.value.status}")
    page.wait_for_load_state()
    check(page.get_by_role("heading", name="Votre résultat").count() == 1, "there is a result")
    check(re.search(r"Prix d.un repas\s+\d,\d\d\s€", page.locator("main").inner_text()), "the price of the canteen is told")


def visa(page):
    """An officer notes the visa of the archives on an elimination, and reads it there."""
    page.goto("/atelier/conservation")
    links = page.evaluate(
        "[...document.querySelectorAll('main a[href^=\"/atelier/conservation/\"]')].map(a => a.getAttribute('href'))")
    for link in dict.fromkeys(links):
        page.goto(link)
        if page.locator("main [name=authority]").count():
            break
    check(page.locator("main [name=authority]").count() == 1, "an elimination asks for its visa")
    page.fill("main [name=number]", "2026-77")
    page.fill("main [name=date]", "2026-01-05")
    page.fill("main [name=authority]", "Archives départementales")
    page.click("main button[value=visa]")
    page.wait_for_load_state()
    check("n° 2026-77" in page.locator("main").inner_text().replace("\u00a0", " "), "the visa noted is shown")


def campaign(page):
    """A person opens a campaign of inventory, gives it a perimeter, and sees how far it is."""
    page.goto("/atelier/registres/campagnes/nouvelle")
    page.fill("main [name=title]", "Voirie et espaces verts")
    if page.locator("main [name=depart][value=vide]").count():
        page.check("main [name=depart][value=vide]")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile(rf"/atelier/registres/campagnes/{ID}$"))
    sheet = page.url
    page.fill("[name='f.purpose']", "Préparer le plan de voirie.")
    page.fill("[name='f.startsOn']", "2026-01-05")
    page.fill("[name='f.endsOn']", "2030-03-31")
    boxes = page.locator("input[type=checkbox][name='f.domains']")
    if boxes.count():
        boxes.first.check()
    else:
        adder = page.locator("[name='f.domains+']")
        if adder.evaluate("field => field.tagName") == "SELECT":
            adder.select_option(index=1)
        else:
            adder.fill(page.locator("datalist[id='f.domains-liste'] option").first.get_attribute("value"))
            adder.blur()
    page.click(".sheet-save button[type=submit]")
    page.wait_for_load_state()
    page.goto(sheet.replace("/registres/campagnes/", "/inventaire/campagnes/"))
    text = page.locator("main").inner_text()
    check("Voirie et espaces verts" in text and "Confié à personne" in text, "the campaign is followed")
    check(page.locator("main ul.plain-list li").count() > 0, "the campaign lists the families of its domain")


def two_editors(one, two):
    """Two tabs on one record: different rows both stay; of the same one, the second is shown both values."""
    for page in (one, two):
        page.goto("/atelier/registres/traitements/t-ccas")
    first, second = "[name='f.categories.0.name']", "[name='f.categories.1.name']"

    def write(page, field, text):
        page.fill(field, text)
        page.locator(field).blur()

    def saved(page):
        page.locator("#enregistre", has_text="Enregistré.").wait_for()

    write(one, first, "Identité, foyer")
    saved(one)
    write(two, second, "Ressources du foyer")
    saved(two)
    write(two, first, "Identité du demandeur")
    two.wait_for_selector("[name='choix-f.categories.0']")
    check(two.locator("[name='choix-f.categories.1']").count() == 0, "only the row both changed is in dispute")
    write(two, second, "Ressources")
    two.wait_for_timeout(1200)
    check(two.locator("[name='choix-f.categories.0']").count() == 2, "nothing is settled by a timer")
    two.check("[name='choix-f.categories.0'][value=leur]")
    two.click(".sheet-save button[type=submit]")
    two.wait_for_load_state()
    check(two.input_value(first) == "Identité, foyer", "the saved row was chosen")
    check(two.input_value(second) == "Ressources", "what was written beside it stays")


with chromium() as browser:
    enter(browser, "Claire Duval", "claire.duval@exemple.fr")
    # What is not there for everyone is skipped, and noted by the console.
    with tab(browser, ignoring=("404",)) as page:
        paths = follow(page)
    for journey in (visa, campaign):
        with tab(browser) as page:
            journey(page)
    # A conflict is answered as such, which the console notes.
    with tab(browser) as one, tab(browser, ignoring=("409",)) as two:
        two_editors(one, two)
    with tab(browser, signed_in=False) as page:
        canteen(page)
    examine(browser, paths, looks=[(1280, "light"), (360, "dark")])
    print(f"{len(paths)} pages.")
end()
