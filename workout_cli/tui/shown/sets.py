"""The sets of an exercise in the open workout, a line each: those done, those on their way, those planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from textual.content import Content

from workout_cli.tui.widgets.rows import Col
from workout_cli.wording import clock, distance, number, signed_load
from workout_core.live.schemas import PlannedSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workout_cli.tui.session import Sent
    from workout_core.live.schemas import LiveSet, LiveSlot
    from workout_core.vocabulary import SetKind

State = Literal["done", "sent", "next", "later", "more"]
LETTERS: Final[dict[SetKind, str]] = {
    "warmup": "W",
    "drop": "D",
    "restpause": "R",
    "amrap": "A",
    "failure": "F",
    "backoff": "B",
}
MARKS: Final[dict[State, str]] = {"done": "✓", "sent": "…", "next": "▶", "later": "", "more": "+"}
NOTHING: Final = "–"
NEVER: Final = 10_000  # no list is so wide


class SetLine(NamedTuple):
    """A line of the table: what is to be done, and what was; `at` is its place in the plan."""

    number: str
    state: State
    target: str
    load: str
    amount: str
    effort: str
    records: bool = False
    done: LiveSet | None = None
    planned: PlannedSet | None = None
    at: int = 0


def set_lines(slot: LiveSlot, sent: Sequence[Sent] = ()) -> list[SetLine]:
    """The lines of an exercise; `sent` are sets that were logged and of which nothing was heard yet."""
    numbers = _Numbers()
    lines = [_done(each, numbers.of(each.kind)) for each in slot.done]
    lines += [_sent(each, numbers.of(each.shown.kind)) for each in sent]
    for index, each in enumerate(slot.planned[len(sent) :]):
        state: State = "later" if index else "next"
        lines.append(_planned(each, numbers.of(each.kind), state, index + len(sent)))
    if len(slot.planned) <= len(sent):
        last = slot.done[-1] if slot.done else None
        told = ("again", load(last), amount(last), "") if last else ("type a set", "", "", "")
        lines.append(SetLine(numbers.of("working"), "more", *told))
    return lines


def columns(slot: LiveSlot) -> tuple[Col, ...]:
    """The columns of the table, named after what the exercise counts."""
    units = [each.load_unit for each in slot.planned] + [each.load_unit for each in slot.done]
    unit = next(filter(None, units), slot.step_unit)
    counted = slot.exercise.tracking.rpartition("_")[2]
    # A distance is told with its time, and so is seldom told twice.
    room, target_room, least = (16, 16, 56) if counted == "distance" else (8, 12, 38)
    return (
        Col("set", 3),
        Col("target", target_room, least=least),
        Col(unit, 7, right=True, least=0 if is_weighed(slot) else NEVER),
        Col("time" if counted == "duration" else counted, room, right=True),
        Col("rpe", 4, right=True),
        Col(""),
    )


def is_weighed(slot: LiveSlot) -> bool:
    """Whether the sets of an exercise have loads."""
    return slot.exercise.tracking.startswith(("weight", "bodyweight"))


def is_counted(slot: LiveSlot) -> bool:
    """Whether the sets of an exercise have repetitions."""
    return slot.exercise.tracking.endswith("reps")


def cells(line: SetLine) -> Sequence[Content | str]:
    """A line in its columns; what is done, what is next and what comes later differ in sign and shade."""
    mark = MARKS[line.state]
    style = {"next": "bold", "later": "dim", "more": "dim"}.get(line.state, "")
    signs = Content.assemble(
        (mark, "$text-success" if line.state == "done" else style),
        (" ★" if line.records else "", "$text-warning"),
    )
    texts = (line.number, line.target, line.load, line.amount, line.effort)
    return (*(Content.styled(text, style) for text in texts), signs)


def load(each: PlannedSet | LiveSet | None) -> str:
    """A load without its unit: `100`, `+10`, `-20`, `bw`."""
    if each is None:
        return ""
    if each.load_mode == "bodyweight" or (each.load_value is None and each.load_mode):
        return "bw"
    if each.load_value is None:
        return NOTHING
    return signed_load(each.load_value, each.load_mode)


def amount(each: PlannedSet | LiveSet | None) -> str:
    """Repetitions, a time or a way."""
    if each is None:
        return ""
    parts = []
    if each.reps is not None:
        most = each.reps_max if isinstance(each, PlannedSet) else None
        parts.append(f"{each.reps}-{most}" if most else str(each.reps))
    if each.distance_m is not None:
        parts.append(distance(each.distance_m))
    if each.duration_s is not None:
        parts.append(clock(each.duration_s))
    return " ".join(parts) or NOTHING


def typed(each: PlannedSet | LiveSet) -> str:
    """A set as somebody would type it: `100kgx5`, `30kgx40m`, `5km 25:00`."""
    weight = f"{load(each)}{each.load_unit}" if each.load_value is not None else ""
    metres, seconds = each.distance_m, each.duration_s
    amounts = [
        "" if each.reps is None else str(each.reps),
        "" if metres is None else distance(metres).replace(" ", ""),
        "" if seconds is None else clock(seconds),
    ]
    told = " ".join(filter(None, amounts))
    return f"{weight}x{told}" if weight and told else told


def target(each: PlannedSet | LiveSet) -> str:
    """What is to be done, as `50×8`."""
    weight = load(each)
    return amount(each) if weight == NOTHING else f"{weight}×{amount(each)}"


def summary(sets: Iterable[PlannedSet | LiveSet]) -> str:
    """Equal sets told once: `5×5 @ 100`; of others how many, and the last."""
    counted = [each for each in sets if each.kind != "warmup"]
    if not counted:
        return ""
    told = {(load(each), amount(each)) for each in counted}
    if len(told) == 1:
        weight, done = told.pop()
        return f"{len(counted)}×{done}" + (f" @ {weight}" if weight != NOTHING else "")
    if all(weight == NOTHING for weight, _ in told) and all(each.reps for each in counted):
        return " ".join(amount(each) for each in counted)
    top = max(
        counted,
        key=lambda each: (
            each.load_value or 0,
            each.reps or 0,
            each.distance_m or 0,
            each.duration_s or 0,
        ),
    )
    return f"{len(counted)} sets to {target(top)}"


class _Numbers:
    """What stands before each set: a letter by its kind, or its number among the others."""

    def __init__(self) -> None:
        self._count = 0

    def of(self, kind: SetKind) -> str:
        if letter := LETTERS.get(kind):
            return letter
        self._count += 1
        return str(self._count)


def _done(each: LiveSet, number_: str) -> SetLine:
    meant = PlannedSet.model_construct(
        load_value=each.target_load_value,
        load_unit=each.target_load_unit,
        load_mode=each.load_mode if each.target_load_value is not None else None,
        reps=each.target_reps,
        reps_max=each.target_reps_max,
        duration_s=each.target_duration_s,
        distance_m=each.target_distance_m,
    )
    has_target = meant.reps is not None or meant.duration_s or meant.distance_m
    effort = number(each.rpe) or NOTHING
    told = (target(meant) if has_target else "", load(each), amount(each), effort)
    return SetLine(number_, "done", *told, bool(each.records), each)


def _sent(each: Sent, number_: str) -> SetLine:
    """As it was typed, where only the services can tell what that is."""
    if each.data.text:
        return SetLine(number_, "sent", each.data.text, "", "", "", planned=each.shown, at=-1)
    return _planned(each.shown, number_, "sent", -1)


def _planned(each: PlannedSet, number_: str, state: State, at: int) -> SetLine:
    told = (target(each), load(each), amount(each), number(each.rpe) or NOTHING)
    return SetLine(number_, state, *told, planned=each, at=at)
