"""A file that is sent piece by piece: the tab is closed midway, the network fails, and the file arrives whole.

Usage: uploads.py http://127.0.0.1:8080 SECRET

SECRET is that of the invitation of the first administrator, who may publish for the only organisation there is.
"""

import hashlib
import pathlib
import random
import tempfile

from playwright.sync_api import expect

from browsing import check, chromium, end, enter, look, tab

PIECE = 4 * 1024 * 1024


def large(folder):
    """Some five pieces, of few rows with long cells, that no compression shortens."""
    chance = random.Random(20_261_124)
    path = pathlib.Path(folder) / "releves_longs.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("numero;releve\n")
        for number in range(600):
            file.write(f"{number};{chance.randbytes(15_000).hex()}\n")
    return path


def count_pieces(page):
    """What each piece that went was answered, in a list that outlives the page."""
    sent = []
    page.expose_function("noted", lambda status: sent.append(status))
    page.add_init_script("""
      const real = window.fetch;
      window.fetch = async (address, options) => {
        const answer = await real(address, options);
        if (options?.body instanceof FormData && options.body.has("morceau")) window.noted(answer.status);
        return answer;
      };""")
    return sent


def slow(page):
    """A line by which a piece takes more than a second."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 3_000_000})


def wait_until(page, condition, what):
    for _ in range(600):
        if condition():
            return
        page.wait_for_timeout(50)
    check(False, f"{what} within half a minute")


def begin(page, path):
    page.goto("/atelier/deposer")
    page.locator("#champ-fichier").set_input_files(path)
    page.get_by_role("button", name="Déposer", exact=True).click()


def interrupted(page, path):
    """Two pieces go; the tab is closed while the third is under way."""
    sent = count_pieces(page)
    slow(page)
    begin(page, path)
    wait_until(page, lambda: len(sent) == 2, "two pieces went")
    look(page, "an upload under way")
    check(float(page.locator("#envois progress").evaluate("e => e.value")) > 0.3, "the bar shows how far it is")
    check("depots" not in page.url, "the file is not there yet")
    page.close()


def resumed(page, path):
    """The same file, chosen again: what is there is not sent again, and a failing network is waited for."""
    total = -(-path.stat().st_size // PIECE)
    sent = count_pieces(page)
    slow(page)
    begin(page, path)
    wait_until(page, lambda: len(sent) == 1, "a piece went")
    page.context.set_offline(True)
    page.wait_for_timeout(2_500)
    page.context.set_offline(False)
    page.wait_for_url("**/atelier/depots/**", timeout=90_000)
    check(total - 3 <= len(sent) <= total - 2, f"{len(sent)} pieces were sent of {total}, of which two or three were there")
    check(all(status == 200 for status in sent), f"each was taken: {sent}")


def whole(page, path):
    """What was received is what was sent, byte for byte."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    deposit = page.url.split("?")[0]
    expect(page.get_by_role("link", name="Continuer : décrire")).to_be_visible(timeout=90_000)
    page.get_by_role("link", name="Continuer : décrire").click()
    page.locator("#champ-titre").fill("Relevés longs")
    page.locator("#champ-secret").select_option("non")
    page.locator("#champ-tiers").select_option("non")
    expect(page.locator("#enregistre")).to_contain_text("Enregistré.")
    page.goto(deposit + "/publier")
    page.get_by_role("button", name="Publier maintenant").click(timeout=90_000)
    expect(page.get_by_text("C’est publié")).to_be_visible(timeout=90_000)
    with page.expect_download() as download:
        page.goto("/donnees/releves-longs")
        page.locator("a[href$='/original']").first.click()
    received = hashlib.sha256(pathlib.Path(download.value.path()).read_bytes()).hexdigest()
    check(received == digest, f"the file is {received}, not {digest}")
    page.goto("/donnees/releves-longs")
    expect(page.locator("main code.digest")).to_contain_text(digest)


with chromium() as browser, tempfile.TemporaryDirectory() as folder:
    enter(browser, "Claire Duval", "claire.duval@exemple.fr")
    path = large(folder)
    # One context is one browser of one person: what the first tab noted, the second one finds.
    with tab(browser, ignoring=("net::ERR",)) as page:
        interrupted(page.context.new_page(), path)
        resumed(page, path)
        whole(page, path)
end()
