"""What was logged, as it is shown: how it was read, and what it comes to where there is something to say."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.errors import exit_code
from workout_cli.layout import Column, Table
from workout_cli.options import today
from workout_cli.views import View
from workout_cli.widths import cut, display_width
from workout_cli.wording import body_cells, clock, day, in_unit, number, thousandths, volume
from workout_core.errors import WorkoutError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.training.gear import converted
from workout_core.training.one_rep_max import DEFAULT, NAMES
from workout_core.units import EXACT_PER, exact_mass, round_half_up
from workout_core.workouts.log_schemas import LogLinesRead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from pydantic import BaseModel

    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.log_schemas import (
        LoggedEntry,
        LoggedLine,
        LoggedPlates,
        LoggedRecord,
        LoggedWorkout,
        LogRead,
        RefusedLine,
    )

COLUMNS: Final = tuple(
    Column(name, typed=name in ("exercise", "note"))
    for name in (
        *("exercise", "kind", "side", "load", "unit", "mode", "reps"),
        *("duration_s", "distance_m", "rpe", "tempo", "rest_s"),
        *("hr_avg", "hr_max", "calories", "elevation_m", "note"),
    )
)
INDENT: Final = "  "
TENTH: Final = Decimal("0.1")
HUNDREDTH: Final = Decimal("0.01")
KILOMETRE: Final = Decimal(1000)
WIDEST: Final = 80
A_SIDE: Final = " a side "
MOST_LOADS: Final = 2


def log_text(result: LogRead) -> str:
    lines = []
    for entry in result.entries:
        lines.append(styled(clean(entry.reading), "bold"))
        lines += [f"{INDENT}{line}" for line in _about(entry)]
    if result.added:
        lines.append(f"{INDENT}{clean(result.added)} is new")
    if result.note:
        lines.append(f"{INDENT}// {clean(result.note)}")
    return "\n".join([*lines, _end(result)])


def lines_text(result: LogLinesRead) -> str:
    """Each line as it was read, with its records, and the workouts that they went into."""
    lines = []
    for item in result.items:
        for entry in item.entries:
            new = ", ".join(_news(entry))
            reading = styled(clean(entry.reading), "bold")
            lines.append(reading + (styled(f"{INDENT}new: {new}", "green") if new else ""))
    workouts = {item.workout.id: item.workout for item in result.items if item.workout}
    lines += [styled(_workout(each), "dim") for each in workouts.values()]
    logged = f"{counted(result.total, 'line')} logged"
    if result.items and not workouts:
        logged = f"dry run: {counted(result.total, 'line')} read, nothing was written"
    refused = f", {len(result.errors):,} refused" if result.errors else ""
    return "\n".join([*lines, styled(f"{logged}{refused}", "dim")])


def log_table(result: LogRead | LogLinesRead) -> Table:
    reads = result.items if isinstance(result, LogLinesRead) else [result]
    return Table(COLUMNS, [row for read in reads for row in _rows(read)])


def left_open(workout: LoggedWorkout) -> str:
    """That a workout was left open, so that the line did not go into it."""
    name = clean(workout.name or "The workout")
    way = "finish closes it at its last set" if workout.sets else "discard ends it"
    return f"{name} of {_short(workout.local_date)} is still open; workout {way}, --in open logs into it"


def _rows(result: LogRead) -> Iterator[tuple[str, ...]]:
    for entry in result.entries:
        for each in entry.sets:
            yield (
                entry.exercise,
                each.kind,
                each.side or "",
                number(each.load_value),
                each.load_unit or "",
                each.load_mode or "",
                number(each.reps),
                number(each.duration_s),
                number(each.distance_m),
                number(each.rpe),
                each.tempo or "",
                number(each.rest_s),
                *body_cells(each),
                result.note or "",
            )


def _about(entry: LoggedEntry) -> Iterator[str]:
    """What an exercise comes to, in a few lines; nothing where there is nothing to say."""
    estimate, news = _estimate(entry), ", ".join(_news(entry))
    first = "first time" if _is_first(entry) else ""
    new = styled(f"new: {news}", "green") if news else styled(first, "dim")
    if estimate or new:
        yield (INDENT + " ").join(filter(None, (estimate, new)))
    yield from _rounded(entry)
    room = width() - len(INDENT)
    if last := entry.last_time:
        told = f"last time  {_short(last.local_date)}  {clean(last.reading)}"
        yield styled(cut(told, room), "dim")
    if plates := _plates(entry):
        yield styled(cut(f"plates  {plates}", room), "dim")


def _estimate(entry: LoggedEntry) -> str:
    """The e1RM in the unit of the loads, and by how much it is the best; a lighter day needs no comment."""
    if entry.e1rm_kg is None:
        return ""
    units = [each.load_unit for each in entry.sets if each.load_unit]
    unit: MassUnit = units[-1] if units else "kg"
    by = "" if entry.e1rm_formula == DEFAULT else f" ({NAMES[entry.e1rm_formula]})"
    told = f"e1RM {_mass(entry.e1rm_kg, unit)} {unit}{by}"
    if entry.e1rm_change_kg is None or entry.e1rm_change_kg <= 0:
        return told
    return f"{told}{INDENT}{styled(f'+{_mass(entry.e1rm_change_kg, unit)}', 'green')}"


def _rounded(entry: LoggedEntry) -> Iterator[str]:
    """The loads that were rounded to what can be loaded, each once, and the gap."""
    for wanted, wanted_unit, load, unit in dict.fromkeys(
        (each.wanted_value, each.wanted_unit, each.load_value, each.load_unit)
        for each in entry.sets
    ):
        if wanted is None or wanted_unit is None or load is None or unit is None:
            continue
        exact = exact_mass(load, unit) - exact_mass(wanted, wanted_unit)
        gap = round_half_up(Decimal(abs(exact)) / EXACT_PER[wanted_unit], HUNDREDTH)
        same = number(round_half_up(converted(load, unit, wanted_unit), HUNDREDTH))
        also = f" ({same} {wanted_unit})" if unit != wanted_unit else ""
        way = "over" if exact > 0 else "short"
        told = f"{number(load)} {unit}{also} is the nearest here to {number(wanted)} {wanted_unit}"
        yield styled(f"{told}: {number(gap)} {wanted_unit} {way}", "dim")


def _mass(kilos: Decimal, unit: MassUnit) -> str:
    return number(round_half_up(in_unit(kilos, unit), TENTH))


def _is_first(entry: LoggedEntry) -> bool:
    """Whether the exercise was never done before."""
    firsts = (each.previous is None and each.previous_reps is None for each in entry.records)
    return bool(entry.records) and entry.last_time is None and all(firsts)


def _news(entry: LoggedEntry) -> Iterator[str]:
    """The records in words; a first of its kind is none to speak of, and the e1RM tells its own."""
    if _is_first(entry):
        return
    heaviest = [each.value for each in entry.records if each.kind == "max_weight"]
    signed = any(each.load_mode in ("added", "bodyweight") for each in entry.sets)
    for each in entry.records:
        if each.kind == "e1rm" or (each.previous is None and each.kind != "rep_pr"):
            continue
        if each.kind != "rep_pr" or each.value not in heaviest:
            yield record_words(each, "+" if signed and each.value > 0 else "")


def record_words(record: LoggedRecord, sign: str = "") -> str:
    """A record as it is spoken of."""
    load = f"{sign}{number(record.value)} {record.unit}"
    words = {
        "max_weight": f"heaviest {load}",
        "rep_pr": f"{record.reps} reps at {load}" if record.value else f"{record.reps} reps",
        "set_volume": "set volume",
        "session_volume": "session volume",
        "longest_distance": f"farthest {_distance(record.value)}",
    }
    if record.kind in words:
        return words[record.kind]
    if record.kind == "fastest":
        return f"fastest {record.distance} {clock(record.value)}"
    return f"longest {clock(record.value)}"


def _distance(metres: Decimal) -> str:
    """A distance in metres, in kilometres from one on."""
    return f"{number(metres)} m" if metres < KILOMETRE else f"{number(metres / KILOMETRE)} km"


def _plates(entry: LoggedEntry) -> str:
    """The plates of the working loads, each load once; of many, those of the heaviest."""
    loads = {
        (each.load_value, each.load_unit): each.plates
        for each in entry.sets
        if each.plates and each.kind != "warmup"
    }
    if len(loads) < 2:
        return "".join(map(_side, loads.values()))
    if len(loads) > MOST_LOADS:
        heaviest = max(loads, key=lambda load: exact_mass(load[0] or Decimal(0), load[1] or "kg"))
        loads = {heaviest: loads[heaviest]}
    told = [f"{number(value)} {unit}: {_side(each)}" for (value, unit), each in loads.items()]
    shared = told[-1][told[-1].index(A_SIDE) :]
    return " · ".join([*(each.removesuffix(shared) for each in told[:-1]), told[-1]])


def _side(plates: LoggedPlates) -> str:
    told = " + ".join(map(number, plates.per_side)) or "none"
    foreign = (
        f" {plates.plates_unit}" if plates.per_side and plates.plates_unit != plates.unit else ""
    )
    gap = ""
    if plates.shortfall:
        way = "short" if plates.shortfall > 0 else "over"
        gap = f", {thousandths(abs(plates.shortfall))} {plates.unit} {way}"
    return f"{told}{foreign}{A_SIDE}(bar {number(plates.bar)} {plates.bar_unit}{gap})"


def _end(result: LogRead) -> str:
    """The workout in a line, and how to take it back."""
    if result.workout is None:
        return styled("dry run: nothing was written", "dim")
    told, undo = _workout(result.workout), f"undo: {result.undo}" if result.undo else ""
    room = min(width(), WIDEST) - display_width(told) - len(undo)
    between = " " * room if room >= 2 else "\n"
    return styled(f"{told}{between}{undo}".rstrip(), "dim")


def _workout(workout: LoggedWorkout) -> str:
    parts = (
        clean(workout.name or ""),
        day(workout.local_date),
        counted(workout.sets, "set"),
        volume(workout.volume_kg) if workout.volume_kg else "",
    )
    return " · ".join(filter(None, parts))


def _short(value: date) -> str:
    """A day as in `Fri 20 Nov`, with its year where that is another."""
    year = "" if value.year == today().year else f" {value.year}"
    return f"{value:%a} {value.day} {value:%b}{year}"


def _text(result: LogRead | LogLinesRead) -> str:
    return lines_text(result) if isinstance(result, LogLinesRead) else log_text(result)


def _each(result: LogRead | LogLinesRead) -> Iterable[BaseModel]:
    if not isinstance(result, LogLinesRead):
        return [result]
    told: list[LoggedLine | RefusedLine] = [*result.items, *result.errors]
    return sorted(told, key=lambda each: each.line)


def _code(result: LogRead | LogLinesRead) -> int:
    """The exit code of the first line that was refused."""
    if not isinstance(result, LogLinesRead) or not result.errors:
        return 0
    return exit_code(WorkoutError.by_code.get(result.errors[0].type, WorkoutError))


LOGGED: Final = View(log_table, _text, columns=COLUMNS, each=_each, code=_code)
