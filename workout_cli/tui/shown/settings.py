"""What the settings screen shows: a line each, what it is, and what Enter changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from textual.content import Content

from workout_cli.tui.keys import EVERYWHERE, EVERYWHERE_TITLE
from workout_cli.tui.shown.exercises import words
from workout_cli.tui.theme import THEMES
from workout_cli.tui.widgets.rows import Col
from workout_cli.views.backups import size
from workout_cli.views.gyms import GEAR
from workout_cli.wording import number
from workout_core import __version__
from workout_core.config import config_path
from workout_core.config_check import key_named, masked
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.vocabulary import Muscle, values
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workout_cli.tui.keys import Key
    from workout_core.accounts.schemas import BandRead, ProfileRead
    from workout_core.checks import CheckRead, State
    from workout_core.config import Settings
    from workout_core.db.backups import Copy
    from workout_core.gyms.schemas import GymRead

Section = Literal["units", "bands", "profile", "gyms", "theme", "keys", "server", "backups"]
Kind = Literal["setting", "theme", "band", "person", "gym", ""]
SECTIONS: Final[dict[Section, str]] = {
    "units": "Units & time",
    "bands": "Bands",
    "profile": "Profile",
    "gyms": "Gyms",
    "theme": "Theme",
    "keys": "Keys",
    "server": "Server & data",
    "backups": "Backups",
}
UNSET: Final = "as it comes"
NOT_KNOWN: Final = "not known"
SIGNS: Final[dict[State, str]] = {"ok": "✓", "warning": "!", "problem": "✗"}
COLUMNS: Final = (Col("", 1), Col("setting", 16), Col("value"))
KEY_COLUMNS: Final = (Col("", 1), Col("key", 9), Col("what it does"))
BANDS_TOLD: Final = (
    "Hard sets a week that you aim at, as in 10..20. The usual ones are opinion, and differ much"
    " from person to person."
)
LATER: Final = frozenset({"server_url", "database_url"})


class Line(NamedTuple):
    """A line: what it is called, how it is, what is told of it below, and what Enter changes of what."""

    label: str
    value: str = ""
    told: str = ""
    kind: Kind = ""
    about: str = ""
    mark: str = ""


def row(line: Line) -> tuple[Content, Content, Content]:
    """The cells of a line; a head has a label only."""
    is_head = not (line.value or line.kind or line.mark)
    return (
        Content.styled(line.mark, "$text-accent"),
        Content.styled(clean(line.label), "bold" if is_head else ""),
        Content(clean(line.value)),
    )


def section_row(name: Section) -> tuple[Content]:
    """The cell of a section in the list of them."""
    return (Content(SECTIONS[name]),)


def setting(settings: Settings, name: str, value: str = "") -> Line:
    """A key of the configuration, and where its value comes from."""
    key = key_named(name)
    now = masked(getattr(settings, name))
    origin = {
        "environment": f" {key.variable} is set, and wins over the file.",
        "flag": " An option of this run wins over the file.",
        "file": f" From {config_path()}.",
    }.get(settings.origins.get(name, "default"), "")
    told = f"{key.help}{origin}" + (" A change is for the next start." if name in LATER else "")
    shown = value or (UNSET if now is None else str(now))
    return Line(words(name), shown, told, "setting", name)


def units(settings: Settings) -> list[Line]:
    zone = settings.timezone or f"{local_zone(None).key}, the machine's"
    return [
        setting(settings, "unit"),
        setting(settings, "timezone", zone),
        setting(settings, "formula"),
        setting(settings, "plates_kg"),
        setting(settings, "plates_lb"),
    ]


def bands(profile: ProfileRead) -> list[Line]:
    """Every muscle, with its band where it has one."""
    known: dict[str, BandRead] = {each.muscle: each for each in profile.bands}
    lines = []
    for muscle in values(Muscle):
        band = known.get(muscle)
        told = f"{band.low} – {band.high}" if band else "none"
        own = bool(band and band.own)
        value = f"{told:<9}{'yours' if own else 'usual' if band else ''}".rstrip()
        lines.append(Line(words(muscle), value, BANDS_TOLD, "band", muscle, "●" if own else ""))
    return lines


def person(profile: ProfileRead) -> list[Line]:
    height = NOT_KNOWN
    if profile.height_value is not None:
        height = f"{number(profile.height_value)} {profile.height_unit}"
    scores = "Scores (Wilks, DOTS, IPF GL) have tables for m and f; x is neither."
    born = str(profile.birth_year or NOT_KNOWN)
    return [
        Line("sex", profile.sex or NOT_KNOWN, scores, "person", "sex"),
        Line("born", born, "Your year of birth, for scores and zones by age.", "person", "born"),
        Line("height", height, "How tall you are, as in 168cm or 66in.", "person", "height"),
    ]


def gyms(found: Iterable[GymRead]) -> list[Line]:
    """Every gym in some lines, the one in use marked."""
    lines: list[Line] = []
    for each in found:
        state = "in use" if each.in_use else ""
        told = "Enter leaves it" if each.in_use else "Enter uses it"
        told += "; what is logged is loaded with what stands there. e edits, d deletes."
        about, mark = str(each.id), "●" if each.in_use else "○"
        lines.append(Line(each.name, state, told, "gym", about, mark))
        gear = ((name, getattr(each, name)) for name in GEAR)
        lines += [Line(f"  {name}", what, told, "gym", about) for name, what in gear if what]
    return lines or [Line("no gym yet", "n adds one")]


def theme(settings: Settings, now: str) -> list[Line]:
    """The themes, the one that is on marked."""
    told = "Applied at once, and kept in the configuration file."
    lines = [
        Line(
            name, "on" if THEMES[name] == now else "", told, "theme", name, _on(THEMES[name] == now)
        )
        for name in THEMES
    ]
    return [*lines, setting(settings, "color")]


def _on(on: bool) -> str:  # noqa: FBT001
    return "●" if on else "○"


def keys(screens: Mapping[str, Sequence[Key]]) -> Iterator[Line]:
    """Every key of the registry, by screen."""
    for title, rows in (*screens.items(), (EVERYWHERE_TITLE, EVERYWHERE)):
        if rows:
            yield Line(title)
            yield from (
                Line(each.display, each.told, f"{each.display}: {each.told}") for each in rows
            )


def server(settings: Settings, checks: Sequence[CheckRead] | None) -> list[Line]:
    """Where the data is, whether a token is known, and how all that is; None for checks that are under way."""
    token = "from WORKOUT_TOKEN" if settings.token else "of the login, if there is one"
    secret = (
        "A token is a secret: it comes from WORKOUT_TOKEN or workout login, and is never shown."  # noqa: S105
    )
    place = str(settings.database_path or masked(settings.database_url))
    data = "behind the server" if settings.server_url else place
    lines = [
        setting(settings, "server_url", str(masked(settings.server_url) or "none")),
        Line("token", token, secret),
        Line("data", data, f"Your workouts: {data}. database_url names another place."),
        Line("configuration", str(config_path()), str(config_path())),
        Line("version", __version__),
        Line("How it is"),
    ]
    if checks is None:
        return [*lines, Line("…", "looking")]
    return [*lines, *map(_check, checks)]


def _check(each: CheckRead) -> Line:
    told = f"{each.told}{f'. {each.hint}' if each.hint else ''}"
    return Line(each.name, each.told, told, mark=SIGNS[each.state])


def backups(settings: Settings, copies: Sequence[Copy] | None) -> list[Line]:
    """The copies that are there, the newest first; None where they are not made here."""
    lines = [setting(settings, "backups", f"{counted(settings.backups, 'day')} kept")]
    if copies is None:
        return [*lines, Line("copies", "made where the database is, by its own tools")]
    told = "workout backup makes one now, workout restore takes one back."
    lines.append(Line("copies", str(len(copies)) if copies else "none yet", told))
    zone = local_zone(settings.timezone)
    for each in copies:
        made = f"{each.made_at.astimezone(zone):%Y-%m-%d %H:%M}"
        lines.append(Line(made, f"{each.label}, {size(each.size)}", str(each.path)))
    return lines
