"""From dropping a file in the workshop to its diagnosis, over HTTP, for each file of a folder.

Usage: deposits.py http://127.0.0.1:8080 COOKIE ORGANISATION FOLDER

COOKIE is the value of the session cookie of someone who may deposit for ORGANISATION. A file is dropped as the page
without scripts drops it; time stops when the page of the deposit shows the diagnosis, or why there is none.
"""

import gzip
import http.client
import pathlib
import re
import statistics
import sys
import time
import urllib.parse

base, cookie, organization, folder = sys.argv[1:5]
host = urllib.parse.urlsplit(base).netloc
SUFFIXES = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".geojson", ".jsonl", ".zip", ".gz", ".gpkg", ".dbf"}


def ask(method, path, body=None, headers={}):
    connection = http.client.HTTPConnection(host, timeout=600)
    connection.request(method, path, body, {"Cookie": f"arpent={cookie}", **headers})
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, answer.getheader("Location"), text


def drop(path):
    token = re.search(rb'name="jeton-formulaire" value="([^"]+)"', ask("GET", "/atelier/deposer")[2])[1]
    content = path.read_bytes()
    begun = time.perf_counter()
    parts = [(b'name="jeton-formulaire"', token), (b'name="organisation"', organization.encode()),
             (b'name="fichier"; filename="' + path.name.encode() + b'"', content)]
    body = b"".join(b"--l1m1te\r\nContent-Disposition: form-data; " + name + b"\r\n\r\n" + value + b"\r\n" for name, value in parts)
    status, location, text = ask("POST", "/atelier/deposer", body + b"--l1m1te--\r\n", {"Content-Type": "multipart/form-data; boundary=l1m1te"})
    if status != 303:
        return None, len(text), f"refused {status}"
    sent = time.perf_counter()
    while True:
        status, _, text = ask("GET", location)
        if b"data-wait" not in text:
            break
    ended = time.perf_counter()
    outcome = "read" if b'id="diagnostic"' in text else "not a table"
    return (ended - begun, sent - begun, len(content), len(text), len(gzip.compress(text))), 0, outcome


rows = []
for path in sorted(pathlib.Path(folder).rglob("*")):
    if path.is_file() and path.suffix.lower() in SUFFIXES and path.stat().st_size:
        figures, _, outcome = drop(path)
        if figures:
            rows.append((figures, path, outcome))
        print(f"{figures[0] if figures else 0:8.3f} s  {outcome:12} {path.name}", flush=True)
times = sorted(row[0][0] for row in rows)
weights = sorted(row[0][3] for row in rows)
packed = sorted(row[0][4] for row in rows)
worst = max(rows, key=lambda row: row[0][0])
print(f"{len(rows)} files, {sum(row[0][2] for row in rows) / 1e6:.0f} MB: median {statistics.median(times):.3f} s, "
      f"95th {times[int(len(times) * .95)]:.3f} s, worst {times[-1]:.3f} s ({worst[1].name}, {worst[0][2] / 1e6:.1f} MB)")
print(f"page: median {statistics.median(weights) / 1e3:.0f} kB, worst {weights[-1] / 1e3:.0f} kB; "
      f"compressed: median {statistics.median(packed) / 1e3:.0f} kB, worst {packed[-1] / 1e3:.0f} kB")
