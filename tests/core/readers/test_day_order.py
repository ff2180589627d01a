"""Which order the dates of a file have, and what a date means in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.errors import InvalidError
from workout_core.transfer.day_order import day, day_order

if TYPE_CHECKING:
    from workout_core.transfer.reading import DateOrder

FORMS: dict[DateOrder, str] = {"dmy": "%d/%m/%y", "mdy": "%m/%d/%Y", "ymd": "%Y-%m-%d"}


@pytest.mark.parametrize(
    ("dates", "order", "certain"),
    [
        (["05/01/18", "05/16/18"], "mdy", True),
        (["01/05/2018", "16/05/2018"], "dmy", True),
        (["2018/05/16", "2018/05/02"], "ymd", True),
        (["99/05/01"], "ymd", True),
        (["01.02.18", "02.02.18"], "dmy", True),
        (["01.16.18"], "mdy", True),
        (["05/01/18", "12/01/18", "03/02/18"], "dmy", True),
        (["03/02/18", "01/12/18", "01/05/18"], "mdy", True),
        (["05/05/18", "06/06/18"], "dmy", True),
        (["01/02/18", "02/02/18"], "dmy", False),
        (["01/02/18", "01/01/18", "01/03/18", "03/01/18"], "dmy", False),
        (["soon", "", "31/31/18", "1/2", "1/2/3"], None, True),
    ],
)
def test_all_dates_of_a_file_tell_their_order(
    dates: list[str], order: str | None, certain: bool
) -> None:
    found = day_order(dates)
    assert (found.order, found.certain) == (order, certain)
    assert found.reason


def test_a_file_that_was_joined_from_two_is_still_sorted() -> None:
    days = [date(2018, 1, 1) + timedelta(days=n) for n in range(0, 300, 3)]
    dates = [each.strftime("%d/%m/%y") for each in days if each.day <= 12]
    found = day_order(dates + dates)
    assert (found.order, found.certain) == ("dmy", True)


def test_dates_that_contradict_each_other_are_named() -> None:
    with pytest.raises(InvalidError, match=r"'16/05/18' begins with the day, '05/17/18' with"):
        day_order(["16/05/18", "05/17/18"])


def test_what_a_person_says_wins() -> None:
    assert day_order(["16/05/18", "05/17/18"], "mdy") == ("mdy", "given", True)


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("05/06/18", "dmy", date(2018, 6, 5)),
        ("05/06/18", "mdy", date(2018, 5, 6)),
        ("18-05-06", "ymd", date(2018, 5, 6)),
        (" 5.6.1999 ", "dmy", date(1999, 6, 5)),
        ("2018/05/06", "dmy", date(2018, 5, 6)),
        ("01/01/70", "dmy", date(1970, 1, 1)),
        ("01/01/69", "mdy", date(2069, 1, 1)),
        ("2018. 05. 06.", "ymd", date(2018, 5, 6)),
    ],
)
def test_a_date_is_read_in_its_order(text: str, order: DateOrder, meant: date) -> None:
    assert day(text, order) == meant


@pytest.mark.parametrize(
    "text",
    ["", "31/02/18", "05/16/18", "1/2", "1/2/3", "1/2.18", "1/2/123", "2018/1/2018", "1/1/1800"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day(text, "dmy")


@given(
    st.lists(st.dates(date(1970, 1, 1), date(2068, 12, 31)), min_size=1),
    st.sampled_from(list(FORMS.items())),
)
def test_dates_come_back_in_the_order_in_which_they_were_written(
    days: list[date], form: tuple[DateOrder, str]
) -> None:
    order, pattern = form
    dates = [each.strftime(pattern) for each in days]
    found = day_order(dates)
    if not found.certain:
        return
    if any(each.day > 12 for each in days) or order == "ymd":
        assert found.order == order
    assert [day(each, order) for each in dates] == days
