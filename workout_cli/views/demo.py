"""The demo that was written, and how to look at it."""

from __future__ import annotations

import shlex
from datetime import date
from typing import Final

from workout_cli.views import View
from workout_cli.wording import counted
from workout_core.schemas import ReadSchema, clean

TRY: Final = (
    "calendar",
    "chart squat e1rm",
    "chart bench volume",
    "chart body weight",
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
    return "\n".join(
        (
            f"{counted(result.workouts, 'workout')}, {counted(result.sets, 'set')},"
            f" {counted(result.measurements, 'measurement')},"
            f" {result.first} to {result.last}: made up, and in a database of their own.",
            "Look at them:",
            *(f"  {variable} workout {each}" for each in TRY),
            "or once for all commands of this shell:",
            f"  export {variable}",
        )
    )


DEMO: Final = View(text=demo_text)
