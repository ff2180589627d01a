"""The export of Alpha Progression: blocks of lines, not a table.

    "Back - Day 4"                              a title
    "2023-02-21 5:46 pm",1:04 hr                start and length
    "Day 4 · Week 2 · Plan"                     the plan
    "1. Lat Pulldowns Cable","25 x 20\n40 x 15"   an exercise, and what was noted of it, warm-ups too
    "10 reps"                                   what was planned
    #,LBS,REPS                                  the columns of the sets that follow
    1,85,15
    2,-,-                                       not done

A later form puts title, start and length on one line and the planned repetitions into the exercise's name, has a
column RIR, and writes `;`, a comma for decimals, and `+35` for a load added to the body. Warm-ups stand in the note
as free text, so they stay a note. The sets of a drop set are not in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.transfer import text
from workout_core.transfer.reading import SourceExecution, SourceSet, SourceWorkout
from workout_core.transfer.tables import Cells, table
from workout_core.transfer.workout_reader import WorkoutReader
from workout_core.units import metres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import LoadMode, MassUnit

HEAD: Final = 32_768
NOT_DONE, WARMUPS, DROPS = "not done", "warm-ups", "drop sets"
MAX_SETS: Final = 1_000
FORGOTTEN: Final = timedelta(hours=6)
SECONDS: Final = {
    **dict.fromkeys(("sec", "secs", "seconds", "s"), 1),
    **dict.fromkeys(("min", "mins", "minutes"), 60),
}

_COLUMNS: Final = re.compile(r"^\ufeff?\"?#\"?([,;\t])(.*)$", re.MULTILINE)
_START: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}\s\d{1,2}:\d{2}(?:\s?(?:[ap]\.?m\.?|h))?", re.IGNORECASE
)
_EXERCISE: Final = re.compile(r"[0-9]{1,3}\. (.+)", re.DOTALL)
_LENGTH: Final = re.compile(r"(?:([0-9]{1,4}):([0-5][0-9])|([0-9]{1,4}))\s?([a-z]+)\.?")
_PLANNED: Final = re.compile(r"([0-9]{1,4})(?: ?[-–] ?([0-9]{1,4}))? reps?")
_SETS_BELOW: Final = re.compile(r"^(?:#|[0-9]+)[,;\t]", re.MULTILINE)
_DROPS: Final = re.compile(r"drop ?sets?", re.IGNORECASE)
_WARMUP: Final = re.compile(r"\b[0-9]+(?:[.,][0-9]+)? ?[x×] ?[0-9]+|\bWU[0-9]", re.IGNORECASE)


@dataclass(slots=True)
class _Exercise:
    name: str
    note: str | None
    planned: dict[str, Any]
    columns: list[str] = field(default_factory=list)
    sets: list[SourceSet] = field(default_factory=list)


@dataclass(slots=True)
class _Session:
    start: datetime
    title: str
    length: str
    plan: str = ""
    rows: int = 0
    exercises: list[_Exercise] = field(default_factory=list)


class AlphaProgressionReader(WorkoutReader):
    name = "alpha_progression"

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        found = _columns(source)
        if found is None:
            raise InvalidError(
                f"{source.name} is not Alpha Progression's: no line has the columns of sets",
                hints=["such a line reads #,KG,REPS"],
            )
        self._separator, self._form = found

    @classmethod
    def recognises(cls, source: Source) -> bool:
        return _columns(source) is not None

    def dialect(self) -> str:
        return self._form

    def notices(self) -> list[str]:
        told = {
            NOT_DONE: "left out, having no sets; the workouts' extras name what was left out",
            WARMUPS: "with a list of warm-up sets, which is kept as a note",
            DROPS: "with drop sets, which Alpha Progression leaves out of its export",
        }
        return [
            f"{counted(self.tally[what], 'exercise')} {words}"
            for what, words in told.items()
            if self.tally[what]
        ]

    def parse(self) -> Iterator[tuple[SourceWorkout, int]]:
        blocks = _Blocks(self)
        for line, cells in table(self.source, self._separator, 2, {1}, _noted):
            done = blocks.take(line, cells)
            if done is not None:
                yield from self._finished(done)
        if blocks.session is not None:
            yield from self._finished(blocks.session)

    def _finished(self, session: _Session) -> Iterator[tuple[SourceWorkout, int]]:
        for each in session.exercises:
            self.tally[NOT_DONE] += not each.sets
            self.tally[WARMUPS] += bool(_WARMUP.search(each.note or ""))
            self.tally[DROPS] += bool(_DROPS.search(f"{each.name} {each.note or ''}"))
        if any(each.sets for each in session.exercises):
            yield _workout(session), session.rows


class _Blocks:
    """Puts lines together to sessions."""

    def __init__(self, reader: AlphaProgressionReader) -> None:
        self.reader = reader
        self.session: _Session | None = None
        self.title = ""
        self.between = True  # after a blank line, where a title stands

    def take(self, line: int, cells: Cells) -> _Session | None:
        """Heed one line; the session before, where another begins with it."""
        try:
            return self._line(line, _bare(cells))
        except ValueError as error:
            self.reader.rows += 1
            self.reader.reject(line, str(error))
            return None

    def _line(self, line: int, cells: list[str]) -> _Session | None:
        at = next((at for at, cell in enumerate(cells[:2]) if _START.fullmatch(cell)), None)
        if at is not None:
            return self._begin(cells, at)
        if not any(cells):
            self.between = True
        elif self.between:
            self.title, self.between = text.label(cells[0], "workout's name"), False
        elif self.session is None:
            raise ValueError(f"{text.quoted(cells[0])} stands before any workout's start")
        elif found := _EXERCISE.fullmatch(cells[0]):
            self.session.exercises.append(_exercise(found[1], cells[1:]))
        elif self.session.exercises:
            self._of_exercise(line, self.session, self.session.exercises[-1], cells)
        else:
            self.session.plan = text.label(cells[0], "plan")
        return None

    def _of_exercise(
        self, line: int, session: _Session, exercise: _Exercise, cells: list[str]
    ) -> None:
        """Heed a line below an exercise's name."""
        if cells[0] == "#":
            exercise.columns = [text.fold(cell) for cell in cells[1:]]
            self._learn(exercise.columns)
        elif exercise.columns:
            self._set(line, session, exercise, cells)
        elif planned := _PLANNED.fullmatch(cells[0]):
            exercise.planned = _targets(planned)
        else:
            raise ValueError(f"{text.quoted(cells[0])} is not understood")

    def _begin(self, cells: list[str], at: int) -> _Session | None:
        before = self.session
        title = text.label(cells[0], "workout's name") if at else self.title
        length = cells[at + 1] if len(cells) > at + 1 else ""
        start = text.local_time(re.sub(r"\s?h$", "", cells[at]))
        self.session = _Session(start, title, length)
        self.title, self.between = "", False
        return before

    def _learn(self, columns: list[str]) -> None:
        known = self.reader.unknown_columns
        known += [name for name in columns if name and name not in known and not _is_known(name)]

    def _set(self, line: int, session: _Session, exercise: _Exercise, cells: list[str]) -> None:
        if not cells[0].isdecimal() or len(cells) != len(exercise.columns) + 1:
            raise ValueError(
                f"{text.quoted(cells[0])} begins no set with {len(exercise.columns)} values"
            )
        said = {
            name: cell
            for name, cell in zip(exercise.columns, cells[1:], strict=True)
            if cell not in ("", "-", "–")
        }
        if len(exercise.sets) >= MAX_SETS:
            raise ValueError(f"an exercise has more than {MAX_SETS:,} sets")
        if said:
            exercise.sets.append(_set(line, exercise, said))
        else:
            self.reader.rows_not_sets[NOT_DONE] += 1
        self.reader.rows += 1
        session.rows += 1


