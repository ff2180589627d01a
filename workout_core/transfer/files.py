"""Imports a file: which app wrote it, how it is read, and what of it is new.

Uses the service of transfers only, so it works the same beside a database and far from one.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError, NotFoundError, reason
from workout_core.transfer import strong
from workout_core.transfer.schemas import (
    ImportData,
    ImportedExecution,
    ImportedSet,
    ImportedWorkout,
    ImportReport,
    RejectedRow,
)
from workout_core.transfer.text import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.transfer.reading import Reading, SourceSet, SourceWorkout
    from workout_core.transfer.schemas import ImportRead
    from workout_core.transfer.service import TransferService
    from workout_core.vocabulary import MassUnit

FORMATS: Final = {"strong": strong}
HEAD: Final = 64 * 1024


class ImportFile:
    """A file that was read, on its way in."""

    def __init__(
        self, path: Path, *, format: str | None = None, unit: MassUnit | None = None
    ) -> None:
        data = _contents(path)
        self.name = path.name
        self.sha256 = hashlib.sha256(data).hexdigest()
        self.reading: Reading = FORMATS[format or _recognised(data, path)].read(data, unit=unit)

    async def load(
        self, transfer: TransferService, *, timezone: str, dry_run: bool = False
    ) -> ImportReport:
        """Add what is new, all or none; a dry run only says what that is."""
        data = ImportData(
            source=self.reading.format,
            dialect=self.reading.dialect,
            file_name=self.name,
            sha256=self.sha256,
            timezone=timezone,
            options={"unit": self.reading.unit},
            dry_run=dry_run,
            workouts=[_workout(each) for each in self.reading.workouts],
        )
        return self._report(await transfer.load(data), data)

    def _report(self, result: ImportRead, data: ImportData) -> ImportReport:
        reading = self.reading
        starts = sorted(each.started_at for each in reading.workouts)
        return ImportReport(
            **result.model_dump(exclude={"source"}),
            format=reading.format,
            dialect=reading.dialect,
            dry_run=data.dry_run,
            workouts=len(reading.workouts),
            executions=sum(1 for _ in reading.executions()),
            sets=sum(1 for _ in reading.sets()),
            exercises=len(reading.exercises()),
            volume_kg=reading.volume_kg(),
            first=str(starts[0]) if starts else None,
            last=str(starts[-1]) if starts else None,
            unit=reading.unit,
            unit_reason=reading.unit_reason,
            unit_certain=reading.unit_certain,
            timezone=data.timezone,
            rejected=[RejectedRow(line=each.line, reason=each.reason) for each in reading.rejected],
            unknown_columns=reading.unknown_columns,
            warnings=reading.warnings,
        )


def _contents(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InvalidError(
                f"{path} is larger than {MAX_BYTES >> 20} MiB, so it is no export of a tracker"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {path}", hints=[f"ls {path.parent}"]) from None
    except (OSError, ValueError) as error:
        raise InvalidError(
            f"{path} cannot be read: {reason(error)}", hints=["name a file that you may read"]
        ) from error


def _recognised(data: bytes, path: Path) -> str:
    for name, module in FORMATS.items():
        if module.recognises(data[:HEAD]):
            return name
    raise InvalidError(
        f"{path.name} is of no format that is known here",
        hints=[f"--from {name}, if it is a file of {name.title()}" for name in FORMATS],
    )


def _workout(source: SourceWorkout) -> ImportedWorkout:
    return ImportedWorkout(
        source_key=source.source_key,
        name=source.name,
        started_at=source.started_at,
        ended_at=source.ended_at,
        note=source.note,
        extras=source.extras,
        executions=[
            ImportedExecution(
                exercise=each.exercise, note=each.note, sets=[_set(one) for one in each.sets]
            )
            for each in source.executions
        ],
    )


def _set(source: SourceSet) -> ImportedSet:
    values: dict[str, Any] = {name: getattr(source, name) for name in ImportedSet.model_fields}
    return ImportedSet(**values)
