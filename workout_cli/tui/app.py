"""The app: its screens, what is the same on all of them, and what is done about errors."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand

from workout_cli.tui.keys import EVERYWHERE, bindings
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.screens.body import BodyScreen
from workout_cli.tui.screens.charts import ChartsScreen
from workout_cli.tui.screens.exercises import ExercisesScreen
from workout_cli.tui.screens.help import HelpPage
from workout_cli.tui.screens.history import HistoryScreen
from workout_cli.tui.screens.jump import Jump
from workout_cli.tui.screens.line import CommandLine
from workout_cli.tui.screens.settings import SettingsScreen
from workout_cli.tui.screens.today import TodayScreen
from workout_cli.tui.theme import theme_of
from workout_cli.tui.widgets.top import TABS
from workout_cli.tui.work import Library, writes
from workout_core.operations.schemas import UndoRequest
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.screen import Screen

    from workout_cli.tui.keys import Key
    from workout_core.config import Settings
    from workout_core.errors import WorkoutError


class WorkoutApp(App[None]):
    """The whole TUI."""

    TITLE = "workout"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = bindings(EVERYWHERE)
    MODES: ClassVar[dict[str, Any]] = {
        each.NAME: each
        for each in (
            TodayScreen,
            HistoryScreen,
            ExercisesScreen,
            ChartsScreen,
            BodyScreen,
            SettingsScreen,
        )
    }
    DEFAULT_MODE = TodayScreen.NAME

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.library = Library(settings)
        self.chosen_exercise: str | None = None
        self.theme = theme_of(settings)

    def on_ready(self) -> None:
        """Let the collector look again, but not at what the start has made."""
        gc.freeze()
        gc.enable()

    async def on_unmount(self) -> None:
        await self.library.close()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every key's meaning, of this screen and of all."""
        own = screen.KEYS if isinstance(screen, WorkoutScreen) else ()
        for key in (*own, *EVERYWHERE):
            if key.action != "app.command_palette":
                yield SystemCommand(key.told, key.display, self._runner(screen, key.action))

    def tell(self, error: WorkoutError) -> None:
        """An error, with what can be done about it."""
        hint = next(iter(error.hints), "")
        self.notify(
            clean(f"{error.message}\n{hint}" if hint else error.message, lines=True),
            severity="error",
            markup=False,
        )

    def say(self, told: str) -> None:
        """What was done."""
        self.notify(clean(told, lines=True), markup=False)

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
        self.action_show(ChartsScreen.NAME)

    @writes
    async def action_undo(self) -> None:
        done = await self.library.call(lambda services: services.operations.undo(UndoRequest()))
        self.say("\n".join(f"Undone: {each.summary}" for each in done.items))
        self.refresh_screen()

    @writes
    async def action_redo(self) -> None:
        done = await self.library.call(lambda services: services.operations.redo(UndoRequest()))
        self.say("\n".join(f"Made again: {each.summary}" for each in done.items))
        self.refresh_screen()

    def keys_of_screens(self) -> dict[str, tuple[Key, ...]]:
        """The keys of every screen, by what it is called."""
        return {TABS[name]: screen.KEYS for name, screen in self.MODES.items()}

    def action_command_line(self) -> None:
        self.push_screen(CommandLine(), lambda _: self.refresh_screen())

    def action_help_page(self) -> None:
        own = self.screen.KEYS if isinstance(self.screen, WorkoutScreen) else ()
        self.push_screen(HelpPage(self.screen.title or "", own))

    def action_jump(self) -> None:
        self.push_screen(Jump(self.screen), lambda found: found and found.focus())

    def action_leave(self) -> None:
        self.exit()

    def _runner(self, screen: Screen[Any], action: str) -> Callable[[], Any]:
        async def run() -> None:
            await screen.run_action(action)

        return run
