"""Texts that do something when they are clicked: what a key beside them does."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.style import Style

APART: Final = " · "
ON_CLICK: Final = "@click.here"  # more than `@click`, which Textual paints as a link


def clicked(told: str | Content, action: str) -> Content:
    """A text, and the action of a click on it: `screen.dismiss`."""
    content = told if isinstance(told, Content) else Content(told)
    return content.stylize(Style.from_meta({ON_CLICK: action}))


def ways(*each: tuple[str, str]) -> Content:
    """What can be done in a pane, for its border: a text and an action each."""
    return Content(APART).join(clicked(told, action) for told, action in each)
