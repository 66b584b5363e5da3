"""A source of updates, from its form to a published version, in a headless Chromium.

Usage: sources.py http://127.0.0.1:8080 SECRET PORT

SECRET is that of the invitation of the first administrator. The dataset « bancs », of twenty rows, is published; Arpent may
read 127.0.0.1:PORT, where this journey serves the file that changes.
"""

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import expect

from browsing import check, chromium, end, enter, examine, look, tab

PORT = int(sys.argv[3])
SITE = f"http://127.0.0.1:{PORT}"


class Site(BaseHTTPRequestHandler):
    """A site with one file, that answers 304 where it is known."""

    rows = 20
    statuses = []

    def do_GET(self):
        body = "lieu;places\n" + "".join(f"Place {row};{row % 4 + 1}\n" for row in range(Site.rows))
        tag = f'"{Site.rows}"'
        status = 404 if self.path != "/bancs.csv" else 304 if self.headers.get("If-None-Match") == tag else 200
        Site.statuses.append(status)
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", "text/csv")
        self.send_header("Content-Length", str(len(body.encode())) if status == 200 else "0")
        self.end_headers()
        if status == 200:
            self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


def fill(page, address, rhythm="Chaque nuit"):
    page.goto("/atelier/sources")
    page.get_by_label("Jeu de données", exact=False).first.select_option("bancs")
    page.get_by_label("Adresse du fichier").fill(address)
    page.get_by_label("Rythme").select_option(label=rhythm)
    page.get_by_role("button", name="Enregistrer la source").click()


def line(page):
    return page.locator("#sources tbody tr")


def wait_for(page, text):
    """A source is read within a minute of being set or asked for."""
    for _ in range(90):
        page.goto("/atelier/sources")
        if text in line(page).inner_text():
            return
        page.wait_for_timeout(1_000)
    check(False, f"the line never said {text}: {line(page).inner_text()}")


def refused(page):
    for address in ("ftp://exemple.fr/bancs.csv", "pas une adresse"):
        page.goto("/atelier/sources")
        # The browser would stop some of these by itself: the server is to refuse them all.
        page.locator("form[action$='/sources']").last.evaluate("form => form.noValidate = true")
        page.get_by_label("Jeu de données", exact=False).first.select_option("bancs")
        page.get_by_label("Adresse du fichier").fill(address)
        page.get_by_role("button", name="Enregistrer la source").click()
        check(page.get_by_label("Adresse du fichier").get_attribute("aria-invalid") == "true", f"{address} is refused on its field")
        look(page, "a refused source")
        check(line(page).count() == 0, "nothing was set")


def life(page):
    fill(page, SITE + "/bancs.csv")
    expect(page.locator(".flash")).to_contain_text("Source enregistrée")
    expect(line(page)).to_have_count(1)
    expect(line(page)).to_contain_text(SITE + "/bancs.csv")
    wait_for(page, "En ordre")
    check(Site.statuses[:1] == [200], f"the site was read: {Site.statuses}")

    Site.rows = 21
    page.get_by_role("button", name="Lire maintenant").click()
    expect(page.locator(".flash")).to_contain_text("Lecture demandée")
    for _ in range(90):
        page.goto("/donnees/bancs")
        if page.locator(".toolbar-count").first.inner_text().startswith("21"):
            break
        page.wait_for_timeout(1_000)
    expect(page.locator(".toolbar-count").first).to_contain_text("21")

    page.goto("/atelier/sources")
    page.get_by_role("button", name="Mettre en pause").click()
    expect(page.locator(".flash")).to_contain_text("en pause")
    expect(line(page)).to_contain_text("En pause")
    fill(page, SITE + "/ailleurs.csv", "Chaque semaine")
    expect(line(page)).to_have_count(1)
    expect(line(page)).to_contain_text("/ailleurs.csv")
    expect(line(page)).to_contain_text("Chaque semaine")
    expect(line(page)).to_contain_text("En pause")
    page.get_by_role("button", name="Reprendre").click()
    expect(page.locator(".flash")).to_contain_text("reprise")
    wait_for(page, "Échec")
    check(404 in Site.statuses, f"the new address was read: {Site.statuses}")
    page.goto("/donnees/bancs")
    expect(page.locator(".toolbar-count").first).to_contain_text("21")


def removed(page):
    page.goto("/atelier/sources")
    page.get_by_role("button", name="Retirer").click()
    expect(page.locator(".flash")).to_contain_text("Source retirée")
    expect(page.locator("main")).to_contain_text("Aucune source")


site = ThreadingHTTPServer(("127.0.0.1", PORT), Site)
threading.Thread(target=site.serve_forever, daemon=True).start()
with chromium() as browser:
    enter(browser, "Claire Duval", "claire.duval@exemple.fr")
    with tab(browser, ignoring=("422",)) as page:
        refused(page)
        life(page)
    examine(browser, ["/atelier/sources", "/en/atelier/sources"])
    with tab(browser) as page:
        removed(page)
site.shutdown()
end()
