"""A group of sets while it is read: what was done, how often, and what its modifiers add."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from workout_core.workouts.notation.model import Load, NotatedSet, RelativeLoad

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.vocabulary import DistanceUnit, EffortScale, SetKind, Side
    from workout_core.workouts.notation.source import Span

# How a group may be taken for a part of the one beside it:
#   open   sets x reps without a load        bare    a number of reps by itself
#   loose  sets x reps, a blank, a load      closed  not at all
#   time   a time by itself                  way     a distance by itself
#   held   a time with a modifier            timed   a distance with its time
Form = Literal["open", "loose", "bare", "time", "held", "way", "timed", "closed"]

TEN: Final = Decimal(10)


class Amount(NamedTuple):
    """What one set of a group did."""

    reps: int | None = None
    duration_s: Decimal | None = None
    distance_m: Decimal | None = None
    distance_value: Decimal | None = None
    distance_unit: DistanceUnit | None = None


class Suffix(NamedTuple):
    """What stands behind the reps: `+`, then a letter for the kind, then a side."""

    amrap: bool = False
    kind: SetKind | None = None
    side: Side | None = None


NO_SUFFIX: Final = Suffix()


class Draft:
    """One group: the amounts of a round, the rounds, and all that holds for each of its sets."""

    __slots__ = (
        "amounts",
        "amrap",
        "calories",
        "effort_scale",
        "efforts",
        "elevation_m",
        "form",
        "hr_avg",
        "hr_max",
        "kind",
        "load",
        "rest_s",
        "rounds",
        "said",
        "side",
        "span",
        "tempo",
    )

    def __init__(
        self,
        span: Span,
        amounts: Sequence[Amount],
        *,
        load: Load | RelativeLoad | None = None,
        rounds: int = 1,
        suffix: Suffix = NO_SUFFIX,
        form: Form = "closed",
    ) -> None:
        self.span = span
        self.amounts = tuple(amounts)
        self.load = load
        self.rounds = rounds
        self.amrap = suffix.amrap
        self.kind: SetKind = suffix.kind or "working"
        self.side = suffix.side
        self.form: Form = form
        self.efforts: tuple[Decimal, ...] = ()
        self.effort_scale: EffortScale | None = None
        self.tempo: str | None = None
        self.rest_s: Decimal | None = None
        self.hr_avg: int | None = None
        self.hr_max: int | None = None
        self.calories: int | None = None
        self.elevation_m: Decimal | None = None
        said = {"amrap": suffix.amrap, "kind": suffix.kind, "side": suffix.side}
        self.said = {what for what, value in said.items() if value}

    def __len__(self) -> int:
        return len(self.amounts) * self.rounds

    def close(self) -> None:
        """After a modifier the group is whole, but for a time and a distance that may belong together."""
        if self.form == "time":
            self.form = "held"
        elif self.form not in ("way", "held"):
            self.form = "closed"

    def sets(self) -> list[NotatedSet]:
        if len(self.efforts) < 2:
            effort = self.efforts[0] if self.efforts else None
            return [self._set(amount, effort) for amount in self.amounts] * self.rounds
        pairs = zip(self.amounts * self.rounds, self.efforts, strict=True)
        return [self._set(amount, effort) for amount, effort in pairs]

    def _set(self, amount: Amount, effort: Decimal | None) -> NotatedSet:
        rir = self.effort_scale == "rir"
        return NotatedSet(
            kind=self.kind,
            side=self.side,
            load=self.load,
            reps=amount.reps,
            duration_s=amount.duration_s,
            distance_m=amount.distance_m,
            distance_value=amount.distance_value,
            distance_unit=amount.distance_unit,
            rpe=TEN - effort if rir and effort is not None else effort,
            effort_scale=self.effort_scale,
            tempo=self.tempo,
            rest_s=self.rest_s,
            amrap=self.amrap,
            failed=amount.reps == 0,
            hr_avg=self.hr_avg,
            hr_max=self.hr_max,
            calories=self.calories,
            elevation_m=self.elevation_m,
        )
