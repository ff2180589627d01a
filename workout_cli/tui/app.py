"""The app: its screens, what is the same on all of them, and what is done about errors.

Context: schemas, charts and the database take longer to import than a terminal to be painted. Decision: the first frame
is a bar and nothing else; while it is looked at, Today is imported, and the other screens once Today stands there.
Consequences: this module, the frame's and what they import know no schema. Keys that come meanwhile are held until
Today shows what they are for; those that leave are not.

A screen takes longer to be made than a key may take to show its effect. So each is made before anybody goes to it, one
after another, while no key is pressed.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.events import InputEvent

from workout_cli.tui.early import EarlyKeys
from workout_cli.tui.keys import ANYTIME, EVERYWHERE, LEAVING, bindings, parsed
from workout_cli.tui.screen import WorkoutScreen, nothing
from workout_cli.tui.screens.help import HelpPage
from workout_cli.tui.screens.jump import Jump
from workout_cli.tui.screens.opening import OpeningScreen
from workout_cli.tui.theme import theme_of
from workout_cli.tui.widgets.top import TABS
from workout_cli.tui.work import writes
from workout_core.visible import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.dom import DOMNode
    from textual.driver import Driver
    from textual.events import Event
    from textual.events import Key as Pressed
    from textual.screen import Screen
    from textual.timer import Timer

    from workout_cli.tui.keys import Key
    from workout_cli.tui.library import Library
    from workout_core.config import Settings
    from workout_core.errors import WorkoutError


SCREEN_FOLDER: Final = Path(__file__).parent / "screens"
FIRST: Final = "today"
LEAVING_S: Final = 2.0
IDLE_S: Final = 0.1
PAUSE_S: Final = 1.5
SWITCH_S: Final = 0.0005
# How many more objects make the collector look at the youngest, how often until it looks at those that stayed, and how
# often that until it looks at all: where keys leave no pause in which it has done so before.
OBJECTS: Final = (5_000, 10, 50)
OLD: Final = 2
SCREENS: Final = {
    FIRST: "TodayScreen",
    "history": "HistoryScreen",
    "exercises": "ExercisesScreen",
    "charts": "ChartsScreen",
    "body": "BodyScreen",
    "settings": "SettingsScreen",
}


def imported(module: str, name: str) -> Any:
    """What a module of the TUI holds; a door, to what the first frame does without."""
    return getattr(import_module(f"workout_cli.tui.{module}"), name)


class WorkoutApp(App[None]):
    """The whole TUI."""

    TITLE = "workout"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False  # there is one of its own
    BINDINGS = bindings(EVERYWHERE)
    library: Library

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.opened = asyncio.Event()
        self.stands = asyncio.Event()
        self.lines = asyncio.Lock()
        self._disable_tooltips = True  # nothing has one, and each screen would have a widget for it
        self._early = EarlyKeys()
        self._idle: Timer | None = None
        self._undrawn: list[str] = []
        # Which screen has read what it shows last, after how many changes, and by which settings.
        self.looked_at: tuple[str, int, Settings] | None = None
        for name in SCREENS:
            self.add_mode(name, partial(self._made, name))
        self.chosen_exercise: str | None = None
        self.theme = theme_of(settings)

    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        prompt: type[Driver] = usual
        if usual.__name__ == "LinuxDriver":  # which the systems without one cannot import
            prompt = imported("driver", "PromptDriver")
        return prompt

    def get_default_screen(self) -> Screen[None]:
        return OpeningScreen()

    def _made(self, name: str) -> Screen[None]:
        """A screen of its name."""
        made: Screen[None] = imported(f"screens.{name}", SCREENS[name])()
        # Its styles are read already, so that no other screen's are worked out anew when it is shown.
        made._css_update_count = self._css_update_count
        return made

    async def on_event(self, event: Event) -> None:
        if self._idle and isinstance(event, InputEvent):
            self._idle.reset()
        if not self._early.hold(event, self._passes):
            await super().on_event(event)

    def on_ready(self) -> None:
        self.run_worker(self._open())

    async def _open(self) -> None:
        """Show Today, once the first frame was painted, then press what was typed meanwhile."""
        painted = asyncio.Event()
        self.screen.call_after_refresh(painted.set)
        await painted.wait()
        await asyncio.to_thread(imported, "screens.today", SCREENS[FIRST])
        self.library = imported("library", "Library")(self.settings)
        # All at once, so that no screen's first showing has the others' styles worked out again.
        self.stylesheet.read_all(sorted(SCREEN_FOLDER.glob("*.tcss")))
        self.stylesheet.reparse()
        self.stylesheet.update(self)
        await self.switch_mode(FIRST)
        # The collector may look again, but not at what the start has made, and at all of the rest only between keys.
        gc.freeze()
        gc.set_threshold(*OBJECTS)
        gc.enable()
        # Whoever reads lets go soon: between any two of its steps the loop has to have the interpreter once more.
        sys.setswitchinterval(SWITCH_S)
        self.app_resume_signal.subscribe(self, lambda _: self._paint_anew())
        self.opened.set()
        await self.stands.wait()
        await self._early.give(self, super().on_event)
        await asyncio.to_thread(_import_others)
        self._idle = self.set_interval(IDLE_S, self._make_next)

    def _make_next(self) -> None:
        """Make one more of the screens, behind the one that is looked at; or draw what has come to it meanwhile."""
        if self._batch_count:  # it ends
            return
        for name in SCREENS:
            if name not in self._screen_stacks:
                self._init_mode(name)
                self._undrawn.append(name)
                return
        if self._undrawn:
            screen = self._screen_stacks[self._undrawn.pop(0)][0]
            if not screen.is_current:
                screen._screen_resized(self.size)
                screen._compositor.render_strips()
            return
        if self._idle:
            self._idle.stop()
        gc.freeze()
        self._idle = self.set_interval(PAUSE_S, self._collect)

    def _collect(self) -> None:
        if gc.get_count()[2] >= OLD:
            gc.collect()

    def _parse_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> tuple[DOMNode, str, tuple[object, ...]]:
        known = parsed(action) if isinstance(action, str) else action
        return super()._parse_action(known, default_namespace, namespaces)

    def delay_update(self, delay: float = 0) -> None:
        """Screens are there when one goes to them: nothing has to be hidden for a while."""

    def _passes(self, key: str) -> bool:
        """Whether a key needs nothing that is still to come, or has gone elsewhere already."""
        if not self.opened.is_set():
            return key in LEAVING
        screen = self.screen
        return key in ANYTIME or not isinstance(screen, WorkoutScreen) or screen.NAME != FIRST

    async def on_unmount(self) -> None:
        if self.opened.is_set():
            await self.library.close()

    def tell(self, error: WorkoutError) -> None:
        """An error, with what can be done about it."""
        hint = next(iter(error.hints), "")
        told = clean(f"{error.message}\n{hint}" if hint else error.message, lines=True)
        if all(each.message != told for each in self._notifications):  # which it would only repeat
            self.notify(told, severity="error", markup=False)

    def say(self, told: str) -> None:
        """What was done."""
        self.notify(clean(told, lines=True), markup=False)

    def _paint_anew(self) -> None:
        """The shell has written over the screen, and much may have been done meanwhile."""
        self.refresh(layout=True)
        self.refresh_screen()

    def refresh_screen(self) -> None:
        """Look again at what is shown, as something has changed."""
        if isinstance(self.screen, WorkoutScreen):
            self.screen.look()

    def action_show(self, name: str) -> None:
        """Go to a screen; what lies over the present one is put away."""
        while not isinstance(self.screen, WorkoutScreen):
            self.pop_screen()
        self.switch_mode(name)

    def chart_of(self, exercise: str) -> None:
        """Go to the charts of an exercise, which is named as people or programs name it."""
        self.chosen_exercise = exercise
        self.action_show("charts")

    @writes
    async def action_undo(self) -> None:
        instead = self.screen.taking_back() if isinstance(self.screen, WorkoutScreen) else nothing
        self.say(await instead() or await self.library.undo(instead))
        self.refresh_screen()

    @writes
    async def action_redo(self) -> None:
        self.say(await self.library.redo())
        self.refresh_screen()

    def keys_of_screens(self) -> dict[str, tuple[Key, ...]]:
        """The keys of every screen, by what it is called."""
        return {TABS[name]: imported(f"screens.{name}", SCREENS[name]).KEYS for name in SCREENS}

    def action_command_line(self, typed: Callable[[], list[Pressed]] = list) -> None:
        """The line; `typed` gives the keys that were pressed since it was asked for."""
        line = imported("screens.line", "CommandLine")(typed)
        self.push_screen(line, lambda _: self.refresh_screen())

    def action_command_palette(self) -> None:
        """Everything that this screen can do, and all of them."""
        screen = self.screen
        own = screen.KEYS if isinstance(screen, WorkoutScreen) else ()
        keys = [each for each in (*own, *EVERYWHERE) if each.action != "app.command_palette"]

        def chosen(key: Key | None) -> None:
            if key:
                screen.call_later(screen.run_action, key.action)

        self.push_screen(imported("screens.palette", "Palette")(keys), chosen)

    def action_help_page(self) -> None:
        own = self.screen.KEYS if isinstance(self.screen, WorkoutScreen) else ()
        self.push_screen(HelpPage(own))

    def action_jump(self) -> None:
        self.push_screen(Jump(self.screen), lambda found: found and found.focus())

    def action_leave(self) -> None:
        self.run_worker(self._leave())

    async def _leave(self) -> None:
        """End when what was done is written, or takes too long; sets that are logged are in the outbox."""
        if self.opened.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(LEAVING_S), self.lines:
                    await self.library.settled()
        self.exit()


def _import_others() -> None:
    for name, each in SCREENS.items():
        imported(f"screens.{name}", each)
