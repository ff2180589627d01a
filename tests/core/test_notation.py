"""The set notation: what each line means, what is refused and how, and that nothing else ever happens."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workout_core.errors import NotationError, UnknownExerciseError
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
from workout_core.workouts.notation.format import format_entry, format_line, format_sets
from workout_core.workouts.notation.model import (
    Entry,
    Load,
    NotatedSet,
    ParsedLine,
    RelativeLoad,
)
from workout_core.workouts.notation.parser import parse, parse_sets
from workout_core.workouts.notation.tokens import tokenize, words

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Exercise:
    """An exercise as a caller may have it: with fields of its own."""

    id: int
    name: str
    tracking: Tracking
    aliases: tuple[str, ...] = ()
    slug: str | None = None
    unit: MassUnit | None = None


CATALOGUE: Final[list[tuple[str, Tracking, tuple[str, ...]]]] = [
    ("Bench Press", "weight_reps", ("bench",)),
    ("Squat", "weight_reps", ()),
    ("Deadlift", "weight_reps", ("dl",)),
    ("Overhead Press", "weight_reps", ("ohp",)),
    ("Dumbbell Curl", "weight_reps", ("curl",)),
    ("Lateral Raise", "weight_reps", ()),
    ("Kettlebell Swing", "weight_reps", ("kb swing",)),
    ("One-Arm Row", "weight_reps", ("row",)),
    ("Pull-up", "bodyweight_reps", ("pullup",)),
    ("Dip", "bodyweight_reps", ()),
    ("Burpee", "reps", ()),
    ("Push-Up", "reps", ("pushup",)),
    ("3/4 Sit-Up", "reps", ()),
    ("Plank", "duration", ()),
    ("Dead Hang", "weight_duration", ("hang",)),
    ("Run", "distance", ()),
    ("Rowing Erg", "distance", ("erg",)),
    ("Farmer's Walk", "weight_distance", ("carry",)),
    ("Clean + Jerk", "weight_reps", ()),
]
EXERCISES: Final = [
    Exercise(at, name, tracking, aliases, "barbell-bench-press" if at == 0 else None)
    for at, (name, tracking, aliases) in enumerate(CATALOGUE)
]


class Catalogue:
    """Names by their lower case; a name is near to a text that begins alike."""

    def __init__(self, exercises: Sequence[Exercise] = EXERCISES) -> None:
        self.exercises = exercises
        self.names = {
            name.lower(): exercise
            for exercise in exercises
            for name in (exercise.name, *exercise.aliases, *filter(None, [exercise.slug]))
        }

    def longest(self, words: Sequence[str]) -> tuple[Exercise, int] | None:
        for count in range(min(len(words), 3), 0, -1):
            found = self.names.get(" ".join(words[:count]).lower())
            if found is not None:
                return found, count
        return None

    def nearest(self, text: str) -> Sequence[Exercise]:
        return [each for each in self.exercises if each.name[0].lower() == text[0].lower()]


NAMES: Final = Catalogue()
ROWS: Final = [
    row.partition("\t")[::2]
    for row in (Path(__file__).parent / "notation.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
ACCEPTED: Final = [line for line, meaning in ROWS if not meaning.startswith("E_")]


def read(line: str, unit: MassUnit = "kg") -> ParsedLine[Exercise]:
    return parse(line, NAMES, unit)


def refused(line: str) -> NotationError:
    with pytest.raises(NotationError) as caught:
        read(line)
    return caught.value


# What a line means, as the table writes it


def meaning(line: ParsedLine[Exercise]) -> str:
    entries = (f"{entry.exercise.name}: {of_sets(entry.sets)}" for entry in line.entries)
    return " & ".join(entries) + (f" // {line.note}" if line.note else "")


def of_sets(sets: Sequence[NotatedSet]) -> str:
    return " ".join(f"{len(list(alike))}*{one}" for one, alike in groupby(map(of_set, sets)))


def of_set(each: NotatedSet) -> str:
    parts = [f"{of_load(each.load)}/{of_amount(each)}"]
    parts.append(f"/{each.kind}" if each.kind != "working" else "")
    parts.append(f"/{each.side}" if each.side else "")
    parts.append(f"@{each.rpe}" if each.rpe is not None else "")
    parts.append(f"~{each.rest_s}" if each.rest_s is not None else "")
    parts.append(f"^{each.tempo}" if each.tempo else "")
    parts.append("+" if each.amrap else "")
    extras = ("hr_avg", "hr_max", "calories", "elevation_m")
    found = [f"{name}={getattr(each, name)}" for name in extras if getattr(each, name) is not None]
    return "".join(parts) + (f"{{{','.join(found)}}}" if found else "")


def of_load(load: Load | RelativeLoad | None) -> str:
    if load is None:
        return "-"
    if isinstance(load, RelativeLoad):
        if load.base == "percent":
            return f"{load.value}%"
        return load.base + (f"{load.value:+}{load.unit}" if load.value is not None else "")
    signs = {"absolute": "", "added": "+", "assisted": "-"}
    return "bw" if load.mode == "bodyweight" else f"{signs[load.mode]}{load.value}{load.unit}"


def of_amount(each: NotatedSet) -> str:
    if each.reps is not None:
        return str(each.reps)
    amounts = [(each.distance_m, "m"), (each.duration_s, "s")]
    return ":".join(f"{value}{unit}" for value, unit in amounts if value is not None)


@pytest.mark.parametrize(("line", "meant"), ROWS, ids=[line for line, _ in ROWS])
def test_the_table(line: str, meant: str) -> None:
    if meant.startswith("E_"):
        assert refused(line).details["code"] == meant
    else:
        assert meaning(read(line)) == meant


@pytest.mark.parametrize("line", ACCEPTED)
def test_the_canonical_spelling_means_the_same_and_is_its_own(line: str) -> None:
    parsed = read(line)
    spelled = format_line(parsed)
    assert read(spelled) == parsed
    assert format_line(read(spelled)) == spelled


@pytest.mark.parametrize(
    ("line", "spelled"),
    [
        ("bench 5x5@100 @8", "Bench Press 5x5@100kg rpe8"),
        ("bench 100x5x3 rir2 rest3min", "Bench Press 3x5@100kg rir2 rest3min"),
        ("bench 100x5,5,4", "Bench Press 100kgx5,5,4"),
        ("bench 100.50x5 rest90", "Bench Press 100.5kgx5 rest90s"),
        ("squat 20x10w 60x5x2w 100x5x5", "Squat 20kgx10w 2x5w@60kg 5x5@100kg"),
        ("squat 5x3 85%", "Squat 5x3@85%"),
        ("pullup +10x8x3", "Pull-up 3x8 +10kg"),
        ("pullup +10kg 3x8 3x5", "Pull-up 3x8@+10kg 3x5"),
        ("dip bwx12 +20x8", "Dip 1x12 +20kgx8"),
        ("pullup 8,7,6", "Pull-up 8,7,6"),
        ("plank 60sx3", "Plank 3x60s"),
        ("hang 20kgx45sx2", "Dead Hang 20kgx45sx2"),
        ("run 5km 25:00", "Run 5km 25:00"),
        ("erg 4x500m 105s", "Rowing Erg 4x500m 1:45"),
        ("squat 100x5 + bench 80x5 // tired", "Squat 100kgx5 + Bench Press 80kgx5 // tired"),
    ],
)
def test_how_lines_are_echoed(line: str, spelled: str) -> None:
    assert format_line(read(line)) == spelled


def test_sets_are_spelled_without_an_exercise_in_a_way_that_holds_for_any() -> None:
    sets = read("hang 45sx3").entries[0].sets
    assert format_sets(sets) == "45sx3"
    assert format_sets(sets, "duration") == "3x45s"
    assert format_entry(read("hang 45sx3").entries[0]) == "Dead Hang 45sx3"


# What a set carries


def test_a_load_is_in_the_typed_unit_then_the_exercises_then_the_profiles() -> None:
    pounds = Catalogue([Exercise(1, "Squat", "weight_reps", unit="lb")])
    units = [("squat 225x5", pounds, "lb"), ("squat 100kgx5", pounds, "kg")]
    for line, names, unit in [*units, ("squat 225x5", NAMES, "lb")]:
        load = parse(line, names, "lb" if names is NAMES else "kg").entries[0].sets[0].load
        assert isinstance(load, Load)
        assert load.unit == unit
    assert read("squat last+5x5", "lb").entries[0].sets[0].load == RelativeLoad(
        "last", Decimal(5), "lb"
    )


def test_rir_is_kept_as_rpe_with_its_scale() -> None:
    rir, rpe = (read(f"bench 100x5 {effort}").entries[0].sets[0] for effort in ("rir2", "rpe8"))
    assert (rir.rpe, rir.effort_scale) == (Decimal(8), "rir")
    assert (rpe.rpe, rpe.effort_scale) == (Decimal(8), "rpe")


def test_no_repetitions_are_a_failed_attempt() -> None:
    assert [each.failed for each in read("dl 200x1,0").entries[0].sets] == [False, True]


def test_a_distance_is_kept_as_typed_and_in_metres() -> None:
    mile = read("run 1mi").entries[0].sets[0]
    assert (mile.distance_value, mile.distance_unit) == (Decimal(1), "mi")
    assert mile.distance_m == Decimal("1609.344")


def test_what_was_typed_is_kept_and_makes_no_difference() -> None:
    line = read(" squat 100 x 5  +  Bench Press 80x5 @8 // tired")
    assert [entry.raw for entry in line.entries] == ["squat 100 x 5", "Bench Press 80x5 @8"]
    assert line.superset
    assert not read("squat 100x5").superset
    assert read("squat 100x5") == read("squat 100kg x 5")


def test_a_name_may_hold_a_plus_and_the_longest_name_wins() -> None:
    line = read("clean + jerk 60x2 + squat 100x5")
    assert [entry.exercise.id for entry in line.entries] == [18, 1]


def test_sets_alone_are_read_for_an_exercise_that_is_known() -> None:
    assert parse_sets("100x5 @8", EXERCISES[0]) == read("bench 100x5 @8").entries[0].sets
    for line in ("100x5 + squat 100x5", "100x5 // tired", "bench 100x5", ""):
        with pytest.raises(NotationError):
            parse_sets(line, EXERCISES[0])


# How a line is refused


@pytest.mark.parametrize(
    ("line", "column", "read_as", "hints"),
    [
        ("bench 5x5", 7, "5x5", ["bench 5kgx5", "bench 5x5@last"]),
        ("bench 5x100", 7, "5x100", ["bench 5kgx100", "bench 5x100kg"]),
        ("curl 3x12@8", 6, "3x12", ["curl 3kgx12@8", "curl 3x12@8kg"]),
        ("bench 3x12,10,8", 7, "3x12,10,8", ["bench 3kgx12,10,8", "bench lastx12,10,8"]),
        ("hang 3x45s", 6, "3x45s", ["hang 3kgx45s", "hang 45sx3"]),
        (
            "bench 12x8 100 5x5 @8",
            7,
            "12x8 100 5x5",
            ["bench 12x8@100kg 5kgx5 @8", "bench 12kgx8 5x5@100kg @8"],
        ),
        (
            "pullup 3x8 +10kg 3x5",
            8,
            "3x8 +10kg 3x5",
            ["pullup 3x8@+10kg 3x5", "pullup 3x8 3x5@+10kg"],
        ),
        ("pullup 3x8 10", 8, "3x8 10", ["pullup 3x8@+10kg", "pullup 3x8 1x10"]),
        ("bench 5x5+@100", 7, "5x5+@100", ["bench 4x5@100kg 100kgx5+", "bench 5x5@100kg amrap"]),
        ("bench 100x5x2 @8,5", 15, "@8,5", ["bench 100x5x2 @8.5", "bench 100x5x2 @8,5.0"]),
        ("erg 2,000m 7:30", 5, "2,000", ["erg 2000m 7:30", "erg 2.000m 7:30"]),
        ("run 30min 5km", 5, "30min 5km", ["run 5km 30:00", "run 1x30:00 5km"]),
        (
            "run 5km hr150 25:00",
            5,
            "5km hr150 25:00",
            ["run 5km 25:00 hr150", "run 5km hr150 1x25:00"],
        ),
        (
            "run 5km 25:00 26:00",
            5,
            "5km 25:00 26:00",
            ["run 5km 25:00 5km 26:00", "run 5km 25:00 1x26:00"],
        ),
        ("bench 100", 7, "100", ["bench 100kgx5"]),
        ("bench 100x", 11, "", ["bench 100x5"]),
        ("dip bw +10x5", 5, "bw", ["dip bw+10x5"]),
        ("pullup 8 +10kg", 10, "+10kg", ["pullup +10kgx8"]),
        ("bench 100x5 @85", 13, "@85", ["bench 100x5 @8.5"]),
        ("bench 100x5 @7.3", 13, "@7.3", ["bench 100x5 @7", "bench 100x5 @7.5"]),
        ("bench 12x8@100", 11, "@100", ["bench 12x8@100kg"]),
        ("bench 100x5x3 @8,9", 15, "@8,9", ["bench 100x5x3 @8,9,9"]),
        ("bench 100x5 @8,5", 13, "@8,5", ["bench 100x5 @8.5", "bench 100x5 @8"]),
        ("pullup 100x5", 8, "100", ["pullup +100x5", "pullup -100x5"]),
        ("plank 3x60", 9, "60", ["plank 3x60s", "plank 3x60min"]),
        ("plank 5m", 7, "5m", ["plank 5min", "plank 5s"]),
        ("run 100kgx5", 5, "100kg", ["run 5km 25:00"]),
        ("bench 8,7,6", 7, "8,7,6", ["bench lastx8,7,6"]),
        ("bench", 6, "Bench Press", ["bench 100kgx5"]),
        ("bench 100x5x99", 13, "99", ["bench 100x5x50"]),
        ("bench 100x5@10kg", 7, "100x5@10kg", ["bench 100kgx5"]),
        ("plank 1:75", 7, "1:75", ["plank 2:15"]),
        ("bench 100 kg x 5", 7, "100 kg", ["bench 100kg x 5"]),
        ("pullup 3x8+10kg", 11, "+10kg", ["pullup 3x8 +10kg"]),
        ("bench 100x5, 5, 4", 11, "5,", ["bench 100x5,5,4"]),
        ("bench 100x5 L", 13, "L", ["bench 100x5L"]),
        ("bench 100x5 R", 13, "R", ["bench 100x5R", "bench 100x5 r90"]),
        ("bench 100x5rpe8", 12, "rpe8", ["bench 100x5 rpe8"]),
        ("bench 100x5// tired", 12, "//", ["bench 100x5 // tired"]),
        ("bench 100x5 felt good", 13, "felt", ["bench 100x5 // felt good"]),
        ("squat 100x5 bench 80x5", 13, "bench", ["squat 100x5 + bench 80x5"]),
        ("squat 100x5+ bench 80x5", 14, "bench", ["squat 100x5 + bench 80x5"]),
        ("squat 100x5 +bench 80x5", 13, "+bench", ["squat 100x5 + bench 80x5"]),
        ("bench 5x5x100kg", 11, "100kg", ["bench 5x5@100kg"]),
        ("bench 5x100kgx3", 7, "5x100kg", ["bench 100kgx5x3"]),
        ("bench 100x5 +", 13, "+", ["bench 100x5"]),
    ],
)
def test_an_error_says_where_what_and_what_would_do(
    line: str, column: int, read_as: str, hints: list[str]
) -> None:
    error = refused(line)
    details = error.details
    assert (details["column"], details["read"], error.hints) == (column, read_as, hints)
    assert details["line"] == line
    assert error.message.rstrip()[-1] in ".?"
    for hint in hints:
        read(hint)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    error = refused("squat 100x5 + bnch press 80x5")
    assert isinstance(error, UnknownExerciseError)
    assert error.details["code"] == "E_UNKNOWN_EXERCISE"
    assert (error.details["column"], error.details["read"]) == (15, "bnch press")
    assert error.hints == ["Bench Press", "Burpee"]


@pytest.mark.parametrize("hidden", ["\x1b", "\x00", "\n", "\u202e", "\u200b", "\ud800", "\ufffe"])
def test_hidden_characters_are_refused_and_never_repeated(hidden: str) -> None:
    for line in (f"bench 100x5 // a{hidden}b", f"ben{hidden}ch 100x5", f"bench 1{hidden}0x5"):
        error = refused(line)
        assert error.details["code"] == "E_SYNTAX"
        assert error.details["column"] == line.index(hidden) + 1
        assert hidden not in f"{error.message}{error.details}"
        assert f"U+{ord(hidden):04X}" in error.message


def test_a_tab_is_a_blank_but_not_in_a_note() -> None:
    assert read("bench\t100x5\t//\ttired\r\n").note == "tired"
    assert refused("bench 100x5 // a\tb").details["code"] == "E_SYNTAX"


def test_a_line_holds_so_many_sets_and_a_note_so_many_characters() -> None:
    assert len(read("bench" + " 100x5x50" * 20).entries[0].sets) == 1000
    for line in (
        "bench" + " 100x5x50" * 20 + " 100x5",
        " + ".join(["bench 100x5x50"] * 21),
        "pullup " + ",".join(["8"] * 51),
        "bench 100x5 // " + "a" * 10_001,
    ):
        assert refused(line).details["code"] == "E_RANGE"


def test_tokens_know_their_columns_and_blanks() -> None:
    tokens = [token for word in words("102,5KG × 5") for token in tokenize(word)]
    assert [(token.text, token.column, token.spaced) for token in tokens] == [
        ("102", 1, True),
        (",", 4, False),
        ("5", 5, False),
        ("kg", 6, False),
        ("x", 9, True),
        ("5", 11, True),
    ]
    assert [token.kind for token in tokens] == [
        "number",
        "mark",
        "number",
        "word",
        "mark",
        "number",
    ]


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


@settings(max_examples=300, deadline=None)
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


@settings(max_examples=500, deadline=None)
@given(st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join))
@example("")
@example("bench " + "9" * 5000 + "x5")
@example("bench 1." + "0" * 5000 + "1x5")
@example("bench " + "100x" * 50)
def test_nothing_but_a_notation_error_leaves(line: str) -> None:
    is_total(line)
    is_total(f"bench {line}")


@settings(max_examples=1000, deadline=None)
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
