"""A database's version and its migrations, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.errors import ExitCode
from workout_cli.views import View
from workout_core.plurals import counted
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.db.schemas import DatabaseStatusRead, MigratedRead, MigrationRead, SweptRead

KINDS: Final = {"sqlite": "SQLite file", "postgresql": "PostgreSQL"}
CODES: Final = {
    "current": ExitCode.OK,
    "due": ExitCode.CONFLICT,
    "newer": ExitCode.ERROR,
    "foreign": ExitCode.ERROR,
}


def _status(result: DatabaseStatusRead) -> str:
    lines = [f"{KINDS[result.kind]}  {clean(result.database)}", _standing(result)]
    lines += _steps(result.due)
    if result.migrating:
        lines.append("a migration runs just now")
    elif result.due:
        lines.append("workout db migrate makes them")
    return "\n".join(lines)


def _standing(result: DatabaseStatusRead) -> str:
    version = clean(result.version or "")
    if result.state == "current":
        return f"version {version}, as this program has it"
    if result.state == "newer":
        return f"version {version}, newer than this program, which knows {result.needed}"
    if result.state == "foreign":
        return f"version {version}, which is of another program"
    had = f"version {version}" if version else "no tables yet"
    return f"{had}, and this program needs {result.needed}: {counted(len(result.due), 'migration')} due"


def _migrated(result: MigratedRead) -> str:
    if not result.made:
        return f"The database is of version {result.version}: nothing to do"
    did = (
        f"was brought from version {result.before} to" if result.before else "was made, of version"
    )
    return "\n".join([f"The database {did} {result.version}", *_steps(result.made)])


def _steps(migrations: Sequence[MigrationRead]) -> list[str]:
    return [f"  {each.version}  {clean(each.name)}" for each in migrations]


def _swept(result: SweptRead) -> str:
    counts = (
        (result.tokens, "token", None),
        (result.logins, "login", None),
        (result.codes, "secret of logins", "secrets of logins"),
        (result.answers, "kept answer", None),
        (result.files, "removed file", None),
        (result.drafts, "broken upload", None),
    )
    found = [counted(*each) for each in counts if each[0]]
    return f"swept away {', '.join(found)}" if found else "there was nothing to sweep away"


STATUS: Final = View(text=_status, code=lambda result: CODES[result.state])
MIGRATED: Final = View(text=_migrated)
SWEPT: Final = View(text=_swept)
