"""Every change of the live session, for `every_change`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.ids import new_id
from workout_core.live.schemas import (
    LiveAdd,
    LiveFilters,
    LiveLog,
    LivePlan,
    LiveRepeat,
    LiveSwap,
    PlannedSet,
)
from workout_core.workouts.session_schemas import SessionFinish

if TYPE_CHECKING:
    from tests.core.scene import Scene, Step
    from workout_core.services import Services

NEW: Final = new_id()


async def finished(services: Services, _: Scene) -> None:
    await services.session.finish(SessionFinish())


async def squats(services: Services, _: Scene) -> None:
    await services.live.add(LiveAdd(id=NEW, exercise="squat"))


def of_bench(operation: str, data: Any) -> Step:
    """A change of the only exercise of the open workout."""

    async def step(services: Services, _: Scene) -> None:
        board = await services.live.board(LiveFilters())
        await getattr(services.live, operation)(board.slots[0].execution_id, data)

    return step


LIVE_CHANGES: Final[list[tuple[str, str, tuple[Step, ...]]]] = [
    ("live.add", "added Squat to workout Open of 2026-11-22", (squats,)),
    (
        "live.log",
        "logged Bench Press 80kgx8d (1 set)",
        (of_bench("log", LiveLog(id=new_id())),),
    ),
    ("live.plan", "planned Bench Press", (of_bench("plan", LivePlan(sets=[PlannedSet(reps=5)])),)),
    (
        "live.swap",
        "changed Squat to My Squat in workout Open of 2026-11-22",
        (squats, lambda s, _: s.live.swap(NEW, LiveSwap(exercise="ms"))),
    ),
    (
        "live.swap of what is begun",
        "added Squat to workout Open of 2026-11-22",
        (of_bench("swap", LiveSwap(exercise="squat")),),
    ),
    (
        "live.repeat",
        "started workout of 2026-11-23",
        (
            finished,
            lambda s, scene: s.live.repeat(LiveRepeat(id=new_id(), workout_id=scene.push.id)),
        ),
    ),
    (
        "session.finish without what was not done",
        "finished workout Open of 2026-11-22",
        (squats, finished),
    ),
]
