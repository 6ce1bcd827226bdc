"""`python -m bench [TABLE …]`: print the tables, all of them by default; `--help` lists them."""

import argparse

from bench import catalogue, clinical_figures, labels, speed, web_durability, web_pages

TABLES = {
    "clinical": clinical_figures.report,
    "process": speed.in_process,
    "cold": speed.cold,
    "batch": speed.batch,
    "labels": labels.report,
    "durability": web_durability.report,
    "pages": web_pages.report,
}
_CATALOGUE = "catalogue"

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench", description="Print the benchmark tables.")
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=", ".join((*TABLES, _CATALOGUE)))
    parser.add_argument("--rows", type=int, default=catalogue.ROWS, help="of the catalogue (default: %(default)s)")
    options = parser.parse_args()
    unknown = set(options.tables) - TABLES.keys() - {_CATALOGUE}
    if unknown:
        parser.error(f"no table called {', '.join(sorted(unknown))}; there are {', '.join((*TABLES, _CATALOGUE))}")
    for name in options.tables or (*TABLES, _CATALOGUE):
        print(catalogue.report(options.rows) if name == _CATALOGUE else TABLES[name]())
