"""Settings: how the program is set up, what is known of the user, where they train, where the data is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from workout_cli.surroundings import check_data
from workout_cli.tui.configuring import forget, keep
from workout_cli.tui.keys import Key, bindings
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.screens.form import Field, Form
from workout_cli.tui.shown import settings as shown
from workout_cli.tui.shown import settings_form as form
from workout_cli.tui.shown.exercises import words
from workout_cli.tui.theme import THEMES
from workout_cli.tui.widgets.rows import Col, Rows
from workout_cli.tui.work import aside, reads, writes
from workout_core.accounts.schemas import ProfileUpdate
from workout_core.config_check import key_named
from workout_core.db.backups import copies
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from textual.app import ComposeResult

    from workout_core.accounts.schemas import ProfileRead
    from workout_core.gyms.schemas import GymRead
    from workout_core.services import Services

CLEARED: Final[dict[str, dict[str, None]]] = {
    "sex": {"sex": None},
    "born": {"birth_year": None},
    "height": {"height_value": None, "height_unit": None},
}


class Known(NamedTuple):
    """What the database says of the section that is shown."""

    profile: ProfileRead | None = None
    gyms: Sequence[GymRead] = ()


class SettingsScreen(WorkoutScreen):
    NAME = "settings"
    CSS_PATH = "settings.tcss"
    KEYS = (
        Key("enter", "change", "Go to the section; there, change the line or use the gym"),
        Key("e", "edit", "Edit the line, or the gym", "Edit"),
        Key("n", "new", "Add a gym", "New gym"),
        Key("d", "reset", "Back to how it comes; delete the gym", "Reset"),
        Key("right", "enter", "From the sections to the lines"),
        Key("escape,left", "back", "Back to the sections", "Back", shown="esc"),
    )
    BINDINGS = bindings(KEYS)

    def __init__(self) -> None:
        super().__init__()
        self._section: shown.Section = "units"
        self._known = Known()

    def parts(self) -> ComposeResult:
        with Horizontal(id="settings"):
            with Vertical(id="sections", classes="pane"):
                yield Rows((Col("settings"),), shown.section_row, id="names")
            with Vertical(id="lines", classes="pane"):
                yield Rows(shown.COLUMNS, shown.row, id="rows")
                yield Static(id="told", markup=False)

    def prepare(self) -> None:
        self.names.show(list(shown.SECTIONS))
        self.names.focus()

    @property
    def names(self) -> Rows[shown.Section]:
        return self.query_one("#names", Rows)

    @property
    def rows(self) -> Rows[shown.Line]:
        return self.query_one("#rows", Rows)

    @property
    def line(self) -> shown.Line:
        """What the cursor stands on."""
        return self.rows.item or shown.Line("")

    def look(self) -> None:
        self._read(self._section)

    def on_rows_moved(self, event: Rows.Moved) -> None:
        if event.rows is self.names and event.item not in (None, self._section):
            self._section = event.item
            self.rows.cursor = 0
            self.look()
        elif event.rows is self.rows:
            told = event.item.told if event.item else ""
            self.query_one("#told", Static).update(Content(clean(told)))

    def on_rows_chosen(self) -> None:
        self.action_change()

    @reads
    async def _read(self, section: shown.Section) -> None:
        match section:
            case "bands" | "profile":
                profile = await self.library.ask(lambda services: services.profile.get())
                self._known = Known(profile)
                self._show(shown.bands(profile) if section == "bands" else shown.person(profile))
            case "gyms":
                found = await self.library.ask(lambda services: services.gyms.list())
                self._known = Known(gyms=found.items)
                self._show(shown.gyms(found.items))
            case "server":
                self._show(shown.server(self.app.settings, None))
                checks = await aside(lambda: check_data(self.app.settings))
                self._show(shown.server(self.app.settings, checks))
            case "backups":
                path = None if self.app.settings.server_url else self.app.settings.database_path
                made = await aside(lambda: copies(path)) if path else None
                self._show(shown.backups(self.app.settings, made))
            case "units":
                self._show(shown.units(self.app.settings))
            case "theme":
                self._show(shown.theme(self.app.settings, self.app.theme))
            case "keys":
                self._show(list(shown.keys(self.app.keys_of_screens())))

    def _show(self, lines: Sequence[shown.Line]) -> None:
        self.query_one("#lines").border_title = shown.SECTIONS[self._section]
        columns = shown.KEY_COLUMNS if self._section == "keys" else shown.COLUMNS
        self.rows.show(lines, columns)

    # Where the focus is

    def action_enter(self) -> None:
        self.rows.focus()

    def action_back(self) -> None:
        self.names.focus()

    # What is changed

    def action_change(self) -> None:
        """What Enter does on a line."""
        if self.names.has_focus:
            self.rows.focus()
        elif self.line.kind == "theme":
            self._theme(self.line.about)
        elif self.line.kind == "gym":
            self._use(self._gym())
        elif self.line.kind == "setting" and (choices := key_named(self.line.about).choices):
            now = getattr(self.app.settings, self.line.about)
            at = choices.index(now) + 1 if now in choices else 0
            self._keep(self.line.about, choices[at % len(choices)])
        else:
            self.action_edit()

    def action_edit(self) -> None:
        match self.line.kind:
            case "setting":
                self._edit_setting(self.line.about)
            case "band" if profile := self._known.profile:
                fields = form.band_fields(profile, self.line.about)
                muscle = self.line.about
                self._open(self.line.label, fields, lambda typed: form.band(muscle, typed["bands"]))
            case "person" if profile := self._known.profile:
                self._open("Profile", form.person_fields(profile), form.person)
            case "gym":
                self._edit_gym(self._gym())
            case "theme":
                self._theme(self.line.about)

    def action_new(self) -> None:
        async def save(typed: Mapping[str, str]) -> GymRead:
            data = form.new_gym(typed)
            return await self.library.call(lambda services: services.gyms.create(data))

        def saved(made: GymRead | None) -> None:
            if made:
                self.names.cursor = list(shown.SECTIONS).index("gyms")
                self._done(f"Added {made.name}")

        self.app.push_screen(Form("New gym", form.gym_fields(None), save), saved)

    def action_reset(self) -> None:
        """Back to how it comes."""
        line = self.line
        match line.kind:
            case "setting":
                self._forget(line.about)
            case "band":
                self._update(form.band(line.about, ""), f"{line.label} is as usual")
            case "person":
                data = ProfileUpdate.model_validate(CLEARED[line.about])
                self._update(data, f"{line.label} is not known any more")
            case "gym":
                self._delete(self._gym())

    # The configuration file

    def _edit_setting(self, name: str) -> None:
        key, now = key_named(name), getattr(self.app.settings, name)
        value = "" if now is None else str(now)
        if key.choices:
            field = Field("value", name, value, choices=key.choices)
        else:
            field = Field("value", words(name), value, form.HINTS.get(name, ""))

        async def save(typed: Mapping[str, str]) -> str:
            return await (
                keep(self.app, name, typed["value"]) if typed["value"] else forget(self.app, name)
            )

        def saved(told: str | None) -> None:
            if told:
                self._said(told)

        self.app.push_screen(Form(words(name), [field], save), saved)

    @writes
    async def _keep(self, name: str, value: str) -> None:
        self._said(await keep(self.app, name, value))

    @writes
    async def _forget(self, name: str) -> None:
        self._said(await forget(self.app, name))

    @writes
    async def _theme(self, name: str) -> None:
        self.app.theme = THEMES[name]
        self._said(await keep(self.app, "theme", name))

    def _said(self, told: str) -> None:
        self.app.say(told)
        self.look()

    # The profile and the gyms

    def _open(
        self,
        title: str,
        fields: Sequence[Field],
        read: Callable[[Mapping[str, str]], ProfileUpdate],
    ) -> None:
        """A form of the profile."""

        async def save(typed: Mapping[str, str]) -> ProfileRead:
            data = read(typed)
            return await self.library.call(lambda services: services.profile.update(data))

        def saved(after: ProfileRead | None) -> None:
            if after and after != self._known.profile:
                self._done(f"Changed {title.lower()}")

        self.app.push_screen(Form(title, fields, save), saved)

    @writes
    async def _update(self, data: ProfileUpdate, told: str) -> None:
        await self.library.call(lambda services: services.profile.update(data))
        self._done(told)

    def _gym(self) -> GymRead:
        return next(each for each in self._known.gyms if str(each.id) == self.line.about)

    def _use(self, gym: GymRead) -> None:
        if gym.in_use:
            self._change(lambda services: services.gyms.leave(), f"Left {gym.name}")
        else:
            self._change(lambda services: services.gyms.use(gym.id), f"In {gym.name} now")

    def _delete(self, gym: GymRead) -> None:
        self._change(lambda services: services.gyms.delete(gym.id), f"Deleted {gym.name}")

    def _edit_gym(self, gym: GymRead) -> None:
        async def save(typed: Mapping[str, str]) -> GymRead | None:
            if (data := form.changed_gym(gym, typed)) is None:
                return None
            return await self.library.call(lambda services: services.gyms.update(gym.id, data))

        def saved(after: GymRead | None) -> None:
            if after:
                self._done(f"Changed {after.name}")

        self.app.push_screen(Form(gym.name, form.gym_fields(gym), save), saved)

    @writes
    async def _change(self, use: Callable[[Services], Awaitable[Any]], told: str) -> None:
        await self.library.call(use)
        self._done(told)

    def _done(self, told: str) -> None:
        self.app.say(f"{told} · u undoes")
        self.look()
