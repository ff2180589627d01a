"""What the README shows of the TUI is what it shows, and its keys are those of the registry."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from tests.tui.test_goldens import GOLDENS, WRITES
from workout_cli.tui.app import SCREENS, imported
from workout_cli.tui.keys import EVERYWHERE

README: Final = Path(__file__).parents[2] / "README.md"
PART: Final = re.compile(r"(<!-- tui (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def keys() -> str:
    """A table of every key, by screen."""
    rows = ["| where | key | what it does |", "|---|---|---|"]
    where = {name: imported(f"screens.{name}", SCREENS[name]).KEYS for name in SCREENS}
    for title, own in {**where, "everywhere": EVERYWHERE}.items():
        for each in own:
            shown = each.display.replace("|", "\\|")
            rows.append(f"| {title} | `{shown}` | {each.told} |")
    return "\n".join(rows) + "\n"


def shown(name: str) -> str:
    """A screen as a block of text, or the keys."""
    if name == "keys":
        return f"\n{keys()}\n"
    return f"\n```\n{(GOLDENS / f'{name}-80x24.txt').read_text(encoding='utf-8')}```\n\n"


def test_the_readme_shows_the_screens_as_they_are() -> None:
    text = README.read_text(encoding="utf-8")
    made = PART.sub(lambda found: f"{found[1]}{shown(found[2])}{found[3]}", text)
    if WRITES:
        README.write_text(made, encoding="utf-8")
    assert {found[1] for found in PART.findall(text)} >= {"today", "keys", *list(SCREENS)[1:]}
    assert made == text or WRITES, "run `poe goldens`"
