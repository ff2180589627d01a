"""Settings: from flags, else the environment, else the configuration file, else as they come.

The file is TOML in the configuration folder of the system (WORKOUT_CONFIG names another); an unknown key in it is
an error, so that a misspelt one is never silently without effect. A token is a secret: it comes from the
environment only.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args
from urllib.parse import quote, unquote

from platformdirs import user_config_path, user_data_path

from workout_core.errors import ConfigError
from workout_core.training.one_rep_max import DEFAULT, Formula

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workout_core.vocabulary import MassUnit

Origin = Literal["flag", "environment", "file", "default"]
Color = Literal["auto", "always", "never"]
Theme = Literal["dark", "light", "ansi"]


class Key(NamedTuple):
    """One setting: what it is for, and what it may be; with bounds it is a whole number, else text."""

    name: str
    help: str
    choices: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None

    @property
    def variable(self) -> str:
        return f"WORKOUT_{self.name.upper()}"


KEYS: Final = (
    Key("database_url", "Where your workouts are: sqlite:///FILE or postgresql+psycopg://..."),
    Key("server_url", "A workout server; every command then works on it."),
    Key("unit", "The unit of a load that is typed without one.", ("kg", "lb")),
    Key("timezone", "Your IANA time zone; the machine's, unless set."),
    Key("color", "When to colour.", ("auto", "always", "never")),
    Key(
        "theme", "The colours of the TUI; ansi takes the terminal's own.", ("dark", "light", "ansi")
    ),
    Key("formula", "By which an e1RM is estimated.", get_args(Formula)),
    Key("backups", "Of how many days the copy made each day is kept; 0 makes none.", (), (0, 366)),
    Key("storage", "Where attached files are: a folder, or s3://BUCKET/PREFIX."),
    Key("attachment_mib", "How large an attached file may be, in MiB.", (), (1, 1 << 20)),
    Key("attachments_mib", "How large all files of a user may be, in MiB.", (), (1, 1 << 30)),
    Key("plates_kg", "Your plates, with how many where they are few: 25x4 20 15 10 5 2.5 1.25"),
    Key("plates_lb", "The same in pounds: 45x8 35x2 25 10 5 2.5"),
)


UNUSABLE: Final = ("/", "/:memory:")


@dataclass(frozen=True, slots=True)
class Settings:
    """What every command goes by."""

    database_url: str
    server_url: str | None = None
    unit: MassUnit | None = None
    timezone: str | None = None
    color: Color = "auto"
    theme: Theme = "dark"
    formula: Formula = DEFAULT
    backups: int = 7
    storage: str | None = None
    attachment_mib: int = 512
    attachments_mib: int = 20_480
    plates_kg: str | None = None
    plates_lb: str | None = None
    token: str | None = field(default=None, repr=False)
    origins: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def database_path(self) -> Path | None:
        """The file of a SQLite URL; None for any other."""
        scheme, _, rest = self.database_url.partition("://")
        if scheme != "sqlite" or not rest.startswith("/") or rest in UNUSABLE or "%00" in rest:
            return None
        return Path(unquote(rest[1:].partition("?")[0])).expanduser()

    @property
    def files(self) -> str:
        """Where attached files are: beside the database, unless said."""
        path = self.database_path
        beside = path.with_suffix(".files") if path else data_folder() / "files"
        return self.storage or str(beside)


def config_path(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the configuration file is, or would be."""
    named = environ.get("WORKOUT_CONFIG")
    return Path(named).expanduser() if named else user_config_path("workout") / "config.toml"


def load_settings(
    flags: Mapping[str, str | None] | None = None,
    environ: Mapping[str, str] = os.environ,
    *,
    faults: list[ConfigError] | None = None,
) -> Settings:
    """The settings in force, each with where it came from.

    A value that cannot be is an error; where `faults` are collected, it is noted there and as if it was not given.
    """
    filed = _filed(config_path(environ), environ, faults)
    values: dict[str, str | int] = {}
    origins: dict[str, Origin] = {}
    sources: tuple[tuple[Origin, Callable[[Key], object]], ...] = (
        ("flag", lambda key: (flags or {}).get(key.name)),
        ("environment", lambda key: environ.get(key.variable)),
        ("file", lambda key: filed.get(key.name)),
    )
    for key in KEYS:
        origins[key.name] = "default"
        for origin, look in sources:
            if (value := look(key)) not in (None, ""):
                try:
                    values[key.name] = checked(key, value, origin)
                except ConfigError as error:
                    note(error, faults)
                else:
                    origins[key.name] = origin
                    break
    values.setdefault("database_url", f"sqlite:///{quote(str(_data_file()))}")
    return Settings(**values, token=environ.get("WORKOUT_TOKEN") or None, origins=origins)  # type: ignore[arg-type]


def checked(key: Key, value: object, origin: Origin) -> str | int:
    """A value as the key wants it; one that it cannot have is a ConfigError."""
    where = {"environment": f"{key.variable}", "flag": f"--{key.name}"}.get(origin, key.name)
    if key.bounds:
        return _whole(key, value, where)
    if not isinstance(value, str) or (key.choices and value not in key.choices):
        wanted = " or ".join(key.choices) or "text"
        raise ConfigError(
            f"{where} must be {wanted}, and is {value!r:.60}", hints=list(key.choices), key=key.name
        )
    return value


def note(error: ConfigError, faults: list[ConfigError] | None) -> None:
    """Raise an error, or keep it with others."""
    if faults is None:
        raise error
    faults.append(error)


def _whole(key: Key, value: object, where: str) -> int:
    """A whole number of a key; text from the environment may say one."""
    least, most = key.bounds or (0, 0)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 10:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ConfigError(
            f"{where} must be a whole number from {least} to {most}, and is {value!r:.60}",
            hints=[f"{least} to {most}"],
            key=key.name,
        )
    return value


def data_folder() -> Path:
    """Where this user's data is, unless a setting says otherwise."""
    return user_data_path("workout")


def _data_file() -> Path:
    return data_folder() / "workout.db"


def _filed(
    path: Path, environ: Mapping[str, str], faults: list[ConfigError] | None
) -> Mapping[str, object]:
    """What the configuration file says; most people have none, and spare the reader of TOML."""
    try:
        if path.exists():
            from workout_core.config_file import read

            return read(path, [key.name for key in KEYS], faults)
    except ConfigError as error:
        note(error, faults)
    except OSError as error:
        fault = ConfigError(
            f"{path} cannot be looked at: {error.strerror}",
            hints=["name another file with WORKOUT_CONFIG"],
        )
        note(fault, faults)
    else:
        if environ.get("WORKOUT_CONFIG"):
            missing = f"WORKOUT_CONFIG names {path}, which is not there"
            note(ConfigError(missing, hints=["unset WORKOUT_CONFIG"]), faults)
    return {}
