"""What a line of the set notation says: entries, each an exercise with its sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from workout_core.vocabulary import (
        DistanceUnit,
        EffortScale,
        LoadMode,
        MassUnit,
        SetKind,
        Side,
        Tracking,
    )

LoadBase = Literal["last", "top", "percent"]


class Known(Protocol):
    """An exercise, as far as the notation must know it."""

    @property
    def name(self) -> str: ...
    @property
    def slug(self) -> str | None: ...
    @property
    def tracking(self) -> Tracking: ...
    @property
    def unit(self) -> MassUnit | None: ...


K = TypeVar("K", bound=Known)
K_co = TypeVar("K_co", bound=Known, covariant=True)


class Names(Protocol[K_co]):
    """The names, aliases and slugs of the exercises that a line may speak of."""

    def longest(self, words: Sequence[str]) -> tuple[K_co, int] | None:
        """The exercise that the longest run of words from the first one names, and how many words that are."""

    def nearest(self, text: str) -> Sequence[K_co]:
        """The exercises whose names are most like a text, the best first."""


class Units(NamedTuple):
    """The unit of a load that is typed without one: the one that was asked for, else the exercise's, else the usual."""

    asked: MassUnit | None = None
    usual: MassUnit = "kg"

    def of(self, exercise: Known) -> MassUnit:
        return self.asked or exercise.unit or self.usual


class Load(NamedTuple):
    """A load as typed. Body weight alone has neither value nor unit; any other load has both."""

    mode: LoadMode
    value: Decimal | None = None
    unit: MassUnit | None = None


class RelativeLoad(NamedTuple):
    """A load to be resolved when it is written: `value` is an offset with its sign, or the per cent of `percent`."""

    base: LoadBase
    value: Decimal | None = None
    unit: MassUnit | Literal["%"] | None = None


class NotatedSet(NamedTuple):
    """One set. RIR is kept as RPE (10 - RIR) with its scale; zero repetitions are a failed attempt."""

    kind: SetKind = "working"
    side: Side | None = None
    load: Load | RelativeLoad | None = None
    reps: int | None = None
    duration_s: Decimal | None = None
    distance_m: Decimal | None = None
    distance_value: Decimal | None = None
    distance_unit: DistanceUnit | None = None
    rpe: Decimal | None = None
    effort_scale: EffortScale | None = None
    tempo: str | None = None
    rest_s: Decimal | None = None
    amrap: bool = False
    failed: bool = False
    hr_avg: int | None = None
    hr_max: int | None = None
    calories: int | None = None
    elevation_m: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Entry(Generic[K]):
    """An exercise and its sets, and the text that said so."""

    exercise: K
    sets: tuple[NotatedSet, ...]
    raw: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ParsedLine(Generic[K]):
    """A line; several entries are a superset, done in turn."""

    entries: tuple[Entry[K], ...]
    note: str | None = None

    @property
    def superset(self) -> bool:
        return len(self.entries) > 1
