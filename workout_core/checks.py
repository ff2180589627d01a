"""What `workout doctor` finds: one check, one line. Checks only look, and none waits longer than it is given."""

from __future__ import annotations

import threading
from contextvars import copy_context
from typing import TYPE_CHECKING, Literal

from workout_core.errors import UnreachableError, WorkoutError
from workout_core.schemas import ReadSchema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

State = Literal["ok", "warning", "problem"]


class CheckRead(ReadSchema):
    """Something that was looked at, how it is, and what could be done."""

    name: str
    state: State
    told: str
    hint: str | None = None


def ok(name: str, told: str) -> CheckRead:
    return CheckRead(name=name, state="ok", told=told)


def warning(name: str, told: str, hint: str | None = None) -> CheckRead:
    return CheckRead(name=name, state="warning", told=told, hint=hint)


def problem(name: str, told: str, hint: str | None = None) -> CheckRead:
    return CheckRead(name=name, state="problem", told=told, hint=hint)


def failed(name: str, error: WorkoutError) -> CheckRead:
    """A check that ended in an error, which says itself what is to be done."""
    return problem(name, error.message, error.hints[0] if error.hints else None)


def within(seconds: float, name: str, look: Callable[[], Iterable[CheckRead]]) -> list[CheckRead]:
    """What a check finds in time; one that hangs, as on a dead disk or server, is left behind and told as a problem.

    What was found until then is kept. The thread is a daemon, so the program's end does not wait for it.
    """
    found: list[CheckRead] = []
    fault: list[BaseException] = []

    def run() -> None:
        try:
            for each in look():
                found.append(each)  # noqa: PERF402 - what was found before a hang counts
        except BaseException as error:
            fault.append(error)

    thread = threading.Thread(target=copy_context().run, args=(run,), daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        late = UnreachableError(f"gave no answer in {seconds:.0f} seconds")
        return [*found, failed(name, late)]
    for error in fault:
        if not isinstance(error, WorkoutError):
            raise error
        found.append(failed(name, error))
    return found
