"""Quantities, sets and days as people read them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from workout_cli.options import now
from workout_cli.runner import SETTINGS
from workout_core.schemas import clean
from workout_core.units import EXACT_PER, kilograms, plain, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_core.vocabulary import MassUnit
    from workout_core.workouts.log_schemas import LoggedSet
    from workout_core.workouts.schemas import SetRead

KINDS: Final = {
    "warmup": "warm-up",
    "drop": "drop",
    "restpause": "rest-pause",
    "failure": "to failure",
    "amrap": "AMRAP",
    "backoff": "back-off",
}
LOAD_SIGNS: Final = {"added": "+", "assisted": "-"}
THOUSANDTH: Final = Decimal("0.001")
SIDES: Final = {"left": "left", "right": "right", "each": "each side"}


def number(value: Decimal | float | None) -> str:
    """A number without needless zeros; nothing for None."""
    return "" if value is None else format(plain(Decimal(str(value))), "f")


def thousandths(value: Decimal) -> str:
    """A number to three decimals: as fine as plates are."""
    return number(round_half_up(value, THOUSANDTH))


def volume(kilos: Decimal) -> str:
    """A volume in the unit of the settings, or kilograms: a whole number, its thousands apart."""
    unit = SETTINGS.get().unit or "kg"
    return f"{whole(in_unit(kilos, unit))} {unit}"


def whole(value: Decimal) -> str:
    """A whole number, rounded half up, its thousands apart."""
    return f"{int(value.to_integral_value(ROUND_HALF_UP)):,}"


def in_unit(kilos: Decimal, unit: MassUnit) -> Decimal:
    """A mass in kilograms, in a unit."""
    return kilos if unit == "kg" else kilos / kilograms(EXACT_PER[unit])


def clock(seconds: Decimal) -> str:
    """A time as m:ss or h:mm:ss; under a minute, in seconds."""
    if seconds < 60 or seconds != int(seconds):
        return f"{number(seconds)}s"
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def distance(metres: Decimal) -> str:
    """A distance in metres, or kilometres from one on."""
    return f"{number(metres / 1000)} km" if metres >= 1000 else f"{number(metres)} m"


def day(value: date) -> str:
    """A day as in `Mon 23 Nov 2026`; one close by is named."""
    named = {0: " (today)", 1: " (yesterday)"}.get((now().date() - value).days, "")
    return f"{value:%a} {value.day} {value:%b %Y}{named}"


def near(cell: str) -> str:
    """An ISO day with how near it is: `2026-11-23 today`, `2026-11-20 Fri`, `2026-11-09 2 weeks ago`."""
    return f"{cell}  {ago(date.fromisoformat(cell))}" if cell else ""


def ago(value: date) -> str:
    """How far a day is, in the word that people use for it: within a week its name, then weeks, months, years."""
    days = (now().date() - value).days
    if days < 0:
        return f"{value:%a}"
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 7:
        return f"{value:%a}"
    if days < 14:
        return "last week"
    for most, unit, name in ((60, 7, "weeks"), (730, 30, "months")):
        if days < most:
            return f"{days // unit} {name} ago"
    return f"{days // 365} years ago"


def time_of_day(at: datetime, seen_on: date | None = None) -> str:
    """A time as in `18:04`; `Fri 20 Nov 18:04` where it was on another day than one that is seen, or than today."""
    here = at.astimezone(now().tzinfo)
    same = here.date() == (seen_on or now().date())
    return f"{here:%H:%M}" if same else f"{here:%a} {here.day} {here:%b %H:%M}"


def length(start: datetime, end: datetime | None) -> str:
    """How long something took, as in `1 h 05 min`; nothing where nobody knows."""
    if end is None or end - start < timedelta(minutes=1):
        return ""
    hours, minutes = divmod(int((end - start).total_seconds()) // 60, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


def load(each: SetRead) -> str:
    """The load as typed: `100 kg`, `+10 kg`, `-20 kg`, `bw`; nothing where there is none."""
    if each.load_mode == "bodyweight":
        return "bw"
    if each.load_value is None:
        return ""
    return f"{signed_load(each.load_value, each.load_mode)} {each.load_unit}"


def signed_load(value: Decimal, mode: str | None) -> str:
    """The number of a load, with the sign of what is added or taken off."""
    return LOAD_SIGNS.get(mode or "", "") + number(value)


def amount(each: SetRead) -> str:
    """What was done: repetitions, a distance, a time, or several of these."""
    parts = []
    if each.reps is not None:
        parts.append(f"{each.reps}{'+' if each.amrap else ''}")
    if each.distance_value is not None and each.distance_unit:
        parts.append(f"{number(each.distance_value)} {each.distance_unit}")
    elif each.distance_m is not None:
        parts.append(f"{number(each.distance_m)} m")
    if each.duration_s is not None:
        parts.append(clock(each.duration_s))
    return " in ".join(parts) if each.reps is None else " ".join(parts)


def remarks(each: SetRead) -> str:
    """What else is to be said of a set: kind, side, effort, tempo, rest, pulse, energy, climb."""
    words = [KINDS.get(each.kind, ""), SIDES.get(each.side or "", ""), effort(each)]
    words += [f"tempo {clean(each.tempo)}" if each.tempo else ""]
    words += [f"rest {clock(each.rest_s)}" if each.rest_s else ""]
    words += [f"hr {each.hr_avg}{f'/{each.hr_max}' if each.hr_max else ''}" if each.hr_avg else ""]
    words += ["" if each.calories is None else f"{each.calories}kcal"]
    words += ["" if each.elevation_m is None else f"elev{number(each.elevation_m)}"]
    words += ["failed" if each.failed else ""]
    return " ".join(filter(None, words))


def body_cells(each: SetRead | LoggedSet) -> tuple[str, str, str, str]:
    """The cells of a set for its pulse, energy and climb."""
    pulse = (number(each.hr_avg), number(each.hr_max))
    return *pulse, number(each.calories), number(each.elevation_m)


def effort(each: SetRead) -> str:
    """The effort on the scale on which it was typed."""
    if each.rpe is None:
        return ""
    if each.effort_scale == "rir":
        return f"rir {number(10 - each.rpe)}"
    return f"rpe {number(each.rpe)}"


def grouped(sets: Iterable[SetRead]) -> Sequence[str]:
    """Equal sets in a row told once: `5x5 @ 100 kg  rpe 8`, `60 s x 3`."""
    lines = []
    for (weight, done, remark), same in groupby(
        sets, key=lambda each: (load(each), amount(each), remarks(each))
    ):
        times = len(list(same))
        lines.append(_told(weight, done, times) + (f"  {remark}" if remark else ""))
    return lines


def _told(weight: str, done: str, times: int) -> str:
    what = f"{times}x{done}" if times > 1 else done or "done"
    return (
        f"{weight} x {what}" if weight and times == 1 else f"{what} @ {weight}" if weight else what
    )
