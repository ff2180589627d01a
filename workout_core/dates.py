"""Days, moments and ranges as people type them: the one parser of dates and times.

A weekday, a day without a year and a month without one are the last such up to today, because what
is logged has happened. Weeks begin on Monday. A time of day is local unless it has an offset: one
that a change of the clocks skips moves forward by the change, and of one that it repeats the first
is meant. What cannot be read is an InvalidError whatever it is; a text that is longer than any date
is refused unread.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Final, TypeVar

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")
Range = tuple[date | None, date | None]

LONGEST: Final = 80
DAY_HINTS: Final = ["today", "-2d", "mon", "last fri", "3 days ago", "2026-11-20", "20 nov"]
MOMENT_HINTS: Final = ["now", "18:30", "yesterday 18:30", "-90min", "2026-11-20 18:30", "last fri"]
RANGE_HINTS: Final = ["2026", "2026-11", "2026-Q4", "last week", "2026-11-01..2026-11-20", "mon.."]

NAMED: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
IN_DAYS: Final = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}
IN_MONTHS: Final = {"mo": 1, "month": 1, "months": 1, "y": 12, "year": 12, "years": 12}
IN_SECONDS: Final = (
    dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1)
    | dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60)
    | dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600)
)
PERIODS: Final = {"month": 1, "quarter": 3, "year": 12}

# Texts, as compiling them takes longer than all else here and most commands need none.
SIGNED: Final = r"(?a)([+-]) ?(\d+) ?([a-z]+)"
AGO: Final = r"(?a)(\d+|an?) ?([a-z]+) ago"
LENGTH: Final = r"(?a)\d+ ?([a-z]+)"
ISO_DAY: Final = r"(?a)(\d{4})-(\d{1,2})-(\d{1,2})"
DAY_MONTH: Final = r"(?a)(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?"
MONTH_DAY: Final = r"(?a)([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?"
MONTH_YEAR: Final = r"(?a)([a-z]+)(?: (\d{4}))?"
ISO_PERIOD: Final = r"(?a)(\d{4})(?:-(\d\d)|-?q([1-4])|-?w(\d\d))?"
PERIOD: Final = r"(?a)(this|last) (week|month|quarter|year)"
CLOCK: Final = r"""(?ax)
    (?: (?P<day> .+? ) (?: t(?=\d) | \ at\ | \  ) )?
    (?P<hour> \d{1,2} )
    (?: \ ?(?=[ap]m) | : (?P<minute> \d\d ) (?: : (?P<second> \d\d ) (?: \. (?P<part> \d{1,9} ) )? )? )
    (?: \ ?(?P<half> [ap]m ) )?
    (?: \ ?(?P<offset> z | [+-]\d\d (?: :?\d\d )? ) )?
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and, only if a time of day was given, the moment on it."""

    day: date
    at: datetime | None = None


def parse_day(text: str, today: date) -> date:
    """The day that a text means: `yesterday`, `-2d`, `mon`, `last fri`, `20 nov`, `2026-11-20`."""
    return _parse(text, "day", DAY_HINTS, lambda plain: _day(plain, today))


def parse_moment(text: str, now: datetime) -> Moment:
    """A day (as parse_day reads it), a time or both; times are in the zone of `now`, an aware one."""
    return _parse(text, "time", MOMENT_HINTS, lambda plain: _moment(plain, now))


def parse_range(text: str, today: date) -> Range:
    """The first and the last day, None where it is open: `2026-Q4`, `last week`, `A..B`, a day."""
    return _parse(text, "range", RANGE_HINTS, lambda plain: _range(plain, today))


def parse_since(text: str, today: date) -> date:
    """The first day of a range; a length alone (`1y`, `6 weeks`) is counted back from today."""
    first, _ = parse_range(_back(text), today)
    if first is None:
        raise InvalidError(f"{_shown(text)} has no first day", hints=RANGE_HINTS)
    return first


def parse_until(text: str, today: date) -> date:
    """The last day of a range."""
    _, last = parse_range(text, today)
    if last is None:
        raise InvalidError(f"{_shown(text)} has no last day", hints=RANGE_HINTS)
    return last


def _back(text: str) -> str:
    found = re.fullmatch(LENGTH, text.strip().lower())
    return f"{text} ago" if found and found[1] in {**IN_DAYS, **IN_MONTHS} else text


def _parse(text: str, kind: str, hints: list[str], read: Callable[[str], Found | None]) -> Found:
    """What a reader finds in the text, with its refusals (None, or an impossible date) as sentences."""
    if len(text) > LONGEST:
        raise InvalidError(f"{_shown(text)} is too long for a {kind}", hints=hints)
    try:
        found = read(" ".join(text.lower().split()))
    except (ValueError, OverflowError):
        raise InvalidError(f"There is no such {kind} as {_shown(text)}", hints=hints) from None
    if found is None:
        raise InvalidError(f"{_shown(text)} is not a {kind}", hints=hints)
    return found


def _shown(text: str) -> str:
    return repr(text if len(text) <= LONGEST else f"{text[: LONGEST // 2]}…")


def _day(text: str, today: date) -> date | None:
    if text in NAMED:
        return today + timedelta(days=NAMED[text])
    if found := re.fullmatch(ISO_DAY, text):
        return date(*map(int, found.groups()))
    return _shifted_day(text, today) or _weekday(text, today) or _day_of_month(text, today)


def _amount(text: str) -> tuple[int, str]:
    """How many of which unit from now, negative in the past: `-2d`, `3 weeks ago`, `a month ago`."""
    if found := re.fullmatch(SIGNED, text):
        return int(found[1] + found[2]), found[3]
    if found := re.fullmatch(AGO, text):
        return -int(found[1]) if found[1].isdigit() else -1, found[2]
    return 0, ""


def _shifted_day(text: str, today: date) -> date | None:
    number, unit = _amount(text)
    if unit in IN_DAYS:
        return today + timedelta(days=number * IN_DAYS[unit])
    if unit in IN_MONTHS:
        first, last = _months(today.year, today.month + number * IN_MONTHS[unit])
        return first.replace(day=min(today.day, last.day))
    return None


def _weekday(text: str, today: date) -> date | None:
    last, name = text.startswith("last "), text.removeprefix("last ")
    number = _numbered(WEEKDAYS, name)
    if number is None:
        return None
    back = (today.weekday() - number) % 7
    return today - timedelta(days=7 if last and not back else back)


def _day_of_month(text: str, today: date) -> date | None:
    plain = text.replace(",", "")
    if found := re.fullmatch(DAY_MONTH, plain):
        day, name, year = found.groups()
    elif found := re.fullmatch(MONTH_DAY, plain):
        name, day, year = found.groups()
    else:
        return None
    month = _numbered(MONTHS, name)
    if month is None:
        return None
    if year:
        return date(int(year), month + 1, int(day))
    return _last_such(month + 1, int(day), today)


def _last_such(month: int, day: int, today: date) -> date:
    for year in range(today.year, today.year - 9, -1):  # 29 February may be eight years away
        with suppress(ValueError):
            if (found := date(year, month, day)) <= today:
                return found
    raise ValueError


def _numbered(names: tuple[str, ...], text: str) -> int | None:
    """The place of a name, from 0, that may be shortened to three letters."""
    if len(text) < 3:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(text)), None)


def _moment(text: str, now: datetime) -> Moment | None:
    if text == "now":
        return Moment(now.date(), now)
    number, unit = _amount(text)
    if unit in IN_SECONDS:
        # In UTC, as an hour ago is an hour ago also on the night when the clocks change.
        at = now.astimezone(UTC) + timedelta(seconds=number * IN_SECONDS[unit])
        return _at(at, now)
    found = re.fullmatch(CLOCK, text.removeprefix("at "))
    day = _day(found["day"] or "today" if found else text, now.date())
    if found is None or day is None:
        return Moment(day) if day else None
    return _at(datetime.combine(day, _time(found), _offset(found) or now.tzinfo), now)


def _at(at: datetime, now: datetime) -> Moment:
    """A moment in the zone of now; by way of UTC, which moves a time that was skipped forward."""
    local = at.astimezone(UTC).astimezone(now.tzinfo)
    return Moment(local.date(), local)


def _time(found: re.Match[str]) -> time:
    hour, half = int(found["hour"]), found["half"]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError
        hour = hour % 12 + (12 if half == "pm" else 0)
    microsecond = (found["part"] or "").ljust(6, "0")[:6]
    return time(hour, int(found["minute"] or 0), int(found["second"] or 0), int(microsecond))


def _offset(found: re.Match[str]) -> timezone | None:
    text = found["offset"]
    if not text or text == "z":
        return UTC if text else None
    clock = time(int(text[1:3]), int(text[3:].strip(":") or 0))
    east = timedelta(hours=clock.hour, minutes=clock.minute)
    return timezone(east if text[0] == "+" else -east)


def _range(text: str, today: date) -> Range | None:
    left, dots, right = (part.strip() for part in text.partition(".."))
    if not dots:
        return _period(text, today)
    begin = _period(left, today) if left else (None, None)
    end = _period(right, today) if right else (None, None)
    if begin is None or end is None or not (left or right):
        return None
    if begin[0] and end[1] and begin[0] > end[1]:
        raise InvalidError(f"{_shown(text)} ends before it begins", hints=RANGE_HINTS)
    return begin[0], end[1]


def _period(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what has a name: a year, a month, last week, a day."""
    if found := re.fullmatch(ISO_PERIOD, text):
        return _numbered_period(int(found[1]), *found.groups()[1:])
    if found := re.fullmatch(PERIOD, text):
        return _current_period(found[2], today, back=found[1] == "last")
    found = re.fullmatch(MONTH_YEAR, text)
    month = _numbered(MONTHS, found[1]) if found else None
    if found and month is not None:
        return _months(int(found[2] or today.year - (month >= today.month)), month + 1)
    day = _day(text, today)
    return (day, day) if day else None


def _numbered_period(
    year: int, month: str | None, quarter: str | None, week: str | None
) -> tuple[date, date]:
    if week:
        return _week(date.fromisocalendar(year, int(week), 1))
    if quarter:
        return _months(year, 3 * int(quarter) - 2, 3)
    if month:
        return _months(year, date(year, int(month), 1).month)
    return _months(year, 1, 12)


def _current_period(unit: str, today: date, *, back: bool) -> tuple[date, date]:
    if unit == "week":
        return _week(today - timedelta(days=today.weekday() + (7 if back else 0)))
    count = PERIODS[unit]
    begun = (today.month - 1) // count * count + 1
    return _months(today.year, begun - (count if back else 0), count)


def _week(monday: date) -> tuple[date, date]:
    return monday, monday + timedelta(days=6)


def _months(year: int, month: int, count: int = 1) -> tuple[date, date]:
    """The first and the last day of some months; a month beyond the year is one of another year."""
    begin, end = year * 12 + month - 1, year * 12 + month + count - 2
    first, last = (date(each // 12, each % 12 + 1, 1) for each in (begin, end))
    return first, last.replace(day=monthrange(last.year, last.month)[1])
