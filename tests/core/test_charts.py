"""Charts as text: what they look like, and that they keep to their size whatever is drawn."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_core.charts.axes import date_ticks, nice_ticks
from workout_core.charts.bars import bar_chart, bucket_for
from workout_core.charts.lines import line_chart
from workout_core.charts.points import Point
from workout_core.charts.sparkline import sparkline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workout_core.charts.drawing import Line

FIRST = date(2026, 1, 5)


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


def text(lines: Sequence[Line]) -> str:
    return "\n".join(each.text for each in lines)


def test_a_curve_with_a_record_and_a_deload() -> None:
    curve = [
        Point(FIRST, 100),
        Point(after(20), 104, record=True),
        Point(after(40), 90, deload=True),
        Point(after(69), 112, record=True),
    ]
    lines = line_chart(curve, FIRST, after(69), 40, 9)
    assert text(lines) == CURVE
    parts = [(lines[2].text[start:end], style) for start, end, style in lines[2].spans]
    assert [(part.strip(), style) for part, style in parts] == [
        ("110 ┤", "axis"),
        ("★", "record"),
        ("⣀⣀⣀⡠⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉", "line"),
    ]


CURVE = """\
120 ┤                                  ★
    │                                 ⣀⣀
110 ┤          ★        ⣀⣀⣀⡠⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉
    │      ⢀⣀⣀⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉
100 ┤⠤⠔⠒⠒⠉⠉⠁
    │
 90 ┤                    ○
    └─────────────┬─────────────┬───────
                  Feb           Mar"""


def test_bars_of_weeks_that_have_no_room_for_days() -> None:
    points = [Point(after(day), 400 + 10 * day, deload=day == 28) for day in range(0, 70, 2)]
    assert text(bar_chart(points, FIRST, after(69), 40, 8)) == BARS
    assert bucket_for(FIRST, after(69), 40) == "week"
    spans = {"day": 20, "week": 200, "month": 900, "quarter": 2_500, "year": 9_000}
    assert {bucket_for(FIRST, after(days), 40): days for days in spans.values()} == spans


BARS = """\
4,000 ┤            ○     ▁▁    ██
      │            ▂▂    ██ ▁▁ ██ ▆▆
2,000 ┤      ▃▃    ██ ▄▄ ██ ██ ██ ██
      │▅▅ ▂▂ ██ ▇▇ ██ ██ ██ ██ ██ ██
      │██ ██ ██ ██ ██ ██ ██ ██ ██ ██
    0 ┤██ ██ ██ ██ ██ ██ ██ ██ ██ ██
      └─────────┬───────────┬───────────
                Feb         Mar"""


@pytest.mark.parametrize("draw", [line_chart, bar_chart])
def test_a_line_on_a_day_stands_behind_what_is_drawn(draw: Callable[..., list[Line]]) -> None:
    points = [Point(FIRST, 1), Point(after(30), 3), Point(after(60), 2)]
    plain = draw(points, FIRST, after(60), 40, 9)
    crossed = draw(points, FIRST, after(60), 40, 9, at=after(60))
    both = zip(plain, crossed, strict=True)
    changed = [(before.text, now.text) for before, now in both if before != now]
    assert changed
    # One more sign at the end of each line that has room for it, always in the same place.
    assert len({len(now) for _, now in changed}) == 1
    assert all(now == f"{before:<{len(now) - 1}}│" for before, now in changed)


def test_dots_and_their_trend() -> None:
    values = [(after(day), value) for day, value in enumerate((80.0, 82.0, 79.0, 81.0, 80.0))]
    trend = [Point(after(day), each) for day, each in enumerate((80, 80.2, 80.1, 80.2, 80.2))]
    dots = [Point(day, value) for day, value in values]
    assert text(line_chart(trend, FIRST, after(4), 30, 7, dots=dots)) == TREND


TREND = """\
82 ┤      ⠈
   │                   ⠂
80 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
   │             ⠄
78 ┤
   └┬────────────┬───────────┬
    5 Jan        7 Jan"""


@pytest.mark.parametrize(
    ("values", "width", "drawn"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8], 8, "▁▂▃▄▅▆▇█"),
        ([3, None, 1], 9, "█ ▁"),
        ([5, 5], 9, "▅▅"),
        ([0, 2, 4, 6, None, 8, 8, 8], 4, "▁▅██"),
        ([None, None, None], 2, "  "),
        ([], 5, ""),
    ],
)
def test_a_row_of_small_bars(values: list[float | None], width: int, drawn: str) -> None:
    assert sparkline(values, width) == drawn


@pytest.mark.parametrize(
    ("low", "high", "most", "ticks"),
    [
        (83.2, 118.9, 6, [80, 90, 100, 110, 120]),
        (0, 9_870, 6, [0, 2000, 4000, 6000, 8000, 10_000]),
        (-5, 5, 3, [-5, 0, 5]),
        (100, 100, 4, [99.5, 100, 100.5]),
        (0, 0, 4, [-0.5, 0, 0.5]),
        (80.2, 80.4, 5, [79.5, 80, 80.5, 81]),
    ],
)
def test_ticks_stand_at_round_values(
    low: float, high: float, most: int, ticks: list[float]
) -> None:
    assert nice_ticks(low, high, most) == ticks


def test_ticks_of_whole_numbers_are_whole() -> None:
    assert nice_ticks(5, 7, 6, whole=True) == [5, 6, 7]
    assert nice_ticks(8, 8, 6, whole=True) == [7, 8, 9]
    assert nice_ticks(3, 30, 5, whole=True) == [0, 10, 20, 30]


@pytest.mark.parametrize(
    ("days", "columns", "labels"),
    [
        (0, 60, "5 Jan"),
        (6, 60, "5 Jan,6 Jan,7 Jan,8 Jan,9 Jan,10 Jan,11 Jan"),
        (20, 60, "5 Jan,12 Jan,19 Jan"),
        (40, 60, "5 Jan,12 Jan,19 Jan,26 Jan,2 Feb,9 Feb"),
        (365, 70, "Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,2027"),
        (800, 60, "Apr,Jul,Oct,2027,Apr,Jul,Oct,2028"),
        (8_000, 30, "2030,2035,2040,2045"),
    ],
)
def test_ticks_stand_where_something_begins(days: int, columns: int, labels: str) -> None:
    ticks = date_ticks(FIRST, after(days), columns)
    assert ",".join(each.label for each in ticks) == labels
    assert all(FIRST <= each.day <= after(days) for each in ticks)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3_000),
            st.floats(-1e6, 1e7, allow_nan=False),
            st.booleans(),
            st.booleans(),
        ),
        min_size=1,
        max_size=30,
    ),
    st.integers(30, 150),
    st.integers(5, 30),
)
def test_a_chart_keeps_to_its_size(
    values: list[tuple[int, float, bool, bool]], width: int, height: int
) -> None:
    points = sorted(Point(after(day), value, *marks) for day, value, *marks in values)
    span = (points[0].day, points[-1].day)
    loads = [each._replace(value=abs(each.value)) for each in points]
    for lines in (
        line_chart(points, *span, width, height),
        line_chart(points[1:], *span, width, height, dots=points),
        bar_chart(loads, *span, width, height),
    ):
        assert len(lines) == height
        assert max(len(each.text) for each in lines) <= width
        assert all(each.text == each.text.rstrip() for each in lines)
        for each in lines:
            edges = [place for span in each.spans for place in span[:2]]
            assert edges == sorted(edges)
            assert edges[-1] <= len(each.text) or each.text == ""
