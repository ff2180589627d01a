"""What the doctor found, as it is shown."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from workout_cli.console import styled
from workout_cli.layout import Column, Table, padded
from workout_cli.views import View
from workout_core.checks import CheckRead
from workout_core.plurals import counted
from workout_core.schemas import ReadSchema, clean

STYLES: Final = {"ok": "green", "warning": "yellow", "problem": "red bold"}


class ChecksRead(ReadSchema):
    """Everything that was looked at, and how much of it is not as it should be."""

    schema_: Annotated[Literal["workout.checks/1"], Field(alias="schema")] = "workout.checks/1"
    items: list[CheckRead]
    total: int
    problems: int
    warnings: int


def _table(result: ChecksRead) -> Table:
    columns = (Column("state"), Column("check"), Column("finding"), Column("hint"))
    rows = [(each.state, each.name, each.told, each.hint or "") for each in result.items]
    return Table(columns, rows)


def _text(result: ChecksRead) -> str:
    room = max(len(each.name) for each in result.items)
    lines = []
    for each in result.items:
        state = styled(padded(each.state, 7), STYLES[each.state])
        lines.append(f"{state}  {padded(each.name, room)}  {clean(each.told)}")
        lines += [f"{' ' * 9}{' ' * room}  hint: {clean(each.hint)}"] if each.hint else []
    return "\n".join([*lines, styled(_sum(result), "bold")])


def _sum(result: ChecksRead) -> str:
    if not result.problems and not result.warnings:
        return "all is as it should be"
    return f"{counted(result.problems, 'problem')}, {counted(result.warnings, 'warning')}"


CHECKS: Final = View(_table, _text, code=lambda result: 1 if result.problems else 0)
