"""A list that may be long: only what is seen is read, a page at a time, and drawn.

A table widget that holds every row takes eight seconds for 100,000 of them; this one takes as long for a million as
for a screenful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NamedTuple, TypeVar

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.events import Click
    from textual.style import Style

T = TypeVar("T")
PAGE: Final = 50
APART: Final = 2
MOST: Final = 200  # rows whose looks are kept


class Col(NamedTuple):
    """A column: of so many cells, or of what is left where it has no width; shown where the list is `least` wide."""

    title: str
    width: int | None = None
    right: bool = False
    least: int = 0


class Rows(ScrollView, Generic[T], can_focus=True):
    """Rows of items, which whoever shows it gives page by page as they are wanted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--head", "rows--cursor", "rows--wanted"}
    DEFAULT_CSS = """
    Rows { height: 1fr; background: transparent; overflow-x: hidden; scrollbar-size-vertical: 1; }
    Rows > .rows--head { color: $text-muted; }
    Rows > .rows--cursor { background: $block-cursor-blurred-background; }
    Rows:focus > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    Rows:focus > .rows--cursor { text-style: bold; }
    Rows > .rows--wanted { color: $text-disabled; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home,g", "edge(0)", "First", show=False),
        Binding("end,G", "edge(1)", "Last", show=False),
        Binding("enter", "choose", "Open", show=False),
    ]
    cursor: reactive[int] = reactive(0, init=False)

    class Wanted(Message):
        """A page that is not there yet came into view; pages count from 1."""

        def __init__(self, rows: Rows[Any], page: int) -> None:
            super().__init__()
            self.rows, self.page = rows, page

        @property
        def control(self) -> Rows[Any]:
            return self.rows

    class Moved(Message):
        """The cursor stands on another row; its item is None until its page is there."""

        def __init__(self, rows: Rows[Any], item: Any) -> None:
            super().__init__()
            self.rows, self.item = rows, item

        @property
        def control(self) -> Rows[Any]:
            return self.rows

    class Chosen(Moved):
        """Enter, or a click on the row of the cursor."""

    def __init__(
        self,
        columns: Sequence[Col],
        cells: Callable[[T], Sequence[Content | str]],
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._columns = columns
        self._cells = cells
        self._empty = empty
        self._pages: dict[int, Sequence[T]] = {}
        self._asked: set[int] = set()
        self._stale: set[int] = set()
        self._painted: dict[int, tuple[object, Strip]] = {}
        self.total: int | None = None

    @property
    def item(self) -> T | None:
        """What the cursor stands on, if it is there."""
        return self._item(self.cursor)

    def place_of(self, wanted: Callable[[T], bool]) -> int | None:
        """Where an item is among those that are there."""
        for page, items in self._pages.items():
            for place, each in enumerate(items):
                if wanted(each):
                    return (page - 1) * PAGE + place
        return None

    def forget(self) -> None:
        """Ask for everything anew; the cursor stays where it is, and what is there is seen until then."""
        self._stale |= self._pages.keys()
        self._asked.clear()
        self._want(self.cursor // PAGE + 1)

    def show(self, items: Sequence[T], columns: Sequence[Col] | None = None) -> None:
        """All the items of a short list, which nobody has to read page by page."""
        self._columns = columns or self._columns
        self._pages.clear()
        for first in range(0, len(items) or 1, PAGE):
            self.fill(first // PAGE + 1, items[first : first + PAGE], len(items))

    def restart(self, items: Sequence[T], total: int) -> None:
        """Another list, from its beginning: its first page, and how many there are in all."""
        self._pages.clear()
        self._asked.clear()
        self._stale.clear()
        self.set_reactive(Rows.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True)
        self.fill(1, items, total)

    def fill(self, page: int, items: Sequence[T], total: int) -> None:
        """The items of a page, and how many there are in all."""
        self._pages[page] = items
        self._asked.discard(page)
        self._stale.discard(page)
        self.total = total
        self.virtual_size = Size(0, total + 1)
        if self.cursor >= total:
            self.set_reactive(Rows.cursor, max(0, total - 1))
        self.refresh()
        if (self.cursor // PAGE) + 1 == page or not total:
            self.post_message(self.Moved(self, self.item))

    def render_line(self, y: int) -> Strip:
        if y == 0:
            return self._line(self._laid([each.title for each in self._columns]), "rows--head")
        index = self.scroll_offset.y + y - 1
        if self.total == 0 and y == 1:
            return self._line(Content(self._empty), "rows--head")
        if self.total is None or index >= self.total:
            return Strip.blank(self._width, self.rich_style)
        item, page = self._item(index), index // PAGE + 1
        if item is None or page in self._stale:
            self._want(page)
        if item is None:
            return self._line(Content("…"), "rows--wanted")
        return self._row(index, self._cells(item))

    def watch_cursor(self, before: int, now: int) -> None:
        if self.total and self.item is None:
            self._want(now // PAGE + 1)
        for row in (before, now):
            self.refresh_line(row + 1)
        self._show_cursor()
        self.post_message(self.Moved(self, self.item))

    def validate_cursor(self, value: int) -> int:
        return max(0, min(value, (self.total or 1) - 1))

    def action_move(self, by: int) -> None:
        self.cursor += by

    def action_page(self, by: int) -> None:
        self.cursor += by * max(1, self.size.height - 2)

    def action_edge(self, last: int) -> None:
        self.cursor = (self.total or 1) - 1 if last else 0

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self, self.item))

    def on_click(self, event: Click) -> None:
        index = self.scroll_offset.y + event.y - 1
        if event.y == 0 or index >= (self.total or 0):
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index

    def _item(self, index: int) -> T | None:
        page = self._pages.get(index // PAGE + 1, ())
        place = index % PAGE
        return page[place] if place < len(page) else None

    def _want(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.post_message(self.Wanted(self, page))

    def _show_cursor(self) -> None:
        # The head stays, so a row is seen where the line below the one above it is.
        self.scroll_to_region(Region(0, self.cursor, 1, 2), animate=False, force=True, x_axis=False)

    @property
    def _width(self) -> int:
        """The cells of a line, beside the scrollbar if there is one."""
        return self.scrollable_content_region.width

    def _laid(self, cells: Sequence[Content | str]) -> Content:
        """The cells as far as there is room for their columns."""
        width = self._width
        shown = [
            (column, cell)
            for column, cell in zip(self._columns, cells, strict=True)
            if column.least <= width
        ]
        fixed = sum(column.width or 0 for column, _ in shown) + APART * (len(shown) - 1)
        flexible = sum(column.width is None for column, _ in shown)
        room = max(1, (width - fixed) // max(1, flexible))
        parts = [_fitted(column, cell, column.width or room) for column, cell in shown]
        return Content(" " * APART).join(parts)

    def _row(self, index: int, cells: Sequence[Content | str]) -> Strip:
        """A row as it was painted last, where nothing of it has changed: more often only the focus, or the screen."""
        style = self._style("rows--cursor" if index == self.cursor else None)
        as_it_is = (self._width, style, self._columns, *map(_alike, cells))
        if (painted := self._painted.get(index)) and painted[0] == as_it_is:
            return painted[1]
        if len(self._painted) >= MOST:
            self._painted.clear()
        strip = self._strip(self._laid(cells), style)
        self._painted[index] = as_it_is, strip
        return strip

    def _line(self, content: Content, style: str | None) -> Strip:
        return self._strip(content, self._style(style))

    def _style(self, name: str | None) -> Style:
        return self.visual_style + self.get_visual_style(name) if name else self.visual_style

    def _strip(self, content: Content, style: Style) -> Strip:
        return Visual.to_strips(self, content, self._width, 1, style)[0]


def _alike(cell: Content | str) -> object:
    """What two cells have in common that look alike."""
    return (cell.plain, cell.spans) if isinstance(cell, Content) else cell


def _fitted(column: Col, cell: Content | str, width: int) -> Content:
    content = cell if isinstance(cell, Content) else Content(cell)
    content = content.truncate(width, ellipsis=True)
    space = width - content.cell_length
    return content.pad_left(space) if column.right else content.pad_right(space)
