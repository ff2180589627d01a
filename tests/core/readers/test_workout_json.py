"""The JSON export of `workout`, brought into another database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.core.readers.files import read_by, source
from tests.core.test_import_files import export
from tests.core.test_import_files import other as other
from workout_core.body.schemas import MeasurementCreate
from workout_core.errors import InvalidError
from workout_core.ids import new_id
from workout_core.transfer.files import Choices, ImportFile
from workout_core.transfer.formats import recognise
from workout_core.transfer.readers import workout_json
from workout_core.transfer.reading import Options
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedSet,
    ImportedWorkout,
)
from workout_core.transfer.writers.flat import HEADER
from workout_core.workouts.schemas import SetRead, WorkoutRead

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.db.backend import LocalBackend
    from workout_core.transfer.report import ImportReport
    from workout_core.transfer.schemas import ExportRead
    from workout_core.workouts.schemas import ExecutionRead

SAID: Final = frozenset(ImportedSet.model_fields)
WORKOUT: Final = {
    "source_key": "w1",
    "name": "Push \\n day",
    "started_at": "2026-03-02T23:30:00+01:00",
    "ended_at": "2026-03-03T00:40:00+01:00",
    "note": "slow\nand deep \\n",
    "tags": ["home", "a b"],
    "bodyweight_value": "82.4",
    "bodyweight_unit": "kg",
    "extras": {"weather": [1, 2.5, None, {"of": "day"}]},
}
SETS: Final[list[dict[str, Any]]] = [
    {"kind": "warmup", "load_value": "45", "load_unit": "lb", "load_mode": "absolute", "reps": 8},
    {
        "load_value": "102.5",
        "load_unit": "kg",
        "load_mode": "absolute",
        "reps": 5,
        "rpe": "8.5",
        "effort_scale": "rpe",
        "rest_s": "120",
        "note": "fast",
        "tempo": "3-0-1",
        "target_reps": 5,
        "target_reps_max": 8,
        "performed_at": "2026-03-02T22:40:00Z",
    },
    {"kind": "drop", "load_value": "60", "load_unit": "kg", "load_mode": "absolute", "reps": 12},
    {"kind": "amrap", "amrap": True, "reps": 20, "failed": True, "side": "left", "raw": "x 20"},
    {"load_value": "10", "load_unit": "kg", "load_mode": "added", "reps": 6},
    {"load_value": "15", "load_unit": "lb", "load_mode": "assisted", "reps": 6},
    {
        "distance_m": "1609.344",
        "distance_value": "1",
        "distance_unit": "mi",
        "duration_s": "401.5",
        "elevation_m": "-12",
        "hr_avg": 140,
        "hr_max": 171,
    },
]


async def test_what_was_exported_comes_into_another_database(
    sqlite: LocalBackend, other: LocalBackend, tmp_path: Path
) -> None:
    await fill(sqlite)
    first = await export(sqlite)
    path = written(tmp_path, first)
    report = await load(other, path)
    assert (report.new, report.sets, report.measurements_new, report.rejected) == (1, 14, 2, [])
    assert (report.format, report.unit, report.first) == (
        *("workout_json", "kg", "2026-03-02 23:30:00"),
    )
    second = await export(other)
    assert said(second) == said(first)
    assert second.volume_kg == first.volume_kg
    again = await load(other, path)
    assert (again.new, again.unchanged, again.changed, again.measurements_known) == (0, 1, 0, 2)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text[:-1], "is no whole JSON: character"),
        (lambda text: text.replace('"workouts":[', '"workouts":{'), "is no whole JSON: character"),
        (lambda text: text.replace("export/1", "export/2"), "is no workout.export/1"),
        (lambda text: text.replace("402.5", "NaN"), "is no whole JSON: .*'NaN' is no number"),
        (lambda text: text.replace('"reps":7', '"reps":"many"'), "1 of 1 rows can't be read.*reps"),
        (lambda text: text.replace("Europe/Paris", "Nowhere/Land"), "is not a time zone"),
        (lambda text: text.replace("null", "[" * 100_000, 1), "is nested too deep"),
    ],
)
async def test_an_export_that_is_not_whole_is_refused(
    sqlite: LocalBackend, tmp_path: Path, change: Any, message: str
) -> None:
    load = {"load_value": "402.5", "load_unit": "kg", "load_mode": "absolute", "reps": 7}
    await bring(sqlite, [ImportedSet.model_validate(load)])
    text = (await export(sqlite)).model_dump_json(by_alias=True)
    file = source(tmp_path, change(text))
    with pytest.raises(InvalidError, match=message):
        recognise(file).read(file, Options())


def test_the_flat_table_says_what_can_be_read_back(tmp_path: Path) -> None:
    for separator in ",;":
        header = HEADER.replace(",", separator)
        with pytest.raises(InvalidError, match="is the flat table that workout exports") as refused:
            recognise(source(tmp_path, header))
        assert refused.value.hints == ["workout export --format json", "workout dump"]


async def fill(backend: LocalBackend) -> None:
    await bring(backend, [ImportedSet.model_validate(each) for each in SETS])
    async with backend.services() as services:
        for kind, value, unit in (("weight", "82.4", "kg"), ("Wingspan of mine", "191", "cm")):
            values = {"type": kind, "value": value, "unit": unit, "new": True}
            await services.body.create(MeasurementCreate.model_validate(values))


async def bring(backend: LocalBackend, sets: list[ImportedSet]) -> None:
    executions = [
        ImportedExecution(exercise=name, sets=sets, superset=superset, note=note)
        for name, superset, note in (("Bench Press", 1, "wide\\n"), ("Zorbing", 1, None))
    ]
    workout = ImportedWorkout.model_validate({**WORKOUT, "executions": executions})
    head: dict[str, Any] = {"source": "strong", "sha256": "0" * 64, "timezone": "Europe/Paris"}
    async with backend.services() as services:
        await services.imports.load(ImportData(id=new_id(), workouts=[workout], **head))


def written(folder: Path, document: ExportRead) -> Path:
    path = folder / "workouts.json"
    path.write_text(json.dumps(document.model_dump(mode="json", by_alias=True), indent=1))
    return path


async def load(backend: LocalBackend, path: Path) -> ImportReport:
    async with backend.services() as services:
        return await ImportFile(path).load(services.imports, Choices("Europe/Paris"))


def said(document: ExportRead) -> Any:
    """What was done, without what only one database knows of it."""
    workouts = [
        (
            *(each.name, each.note, each.tags, each.extras, each.bodyweight_value),
            *(each.started_at, each.ended_at, each.local_date, each.status),
            list(map(done, each.exercise_executions)),
        )
        for each in document.workouts
    ]
    measured = [(each.type, each.value, each.unit, each.note) for each in document.measurements]
    return workouts, sorted(measured)


def done(execution: ExecutionRead) -> Any:
    sets = [each.model_dump(include=set(SAID)) for each in execution.sets]
    return execution.exercise.name, execution.superset_group, execution.note, sets


def exported() -> dict[str, Any]:
    """What an export with one set and one measurement says, as far as it is read back."""
    at, no = "2026-03-02T22:30:00Z", dict.fromkeys(SetRead.model_fields)
    written = {"id": str(new_id()), "created_at": at, "updated_at": at}
    done = {
        **no,
        **written,
        "position": 0,
        "kind": "working",
        "reps": 5,
        "amrap": False,
        "failed": False,
    }
    exercise = {"id": str(new_id()), "slug": None, "name": "Dips", "tracking": "reps"}
    execution = {
        "exercise": exercise,
        "position": 0,
        "superset_group": None,
        "note": None,
        "raw": None,
    }
    empty = dict.fromkeys(WorkoutRead.model_fields)
    day = {"timezone": "Europe/Paris", "local_date": "2026-03-02"}
    workout = {
        **empty,
        **written,
        **day,
        "status": "done",
        "started_at": at,
        "tags": ["a"],
        "sets": 1,
        "volume_kg": 0,
        "extras": {"a": 1},
        "exercise_executions": [{**execution, **written, "sets": [done]}],
    }
    measurement = {
        "id": str(new_id()),
        "type": "weight",
        "name": "Weight",
        "value": 80.5,
        "unit": "kg",
        "measured_at": at,
        "note": None,
        "source": None,
        "external_id": None,
        **day,
    }
    return {"schema": "workout.export/1", "workouts": [workout], "measurements": [measurement]}


def test_what_the_export_says_is_enough(tmp_path: Path) -> None:
    reading = read_by(workout_json, tmp_path, exported())
    assert (reading.rejected, reading.rows) == ([], 2)
