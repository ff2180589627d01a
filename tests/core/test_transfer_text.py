from __future__ import annotations

import contextlib
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.transfer import text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("40.0", "40"),
        (" 40 ", "40"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1.234", "1.234"),
        ("1.0E-4", "0.0001"),
        ("185.00000000000003", "185.00000000000003"),
        ("-5", "-5"),
    ],
)
def test_number(written: str, value: str) -> None:
    assert text.number(written) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("1.234,5", "comma and a point"),
        ("1,234.5", "comma and a point"),
        ("1,234", "could be 1.234 or 1234"),
        ("heavy", "no number"),
        ("NaN", "no number"),
        ("٣", "no number"),
        ("1e99", "too large"),
        ("9" * 5000, "no number"),
        ("\x1b[2J", "'␛\\[2J' is no number"),
    ],
)
def test_number_refuses(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        text.number(written)


@pytest.mark.parametrize(
    ("written", "value", "raw"),
    [
        ("185.00000000000003", "185", "weight 185.00000000000003"),
        ("74.99999999999999", "75", "weight 74.99999999999999"),
        ("44.09245243697551", "44.09", "weight 44.09245243697551"),
        ("2.675", "2.68", "weight 2.675"),
        ("40.0", "40", None),
        ("62.50", "62.5", None),
    ],
)
def test_quantity_is_rounded_half_away_from_zero(written: str, value: str, raw: str | None) -> None:
    found = text.quantity(written, "weight", Decimal("0.01"), 1000)
    assert found == (Decimal(value), raw)
    assert str(found[0]) == value


def test_quantities_and_counts() -> None:
    step = Decimal("0.01")
    assert text.quantity("0.0", "weight", step, 10) == (None, None)
    assert text.quantity("", "weight", step, 10) == (None, None)
    for bad in ("-1", "11"):
        with pytest.raises(ValueError, match=r"weight .* is not between 0 and 10"):
            text.quantity(bad, "weight", step, 10)
    assert (text.count("10.0", "reps", 100), text.count("", "reps", 100)) == (10, None)
    for bad in ("10.5", "-1", "101"):
        with pytest.raises(ValueError, match="no whole number"):
            text.count(bad, "reps", 100)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("2h 38m", 9480),
        ("44m", 2640),
        ("45s", 45),
        ("1h", 3600),
        ("1h 2min", 3720),
        ("38min", 2280),
        ("264h 1m", 950_460),
        ("1:02:03", 3723),
        ("1267", 1267),
        ("", None),
    ],
)
def test_duration(written: str, seconds: int | None) -> None:
    assert text.duration(written) == seconds


@pytest.mark.parametrize("written", ["1h 2h", "5x", "m", "-5", "2h foo", "1:75:00", "h" * 9999])
def test_duration_refuses(written: str) -> None:
    with pytest.raises(ValueError, match=r"no duration|no number|below zero"):
        text.duration(written)


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-31 18:04:05",
        "2024-05-31T18:04:05",
        "2024-05-31 6:04:05\u202fPM",
        "2024-05-31 6:04:05 p.m.",
        "2024-05-31 06:04:05\u00a0pm",
    ],
)
def test_local_time(written: str) -> None:
    assert text.local_time(written) == datetime.fromisoformat("2024-05-31T18:04:05")


def test_midnight_and_noon() -> None:
    assert text.local_time("2024-05-31 12:00:00 AM").hour == 0
    assert text.local_time("2024-05-31 12:00:00 PM").hour == 12


@pytest.mark.parametrize(
    "written",
    [
        "31/05/2024 18:00",
        "2024-02-30 10:00:00",
        "2024-05-31",
        "2024-05-31 13:00:00 PM",
        "",
        "0001-01-01 10:00:00",
        "2024-05-31 10:00:00Z",
    ],
)
def test_local_time_refuses(written: str) -> None:
    with pytest.raises(ValueError, match="'"):
        text.local_time(written)


@given(st.text(max_size=30))
def test_cells_are_read_or_refused(cell: str) -> None:
    for read in (text.number, text.duration, text.local_time, text.note):
        with contextlib.suppress(ValueError):
            read(cell)
