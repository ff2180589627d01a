"""The calculators as a service: the same answers from every backend, and the user's own body in a score."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from workout_core.accounts.schemas import ProfileUpdate
from workout_core.body.schemas import MeasurementCreate
from workout_core.calculators.schemas import (
    ConversionQuery,
    OneRepMaxQuery,
    PaceQuery,
    PlatesQuery,
    RiegelQuery,
    RpeQuery,
    ScoreQuery,
    VdotQuery,
    WarmupQuery,
)
from workout_core.errors import InvalidError
from workout_core.gyms.schemas import GymCreate
from workout_core.training.scores import dots_coefficient

if TYPE_CHECKING:
    from workout_core.backend import Backend
    from workout_core.remote.backend import RemoteBackend


async def test_a_score_is_of_the_user_who_asks(backend: Backend) -> None:
    """What is not known is never guessed; what is known need not be said."""

    async def dots(**given: Any) -> Any:
        async with backend.services(readonly=True) as services:
            return await services.calculators.score(ScoreQuery(total=Decimal(500), **given))

    async def profile(**values: Any) -> None:
        async with backend.services() as services:
            await services.profile.update(ProfileUpdate(**values))

    with pytest.raises(InvalidError, match="body weight"):
        await dots(sex="m")
    async with backend.services() as services:
        await services.body.create(
            MeasurementCreate(type="bw", value=Decimal(180), unit="lb", day="2026-03-01")
        )
    with pytest.raises(InvalidError, match="men and for women"):
        await dots()
    await profile(sex="x")
    with pytest.raises(InvalidError, match="men and for women"):
        await dots()
    await profile(sex="f")
    found = await dots()
    assert found.sex == "f"
    assert found.bodyweight_from == "2026-03-01"
    assert float(found.bodyweight_kg) == pytest.approx(81.6466266)
    assert float(found.points) == pytest.approx(500 * dots_coefficient("f", 81.6466266), abs=1e-4)
    man = await dots(sex="m", bodyweight=Decimal("82.5"))
    assert man.bodyweight_from == "given"
    assert float(man.points) == pytest.approx(338.7, abs=0.01)
    with pytest.raises(InvalidError, match="needs your age"):
        await dots(score="sinclair_masters")
    await profile(birth_year=1970)
    aged = await dots(score="dots_age")
    assert aged.age is not None
    assert float(aged.points) > float(found.points)


async def test_every_calculator_answers_over_http_as_in_process(
    sqlite: Any, remote: RemoteBackend
) -> None:
    """One of each; decimals, lists and texts of queries come through."""
    asked: list[tuple[str, Any]] = [
        ("one_rep_max", OneRepMaxQuery(weight=Decimal(100), reps=5, rpe=Decimal("8.5"))),
        ("one_rep_max", OneRepMaxQuery(max=Decimal(120), reps=5, formula="mayhew", unit="lb")),
        ("rpe", RpeQuery(reps=5, rpe=Decimal(8), weight=Decimal(100))),
        ("score", ScoreQuery(score="robi", total=Decimal(200), record=Decimal(400))),
        ("plates", PlatesQuery(load=[Decimal("62.5"), Decimal(80)], inventory="25x2 20 10 1.25")),
        ("warmup", WarmupQuery(work=Decimal(225), unit="lb")),
        ("pace", PaceQuery(distance_m=Decimal(5000), s_per_km=Decimal(240))),
        ("vdot", VdotQuery(distance_m=Decimal(5000), time_s=Decimal(1620))),
        (
            "riegel",
            RiegelQuery(distance_m=Decimal(5000), time_s=Decimal(1200), to_m=Decimal(10**4)),
        ),
        ("convert", ConversionQuery(value=Decimal(225), unit="lb")),
    ]
    for name, query in asked:
        answers = []
        for backend in (sqlite, remote):
            async with backend.services(readonly=True) as services:
                answers.append(await getattr(services.calculators, name)(query))
        assert answers[0].model_dump(mode="json") == answers[1].model_dump(mode="json"), name


async def test_the_gym_in_use_lends_its_bar_and_plates(sqlite: Any) -> None:
    async def side(**given: Any) -> list[float]:
        query = PlatesQuery(load=[Decimal(65)], usual_inventory="20 1.25", **given)
        async with sqlite.services(readonly=True) as services:
            found = await services.calculators.plates(query)
        return [float(found.bar), *map(float, found.items[0].per_side)]

    assert await side() == [20, 20, 1.25, 1.25]
    async with sqlite.services() as services:
        await services.gyms.create(GymCreate(name="Cellar", plates="10 5 kg", bars="15 kg"))
    assert await side() == [15, 10, 10, 5]
    assert await side(bar=Decimal(25), inventory="20") == [25, 20]
    async with sqlite.services(readonly=True) as services:
        warmed = await services.calculators.warmup(WarmupQuery(work=Decimal(60)))
    assert (warmed.bar, warmed.increment) == (15, None)


async def calculated(backend: Backend, query: PlatesQuery | WarmupQuery) -> Any:
    async with backend.services(readonly=True) as services:
        if isinstance(query, PlatesQuery):
            return await services.calculators.plates(query)
        return await services.calculators.warmup(query)


async def gym(backend: Backend, **gear: str) -> None:
    async with backend.services() as services:
        await services.gyms.create(GymCreate(name="Garage", **gear))


async def test_plates_of_another_unit_are_found_exactly(backend: Backend) -> None:
    """45.359237 kg are 100 lb, not about that; the answer is in both units, with the gap."""
    await gym(backend, plates="45 35 25 10 5 2.5 lb", bars="45 lb")
    found = await calculated(backend, PlatesQuery(load=[Decimal(100), Decimal(60)]))
    assert (found.unit, found.bar, found.bar_unit, found.plates_unit) == ("kg", 45, "lb", "lb")
    heavy, light = found.items
    assert (heavy.total_there, [*map(float, heavy.per_side)]) == (220, [35, 5, 2.5, 45])
    assert (str(heavy.total), str(heavy.shortfall)) == ("99.7903214", "0.2096786")
    assert (heavy.exact, light.total_there) == (False, 130)
    twice = PlatesQuery(load=[Decimal("45.359")], collars=Decimal("2.5"), mode="up")
    assert (await calculated(backend, twice)).items[0].total_there == Decimal("100.51155655")
    given = PlatesQuery(load=[Decimal(100)], bar=Decimal(20), inventory="20x2 10x2 kg")
    [kilos] = (await calculated(backend, given)).items
    assert (kilos.total, kilos.total_there, kilos.shortfall) == (80, 80, 20)
    with pytest.raises(InvalidError, match=r"empty bar, 20\.412 kg"):
        await calculated(backend, PlatesQuery(load=[Decimal(20)]))
    with pytest.raises(InvalidError, match=r"^15 kg is less"):
        await calculated(backend, PlatesQuery(load=[Decimal(15)]))


async def test_warm_ups_are_what_the_gym_can_load(backend: Backend) -> None:
    await gym(backend, plates="20x4 10x2 kg", bars="20 15 kg")
    found = await calculated(backend, WarmupQuery(work=Decimal(95)))
    told = [(int(each.weight), each.wanted, each.shortfall) for each in found.items]
    assert told == [(20, 20, 0), (20, 20, 0), (40, 38, -2), (60, 57, -3), (80, 76, -4)]
    assert (found.increment, found.plates_unit) == (None, "kg")
    assert (found.total, found.shortfall) == (100, -5)
    heavy = await calculated(backend, WarmupQuery(work=Decimal(141)))
    assert (heavy.total, heavy.shortfall) == (120, 21)
    mixed = WarmupQuery(work=Decimal(225), unit="lb", bar=Decimal(20), bar_unit="kg")
    assert (await calculated(backend, mixed)).total_there == 100
    pounds = await calculated(backend, WarmupQuery(work=Decimal(225), unit="lb"))
    assert [each.weight_there for each in pounds.items] == [20, 20, 40, 60, 80]
    assert str(pounds.items[2].weight) == "88.18490487"
    stepped = await calculated(backend, WarmupQuery(work=Decimal(95), increment=Decimal(5)))
    assert [int(each.weight) for each in stepped.items] == [20, 20, 40, 55, 75]
    assert (stepped.increment, stepped.plates_unit) == (5, None)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("one_rep_max", {"query": OneRepMaxQuery, "weight": 100, "reps": 13}),
        ("one_rep_max", {"query": OneRepMaxQuery, "weight": 100, "reps": 10, "rpe": 7}),
        ("rpe", {"query": RpeQuery, "reps": 5, "rpe": 5}),
        ("score", {"query": ScoreQuery, "total": 500, "score": "robi"}),
        (
            "score",
            {"query": ScoreQuery, "total": 50, "score": "gl", "sex": "f", "bodyweight": 30},
        ),
        ("plates", {"query": PlatesQuery, "load": [15]}),
        ("plates", {"query": PlatesQuery, "load": [100, 600]}),
        ("vdot", {"query": VdotQuery, "distance_m": 5000, "time_s": 300}),
        ("convert", {"query": ConversionQuery, "value": 5, "unit": "kg", "to": "km"}),
    ],
)
async def test_what_has_no_answer_is_said(sqlite: Any, name: str, query: dict[str, Any]) -> None:
    schema = query.pop("query")
    async with sqlite.services(readonly=True) as services:
        with pytest.raises(InvalidError) as refused:
            await getattr(services.calculators, name)(schema.model_validate(query))
    assert all(refused.value.hints) or name == "plates"


@pytest.mark.parametrize(
    ("schema", "given"),
    [
        (OneRepMaxQuery, {"reps": 5}),
        (OneRepMaxQuery, {"reps": 5, "weight": 100, "max": 120}),
        (RpeQuery, {"reps": 5, "rpe": 8, "weight": 100, "max": 120}),
        (PaceQuery, {"distance_m": 5000}),
        (PaceQuery, {"distance_m": 5000, "time_s": 1200, "s_per_km": 240}),
        (VdotQuery, {}),
        (VdotQuery, {"distance_m": 5000}),
        (VdotQuery, {"distance_m": 5000, "time_s": 1200, "vdot": 50}),
        (VdotQuery, {"time_s": 1200, "vdot": 50}),
    ],
)
def test_a_question_says_just_what_it_needs(schema: Any, given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="1 validation error"):
        schema.model_validate(given)
