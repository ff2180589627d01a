"""What statistics must know of an exercise: the share of the body that it moves, its dumbbells, its muscles."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from workout_core.exercises.merged import Merged
from workout_core.exercises.reference import ExerciseRef

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from workout_core.exercises.repository import ExerciseRepository


class Moves(NamedTuple):
    """An exercise; without a share nobody knows how much of the body it moves, or it moves none."""

    exercise_id: UUID
    reference: ExerciseRef
    share: Decimal | None
    implements: int
    primary: tuple[str, ...]
    secondary: tuple[str, ...]

    @property
    def weighted(self) -> bool:
        """Whether its sets have loads, so that one without has one that nobody knows."""
        return self.reference.tracking == "weight_reps"


async def all_moves(exercises: ExerciseRepository) -> Mapping[UUID, Moves]:
    """What is known of each exercise that the user did or changed."""
    own = await exercises.own()
    merged = Merged(own, [], await exercises.muscles())
    every = (merged.values(row["id"]) for row in own)
    return {values["id"]: _moves(values) for values in every if values}


async def moves_of(exercises: ExerciseRepository, name: str) -> Moves:
    """What is known of the exercise of a name; NotFoundError with the nearest where there is none."""
    known = await exercises.called(name)
    row = await exercises.by_id(known.id)
    values = Merged([row] if row else [], [], await exercises.muscles()).values(known.id)
    assert values, "a name that is known is of an exercise"
    return _moves(values)


def _moves(values: Mapping[str, Any]) -> Moves:
    factor = values["bodyweight_factor"]
    return Moves(
        exercise_id=values["id"],
        reference=ExerciseRef(
            id=values["id"],
            slug=values.get("slug"),
            name=values["name"],
            tracking=values["tracking"],
        ),
        share=Decimal(str(factor)) if factor else None,
        implements=values["implements"] or 1,
        primary=tuple(values["primary_muscles"]),
        secondary=tuple(values["secondary_muscles"]),
    )
