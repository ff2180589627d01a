"""Reads files that are no table of a row a set: a format yields whole workouts, and says which rows are bad.

The first reading counts and finds what cannot be read; each later one yields the same workouts again.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from workout_core.transfer.reading import Reading
from workout_core.transfer.rejecting import check_rejected, reject, told_repeated
from workout_core.transfer.source import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.transfer.reading import Options, Rejected, SourceWorkout
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import MassUnit


class WorkoutReader(ABC):
    """Reads one file; subclasses say what is particular to their format."""

    name: ClassVar[str]

    def __init__(self, source: Source, options: Options) -> None:
        self.source, self.options = source, options
        self.unknown_columns: list[str] = []
        self._begin()

    def _begin(self) -> None:
        self.rejected: list[Rejected] = []
        self.rows_not_sets: Counter[str] = Counter()
        self.tally: Counter[str] = Counter()  # what a format counts
        self.rows = self._repeated = 0

    @classmethod
    @abstractmethod
    def recognises(cls, source: Source) -> bool:
        """Whether the file's beginning is of this format."""

    @abstractmethod
    def parse(self) -> Iterator[tuple[SourceWorkout, int]]:
        """Each workout as it stands in the file, with its number of rows; counts `rows` as it goes."""

    def dialect(self) -> str:
        """Which of the format's forms the file has."""
        return ""

    def notices(self) -> list[str]:
        """What a person should know of how the file was read."""
        return []

    def facts(self) -> dict[str, Any]:
        """Fields of the Reading that only this format knows."""
        return {}

    def reject(self, line: int, reason: str) -> None:
        """Leave a row out."""
        reject(self.rejected, line, reason, self.rows)

    def read(self) -> Reading:
        """Go through the file once. InvalidError where more than half of it cannot be read."""
        units: Counter[MassUnit] = Counter()
        for workout in self.workouts():
            units.update(
                each.load_unit
                for execution in workout.executions
                for each in execution.sets
                if each.load_unit
            )
        check_rejected(self.rejected, self.rows)
        warnings = list(self.source.warnings) + self._unused(units) + self.notices()
        warnings += told_repeated(self._repeated)
        said = ", ".join(f"{count:,} in {unit}" for unit, count in units.most_common())
        facts: dict[str, Any] = {
            "dialect": self.dialect(),
            "rejected": self.rejected,
            "warnings": warnings,
            "rows": self.rows,
            "rows_not_sets": dict(self.rows_not_sets),
            "rows_repeated": self._repeated,
            "unit": units.most_common(1)[0][0] if units else None,
            "unit_reason": f"the file says it: {said}" if said else "the file has no loads",
            **self.facts(),
        }
        kept = sorted(self.workouts(), key=lambda each: each.started_at) if self._small() else []
        return Reading(
            format=self.name,
            workouts=(lambda: kept) if self._small() else self.workouts,
            unknown_columns=self.unknown_columns,
            **facts,
        )

    def workouts(self) -> Iterator[SourceWorkout]:
        """The workouts, each once; two that differ and have one key get keys of their own."""
        self._begin()
        seen: dict[str, list[int]] = {}
        for workout, rows in self.parse():
            same = seen.setdefault(workout.source_key, [])
            content = hash((workout.name, workout.started_at, workout.executions))
            if content in same:
                self._repeated += rows
                continue
            same.append(content)
            if len(same) > 1:
                key = f"{workout.source_key} ({len(same)})"
                yield replace(workout, source_key=key)
            else:
                yield workout

    def _small(self) -> bool:
        return self.source.size <= SMALL

    def _unused(self, units: Counter[MassUnit]) -> list[str]:
        given = self.options.unit
        if not given or not units or given in units:
            return []
        said = ", ".join(units)
        return [f"The file has its units ({said}): the given {given} was not used"]
