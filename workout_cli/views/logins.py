"""Logins, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.layout import Column, Table
from workout_cli.options import zone
from workout_cli.views import View
from workout_core.schemas import clean

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.auth.schemas import LoginList, LoginRead

ID: Final = 13  # characters: the millisecond in which it was made, with room for it in 80 columns
COLUMNS: Final = (
    Column("device", typed=True, shrinks=True),
    Column("since"),
    Column("used"),
    Column("here"),
    Column("id"),
    Column("scopes", shrinks=True),
)


def _listed(logins: LoginList) -> Table:
    return Table(COLUMNS, [_row(each) for each in logins.items])


def _row(login: LoginRead) -> tuple[str, ...]:
    here = "here" if login.is_current else ""
    times = (_time(login.created_at), _time(login.used_at))
    return (login.device, *times, here, str(login.id)[:ID], " ".join(login.scopes))


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(zone()):%Y-%m-%d %H:%M}"


def _ended(logins: LoginList) -> str:
    if not logins.items:
        return "there is no other login"
    return "\n".join(f"ended the login of {clean(each.device)}" for each in logins.items)


LOGINS: Final = View(_listed, lists="LoginRead", columns=COLUMNS)
ENDED: Final = View(text=_ended, lists="LoginRead")
