"""Export files of real people, imported through the services: what comes out is what the file holds."""

from __future__ import annotations

import re
from datetime import date
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.core.test_strong import real
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.transfer.files import Choices, ImportFile
from workout_core.transfer.reading import Options
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from workout_core.backend import Backend
    from workout_core.transfer.report import ImportReport
    from workout_core.transfer.schemas import ExportRead
    from workout_core.workouts.schemas import ExecutionRead, WorkoutSummary

SMALL: Final = ["10", "17", "19"]
LARGE: Final = ["2"]
DATE: Final = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,;]")
# No two imports have these alike: ids, when a row was made, and how often something was imported.
OWN: Final = {"id", "parent_set_id", "created_at", "updated_at", "exported_at", "imports"}


class Source:
    """A real file, and what is known of it."""

    def __init__(self, number: str, folder: Path) -> None:
        self.data, self.truth = real(number)
        self.path = folder / f"{number}.csv"
        assumed = re.match(r"ASSUMED (kg|lb)", self.truth["unit_source"])
        self._unit: Any = assumed and assumed[1]

    async def load(self, backend: Backend, data: bytes | None = None) -> ImportReport:
        """Import the file, or so much of it."""
        self.path.write_bytes(data or self.data)
        file = ImportFile(self.path, options=Options(unit=self._unit))
        async with backend.services() as services:
            return await file.load(services.imports, Choices("Europe/Paris"))

    def beginning(self) -> bytes:
        """The first 60 % of the lines, up to where a workout ends."""
        lines = self.data.splitlines(keepends=True)
        begin = [(at, found[0]) for at, each in enumerate(lines) if (found := DATE.match(each))]
        ends = [at for (_, before), (at, after) in pairwise(begin) if before != after]
        return b"".join(lines[: max(each for each in ends if each <= 0.6 * len(lines))])


@pytest.fixture
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    return Source(request.param, tmp_path)


@pytest.fixture
def other(tmp_path: Path, empty_file: bytes) -> Iterator[LocalBackend]:
    """One more database."""
    path = tmp_path / "other.db"
    path.write_bytes(empty_file)
    backend = LocalBackend(EmbeddedDatabase(path))
    yield backend
    backend.run(backend.close())


small = pytest.mark.parametrize("source", SMALL, indirect=True)
large = pytest.mark.parametrize("source", LARGE, indirect=True)


@small
async def test_a_file_is_imported_whole_and_once(backend: Backend, source: Source) -> None:
    await whole_and_once(backend, source)


@small
async def test_a_file_that_grew_is_as_one(
    backend: Backend, other: LocalBackend, source: Source
) -> None:
    await source.load(other)
    await grown(backend, source, await export(other))


@large
async def test_large_files(sqlite: LocalBackend, other: LocalBackend, source: Source) -> None:
    await grown(sqlite, source, await whole_and_once(other, source))


async def whole_and_once(backend: Backend, source: Source) -> ExportRead:
    """Everything is there as the truth has it, and a second import adds nothing."""
    truth = source.truth
    report = await source.load(backend)
    assert counts(report) == (truth["workouts"], 0, 0, 0)
    document = await export(backend)
    executions = [each for workout in document.workouts for each in workout.exercise_executions]
    assert len(document.workouts) == truth["workouts"]
    assert len(executions) == truth["executions"]  # an exercise that comes again is one more
    assert document.sets == sum(len(each.sets) for each in executions) == truth["sets"]
    assert (document.first, document.last) == (day(truth["first"]), day(truth["last"]))
    volume = float(document.volume_kg)
    workouts, sets, listed_volume = await listed(backend)
    assert (workouts, sets) == (truth["workouts"], truth["sets"])
    assert listed_volume == pytest.approx(volume, rel=1e-12)
    assert multiplied(executions) == pytest.approx(truth["volume_kg_total"], rel=1e-9)

    again = await source.load(backend)
    assert (counts(again), again.id) == ((0, truth["workouts"], 0, 0), None)
    after = await export(backend)
    assert after.model_copy(update={"exported_at": document.exported_at}) == document
    return document


async def grown(backend: Backend, source: Source, whole: ExportRead) -> None:
    """A part and then the whole leave what the whole alone does."""
    part = await source.load(backend, source.beginning())
    assert 0 < part.new < source.truth["workouts"]
    rest = await source.load(backend)
    assert counts(rest) == (source.truth["workouts"] - part.new, part.new, 0, 0)
    assert content(await export(backend)) == content(whole)


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.unchanged, report.changed, report.deleted


def day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


async def export(backend: Backend) -> ExportRead:
    async with backend.services(readonly=True) as services:
        return await services.transfer.export()


async def listed(backend: Backend) -> tuple[int, int, float]:
    """How many workouts, sets and kilograms the list tells, page by page."""
    items: list[WorkoutSummary] = []
    async with backend.services(readonly=True) as services:
        for page in count(1):
            found = await services.workouts.list(WorkoutFilters(page=page, size=100))
            items += found.items
            if len(items) >= found.total or not found.items:
                break
    kilograms = sum(float(each.volume_kg) for each in items)
    return len(items), sum(each.sets for each in items), kilograms


def multiplied(executions: Iterable[ExecutionRead]) -> float:
    """Load x repetitions of every row, as the truth has it: of warm-ups and of help, too, which are no volume."""
    sets = (each for execution in executions for each in execution.sets)
    return float(sum((each.load_kg or 0) * (each.reps or 0) for each in sets))


def content(document: ExportRead) -> Any:
    """An export without what only one import has; the user's exercises by their names."""
    found = bare(document.model_dump())
    found["exercises"].sort(key=lambda each: each["name"])
    return found


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items() if key not in OWN}
    return [bare(each) for each in value] if isinstance(value, list) else value
