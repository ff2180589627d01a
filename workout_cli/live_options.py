"""What the settings say to the live session."""

from __future__ import annotations

from workout_cli.runner import SETTINGS
from workout_core.live.schemas import LiveFilters, LivePastFilters


def live_filters() -> LiveFilters:
    """The unit, the plates and the formula of the settings."""
    settings = SETTINGS.get()
    return LiveFilters(
        usual_unit=settings.unit,
        plates_kg=settings.plates_kg,
        plates_lb=settings.plates_lb,
        formula=settings.formula,
    )


def past_filters() -> LivePastFilters:
    """The formula of the settings."""
    return LivePastFilters(formula=SETTINGS.get().formula)
