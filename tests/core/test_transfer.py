"""Imports and exports, through the services, on every backend."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.readers.test_jefit import backup
from workout_core.errors import InvalidError, NotFoundError
from workout_core.exercises.schemas import (
    AliasChange,
    ExerciseCreate,
    ExerciseFilters,
    ExerciseReference,
    ExerciseUpdate,
    TrainingMaxSet,
)
from workout_core.ids import new_id
from workout_core.transfer.files import Choices, ImportFile
from workout_core.transfer.reading import Options
from workout_core.transfer.schemas import ImportData, ImportedSet, ImportedWorkout
from workout_core.workouts.inputs import WorkoutUpdate
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.backend import Backend
    from workout_core.db.backend import LocalBackend
    from workout_core.transfer.report import ImportReport
    from workout_core.vocabulary import MassUnit

HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE"
)
MONDAY = """
2026-03-02 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",W,40.0,5,0,0,"","Good day",
2026-03-02 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",1,80.0,5,0,0,"","",8
2026-03-02 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",2,80.0,4,0,0,"last one hard",,9.5
2026-03-02 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",Rest Timer,0,0,0,120,,,
2026-03-02 18:00:00,"Push",1h 5m,"Zorbing",1,0,0,0,60,,,
2026-03-02 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",1,60.0,10,0,0,,,
"""
FRIDAY = '2026-03-06 23:50:00,"Pull",40m,"Pull Up",1,0,8,0,0,"","",\n'


def written(folder: Path, *parts: str) -> Path:
    path = folder / "strong.csv"
    path.write_text(f"{HEADER}\n{''.join(part.lstrip() for part in parts)}", encoding="utf-8")
    return path


async def load(
    backend: Backend, path: Path, *, unit: MassUnit = "kg", dry_run: bool = False
) -> ImportReport:
    file = ImportFile(path, options=Options(unit=unit))
    async with backend.services(readonly=dry_run) as services:
        return await file.load(services.imports, Choices("Europe/Paris", dry_run=dry_run))


async def test_an_import_adds_what_the_file_holds(backend: Backend, tmp_path: Path) -> None:
    report = await load(backend, written(tmp_path, MONDAY, FRIDAY))
    assert (report.new, report.workouts, report.executions, report.sets) == (2, 2, 4, 6)
    assert (report.exercises, report.volume_kg) == (3, Decimal(1520))
    assert (report.first, report.last) == ("2026-03-02 18:00:00", "2026-03-06 23:50:00")
    assert [each.name for each in report.unmatched] == ["Zorbing"]
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
        pull, push = [await services.workouts.get(each.id) for each in page.items]
        own = await services.exercises.list(ExerciseFilters(is_user_created=True))
    assert (push.name, push.note, push.source) == ("Push", "Good day", "strong")
    assert push.started_at == datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert push.ended_at == datetime(2026, 3, 2, 18, 5, tzinfo=UTC)
    assert pull.local_date.isoformat() == "2026-03-06"
    assert [(each.name, each.tracking) for each in own.items] == [("Zorbing", "duration")]
    bench, zorbing, again = push.exercise_executions
    assert [each.kind for each in bench.sets] == ["warmup", "working", "working"]
    assert (bench.exercise.name, again.exercise.name) == ("Bench Press", "Bench Press")
    assert (bench.sets[2].rpe, bench.sets[2].rest_s) == (Decimal("9.5"), Decimal(120))
    assert "last one hard" in (bench.sets[2].note or "", bench.note or "")
    assert (zorbing.sets[0].duration_s, zorbing.sets[0].reps, zorbing.sets[0].load_value) == (
        Decimal(60),
        None,
        None,
    )


async def test_a_second_import_adds_nothing(backend: Backend, tmp_path: Path) -> None:
    path = written(tmp_path, MONDAY, FRIDAY)
    await load(backend, path)
    again = await load(backend, path)
    assert (again.new, again.unchanged, again.changed, again.id) == (0, 2, 0, None)
    async with backend.services(readonly=True) as services:
        assert (await services.workouts.list(WorkoutFilters())).total == 2


async def test_a_longer_file_adds_what_is_missing(backend: Backend, tmp_path: Path) -> None:
    await load(backend, written(tmp_path, MONDAY))
    longer = await load(backend, written(tmp_path, MONDAY, FRIDAY))
    assert (longer.new, longer.unchanged) == (1, 1)


async def test_a_dry_run_writes_nothing(backend: Backend, tmp_path: Path) -> None:
    report = await load(backend, written(tmp_path, MONDAY), dry_run=True)
    assert (report.new, report.dry_run, report.id) == (1, True, None)
    async with backend.services(readonly=True) as services:
        assert (await services.workouts.list(WorkoutFilters())).total == 0


async def test_what_changed_or_was_deleted_here_stays_so(backend: Backend, tmp_path: Path) -> None:
    await load(backend, written(tmp_path, MONDAY, FRIDAY))
    async with backend.services() as services:
        pull, push = (await services.workouts.list(WorkoutFilters())).items
        await services.workouts.delete(pull.id)
        await services.workouts.update(push.id, WorkoutUpdate(name="Renamed"))
    edited = written(tmp_path, MONDAY.replace("80.0,5", "82.5,5"), FRIDAY)
    report = await load(backend, edited)
    assert (report.new, report.changed, report.deleted) == (0, 1, 1)
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
    assert [each.name for each in page.items] == ["Renamed"]


async def test_a_name_of_the_users_own_is_found_in_a_file(backend: Backend, tmp_path: Path) -> None:
    async with backend.services() as services:
        made = await services.exercises.create(
            ExerciseCreate(name="Ball Rolling", aliases=["zorbing"], tracking="duration")
        )
    report = await load(backend, written(tmp_path, MONDAY))
    assert report.unmatched == []
    async with backend.services(readonly=True) as services:
        page = await services.workouts.list(WorkoutFilters())
        workout = await services.workouts.get(page.items[0].id)
    assert workout.exercise_executions[1].exercise.id == made.id


async def test_an_import_is_all_or_nothing(backend: Backend, tmp_path: Path) -> None:
    """The last workout has a name that only the service refuses."""
    file = ImportFile(written(tmp_path, MONDAY, FRIDAY), options=Options(unit="kg"))
    with pytest.raises(InvalidError, match="zone"):
        async with backend.services() as services:
            await file.load(services.imports, Choices("Mars/Olympus"))
    async with backend.services(readonly=True) as services:
        assert (await services.workouts.list(WorkoutFilters())).total == 0
        assert (await services.exercises.list(ExerciseFilters(is_user_created=True))).total == 0


async def test_an_export_holds_everything(backend: Backend, tmp_path: Path) -> None:
    path = written(tmp_path, MONDAY, FRIDAY)
    await load(backend, path)
    async with backend.services() as services:
        await services.log.add(
            WorkoutLog(text="squat 100x5", at=datetime(2026, 4, 1, 12, tzinfo=UTC))
        )
    async with backend.services(readonly=True) as services:
        document = await services.transfer.export()
        page = await services.workouts.list(WorkoutFilters())
        everything = [await services.workouts.get(each.id) for each in reversed(page.items)]
    assert document.workouts == everything
    assert (document.sets, document.volume_kg) == (7, sum(each.volume_kg for each in everything))
    assert (str(document.first), str(document.last)) == ("2026-03-02", "2026-04-01")
    names = {each.name for each in document.exercises}
    assert names == {"Bench Press", "Zorbing", "Pull-up", "Squat"}
    [record] = document.imports
    assert (record.source, record.file_name) == ("strong", "strong.csv")
    assert record.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


async def test_an_export_holds_what_was_made_of_exercises(backend: Backend) -> None:
    wanted = ExerciseCreate(
        name="Zorb Push", aliases=["zorbie"], primary_muscles=["quads"], note="grass"
    )
    changes = ExerciseUpdate(
        name="Flat Bench",
        bar_value=Decimal(20),
        increment=Decimal("2.5"),
        default_rest_s=Decimal(180),
        hidden=True,
        starred=True,
    )
    async with backend.services() as services:
        sled = await services.exercises.create(wanted)
        bench = await services.exercises.find(ExerciseReference(name="bench"))
        await services.exercises.update(bench.id, changes)
        await services.exercises.change_aliases(bench.id, AliasChange(add=["drücken"]))
        for day, value in ((2, "120.5"), (1, "110")):
            data = TrainingMaxSet(value=Decimal(value), unit="lb", since=date(2026, 3, day))
            await services.training_maxes.set(bench.id, data)
    async with backend.services(readonly=True) as services:
        document = await services.transfer.export()
        known = [await services.exercises.get(each.id) for each in document.exercises]
    maxes = {each.id: each.training_maxes for each in document.exercises}
    assert maxes.keys() == {sled.id, bench.id}
    assert maxes[sled.id] == []
    assert [(str(each.since), each.value, each.unit) for each in maxes[bench.id]] == [
        ("2026-03-01", 110, "lb"),
        ("2026-03-02", Decimal("120.5"), "lb"),
    ]
    told = [each.model_dump(exclude={"training_maxes"}) for each in document.exercises]
    assert told == [each.model_dump() for each in known]


async def test_an_export_of_nothing(backend: Backend) -> None:
    async with backend.services(readonly=True) as services:
        document = await services.transfer.export()
    assert (document.workouts, document.first, document.sets) == ([], None, 0)


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no file"):
        ImportFile(tmp_path / "absent.csv")
    stranger = tmp_path / "stranger.csv"
    stranger.write_text("a,b,c\n1,2,3\n", encoding="utf-8")
    with pytest.raises(InvalidError):
        ImportFile(stranger)
    with pytest.raises(InvalidError):
        ImportFile(tmp_path)


async def test_a_measurement_that_cannot_be_taken_is_told(
    sqlite: LocalBackend, tmp_path: Path
) -> None:
    path = tmp_path / "backup.csv"
    day = f"2024-06-10 {'x' * 300}"
    path.write_text(backup(PROFILE=f"row_id,mydate,weight\n1,{day},80"), encoding="utf-8")
    with pytest.raises(InvalidError, match=r"A measurement of 2024-06-10.*cannot be taken"):
        await load(sqlite, path)


async def test_spellings_of_a_name_are_one_exercise(backend: Backend, tmp_path: Path) -> None:
    lines = MONDAY + FRIDAY.replace("Pull Up", "ZORBINGS")
    report = await load(backend, written(tmp_path, lines))
    assert [each.name for each in report.unmatched] == ["Zorbing"]
    async with backend.services(readonly=True) as services:
        own = await services.exercises.list(ExerciseFilters(is_user_created=True))
    assert own.total == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"load_value": -5, "load_unit": "kg", "load_mode": "absolute"},
        {"load_value": 5, "load_unit": "kg"},
        {"load_value": 1e20, "load_unit": "kg", "load_mode": "absolute"},
        {"rpe": 99},
        {"reps": -1},
    ],
)
def test_an_imported_set_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        ImportedSet(**wrong)


def test_an_imported_workout_has_a_key_of_its_own() -> None:
    same = ImportedWorkout(
        source_key="a", started_at=datetime.fromisoformat("2026-01-01T00:00:00"), executions=[]
    )
    with pytest.raises(ValueError, match="same source_key"):
        ImportData(id=new_id(), source="x", sha256="0" * 64, timezone="UTC", workouts=[same, same])
