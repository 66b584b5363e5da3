"""Signing in by a real OpenID Connect provider, LemonLDAP::NG, in a headless Chromium.

Usage: single_sign_on.py http://127.0.0.1:8080

At the provider, rtyler is Rose Tyler, whom Arpent invited; dwho is known there alone. Answers of the provider are
caught on their way back, spoiled or kept for later, and handed in again.
"""

from http.client import HTTPConnection
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import expect

from browsing import BASE, check, chromium, end, look, tab

RETURN = "/atelier/sso/retour"


def go(page):
    """To the provider: its form, or straight back where it knows who it is."""
    with page.expect_navigation():
        page.get_by_role("link", name="Se connecter avec LemonLDAP").click()


def ask(page, user):
    """From the page of the workshop that asks to sign in to the provider, and through its form."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/oauth2/authorize" in request.url else None)
    page.goto("/atelier/compte")
    go(page)
    if page.locator("input[name=user]").count():
        page.fill("input[name=user]", user)
        page.fill("input[name=password]", user)
        page.locator("form#lform button[type=submit]").click()
    return parameters(asked[0])


def caught(page, user):
    """An answer of the provider that Arpent has not seen yet, and what was asked."""
    begun = page.request.get("/atelier/sso/aller?suite=/atelier/compte", max_redirects=0)
    asked = begun.headers["location"]
    site = urlsplit(asked)
    page.goto(f"{site.scheme}://{site.netloc}/")
    if page.locator("input[name=user]").count():
        page.fill("input[name=user]", user)
        page.fill("input[name=password]", user)
        with page.expect_navigation():
            page.locator("form#lform button[type=submit]").click()
    # What the browser would send; by hand, for a browser follows every redirect.
    cookies = page.context.cookies(f"{site.scheme}://{site.netloc}/")
    connection = HTTPConnection("127.0.0.1", site.port)
    connection.request("GET", f"{site.path}?{site.query}", headers={
        "Host": site.netloc, "Cookie": "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in cookies)})
    address = connection.getresponse().getheader("Location") or ""
    check(address.startswith(BASE + RETURN + "?"), f"the provider answers with {address}")
    return address, parameters(asked)


def parameters(address):
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def with_parameters(address, **changes):
    return address.split("?")[0] + "?" + urlencode(parameters(address) | changes)


def refused(page, address, what, status=400):
    answer = page.goto(address)
    check(answer.status == status, f"{what}: {answer.status}")
    check("abouti" in page.locator("h1").inner_text(), f"{what}: {page.locator('h1').inner_text()}")
    page.goto("/atelier/compte")
    check("/atelier/connexion" in page.url, f"{what}: nobody is signed in, at {page.url}")


def there_and_back(browser):
    with tab(browser, leaving=True, signed_in=False) as page:
        asked = ask(page, "rtyler")
        page.wait_for_url(BASE + "/atelier/compte")
        expect(page.locator("main")).to_contain_text("rtyler@badwolf.org")
        expect(page.locator("body")).to_contain_text("Rose Tyler")
        check(asked["response_type"] == "code" and asked["code_challenge_method"] == "S256", f"asked {asked}")
        check(all(len(asked[name]) >= 32 for name in ("state", "nonce", "code_challenge")), f"asked {asked}")
        check(len({asked[name] for name in ("state", "nonce", "code_challenge")}) == 3, "each is its own")
        page.goto("/atelier")
        page.get_by_role("button", name="Se déconnecter").first.click()
        look(page, "signed out")
        page.locator("main a[href*='/oauth2/logout']").click()
        page.wait_for_url("**/atelier/connexion?etat=sorti")
        expect(page.locator("main")).to_contain_text("Vous êtes déconnecté")
        look(page, "the page to sign in")
        page.goto("/atelier/compte")
        go(page)
        check(page.locator("input[name=user]").count() == 1, f"the provider has forgotten, at {page.url}")


def second_time(browser):
    """The provider knows who it is: no form, and the same person."""
    with tab(browser, leaving=True, signed_in=False) as page:
        ask(page, "rtyler")
        page.wait_for_url(BASE + "/atelier/compte")
        page.context.clear_cookies(name="arpent")
        page.goto("/atelier/compte")
        go(page)
        page.wait_for_url(BASE + "/atelier/compte")
        expect(page.locator("main")).to_contain_text("rtyler@badwolf.org")


def stranger(browser):
    with tab(browser, leaving=True, signed_in=False, ignoring=("403",)) as page:
        ask(page, "dwho")
        page.wait_for_selector("h1:has-text('pas de compte ici')")
        expect(page.locator("main")).to_contain_text("dwho@badwolf.org")
        look(page, "an address without account")


def spoiled(browser):
    options = {"leaving": True, "signed_in": False, "ignoring": ("400",)}
    with tab(browser, **options) as page:
        address, _ = caught(page, "rtyler")
        state = parameters(address)["state"]
        other = ("B" if state[0] != "B" else "C") + state[1:]
        refused(page, with_parameters(address, state=other), "a state changed by one letter")
        without = address.replace("state=" + state, "other=" + state)
        refused(page, without, "no state")
    with tab(browser, **options) as page, tab(browser, **options) as other:
        address, _ = caught(page, "rtyler")
        refused(other, address, "an answer handed to another browser")
    with tab(browser, leaving=True, signed_in=False, ignoring=("503",)) as page:
        address, _ = caught(page, "rtyler")
        refused(page, with_parameters(address, iss="https://evil.example"), "an answer of another issuer", 503)
    with tab(browser, **options) as page:
        address, _ = caught(page, "rtyler")
        refused(page, with_parameters(address, code="0" * 64), "a code made up")


def replayed(browser):
    options = {"leaving": True, "signed_in": False, "ignoring": ("400",)}
    with tab(browser, **options) as page:
        address, _ = caught(page, "rtyler")
        page.goto(address)
        page.wait_for_url(BASE + "/atelier/compte")
        page.context.clear_cookies(name="arpent")
        refused(page, address, "an answer handed in twice")
        fresh, _ = caught(page, "rtyler")
        used = parameters(address)["code"]
        refused(page, with_parameters(fresh, code=used), "a code used once, with a fresh state")


def injected(browser):
    """The code of one request in the answer to another: its verifier is not the one that was asked with."""
    options = {"leaving": True, "signed_in": False, "ignoring": ("400",)}
    with tab(browser, **options) as thief, tab(browser, **options) as page:
        stolen, first = caught(page, "rtyler")
        own, second = caught(thief, "rtyler")
        check(first["code_challenge"] != second["code_challenge"], "each request has its own challenge")
        refused(thief, with_parameters(own, code=parameters(stolen)["code"]), "a code of another request")


with chromium() as browser:
    for journey in (there_and_back, second_time, stranger, spoiled, replayed, injected):
        print(journey.__name__, flush=True)
        journey(browser)
end()
