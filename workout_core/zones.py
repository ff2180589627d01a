"""Time zones: one by its IANA name, or the machine's.

Every command asks for the machine's zone, and importing tzlocal costs more than the link that it reads first, so it
is imported only where there is no such link.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from workout_core.errors import InvalidError

LONGEST: Final = 80
LOCALTIME: Final = Path("/etc/localtime")
# Stricter than the files of some machines, which answer to `right/UTC`, `localtime` or other cases.
IANA: Final = r"(?a)[A-Z][\w+-]*(/[A-Z][\w+-]*)*"
UNKNOWN_ZONE: Final = (LookupError, OSError, ValueError)


def local_zone(name: str | None) -> ZoneInfo:
    """The zone of an IANA name; without one the machine's, and UTC if the machine can't tell."""
    if name is None:
        with suppress(*UNKNOWN_ZONE):
            return ZoneInfo(_machine_zone())
        name = "UTC"
    if zone := known_zone(name):
        return zone
    raise _unknown_zone(name)


def known_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, None where this machine does not know it; what else may be meant is not looked for."""
    if re.fullmatch(IANA, name):
        with suppress(*UNKNOWN_ZONE):
            return ZoneInfo(name)
    return None


def _machine_zone() -> str:
    """The machine's zone as almost all machines tell it, by a link; else as tzlocal finds out."""
    if "TZ" not in os.environ:
        with suppress(OSError):
            _, found, name = str(LOCALTIME.readlink()).rpartition("zoneinfo/")
            if found:
                return name
    return _searched_zone()


def _searched_zone() -> str:
    import logging
    import warnings

    from tzlocal import get_localzone_name

    logging.getLogger("tzlocal").setLevel(logging.ERROR)  # it comments on the machine's set-up
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return get_localzone_name() or "UTC"


def _unknown_zone(name: str) -> InvalidError:
    known = {each.lower(): each for each in available_timezones()}
    if not known:
        return InvalidError("This machine has no time zones", hints=["install the tzdata package"])
    asked = name[:LONGEST].lower().replace(" ", "_")
    cities = [each for plain, each in known.items() if plain.rpartition("/")[2] == asked]
    near = [known[each] for each in get_close_matches(asked, known, cutoff=0.7)]
    hints = list(dict.fromkeys([*sorted(cities), *near]))[:3]
    return InvalidError(
        f"{name[:LONGEST]!r} is not a time zone", hints=hints or ["Europe/Berlin", "UTC"]
    )
