"""Every change that a service can make of the records of a scene."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tests.core.body_changes import BODY_CHANGES
from tests.core.live_changes import LIVE_CHANGES
from tests.core.personal_changes import PERSONAL_CHANGES
from tests.core.scene import LEGS, PUSH, Scene, imported, log
from workout_core.exercises.schemas import (
    AliasChange,
    ExerciseCreate,
    ExerciseUpdate,
    TrainingMaxSet,
)
from workout_core.workouts.inputs import (
    ExecutionCreate,
    ExecutionMove,
    ExecutionUpdate,
    Removal,
    SetCreate,
    SetUpdate,
    Superset,
    WorkoutCopy,
    WorkoutCreate,
    WorkoutUpdate,
)
from workout_core.workouts.log_schemas import WorkoutLog, WorkoutLogLines
from workout_core.workouts.merge_schemas import MergeInto
from workout_core.workouts.schemas import WorkoutRead
from workout_core.workouts.session_schemas import SessionFinish, SessionResume, SessionStart
from workout_core.workouts.text_schemas import (
    SetText,
    WorkoutTextEdit,
    WorkoutTextsUpdate,
    WorkoutTextUpdate,
)

if TYPE_CHECKING:
    from uuid import UUID

    from tests.core.scene import Step
    from workout_core.services import Services


async def superset(services: Services, scene: Scene, *, split: bool = False) -> None:
    ids = [each.id for each in scene.push.exercise_executions[:: 1 if split else 2]]
    await services.executions.superset(scene.push.id, Superset(execution_ids=ids, split=split))


async def edited(services: Services, workout: WorkoutRead, old: str, new: str) -> WorkoutTextEdit:
    text = await services.texts.get(workout.id)
    assert old in text.text
    return WorkoutTextEdit(
        workout_id=workout.id, text=text.text.replace(old, new), version=text.version
    )


async def replaced(services: Services, workout: WorkoutRead, old: str, new: str) -> None:
    edit = await edited(services, workout, old, new)
    await services.texts.replace(workout.id, WorkoutTextUpdate(text=edit.text))


async def all_replaced(services: Services, scene: Scene) -> None:
    edits = [
        await edited(services, scene.push, "3x60s", "2x60s"),
        await edited(services, scene.legs, "Squat 3x5@100kg", "Squat 2x5@100kg"),
    ]
    await services.texts.replace_all(WorkoutTextsUpdate(texts=edits))


def updated(**values: Any) -> Step:
    return lambda services, scene: services.workouts.update(scene.push.id, WorkoutUpdate(**values))


def of_bench(**values: Any) -> Step:
    return lambda services, scene: services.executions.update(
        scene.push.id, scene.bench.id, ExecutionUpdate(**values)
    )


def of_set(at: int, **values: Any) -> Step:
    return lambda services, scene: services.sets.update(*scene.set(at), SetUpdate(**values))


def of_exercise(**values: Any) -> Step:
    return lambda services, scene: services.exercises.update(scene.squat, ExerciseUpdate(**values))


def text(old: str, new: str) -> Step:
    return lambda services, scene: replaced(services, scene.push, old, new)


def created(name: str | None) -> Step:
    async def step(services: Services, scene: Scene) -> None:
        done = [ExecutionCreate(exercise_id=scene.squat, sets=[SetCreate(reps=5)])]
        at = PUSH - timedelta(days=1)
        made = WorkoutCreate(name=name, started_at=at, exercise_executions=done)
        await services.workouts.create(made)

    return step


def alias(of: str, **values: Any) -> Step:
    return lambda services, scene: services.exercises.change_aliases(
        getattr(scene, of), AliasChange(**values)
    )


def to_squat(services: Services, scene: Scene) -> Any:
    data = ExecutionUpdate(exercise_id=scene.squat)
    return services.executions.update(scene.push.id, scene.bench.id, data)


def training_max(services: Services, scene: Scene) -> Any:
    return services.training_maxes.set(scene.squat, TrainingMaxSet(value=Decimal(150)))


def copied(services: Services, scene: Scene) -> Any:
    return services.workouts.copy(scene.push.id, WorkoutCopy(day=date(2026, 11, 19)))


def added(services: Services, scene: Scene) -> Any:
    data = ExecutionCreate(exercise_id=scene.squat, sets=[SetCreate(reps=5)])
    return services.executions.create(scene.push.id, data)


def merged(services: Services, one: UUID, other: UUID) -> Any:
    return services.merging.merge(one, MergeInto(into=other))


class Change(NamedTuple):
    """An operation (and what of it), what `undo --list` says of it, and the steps to it; the last one is it."""

    name: str
    summary: str
    steps: tuple[Step, ...]


def change(name: str, summary: str, *steps: Step) -> Change:
    return Change(name, summary, steps)


async def finish(services: Services, _: Scene) -> None:
    await services.session.finish(SessionFinish())


CHANGES: Final = [
    change("log.add", "logged Squat 100kgx3 (1 set)", lambda s, _: log(s, "squat 100x3", LEGS)),
    change(
        "log.add to a new workout",
        "logged Squat 100kgx3 (1 set)",
        lambda s, _: log(s, "squat 100x3", PUSH - timedelta(days=9)),
    ),
    change(
        "log.add_to",
        "logged Bench Press 60kgx3 (1 set)",
        lambda s, scene: s.log.add_to(scene.legs.id, WorkoutLog(text="bench 60x3")),
    ),
    change(
        "log.add_lines",
        "logged Bench Press 60kgx3 + Squat 3x5@60kg (4 sets)",
        lambda s, _: s.log.add_lines(WorkoutLogLines(lines=["bench 60x3", "squat 60x5x3"])),
    ),
    change("workouts.create", "added workout Run of 2026-11-19 (1 set)", created("Run")),
    change("workouts.create without a name", "added workout of 2026-11-19 (1 set)", created(None)),
    change(
        "workouts.update name",
        "changed workout Push of 2026-11-20: name none -> Push",
        updated(name="Push"),
    ),
    change(
        "workouts.update time",
        "moved a workout from 2026-11-20 to 2026-11-17",
        updated(started_at=PUSH - timedelta(days=3), ended_at=PUSH - timedelta(days=3)),
    ),
    change(
        "workouts.update note",
        "changed workout of 2026-11-20: note none -> a b",
        updated(note="a\nb"),
    ),
    change(
        "workouts.update tags",
        "changed workout of 2026-11-20: tags none -> heavy",
        updated(tags=["heavy"]),
    ),
    change(
        "workouts.update body weight",
        "changed workout of 2026-11-20: bodyweight none -> 80kg",
        updated(bodyweight_value=Decimal(80), bodyweight_unit="kg"),
    ),
    change("workouts.copy", "added workout of 2026-11-19 (7 sets)", copied),
    change(
        "workouts.delete",
        "deleted workout of 2026-11-20",
        lambda s, scene: s.workouts.delete(scene.push.id),
    ),
    change(
        "session.start",
        "started workout New of 2026-11-23",
        finish,
        lambda s, _: s.session.start(SessionStart(name="New")),
    ),
    change(
        "session.start closes a forgotten one",
        "finished workout Open of 2026-11-22 and started workout of 2026-11-23",
        lambda s, _: s.session.start(SessionStart(close_forgotten=True)),
    ),
    change("session.finish", "finished workout Open of 2026-11-22", finish),
    change(
        "session.discard", "discarded workout Open of 2026-11-22", lambda s, _: s.session.discard()
    ),
    change(
        "session.resume",
        "resumed workout Open of 2026-11-22",
        finish,
        lambda s, _: s.session.resume(SessionResume()),
    ),
    change("executions.create", "logged Squat 5 (1 set)", added),
    change("executions.update note", "changed Bench Press: note drops -> x", of_bench(note="x")),
    change(
        "executions.update exercise",
        "changed Bench Press to Squat in workout of 2026-11-20",
        to_squat,
    ),
    change(
        "executions.update order",
        "changed the order in workout of 2026-11-20",
        of_bench(position=2),
    ),
    change(
        "executions.move",
        "moved Bench Press from workout of 2026-11-20 to workout of 2026-11-21",
        lambda s, scene: s.executions.move(
            scene.push.id, scene.bench.id, ExecutionMove(workout_id=scene.legs.id)
        ),
    ),
    change("executions.superset", "made a superset of Bench Press and Plank", superset),
    change(
        "executions.superset split",
        "split the superset of Bench Press and One-Arm Row",
        lambda s, scene: superset(s, scene, split=True),
    ),
    change(
        "executions.delete",
        "deleted Bench Press (3 sets) from workout of 2026-11-20",
        lambda s, scene: s.executions.delete(scene.push.id, scene.bench.id),
    ),
    change(
        "executions.remove",
        "deleted 2 sets of Bench Press",
        lambda s, scene: s.executions.remove(
            scene.push.id, Removal(set_ids=[scene.set(0)[2], scene.set(1)[2]])
        ),
    ),
    change(
        "sets.create",
        "logged One-Arm Row 5 (1 set)",
        lambda s, scene: s.sets.create(scene.push.id, scene.row.id, SetCreate(reps=5)),
    ),
    change("sets.update", "changed 1 set of Bench Press: reps 5 -> 6", of_set(0, reps=6)),
    change(
        "sets.update order", "changed the order of the sets of Bench Press", of_set(2, position=0)
    ),
    change(
        "sets.delete", "deleted 1 set of Bench Press", lambda s, scene: s.sets.delete(*scene.set(2))
    ),
    change(
        "sets.delete head of drops",
        "deleted 1 set of Bench Press",
        lambda s, scene: s.sets.delete(*scene.set(0)),
    ),
    change("texts.replace", "changed 1 set of Plank: time 60 -> 90", text("3x60s", "2x60s 90s")),
    change(
        "texts.replace header",
        "changed workout Push of 2026-11-20: name none -> Push",
        text("name:", "name: Push"),
    ),
    change(
        "texts.replace another order",
        "edited workout of 2026-11-20: added 1 set of Squat, deleted 3 sets of Plank",
        text("Plank 3x60s", "Squat 100x5"),
    ),
    change("texts.replace_all", "deleted 2 sets of Plank and Squat", all_replaced),
    change(
        "texts.replace_set",
        "changed 1 set of Bench Press: load 80kg -> 85kg, kind drop -> working, reps 8 -> 6",
        lambda s, scene: s.texts.replace_set(*scene.set(1), SetText(text="85x6")),
    ),
    change(
        "merging.merge own",
        "merged My Squat into Squat",
        lambda s, scene: merged(s, scene.mine, scene.squat),
    ),
    change(
        "merging.merge of the catalogue",
        "merged Squat into My Squat",
        lambda s, scene: merged(s, scene.squat, scene.mine),
    ),
    change(
        "exercises.create",
        "added exercise A Press",
        lambda s, _: s.exercises.create(
            ExerciseCreate(name="A Press", aliases=["ap"], primary_muscles=["chest"])
        ),
    ),
    change(
        "exercises.update name",
        "changed exercise Back Squat of Mine: name Squat -> Back Squat of Mine",
        of_exercise(name="Back Squat of Mine"),
    ),
    change(
        "exercises.update unit",
        "changed exercise Squat: unit none -> lb, increment none -> 2.5",
        of_exercise(unit="lb", increment=Decimal("2.5")),
    ),
    change(
        "exercises.update bar",
        "changed exercise Squat: bar none -> 15kg",
        of_exercise(bar_value=Decimal(15), bar_unit="kg"),
    ),
    change("exercises.update hidden", "hid exercise Squat", of_exercise(hidden=True)),
    change(
        "exercises.update starred",
        "changed exercise Squat: starred no -> yes",
        of_exercise(starred=True),
    ),
    change(
        "exercises.update muscles",
        "changed the muscles of Squat",
        of_exercise(primary_muscles=["chest"]),
    ),
    change(
        "exercises.update training max",
        "set the training max of Squat to 150 kg",
        of_exercise(training_max=TrainingMaxSet(value=Decimal(150))),
    ),
    change(
        "exercises.update no training max",
        "took back the training max of Squat, 140 kg",
        of_exercise(training_max=None),
    ),
    change(
        "exercises.delete",
        "deleted exercise My Squat",
        lambda s, scene: s.workouts.delete(scene.legs.id),
        lambda s, scene: s.exercises.delete(scene.mine),
    ),
    change(
        "exercises.change_aliases add",
        "called Squat also sq1 and sq2",
        alias("squat", add=["sq1", "sq2"]),
    ),
    change(
        "exercises.change_aliases remove",
        "took the name ms from My Squat",
        alias("mine", remove=["ms"]),
    ),
    change(
        "exercises.change_aliases move",
        "called Squat also ms",
        alias("squat", add=["ms"], move=True),
    ),
    change("training_maxes.set", "set the training max of Squat to 150 kg", training_max),
    change(
        "training_maxes.delete",
        "took back the training max of Squat, 140 kg",
        lambda s, scene: s.training_maxes.delete(scene.squat, scene.training_max),
    ),
    change(
        "imports.load", "imported 1 workout from Strong", lambda s, _: s.imports.load(imported())
    ),
    *(
        change(name, told, *steps)
        for name, told, steps in (*BODY_CHANGES, *PERSONAL_CHANGES, *LIVE_CHANGES)
    ),
]
