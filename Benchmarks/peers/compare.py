"""Measures Arpent beside its peers on the same generated files, and prints Markdown tables of ratios."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import catalogue
import service
import workshop
from measure import measured, table

WORK = Path(os.environ["WORK"])
ROWS = int(os.environ["ROWS"])
ARPENT = ".build/release/arpent"
BENCHMARKS = ".build/release/arpent-benchmarks"
PEERS = [sys.executable, str(Path(__file__).with_name("contenders.py"))]


def subsidies() -> Path:
    """The generated file: SCDL subsidies, 16 columns, with planted errors."""
    path = WORK / f"subventions-{ROWS}.csv"
    if not path.exists():
        measured([BENCHMARKS, "subsidies", "--rows", str(ROWS), "--output", str(path)])
    return path


def compare_inspection(path: Path) -> None:
    # Once read, the file is in the cache of the kernel for each contender. Its bytes must not be kept here: what a
    # child uses at most counts from what its parent used.
    subprocess.run(["cat", str(path)], stdout=subprocess.DEVNULL, check=True)
    rows = [
        ("arpent inspect", measured([ARPENT, "inspect", str(path), "--json"])),
        ("duckdb SUMMARIZE", measured([*PEERS, "duckdb_summarize", str(path)])),
        ("csv-detective, profile", measured([*PEERS, "csv_detective", str(path)])),
    ]
    table(f"Inspection of {ROWS:,} rows × 16 columns, {path.stat().st_size / 1e6:.0f} MB", rows, "arpent inspect")


def compare_publication(path: Path) -> None:
    data, database, parquet = WORK / "data", WORK / "peer.db", WORK / "peer.parquet"
    shutil.rmtree(data, ignore_errors=True)
    database.unlink(missing_ok=True)
    measured([ARPENT, "organizations", "add", "bench", "--name", "Banc d’essai", "--data", str(data)])
    publish = [ARPENT, "publish", str(path), "--organization", "bench", "--title", "Subventions", "--data", str(data)]
    insert = [str(Path(sys.executable).with_name("sqlite-utils")), "insert", str(database), "subventions", str(path)]
    rows = [
        ("arpent publish", measured(publish)),
        ("duckdb read_csv → Parquet", measured([*PEERS, "duckdb_parquet", str(path), str(parquet)])),
        ("sqlite-utils insert --csv, with types", measured([*insert, "--csv"])),
    ]
    table("From the file to a published table", rows, "arpent publish")


def main(wanted: list[str]) -> None:
    wanted = wanted or ["inspect", "publish", "http", "catalogue", "workshop", "workshop-large"]
    if "inspect" in wanted:
        compare_inspection(subsidies())
    if "publish" in wanted:
        compare_publication(subsidies())
    if "http" in wanted:
        service.compare(ARPENT, subsidies(), WORK)
    if "catalogue" in wanted:
        catalogue.measure(ARPENT, BENCHMARKS, WORK, int(os.environ["DATASETS"]))
    if "workshop" in wanted:
        workshop.measure(ARPENT, WORK)
    if "workshop-large" in wanted:
        workshop.measure(ARPENT, WORK, catalogue.written(BENCHMARKS, WORK, int(os.environ["DATASETS"])))


main(sys.argv[1:])
