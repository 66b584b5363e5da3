"""The same questions over HTTP to Arpent and to Datasette, on the same rows; the answers are compared before the speed."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

from load import loaded, wait_for

ARPENT_PORT, DATASETTE_PORT = 18080, 18081
AMOUNTS = range(1000, 61000, 1500)


def ask(address: str):
    return json.load(urllib.request.urlopen(address, timeout=120))


def questions(work: Path) -> dict[str, tuple[list[str], list[str]]]:
    """For each kind of question, Arpent's addresses and Datasette's: forty values each, so that no cache answers all."""
    ours, theirs = "/api/v1/datasets/subventions", "/peer/subventions.json"
    grouped = "select+nature,count(*)+as+n,sum(montant)+as+s+from+subventions+where+montant%3E{}+group+by+1"
    return {
        "table page": (
            [f"{ours}/rows?limit=50&after={n * 20}" for n in AMOUNTS],
            [f"{theirs}?_size=50&_nocount=1&_nofacet=1&_next={n * 20}" for n in AMOUNTS],
        ),
        "filtered page": (
            [f"{ours}/rows?limit=50&montant__strictly_greater={n}" for n in AMOUNTS],
            [f"{theirs}?_size=50&_nofacet=1&montant__gt={n}" for n in AMOUNTS],
        ),
        "facet counts": (
            [f"{ours}/aggregate?group_by=nature&count&montant__strictly_greater={n}" for n in AMOUNTS],
            [f"{theirs}?_size=0&_nocount=1&_facet=nature&montant__gt={n}" for n in AMOUNTS],
        ),
        "group-by": (
            [
                f"{ours}/aggregate?group_by=nature&count&sum=montant&montant__strictly_greater={n}"
                for n in AMOUNTS
            ],
            [f"/peer.json?sql={grouped.format(n)}" for n in AMOUNTS],
        ),
    }


def compare(arpent: str, work: Path) -> None:
    servers = [
        subprocess.Popen([arpent, "serve", "--data", str(work / "data"), "--port", str(ARPENT_PORT), "--quiet"]),
        subprocess.Popen(
            [
                str(Path(sys.executable).with_name("datasette")), "serve", str(work / "peer.db"), "--port",
                str(DATASETTE_PORT), "--setting", "sql_time_limit_ms", "60000", "--setting",
                "facet_time_limit_ms", "60000",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ),
    ]
    ours, theirs = f"http://127.0.0.1:{ARPENT_PORT}", f"http://127.0.0.1:{DATASETTE_PORT}"
    try:
        wait_for(f"{ours}/healthz")
        wait_for(f"{theirs}/-/versions.json")
        print("\n## Over HTTP, same rows\n\n| question | Arpent req/s | p99 ms | Datasette req/s | p99 ms | ratio |")
        print("|---|---|---|---|---|---|")
        for name, (mine, other) in questions(work).items():
            show_answers(name, ask(ours + mine[3]), ask(theirs + other[3]))
            a, d = loaded(ours, mine), loaded(theirs, other)
            print(
                f"| {name} | {a.requests_per_second:.0f} | {a.p99_milliseconds:.1f} | {d.requests_per_second:.1f} "
                f"| {d.p99_milliseconds:.0f} | {a.requests_per_second / max(d.requests_per_second, 0.1):.0f} |"
                + (f" ({a.errors} + {d.errors} errors)" if a.errors or d.errors else "")
            )
    finally:
        for server in servers:
            server.terminate()
            server.wait()


def show_answers(name: str, mine: dict, other: dict) -> None:
    """Prints both answers' sizes to standard error: equal questions must have equal answers."""
    theirs = other.get("facet_results", {}).get("nature", {}).get("results") or other["rows"]
    lines = mine.get("rows", mine.get("groups"))
    print(f"{name}: {len(lines)} and {len(theirs)} lines", file=sys.stderr)
