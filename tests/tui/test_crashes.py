"""The installed program ends as a crash does, once a key has shown what it does: nothing of that is lost."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.tui.terminals import Tui
from tests.tui.test_terminal import OPENING, board, home, place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workout_core.live.schemas import LiveBoard, LiveSlot

__all__ = ["home"]  # a fixture
BEGIN = "No workout is open"
MOST_DOTS = 8


class Step(NamedTuple):
    """Keys, and what they leave of a board."""

    keys: str
    leaves: Callable[[LiveBoard, LiveBoard], bool]


def sets(board: LiveBoard) -> list[tuple[str, int | None]]:
    return [(str(each.load_value), each.reps) for each in board.slots[0].done]


def names(board: LiveBoard) -> list[str]:
    return [each.exercise.name for each in board.slots]


def planned(board: LiveBoard) -> int:
    return len(board.slots[0].planned)


def left(board: LiveBoard) -> float:
    """Seconds from the beginning of the workout to the end of the rest."""
    assert board.workout
    until = board.rest.until
    return (until - board.workout.started_at).total_seconds() if until else 0.0


BEGUN = Step("\r", lambda _, now: bool(now.slots))
LOGGED = Step("\r", lambda old, now: len(sets(now)) == len(sets(old)) + 1)
# What is done in each of the lives of the program, one after another.
LIVES = {
    "sets": (
        (BEGUN,),
        (LOGGED,),
        (Step("60x5 @8\r", lambda _, now: sets(now)[1:] == [("60", 5)]),),
        (Step("ke\x1561x4\r", lambda _, now: sets(now)[1:] == [("61", 4)]),),
        (Step("kd", lambda old, now: len(sets(now)) == len(sets(old)) - 1),),
        (
            Step("u", lambda old, now: len(sets(now)) == len(sets(old)) + 1),
            Step("\x12", lambda old, now: len(sets(now)) == len(sets(old)) - 1),
        ),
    ),
    "plan": (
        (BEGUN, Step("+", lambda old, now: load(now) == load(old) + now.slots[0].step_value)),
        (Step("]", lambda old, now: reps(now) == reps(old) + 1),),
        (
            Step("w", lambda old, now: kind(now) != kind(old)),
            Step("a", lambda old, now: planned(now) == planned(old) + 1),
            Step("d", lambda old, now: planned(now) == planned(old) - 1),
        ),
        (Step("ngrip wide\r", lambda _, now: now.slots[0].note == "grip wide"),),
        (
            Step("r", lambda _, now: left(now) > 0),
            Step(">", lambda old, now: left(now) > left(old)),
        ),
        (Step("x", lambda _, now: left(now) == 0),),
    ),
    "exercises": (
        (BEGUN, Step("J", lambda old, now: names(now)[:2] == names(old)[1::-1])),
        (Step("t", lambda old, now: tied(now) > tied(old)),),
        (Step("sfront squat\r", lambda _, now: "Front Squat" in names(now)),),
        (Step("/dips\r", lambda old, now: len(names(now)) == len(names(old)) + 1),),
        (Step(":log plank 60s\r\x1b", lambda _, now: "Plank" in names(now)),),
        (
            Step("f", lambda _, now: now.workout is None),
            Step("u", lambda _, now: now.workout is not None),
        ),
    ),
}


def load(board: LiveBoard) -> Decimal:
    return board.slots[0].planned[0].load_value or Decimal(0)


def reps(board: LiveBoard) -> int:
    return board.slots[0].planned[0].reps or 0


def kind(board: LiveBoard) -> str:
    return board.slots[0].planned[0].kind


def tied(board: LiveBoard) -> int:
    return sum(each.superset_group is not None for each in board.slots)


def dots(slot: LiveSlot) -> str:
    """How far an exercise is, as the plan tells it."""
    done = sum(each.kind != "warmup" for each in slot.done)
    open_ = sum(each.kind != "warmup" for each in slot.planned)
    return f"{done}/{done + open_}" if done + open_ > MOST_DOTS else "●" * done + "○" * open_


def stands(kept: LiveBoard, text: str) -> bool:
    """Whether Today shows a workout as it was left; where none is open, that none is."""
    if kept.workout is None:
        return BEGIN in text
    plan = [line[2:27] for line in text.splitlines() if line.startswith("│")]
    told = list(zip(kept.slots, plan[::2], plan[1::2], strict=False))
    in_view = next((each for each, name, _ in told if "▶" in name), None)
    return (
        in_view is not None
        and all(each.exercise.name[:20] in name and dots(each) in of for each, name, of in told)
        and text.count("  ✓") == len(in_view.done)
        and (in_view.note or "") in text
        and ("REST" in text) == (kept.rest.until is not None)
    )


def begins(text: str) -> bool:
    return OPENING in text


def goes_on(tui: Tui, home: Path, step: Step) -> LiveBoard:
    """What a step leaves, once it is seen."""
    before = board(home)

    def is_done(text: str) -> bool:
        now = board(home)
        return step.leaves(before, now) and stands(now, text)

    tui.send(step.keys)
    tui.sees(is_done)
    return board(home)


@pytest.mark.parametrize("lives", LIVES.values(), ids=LIVES)
def test_after_whatever_key_it_dies_the_session_goes_on(
    home: Path, lives: Sequence[Sequence[Step]]
) -> None:
    seen: Callable[[str], bool] = begins
    for steps in lives:
        with Tui(home, place(home)) as tui:
            tui.sees(seen)
            for step in steps:
                kept = goes_on(tui, home, step)
            tui.kill()
        assert board(home).slots == kept.slots
        seen = partial(stands, kept)
    with Tui(home, place(home)) as tui:
        tui.sees(seen)
        assert tui.leaves("q") == 0
