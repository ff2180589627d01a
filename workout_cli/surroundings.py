"""What `workout doctor` looks at around the program: settings, terminal, shell."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workout_cli.console import is_terminal, width
from workout_core.checks import CheckRead, ok, problem, warning, within
from workout_core.config import config_path
from workout_core.config_check import faults_of
from workout_core.errors import InvalidError
from workout_core.exercises.cache import is_current, names_path
from workout_core.zones import local_zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workout_cli.completion import Shell
    from workout_core.config import Settings
    from workout_core.errors import ConfigError

FILE_S: Final = 30.0
SERVER_S: Final = 5.0
PLACES: Final[Mapping[Shell, tuple[str, ...]]] = {
    "bash": (
        "~/.bash_completion",
        "~/.local/share/bash-completion/completions/workout",
        "/etc/bash_completion.d/workout",
        "/usr/share/bash-completion/completions/workout",
    ),
    "zsh": (
        "~/.zfunc/_workout",
        "~/.zsh/completions/_workout",
        "/usr/local/share/zsh/site-functions/_workout",
        "/usr/share/zsh/site-functions/_workout",
        "/opt/homebrew/share/zsh/site-functions/_workout",
    ),
    "fish": ("~/.config/fish/completions/workout.fish",),
}


def check_settings(settings: Settings, faults: list[ConfigError]) -> Iterator[CheckRead]:
    """The configuration, whether of the file or of the environment, and the time zone."""
    file = config_path()
    lines = (
        [f"line {each.line}: {each.problem}" for each in faults_of(file)] if file.exists() else []
    )
    others = [each.message for each in faults if "key" not in each.details or not lines]
    for told in lines or others:
        yield problem(
            "settings", told, "workout config edit" if lines else "see workout config --help"
        )
    if not lines and not others:
        yield ok("settings", str(file) if file.exists() else f"as they come; no {file}")
    try:
        yield ok("time zone", local_zone(settings.timezone).key)
    except InvalidError as error:
        yield problem("time zone", error.message, error.hints[0])


def check_data(settings: Settings) -> list[CheckRead]:
    """Of where the workouts are; only what is used is imported, and each kind has its own limit of time."""
    if settings.server_url:
        from workout_core.remote.health import check_server

        url, token = settings.server_url, settings.token
        return within(SERVER_S, "server", lambda: check_server(url, token))
    path = settings.database_path
    if path is not None:
        from workout_core.db.health import check_file

        return within(FILE_S, "database", lambda: check_file(path, settings.backups))
    if settings.database_url.startswith("postgresql"):
        from workout_core.db.health_server import check_database

        return within(SERVER_S, "database", lambda: check_database(settings.database_url))
    return []


def check_terminal() -> Iterator[CheckRead]:
    """What the terminal can show."""
    encoding = getattr(sys.stdout, "encoding", None) or "none"
    if encoding.lower().replace("-", "") != "utf8":
        hint = "set LANG to one that ends in UTF-8, as in C.UTF-8"
        yield warning("encoding", f"{encoding}: not every name can be shown", hint)
    else:
        yield ok("encoding", "UTF-8")
    term = os.environ.get("TERM") or "none"
    if not is_terminal(sys.stdout):
        yield ok("terminal", "none: the output goes to a file or a program")
    else:
        colors = "no colours" if term == "dumb" or os.environ.get("NO_COLOR") else "colours"
        yield ok("terminal", f"{term}, {width()} columns, {colors}")


def check_keyring() -> CheckRead:
    """Where tokens are kept: a keyring may hang, and is not asked."""
    return ok("keyring", "not asked: workout login tells where it keeps a login")


def check_shell() -> Iterator[CheckRead]:
    """Whether the completions of the person's shell are there, and of this version."""
    from workout_cli.completion import script  # the whole command tree is loaded for it
    from workout_cli.main import app
    from workout_cli.spec import spec

    name = Path(os.environ.get("SHELL") or "").name
    shell: Shell | None = next((each for each in PLACES if each == name), None)
    if shell is None:
        yield ok("completions", f"not looked for in {name or 'a shell that is not known'}")
        return
    found = [text for place in PLACES[shell] if "workout" in (text := _text(place))]
    show = f"workout completions {shell} --help"
    if not found:
        yield ok("completions", f"none for {shell}; {show}")
        return
    if any(script(shell, spec(app)).strip() in text for text in found):
        yield ok("completions", f"{shell}, of this version")
    else:
        yield warning("completions", f"those of {shell} are of another version", show)
    if is_current(names_path()):
        yield ok("exercise names", "for the completions, of this version")
    else:
        again = f"workout completions {shell} >/dev/null"
        yield warning("exercise names", "those for the completions are old or absent", again)


def _text(place: str) -> str:
    with suppress(OSError, RuntimeError):
        return Path(place).expanduser().read_text(encoding="utf-8", errors="replace")
    return ""
