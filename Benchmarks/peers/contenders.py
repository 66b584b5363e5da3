"""The peers, each as a small program: `contenders.py NAME INPUT [OUTPUT]`, so that each runs in a process of its own."""

import sys


def csv_detective(path: str) -> None:
    from csv_detective import routine

    report = routine(path, num_rows=-1, output_profile=True, save_results=False)
    print(report["total_lines"])


def duckdb_summarize(path: str) -> None:
    import duckdb

    print(len(duckdb.sql(f"SUMMARIZE FROM read_csv('{path}', ignore_errors = true)").fetchall()))


def duckdb_parquet(path: str, output: str) -> None:
    import duckdb

    duckdb.sql(f"COPY (FROM read_csv('{path}', ignore_errors = true)) TO '{output}' (FORMAT parquet, COMPRESSION zstd)")


if __name__ == "__main__":
    {f.__name__: f for f in (csv_detective, duckdb_summarize, duckdb_parquet)}[sys.argv[1]](*sys.argv[2:])
