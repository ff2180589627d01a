"""The registry of keys: a row each, from which bindings, footers and the help page are made."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.binding import Binding

if TYPE_CHECKING:
    from collections.abc import Iterable

EVERYWHERE_TITLE: Final = "Everywhere"
HELP: Final = "app.help_page"


class Key(NamedTuple):
    """What some keys do: `told` on the help page, and in the footer if it has a `label` there.

    Of labels that there is no room for those that are `spared` most go first, then the last.
    """

    keys: str
    action: str
    told: str
    label: str = ""
    shown: str = ""
    priority: bool = False
    spared: int = 0

    @property
    def display(self) -> str:
        """The keys as people read them."""
        if self.shown:
            return self.shown
        return " ".join(NAMES.get(each, each) for each in self.keys.split(","))


NAMES: Final = {
    "enter": "⏎",
    "escape": "esc",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "minus": "-",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "space": "space",
    "ctrl+r": "^r",
    "ctrl+p": "^p",
    "ctrl+z": "^z",
}

EVERYWHERE: Final = (
    Key("1,f1", "app.show('today')", "Today: the workout that is open", shown="1 F1"),
    Key("2,f2", "app.show('history')", "History: every workout", shown="2 F2"),
    Key("3,f3", "app.show('exercises')", "Exercises: find, filter, look into", shown="3 F3"),
    Key("4,f4", "app.show('charts')", "Charts: how an exercise has gone", shown="4 F4"),
    Key("5,f5", "app.show('body')", "Body: weight, girths, their trend", shown="5 F5"),
    Key("6,f6", "app.show('settings')", "Settings: units, bands, gyms, theme", shown="6 F6"),
    Key("u", "app.undo", "Undo the last change, whoever made it"),
    Key("ctrl+r", "app.redo", "Redo what was undone"),
    Key("colon", "app.command_line", "A line as for the command line: `:stats week`"),
    Key("ctrl+p", "app.command_palette", "Everything that can be done, by its name"),
    Key("ctrl+o", "app.jump", "Jump to any part of the screen by a letter", shown="^o"),
    Key("question_mark", HELP, "The keys of this screen", label="Help"),
    Key("ctrl+z", "app.suspend_process", "Put aside; `fg` in the shell brings it back"),
    Key("q,ctrl+c", "app.leave", "Quit; an open workout stays open", shown="q"),
)
LEAVING: Final = frozenset({"q", "ctrl+c"})
# What they do needs nothing of Today.
ANYTIME: Final = (
    frozenset({"colon", "question_mark", "ctrl+p", "ctrl+o", "ctrl+z"})
    | frozenset(f"f{each}" for each in range(1, 7))
    | LEAVING
)


@cache
def parsed(action: str) -> tuple[str, str, tuple[object, ...]]:
    """The target, the name and the arguments of an action: numbers, texts, True and False.

    Textual reads arguments by Python's parser, which some versions of Python 3.11 and 3.12 let fail while another
    thread is in it: there, schemas are imported, which use it, too.
    """
    name, _, given = action.partition("(")
    target, _, name = name.rpartition(".")
    said = (
        given.removesuffix(")").replace("'", '"').replace("True", "true").replace("False", "false")
    )
    return target, name, tuple(json.loads(f"[{said}]"))


def bindings(keys: Iterable[Key]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The bindings of Textual for rows of the registry."""
    return [
        Binding(
            each.keys,
            each.action,
            each.label or each.told,
            show=bool(each.label),
            key_display=each.display,
            priority=each.priority,
        )
        for each in keys
    ]
