"""What is looked back at, as it is shown."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.layout import NARROWEST, Column, Table
from workout_cli.views import View
from workout_cli.widths import cut, display_width, wrapped
from workout_cli.wording import ago, amount, day, effort, grouped, load, near
from workout_core.plurals import counted
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.history.schemas import (
        ExerciseSessionRead,
        ExerciseSessionsRead,
        FoundRead,
        SearchRead,
    )

ROOMY: Final = 60
SESSION_SETS: Final = (
    Column("date", told=near),
    Column("workout", shrinks=True, typed=True),
    Column("set", "right"),
    Column("kind"),
    Column("load", "right"),
    Column("done", "right"),
    Column("effort"),
    Column("note", shrinks=True, typed=True),
)
HITS: Final = (
    Column("id"),
    Column("date"),
    Column("place"),
    Column("exercise", shrinks=True, typed=True),
    Column("text", shrinks=True, typed=True),
)


def sessions_text(result: ExerciseSessionsRead) -> str:
    of = f"  {len(result.items)} of {counted(result.total, 'session')}"
    name = cut(clean(result.exercise.name), width() - len(of))
    lines = [styled(name, "bold") + styled(of, "dim")]
    for number, each in enumerate(result.items, 1):
        lines += _session(number, each)
    return "\n".join(lines) if result.items else f"{clean(result.exercise.name)} was never logged"


def sessions_table(result: ExerciseSessionsRead) -> Table:
    """A row for every set."""
    rows = [
        (
            session.local_date.isoformat(),
            session.name or "",
            str(count),
            each.kind,
            load(each),
            amount(each),
            effort(each),
            each.note or (session.note or "" if count == 1 else ""),
        )
        for session in result.items
        for count, each in enumerate(session.sets, 1)
    ]
    return Table(SESSION_SETS, rows)


def found_text(result: SearchRead) -> str:
    """A line a place: which workout, what is there, and the line of it that holds the text."""
    if not result.items:
        return f"Nothing holds {clean(result.text)!r}"
    kinds = max(len(each.place) for each in result.items)
    return "\n".join(_found(n, each, result.text, kinds) for n, each in enumerate(result.items, 1))


def unused_names(result: SearchRead) -> str:
    """That exercises which were never used are called so too, and how they are listed."""
    told = f"{counted(result.unused, 'exercise')} that you never used"
    search = f"workout exercise list --search {shlex.quote(clean(result.text))}"
    return "\n".join(wrapped(f"{told}: {search}", width()))


def found_table(result: SearchRead) -> Table:
    rows = [
        (
            str(each.workout_id or each.exercise_id)[:8],
            each.local_date.isoformat() if each.local_date else "",
            each.place,
            each.exercise or "",
            each.text,
        )
        for each in result.items
    ]
    return Table(HITS, rows)


def _found(number: int, each: FoundRead, text: str, kinds: int) -> str:
    when = each.local_date.isoformat() if each.local_date else ""
    name = clean(each.exercise or "") if each.place != "exercise" else ""
    of = f"{cut(name, width() // 4)}: " if name else ""
    mark = str(number) if each.workout_id else ""
    head = f"{mark:>3}  {when:<10}  "
    if width() >= ROOMY:
        head += f"{each.place:<{kinds}}  "
    room = max(NARROWEST, width() - display_width(head) - display_width(of))
    return f"{head}{of}{_marked(_line_with(each.text, text), text, room)}"


def _line_with(whole: str, text: str) -> str:
    """The line that holds the text; the first where none does, as with other spellings of a name."""
    lines = clean(whole, lines=True).splitlines() or [""]
    return next((line for line in lines if text.casefold() in line.casefold()), lines[0])


def _marked(line: str, text: str, room: int) -> str:
    """The line around the text, which is bold, in so many columns."""
    at = line.lower().find(text.lower())
    if at < 0 or len(line.lower()) != len(line):
        return cut(line, room)
    if display_width(line[: at + len(text)]) > room - 1:
        line = f"…{line[max(0, at - room // 3) :]}"
        at = line.lower().find(text.lower())
    shown = cut(line, room)
    end = min(at + len(text), len(shown))
    return f"{shown[:at]}{styled(shown[at:end], 'bold yellow')}{shown[end:]}"


def _session(number: int, session: ExerciseSessionRead) -> Iterator[str]:
    told = ago(session.local_date)
    apart = told if told.endswith(("week", "ago")) else ""
    title = " · ".join(filter(None, (day(session.local_date), apart, clean(session.name or ""))))
    room = width() - 4
    yield f"{number:>2}  {cut(title, room)}"
    for line in grouped(session.sets):
        yield from (f"    {part}" for part in wrapped(line, room))
    for line in clean(session.note or "", lines=True).splitlines():
        yield from (styled(f"    {part}", "dim") for part in wrapped(f"// {line}", room))


FOUND: Final = View(found_table, found_text, lists="FoundRead", columns=HITS)
SESSIONS: Final = View(
    sessions_table, sessions_text, lists="ExerciseSessionRead", columns=SESSION_SETS
)
