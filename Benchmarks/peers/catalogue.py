"""A catalogue of many generated datasets: start-up, memory, search and pages."""

import http.client
import json
import random
import subprocess
import time
import urllib.request
from pathlib import Path
from urllib.parse import quote

from load import loaded, resident_megabytes, wait_for
from measure import measured

PORT = 18082
WORDS = ["subventions", "arbres", "velo", "budget", "dechets", "ecole", "comptage", "eau", "qualite+air", "subvansions"]


SUBJECTS = (
    "budget écoles arbres subventions déchets marchés délibérations cantine qualité air stationnement travaux voirie eau "
    "énergie vélo comptages bornes adresses équipements culture sport bibliothèques tourisme agenda loyers population"
).split()


def written(benchmarks: str, work: Path, datasets: int) -> Path:
    """The folder of the generated catalogue, made once."""
    data = work / f"catalogue-{datasets}"
    if not data.exists():
        made = measured([benchmarks, "catalogue", "--datasets", str(datasets), "--data", str(data)])
        print(f"catalogue of {datasets} datasets written in {made.wall_seconds:.1f} s")
    return data


def first_answers(base: str, path: str, count: int = 1000) -> list[float]:
    """The milliseconds of questions that nobody asked before, one after the other, sorted."""
    chance, times = random.Random(7), []
    connection = http.client.HTTPConnection(base.removeprefix("http://"))
    for number in range(count):
        words = quote(" ".join(chance.sample(SUBJECTS, chance.choice([1, 1, 2, 3]))))
        begun = time.perf_counter()
        connection.request("GET", path.format(words=words, number=number))
        answer = connection.getresponse()
        answer.read()
        times.append((time.perf_counter() - begun) * 1e3)
        if answer.status != 200:
            raise SystemExit(f"a search is answered {answer.status}")
    return sorted(times)


def measure(arpent: str, benchmarks: str, work: Path, datasets: int) -> None:
    data = written(benchmarks, work, datasets)
    start = time.monotonic()
    server = subprocess.Popen([arpent, "serve", "--data", str(data), "--port", str(PORT), "--quiet"])
    base = f"http://127.0.0.1:{PORT}"
    try:
        wait_for(f"{base}/healthz")
        print(f"\n## Catalogue of {datasets:,} datasets\n")
        print(f"start-up {time.monotonic() - start:.1f} s, {resident_megabytes(server.pid):.0f} MB resident\n")
        listed = json.load(urllib.request.urlopen(f"{base}/api/v1/datasets?limit=100", timeout=60))
        slugs = [dataset["id"] for dataset in listed["data"]]
        print("| page | req/s | p50 ms | p99 ms |\n|---|---|---|---|")
        pages = {
            "home": ["/"],
            "dataset page": [f"/donnees/{slug}" for slug in slugs],
            "search as JSON": [f"/api/v1/datasets?q={word}&offset={n}" for n in range(0, 400, 20) for word in WORDS],
            "search page": [f"/donnees?q={word}" for word in WORDS],
        }
        for name, paths in pages.items():
            load = loaded(base, paths)
            print(
                f"| {name} | {load.requests_per_second:.0f} | {load.p50_milliseconds:.2f} | {load.p99_milliseconds:.1f} |"
                + (f" ({load.errors} errors)" if load.errors else "")
            )
        print("\n| search never asked before, one client | p50 ms | p99 ms | worst ms |\n|---|---|---|---|")
        # Another page each time: no answer was kept.
        for name, path in [
            ("as JSON, with facets", "/api/v1/datasets?q={words}&limit=20&offset={number}"),
            ("page, with facets", "/donnees?q={words}&page={number}"),
        ]:
            times = first_answers(base, path)
            at = [times[int(len(times) * share)] for share in (0.5, 0.99)] + times[-1:]
            print(f"| {name} | " + " | ".join(f"{value:.1f}" for value in at) + " |")
    finally:
        server.terminate()
        server.wait()
