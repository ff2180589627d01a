"""Imports, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.views import View
from workout_cli.wording import volume
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.report import ImportReport, ImportReports

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN: Final = 10


def import_text(result: ImportReport | ImportReports) -> str:
    if isinstance(result, ImportReports):
        return "\n\n".join(map(import_text, result.items))
    told = (
        f"{_title(result)}, {_days(result)}",
        ", ".join(_contents(result)),
        *([f"loads in {result.unit}: {clean(result.unit_reason)}"] if result.unit else []),
        *(
            [f"dates as {result.date_order}: {clean(result.date_reason)}"]
            if result.date_order
            else []
        ),
        *_not_sets(result),
        *_own(result),
        *_duplicates(result),
        *_rejected(result),
        *_columns(result),
        *(f"note: {clean(warning)}" for warning in result.warnings),
        styled(_sum(result), "bold"),
    )
    return "\n".join(told)


def _title(result: ImportReport) -> str:
    title = FORMATS[result.format].title if result.format in FORMATS else result.format
    return f"{title} ({clean(result.dialect)})" if result.dialect else title


def _contents(result: ImportReport) -> Iterator[str]:
    if result.workouts or not result.measurements:
        yield counted(result.workouts, "workout")
        yield counted(result.exercises, "exercise")
        yield counted(result.sets, "set")
        yield volume(result.volume_kg)
    if result.measurements:
        yield counted(result.measurements, "measurement")


def _not_sets(result: ImportReport) -> Iterator[str]:
    if result.rows_not_sets:
        kinds = (f"{count:,} {clean(what)}" for what, count in result.rows_not_sets.items())
        yield f"rows that are no sets: {', '.join(kinds)}"


def _duplicates(result: ImportReport) -> Iterator[str]:
    """Workouts that may be here already, from another source."""
    if not result.duplicates:
        return
    verb = "are" if len(result.duplicates) > 1 else "is"
    yield f"{counted(len(result.duplicates), 'workout')} {verb} probably here already:"
    for each in result.duplicates[:SHOWN]:
        name = clean(each.name or "a workout")
        source = f"from {clean(each.source)}" if each.source else "logged here"
        yield f"  {clean(each.source_key)} is like {name} ({source}, workout show {str(each.id)[:8]})"
    if len(result.duplicates) > SHOWN:
        yield f"  and {len(result.duplicates) - SHOWN} more, which --json lists"


def _columns(result: ImportReport) -> Iterator[str]:
    if result.unknown_columns:
        names = ", ".join(map(clean, result.unknown_columns[:SHOWN]))
        yield f"columns that are kept as they are: {names}"


def _days(result: ImportReport) -> str:
    first, last = (result.first or "?")[:10], (result.last or "?")[:10]
    return first if first == last else f"{first} to {last}"


def _sum(result: ImportReport) -> str:
    verb = "would add" if result.dry_run else "added"
    parts = []
    if result.workouts or not result.measurements:
        parts.append(f"{verb} {counted(result.new, 'workout')}")
    if result.measurements_new:
        parts.append(f"{verb} {counted(result.measurements_new, 'measurement')}")
    if result.updated:
        parts.append(f"{'would update' if result.dry_run else 'updated'} {result.updated}")
    left = result.changed - result.updated - result.conflicting
    others = {
        "unchanged": result.unchanged,
        "measurements unchanged": result.measurements_known,
        "changed in the file, kept as they are here (--update replaces them)": left,
        "changed in the file and edited here, kept as they are here": result.conflicting,
        "deleted here, and left so": result.deleted,
    }
    return "; ".join([*parts, *(f"{count} {state}" for state, count in others.items() if count)])


def _own(result: ImportReport) -> Iterator[str]:
    """The exercises that only this file knows, and what they might be."""
    if not result.unmatched:
        return
    verb = "would become" if result.dry_run else "became"
    what = counted(len(result.unmatched), "exercise")
    yield f"{what} {verb} your own; --map 'NAME=OURS' takes it for one of yours:"
    for each in result.unmatched[:SHOWN]:
        near = f"   like {', '.join(map(clean, each.suggestions))}" if each.suggestions else ""
        yield f"  {clean(each.name)}, {counted(each.sets, 'set')}{near}"
    if len(result.unmatched) > SHOWN:
        yield f"  and {len(result.unmatched) - SHOWN} more, which --json lists"


def _rejected(result: ImportReport) -> Iterator[str]:
    for each in result.rejected[:SHOWN]:
        yield f"line {each.line} was left out: {clean(each.reason)}"
    if len(result.rejected) > SHOWN:
        yield f"and {len(result.rejected) - SHOWN} lines more, which --json lists"


IMPORT: Final = View(text=import_text)
