"""The commands, each imported when it is called.

Context: importing every command costs more than the one that runs. Decision: the tree knows its commands by name,
module and first sentence; a module is imported when its command is run or completed, and never for the list of
commands. Consequences: `workout log` pays for `log` alone; a test holds the sentences here against the commands'
own.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup

COMMANDS: Final = {
    "tui": ("tui", "Train and look back on screens; `workout` alone does the same on a terminal."),
    "log": ("log", "Log sets of an exercise in today's workout."),
    "start": ("session", "Start a workout, which is open until you finish it."),
    "status": ("session", "Show the open workout, and the rest that runs."),
    "finish": ("session", "Finish the open workout."),
    "discard": ("session", "Throw the open workout away, with all its sets."),
    "resume": ("session", "Open a finished workout again."),
    "rest": ("rest", "Rest between two sets, and count down."),
    "session": ("live", "Go through the open workout set by set, line by line."),
    "prompt": ("session", "Print the open workout in one line, for tmux or a shell's prompt."),
    "today": ("workouts", "Show what was logged today."),
    "show": ("workouts", "Show a workout with all its sets."),
    "history": ("workouts", "List workouts, the newest first."),
    "last": ("looking", "Show what you did the last times of an exercise."),
    "find": ("looking", "Find a text in names, notes and tags."),
    "calendar": ("looking", "Show the days on which you trained."),
    "chart": ("chart", "Draw how an exercise, or your body, has gone."),
    "records": ("records", "Show personal records, the newest first."),
    "stats": ("stats", "Count what you did: of an exercise, in a week, in a year."),
    "compare": (
        "compare",
        "Compare two periods: what each came to, and each exercise in both.",
    ),
    "edit": ("edit", "Change a workout in your editor, or one thing of it."),
    "rm": ("remove", "Take out sets, exercises or whole workouts."),
    "move": ("move", "Move an exercise, a set or a workout."),
    "copy": ("move", "Do a workout again: a new one with the same sets."),
    "note": ("note", "Note something on a workout, an exercise or a set."),
    "tag": ("note", "Tag a workout."),
    "superset": ("superset", "Make a superset of exercises, or split one."),
    "attach": ("attach", "Attach files to a workout or to an exercise: photos, films, documents."),
    "undo": ("undo", "Take back the last change, or several."),
    "redo": ("undo", "Make what was taken back again."),
    "body": ("body", "What your body measures: weight, girths, and whatever you like."),
    "calc": ("calc", "Work numbers out: maxima, scores, plates, paces."),
    "profile": ("profile", "What scores and advice need to know of you."),
    "gym": ("gym", "The gyms where you train, and what can be loaded there."),
    "exercise": ("exercise", "The exercises that you can log."),
    "import": ("transfer", "Import the workouts of files that are not here yet."),
    "export": ("export", "Write what you have to a file, for this program or for others."),
    "dump": ("dump", "Write the whole account, line by line, to be loaded again."),
    "load": ("dump", "Load a dump, and its files, into an empty database."),
    "demo": ("demo", "Make up a year of training in a database of its own, to look at."),
    "serve": ("serve", "Serve your workouts over HTTP, until Ctrl-C."),
    "login": ("login", "Log in to a workout server, which every command then works on."),
    "logout": ("login", "Log out of a server; at once, for whoever may have copied the login."),
    "whoami": ("login", "Show who you are where your workouts are."),
    "logins": ("logins", "Where you are logged in."),
    "token": ("token", "Tokens for scripts and machines, which cannot log in."),
    "config": ("config", "See and change how the program is set up."),
    "sql": ("sql", "Answer a SELECT on your workouts; nothing can be changed."),
    "doctor": ("doctor", "Look whether everything is as it should be; nothing is changed."),
    "backup": ("backup", "Put a copy of the database aside."),
    "restore": ("backup", "Put a copy in the place of the database."),
    "db": ("db", "Keep the database."),
    "schema": ("schema", "Print the JSON Schema of an output."),
    "help": ("help", "Explain a topic or a command."),
    "completions": ("completions", "Print the script that completes commands in a shell."),
}


def new_app(**settings: Any) -> typer.Typer:
    """A Typer application with the manners of ours."""
    return typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings
    )


class Commands(MutableMapping[str, Any]):
    """The commands by name, imported on the way out."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            module = import_module(f"workout_cli.commands.{COMMANDS[name][0]}")
            found: Any = typer.main.get_command(module.app)
            self._loaded[name] = getattr(found, "commands", {}).get(name, found)
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


MADE: Final = Commands()  # whoever asks for the tree again, as a mistake does, gets the same


class Tree(TyperGroup):
    """The root, whose help lists the commands without importing them."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = MADE

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])
