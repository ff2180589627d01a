"""The colours: names of the setting `theme`, and Textual's for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workout_core.config import Settings

THEMES: Final = {"dark": "textual-dark", "light": "textual-light", "ansi": "ansi-dark"}


def theme_of(settings: Settings) -> str:
    """Textual's theme for the settings."""
    return THEMES[settings.theme]
