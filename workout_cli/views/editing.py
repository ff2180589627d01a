"""What was changed, as it is shown."""

from __future__ import annotations

from typing import Final

from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_cli.views.workouts import sets_table, workout_text
from workout_core.schemas import ReadSchema, clean
from workout_core.workouts.schemas import WorkoutRead
from workout_core.workouts.text_schemas import WorkoutsRead, WorkoutText

REMOVALS: Final = (Column("removed"),)


class Removed(ReadSchema):
    """What was taken out, and the workouts that it was taken out of."""

    removed: list[str]
    workouts: list[WorkoutRead]


Edited = WorkoutsRead | WorkoutText


def edited_text(result: Edited | WorkoutRead) -> str:
    if isinstance(result, WorkoutText):
        return clean(result.text, lines=True)
    workouts = result.workouts if isinstance(result, WorkoutsRead) else [result]
    return "\n\n".join(workout_text(each) for each in workouts)


def edited_table(result: Edited | WorkoutRead) -> Table | None:
    if isinstance(result, WorkoutText):
        return None
    return sets_table(result.workouts if isinstance(result, WorkoutsRead) else [result])


def removed_text(result: Removed) -> str:
    gone = [f"removed {clean(each)}" for each in result.removed]
    return "\n".join([*gone, *(workout_text(each) for each in result.workouts)])


def removed_table(result: Removed) -> Table:
    return Table(REMOVALS, [(each,) for each in result.removed])


REMOVED: Final = View(removed_table, removed_text)
EDITED: Final = View(edited_table, edited_text)
