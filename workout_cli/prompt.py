"""The line for tmux or a shell's prompt, which is made every few seconds.

Context: a prompt that starts the whole program would be felt at every key. Decision: `workout prompt` alone reads the
SQLite file by itself, with the standard library and the compiled statements. It writes nothing, makes no file, and
where something is not as it should be it says nothing. Consequences: where the data is on a server the command goes
the ordinary way, silently and for two seconds at most; both ways tell what `line` tells.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH: Final = 60
NAME_WIDTH: Final = 24
PATIENCE_S: Final = 2.0
OWNER: Final = 1
MICROSECONDS: Final = 1_000_000
# What shells and tmux would take for orders of their own.
ORDERS: Final = dict.fromkeys(map(ord, "$`\\%#"))
SIGNS: Final = {"added": "+", "assisted": "-"}


def answer() -> int:
    """Print the line, if there is one; the exit code, which is 0 whatever happens."""
    try:
        path = _file(os.environ)
        if path is None:
            return _ask_services()
        _write(_read(path, int(time.time() * MICROSECONDS)))
    except Exception:  # whatever it is, a prompt is no place to tell it
        return 0
    return 0


def line(
    name: str | None,
    elapsed_s: float | None,
    last: tuple[str, Mapping[str, Any]] | None,
    rest_s: float,
) -> str:
    """`Push 0:42 · Bench Press 100 kg x 5 · rest 1:10`, in 60 columns; empty where nothing goes on.

    `elapsed_s` is None where no workout is open, `last` an exercise and its last set.
    """
    from workout_cli.widths import cut, display_width

    rest = f"rest {_clock(rest_s)}" if rest_s > 0 else ""
    if elapsed_s is None:
        return rest
    minutes = int(max(0, elapsed_s)) // 60
    head = f"{cut(plain(name or 'Workout'), NAME_WIDTH)} {minutes // 60}:{minutes % 60:02}"
    room = WIDTH - display_width(head) - 3 - (len(rest) + 3 if rest else 0)
    done = cut(f"{plain(last[0])} {told(last[1])}".rstrip(), room) if last else ""
    return " · ".join(part for part in (head, done, rest) if part)


def plain(text: str) -> str:
    """Text of a person's or a file's, without what a terminal, a shell or tmux would obey."""
    shown = "".join(c if c.isprintable() else "�" for c in text) if not text.isprintable() else text
    return shown.translate(ORDERS)


def told(one: Mapping[str, Any]) -> str:
    """A set in short: `100 kg x 5`, `bw x 8`, `60s`, `5 km`."""
    load = ""
    if one["load_mode"] == "bodyweight":
        load = "bw"
    elif one["load_value"] is not None:
        load = f"{SIGNS.get(one['load_mode'], '')}{_number(one['load_value'])} {one['load_unit']}"
    return " x ".join(part for part in (load, _done(one)) if part)


def _done(one: Mapping[str, Any]) -> str:
    if one["reps"] is not None:
        return str(one["reps"])
    if one["distance_value"] is not None:
        return f"{_number(one['distance_value'])} {one['distance_unit']}"
    if one["duration_s"] is not None:
        return f"{_number(one['duration_s'])}s"
    return ""


def _number(value: object) -> str:
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _clock(seconds: float) -> str:
    """What is left, a second begun counted whole."""
    whole = int(-(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02}"


def _read(path: str, now: int) -> str:
    """The line of a file as it stands; now is in microseconds since 1970."""
    import sqlite3

    from workout_core.db.compiled import HEAD, STATEMENTS

    connection = sqlite3.connect(_address(path), uri=True, timeout=0)

    def rows(statement: Any, key: Any) -> list[dict[str, Any]]:
        text, binds, _, columns = STATEMENTS[statement]
        values = {"user_id": OWNER, "workout_ids": key}
        text = text.replace("__[POSTCOMPILE_workout_ids]", "?")
        found = connection.execute(text, [values[name] for name, _, _ in binds])
        names = [name for name, _ in columns]
        return [dict(zip(names, row, strict=True)) for row in found]

    try:
        if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
            return ""
        rests, open_ = rows("accounts.rest", None), rows("workouts.active", None)
        until = rests[0]["rest_until"] if rests else None
        left = (until - now) / MICROSECONDS if until else 0
        if not open_:
            return line(None, None, None, left)
        [workout] = open_
        executions = rows("workouts.executions", workout["id"])
        done = _last(executions, rows("workouts.sets", workout["id"]))
        elapsed = (now - workout["started_at"]) / MICROSECONDS
        return line(workout["name"], elapsed, done, left)
    finally:
        connection.close()


def _last(
    executions: list[dict[str, Any]], sets: list[dict[str, Any]]
) -> tuple[str, dict[str, Any]] | None:
    """The set that was done last, and its exercise; of one line's sets the one that stands last in it."""
    place = {each["id"]: (each["position"], each["exercise_name"]) for each in executions}
    done = [
        (each["performed_at"] or each["created_at"], *place[each["execution_id"]], each)
        for each in sets
    ]
    if not done:
        return None
    _, _, name, last = max(done, key=lambda found: (*found[:2], found[3]["position"]))
    return name, last


