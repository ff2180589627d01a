"""Measures what is named (all, unless anything is), and judges nothing: the exit code is 0.

python -m tests.bench [commands] [http] [import] [names] [statistics] [tui] [--quick] [--names FOLDER]
    [--sizes SETS ...]
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from tests.bench import commands, http, importing, names, statistics, tui
from tests.bench.report import Section, machine, summary

MODULES = {
    "commands": commands.report,
    "http": http.report,
    "import": importing.report,
    "names": names.report,
    "statistics": statistics.report,
    "tui": tui.report,
}


def main(words: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="|".join(MODULES))
    parser.add_argument("--quick", action="store_true", help="smaller data, fewer runs")
    parser.add_argument(
        "--names", type=Path, default=names.FOLDER, help="a folder with names.csv", metavar="FOLDER"
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=(), help="of statistics: how many sets, in order"
    )
    given = parser.parse_args(words)
    if unknown := set(given.modules) - set(MODULES):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    modules = MODULES | {
        "names": partial(names.report, folder=given.names),
        "statistics": partial(statistics.report, sizes=given.sizes),
    }
    sections: list[Section] = []
    for name in given.modules or modules:
        sections.append(modules[name](quick=given.quick))
        sys.stdout.write(f"{sections[-1]}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{summary(sections)}\n\n{machine()}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