def _bare(cells: Cells) -> list[str]:
    """The cells of a line, without marks and blanks at their ends."""
    if isinstance(cells, str):
        raise ValueError(cells)  # noqa: TRY004 - the line is bad, not the type
    return [cell.strip("\ufeff \t\r\n\u00a0\u202f") for cell in cells]


def _noted(cells: Cells) -> list[str]:
    """The cells of a record over several lines: an exercise with its note, else a mark is stray."""
    cells = _bare(cells)
    if len(cells) != 2 or not _EXERCISE.fullmatch(cells[0]) or _SETS_BELOW.search(cells[1]):
        raise ValueError("a quotation mark is not closed")
    return cells


def _columns(source: Source) -> tuple[str, str] | None:
    """The separator, and the first line of columns; None where the beginning has none below a start."""
    try:
        with source.text() as file:
            head = file.read(HEAD).replace("\r\n", "\n")
    except InvalidError:
        return None
    found = _COLUMNS.search(head)
    if found is None or not _START.search(head, 0, found.start()):
        return None
    return found[1], f"#{found[1]}{found[2]}".strip()[:40]


def _is_known(name: str) -> bool:
    return (
        name in ("reps", "rir", "rpe")
        or name in text.MASS_UNITS
        or name in text.DISTANCE_UNITS
        or name in SECONDS
    )


