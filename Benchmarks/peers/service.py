"""The same questions over HTTP to Arpent and to Datasette, on the same rows; answers are compared before the speed."""

import csv
import json
import random
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

from load import loaded, wait_for

ARPENT_PORT, DATASETTE_PORT = 18080, 18081
AMOUNTS = range(1000, 41000, 1000)
NUMBERS = ("montant", "pourcentageSubvention")
# Datasette is given a minute for each query and each facet, and as many connections as it answers in that time.
LIMITS = ["sql_time_limit_ms", "facet_time_limit_ms"]
CONNECTIONS = {"table page": 16, "filtered page": 4, "facet counts": 1, "group-by": 4}
# Arpent keeps answers: the last questions are never twice the same.
DISTINCT = 20_000


def ask(address: str):
    return json.load(urllib.request.urlopen(address, timeout=120))


def typed_database(source: Path, target: Path) -> None:
    """The file's rows for Datasette, numbered and typed as Arpent's are: what is no number is NULL."""
    if target.exists():
        return
    database = sqlite3.connect(target)
    database.execute("PRAGMA journal_mode = off")
    with source.open(encoding="utf-8", newline="") as file:
        records = csv.reader(file)
        names = next(records)
        numbers = [name in NUMBERS for name in names]
        columns = ", ".join(f'"{name}" {"REAL" if is_number else "TEXT"}' for name, is_number in zip(names, numbers))
        database.execute(f"CREATE TABLE subventions (_row INTEGER PRIMARY KEY, {columns})")
        places = ", ".join("?" * (len(names) + 1))
        rows = (
            [number, *(as_number(cell) if is_number else cell or None for cell, is_number in zip(record, numbers))]
            for number, record in enumerate(records, start=2)
        )
        database.executemany(f"INSERT INTO subventions VALUES ({places})", rows)
    database.commit()
    database.close()


def as_number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def questions(amounts, afters) -> dict[str, tuple[list[str], list[str]]]:
    """For each kind of question, Arpent's addresses and Datasette's."""
    ours, theirs = "/api/v1/datasets/subventions", "/peer/subventions.json"
    grouped = "select+nature,count(*)+as+n,sum(montant)+as+s+from+subventions+where+montant%3E{}+group+by+1"
    return {
        "table page": (
            [f"{ours}/rows?limit=50&after={n}" for n in afters],
            [f"{theirs}?_size=50&_nocount=1&_nofacet=1&_nosuggest=1&_next={n}" for n in afters],
        ),
        "filtered page": (
            [f"{ours}/rows?limit=50&montant__strictly_greater={n}" for n in amounts],
            [f"{theirs}?_size=50&_nofacet=1&_nosuggest=1&montant__gt={n}" for n in amounts],
        ),
        "facet counts": (
            [f"{ours}/aggregate?group_by=nature&count&montant__strictly_greater={n}" for n in amounts],
            [f"{theirs}?_size=0&_nocount=1&_facet=nature&_nosuggest=1&montant__gt={n}" for n in amounts],
        ),
        "group-by": (
            [f"{ours}/aggregate?group_by=nature&count&sum=montant&montant__strictly_greater={n}" for n in amounts],
            [f"/peer.json?sql={grouped.format(n)}" for n in amounts],
        ),
    }


def compare(arpent: str, source: Path, work: Path) -> None:
    database = work / "peer-typed" / "peer.db"
    database.parent.mkdir(exist_ok=True)
    typed_database(source, database)
    limits = [word for name in LIMITS for word in ("--setting", name, "60000")]
    servers = [
        subprocess.Popen([arpent, "serve", "--data", str(work / "data"), "--port", str(ARPENT_PORT), "--quiet"]),
        subprocess.Popen(
            [str(Path(sys.executable).with_name("datasette")), "serve", str(database), "--port", str(DATASETTE_PORT)]
            + limits,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ),
    ]
    ours, theirs = f"http://127.0.0.1:{ARPENT_PORT}", f"http://127.0.0.1:{DATASETTE_PORT}"
    chance = random.Random(2026)
    amounts = [f"{1000 + n * 2}.{chance.randrange(100):02}" for n in chance.sample(range(DISTINCT), DISTINCT)]
    afters = chance.sample(range(900_000), DISTINCT)
    try:
        wait_for(f"{ours}/healthz")
        wait_for(f"{theirs}/-/versions.json")
        print("\n## Over HTTP, same rows\n")
        print("| question | connections | Arpent req/s | p99 ms | Datasette req/s | p99 ms | ratio |")
        print("|---|---|---|---|---|---|---|")
        for name, (mine, other) in questions(AMOUNTS, [n * 20 for n in AMOUNTS]).items():
            check(name, ask(ours + mine[3]), ask(theirs + other[3]))
            measure(name, ours, mine, theirs, other)
        for name, (mine, other) in questions(amounts, afters).items():
            check(name, ask(ours + mine[-1]), ask(theirs + other[-1]))
            measure(name, ours, mine, theirs, other, ", never the same twice")
    finally:
        for server in servers:
            server.terminate()
            server.wait()


def measure(name: str, ours: str, mine: list[str], theirs: str, other: list[str], note: str = "") -> None:
    connections = CONNECTIONS[name]
    a, d = loaded(ours, mine, connections), loaded(theirs, other, connections)
    print(
        f"| {name}{note} | {connections} | {a.requests_per_second:,.0f} | {a.p99_milliseconds:.1f} "
        f"| {d.requests_per_second:.1f} | {d.p99_milliseconds:,.0f} "
        f"| {a.requests_per_second / max(d.requests_per_second, 0.1):,.0f} |"
        + (f" ({a.errors} + {d.errors} errors)" if a.errors or d.errors else ""),
        flush=True,
    )


def check(name: str, mine: dict, other: dict) -> None:
    """Stops unless both answers hold the same: the rows of a page and its total, or the groups."""
    if "groups" in mine:
        facets = other.get("facet_results", {}).get("nature", {}).get("results")
        theirs = [[f["value"], f["count"]] for f in facets] if facets else [list(row) for row in other["rows"]]
        ours = [list(group.values()) for group in mine["groups"]]
    else:
        names = ["_row", "nomBeneficiaire", "montant", "nature"]
        places = [other["columns"].index(name) for name in names]
        theirs = [[row[place] for place in places] for row in other["rows"]]
        ours = [[row[name] for name in names] for row in mine["rows"]]
        if other.get("filtered_table_rows_count") is not None:
            ours.append([mine["total"]])
            theirs.append([other["filtered_table_rows_count"]])
    if normal(ours) != normal(theirs):
        raise SystemExit(f"{name}: the answers differ\n{normal(ours)[:3]}\n{normal(theirs)[:3]}")


def normal(rows: list[list]) -> list[list[str]]:
    """Rows in any order, sums within what adding in another order changes; facets do not count empty values."""
    cells = ([f"{cell:.9g}" if isinstance(cell, (int, float)) else str(cell) for cell in row] for row in rows)
    return sorted(row for row in cells if row[0] != "None")
