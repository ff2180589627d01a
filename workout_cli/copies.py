"""The copies of this user's database, and how a person names one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from workout_cli.console import say
from workout_cli.runner import SETTINGS, carry
from workout_cli.views.backups import CopyRead
from workout_core.attachments.listing import every
from workout_core.attachments.storage import S3
from workout_core.db import backups, restoring
from workout_core.errors import InvalidError, NotFoundError, StorageError
from workout_core.paging import Page
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer.dump_files import count_lost

if TYPE_CHECKING:
    from workout_core.backend import Backend

BRING: Final = "copy them there, or workout load FILE --files brings them from an archive"


def required_file() -> Path:
    """The SQLite file of the settings; another kind of database is kept by its own tools."""
    settings = SETTINGS.get()
    if settings.server_url:
        raise InvalidError(
            "The database is behind a server, so its copies are made there",
            hints=["run the same command on the server"],
        )
    if settings.database_path is None:
        raise InvalidError(
            "Only a SQLite file is copied and restored here; PostgreSQL has tools of its own",
            hints=["pg_dump -Fc -f workout.dump, and pg_restore"],
        )
    return settings.database_path


def listed(path: Path) -> Page[CopyRead]:
    """The copies beside the database, the newest first."""
    found = [read(each.path, each) for each in backups.copies(path)]
    return Page(items=found, total=len(found), page=1, size=max(1, len(found)))


def read(file: Path, known: backups.Copy | None = None) -> CopyRead:
    """A copy and what it holds."""
    about = known or backups.described(file)
    try:
        content = restoring.content_of(file)
    except StorageError:
        content = None
    return CopyRead(
        path=str(file),
        kind=about.label,
        made_at=about.made_at,
        size_bytes=about.size,
        workouts=content.workouts if content else None,
        sets=content.sets if content else None,
        newest=content.newest if content else None,
        files=content.files if content else None,
    )


def tell_files(count: int) -> None:
    """Say where the files are that a copy names, and how they are taken along."""
    if count:
        told = f"{counted(count, 'file stays', 'files stay')} in {clean(SETTINGS.get().files)}"
        say(f"{told}; workout dump --files takes all along")


def tell_lost_files() -> None:
    """Say how many files are not where they would be; a bucket is where it was, and is not asked for each."""
    where = SETTINGS.get().files
    if where.startswith(S3):
        return

    async def lost(backend: Backend) -> int:
        async with backend.services(readonly=True) as services:
            known = await every(services.attachments)
        return await count_lost(backend.files, known)

    if count := carry(lost, wrote=False):
        say(f"{counted(count, 'file is', 'files are')} not in {clean(where)}: {BRING}")


def chosen(path: Path, which: str) -> Path:
    """The file that is meant: `latest`, a number of the list, else a name."""
    if which != "latest" and not which.isdecimal():
        return Path(which).expanduser()
    found = backups.copies(path)
    number = 1 if which == "latest" else int(which[:9])
    if not 1 <= number <= len(found):
        if not found:
            raise NotFoundError("There is no copy yet", hints=["workout backup makes one"])
        raise NotFoundError(
            f"There is no copy {which}: there are {len(found)}",
            hints=["workout backup --list", f"./{which}"],
        )
    return found[number - 1].path
