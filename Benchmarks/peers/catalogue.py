"""A catalogue of many generated datasets: start-up, memory, search and pages."""

import json
import subprocess
import time
import urllib.request
from pathlib import Path

from load import loaded, resident_megabytes, wait_for
from measure import measured

PORT = 18082
WORDS = ["subventions", "arbres", "velo", "budget", "dechets", "ecole", "comptage", "eau", "qualite+air", "subvansions"]


def measure(arpent: str, benchmarks: str, work: Path, datasets: int) -> None:
    data = work / f"catalogue-{datasets}"
    if not data.exists():
        made = measured([benchmarks, "catalogue", "--datasets", str(datasets), "--data", str(data)])
        print(f"catalogue of {datasets} datasets written in {made.wall_seconds:.1f} s")
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
    finally:
        server.terminate()
        server.wait()
