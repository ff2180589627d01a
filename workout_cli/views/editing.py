"""What was changed, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.views import View
from workout_cli.views.workouts import sets_table, workout_text
from workout_core.schemas import clean
from workout_core.workouts.text_schemas import WorkoutsRead, WorkoutText

if TYPE_CHECKING:
    from workout_cli.layout import Table
    from workout_core.workouts.schemas import WorkoutRead

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


EDITED: Final = View(edited_table, edited_text)
