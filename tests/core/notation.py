"""A small catalogue for tests of the set notation, and how notation.tsv tells what a line means."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from workout_core.errors import NotationError
from workout_core.vocabulary import (
    MassUnit,
    Tracking,
)
from workout_core.workouts.notation.model import (
    Load,
    NotatedSet,
    ParsedLine,
    RelativeLoad,
    Units,
)
from workout_core.workouts.notation.parser import parse

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Exercise:
    """An exercise as a caller may have it: with fields of its own."""

    id: int
    name: str
    tracking: Tracking
    aliases: tuple[str, ...] = ()
    slug: str | None = None
    unit: MassUnit | None = None


CATALOGUE: Final[list[tuple[str, Tracking, tuple[str, ...]]]] = [
    ("Bench Press", "weight_reps", ("bench",)),
    ("Squat", "weight_reps", ()),
    ("Deadlift", "weight_reps", ("dl",)),
    ("Overhead Press", "weight_reps", ("ohp",)),
    ("Dumbbell Curl", "weight_reps", ("curl",)),
    ("Lateral Raise", "weight_reps", ()),
    ("Kettlebell Swing", "weight_reps", ("kb swing",)),
    ("One-Arm Row", "weight_reps", ("row",)),
    ("Pull-up", "bodyweight_reps", ("pullup",)),
    ("Dip", "bodyweight_reps", ()),
    ("Burpee", "reps", ()),
    ("Push-Up", "reps", ("pushup",)),
    ("3/4 Sit-Up", "reps", ()),
    ("Plank", "duration", ()),
    ("Dead Hang", "weight_duration", ("hang",)),
    ("Run", "distance", ()),
    ("Rowing Erg", "distance", ("erg",)),
    ("Farmer's Walk", "weight_distance", ("carry",)),
    ("Clean + Jerk", "weight_reps", ()),
]
EXERCISES: Final = [
    Exercise(at, name, tracking, aliases, "barbell-bench-press" if at == 0 else None)
    for at, (name, tracking, aliases) in enumerate(CATALOGUE)
]


class Catalogue:
    """Names by their lower case; a name is near to a text that begins alike."""

    def __init__(self, exercises: Sequence[Exercise] = EXERCISES) -> None:
        self.exercises = exercises
        self.names = {
            name.lower(): exercise
            for exercise in exercises
            for name in (exercise.name, *exercise.aliases, *filter(None, [exercise.slug]))
        }

    def longest(self, words: Sequence[str]) -> tuple[Exercise, int] | None:
        for count in range(min(len(words), 3), 0, -1):
            found = self.names.get(" ".join(words[:count]).lower())
            if found is not None:
                return found, count
        return None

    def nearest(self, text: str) -> Sequence[Exercise]:
        return [each for each in self.exercises if each.name[0].lower() == text[0].lower()]


NAMES: Final = Catalogue()
ROWS: Final = [
    row.partition("\t")[::2]
    for row in (Path(__file__).parent / "notation.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
ACCEPTED: Final = [line for line, meaning in ROWS if not meaning.startswith("E_")]


def read(line: str, unit: MassUnit = "kg") -> ParsedLine[Exercise]:
    return parse(line, NAMES, Units(None, unit))


def refused(line: str) -> NotationError:
    with pytest.raises(NotationError) as caught:
        read(line)
    return caught.value


# What a line means, as the table writes it


def meaning(line: ParsedLine[Exercise]) -> str:
    entries = (f"{entry.exercise.name}: {of_sets(entry.sets)}" for entry in line.entries)
    return " & ".join(entries) + (f" // {line.note}" if line.note else "")


def of_sets(sets: Sequence[NotatedSet]) -> str:
    return " ".join(f"{len(list(alike))}*{one}" for one, alike in groupby(map(of_set, sets)))


def of_set(each: NotatedSet) -> str:
    parts = [f"{of_load(each.load)}/{of_amount(each)}"]
    parts.append(f"/{each.kind}" if each.kind != "working" else "")
    parts.append(f"/{each.side}" if each.side else "")
    parts.append(f"@{each.rpe}" if each.rpe is not None else "")
    parts.append(f"~{each.rest_s}" if each.rest_s is not None else "")
    parts.append(f"^{each.tempo}" if each.tempo else "")
    parts.append("+" if each.amrap else "")
    extras = ("hr_avg", "hr_max", "calories", "elevation_m")
    found = [f"{name}={getattr(each, name)}" for name in extras if getattr(each, name) is not None]
    return "".join(parts) + (f"{{{','.join(found)}}}" if found else "")


def of_load(load: Load | RelativeLoad | None) -> str:
    if load is None:
        return "-"
    if isinstance(load, RelativeLoad):
        if load.base == "percent":
            return f"{load.value}%"
        return load.base + (f"{load.value:+}{load.unit}" if load.value is not None else "")
    signs = {"absolute": "", "added": "+", "assisted": "-"}
    return "bw" if load.mode == "bodyweight" else f"{signs[load.mode]}{load.value}{load.unit}"


def of_amount(each: NotatedSet) -> str:
    if each.reps is not None:
        return str(each.reps)
    amounts = [(each.distance_m, "m"), (each.duration_s, "s")]
    return ":".join(f"{value}{unit}" for value, unit in amounts if value is not None)
