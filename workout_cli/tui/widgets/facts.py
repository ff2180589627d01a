"""Facts beside their names, wrapped to the room that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.widget import Widget

from workout_cli.widths import cut, display_width, wrapped
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.geometry import Size

NAME: Final = 8
APART: Final = 2


class Fact(NamedTuple):
    """A value beside its name; a head where there is no value, a text of full width where there is no name."""

    name: str
    value: str = ""


class Facts(Widget):
    """Facts one under the other."""

    DEFAULT_CSS = "Facts { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._facts: Sequence[Fact] = ()

    def show(self, facts: Iterable[Fact]) -> None:
        """Show other facts."""
        self._facts = tuple(facts)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(list(laid(self._facts, width)))

    def render(self) -> Content:
        return Content("\n").join(laid(self._facts, self.size.width))


def laid(facts: Iterable[Fact], width: int) -> Iterator[Content]:
    """The lines of facts in so many columns."""
    for fact in facts:
        if not fact.value:
            yield Content.styled(cut(clean(fact.name), max(width, 2)), "bold")
            continue
        indent = NAME + APART if fact.name else 0
        name = cut(fact.name, NAME)
        value = clean(fact.value, lines=True).expandtabs(4)
        for line in value.splitlines() or [""]:
            for part in wrapped(line, max(8, width - indent)):
                space = " " * (indent - display_width(name)) if indent else ""
                yield Content.assemble((name, "dim"), space, part)
                name = ""
