"""Writes what the program says of itself to dist/: its HTTP interface, and its command tree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from workout_cli.main import app
from workout_cli.spec import spec_of
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.server.app import create_app

FOLDER: Final = Path(__file__).parents[1] / "dist"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    server = create_app(LocalBackend(EmbeddedDatabase(FOLDER / "unused.db")))
    document = json.dumps(server.openapi(), indent=2)
    (FOLDER / "openapi.json").write_text(document, encoding="utf-8")
    (FOLDER / "commands.json").write_text(spec_of(app), encoding="utf-8")


if __name__ == "__main__":
    main()
