"""Words that are seen on a light ground as well as on a dark one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.showing import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.color_triplet import ColorTriplet

    from tests.tui.showing import Seen

LEAST = 1.9  # of what only hints; what is read has more


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance and contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: ColorTriplet) -> float:
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def seen_at(seen: Seen, word: str) -> list[float]:
    """The contrast of each piece of the screen that has a word in it."""
    return [
        contrast(style.color.get_truecolor(), style.bgcolor.get_truecolor())
        for strip in seen.app.screen._compositor.render_strips()
        for text, style, _ in strip
        if word in text and style and style.color and style.bgcolor
    ]


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_what_is_told_on_the_side_can_be_read(trained: Shown, theme: str) -> None:
    shown = Shown({**trained.environment, "WORKOUT_THEME": theme})
    steps: Sequence[tuple[Sequence[str], str]] = (
        (("f4",), " distance "),
        (("e",), "a name that ends in"),
        (("escape", "f3", "slash"), "rdl"),
        (("escape", "n"), "also called"),
    )
    async with shown.at(120, 40) as seen:
        for keys, word in steps:
            await seen.press(*keys)
            assert min(seen_at(seen, word)) >= LEAST, word


async def test_what_enter_takes_is_marked_without_colours(trained: Shown) -> None:
    shown = Shown({**trained.environment, "WORKOUT_THEME": "ansi"})
    async with shown.at(120, 40, "enter", "slash") as seen:
        (first, *others) = (
            {style.bgcolor.name for _, style, _ in strip if style and style.bgcolor}
            for strip in seen.app.screen._compositor.render_strips()
            if " · " in strip.text
        )
        assert len(others) > 3
        assert all(first != each for each in others)
