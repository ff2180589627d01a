"""How many of the names that people's files carry the catalogue knows.

The folder (`--names`, `WORKOUT_BENCH_NAMES`, or `../shared/names`) holds names.csv: a row a name and app, with
the columns `app`, `name`, `sets` and `workouts`. Without one there is nothing to measure.
"""

from __future__ import annotations

import csv
import os
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from tests.bench.report import Ratio, Section
from workout_core.exercises.names import NameIndex

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = Path(os.environ.get("WORKOUT_BENCH_NAMES") or ROOT.parent / "shared" / "names")
MEASURES: Final = ("names", "sets", "workouts")
ALL: Final = "all"
LEAST: Final = 0.85


def report(*, quick: bool = False, folder: Path = FOLDER) -> Section:
    """Shares of names, sets and workouts that lead to a movement, by app; quick or not is the same."""
    del quick
    section = Section("Names known to the catalogue", ("app", *MEASURES))
    path = folder / "names.csv"
    if not path.exists():
        section.notes.append(f"There is no {path}: name a folder with --names.")
        return section
    total, known = _counted(path)
    for app in sorted(total, key=lambda name: -total[name]["sets"]):
        shares = (f"{known[app][what] / (total[app][what] or 1):.1%}" for what in MEASURES)
        section.rows.append((app, *shares))
    for what in MEASURES:
        share = known[ALL][what] / (total[ALL][what] or 1)
        least = LEAST if what == "sets" else None
        section.ratios.append(Ratio(f"names: {what} known", share, "all in the file", least=least))
    return section


def _counted(path: Path) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """What there is, and what of it is known, by app and altogether."""
    index = NameIndex()
    total: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            counts = {"names": 1, "sets": int(row["sets"]), "workouts": int(row["workouts"])}
            found = index.find(row["name"])
            for app in (ALL, row["app"]):
                total[app].update(counts)
                known[app].update(counts if found else {})
    return total, known
