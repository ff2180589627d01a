"""The canonical spelling, in which every accepted line is echoed: parsing it gives the same line again.

Equal sets in a row are one group, and sets that differ only in their repetitions a list. A group is spelled so
that nothing can be mistaken beside it: loads carry their units, and a number by itself is written as `1x8`.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from workout_core.units import plain
from workout_core.workouts.notation.model import (
    Entry,
    K,
    Known,
    Load,
    NotatedSet,
    ParsedLine,
    RelativeLoad,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_core.vocabulary import SetKind, Side, Tracking

KIND_LETTERS: Final[dict[SetKind, str]] = {
    "warmup": "w",
    "drop": "d",
    "failure": "f",
    "restpause": "p",
}
KIND_WORDS: Final[dict[SetKind, str]] = {kind: kind for kind in (*KIND_LETTERS, "backoff", "amrap")}
SIDE_LETTERS: Final[dict[Side, str]] = {"left": "L", "right": "R", "each": "ea"}
SIGNS: Final = {"absolute": "", "added": "+", "assisted": "-"}
LONGEST_GROUP: Final = 50
TEN: Final = Decimal(10)
SHORT_TIME: Final = 120


def format_line(line: ParsedLine[K]) -> str:
    """The whole line, with its note."""
    entries = " + ".join(format_entry(entry) for entry in line.entries)
    return entries if line.note is None else f"{entries} // {line.note}"


def format_entry(entry: Entry[K]) -> str:
    """The exercise and its sets."""
    sets = format_sets(entry.sets, entry.exercise.tracking)
    return f"{_name(entry.exercise)} {sets}"


def _name(exercise: Known) -> str:
    begins_note = any(word.startswith("//") for word in exercise.name.split())
    return exercise.slug if begins_note and exercise.slug else exercise.name


def format_sets(
    sets: Sequence[NotatedSet], tracking: Tracking | None = None, *, alone: bool = True
) -> str:
    """The sets alone; without a tracking, and where they stand among others, in the spelling that is never mistaken."""
    groups = list(_groups(sets))
    spelled: list[str] = []
    for at, group in enumerate(groups):
        spelling = _Spelling(group, tracking, alone=alone and len(groups) == 1)
        last = alone and at + 1 == len(groups)
        spelled.append(spelling.text(apart=last or spelling.modified))
    return " ".join(spelled)


def _groups(sets: Sequence[NotatedSet]) -> Iterator[list[NotatedSet]]:
    for _, alike in groupby(sets, lambda each: each._replace(reps=None, failed=False)):
        found = list(alike)
        for at in range(0, len(found), LONGEST_GROUP):
            yield found[at : at + LONGEST_GROUP]


class _Spelling:
    """A group that differs in nothing but its repetitions."""

    def __init__(
        self, sets: Sequence[NotatedSet], tracking: Tracking | None, *, alone: bool
    ) -> None:
        self.set = sets[0]
        self.count = len(sets)
        self.tracking = tracking
        self.alone = alone
        self.reps = [each.reps or 0 for each in sets]
        self.listed = self.set.reps is not None and len(set(self.reps)) > 1
        self.load = _load(self.set.load, tracking)
        words = self._words()
        self.modified = bool(words)
        self.words = "".join(f" {word}" for word in words)

    def text(self, *, apart: bool) -> str:
        """The group; `apart` where a load after a blank can belong to nothing else."""
        if self.set.reps is not None:
            return self._lifts(apart=apart) + self.words
        return self._hold_or_move() + self.words

    def _lifts(self, *, apart: bool) -> str:
        reps = (
            ",".join(map(str, self.reps)) if self.listed else str(self.reps[0])
        ) + self._suffix()
        sets = f"{self.count}x{reps}"
        if not self.load:
            return reps if self.alone and (self.listed or self.count == 1) else sets
        if self.listed or self.count == 1:
            return f"{self.load}x{reps}"
        signed = self.load[0] in "+-"
        return f"{sets} {self.load}" if apart and signed else f"{sets}@{self.load}"

    def _hold_or_move(self) -> str:
        distance, seconds = _distance(self.set), self.set.duration_s
        amount = distance or format_time(seconds or Decimal(0))
        time = f" {format_time(seconds, 60)}" if distance and seconds is not None else ""
        if self.load or self.tracking not in ("duration", "distance"):
            times = f"x{self.count}" if self.count > 1 or self._mistakable(distance) else ""
            return f"{self.load}x{amount}{times}{time}".removeprefix("x")
        times = f"{self.count}x" if self.count > 1 or self._mistakable(distance) else ""
        return f"{times}{amount}{time}"

    def _mistakable(self, distance: str) -> bool:
        """Whether this is a time that could be taken for that of a distance beside it."""
        holds = self.tracking in ("duration", "weight_duration")
        return not (distance or holds or self.alone)

    def _suffix(self) -> str:
        kind = KIND_LETTERS.get(self.set.kind, "")
        if self.listed and kind == "f":
            kind = ""
        amrap = "+" if self.set.amrap and self.count == 1 else ""
        return amrap + kind + (SIDE_LETTERS[self.set.side] if self.set.side else "")

    def _words(self) -> list[str]:
        each = self.set
        words = [_effort(each), f"tempo{each.tempo}" if each.tempo else ""]
        words.append("" if each.rest_s is None else f"rest{_rest(each.rest_s)}")
        words.append("" if each.hr_avg is None else f"hr{each.hr_avg}")
        if each.hr_avg is not None and each.hr_max is not None:
            words[-1] += f"/{each.hr_max}"
        words.append("" if each.calories is None else f"{each.calories}kcal")
        words.append("" if each.elevation_m is None else f"elev{_number(each.elevation_m)}")
        words.extend(self._marks())
        return [word for word in words if word]

    def _marks(self) -> Iterator[str]:
        each = self.set
        lettered = each.reps is not None
        if each.amrap and (not lettered or self.count > 1):
            yield "amrap"
        if (
            not lettered
            or each.kind not in KIND_LETTERS
            or (self.listed and each.kind == "failure")
        ):
            yield KIND_WORDS.get(each.kind, "")
        if not lettered and each.side:
            yield each.side


def _load(load: Load | RelativeLoad | None, tracking: Tracking | None) -> str:
    if load is None:
        return ""
    if isinstance(load, RelativeLoad):
        return _relative(load)
    if load.mode == "bodyweight" or load.value is None:
        return "bw" if tracking == "reps" else ""
    return f"{SIGNS[load.mode]}{_number(load.value)}{load.unit}"


def _relative(load: RelativeLoad) -> str:
    if load.value is None:
        return load.base
    if load.base == "percent":
        return f"{_number(load.value)}%"
    sign = "-" if load.value < 0 else "+"
    return f"{load.base}{sign}{_number(abs(load.value))}{load.unit or ''}"


def _effort(each: NotatedSet) -> str:
    if each.rpe is None:
        return ""
    if each.effort_scale == "rir":
        return f"rir{_number(TEN - each.rpe)}"
    return f"rpe{_number(each.rpe)}"


def _rest(seconds: Decimal) -> str:
    if seconds and not seconds % 60:
        return f"{_number(seconds / 60)}min"
    return format_time(seconds) if seconds else "0"


def _distance(each: NotatedSet) -> str:
    if each.distance_value is not None and each.distance_unit is not None:
        return f"{_number(each.distance_value)}{each.distance_unit}"
    return "" if each.distance_m is None else f"{_number(each.distance_m)}m"


def format_time(seconds: Decimal, short: int = SHORT_TIME) -> str:
    """A time as it is typed: below `short` in seconds (45s), else by the clock (25:00, 1:30:00)."""
    if seconds < short:
        return f"{_number(seconds)}s"
    minutes, rest = divmod(seconds, 60)
    shown = f"{_number(rest)}".rjust(2, "0") if rest == int(rest) else _fraction(rest)
    if minutes < 60:
        return f"{int(minutes)}:{shown}"
    hours, minutes = divmod(minutes, 60)
    return f"{int(hours)}:{int(minutes):02}:{shown}"


def _fraction(seconds: Decimal) -> str:
    whole, _, fraction = _number(seconds).partition(".")
    return f"{whole:0>2}.{fraction}"


def _number(value: Decimal) -> str:
    return f"{plain(value):f}"
