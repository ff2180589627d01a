"""iCalendar (RFC 5545): an event a finished workout, for a calendar that is subscribed to or imported again.

An event has the id of its workout for a UID, and the moment of the workout's last change for its stamp: importing a
later file changes the events that changed, and doubles none.
"""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING, Final

from workout_core.schemas import clean
from workout_core.transfer.writers.spelling import sets_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from workout_core.workouts.schemas import WorkoutRead

HEAD: Final = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//workout//workout export//EN\r\n"
FOOT: Final = "END:VCALENDAR\r\n"
LONGEST: Final = 75  # octets of a line, without its end


def events(workouts: Iterable[WorkoutRead]) -> Iterator[str]:
    """The events of workouts, a text each; an open workout is none yet."""
    for workout in workouts:
        if workout.status == "done":
            yield "".join(map(_folded, _event(workout)))


def _event(workout: WorkoutRead) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{workout.id}"
    yield f"DTSTAMP:{_moment(workout.updated_at)}"
    yield f"LAST-MODIFIED:{_moment(workout.updated_at)}"
    yield f"DTSTART:{_moment(workout.started_at)}"
    if workout.ended_at and workout.ended_at > workout.started_at:
        yield f"DTEND:{_moment(workout.ended_at)}"
    yield f"SUMMARY:{_text(_summary(workout))}"
    if description := _description(workout):
        yield f"DESCRIPTION:{_text(description)}"
    if workout.tags:
        yield f"CATEGORIES:{','.join(map(_text, workout.tags))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(workout: WorkoutRead) -> str:
    """The name of a workout, or what was done in it."""
    names = dict.fromkeys(each.exercise.name for each in workout.exercise_executions)
    return workout.name or ", ".join(names) or "Workout"


def _description(workout: WorkoutRead) -> str:
    lines = [workout.note or ""]
    for execution in workout.exercise_executions:
        lines.append(f"{execution.exercise.name} {sets_of(execution)}".rstrip())
        lines.append(execution.note or "")
    return "\n".join(filter(None, lines))


def _text(value: str) -> str:
    """A text as a property has it."""
    escaped = re.sub(r"([\\;,])", r"\\\1", clean(value, lines=True))
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none of which cuts a character."""
    pieces = []
    data = line.encode()
    room = LONGEST
    while len(data) > room:
        cut = room
        while data[cut] & 0xC0 == 0x80:  # in the middle of a character
            cut -= 1
        pieces.append(data[:cut])
        data, room = data[cut:], LONGEST - 1
    return "\r\n ".join(piece.decode() for piece in (*pieces, data)) + "\r\n"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
