"""Every change that a service can make of goals, the profile and gyms, for `every_change`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.accounts.schemas import ProfileUpdate
from workout_core.attachments.draft import Content
from workout_core.attachments.schemas import AttachmentCreate
from workout_core.body.progress_schemas import GoalSet
from workout_core.gyms.schemas import GymCreate, GymReference, GymUpdate
from workout_core.ids import new_id

if TYPE_CHECKING:
    from uuid import UUID

    from tests.core.scene import Scene, Step
    from workout_core.services import Services

PICTURE: Final = new_id()
SPRING: Final = date(2027, 3, 1)


def goal(value: str, **more: Any) -> Step:
    data = GoalSet(type="bw", value=Decimal(value), unit="kg", **more)
    return lambda services, _: services.progress.set_goal(data)


async def given_up(services: Services, _: Scene) -> None:
    await services.progress.remove_goal((await services.progress.goals()).items[0].id)


def profile(**values: Any) -> Step:
    return lambda services, _: services.profile.update(ProfileUpdate.model_validate(values))


def gym(name: str, **gear: Any) -> Step:
    return lambda services, _: services.gyms.create(GymCreate(name=name, **gear))


async def called(services: Services, name: str) -> UUID:
    return (await services.gyms.find(GymReference(text=name))).id


def on_gym(what: str, *data: Any) -> Step:
    async def step(services: Services, _: Scene) -> None:
        await getattr(services.gyms, what)(await called(services, "home"), *data)

    return step


async def attached(services: Any, scene: Scene) -> None:
    content = Content("0" * 64, 1, "image/jpeg")
    data = AttachmentCreate(id=PICTURE, name="a.jpg", exercise_id=scene.squat)
    await services.filing.enter(data, content, 1 << 20, gone=0)


async def detached(services: Services, _: Scene) -> None:
    await services.attachments.delete(PICTURE)


PERSONAL_CHANGES: Final[list[tuple[str, str, tuple[Step, ...]]]] = [
    (
        "progress.set_goal",
        "set the goal of Weight: 78 kg by 2027-03-01",
        (goal("78", until=SPRING),),
    ),
    ("progress.set_goal again", "changed the goal of Weight: 77 kg", (goal("78"), goal("77.0"))),
    ("progress.remove_goal", "gave up the goal of Weight: 78 kg", (goal("78"), given_up)),
    (
        "profile.update",
        "changed the profile: height none -> 168cm, sex none -> f, birth year none -> 1990",
        (profile(sex="f", birth_year=1990, height_value="168", height_unit="cm"),),
    ),
    (
        "profile.update bands",
        "changed the profile: sex f -> x, chest 8-12 -> usual, neck usual -> 2-4",
        (
            profile(sex="f", bands={"chest": {"low": 8, "high": 12}}),
            profile(sex="x", bands={"chest": None, "neck": {"low": 2, "high": 4}}),
        ),
    ),
    ("gyms.create", "added the gym Home", (gym("Home", plates="20 10 kg"),)),
    (
        "gyms.update",
        "changed the gym Shed: bars none -> 15 kg, name Home -> Shed",
        (gym("Home"), on_gym("update", GymUpdate(name="Shed", bars="15"))),
    ),
    ("gyms.use", "used the gym Home", (gym("Work"), gym("Home"), on_gym("use"))),
    (
        "gyms.leave",
        "left the gym Home",
        (gym("Home"), lambda services, _: services.gyms.leave()),
    ),
    ("gyms.delete", "deleted the gym Home", (gym("Home"), on_gym("delete"))),
    (
        "attachments.delete",
        "removed a.jpg from Squat",
        (attached, detached),
    ),
]
