"""Spans of time, masses and numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workout_core.durations import parse_days, parse_duration
from workout_core.errors import InvalidError
from workout_core.units import parse_decimal, parse_mass


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        *(("90", 90), ("90s", 90), ("90 sec", 90), ("3m", 180), ("3 min", 180), ("1:30", 90)),
        *(("1m30s", 90), ("1m 30", 90), ("1h", 3600), ("1:00:00", 3600), (" 2 MINUTES ", 120)),
        *(("24h", 86_400), ("1", 1), ("90:00", 5400), ("1h30m", 5400)),
    ],
)
def test_a_span_of_time(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "0:00",
        "-5",
        "1.5",
        "soon",
        "1:60",
        "25h",
        "86401",
        "9" * 99,
        "1m30m",
        "٣m",
        "m",
    ],
)
def test_what_is_no_span_of_time(text: str) -> None:
    with pytest.raises(InvalidError) as caught:
        parse_duration(text)
    assert caught.value.hints


def test_a_mass() -> None:
    assert parse_mass("80") == (Decimal(80), None)
    assert parse_mass("80,5 KG") == (Decimal("80.5"), "kg")
    assert parse_mass(" 180lbs") == (Decimal(180), "lb")
    for text in ("", "kg", "-80kg", "80 stone", "1e9", "9999999", "nan", "٨٠kg"):
        with pytest.raises(InvalidError):
            parse_mass(text)


def test_a_number() -> None:
    assert parse_decimal("2,5 ") == parse_decimal("2.5") == Decimal("2.5")
    for text in ("", "-1", "1e3", "٣", "1.", "1,2,3", "nan"):
        with pytest.raises(InvalidError):
            parse_decimal(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        *(("30d", 30), ("1 day", 1), ("2w", 14), ("12 weeks", 84), (" 6 MO ", 180)),
        *(("1y", 365), ("2 years", 730), ("9999d", 9999)),
    ],
)
def test_a_span_of_days(text: str, days: int) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize(
    "text", ["", "30", "0d", "-1d", "1.5d", "12h", "d", "\u0663d", "1" * 99 + "d"]
)
def test_what_is_no_span_of_days(text: str) -> None:
    with pytest.raises(InvalidError, match="not a span of days"):
        parse_days(text)
