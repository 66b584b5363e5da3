"""What every journey needs: a Chromium, a tab that is watched, a page that is examined, and what went wrong.

The first argument of a journey is the address of the server, the second one, where there is one, a secret.
"""

import sys
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

BASE = sys.argv[1].rstrip("/")
SECRET = sys.argv[2] if len(sys.argv) > 2 else ""
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The session of whoever signed in, given to every tab that is signed in.
COOKIES = []
failures = []


def check(condition, message):
    """Notes a failure, and goes on: one run tells them all."""
    if not condition:
        failures.append(message)
        print("FAILED", message, flush=True)


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def tab(browser, width=1280, scheme="light", signed_in=True, ignoring=(), leaving=False, **options):
    """A tab whose console must stay silent, but for the statuses ignored, and that asks no other site, unless leaving."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="fr-FR", base_url=BASE, **options)
    if signed_in:
        context.add_cookies(COOKIES)
    page = context.new_page()
    page.set_default_timeout(20_000)
    errors, foreign = [], []

    def note(line):
        url = line.location.get("url", "")
        if not leaving or url.startswith(BASE):
            errors.append(f"{line.text} {url}")

    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: note(line) if line.type == "error" else None)
    page.on("request", lambda request: foreign.append(request.url))
    yield page
    errors = [error for error in errors if not any(status in error for status in ignoring)]
    check(not errors, f"{page.url}: console {errors}")
    own = (BASE, "data:", "blob:")
    foreign = [url for url in foreign if not url.startswith(own)]
    check(leaving or not foreign, f"{page.url}: asks other sites {foreign}")
    context.close()


def enter(browser, name=None, email=None, password="un long mot de passe 42"):
    """Accepts the invitation of the secret, and keeps the session for every tab."""
    with tab(browser, signed_in=False) as page:
        page.goto("/atelier/invitation/" + SECRET)
        if name:
            page.fill("[name=name]", name)
        if email:
            page.fill("[name=email]", email)
        for field in page.locator("input[type=password]").all():
            field.fill(password)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url("**/atelier")
        COOKIES.extend(page.context.cookies())


def look(page, where):
    """Examines what is shown by axe-core, and that nothing overflows sideways."""
    result = Axe().run(page, options=AXE)
    check(not result.violations_count, f"{where}: {result.generate_report()}")
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    check(overflow <= 0, f"{where}: overflows by {overflow}")


def examine(browser, paths, looks=None, **options):
    """Opens each path and looks at it, at 1280 and 360 pixels, in light and dark."""
    for width, scheme in looks or [(w, s) for w in (1280, 360) for s in ("light", "dark")]:
        with tab(browser, width, scheme, **options) as page:
            for path in paths:
                where = f"{path} at {width} in {scheme}"
                status = page.goto(path).status
                check(status == 200 or str(status) in options.get("ignoring", ()), f"{where}: {status}")
                look(page, where)


def end():
    print("All journeys pass." if not failures else f"{len(failures)} failures.", flush=True)
    sys.exit(1 if failures else 0)
