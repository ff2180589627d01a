"""The field's words: every closed set of values that a column, a schema or the notation may hold."""

from __future__ import annotations

from typing import Literal, get_args

MassUnit = Literal["kg", "lb"]
DistanceUnit = Literal["m", "km", "mi", "yd", "ft"]

Category = Literal["strength", "cardio", "stretching", "plyometrics", "olympic", "strongman"]
Modality = Literal[
    "barbell",
    "ez_bar",
    "trap_bar",
    "dumbbell",
    "kettlebell",
    "cable",
    "machine",
    "smith_machine",
    "plate",
    "band",
    "bodyweight",
    "suspension",
    "medicine_ball",
    "sled",
    "other",
]
Tracking = Literal[
    "weight_reps",
    "bodyweight_reps",
    "reps",
    "duration",
    "weight_duration",
    "distance",
    "weight_distance",
]
Mechanic = Literal["compound", "isolation"]
Force = Literal["push", "pull", "static"]
Laterality = Literal["bilateral", "unilateral", "alternating"]
Muscle = Literal[
    "abdominals",
    "obliques",
    "chest",
    "front_delts",
    "side_delts",
    "rear_delts",
    "biceps",
    "triceps",
    "forearms",
    "lats",
    "upper_back",
    "traps",
    "lower_back",
    "quads",
    "hamstrings",
    "glutes",
    "adductors",
    "abductors",
    "calves",
    "neck",
    "full_body",
    "cardio",
]
Sex = Literal["m", "f", "x"]
MuscleRole = Literal["primary", "secondary"]

WorkoutStatus = Literal["active", "done", "discarded"]
SetKind = Literal["warmup", "working", "drop", "restpause", "amrap", "failure", "backoff"]
Side = Literal["left", "right", "each"]


def sides(side: str | None) -> int:
    """How many sides did the repetitions of a set."""
    return 2 if side == "each" else 1


LoadMode = Literal["absolute", "added", "assisted", "bodyweight"]
EffortScale = Literal["rpe", "rir"]

Entity = Literal[
    "exercise",
    "alias",
    "muscle",
    "training_max",
    "workout",
    "exercise_execution",
    "set",
    "import",
    "measurement_type",
    "measurement",
    "goal",
    "profile",
    "gym",
    "attachment",
]
Action = Literal["create", "update", "delete"]


def values(vocabulary: object) -> tuple[str, ...]:
    """The words of one of the vocabularies above, in order."""
    return get_args(vocabulary)
