"""The workshop at work: agents read and write in it while readers read the public site, each pausing between pages."""

import asyncio
import gzip
import json
import random
import re
import shutil
import subprocess
import time
import urllib.parse
import urllib.request
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from load import resident_megabytes, wait_for
from visitor import Visitor

PORT = 18083
HOST = f"127.0.0.1:{PORT}"
SECONDS = 60
# Between two pages a person reads: from one to five seconds.
PAUSE = (1.0, 5.0)
SECRET = re.compile(r"/atelier/invitation/\w+")
REGISTER = "/atelier/registres/traitements"
PUBLIC = ["/", "/donnees", "/donnees?q=arbres", "/donnees?theme=mobilites", "/organisations", "/registres", "/api", "/journal"]


def started(arpent: str, work: Path, catalogue: Path | None) -> tuple[subprocess.Popen, str]:
    """A server on a new demo territory, or a copy of a catalogue, and the path of its first invitation."""
    data, log = work / "workshop", work / "workshop.log"
    shutil.rmtree(data, ignore_errors=True)
    if catalogue:
        shutil.copytree(catalogue, data)
    with log.open("w") as said:
        command = [arpent, "serve", *([] if catalogue else ["--demo"]), "--data", str(data), "--port", str(PORT)]
        server = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
    wait_for(f"http://{HOST}/healthz")
    while not (found := SECRET.search(log.read_text())):
        time.sleep(0.1)
    return server, found[0]


def entered(path: str, number: int) -> Visitor:
    visitor = Visitor(HOST)
    visitor.submit(
        visitor.ask("GET", path), "invitation", name=f"Agent {number}", email=f"agent{number}@banc.example",
        **{"mot-de-passe": "un long mot de passe 42"})
    if visitor.status != 303:
        raise SystemExit(f"an invitation is answered {visitor.status}")
    return visitor


def staffed(invitation: str, agents: int, organization: str) -> list[Visitor]:
    """The administrator, then the agents she invites; each signs in."""
    administrator = entered(invitation, 0)
    people = administrator.ask("GET", "/atelier/personnes")
    visitors = []
    for number in range(1, agents + 1):
        answer = administrator.submit(
            people, "inviter$", name=f"Agent {number}", email=f"agent{number}@banc.example",
            role="steward" if number % 2 else "producer", organization=organization)
        if administrator.location:
            answer = administrator.ask("GET", administrator.location)
        visitors.append(entered(SECRET.search(answer)[0], number))
    return visitors


@dataclass
class Desk:
    """Someone at work, a sheet of theirs, and its form as they have it before them."""

    visitor: Visitor
    sheet: str
    fields: dict[str, str]


def desk(visitor: Visitor, number: int, organization: str) -> Desk:
    page = visitor.ask("GET", f"{REGISTER}/nouvelle")
    visitor.submit(page, "nouvelle$", organization=organization, title=f"Activité {number} du banc d’essai")
    sheet = visitor.location
    _, body = visitor.form(visitor.ask("GET", sheet), sheet + "$")
    return Desk(visitor, sheet, dict(urllib.parse.parse_qsl(body, keep_blank_values=True)) | {"auto": "oui"})


