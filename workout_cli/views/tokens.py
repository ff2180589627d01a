"""Personal tokens, as they are shown; a secret stands alone, to be piped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.layout import Column, Table
from workout_cli.options import zone
from workout_cli.views import View
from workout_core.auth.scopes import SCOPES
from workout_core.schemas import clean

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.auth.token_schemas import AccessTokenList, AccessTokenMade, AccessTokenRead

EVERYTHING: Final = "everything"
COLUMNS: Final = (
    Column("id"),
    Column("name", typed=True, shrinks=True),
    Column("scopes", shrinks=True),
    Column("made"),
    Column("expires"),
    Column("used"),
)


def reach(token: AccessTokenRead) -> str:
    """What a token may do, in words."""
    if token.scopes is None:
        return EVERYTHING
    return "; ".join(SCOPES.get(each, clean(each)) for each in token.scopes)


def until(token: AccessTokenRead) -> str:
    """How long a token is good."""
    return f"until {_time(token.expires_at)}" if token.expires_at else "until it is revoked"


def _listed(tokens: AccessTokenList) -> Table:
    return Table(COLUMNS, [_row(each) for each in tokens.items])


def _row(token: AccessTokenRead) -> tuple[str, ...]:
    scopes = EVERYTHING if token.scopes is None else " ".join(token.scopes)
    times = (token.created_at, token.expires_at, token.used_at)
    return (str(token.id)[:8], token.name, scopes, *map(_time, times))


def _time(moment: datetime | None) -> str:
    return f"{moment.astimezone(zone()):%Y-%m-%d %H:%M}" if moment else "never"


def _secret(token: AccessTokenMade) -> str:
    return clean(token.secret)


def _revoked(token: AccessTokenRead) -> str:
    return f"revoked {clean(token.name)}: whoever has it is refused from now on"


MADE: Final = View(text=_secret)
TOKENS: Final = View(_listed, lists="AccessTokenRead", columns=COLUMNS)
GONE: Final = View(text=_revoked)
