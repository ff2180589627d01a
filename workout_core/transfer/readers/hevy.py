"""The CSV of the Hevy app: a row a set, newest workout first, dates in the language of the app.

The units of mass and distance stand in the names of their columns, each chosen by itself (kg beside miles).
Files before 2024 have no supersets. Set numbers begin anew with each execution, so an exercise done twice in a
workout stays twice. A workout's key is its start as clocks showed it, in whatever language it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.plurals import counted
from workout_core.transfer import text
from workout_core.transfer.figures import effort, end, figures, noisy
from workout_core.transfer.named_dates import named_time
from workout_core.transfer.readers import bare
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import DistanceUnit, MassUnit, SetKind

NAMES: Final = frozenset(
    (
        *("title", "start_time", "end_time", "description", "exercise_title"),
        *("superset_id", "exercise_notes", "set_index", "set_type", "weight", "reps"),
        *("distance", "duration_seconds", "rpe"),
    )
)
MASSES: Final[dict[str, MassUnit]] = {f"weight_{unit}": of for unit, of in text.MASS_UNITS.items()}
LENGTHS: Final[dict[str, DistanceUnit]] = {
    f"distance_{unit}": of for unit, of in text.DISTANCE_UNITS.items()
}
KINDS: Final[dict[str, SetKind]] = {
    "": "working",
    "normal": "working",
    "warmup": "warmup",
    "dropset": "drop",
    "drop": "drop",
    "failure": "failure",
}
OF_WORKOUT: Final = ("start_time", "end_time", "title", "description")


class HevyReader(TableReader):
    name = "hevy"
    needed = ("start_time", "exercise_title", "reps")
    prose = ("description", "exercise_notes")

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self._mass_unit = MASSES.get(_as_field(self.columns.title("weight")))
        self._distance_unit = (
            LENGTHS.get(_as_field(self.columns.title("distance"))) or options.distance_unit
        )
        self._said: tuple[tuple[str, ...], datetime, Mapping[str, Any]] | None = None
        self._unended: dict[str, str] = {}  # ends that cannot be, by the workout's key
        self._kinds: dict[str, int] = {}  # kinds of sets that nobody knows, and a line of each
        self._bare_distances: set[int] = set()  # lines

    @classmethod
    def field_of(cls, name: str) -> str | None:
        name = _as_field(name)
        if name in MASSES:
            return "weight"
        if name in LENGTHS:
            return "distance"
        return name if name in NAMES else None

    def dialect(self) -> str:
        return "csv" if "superset_id" in self.columns.at else "csv without supersets"

    def row(self, line: int, cells: list[str]) -> Row:
        exercise = text.exercise_name(self.cell(cells, "exercise_title"))
        start, said = self._head(cells)
        done = self._set(line, exercise, cells)
        return Row(
            str(start),
            start,
            exercise,
            done,
            written=noisy(self.cell(cells, "weight"), done),
            number=text.count(self.cell(cells, "set_index"), "set_index", 10_000),
            note=text.note(self.cell(cells, "exercise_notes")),
            superset=text.count(self.cell(cells, "superset_id"), "superset_id", 10_000),
            of_workout=said,
        )

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        ended, written = said.pop("ended", None), said.pop("end_time", "")
        return {**said, **end(start, ended, written)}

    def notices(self) -> list[str]:
        found = [
            f"sets of the kind {text.quoted(kind)} are not known and were read as working sets, "
            f"as on line {line}"
            for kind, line in self._kinds.items()
        ]
        if self._unended:
            found.append(
                f"{counted(len(self._unended), 'workout has', 'workouts have')} no end, as what is "
                "written is before the start or hours later, "
                f"such as {text.quoted(next(iter(self._unended.values())))}"
            )
        return found + bare.notices(len(self._bare_distances))

    def _head(self, cells: list[str]) -> tuple[datetime, Mapping[str, Any]]:
        """The start, and what the row says of its workout; rows that follow mostly say the same."""
        words = tuple(self.cell(cells, name) for name in OF_WORKOUT)
        if self._said is None or self._said[0] != words:
            begun, ended, name, note = words
            start = named_time(begun)
            said: dict[str, Any] = {
                "name": text.label(name, "workout's name") or None,
                "note": text.note(note),
                "ended": named_time(ended) if ended.strip() else None,
                "end_time": ended.strip() or None,
            }
            if "extras" in end(start, said["ended"], ended):
                self._unended[str(start)] = ended
            self._said = words, start, said
        return self._said[1:]

    def _set(self, line: int, exercise: str, cells: list[str]) -> SourceSet:
        cell = self.cell
        found = figures(
            exercise,
            weight=cell(cells, "weight"),
            unit=self._mass_unit or self.unit,
            reps=cell(cells, "reps"),
            seconds=cell(cells, "duration_seconds"),
            distance=cell(cells, "distance"),
            distance_unit=self._distance_unit,
        )
        if found["distance_value"] is not None and self._distance_unit is None:
            self._bare_distances.add(line)
        kind = KINDS.get(cell(cells, "set_type").strip().casefold().replace("_", ""))
        if kind is None:
            self._kinds.setdefault(cell(cells, "set_type"), line)
        return SourceSet(kind=kind or "working", **found, **effort(cell(cells, "rpe")), line=line)


def _as_field(name: str) -> str:
    """A folded name as the app writes it, whoever put blanks into it."""
    return name.replace(" ", "_")
