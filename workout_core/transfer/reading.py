"""What every importer yields: the workouts of a file in the field's words, before anything is looked up or stored.

Nothing is invented on the way: what a file leaves empty is None, what has no column is kept in `extras`, and a
row that cannot be read stands in `rejected` with its line.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.units import EXACT_PER, exact_mass, kilograms, plain, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from workout_core.vocabulary import DistanceUnit, EffortScale, LoadMode, MassUnit, SetKind

Extras = dict[str, Any]  # only what JSON can hold

ENOUGH: Final = 20  # telling loads that make a guessed unit certain,
AGAINST: Final = 9  # if there are so many of them for each one that tells otherwise
WEIGHT: Final = 5  # a telling load counts as many that merely lean to a unit
HALF, CENT, NEAR = Decimal("0.5"), Decimal("0.01"), Decimal("0.000001")
# A bar of 45 lb with pairs of plates of 45 and 25 lb: hardly anyone makes these of kilograms.
PLATES_LB: Final = frozenset(map(Decimal, (135, 185, 225, 275, 315, 365, 405, 455, 495)))


@dataclass(frozen=True, slots=True)
class SourceSet:
    """A set of the file; `raw` is what was written where reading changed it, `line` counts from 1."""

    kind: SetKind = "working"
    load_value: Decimal | None = None
    load_unit: MassUnit | None = None
    load_mode: LoadMode | None = None
    reps: int | None = None
    duration_s: Decimal | None = None
    distance_m: Decimal | None = None
    distance_value: Decimal | None = None
    distance_unit: DistanceUnit | None = None
    rpe: Decimal | None = None
    effort_scale: EffortScale | None = None
    rest_s: Decimal | None = None
    note: str | None = None
    failed: bool = False
    raw: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class SourceExecution:
    """One exercise as it was done once in a workout, under the name that the source gives it."""

    exercise: str
    sets: tuple[SourceSet, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SourceWorkout:
    """A workout of the file; its times are wall times, because hardly any file knows its zone.

    `source_key` is the start in local time, or the source's own id: a second import knows the workout by it.
    """

    source_key: str
    started_at: datetime
    executions: tuple[SourceExecution, ...]
    name: str | None = None
    ended_at: datetime | None = None
    note: str | None = None
    extras: Extras = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was left out; `line` is the physical line of the file, the first being 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as it was understood, and how.

    `rows` counts the rows of data, of which `rows_not_sets` (by what they are), `rows_repeated` and the rejected
    ones are no sets. `unit` is that of the loads, None where the file has none; `unit_reason` says how it is
    known, and `unit_certain` whether a person should be asked.
    """

    format: str
    dialect: str
    workouts: list[SourceWorkout]
    rejected: list[Rejected] = field(default_factory=list)
    unknown_columns: list[str] = field(default_factory=list)
    unit: MassUnit | None = None
    unit_reason: str = ""
    unit_certain: bool = False
    warnings: list[str] = field(default_factory=list)
    rows: int = 0
    rows_not_sets: dict[str, int] = field(default_factory=dict)
    rows_repeated: int = 0

    def executions(self) -> Iterator[SourceExecution]:
        """All executions, in order."""
        return (each for workout in self.workouts for each in workout.executions)

    def sets(self) -> Iterator[SourceSet]:
        """All sets, in order."""
        return (each for execution in self.executions() for each in execution.sets)

    def exercises(self) -> list[str]:
        """The names that the file uses, each once, in order of appearance."""
        return list(dict.fromkeys(each.exercise for each in self.executions()))

    def volume_kg(self) -> Decimal:
        """The file's plain sum of weight times repetitions, in kg.

        It checks the reading against the file, so assistance and warm-ups count here: it is no training volume.
        """
        return kilograms(
            sum(
                exact_mass(each.load_value, each.load_unit) * each.reps
                for each in self.sets()
                if each.load_value is not None and each.load_unit and each.reps
            )
        )


def guess_unit(loads: Mapping[tuple[bool, Decimal], int]) -> tuple[MassUnit, str, bool]:
    """The unit of loads that have none, the evidence for it, and whether that is strong.

    `loads` counts the loads as the file writes them, each with whether a barbell was lifted. Some tell the unit
    (14 and 62.5 are kilograms, 135 pounds), others lean to one: on a bar of 20 kg most loads end in 0, on one of
    45 lb in 5.
    """
    telling: dict[MassUnit, Counter[Decimal]] = {"kg": Counter(), "lb": Counter()}
    leaning: dict[MassUnit, int] = {"kg": 0, "lb": 0}
    for (barbell, load), count in loads.items():
        tells = _tells(load, barbell=barbell)
        if tells:
            telling[tells][plain(round_half_up(load, CENT))] += count
        elif barbell and load >= 20 and load % 5 == 0:
            leaning["kg" if load % 10 == 0 else "lb"] += count
    told = {unit: counter.total() for unit, counter in telling.items()}
    score = {unit: WEIGHT * told[unit] + leaning[unit] for unit in told}
    unit: MassUnit = "lb" if score["lb"] > score["kg"] else "kg"
    against = sum(told.values()) - told[unit]
    examples = ", ".join(f"{load:f}" for load, _ in telling[unit].most_common(3))
    reason = f"guessed: {told[unit]:,} loads tell {unit}" + (
        f" (such as {examples})" if examples else ""
    )
    reason += f", {against:,} the other unit; {leaning['kg']:,} lean to kg, {leaning['lb']:,} to lb"
    leant = leaning[unit] * 2 >= sum(leaning.values()) - leaning[unit]
    return unit, reason, leant and told[unit] >= max(ENOUGH, AGAINST * against)


def _tells(load: Decimal, *, barbell: bool) -> MassUnit | None:
    """The unit that a load tells by itself."""
    shown = round_half_up(load, CENT)
    if load != shown:
        return _converted(load)
    if barbell and load in PLATES_LB:
        return "lb"
    whole = load % 1 == 0
    if (whole and load >= 13 and load % 5) or (
        barbell and load > 20 and load % 5 == Decimal("2.5")
    ):
        return "kg"
    return None


def _converted(load: Decimal) -> MassUnit | None:
    """The unit in which a long fraction is shown: apps that store kilograms leave noise in pounds."""
    if abs(load - round_half_up(load, HALF)) < NEAR:
        return "lb"
    pairs: tuple[tuple[MassUnit, MassUnit], ...] = (("lb", "kg"), ("kg", "lb"))
    for shown, stored in pairs:
        value = load * EXACT_PER[shown] / EXACT_PER[stored]
        if abs(value - round_half_up(value, HALF)) < NEAR:
            return shown
    return None