class Line:
    """A connection that is kept, over which one asks and reads whole answers."""

    def __init__(self, cookie: str = ""):
        self.cookie, self.reader, self.writer = cookie, None, None

    async def ask(self, method: str, path: str, body: str = "", accept: str = "text/html") -> tuple[int, bytes]:
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", PORT, limit=1 << 20)
        head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}\r\nAccept: {accept}\r\nAccept-Language: fr\r\n"
        if self.cookie:
            head += f"Cookie: {self.cookie}\r\n"
        if method == "POST":
            head += (f"Origin: http://{HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                     f"Content-Length: {len(body.encode())}\r\n")
        self.writer.write(f"{head}\r\n{body}".encode())
        fields = (await self.reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = re.search(r"content-length: (\d+)", fields)
        content = await self.reader.readexactly(int(length[1])) if length else await self.chunks()
        return int(fields.split()[1]), content

    async def chunks(self) -> bytes:
        parts = []
        while size := int(await self.reader.readline(), 16):
            parts.append(await self.reader.readexactly(size))
            await self.reader.readexactly(2)
        await self.reader.readexactly(2)
        return b"".join(parts)


class Day:
    """What is measured: for each kind of page, the seconds each took and how many were refused."""

    def __init__(self):
        self.times: dict[str, list[float]] = defaultdict(list)
        self.refused: dict[str, int] = defaultdict(int)
        self.end = time.monotonic() + SECONDS

    async def timed(self, name: str, line: Line, *question) -> bytes:
        begun = time.monotonic()
        try:
            status, content = await asyncio.wait_for(line.ask(*question), 60)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            status, content, line.writer = 0, b"", None
        self.times[name].append(time.monotonic() - begun)
        if not 200 <= status < 400:
            self.refused[name] += 1
        return content

    async def agent(self, desk: Desk, datasets: list[str], chance: random.Random) -> None:
        line, turn, written = Line(desk.visitor.cookie), 0, desk.fields
        await asyncio.sleep(chance.uniform(0, PAUSE[1]))
        while time.monotonic() < self.end:
            turn += 1
            choice = chance.random()
            if choice < 0.4:
                written["f.purposes"] = f"Ce que l’agent écrit pour la {turn}e fois."
                body = urllib.parse.urlencode(written)
                answer = await self.timed("save a field", line, "POST", desk.sheet, body, "application/json")
                if answer.startswith(b"{"):
                    written["vu"] = str(json.loads(answer).get("seen", written.get("vu", "")))
            elif choice < 0.55:
                await self.timed("home of the workshop", line, "GET", "/atelier")
            elif choice < 0.65:
                await self.timed("list of datasets", line, "GET", "/atelier/donnees")
            elif choice < 0.8:
                await self.timed("a dataset", line, "GET", chance.choice(datasets))
            elif choice < 0.9:
                await self.timed("list of a register", line, "GET", REGISTER)
            else:
                await self.timed("a sheet of a register", line, "GET", desk.sheet)
            await asyncio.sleep(chance.uniform(*PAUSE))

    async def reader(self, pages: list[str], chance: random.Random) -> None:
        line = Line()
        await asyncio.sleep(chance.uniform(0, PAUSE[1]))
        while time.monotonic() < self.end:
            await self.timed("public pages", line, "GET", chance.choice(pages))
            await asyncio.sleep(chance.uniform(*PAUSE))


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def weights(visitor: Visitor, pages: list[str]) -> None:
    """What each page weighs, whole and as it travels."""
    print("\n| page | kB | compressed |\n|---|---|---|")
    for path in pages:
        page = visitor.ask("GET", path).encode()
        print(f"| `{path}` | {len(page) / 1e3:.1f} | {len(gzip.compress(page)) / 1e3:.1f} |")


async def lived(day: Day, desks: list[Desk], datasets: list[str], pages: list[str], readers: int) -> None:
    await asyncio.gather(
        *(day.agent(desk, datasets, random.Random(n)) for n, desk in enumerate(desks)),
        *(day.reader(pages, random.Random(-n)) for n in range(1, readers + 1)))


def first_organization() -> str:
    with urllib.request.urlopen(f"http://{HOST}/api/v1/organizations", timeout=60) as answer:
        return json.load(answer)["data"][0]["id"]


def measure(arpent: str, work: Path, catalogue: Path | None = None, agents: int = 200, readers: int = 1000) -> None:
    server, invitation = started(arpent, work, catalogue)
    try:
        organization = first_organization() if catalogue else "val-d-arpent"
        begun = time.monotonic()
        people = staffed(invitation, agents, organization)
        desks = [desk(visitor, number, organization) for number, visitor in enumerate(people)]
        place = "a large catalogue" if catalogue else "the demo territory"
        print(f"\n## {agents} agents at work, {readers:,} readers, {SECONDS} s, on {place}\n")
        print(f"{agents} people invited, signed in, and a sheet opened by each in {time.monotonic() - begun:.0f} s\n")
        datasets = sorted(set(re.findall(r'href="(/atelier/donnees/[\w-]+)"', people[0].ask("GET", "/atelier/donnees"))))
        pages = PUBLIC + [path.replace("/atelier", "") for path in datasets[:12]]
        pages = [path for path in pages if (people[0].ask("GET", path), people[0].status)[1] == 200]
        spent, day = cpu_seconds(server.pid), Day()
        asyncio.run(lived(day, desks, datasets, pages, readers))
        print("| page | requests | p50 ms | p95 ms | p99 ms | worst ms | refused |\n|---|---|---|---|---|---|---|")
        for name, times in sorted(day.times.items()):
            times.sort()
            at = [times[min(len(times) - 1, int(len(times) * share))] * 1e3 for share in (0.5, 0.95, 0.99, 1)]
            print(f"| {name} | {len(times):,} | " + " | ".join(f"{value:.1f}" for value in at) + f" | {day.refused[name]} |")
        print(f"\nserver: {(cpu_seconds(server.pid) - spent) / SECONDS:.2f} cores, {resident_megabytes(server.pid):.0f} MB resident")
        weights(people[0], ["/atelier", "/atelier/donnees", datasets[0], REGISTER, desks[0].sheet, "/atelier/deposer", *pages])
    finally:
        server.terminate()
        server.wait()
