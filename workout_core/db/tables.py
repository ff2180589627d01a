"""Every table of the product, for migrations, checks and the compiler."""

from __future__ import annotations

from workout_core.accounts.models import AccessToken, Profile, User
from workout_core.attachments.models import Attachment
from workout_core.auth.models import DeviceGrant, Identity, Login, LoginCode, RefreshToken
from workout_core.body.models import Goal, Measurement, MeasurementType
from workout_core.db.base import Model
from workout_core.exercises.models import Exercise, ExerciseAlias, ExerciseMuscle, TrainingMax
from workout_core.gyms.models import Gym
from workout_core.operations.models import Operation
from workout_core.replays.models import Replay
from workout_core.statistics.models import RecordBook, RecordEvent, RecordTally
from workout_core.transfer.models import Import
from workout_core.workouts.models import ExerciseExecution, Set, Workout

TABLES = (
    User,
    AccessToken,
    Exercise,
    ExerciseAlias,
    ExerciseMuscle,
    TrainingMax,
    Workout,
    ExerciseExecution,
    Set,
    Operation,
    Import,
    MeasurementType,
    Measurement,
    Goal,
    Profile,
    Gym,
    Identity,
    Login,
    LoginCode,
    DeviceGrant,
    RefreshToken,
    Attachment,
    RecordBook,
    RecordTally,
    RecordEvent,
    Replay,
)

metadata = Model.metadata
