"""The profile and its bands, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_cli.wording import number

if TYPE_CHECKING:
    from workout_core.accounts.schemas import ProfileRead

COLUMNS: Final = (Column("sex"), Column("born"), Column("height", "right"), Column("unit"))
BAND_COLUMNS: Final = (
    Column("muscle"),
    Column("low", "right"),
    Column("high", "right"),
    Column("own"),
)
NOT_KNOWN: Final = "not known"


def _profile(profile: ProfileRead) -> Table:
    born = "" if profile.birth_year is None else str(profile.birth_year)
    height = number(profile.height_value)
    return Table(COLUMNS, [(profile.sex or "", born, height, profile.height_unit or "")])


def profile_text(profile: ProfileRead) -> str:
    height = f"{number(profile.height_value)} {profile.height_unit}"
    own = [each for each in profile.bands if each.own]
    bands = ", ".join(f"{each.muscle.replace('_', ' ')} {each.low}-{each.high}" for each in own)
    known = {
        "sex": profile.sex or NOT_KNOWN,
        "born": str(profile.birth_year or NOT_KNOWN),
        "height": NOT_KNOWN if profile.height_value is None else height,
        "bands": bands or "the usual ones",
    }
    return "\n".join(f"{name:<8}{told}" for name, told in known.items())


def _bands(profile: ProfileRead) -> Table:
    rows = [
        (each.muscle, str(each.low), str(each.high), "yes" if each.own else "")
        for each in profile.bands
    ]
    return Table(BAND_COLUMNS, rows)


PROFILE: Final = View(_profile, profile_text, columns=COLUMNS)
BANDS: Final = View(_bands, columns=BAND_COLUMNS)
