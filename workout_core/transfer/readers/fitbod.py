"""The CSV of Fitbod, and the bare form of its early years (`Date,Exercise,Sets,Reps,Weight,isWarmup,Note`).

Times are UTC, the same for all rows of a workout, newest first. Loads are kilograms whatever the phone shows: 17.5 lb
stand there as 7.937875915123695, by a factor of Fitbod's own, so they are kept as written and read as pounds only
for who asks for them. A load is that of one implement: two dumbbells are not counted twice here, and Fitbod's
`multiplier` is kept beside the exercise. Zeros mean none.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.plurals import counted
from workout_core.transfer import text
from workout_core.transfer.figures import figures, gathered, noisy, of_exercise
from workout_core.transfer.moments import Offsets, moment
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader
from workout_core.units import EXACT_PER

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator
    from datetime import datetime

    from workout_core.transfer.reading import Options, Rejected
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import DistanceUnit, MassUnit

NAMES: Final = frozenset(
    (
        *("date", "exercise", "sets", "reps", "weight", "duration", "distance"),
        *("incline", "resistance", "iswarmup", "note", "multiplier"),
    )
)
MASSES: Final[dict[str, MassUnit]] = {f"weight({unit})": of for unit, of in text.MASS_UNITS.items()}
LENGTHS: Final[dict[str, DistanceUnit]] = {
    f"distance({unit})": of for unit, of in text.DISTANCE_UNITS.items()
}
ASIDE: Final = ("incline", "resistance")
YES: Final = frozenset(("true", "1", "yes"))
NO: Final = frozenset(("false", "0", "no", ""))
MAX_SETS: Final = 100
POUND_KG: Final = Decimal(EXACT_PER["lb"]) / EXACT_PER["kg"]
QUARTER, NEAR = Decimal("0.25"), Decimal("0.005")


class FitbodReader(TableReader):
    name = "fitbod"
    needed = ("date", "exercise", "reps", "iswarmup")
    prose = ("note",)

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self._mass_unit = MASSES.get(self.columns.title("weight").replace(" ", ""))
        self._distance_unit = (
            LENGTHS.get(self.columns.title("distance").replace(" ", "")) or options.distance_unit
        )
        self._offsets = Offsets()
        self._sets = 1  # that the row just read stands for

    @classmethod
    def field_of(cls, name: str) -> str | None:
        name = name.replace(" ", "")
        if name in MASSES:
            return "weight"
        if name in LENGTHS:
            return "distance"
        name = name.removesuffix("(s)") if name == "duration(s)" else name
        return name if name in NAMES else None

    def dialect(self) -> str:
        return "bare" if "sets" in self.columns.at else "csv"

    def row(self, line: int, cells: list[str]) -> Row:
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        date = self.cell(cells, "date").strip()
        start = self._start(date)
        self._sets = text.count(self.cell(cells, "sets"), "sets", MAX_SETS) or 1
        done = self._set(line, exercise, cells)
        return Row(
            date,
            start,
            exercise,
            done,
            written=noisy(self.cell(cells, "weight"), done),
            of_workout=of_exercise("multiplier", exercise, self._multiplier(cells)),
            others=tuple(
                (name, cell)
                for name in ASIDE
                if text.number(cell := self.cell(cells, name).strip())
            ),
        )

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        multipliers = gathered("multiplier", said)
        return {**said, "extras": {"multiplier": multipliers} if multipliers else {}}

    def notices(self) -> list[str]:
        found = []
        if self.blank_lines:
            said = counted(self.blank_lines, "line is blank and was", "lines are blank and were")
            found.append(f"{said} passed over")
        pounds, all_ = self.tally["pounds"], self.tally["loads"]
        if self._in_kg() and self.options.unit != "lb" and pounds * 10 > all_ * 9:
            found.append(
                f"{pounds:,} of {all_:,} loads are round in lb and not in kg, as the file always has kg: "
                "give the unit lb to read them as they were typed"
            )
        return found

    def _rows(self, rejected: list[Rejected], not_sets: Counter[str]) -> Iterator[Row]:
        for row in super()._rows(rejected, not_sets):
            times = self._sets
            yield row
            for _ in range(times - 1):
                yield replace(row, others=(), is_first=False)

    def _in_kg(self) -> bool:
        return self._mass_unit == "kg"

    def _start(self, date: str) -> datetime:
        start = moment(f"{date} 00:00" if date and ":" not in date else date)
        self._offsets.check(start, date)
        return start

    def _multiplier(self, cells: list[str]) -> int | str | None:
        """Of one exercise; None where it is 1, which says nothing."""
        value = text.number(self.cell(cells, "multiplier"))
        if value is None or value == 1:
            return None
        return int(value) if value == int(value) else str(value)

    def _set(self, line: int, exercise: str, cells: list[str]) -> SourceSet:
        warmup = self.cell(cells, "iswarmup").strip().casefold()
        if warmup not in YES | NO:
            raise ValueError(f"isWarmup {text.quoted(warmup)} is neither true nor false")
        found = figures(
            exercise,
            weight=self.cell(cells, "weight"),
            unit=self._mass_unit or self.unit,
            step=text.MILLIONTH,
            reps=self.cell(cells, "reps"),
            seconds=self.cell(cells, "duration"),
            distance=self.cell(cells, "distance"),
            distance_unit=self._distance_unit,
        )
        if found["load_value"] is not None and self._in_kg():
            self._look_at(found)
        return SourceSet(
            kind="warmup" if warmup in YES else "working",
            **found,
            note=text.note(self.cell(cells, "note")),
            line=line,
        )

    def _look_at(self, found: dict[str, Any]) -> None:
        """Counts whether the load was typed in pounds, and turns it back where that was asked for."""
        load: Decimal = found["load_value"]
        pounds = load / POUND_KG
        self.tally["loads"] += 1
        in_halves = abs(pounds * 2 - (pounds * 2).to_integral_value()) < NEAR
        self.tally["pounds"] += in_halves and load % QUARTER != 0
        if self.options.unit == "lb":
            found["load_value"] = text.rounded(pounds, text.HUNDREDTH)
            found["load_unit"] = "lb"
            found["raw"] = found["raw"] or f"weight {load} kg"
