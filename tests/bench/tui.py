"""The TUI in a terminal: its first frame beside that of the smallest app, and how long a key takes to show.

A first frame has the bar with the screens' names; what Today holds follows it. A key has had its effect when the
terminal is told of the first change after it.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.bench.commands import Cost
from tests.bench.data import fill
from tests.bench.report import Ratio, Section, tell
from tests.tui.terminals import Tui
from workout_core.db.embedded import EmbeddedDatabase

if TYPE_CHECKING:
    from collections.abc import Mapping

WORKOUTS: Final = 5_000
SMALLEST: Final = """
from textual.app import App
from textual.widgets import Static
class Smallest(App):
    def compose(self):
        yield Static("smallest app")
Smallest().run()
"""
SIZE: Final = (120, 40)
MOST: Final = 2.0
KEY_S: Final = 0.05
AGAIN: Final = "again"
# Each in turn: what is pressed, and what is told of it.
KEYS: Final = (
    *((f"\x1bO{letter}", f"{number}, first time") for number, letter in enumerate("QRS", 2)),
    *((f"\x1bO{letter}", f"{number}, {AGAIN}") for number, letter in enumerate("PQRS", 1)),
    ("\x1b[15~", "5, first time"),
    ("\x1b[17~", "6, first time"),
    ("\x1bOQ", f"2, {AGAIN}"),
    ("j", "j in History"),
    ("\x1bOP", f"1, {AGAIN}"),
    ("j", "j in Today"),
)
STEPS: Final = 20  # that many of those by one row


def report(*, quick: bool = False) -> Section:
    """First frames, and keys."""
    return measure(runs=3 if quick else 9, workouts=WORKOUTS // 10 if quick else WORKOUTS)


def measure(*, runs: int, workouts: int, steps: int = STEPS) -> Section:
    with TemporaryDirectory(prefix="workout-bench-") as folder:
        home = Path(folder)
        tell(f"tui: {runs} rounds on {workouts:,} workouts")
        database = EmbeddedDatabase(home / "workout.db")
        asyncio.run(fill(database, workouts))
        asyncio.run(database.close())
        given = {"WORKOUT_DATABASE_URL": f"sqlite:///{home / 'workout.db'}"}
        frames: dict[str, list[Cost]] = {}
        for number in range(runs + 1):
            for name, cost in _frames(home, given).items():
                if number:
                    frames.setdefault(name, []).append(cost)
        return _section(frames, _keys(home, given, steps), workouts)


def _frames(home: Path, given: Mapping[str, str]) -> dict[str, Cost]:
    python = [sys.executable, "-c", SMALLEST]
    return {
        "smallest app": _frame(Tui(home, given, size=SIZE, command=python), "smallest app"),
        "first frame": _frame(Tui(home, given, size=SIZE), "Settings"),
        "Today complete": _frame(Tui(home, given, size=SIZE), " kg"),
    }


def _frame(tui: Tui, wanted: str) -> Cost:
    """What it takes until a text is seen."""
    began, cpu = time.perf_counter(), _cpu()
    with tui:
        tui.sees(wanted)
        clock = time.perf_counter() - began
        tui.kill()
    return Cost(clock, _cpu() - cpu)


def _keys(home: Path, given: Mapping[str, str], steps: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {}
    with Tui(home, given, size=SIZE) as tui:
        tui.sees(" kg")
        for key, name in KEYS:
            for _ in range(steps if key == "j" else 1):
                tui.rests()
                taken.setdefault(name, []).append(tui.answers(key))
        for key, wanted, name in (("\r", "○", "⏎ repeats"), ("\r", "✓", "⏎ logs")):
            tui.rests()
            began = time.perf_counter()
            tui.send(key)
            tui.sees(partial(_shows, wanted))
            taken[name] = [time.perf_counter() - began]
        tui.leaves("q")
    return taken


def _shows(wanted: str, text: str) -> bool:
    return wanted in text or "…" in text


def _section(
    frames: Mapping[str, list[Cost]], keys: Mapping[str, list[float]], workouts: int
) -> Section:
    section = Section(f"The TUI, {workouts:,} workouts", ("what", "ms", "CPU ms"))
    smallest = Cost(*(median(each) for each in zip(*frames["smallest app"], strict=True)))
    for name, costs in frames.items():
        clock, cpu = (median(each) for each in zip(*costs, strict=True))
        section.rows.append([name, f"{clock * 1000:.0f}", f"{cpu * 1000:.0f}"])
        if name != "smallest app":
            most = MOST if name == "first frame" else None
            section.ratios.append(Ratio(name, clock / smallest.clock, "smallest app", most))
            section.ratios.append(Ratio(f"{name}, CPU", cpu / smallest.cpu, "smallest app", most))
    for name, taken in keys.items():
        section.rows.append([name, f"{median(taken) * 1000:.0f}", ""])
        section.ratios.append(Ratio(name, median(taken) / KEY_S, "50 ms", 1))
    return section


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
