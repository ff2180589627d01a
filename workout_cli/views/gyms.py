"""Gyms, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_cli.widths import wrapped
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.gyms.schemas import GymList, GymRead

GEAR: Final = ("plates", "bars", "dumbbells", "stack")
COLUMNS: Final = (
    Column("gym", typed=True),
    Column("in_use"),
    *(Column(name, shrinks=True) for name in GEAR),
)


def _row(gym: GymRead) -> tuple[str, ...]:
    return (gym.name, "yes" if gym.in_use else "", *(getattr(gym, name) or "" for name in GEAR))


def _one(gym: GymRead) -> Table:
    return Table(COLUMNS, [_row(gym)])


def _listed(gyms: GymList) -> Table:
    return Table(COLUMNS, [_row(each) for each in gyms.items])


def gym_text(gym: GymRead) -> str:
    """A gym with what stands there, a line each."""
    lines = [styled(clean(gym.name), "bold") + ("  in use" if gym.in_use else "")]
    indent = max(map(len, GEAR)) + 4
    for name in GEAR:
        told = wrapped(getattr(gym, name) or "not known", width() - indent)
        lines += [f"  {name if not at else '':<{indent - 2}}{part}" for at, part in enumerate(told)]
    return "\n".join(lines)


def _removed(gym: GymRead) -> str:
    return f"removed {clean(gym.name)}"


GYM: Final = View(_one, gym_text, columns=COLUMNS)
GYMS: Final = View(_listed, lists="GymRead", columns=COLUMNS)
GONE: Final = View(_one, _removed, columns=COLUMNS)
