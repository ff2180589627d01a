"""The history of Liftosaur as CSV: a row a set, planned (`Required`) and done (`Completed`).

Times are instants, in three styles that mean the same. A set without completed repetitions was planned and not
done. Units stand in every row. An older form has one column each for weight and RPE. Muscles are passed over.
"""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer import text
from workout_core.transfer.moments import moment
from workout_core.transfer.reading import SourceSet
from workout_core.transfer.table_reader import Row, TableReader

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from workout_core.vocabulary import MassUnit

FIELDS: Final = {
    **{
        name: name
        for name in (
            *("workout datetime", "program", "day name", "exercise", "is warmup set?"),
            *("required reps", "completed reps", "is amrap?", "required rpe", "completed rpe"),
            *("required weight value", "required weight unit", "completed weight value"),
            *("completed weight unit", "completed reps time", "notes"),
        )
    },
    "rpe": "completed rpe",
    "weight value": "completed weight value",
    "weight unit": "completed weight unit",
    **dict.fromkeys(("log rpe?", "ask weight?", "target muscles", "synergist muscles"), ""),
}
FLAGS: Final = {"1": True, "true": True, "0": False, "false": False, "": False}

_RANGE: Final = re.compile(r"([0-9]{1,5}) ?[-–] ?([0-9]{1,5})\+?")


class LiftosaurReader(TableReader):
    name = "liftosaur"
    needed = ("workout datetime", "exercise", "completed reps")
    prose = ("notes",)

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return FIELDS.get(name)

    def dialect(self) -> str:
        return "20 columns" if "required weight value" in self.columns.at else "one weight"

    def row(self, line: int, cells: list[str]) -> Row | str:
        start = instant(self.cell(cells, "workout datetime"))
        exercise = text.exercise_name(self.cell(cells, "exercise"))
        if not self.cell(cells, "completed reps").strip():
            return "not done"
        said = {
            "name": text.label(self.cell(cells, "day name"), "day's name") or None,
            "program": text.label(self.cell(cells, "program"), "program's name") or None,
        }
        return Row(
            start.isoformat(),
            start,
            exercise,
            self._set(line, cells),
            note=text.note(self.cell(cells, "notes")),
            of_workout=said,
        )

    def finish(self, start: datetime, said: dict[str, Any]) -> dict[str, Any]:
        program = said.pop("program", None)
        return {**said, "extras": {"program": program}} if program else said

    def _set(self, line: int, cells: list[str]) -> SourceSet:
        cell = self.cell
        load, unit, raw = self._load(cells, "completed")
        planned, planned_unit, planned_raw = self._load(cells, "required")
        reps, reps_max = _reps(cell(cells, "required reps"))
        rpe, rpe_raw = text.quantity(cell(cells, "completed rpe"), "rpe", text.HUNDREDTH, 10)
        planned_rpe, _ = text.quantity(cell(cells, "required rpe"), "rpe", text.HUNDREDTH, 10)
        at = cell(cells, "completed reps time").strip()
        return SourceSet(
            kind="warmup" if _flag(cell(cells, "is warmup set?")) else "working",
            load_value=load,
            load_unit=unit,
            load_mode="absolute" if load else None,
            reps=text.count(cell(cells, "completed reps"), "completed reps", 10_000),
            rpe=rpe,
            effort_scale="rpe" if rpe else None,
            amrap=_flag(cell(cells, "is amrap?")),
            performed_at=instant(at) if at else None,
            target_load_value=planned,
            target_load_unit=planned_unit,
            target_reps=reps,
            target_reps_max=reps_max,
            target_rpe=planned_rpe,
            raw="; ".join(filter(None, (raw, planned_raw, rpe_raw))) or None,
            line=line,
        )

    def _load(
        self, cells: list[str], which: str
    ) -> tuple[Decimal | None, MassUnit | None, str | None]:
        """A load and its unit, and what was written where it is none, as a share of the best lift."""
        value, unit = (self.cell(cells, f"{which} weight {what}") for what in ("value", "unit"))
        if unit.strip() == "%":
            return None, None, f"{which} weight {value.strip()[:40]} %"
        load, raw = text.quantity(value, f"{which} weight", text.HUNDREDTH, 99_999)
        written = text.unit_of(unit, text.MASS_UNITS)
        if load is not None and which == "required" and written is None:
            return None, None, f"required weight {value.strip()[:40]}"
        return load, (written or self.unit) if load is not None else None, raw


def instant(cell: str) -> datetime:
    """A moment of `2025-05-20T05:00:00.000Z` or `2025-05-20 05:00:00 +00:00`, in UTC."""
    at = moment(cell)
    if at.tzinfo is None:
        raise ValueError(f"{text.quoted(cell)} is no time like 2025-05-20T05:00:00Z")
    return at.astimezone(UTC)


def _flag(cell: str) -> bool:
    word = cell.strip().casefold()
    if word not in FLAGS:
        raise ValueError(f"{text.quoted(cell)} is neither 1 nor 0")
    return FLAGS[word]


def _reps(cell: str) -> tuple[int | None, int | None]:
    """`5`, `5+` and `8-12`."""
    if found := _RANGE.fullmatch(cell.strip()):
        return int(found[1]), int(found[2])
    return text.count(cell.strip().removesuffix("+"), "required reps", 10_000), None
