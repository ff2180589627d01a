"""The formats of texts, each as what stands before the workouts, what is written of them, and what stands after.

Workouts come some at a time, so that any number of them is written in little memory: `body` takes a page after
another. FIT files are apart (fit.py): they begin with their length.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from workout_core.transfer.writers import flat, hevy, ics, markdown, notation, strong, tcx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.schemas import WorkoutRead
    from workout_core.workouts.text.lines import TextNames

TextFormat = Literal["csv", "strong", "strong-android", "hevy", "tcx", "ics", "md", "text"]
TABLES: Final = frozenset({"csv", "strong", "strong-android", "hevy"})


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its beginning, the texts of some workouts, and its end."""

    body: Callable[[Iterable[WorkoutRead]], Iterator[str]]
    head: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants texts: in which unit where a format has but one, and by which names they will be read."""

    unit: MassUnit
    names: TextNames
    safe: bool = False


WRITERS: Final[Mapping[TextFormat, Callable[[Wishes], Writer]]] = {
    "csv": lambda wishes: Writer(partial(flat.rows, safe=wishes.safe), flat.HEADER),
    "strong": lambda wishes: Writer(
        partial(strong.ios, unit=wishes.unit, safe=wishes.safe), strong.IOS_HEADER
    ),
    "strong-android": lambda wishes: Writer(
        partial(strong.android, safe=wishes.safe), strong.ANDROID_HEADER
    ),
    "hevy": lambda wishes: Writer(
        partial(hevy.rows, unit=wishes.unit, safe=wishes.safe), hevy.header(wishes.unit)
    ),
    "tcx": lambda _: Writer(tcx.activities, tcx.HEAD, tcx.FOOT),
    "ics": lambda _: Writer(ics.events, ics.HEAD, ics.FOOT),
    "md": lambda _: Writer(markdown.diary, markdown.HEAD),
    "text": lambda wishes: Writer(partial(notation.blocks, names=wishes.names)),
}