def _address(path: str) -> str:
    """The file as a URL of SQLite's, by which nothing beside it is made.

    Without a write-ahead log all is in the file itself. A log without its index is of a program that was killed on
    another machine; to read it would make the index.
    """
    logged = os.path.exists(f"{path}-wal")
    if logged and not os.path.exists(f"{path}-shm"):
        raise OSError
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if os.name == "nt":
        quoted = "/" + quoted.replace("\\", "/")
    return f"file:{quoted}?mode=ro{'' if logged else '&immutable=1'}"


def _file(environ: Mapping[str, str]) -> str | None:
    """The SQLite file of the settings; None where the data is elsewhere."""
    filed = _filed(environ)
    server, url = (
        environ.get(f"WORKOUT_{name.upper()}") or filed.get(name)
        for name in ("server_url", "database_url")
    )
    if server:
        return None
    if not url:
        return os.path.join(_folder(environ, "DATA", ".local/share"), "workout.db")
    scheme, _, rest = url.partition(":///")
    if scheme != "sqlite":
        return None
    rest = rest.partition("?")[0]
    if "%" in rest:
        from urllib.parse import unquote

        rest = unquote(rest)
    return os.path.expanduser(rest)


def _filed(environ: Mapping[str, str]) -> Mapping[str, Any]:
    """What the configuration file says."""
    path = environ.get("WORKOUT_CONFIG")
    path = os.path.expanduser(path) if path else ""
    path = path or os.path.join(_folder(environ, "CONFIG", ".config"), "config.toml")
    if not os.path.exists(path):
        return {}
    import tomllib

    with open(path, "rb") as file:
        return tomllib.load(file)


def _folder(environ: Mapping[str, str], kind: str, usual: str) -> str:
    """Our folder of a kind, as platformdirs has it; where it has rules of its own, it is asked."""
    if sys.platform != "linux" or "ANDROID_DATA" in environ:
        import platformdirs

        paths = platformdirs.PlatformDirs("workout")
        return paths.user_data_dir if kind == "DATA" else paths.user_config_dir
    base = environ.get(f"XDG_{kind}_HOME", "").strip()
    return os.path.join(base or os.path.expanduser(f"~/{usual}"), "workout")


def _ask_services() -> int:
    """The line by way of the services; who does not answer in time is not waited for."""
    import threading

    alarm = threading.Timer(PATIENCE_S, os._exit, (0,))
    alarm.daemon = True
    alarm.start()
    with open(os.devnull, "w") as nowhere:
        sys.stderr = nowhere
        from workout_cli.main import run

        run(["prompt"])
    alarm.cancel()
    return 0


def _write(text: str) -> None:
    if text:
        os.write(sys.stdout.fileno(), f"{text}\n".encode(sys.stdout.encoding, "replace"))
