"""What was loaded of a dump, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.errors import ExitCode
from workout_cli.views import View
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer.dump_files import ALONE

if TYPE_CHECKING:
    from workout_core.transfer.dump_schemas import DumpLoadRead

FIRST: Final = ("workouts", "sets")
UNTOLD: Final = (*FIRST, "users")


def _loaded(result: DumpLoadRead) -> str:
    verb = "would load" if result.dry_run else "loaded"
    told = [counted(result.rows.get(each, 0), each[:-1]) for each in FIRST] if result.rows else []
    if result.files or not result.rows:
        told.append(counted(result.files, "file"))
    *most, last = told
    others = {name: count for name, count in result.rows.items() if name not in UNTOLD and count}
    rest = ", ".join(f"{clean(name.replace('_', ' '))} {count:,}" for name, count in others.items())
    head = f"{', '.join(most)} and {last}" if most else last
    return "\n".join(filter(None, (styled(f"{verb} {head}", "bold"), rest and f"also {rest}")))


def _code(result: DumpLoadRead) -> ExitCode:
    """An error where an archive lacks what it should have; a dump that stands alone promises no files."""
    lacks = any(not each.endswith(ALONE) for each in result.left)
    return ExitCode.ERROR if lacks else ExitCode.OK


LOADED: Final = View(text=_loaded, code=_code)
