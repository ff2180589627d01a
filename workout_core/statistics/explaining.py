"""What statistics say of themselves: their rules, what counted, what did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.statistics.schemas import Excluded, Explanation
from workout_core.training.one_rep_max import MOST_REPS, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from workout_core.training.one_rep_max import Formula

HARD: Final = (
    "a hard set has a repetition or more, is no warm-up, and has no RPE below 5; one without RPE"
    " counts; a chain of drops or of rest-pause sets is one"
)
VOLUME: Final = (
    "volume is load x repetitions, of both sides where each side did them, times 2 where each hand"
    " has a weight"
)
BODY: Final = (
    "moves of the body lift its share of the body weight of the workout, else of the last weigh-in"
    " on that day or before, and what was added; help is taken off"
)
_RECORDS: Final = (
    (
        "a record is strictly more than every set before it, by the workouts' starts; a tie is none;"
        " kg and lb are compared exactly"
    ),
    "rep_pr: no set before has as much weight and as many repetitions",
    (
        "max_weight and rep_pr go by the load as typed (what is added, on moves of the body), the"
        " others by what was moved"
    ),
    BODY,
    "fastest: a distance of the standard one or up to 2 % more, in its whole time",
)
WEEK: Final = "weeks begin on Monday (ISO)"
MUSCLES: Final = "a muscle that an exercise is for has a whole set, one that helps half a set"
BANDS: Final = (
    "bands are your own, else common advice: they tell where you are, not what is best; muscles"
    " without one have none"
)
STREAK: Final = (
    "a streak is weeks in a row with a workout each; the week that runs does not end one"
)
INTENSITY: Final = (
    "a set's load in percent of the best e1RM up to its day, that day's own sets among them"
)
LOAD: Final = (
    "load of a session is its RPE x its minutes (Foster, 1998); its RPE is the mean of its sets'"
)
MONOTONY: Final = (
    "monotony is the mean of the seven daily loads over their standard deviation (of the whole"
    " population, days of rest as 0); strain is load x monotony"
)
FORM: Final = (
    "fitness (CTL) and fatigue (ATL) are exponential averages of the daily loads over 42 and 7 days,"
    " as of the last day of the week; form (TSB) is fitness less fatigue; they foretell nothing"
)
REASONS: Final = {
    "warmups": "warm-up",
    "followers": "goes on with a set: part of a chain, no hard set of its own",
    "easy": "RPE below 5",
    "empty": "no repetition, time or distance",
    "unknown": "load or body weight unknown, so no volume and no e1RM",
    "beyond": "more than 12 repetitions to failure, so no e1RM",
    "unrated": "workout without RPE or without an end",
}


def e1rm_rule(formula: Formula) -> str:
    """How an e1RM is estimated."""
    return (
        f"e1RM by {SOURCES[formula]}; a single to failure is the load itself; repetitions left"
        f" (10 - RPE) count as done; none above {MOST_REPS}"
    )


def records_rule(formula: Formula) -> tuple[str, ...]:
    """When something is a record."""
    return (*_RECORDS, VOLUME, e1rm_rule(formula))


def explained(
    rule: Iterable[str], rows: Iterable[Mapping[str, Any]], counted: str = "sets"
) -> Explanation:
    """The rule, and the sums over rows of what counted and of each reason why something did not."""
    sums: dict[str, int] = {}
    for row in rows:
        for name in (counted, *REASONS):
            sums[name] = sums.get(name, 0) + int(row.get(name) or 0)
    return Explanation(
        rule=list(rule),
        counted=sums.get(counted, 0),
        excluded=[
            Excluded(reason=reason, sets=sums[name])
            for name, reason in REASONS.items()
            if sums.get(name)
        ],
    )
