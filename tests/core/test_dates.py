"""Days and moments: each spelling on a fixed day, and the clock's changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from workout_core import dates
from workout_core.dates import (
    Moment,
    parse_day,
    parse_moment,
)
from workout_core.errors import InvalidError

TODAY = date(2026, 11, 20)  # a Friday
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 19, 5, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-20"),
        ("Yesterday", "2026-11-19"),
        ("TOMORROW", "2026-11-21"),
        ("  today\t", "2026-11-20"),
        ("-0d", "2026-11-20"),
        ("-2d", "2026-11-18"),
        ("- 2 days", "2026-11-18"),
        ("+2d", "2026-11-22"),
        ("-3w", "2026-10-30"),
        ("-1mo", "2026-10-20"),
        ("-1y", "2025-11-20"),
        ("fri", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("thu", "2026-11-19"),
        ("thurs", "2026-11-19"),
        ("tues", "2026-11-17"),
        ("mon", "2026-11-16"),
        ("Monday", "2026-11-16"),
        ("sun", "2026-11-15"),
        ("sat", "2026-11-14"),
        ("last fri", "2026-11-13"),
        ("last  Friday", "2026-11-13"),
        ("last thu", "2026-11-19"),
        ("last sat", "2026-11-14"),
        ("3 days ago", "2026-11-17"),
        ("1 day ago", "2026-11-19"),
        ("a day ago", "2026-11-19"),
        ("2 weeks ago", "2026-11-06"),
        ("2w ago", "2026-11-06"),
        ("a week ago", "2026-11-13"),
        ("a month ago", "2026-10-20"),
        ("11 months ago", "2025-12-20"),
        ("12 months ago", "2025-11-20"),
        ("a year ago", "2025-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("2026-1-5", "2026-01-05"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("20 nov", "2026-11-20"),
        ("nov 20", "2026-11-20"),
        ("20 November", "2026-11-20"),
        ("nov 20th", "2026-11-20"),
        ("1st sept", "2026-09-01"),
        ("21 nov", "2025-11-21"),
        ("24 dec", "2025-12-24"),
        ("29 feb", "2024-02-29"),
        ("20 nov 2026", "2026-11-20"),
        ("Nov 20, 2027", "2027-11-20"),
        ("2 may 2025", "2025-05-02"),
    ],
)
def test_a_day(text: str, day: str) -> None:
    assert parse_day(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-03-31", "a month ago", "2026-02-28"),
        ("2024-03-31", "a month ago", "2024-02-29"),
        ("2024-02-29", "a year ago", "2023-02-28"),
        ("2027-01-05", "24 dec", "2026-12-24"),
        ("2026-01-31", "-2mo", "2025-11-30"),
        ("2026-12-31", "+2mo", "2027-02-28"),
        ("9999-11-20", "+1mo", "9999-12-20"),
        ("1903-05-05", "29 feb", "1896-02-29"),
        ("2024-02-29", "29 feb", "2024-02-29"),
    ],
)
def test_a_day_seen_from_another(today: str, text: str, day: str) -> None:
    assert parse_day(text, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize("back", range(7))
def test_a_weekday_is_the_last_up_to_today_and_last_is_before_today(back: int) -> None:
    today = TODAY + timedelta(days=back)
    for name in dates.WEEKDAYS:
        assert timedelta(0) <= today - parse_day(name, today) < timedelta(7)
        assert timedelta(0) < today - parse_day(f"last {name}", today) <= timedelta(7)
        assert f"{parse_day(name[:3], today):%A}".lower() == name


UNREADABLE = [
    *(
        "",
        " ",
        "\n",
        "\0",
        "yesterda",
        "to day",
        "fr",
        "mondays",
        "last",
        "last last fri",
        "next fri",
    ),
    *(
        "last week fri",
        "ago",
        "3 ago",
        "days ago",
        "-d",
        "--2d",
        "2d",
        "-2",
        "-2x",
        "-1.5d",
        "-2d ago",
    ),
    *(
        "2026",
        "2026-11",
        "2026-11-",
        "2026-11-20-",
        "20261120",
        "26-11-20",
        "11/20/2026",
        "20.11.2026",
    ),
    *(
        "20",
        "nov",
        "nov nov",
        "20 nov 26",
        "20 20 nov",
        "20 ma",
        "18:30",
        "now",
        "٢٠٢٦-١١-٢٠",
        "-２d",
    ),
    *("２０２６-11-20", "\ud800", "²026-11-20", "today; drop", "%s", "{}", "'", "today today"),
]
IMPOSSIBLE = [
    *("0000-00-00", "2026-13-01", "2026-00-01", "2026-02-29", "2026-11-31", "0000-01-01", "31 nov"),
    *("30 feb 2026", "0 nov", "99 nov", "nov 0", "29 feb 2026", "1 jan 0000", "-99999999999d"),
    *("99999999999 weeks ago", "+999999999mo", "-2027y", "3000 years ago", f"-{'9' * 70}d"),
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_not_a_day(text: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_day(text, TODAY)
    assert caught.value.message == f"{text!r} is not a day"
    assert caught.value.hints == dates.DAY_HINTS


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_there_is_not(text: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_day(text, TODAY)
    assert caught.value.message == f"There is no such day as {text!r}"
    assert caught.value.hints == dates.DAY_HINTS


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(BERLIN)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("now", "2026-11-20T19:05:30+01:00"),
        ("18:30", "2026-11-20T18:30+01:00"),
        ("6:30", "2026-11-20T06:30+01:00"),
        ("23:59:59", "2026-11-20T23:59:59+01:00"),
        ("at 18:30", "2026-11-20T18:30+01:00"),
        ("6pm", "2026-11-20T18:00+01:00"),
        ("6:30 PM", "2026-11-20T18:30+01:00"),
        ("12am", "2026-11-20T00:00+01:00"),
        ("12:15pm", "2026-11-20T12:15+01:00"),
        ("yesterday 18:30", "2026-11-19T18:30+01:00"),
        ("yesterday at 6 pm", "2026-11-19T18:00+01:00"),
        ("tomorrow 7:00", "2026-11-21T07:00+01:00"),
        ("-2d 18:30", "2026-11-18T18:30+01:00"),
        ("3 weeks ago 18:30", "2026-10-30T18:30+01:00"),
        ("sat 9:15", "2026-11-14T09:15+01:00"),
        ("last fri 18:30", "2026-11-13T18:30+01:00"),
        ("20 jul 18:30", "2026-07-20T18:30+02:00"),
        ("jul 20 2025 18:30", "2025-07-20T18:30+02:00"),
        ("2026-11-20 18:30", "2026-11-20T18:30+01:00"),
        ("2026-11-20 18:30:15", "2026-11-20T18:30:15+01:00"),
        ("2026-11-20T18:30", "2026-11-20T18:30+01:00"),
        ("2026-11-20t18:30:15.5", "2026-11-20T18:30:15.500000+01:00"),
        ("2026-11-20T18:30:15.123456789", "2026-11-20T18:30:15.123456+01:00"),
        ("2026-11-20T18:30Z", "2026-11-20T19:30+01:00"),
        ("2026-11-20T18:30:15.25Z", "2026-11-20T19:30:15.250000+01:00"),
        ("2026-11-20T18:30+01:00", "2026-11-20T18:30+01:00"),
        ("2026-11-20T18:30-0500", "2026-11-21T00:30+01:00"),
        ("2026-11-20 18:30:00 +05:30", "2026-11-20T14:00+01:00"),
        ("2026-11-20 18:30-08", "2026-11-21T03:30+01:00"),
        ("-90min", "2026-11-20T17:35:30+01:00"),
        ("-90m", "2026-11-20T17:35:30+01:00"),
        ("-2h", "2026-11-20T17:05:30+01:00"),
        ("+10min", "2026-11-20T19:15:30+01:00"),
        ("-30s", "2026-11-20T19:05+01:00"),
        ("2 hours ago", "2026-11-20T17:05:30+01:00"),
        ("an hour ago", "2026-11-20T18:05:30+01:00"),
        ("20 minutes ago", "2026-11-20T18:45:30+01:00"),
        ("24 hours ago", "2026-11-19T19:05:30+01:00"),
    ],
)
def test_a_moment(text: str, moment: str) -> None:
    found = parse_moment(text, NOW)
    assert found.at == at(moment)
    assert found.at is not None
    assert found.at.tzinfo is BERLIN
    assert found.day == found.at.date()


@pytest.mark.parametrize("text", ["today", "-2d", "mon", "last fri", "2 weeks ago", "20 nov 2026"])
def test_a_moment_without_a_time_is_a_day(text: str) -> None:
    assert parse_moment(text, NOW) == Moment(parse_day(text, TODAY), None)


def test_today_is_that_of_the_zone() -> None:
    early = datetime(2026, 11, 20, 0, 30, tzinfo=BERLIN)
    assert parse_moment("today", early).day == TODAY
    assert parse_moment("-1h", early).day == date(2026, 11, 19)
    assert parse_moment("23:30", early.astimezone(UTC)).at == datetime(
        2026, 11, 19, 23, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("now", "text", "moment"),
    [
        # 02:00 to 03:00 is skipped on 29 March 2026, and told twice on 25 October.
        ("2026-03-29 12:00", "02:30", "2026-03-29T03:30:00+02:00"),
        ("2026-03-29 12:00", "02:00", "2026-03-29T03:00:00+02:00"),
        ("2026-03-29 12:00", "01:59", "2026-03-29T01:59:00+01:00"),
        ("2026-03-29 12:00", "03:00", "2026-03-29T03:00:00+02:00"),
        ("2026-03-29 04:00", "-90min", "2026-03-29T01:30:00+01:00"),
        ("2026-10-25 12:00", "02:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25 12:00", "2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25 04:00", "-90min", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25 04:00", "-150min", "2026-10-25T02:30:00+02:00"),
    ],
)
def test_when_the_clocks_change(now: str, text: str, moment: str) -> None:
    found = parse_moment(text, datetime.fromisoformat(now).replace(tzinfo=BERLIN))
    assert found.at is not None
    assert found.at.isoformat() == moment


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "18",
            "pm",
            "at",
            "at noon",
            "18:3",
            "18:30:1",
            "118:30",
            "1830",
            "18:30:15.",
            "T18:30",
        ),
        *(
            "yesterday18:30",
            "18:30 yesterday",
            "2026-11 18:30",
            "foo 18:30",
            "18:30 foo",
            "18:30+1",
        ),
        *(
            "18:30 -2d",
            "-90",
            "-90x",
            "١٨:٣٠",
            "now 18:30",
            "2026-11-20T",
            "2026-11-20T18:30ZZ",
            "last week",
        ),
    ],
)
def test_what_is_not_a_time(text: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_moment(text, NOW)
    assert caught.value.message == f"{text!r} is not a time"
    assert caught.value.hints == dates.MOMENT_HINTS


@pytest.mark.parametrize(
    "text",
    [
        *("24:00", "18:60", "18:30:60", "99:99", "0am", "13pm", "18:30pm", "2026-13-01 18:30"),
        *(
            "2026-11-20T24:00",
            "2026-11-20T18:30+24:00",
            "2026-11-20T18:30+01:60",
            "0000-00-00T00:00",
        ),
        *(
            "9999-12-31T23:59-01:00",
            "0001-01-01T00:00+01:00",
            "-99999999999999h",
            "99999999999 hours ago",
        ),
    ],
)
def test_a_time_that_there_is_not(text: str) -> None:
    with pytest.raises(InvalidError, match="There is no such time as"):
        parse_moment(text, NOW)
