"""Runs a command and tells what it cost: wall time, CPU time and peak memory, as the kernel counts them."""

import os
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    wall_seconds: float
    cpu_seconds: float
    peak_megabytes: float
    output: str


def measured(arguments: list[str], **options) -> Cost:
    start = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(arguments[:3])}… failed with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.decode())


def table(title: str, rows: list[tuple[str, Cost]], reference: str) -> None:
    """Prints one line per contender, with its times as multiples of the reference's."""
    base = dict(rows)[reference]
    print(f"\n## {title}\n\n| contender | wall s | CPU s | peak MB | wall ÷ {reference} | CPU ÷ {reference} |")
    print("|---|---|---|---|---|---|")
    for name, cost in rows:
        print(
            f"| {name} | {cost.wall_seconds:.2f} | {cost.cpu_seconds:.2f} | {cost.peak_megabytes:.0f} "
            f"| {cost.wall_seconds / base.wall_seconds:.1f} | {cost.cpu_seconds / base.cpu_seconds:.1f} |"
        )
