"""The demo that was written, and how to look at it."""

from __future__ import annotations

import shlex
from datetime import date
from typing import Final

from workout_cli.views import View
from workout_core.plurals import counted
from workout_core.schemas import ReadSchema, clean

TRY: Final = (
    "calendar",
    "chart squat e1rm",
    "chart bench volume",
    "chart body weight",
    "stats week",
    "records squat",
    "last deadlift",
    "history --tag race",
)


class DemoRead(ReadSchema):
    """What was made up, and where it is."""

    path: str
    database_url: str
    weeks: int
    first: date
    last: date
    workouts: int
    sets: int
    measurements: int


def demo_text(result: DemoRead) -> str:
    variable = f"WORKOUT_DATABASE_URL={shlex.quote(clean(result.database_url))}"
    counts = (
        counted(result.workouts, "workout"),
        counted(result.sets, "set"),
        counted(result.measurements, "measurement"),
    )
    return "\n".join(
        [
            f"{', '.join(counts)}, from {result.first} to {result.last}",
            "All of it is made up, and in a database of its own. Look at it:",
            *(f"  {variable} workout {each}" for each in TRY),
            "or, for all commands of this shell:",
            f"  export {variable}",
        ]
    )


DEMO: Final = View(text=demo_text)
