"""What was loaded of a dump, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled
from workout_cli.views import View
from workout_core.plurals import counted
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.transfer.dump_schemas import DumpLoadRead

FIRST: Final = ("workouts", "sets")
UNTOLD: Final = (*FIRST, "users")


def _loaded(result: DumpLoadRead) -> str:
    verb = "would load" if result.dry_run else "loaded"
    told = " and ".join(counted(result.rows.get(each, 0), each[:-1]) for each in FIRST)
    others = {name: count for name, count in result.rows.items() if name not in UNTOLD and count}
    rest = ", ".join(f"{clean(name.replace('_', ' '))} {count:,}" for name, count in others.items())
    return "\n".join(filter(None, (styled(f"{verb} {told}", "bold"), rest and f"also {rest}")))


LOADED: Final = View(text=_loaded)
