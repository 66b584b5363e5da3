"""Loads a server on loopback with wrk and reads what it says."""

import re
import subprocess
import tempfile
import time
import urllib.request
from dataclasses import dataclass

SECONDS = 8
CONNECTIONS = 16
UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3}


@dataclass
class Load:
    requests_per_second: float
    p50_milliseconds: float
    p99_milliseconds: float
    errors: int


def wait_for(address: str, seconds: float = 120) -> float:
    """Waits for an answer, and tells how long it took."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        try:
            urllib.request.urlopen(address, timeout=5).read()
            return time.monotonic() - start
        except OSError:
            time.sleep(0.02)
    raise SystemExit(f"{address} does not answer")


def loaded(
    base: str,
    paths: list[str],
    connections: int = CONNECTIONS,
    headers: dict[str, str] | None = None,
) -> Load:
    """Asks for the paths in turn, from some connections, for SECONDS seconds; each answer may take a minute."""
    quoted = ",".join(f'"{path}"' for path in paths)
    fields = "".join(f'wrk.headers["{name}"]="{value}"\n' for name, value in (headers or {}).items())
    script = (
        f"local paths = {{{quoted}}}\nlocal turn = 0\n{fields}"
        "request = function() turn = turn % #paths + 1 return wrk.format(nil, paths[turn]) end\n"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--timeout", "60s", "--latency", "-s", file.name, base]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    quantile = {name: float(value) * UNITS[unit] for name, value, unit in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s)", text)}
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    return Load(rate, quantile["50"], quantile["99"], int(errors.group(1)) if errors else 0)


def resident_megabytes(pid: int) -> float:
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))
