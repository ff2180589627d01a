"""The set notation: what is written is read back, any text is read or refused, and in linear time."""

from __future__ import annotations

import sys
import unicodedata
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.core.notation import EXERCISES, ROWS, Exercise, read
from workout_core.errors import NotationError
from workout_core.units import metres, plain
from workout_core.vocabulary import (
    DistanceUnit,
    LoadMode,
    MassUnit,
    SetKind,
    Side,
    Tracking,
    values,
)
from workout_core.workouts.notation.format import format_line
from workout_core.workouts.notation.model import (
    Entry,
    Load,
    NotatedSet,
    ParsedLine,
    RelativeLoad,
)

# Whatever is typed


def decimals(least: int | str, most: int | str, places: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(least), Decimal(most), places=places).map(plain)


HALVES: Final = st.integers(0, 20).map(lambda twice: plain(Decimal(twice) / 2))
UNITS: Final[list[MassUnit]] = ["kg", "lb"]
MASSES: Final = st.tuples(decimals(0, "99999.999999", 6), st.sampled_from(UNITS))
RELATIVE: Final = st.one_of(
    st.sampled_from([RelativeLoad("last"), RelativeLoad("top")]),
    decimals(0, 200, 3).map(lambda value: RelativeLoad("percent", value, "%")),
    st.builds(
        lambda base, value, unit: RelativeLoad(base, value, unit),
        st.sampled_from(["last", "top"]),
        decimals(-100, 100, 2),
        st.sampled_from(["kg", "lb", "%"]),
    ),
)
TIMES: Final = st.one_of(
    st.integers(1, 604_800).map(Decimal), decimals("0.001", "9999.999", 3), decimals(50, 130, 1)
)
NOTES: Final = (
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30)
    .map(str.strip)
    .map(lambda text: text or None)
)


def loads(mode: LoadMode) -> st.SearchStrategy[Load]:
    return MASSES.map(lambda mass: Load(mode, *mass))


def loads_of(tracking: Tracking) -> st.SearchStrategy[Load | RelativeLoad | None]:
    if tracking == "weight_reps":
        return st.one_of(loads("absolute"), RELATIVE)
    if tracking in ("weight_duration", "weight_distance"):
        return st.one_of(st.none(), loads("absolute"), RELATIVE)
    if tracking in ("bodyweight_reps", "reps"):
        alone = Load("bodyweight") if tracking == "bodyweight_reps" else None
        signed = st.one_of(loads("added"), loads("assisted"), RELATIVE)
        return st.one_of(st.sampled_from([alone, Load("bodyweight")]), signed)
    return st.none()


@st.composite
def amounts_of(draw: st.DrawFn, tracking: Tracking) -> dict[str, Any]:
    if tracking.endswith("reps"):
        reps = draw(st.one_of(st.integers(0, 12), st.integers(0, 10_000)))
        return {"reps": reps, "failed": reps == 0}
    if tracking.endswith("duration"):
        return {"duration_s": draw(TIMES)}
    amounts: dict[str, Any] = {}
    if draw(st.booleans()):
        value = draw(decimals("0.01", 6_000, 2))
        unit: DistanceUnit = draw(st.sampled_from(values(DistanceUnit)))
        amounts = {
            "distance_value": value,
            "distance_unit": unit,
            "distance_m": metres(value, unit),
        }
    if not amounts or draw(st.booleans()):
        amounts["duration_s"] = draw(TIMES)
    return amounts


@st.composite
def modifiers(draw: st.DrawFn) -> dict[str, Any]:
    kinds = [kind for kind in values(SetKind) if kind != "amrap"]
    found: dict[str, Any] = {
        "kind": draw(st.sampled_from(["working", *kinds])),
        "side": draw(st.sampled_from([None, None, *values(Side)])),
        "amrap": draw(st.booleans()),
    }
    if draw(st.booleans()):
        return found
    scale = draw(st.sampled_from([None, "rpe", "rir"]))
    if scale is not None:
        rpe = draw(HALVES.filter(lambda value: scale == "rir" or value >= 1))
        found |= {"effort_scale": scale, "rpe": rpe}
    average = draw(st.none() | st.integers(20, 300))
    highest = draw(st.none() | st.integers(average, 300)) if average is not None else None
    return found | {
        "tempo": draw(st.none() | st.text("0123456789X", min_size=4, max_size=4)),
        "rest_s": draw(st.none() | st.just(Decimal(0)) | decimals("0.5", 86_400, 1)),
        "hr_avg": average,
        "hr_max": highest,
        "calories": draw(st.none() | st.integers(0, 100_000)),
        "elevation_m": draw(st.none() | decimals(0, 9_000, 1)),
    }


