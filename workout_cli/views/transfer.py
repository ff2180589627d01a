"""Imports, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.views import View
from workout_cli.wording import counted, kilos
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.transfer.schemas import ImportReport

SHOWN: Final = 10


def import_text(result: ImportReport) -> str:
    told = (
        f"{result.format.title()} ({result.dialect}), {_days(result)}",
        ", ".join(
            (
                counted(result.workouts, "workout"),
                counted(result.exercises, "exercise"),
                counted(result.sets, "set"),
                kilos(result.volume_kg),
            )
        ),
        *([f"loads in {result.unit}: {clean(result.unit_reason)}"] if result.unit else []),
        *_own(result),
        *_rejected(result),
        *(f"note: {clean(warning)}" for warning in result.warnings),
        styled(_sum(result), "bold"),
    )
    return "\n".join(told)


def _days(result: ImportReport) -> str:
    first, last = (result.first or "?")[:10], (result.last or "?")[:10]
    return first if first == last else f"{first} to {last}"


def _sum(result: ImportReport) -> str:
    verb = "would add" if result.dry_run else "added"
    others = {
        "unchanged": result.unchanged,
        "changed since, kept as they are here": result.changed,
        "deleted here, and left so": result.deleted,
    }
    parts = [f"{verb} {counted(result.new, 'workout')}"]
    return "; ".join(parts + [f"{count} {state}" for state, count in others.items() if count])


def _own(result: ImportReport) -> Iterator[str]:
    """The exercises that only this file knows."""
    if not result.unmatched:
        return
    verb = "would become" if result.dry_run else "became"
    names = [clean(each.name) for each in result.unmatched[:SHOWN]]
    more = len(result.unmatched) - len(names)
    tail = f" and {more} more" if more else ""
    yield f"{counted(len(result.unmatched), 'exercise')} {verb} your own: {', '.join(names)}{tail}"


def _rejected(result: ImportReport) -> Iterator[str]:
    for each in result.rejected[:SHOWN]:
        yield f"line {each.line} was left out: {clean(each.reason)}"
    if len(result.rejected) > SHOWN:
        yield f"and {len(result.rejected) - SHOWN} lines more, which --json lists"


IMPORT: Final = View(text=import_text)
