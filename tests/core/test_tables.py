"""Files of other apps as text, and as tables."""

from __future__ import annotations

import pytest

from tests.files import source
from workout_core.errors import InvalidError
from workout_core.transfer import tables


@pytest.mark.parametrize(
    ("data", "expected", "warned"),
    [
        (b"Dat\xc3\xa9\n", "Daté\n", False),
        (b"\xef\xbb\xbfDate\n", "Date\n", False),
        ("Daté\n".encode("utf-16"), "Daté\n", False),
        ("Daté\n".encode("utf-16-be").join([b"\xfe\xff", b""]), "Daté\n", False),
        ("Daté\n".encode("cp1252"), "Daté\n", True),
        ("Тренировка".encode() + b"\xff\n", "Тренировка�\n", True),
    ],
)
def test_encodings(data: bytes, expected: str, warned: bool) -> None:
    found = source(data)
    with found.text() as file:
        assert (file.read(), bool(found.warnings)) == (expected, warned)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"SQLite format 3\0abc", "NUL"),
        ("Date\n".encode("utf-16-le"), "NUL"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InvalidError, match=reason):
        tables.first_line(source(data)).strip()


def test_the_separator_is_found_by_known_names() -> None:
    known = {"date", "reps"}.__contains__
    assert tables.header("Date;Reps;a,b,c,d", known) == (["Date", "Reps", "a,b,c,d"], ";")
    assert tables.header('"Date","Reps"', known) == (["Date", "Reps"], ",")
    assert tables.header("DATE\tReps", known) == (["DATE", "Reps"], "\t")


def test_a_stray_quotation_mark_costs_one_row() -> None:
    content = 'a,b\n"stray,1\nc,2\nd,"3\n4"\ne,5\n'
    rows = list(tables.table(source(content), ",", 2, {1}))
    assert [line for line, _ in rows] == [1, 2, 3, 4, 6]
    assert rows[2:] == [(3, ["c", "2"]), (4, ["d", "3\n4"]), (6, ["e", "5"])]


def test_a_line_without_an_end_is_refused() -> None:
    with pytest.raises(InvalidError, match="a line too long"):
        list(tables.table(source("a,b\n" + "x" * 100_000_000), ",", 2))


def test_stray_marks_cost_little() -> None:
    content = '"\n' * 200_000
    assert sum(1 for _ in tables.table(source(f"a,b\n{content}"), ",", 2)) <= 1_100_001


@pytest.mark.parametrize("blank", ["\n", "\r", " \r\n"])
def test_blank_lines_without_end_are_refused(blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_BLANK", 50_000)
    some = list(tables.table(source("a,b\n" + blank * 50_000 + "1,2\n"), ",", 2))
    assert some[-1] == (50_002, ["1", "2"])
    with pytest.raises(InvalidError, match="has only blank lines from line 3 on"):
        list(tables.table(source("a,b\n1,2\n" + blank * 50_001), ",", 2))
    with pytest.raises(InvalidError, match="begins with more than 10,000 blank lines"):
        tables.first_line(source(blank * 20_000 + "a,b\n"))


def test_hostile_headers_are_refused() -> None:
    for content, reason in (("x" * 10_000_000, "too long"), ("," * 10_000, "10,001 columns")):
        with pytest.raises(InvalidError, match=reason):
            tables.Columns.of(tables.first_line(source(content)), {"date": "date"}.get)


def test_a_field_beyond_the_limit_is_a_bad_row() -> None:
    rows = list(tables.table(source("a,b\n" + "x" * 200_000 + ",1\nc,2\n"), ",", 2))
    assert rows[1] == (2, "field larger than field limit (131072)")
    assert rows[2] == (3, ["c", "2"])