@st.composite
def groups(draw: st.DrawFn, tracking: Tracking) -> list[NotatedSet]:
    load = draw(loads_of(tracking))
    common = draw(modifiers())
    amounts = draw(st.lists(amounts_of(tracking), min_size=1, max_size=3))
    sets = [NotatedSet(load=load, **common, **amount) for amount in amounts]
    return sets * draw(st.sampled_from([1, 1, 2, 3, 7, 50]))


@st.composite
def entries(draw: st.DrawFn) -> Entry[Exercise]:
    exercise = draw(st.sampled_from(EXERCISES))
    found = draw(st.lists(groups(exercise.tracking), min_size=1, max_size=4))
    sets = tuple(each for group in found for each in group)
    return Entry(exercise, sets[:300])


LINES: Final = st.builds(
    lambda entries, note: ParsedLine(tuple(entries), note),
    st.lists(entries(), min_size=1, max_size=3),
    st.none() | NOTES,
)


@given(LINES)
def test_the_canonical_spelling_of_any_line_is_read_back(line: ParsedLine[Exercise]) -> None:
    assert read(format_line(line)) == line


PIECES: Final = st.sampled_from(
    [
        *["bench", "pullup", "plank", "hang", "run", "carry", "burpee", "3/4 sit-up", "erg"],
        *["5x5", "12x8", "3x", "100", "1,000", "0", "x", "×", "8,7,6", "5/5", "1x5", "3x40m"],
        *["100kg", "+10kg", "-20", "bw", "last", "top-10%", "85%", "@8", "@100kg", "@", "%"],
        *["60s", "1:30", "5km", "w", "+", "L", "ea", "rpe8", "rir", "rest", "r90", "t31X0"],
        *["hr140/150", "9kcal", "elev", "warmup", "drop", "//", ",", ".", ":", " ", " ", " "],
    ]
)
ALPHABET: Final = "0123456789xX×*@+-%,./: \tkgwdfpLRealstopbnch\u00e9\u0130\u0661\x1b\ud800"


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """A line of the table, with a few characters of it changed, dropped or doubled."""
    line = draw(st.sampled_from([line for line, _ in ROWS]))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(line)))
        end = draw(st.integers(at, min(len(line), at + 4)))
        put = draw(st.sampled_from(["", line[at:end] * 2]) | st.text(ALPHABET, max_size=3))
        line = line[:at] + put + line[end:]
    return line


def is_total(line: str) -> None:
    """A line is read, and its canonical spelling as the same, or it is refused in a form that can be shown."""
    parsed, error = None, None
    try:
        parsed = read(line)
    except NotationError as refusal:
        error = refusal
    if parsed is not None:
        assert read(format_line(parsed)) == parsed
    if error is not None:
        assert error.details["code"].startswith("E_")
        assert 1 <= error.details["column"] <= len(line) + 1
        assert len(error.details["read"]) <= 80
        shown = "".join([error.message, error.details["read"], error.details["line"], *error.hints])
        assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join))
@example("")
@example("bench " + "9" * 5000 + "x5")
@example("bench 1." + "0" * 5000 + "1x5")
@example("bench " + "100x" * 50)
def test_nothing_but_a_notation_error_leaves(line: str) -> None:
    is_total(line)
    is_total(f"bench {line}")


@given(mutants())
def test_nothing_else_leaves_for_a_line_that_is_almost_right(line: str) -> None:
    is_total(line)


def steps(line: str) -> int:
    """How many functions, ours and built in, reading a line calls."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(line)
    except NotationError:
        pass
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        ("bench", " 100x5"),
        ("bench 100x", "5,"),
        ("bench 100x5 @", "8,"),
        ("bench ", "9"),
        ("bench 1.", "0"),
        ("bench 100", "x5"),
        ("bench 100", " x"),
        ("plank ", "90s,"),
        ("plank 1", ":30"),
        ("plank ", "1h"),
        ("run 5km ", "1:"),
        ("run", " 5km 25:00"),
        ("pullup", " 3x8 +10kg"),
        ("pullup", " 8"),
        ("bench", " 100x5 rpe8"),
        ("bench 100x5", " rest1"),
        ("bench 100x5 t", "3"),
        ("bench", " + bench"),
        ("", "bench 100x5 + "),
        ("", "bench 100x5 "),
        ("", "a "),
        ("bench 100x5 ", "a "),
        ("bench 100x5 ", "+"),
        ("bench 100x5 ", "@"),
        ("bench 100x5", "/"),
        ("a", "//"),
        ("bench 100x5 //", "/"),
        ("bench 100x5 // ", "é"),
        ("", " "),
        ("", "\x00"),
        ("", "é"),
        ("bench ", "last+"),
        ("bench ", "-"),
    ],
)
def test_the_work_is_linear_in_the_length(head: str, piece: str) -> None:
    whole = head + piece * (100_000 // len(piece))
    half = head + piece * (50_000 // len(piece))
    assert steps(whole) <= 2.2 * steps(half) + 500
    assert steps(whole) <= 40 * len(whole)
