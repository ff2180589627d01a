"""The sets of the demo's lifts: warm-ups, work, drops; loads that can be loaded, effort that fits them."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.demo.program import WARMUPS
from workout_core.transfer.schemas import ImportedSet
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from workout_core.demo.program import Lift, Week

BODY: Final = 82.0  # about what the body adds to a pull-up
FIXED: Final = 0.93  # of what so many repetitions could be done with
BAR: Final = Decimal(20)
TIRED: Final = 0.012  # lost with each set
DROPS: Final = ((0.75, 8), (0.5, 8))
HARD: Final = Decimal("9.5")


class Clock:
    """When the sets of a workout are done, one after another."""

    def __init__(self, start: datetime) -> None:
        self.at = start

    def after(self, seconds: int) -> datetime:
        self.at += timedelta(seconds=seconds)
        return self.at


class Doing(NamedTuple):
    """A lift as it is done on a day: how strong somebody is, and what the week wants."""

    lift: Lift
    strength: float
    week: Week
    clock: Clock
    random: Random

    def sets(self) -> Iterator[ImportedSet]:
        """All of its sets, in order."""
        load = self._load()
        if self.lift.warmups:
            yield from self._warmups(load)
        count = max(2, self.lift.sets - 1) if self.week.deload else self.lift.sets
        for place in range(count):
            yield self._work(load, place, is_last=place == count - 1)
        if self.lift.drops and not self.week.deload:
            for share, reps in DROPS:
                yield self._set(
                    loadable(float(load) * share, self.lift.step), reps, 15, kind="drop"
                )

    def _load(self) -> Decimal:
        """The load of its working sets; of a move of the body, what is added."""
        reps = self.lift.reps
        share = self.week.share if reps is None else FIXED / (1 + reps / 30)
        if reps is not None and self.week.deload:
            share *= 0.7
        body = BODY if self.lift.load_mode == "added" else 0
        return loadable((self.strength + body) * share - body, self.lift.step)

    def _warmups(self, load: Decimal) -> Iterator[ImportedSet]:
        for share, reps in WARMUPS:
            warmup = max(BAR, loadable(float(load) * share, self.lift.step))
            yield self._set(warmup, reps, 75, kind="warmup")

    def _work(self, load: Decimal, place: int, *, is_last: bool) -> ImportedSet:
        body = BODY if self.lift.load_mode == "added" else 0
        fresh = (self.strength + body) * (1 - TIRED * place)
        possible = 30 * (fresh / (float(load) + body) - 1)
        wanted = self.lift.reps or self.week.reps
        amrap = is_last and self.lift.reps is None and self.week.reps == 5 and not self.week.deload
        reps = max(1, int(possible)) if amrap else min(wanted, max(1, int(possible)))
        rpe = _halves(10 - max(0.0, possible - reps))
        values: dict[str, Any] = {"rpe": rpe, "effort_scale": "rpe"} if rpe >= 6 else {}
        rest = self.random.choice((120, 150, 180)) if self.lift.reps is None else 90
        failed = rpe > HARD and reps < wanted
        return self._set(load, reps, rest, amrap=amrap, failed=failed, **values)

    def _set(self, load: Decimal, reps: int, rest: int, **values: Any) -> ImportedSet:
        mode = self.lift.load_mode if load > 0 or self.lift.load_mode != "added" else "bodyweight"
        loaded = {} if mode == "bodyweight" else {"load_value": load, "load_unit": "kg"}
        return ImportedSet(
            load_mode=mode,
            reps=reps,
            rest_s=Decimal(rest),
            performed_at=self.clock.after(rest + 4 * reps),
            **loaded,
            **values,
        )


def loadable(load: float, step: float) -> Decimal:
    """A load down to a multiple of the step, at least 0."""
    return plain(max(Decimal(0), Decimal(int(load / step)) * Decimal(str(step))))


def _halves(value: float) -> Decimal:
    return plain(Decimal(round(value * 2)) / 2)
