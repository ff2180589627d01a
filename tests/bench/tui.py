"""The TUI in a terminal: its first frame beside that of the smallest app, and how long a key takes to show.

A first frame has the bar with the screens' names; what Today holds follows it. A key has had its effect when the
terminal shows the first change after it, or what is asked of it.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
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
    from collections.abc import Callable, Mapping, Sequence

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
ESCAPE: Final = "\x1b"
NAMES: Final = {
    "\r": "⏎",
    "\t": "tab",
    "\x10": "^p",
    "\x12": "^r",
    ESCAPE: "esc",
}
# How a screen is gone to, how it is called, and what only it shows.
SCREENS: Final = (
    ("\x1bOQ", "History", "Sessions"),
    ("\x1bOR", "Exercises", "n New"),
    ("\x1bOS", "Charts", "most used first"),
    ("\x1b[15~", "Body", "measured"),
    ("\x1b[17~", "Settings", "New gym"),
    ("\x1bOP", "Today", "No workout is open"),
)
LAID_OVER: Final = ("?", ESCAPE, ":", ESCAPE, "\x10", ESCAPE)
LIST: Final = ("j", "k", "G", "g")
# What is pressed on each screen, in turn; esc puts away what the key before it has opened.
PRESSED: Final[Mapping[str, Sequence[str]]] = {
    "History": (
        *LIST,
        *("/", ESCAPE, "n", ESCAPE, "e", ESCAPE, "t", ESCAPE, "C", ESCAPE),
        *("[", "]", "c", ESCAPE, "m", ESCAPE, "\t", ESCAPE, *LAID_OVER),
    ),
    "Exercises": (
        *LIST,
        *("/", ESCAPE, "\r", ESCAPE, "n", ESCAPE, "e", ESCAPE, "m", ESCAPE, "o", ESCAPE),
        *("t", "t", "H", "H", "s", "s", *LAID_OVER),
    ),
    "Charts": ("j", "k", "h", "l", "+", "-", "m", "M", "\t", "/", ESCAPE, "v", "v", *LAID_OVER),
    "Body": ("n", ESCAPE, "t", ESCAPE, *LAID_OVER),
    "Settings": ("j", "k", "\r", ESCAPE, "n", ESCAPE, *LAID_OVER),
    "Today": (*LIST, "/", ESCAPE, *LAID_OVER),
}
BEGINS: Final = ("⏎ repeats", "\r", "Plan")
LOGS: Final = ("⏎ logs", "\r")  # it is done, or on its way
ENDS: Final = ("D", "D", "No workout is open")
OPEN: Final = "the open workout"
PRESSED_IN_IT: Final = (
    *("j", "k", "G", "g", "+", "-", "]", "[", "5", ESCAPE, " ", ESCAPE, "e", ESCAPE, "n", ESCAPE),
    *("/", ESCAPE, "s", ESCAPE, "l", "h", "a", "w", "d", "u", "\x12", "r", ">", "<", "x", "\t"),
    *LAID_OVER,
)


def report(*, quick: bool = False) -> Section:
    """First frames, and keys."""
    if quick:
        return measure(runs=3, workouts=WORKOUTS // 10, rounds=1)
    return measure(runs=9, workouts=WORKOUTS, rounds=5)


def measure(*, runs: int, workouts: int, rounds: int, few: int | None = None) -> Section:
    """With `few` only so many keys of each screen are pressed: that shows that it works."""
    with TemporaryDirectory(prefix="workout-bench-") as folder:
        home = Path(folder)
        tell(f"tui: {runs} frames and {rounds} rounds of keys on {workouts:,} workouts")
        database = EmbeddedDatabase(home / "workout.db")
        asyncio.run(fill(database, workouts))
        asyncio.run(database.close())
        given = {"WORKOUT_DATABASE_URL": f"sqlite:///{home / 'workout.db'}"}
        frames: dict[str, list[Cost]] = {}
        for number in range(runs + 1):
            for name, cost in _frames(home, given).items():
                if number:
                    frames.setdefault(name, []).append(cost)
        return _section(frames, _keys(home, given, rounds, few), workouts)


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


def _keys(
    home: Path, given: Mapping[str, str], rounds: int, few: int | None
) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {}

    def press(name: str, keys: str, wanted: str | Callable[[str], bool] = "") -> None:
        tui.rests()
        taken.setdefault(name, []).append(tui.answers(keys, wanted))

    with Tui(home, given, size=SIZE) as tui:
        tui.sees(" kg")
        for key, name, wanted in SCREENS[:-1]:
            press(f"to {name}, first time", key, wanted)
        press("to Today", SCREENS[-1][0], SCREENS[-1][2])
        for _ in range(rounds):
            for key, name, wanted in SCREENS:
                press(f"to {name}", key, wanted)
                for each in PRESSED[name][:few]:
                    press(in_(each, name), each)
            press(*BEGINS)
            press(*LOGS, lambda text: "✓" in text or "sending" in text)
            for each in PRESSED_IN_IT[:few]:
                press(in_(each, OPEN), each)
            press(*ENDS)
        tui.rests()
        tui.leaves("q")
    return taken


def in_(key: str, screen: str) -> str:
    """What a key on a screen is told as."""
    return f"{NAMES.get(key, key)} in {screen}"


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
