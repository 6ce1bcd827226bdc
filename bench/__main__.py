"""`python -m bench [clinical|process|cold|batch]`: print the tables, all of them by default."""

import sys

from bench import clinical_figures, speed

TABLES = {"clinical": clinical_figures.report, "process": speed.in_process, "cold": speed.cold, "batch": speed.batch}

if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - TABLES.keys()
    if unknown:
        sys.exit(f"no table called {', '.join(sorted(unknown))}; there are {', '.join(TABLES)}")
    for name in sys.argv[1:] or TABLES:
        print(TABLES[name]())
