"""Keeps the file of names for the shells: see workout_core.exercises.cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.runner import ask
from workout_core.errors import WorkoutError
from workout_core.exercises import catalogue
from workout_core.exercises.cache import is_current, names_path, shell_names, write_names
from workout_core.exercises.schemas import ExerciseFilters, ExerciseRead

if TYPE_CHECKING:
    from workout_core.services import Services


def refresh_names(*, stale_only: bool = False) -> None:
    """Write the names anew, the user's own first; where they can't be had, those of the catalogue. Never fails."""
    path = names_path()
    if stale_only and is_current(path):
        return
    try:
        known = ask(_every)
    except (WorkoutError, OSError):
        if not path.exists():
            write_names(path, shell_names(catalogue.exercises()), whole=False)
        return
    shown = [each for each in known if not each.hidden]
    write_names(path, shell_names([each for each in shown if each.is_user_created], shown))


async def _every(services: Services) -> list[ExerciseRead]:
    found: list[ExerciseRead] = []
    while True:
        filters = ExerciseFilters(page=len(found) // 100 + 1, size=100)
        page = await services.exercises.list(filters)
        found += page.items
        if not page.items or len(found) >= page.total:
            return found
