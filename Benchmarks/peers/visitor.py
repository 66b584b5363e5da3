"""A person at a browser without scripts: keeps cookies, reads forms and sends them."""

import http.client
import re
import urllib.parse
from html.parser import HTMLParser


class Forms(HTMLParser):
    """The forms of a page: each its action, and its fields as a browser would send them."""

    def __init__(self, page: str):
        super().__init__()
        self.forms: list[tuple[str, list[tuple[str, str]]]] = []
        self.chosen: list | None = None
        self.written: list | None = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append((given.get("action", ""), []))
        elif not self.forms:
            return
        elif tag == "input" and given.get("name") and given.get("type") not in ("file", "submit", "button"):
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.forms[-1][1].append((given["name"], given.get("value") or ""))
        elif tag == "select":
            self.chosen = [given.get("name"), None]
        elif tag == "option" and self.chosen and ("selected" in given or self.chosen[1] is None):
            self.chosen[1] = given.get("value") or ""
        elif tag == "textarea":
            self.written = [given.get("name"), ""]

    def handle_data(self, data):
        if self.written:
            self.written[1] += data

    def handle_endtag(self, tag):
        if tag == "select" and self.chosen:
            self.forms[-1][1].append((self.chosen[0], self.chosen[1] or ""))
            self.chosen = None
        elif tag == "textarea" and self.written:
            self.forms[-1][1].append((self.written[0], self.written[1]))
            self.written = None


class Visitor:
    """One session."""

    def __init__(self, host: str):
        self.host = host
        self.cookies: dict[str, str] = {}
        self.connection = http.client.HTTPConnection(host, timeout=120)
        self.status, self.location = 0, None

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, method: str, path: str, body: str | None = None) -> str:
        headers = {"Cookie": self.cookie, "Accept": "text/html", "Accept-Language": "fr"}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.host}"}
        self.connection.close()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        page = answer.read().decode("utf-8", "replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, content = value.split(";")[0].partition("=")
                self.cookies[key] = content
        self.status, self.location = answer.status, answer.getheader("Location")
        return page

    def form(self, page: str, action: str, **changed: str) -> tuple[str, str]:
        """The address and the body of the first form whose action matches, some fields changed."""
        for address, fields in Forms(page).forms:
            if re.search(action, address):
                kept = [(name, changed.pop(name, value)) for name, value in fields]
                return address, urllib.parse.urlencode(kept + list(changed.items()))
        raise SystemExit(f"no form for {action} on this page")

    def submit(self, page: str, action: str, **changed: str) -> str:
        return self.ask("POST", *self.form(page, action, **changed))
