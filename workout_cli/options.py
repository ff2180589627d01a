"""What several commands take, and what it means: days, moments, the zone of the person at the keyboard."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from workout_cli.runner import SETTINGS
from workout_core.dates import parse_day, parse_moment, parse_range, parse_since, parse_until
from workout_core.errors import InvalidError
from workout_core.units import UNITS, parse_mass
from workout_core.vocabulary import Muscle
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from zoneinfo import ZoneInfo

    from workout_core.dates import Moment, Range
    from workout_core.vocabulary import MassUnit


def zone() -> ZoneInfo:
    """The time zone of the settings, else of the machine."""
    return local_zone(SETTINGS.get().timezone)


def now() -> datetime:
    return datetime.now(zone())


def today() -> date:
    return now().date()


def days(since: str | None, until: str | None, on: str | None) -> Range:
    """The first and the last day of `--since` and `--until`, or of `--on`."""
    if on is not None:
        if since is not None or until is not None:
            raise InvalidError("--on already says since when and until when", hints=["--on A..B"])
        return parse_range(on, today())
    first = parse_since(since, today()) if since is not None else None
    last = parse_until(until, today()) if until is not None else None
    if first and last and first > last:
        raise InvalidError(
            f"--since {first} is after --until {last}", hints=[f"--since {last} --until {first}"]
        )
    return first, last


def calendar_days(year: str | None, since: str | None) -> tuple[date, date]:
    """The days of a year up to today, or those since a day; else whole weeks that end with this one."""
    end = today()
    if year is not None and since is not None:
        raise InvalidError("A year already says since when", hints=[f"workout calendar {year}"])
    if year is not None:
        first, last = parse_range(year, end)
        if first is None or last is None or first > end:
            raise InvalidError(f"{year!r} is no year up to now", hints=[f"{end.year}"])
        return first, min(last, end)
    if since is None:
        return end - timedelta(days=end.weekday() + 7 * 52), end
    first = parse_since(since, end)
    if first > end:
        raise _yet_to_come(first, "--since -3mo")
    return first, end


def moment(text: str | None) -> Moment | None:
    """A day, and the moment on it if a time was typed; None only where nothing was."""
    return None if text is None else parse_moment(text, now())


def measured_when(time: str | None, day: str | None = None) -> dict[str, Any]:
    """The moment, or only the day, on which something was measured; today without a time is now."""
    found = moment_on(day, time)
    if found is None or (found.at is None and found.day == today()):
        return {}
    return {"measured_at": found.at} if found.at else {"day": found.day}


def moved_when(before: datetime, timezone: str, text: str) -> dict[str, Any]:
    """Another moment for a measurement; of a day alone, the same time on that day."""
    found = moment(text)
    assert found is not None
    if found.at:
        return {"measured_at": found.at, "timezone": zone().key}
    there = local_zone(timezone)
    time = before.astimezone(there).time()
    return {"measured_at": datetime.combine(found.day, time, there).astimezone(UTC)}


def moment_on(day: str | None, time: str | None) -> Moment | None:
    """What a day and a time of day say together; each may be missing, and each may say both."""
    given = [each for each in (day, time) if each is not None]
    return moment(" ".join(given) if all(map(str.strip, given)) else "") if given else None


def day(text: str) -> date:
    """A day as people say it."""
    return parse_day(text, today())


def day_begun(text: str, hint: str) -> date:
    """A day that is not yet to come."""
    found = day(text)
    if found > today():
        raise _yet_to_come(found, hint)
    return found


def mass(text: str) -> tuple[Decimal, MassUnit] | tuple[None, None]:
    """What somebody weighs, in the unit of the settings, or kilograms, where none is typed; nothing for no text."""
    if not text.strip():
        return None, None
    found = parse_mass(text)
    return found.value, found.unit or SETTINGS.get().unit or "kg"


def unit(text: str) -> MassUnit:
    """kg or lb."""
    if (known := UNITS.get(text.strip().lower())) is None:
        raise InvalidError(f"{text[:40]!r} is not a unit", hints=["kg", "lb"])
    return known


def muscles(words: Iterable[str]) -> list[Muscle]:
    """Muscles by name; a misspelt one is refused with the nearest."""
    names = {name: name for name in get_args(Muscle)}
    for word in words:
        if word not in names:
            near = get_close_matches(word, names, 3) or list(names)
            raise InvalidError(f"{word!r} is no muscle that is known here", hints=near)
    return [names[word] for word in words]


def _yet_to_come(when: date, hint: str) -> InvalidError:
    return InvalidError(f"{when} is yet to come", hints=[hint])
