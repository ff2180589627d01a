"""Sessions folded into weeks of load."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from workout_core.history.streaks import WEEK, monday
from workout_core.statistics.periods import tidy
from workout_core.statistics.schemas import LoadWeekRead
from workout_core.training import training_load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from workout_core.db.executor import Row
    from workout_core.training.training_load import Form

DAY: Final = timedelta(days=1)
# What fitness keeps of a load after so many days is less than 0.1 %.
LEAD: Final = 7 * training_load.FITNESS_DAYS * DAY


def lead_in(since: date) -> date:
    """From which day on sessions matter for the fitness of a day."""
    return since - LEAD


def load_weeks(sessions: Sequence[Row], since: date, until: date) -> Iterator[LoadWeekRead]:
    """The weeks of the sessions from a day on, in order; earlier ones only count for what fitness is left of them."""
    forms = _forms(sessions)
    asked = (row for row in sessions if row["local_date"] >= since)
    for first, rows in groupby(asked, lambda row: monday(row["local_date"])):
        last = min(first + WEEK - DAY, until)
        yield _week(first, [row for row in rows if session_load(row) is not None], forms[last])


def session_load(row: Row) -> float | None:
    """The load of a session; None where its RPE or its length is unknown."""
    if row["rpe"] is None or not row["seconds"]:
        return None
    return training_load.session_load(float(row["rpe"]), float(row["seconds"]) / 60)


def _week(first: date, sessions: Sequence[Row], after: Form) -> LoadWeekRead:
    loads = _daily(sessions)
    week = training_load.week_of([loads.get(day, 0.0) for day in _days(first, first + WEEK)])
    return LoadWeekRead(
        first_day=first,
        sessions=len(sessions),
        load=tidy(week.load),
        monotony=None if week.monotony is None else tidy(week.monotony),
        strain=None if week.strain is None else tidy(week.strain),
        fitness=tidy(after.fitness),
        fatigue=tidy(after.fatigue),
        form=tidy(after.form),
    )


def _forms(sessions: Sequence[Row]) -> Mapping[date, Form]:
    """Fitness and fatigue after each day, from the first session to the end of the last one's week."""
    if not sessions:
        return {}
    loads = _daily(sessions)
    days = [*_days(sessions[0]["local_date"], monday(sessions[-1]["local_date"]) + WEEK)]
    return dict(zip(days, training_load.forms(loads.get(day, 0.0) for day in days), strict=True))


def _daily(sessions: Iterable[Row]) -> Mapping[date, float]:
    loads: dict[date, float] = {}
    for row in sessions:
        loads[row["local_date"]] = loads.get(row["local_date"], 0.0) + (session_load(row) or 0.0)
    return loads


def _days(first: date, end: date) -> Iterator[date]:
    return (first + DAY * each for each in range((end - first).days))