def _exercise(said: str, rest: list[str]) -> _Exercise:
    """An exercise of `Hack Squats · Machine · 8 reps · 2 dropsets`: what is planned is no part of the name."""
    planned: dict[str, Any] = {}
    names: list[str] = []
    remarks: list[str] = []
    for part in said.split(" · "):
        if found := _PLANNED.fullmatch(part.strip()):
            planned = _targets(found)
        elif names and _DROPS.search(part):
            remarks.append(part.strip())
        else:
            names.append(part.strip())
    noted = "\n".join(filter(None, [*remarks, *rest]))
    return _Exercise(
        name=text.label(" · ".join(names), "exercise's name"),
        note=text.note(re.sub(r"<br ?/?>", "\n", noted)),
        planned=planned,
    )


def _targets(found: re.Match[str]) -> dict[str, Any]:
    most = int(found[2]) if found[2] else None
    return {"target_reps": int(found[1]), "target_reps_max": most}


def _set(line: int, exercise: _Exercise, said: dict[str, str]) -> SourceSet:
    values: dict[str, Any] = {}
    unread = []
    for name, cell in said.items():
        if name in text.MASS_UNITS:
            values |= _load(cell, text.MASS_UNITS[name], exercise.name)
        elif name in text.DISTANCE_UNITS:
            values |= _distance(cell, name)
        elif name in SECONDS:
            values |= _time(cell, SECONDS[name])
        elif name == "reps":
            values["reps"] = text.count(cell, "reps", 10_000)
        elif name in ("rir", "rpe"):
            values |= _effort(cell, name)
        else:
            unread.append(f"{name} {cell}")
    return SourceSet(line=line, raw="; ".join(unread) or None, **values, **exercise.planned)


def _load(cell: str, unit: MassUnit, exercise: str) -> dict[str, Any]:
    value, _ = text.quantity(cell.lstrip("+-"), "weight", text.HUNDREDTH, 99_999)
    if value is None:
        return {}
    mode: LoadMode = "absolute"
    if cell.startswith("-"):
        mode = "assisted"
    elif cell.startswith("+") or exercise.casefold().endswith("bodyweight"):
        mode = "added"
    return {"load_value": value, "load_unit": unit, "load_mode": mode}


def _distance(cell: str, name: str) -> dict[str, Any]:
    unit = text.DISTANCE_UNITS[name]
    value, _ = text.quantity(cell, "distance", text.THOUSANDTH, 10_000)
    if value is None:
        return {}
    return {
        "distance_m": metres(value, unit),
        "distance_value": value,
        "distance_unit": unit,
    }


def _time(cell: str, unit: int) -> dict[str, Any]:
    if found := re.fullmatch(r"([0-9]{1,4}):([0-5][0-9])", cell):
        return {"duration_s": Decimal(int(found[1]) * 60 + int(found[2]))}
    value, _ = text.quantity(cell, "time", text.THOUSANDTH, 100_000)
    return {} if value is None else {"duration_s": value * unit}


def _effort(cell: str, scale: str) -> dict[str, Any]:
    value = text.number(cell)
    if value is None or not 0 <= value <= 10:
        raise ValueError(f"{scale} {text.quoted(cell)} is not between 0 and 10")
    return {"rpe": text.rounded(value, text.HUNDREDTH), "effort_scale": scale}


def _workout(session: _Session) -> SourceWorkout:
    lasted = _length(session.length)
    extras: dict[str, Any] = {"plan": session.plan} if session.plan else {}
    if session.length and (lasted is None or lasted > FORGOTTEN):
        extras["duration"] = session.length[:100]
        lasted = None
    not_done = [
        ": ".join(filter(None, (each.name, each.note)))
        for each in session.exercises
        if not each.sets
    ]
    if not_done:
        extras["not done"] = not_done
    return SourceWorkout(
        source_key=str(session.start),
        started_at=session.start,
        ended_at=session.start + lasted if lasted else None,
        executions=tuple(
            SourceExecution(each.name, tuple(each.sets), note=each.note)
            for each in session.exercises
            if each.sets
        ),
        name=session.title or None,
        extras=extras,
    )


def _length(said: str) -> timedelta | None:
    """`1:04 hr` and `36 min`; None where it can't be read."""
    found = _LENGTH.fullmatch(said.strip().casefold())
    if found is None:
        return None
    hours, minutes, number, unit = found.groups()
    if hours:
        return timedelta(hours=int(hours), minutes=int(minutes))
    return timedelta(minutes=int(number) * (60 if unit.startswith(("h", "st")) else 1))
