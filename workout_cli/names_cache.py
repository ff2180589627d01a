"""Keeps the file of names for the shells: see workout_core.exercises.cache."""

from __future__ import annotations

from workout_cli.runner import ask
from workout_core.errors import WorkoutError
from workout_core.exercises import catalogue
from workout_core.exercises.cache import is_current, names_path, shell_names, write_names


def refresh_names(*, stale_only: bool = False) -> None:
    """Write the names anew, the starred and the user's first; where they can't be had, the catalogue's. Never fails."""
    path = names_path()
    if stale_only and is_current(path):
        return
    try:
        known = ask(lambda services: services.exercises.names()).items
    except (WorkoutError, OSError):
        if not path.exists():
            write_names(path, shell_names(catalogue.exercises()), whole=False)
        return
    write_names(path, shell_names(*([each] for each in known if each.own), known))
