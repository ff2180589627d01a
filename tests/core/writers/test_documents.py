"""Calendars, TCX, diaries and lines, each read again."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Final
from xml.etree import ElementTree as ET

from tests.core.writers.building import EVIL, START, done, evening, lift, workout
from workout_core.exercises.names import NameIndex
from workout_core.transfer.writers import ics, markdown, notation, tcx
from workout_core.workouts.notation.parser import parse
from workout_core.workouts.schemas import WorkoutRead
from workout_core.workouts.text.lines import TextNames

NAMES: Final = TextNames(NameIndex())
TCX: Final = {"t": "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"}


def calendar(*workouts: WorkoutRead) -> list[dict[str, str]]:
    """The events of a calendar, as RFC 5545 has one read."""
    text = ics.HEAD + "".join(ics.events(workouts)) + ics.FOOT
    assert re.fullmatch(r"([^\r\n]+\r\n)+", text)
    assert max(len(line) for line in text.encode().split(b"\r\n")) <= 75
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        key, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(key, value)
    return found


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def test_an_event_is_known_again_by_its_workout() -> None:
    (event,) = calendar(evening())
    assert event["UID"] == str(evening().id)
    assert (event["DTSTART"], event["DTEND"]) == ("20260302T170005Z", "20260302T180505Z")
    assert event["DTSTAMP"] == "20260302T170005Z"
    assert (unescaped(event["SUMMARY"]), event["CATEGORIES"]) == ("Push, pull", r"gym,a\,b")
    description = unescaped(event["DESCRIPTION"])
    assert description.startswith("Good day\nBench Press 60kgx8w ")
    assert "\nRun 5km 25:00 hr150" in description


def test_lines_of_a_calendar_are_folded_between_characters() -> None:
    note = "漢字🏋️‍♀️é" * 40 + "\\;,\nx"
    (event,) = calendar(workout(note=note, name=EVIL, minutes=None))
    assert unescaped(event["DESCRIPTION"]) == note
    assert "\x1b" not in event["SUMMARY"]
    assert "DTEND" not in event


def test_an_open_workout_is_no_event() -> None:
    assert calendar(workout(status="active")) == []


def activities(*workouts: WorkoutRead) -> list[ET.Element]:
    root = ET.fromstring(tcx.HEAD + "".join(tcx.activities(workouts)) + tcx.FOOT)
    return root.findall("t:Activities/t:Activity", TCX)


def values(element: ET.Element, path: str) -> list[str | None]:
    return [each.text for each in element.findall(path, TCX)]


def test_an_activity_has_a_lap_for_what_has_a_time_or_a_distance() -> None:
    (activity,) = activities(evening())
    assert activity.get("Sport") == "Other"
    assert values(activity, "t:Id") == ["2026-03-02T17:00:05Z"]
    assert values(activity, "t:Lap/t:TotalTimeSeconds") == ["90", "1500"]
    assert values(activity, "t:Lap/t:DistanceMeters") == ["0", "5000"]
    assert values(activity, "t:Lap/t:AverageHeartRateBpm/t:Value") == ["150"]
    starts = [each.get("StartTime", "") for each in activity.findall("t:Lap", TCX)]
    assert starts == [
        "2026-03-02T17:02:05Z",
        "2026-03-02T17:03:35Z",
    ]  # after the rest, and the plank
    assert "Bench Press 60kgx8w" in (values(activity, "t:Notes")[0] or "")


def test_a_workout_of_lifts_is_one_lap_and_a_run_is_running() -> None:
    run = done("run", lift(reps=None, duration_s=Decimal(60), distance_m=Decimal(200)))
    lifts, running = activities(workout(done(EVIL, lift("20kg")), note=EVIL), workout(run))
    assert values(lifts, "t:Lap/t:TotalTimeSeconds") == ["3900"]
    assert (lifts.get("Sport"), running.get("Sport")) == ("Other", "Running")


def test_sets_that_were_logged_as_they_were_done_have_their_own_times() -> None:
    at = START + timedelta(minutes=10)
    hold = lift(reps=None, duration_s=Decimal(60), performed_at=at)
    (activity,) = activities(workout(done("plank", hold, lift(reps=None, duration_s=Decimal(30)))))
    starts = [each.get("StartTime") for each in activity.findall("t:Lap", TCX)]
    assert starts == ["2026-03-02T17:09:05Z", "2026-03-02T17:10:05Z"]


def test_a_diary_is_text_whatever_was_written() -> None:
    hostile = workout(done("x<b>", lift("20kg"), note="# no\n1. heading\n- item"), name="*a* [b]")
    text = "".join(markdown.diary([evening(), hostile]))
    assert "## 2026-03-02 Push, pull\n\n18:00 to 19:05, 9 sets, " in text
    assert "\n> Good day\n" in text
    assert "- **Bench Press** 60kgx8w 100kgx5 rpe8.5 rest2min" in text
    assert "  felt strong\n  grip slipped\n" in text
    assert r"## 2026-03-02 \*a\* \[b\]" in text
    assert "- **x\\<b\\>** 20kgx5\n  \\# no\n  1\\. heading\n  \\- item\n" in text


def lines(*workouts: WorkoutRead) -> list[str]:
    text = "".join(notation.blocks(workouts, NAMES))
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def test_lines_say_the_same_when_they_are_read_again() -> None:
    entries = [entry for line in lines(evening()) for entry in parse(line, NAMES).entries]
    stored = evening().exercise_executions
    assert [entry.exercise.id for entry in entries] == [each.exercise.id for each in stored]
    for entry, execution in zip(entries, stored, strict=True):
        for said, each in zip(entry.sets, execution.sets, strict=True):
            for name in ("kind", "reps", "duration_s", "distance_m", "rpe", "rest_s", "hr_avg"):
                assert getattr(said, name) == getattr(each, name), (name, entry)
            load = said.load
            assert (load and load.value, load and load.unit) == (each.load_value, each.load_unit)
    assert lines(evening())[0].endswith(" // felt strong")


def test_what_the_notation_cannot_say_is_a_comment() -> None:
    nothing = lift(reps=None)
    half = done("barbell-squat", lift("100kg"), nothing, note="one\ntwo", superset_group=1)
    odd = workout(half, done("plank", nothing, superset_group=1), name="x\n\x1by", note="a\nb")
    text = "".join(notation.blocks([odd], NAMES))
    assert lines(odd) == ["Squat 100kgx5 // one / two"]
    assert "\x1b" not in text
    assert [line for line in text.split("\n") if line.startswith("#")] == [
        *("# 2026-03-02 18:00 x␊␛y", "#   a", "#   b"),
        *("# Squat: 1 of 2 sets cannot be said", "# Plank: 1 of 1 sets cannot be said"),
    ]
