"""The sets that a watch counts in strength training, and which exercise it takes them for.

A watch writes up to three exercises that a movement could be, by category and subtype. They are guesses, unless
the set was a step of a plan, and what somebody corrects afterwards on the maker's site is not in the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final

from workout_core.schemas import clean
from workout_core.transfer.readers.activities import (
    MAX_SECONDS,
    STRENGTH,
    measured,
    spelled,
    whole,
)
from workout_core.transfer.readers.fit_messages import moment, name_of, values_of
from workout_core.transfer.reading import SourceExecution, SourceSet

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from workout_core.transfer.readers.activities import Activity
    from workout_core.transfer.readers.fit_messages import Fields, Messages
    from workout_core.transfer.reading import Extras

UNKNOWN: Final = "Unknown Exercise"
CATEGORY: Final = "exercise_category"
MAX_KG: Final = 4000
MAX_REPS: Final = 10_000
EARLY: Final = timedelta(seconds=5)  # a set may begin a little before the session says it did


@dataclass(slots=True)
class Counted:
    """A set of the watch, and what else it could have been."""

    exercise: str
    set: SourceSet
    guesses: list[str]

    def rest(self, seconds: Decimal | None) -> None:
        """The pause after it, which may stand in the file in pieces."""
        if seconds is not None:
            self.set = replace(self.set, rest_s=(self.set.rest_s or 0) + seconds)


@dataclass(slots=True)
class Sets:
    """The sets of a file, by the session in which they were done."""

    by_session: dict[int, list[Counted]] = field(default_factory=dict)
    rests: int = 0
    homeless: int = 0
    loads: int = 0

    def executions_of(self, activity: Activity) -> tuple[SourceExecution, ...]:
        """Sets of one exercise that follow one another are one execution."""
        sets = self.by_session.get(id(activity), [])
        return tuple(
            SourceExecution(exercise, tuple(each.set for each in group))
            for exercise, group in groupby(sets, lambda each: each.exercise)
        )

    def extras_of(self, activity: Activity) -> Extras:
        sets = self.by_session.get(id(activity), [])
        guessed = [
            {"set": number, "guesses": each.guesses}
            for number, each in enumerate(sets, 1)
            if each.guesses
        ]
        return {"guesses": guessed} if guessed else {}

    def warnings(self) -> list[str]:
        sets = [each for group in self.by_session.values() for each in group]
        guessed = sum(bool(each.guesses) for each in sets)
        unknown = sum(each.exercise == UNKNOWN for each in sets)
        told = []
        if guessed:
            told.append(
                f"The watch guessed the exercises of {guessed:,} sets: look over them, "
                "since corrections made in Garmin Connect are not in the file"
            )
        if unknown:
            told.append(f"Sets whose exercise the watch did not know: {unknown:,}")
        if self.homeless:
            told.append(f"Sets without a session, left aside: {self.homeless:,}")
        return told


def sets_of(found: Messages, activities: list[Activity]) -> Sets:
    """All active sets, each with the rest after it."""
    sets, titles = Sets(), _titles(found)
    home: list[Counted] | None = None
    for message in found.of("set"):
        if message.get("set_type") == "rest":
            sets.rests += 1
            if home:
                home[-1].rest(measured(message.get("duration"), MAX_SECONDS))
            continue
        activity = _session_of(moment(message.get("start_time")), activities)
        if activity is None:
            sets.homeless += 1
            continue
        home = sets.by_session.setdefault(id(activity), [])
        home.append(_counted(message, titles))
        sets.loads += home[-1].set.load_value is not None
    return sets


def _session_of(time: datetime | None, activities: list[Activity]) -> Activity | None:
    """The last session that had begun by then, strength before others at a loss."""
    begun = [each for each in activities if time and each.start - EARLY <= time]
    if begun:
        return max(begun, key=lambda each: each.start)
    strength = [each for each in activities if each.sport == STRENGTH]
    return next(iter(strength or activities), None)


def _counted(message: Fields, titles: dict[tuple[object, object], str]) -> Counted:
    load = measured(message.get("weight"), MAX_KG)
    reps = whole(message.get("repetitions"), MAX_REPS)
    if reps is None and load is not None and message.get("repetitions") == 0:
        reps = 0
    names, planned = _names(message, titles), message.get("wkt_step_index") is not None
    return Counted(
        exercise=names[0] or UNKNOWN,
        set=SourceSet(
            load_value=load,
            load_unit=None if load is None else "kg",
            load_mode=None if load is None else "absolute",
            reps=reps,
            duration_s=measured(message.get("duration"), MAX_SECONDS),
            performed_at=moment(message.get("start_time")),
        ),
        guesses=[] if planned else [each for each in names if each],
    )


def _names(message: Fields, titles: dict[tuple[object, object], str]) -> list[str | None]:
    """What the watch takes the movement for, the likeliest first; None for what it does not know."""
    categories = values_of(message.get("category"))
    subtypes = values_of(message.get("category_subtype"))
    subtypes += (None,) * (len(categories) - len(subtypes))
    return [
        titles.get((name_of(category, CATEGORY), subtype)) or _name(category, subtype)
        for category, subtype in zip(categories, subtypes, strict=False)
    ]


def _name(category: object, subtype: object) -> str | None:
    word = name_of(category, CATEGORY)
    if word is None or word == "unknown":
        return None
    return spelled(name_of(subtype, f"{word}_exercise_name") or word)


def _titles(found: Messages) -> dict[tuple[object, object], str]:
    """What a plan calls its exercises, by the name of their category, and subtype."""
    titles: dict[tuple[object, object], str] = {}
    for message in found.of("exercise_title"):
        title = message.get("wkt_step_name")
        if isinstance(title, str) and (name := clean(title.strip()[:200])):
            category = name_of(message.get("exercise_category"), CATEGORY)
            titles[category, message.get("exercise_name")] = name
    return titles
