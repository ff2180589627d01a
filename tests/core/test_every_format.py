"""A real file of each format, through the service: what comes in is what the file holds, and once."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from workout_core.operations.schemas import UndoRequest
from workout_core.transfer.files import Choices, ImportFile
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.transfer.report import ImportReport

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = Path(os.environ.get("WORKOUT_TEST_FORMATS") or ROOT / "../shared/formats")
MOST_BYTES: Final = 120_000
# Their truths count something else: a plan, a block without loads, what lies beside a track.
APART: Final = {"garmin_fit/10.fit", "alpha_progression/1.csv", "ical/1.ics"}
FILES: Final = [
    name
    for path in sorted(FOLDER.glob("*/*"))
    if path.with_name(f"{path.stem}.truth.json").exists()
    and not path.name.endswith(".json")
    and path.stat().st_size < MOST_BYTES
    and (name := f"{path.parent.name}/{path.name}") not in APART
]
COUNTS: Final = ("workouts", "executions", "sets", "exercises")


@pytest.mark.parametrize("name", FILES)
async def test_a_real_file_comes_in_whole_and_once(sqlite: Backend, name: str) -> None:
    path = FOLDER / name
    truth: dict[str, Any] = json.loads(path.with_name(f"{path.stem}.truth.json").read_text())
    unit: Any = "lb" if "lb" in truth.get("unit_source", "") else "kg"
    file = ImportFile(path, options=Options(unit=unit))
    first = await load(sqlite, file)
    for count in COUNTS:
        if isinstance(truth.get(count), int):
            assert (count, getattr(first, count)) == (count, truth[count])
    if volume := truth.get("volume_kg_total"):
        assert float(first.volume_kg) == pytest.approx(volume, rel=1e-6)
    assert (first.new, first.measurements_new) == (first.workouts, first.measurements)
    assert first.new + first.measurements_new
    again = await load(sqlite, file)
    assert (again.new, again.measurements_new, again.changed) == (0, 0, 0)
    assert (again.unchanged, again.measurements_known) == (first.workouts, first.measurements)
    async with sqlite.services() as services:
        await services.operations.undo(UndoRequest())
        assert not (await services.transfer.export()).workouts


async def load(backend: Backend, file: ImportFile) -> ImportReport:
    async with backend.services() as services:
        return await file.load(services.imports, Choices("Europe/Paris"))
