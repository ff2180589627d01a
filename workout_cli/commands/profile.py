"""What scores and advice need to know of you."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from workout_cli import options
from workout_cli.changes import compared
from workout_cli.output import shows
from workout_cli.runner import ask, call
from workout_cli.tree import new_app
from workout_cli.views.profile import BANDS, PROFILE
from workout_core.accounts.schemas import CENTIMETRES, ProfileRead, ProfileUpdate
from workout_core.body.amounts import parse_amount
from workout_core.errors import InvalidError
from workout_core.training.bands import parse_band
from workout_core.vocabulary import Sex

if TYPE_CHECKING:
    from workout_core.services import Services

USUAL: Final = "usual"
HEIGHTS: Final = ("168cm", "1.68m", "66in")
# What may be forgotten, and the fields that it is.
CLEARED: Final = {
    "sex": ("sex",),
    "born": ("birth_year",),
    "height": ("height_value", "height_unit"),
}

app = new_app(
    name="profile",
    help="What scores and advice need to know of you.",
    epilog="Example: workout profile set --sex f --born 1990",
    no_args_is_help=True,
)


@app.command(epilog="Example: workout profile show")
@shows(PROFILE)
def show() -> ProfileRead:
    """Show what is known of you."""
    return ask(lambda services: services.profile.get())


@app.command("set", epilog="Example: workout profile set --sex f --born 1990 --height 168cm")
@shows(PROFILE)
def set_(
    sex: Annotated[
        Sex | None, typer.Option("--sex", help="Scores have tables for m and f; x is neither.")
    ] = None,
    born: Annotated[
        int | None, typer.Option("--born", metavar="YEAR", help="Your year of birth.")
    ] = None,
    height: Annotated[
        str | None, typer.Option("--height", help="How tall you are, as in 168cm or 66in.")
    ] = None,
    clear: Annotated[
        list[str] | None,
        typer.Option("--clear", metavar="WHAT", help="Forget sex, born or height."),
    ] = None,
) -> ProfileRead:
    """Say what is known of you, as far as you like."""
    values: dict[str, Any] = {}
    for each in clear or ():
        if each not in CLEARED:
            raise InvalidError(f"{each!r} is not in the profile", hints=list(CLEARED))
        values |= dict.fromkeys(CLEARED[each])
    values |= {} if sex is None else {"sex": sex}
    values |= {} if born is None else {"birth_year": born}
    if height is not None:
        values |= _height(height)
    if not values:
        raise InvalidError("Nothing is to be changed", hints=["workout profile set --sex f"])
    data = ProfileUpdate(**values)
    return _changed(data)


@app.command(epilog="Example: workout profile bands chest 10..20")
@shows(BANDS)
def bands(
    muscle: Annotated[
        str | None, typer.Argument(metavar="[MUSCLE]", help="Of which muscle, as in chest.")
    ] = None,
    sets: Annotated[
        str | None,
        typer.Argument(metavar="[SETS]", help="Hard sets a week, as in 10..20; or usual."),
    ] = None,
) -> ProfileRead:
    """Show or change the hard sets a week you aim at, by muscle."""
    if muscle is None:
        return ask(lambda services: services.profile.get())
    known = options.muscles([muscle.strip().lower().replace(" ", "_").replace("-", "_")])[0]
    if sets is None:
        raise InvalidError(
            f"How many hard sets a week for {muscle}?",
            hints=[f"workout profile bands {muscle} 10..20", "workout profile bands shows all"],
        )
    band = None if sets.strip().lower() == USUAL else parse_band(sets)._asdict()
    data = ProfileUpdate.model_validate({"bands": {known: band}})
    return _changed(data)


def _height(text: str) -> dict[str, Any]:
    typed = parse_amount(text, HEIGHTS)
    unit = typed.unit or "cm"
    if unit not in CENTIMETRES:
        raise InvalidError(f"{unit[:40]!r} is no unit of a height", hints=[*HEIGHTS])
    return {"height_value": typed.value, "height_unit": unit}


def _changed(data: ProfileUpdate) -> ProfileRead:
    async def changed(services: Services) -> tuple[ProfileRead, ProfileRead]:
        return await services.profile.get(), await services.profile.update(data)

    return compared(call(changed))
