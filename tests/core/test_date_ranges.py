"""Ranges of days, the hints, and any text at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workout_core import dates
from workout_core.dates import (
    Moment,
    parse_day,
    parse_moment,
    parse_range,
    parse_since,
    parse_until,
)
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 20)  # a Friday
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 19, 5, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2026-11", "2026-11-01", "2026-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026q1", "2026-01-01", "2026-03-31"),
        ("2026-W47", "2026-11-16", "2026-11-22"),
        ("2026-w53", "2026-12-28", "2027-01-03"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("Last Week", "2026-11-09", "2026-11-15"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("this quarter", "2026-10-01", "2026-12-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("this year", "2026-01-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("november", "2026-11-01", "2026-11-30"),
        ("dec", "2025-12-01", "2025-12-31"),
        ("jan 2025", "2025-01-01", "2025-01-31"),
        ("yesterday", "2026-11-19", "2026-11-19"),
        ("last fri", "2026-11-13", "2026-11-13"),
        ("2 weeks ago", "2026-11-06", "2026-11-06"),
        ("nov 20", "2026-11-20", "2026-11-20"),
        ("2026-11-01..2026-11-20", "2026-11-01", "2026-11-20"),
        ("2026-11-20..2026-11-20", "2026-11-20", "2026-11-20"),
        ("2025..2026", "2025-01-01", "2026-12-31"),
        ("2026-Q1..2026-Q3", "2026-01-01", "2026-09-30"),
        ("last month .. today", "2026-10-01", "2026-11-20"),
        ("-2w..", "2026-11-06", None),
        ("mon..", "2026-11-16", None),
        ("..yesterday", None, "2026-11-19"),
        ("..2025", None, "2025-12-31"),
    ],
)
def test_a_range(text: str, first: str | None, last: str | None) -> None:
    ends = tuple(end and date.fromisoformat(end) for end in (first, last))
    assert parse_range(text, TODAY) == ends
    for parse, end in zip((parse_since, parse_until), ends, strict=True):
        if end:
            assert parse(text, TODAY) == end
        else:
            with pytest.raises(InvalidError, match=r"has no (first|last) day"):
                parse(text, TODAY)


@pytest.mark.parametrize(
    ("today", "text", "first", "last"),
    [
        ("2026-01-15", "last month", "2025-12-01", "2025-12-31"),
        ("2026-01-15", "last quarter", "2025-10-01", "2025-12-31"),
        ("2026-03-31", "last month", "2026-02-01", "2026-02-28"),
        ("2026-11-22", "this week", "2026-11-16", "2026-11-22"),
        ("2026-11-23", "this week", "2026-11-23", "2026-11-29"),
        ("2027-01-01", "last week", "2026-12-21", "2026-12-27"),
        ("9999-12-20", "this year", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_range_seen_from_another_day(today: str, text: str, first: str, last: str) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert parse_range(text, date.fromisoformat(today)) == ends


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a range"),
        ("..", "'..' is not a range"),
        ("2026..2027..2028", "'2026..2027..2028' is not a range"),
        ("2026...2027", "'2026...2027' is not a range"),
        ("foo..today", "'foo..today' is not a range"),
        ("today..foo", "'today..foo' is not a range"),
        ("next week", "'next week' is not a range"),
        ("18:30", "'18:30' is not a range"),
        ("2026-Q5", "'2026-Q5' is not a range"),
        ("2026-13", "There is no such range as '2026-13'"),
        ("2026-00", "There is no such range as '2026-00'"),
        ("0000", "There is no such range as '0000'"),
        ("2026-W54", "There is no such range as '2026-W54'"),
        ("2025-W53", "There is no such range as '2025-W53'"),
        ("9999-W52", "There is no such range as '9999-W52'"),
        ("2026-13-01..", "There is no such range as '2026-13-01..'"),
        ("2027..2026", "'2027..2026' ends before it begins"),
        ("today..yesterday", "'today..yesterday' ends before it begins"),
    ],
)
def test_what_is_not_a_range(text: str, message: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_range(text, TODAY)
    assert caught.value.message == message
    assert caught.value.hints == dates.RANGE_HINTS


@pytest.mark.parametrize("hint", dates.DAY_HINTS)
def test_the_hints_for_a_day_are_days(hint: str) -> None:
    parse_day(hint, TODAY)


@pytest.mark.parametrize("hint", dates.MOMENT_HINTS)
def test_the_hints_for_a_moment_are_moments(hint: str) -> None:
    parse_moment(hint, NOW)


@pytest.mark.parametrize("hint", dates.RANGE_HINTS)
def test_the_hints_for_a_range_are_ranges(hint: str) -> None:
    parse_range(hint, TODAY)


@pytest.mark.parametrize(
    "text",
    ["-" + "9" * 10**7 + "d", " " * 10**7, "18:30 " * 10**6],
    ids=["digits", "spaces", "times"],
)
def test_an_endless_text_is_refused_in_few_words(text: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_moment(text, NOW)
    assert len(caught.value.message) < 200


WORDS = [
    *(
        "today",
        "yesterday",
        "now",
        "mon",
        "last",
        "this",
        "week",
        "month",
        "nov",
        "20",
        "2026",
        "a",
    ),
    *(
        "ago",
        "days",
        "min",
        "h",
        "-",
        "+",
        "..",
        ":",
        "18",
        "30",
        "t",
        "z",
        "am",
        "pm",
        "q",
        "w",
        "at",
    ),
    *(" ", " ", "0", "9999", "00", "99999999999", "٣", ".", ",", "\0", "th", "years", "months"),
]
anything = st.text() | st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
any_zone = st.timezones() | st.just(UTC) | st.just(timezone(timedelta(hours=-23, minutes=-59)))


def outcome(parse: Callable[..., object], *arguments: object) -> object:
    try:
        return parse(*arguments)
    except InvalidError as error:
        return error


def told(error: object) -> bool:
    return isinstance(error, InvalidError) and bool(error.hints) and "\n" not in error.message


@given(anything, st.dates())
@example("tomorrow", date.max)
@example("yesterday", date.min)
@example("last week", date.min)
@example("this week", date.max)
@example("29 feb", date.min)
def test_any_text_is_a_day_and_a_range_or_a_known_error(text: str, today: date) -> None:
    for parse in (parse_day, parse_since, parse_until, parse_range):
        found = outcome(parse, text, today)
        assert isinstance(found, date | tuple) or told(found)


@given(anything, st.datetimes(timezones=any_zone))
@example("-1h", datetime.min.replace(tzinfo=UTC))
@example("now", datetime.min.replace(tzinfo=timezone(timedelta(hours=23))))
@example("23:59", datetime.max.replace(tzinfo=timezone(timedelta(hours=-23))))
def test_any_text_is_a_moment_or_a_known_error(text: str, now: datetime) -> None:
    found = outcome(parse_moment, text, now)
    if isinstance(found, Moment):
        assert found.at is None or (found.at.tzinfo is now.tzinfo and found.day == found.at.date())
    else:
        assert told(found)


@given(st.datetimes(timezones=any_zone), st.integers(1900, 2100))
def test_what_is_printed_is_read_again(moment: datetime, year: int) -> None:
    now = (
        moment.replace(year=year, day=min(moment.day, 28)).astimezone(UTC).astimezone(moment.tzinfo)
    )
    offset = now.utcoffset()
    assert offset is not None
    if offset.seconds % 60 == 0:
        assert parse_moment(now.isoformat(), now).at == now
    assert parse_day(now.date().isoformat(), now.date()) == now.date()
    assert parse_day(f"{now:%d %b %Y}", now.date()) == now.date()
