"""Asks the API what nobody would: `poe fuzz` makes requests of its description, for two people, for some minutes.

    python -m tests.fuzz [SECONDS]

Everything that Schemathesis checks is to hold, but that what its schema allows is accepted: a day after another, a
unit that measures something else or a character that hides are refused, and no schema can say so. Nor are verbs tried
that an address has not, for another of the same shape may have them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.processes import Program
from tests.server.people import STRANGER, known
from workout_core.accounts.owner import OWNER
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase

SECONDS: Final = "110"
CHECKS: Final = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "response_headers_conformance,negative_data_rejection,missing_required_header,"
    "use_after_free,ensure_resource_availability,ignored_auth,object_level_authorization"
)
CONFIG: Final = """
[auth.wfc]
path = "people.json"
peers = ["anna", "bert"]

[checks.negative_data_rejection]
expected-statuses = ["400", "401", "403", "404", "405", "406", "409", "412", "415", "422", "428", "429"]
[checks.missing_required_header]
expected-statuses = ["401", "404", "422", "428"]
"""


def main(seconds: str = SECONDS) -> int:
    """The exit code of Schemathesis."""
    with TemporaryDirectory(prefix="workout-fuzz-") as folder:
        home = Path(folder)
        path = home / "workout.db"
        program = Program(home / "there", WORKOUT_DATABASE_URL=f"sqlite:///{path}")
        with program.serve() as served:
            backend = LocalBackend(EmbeddedDatabase(path))
            people = [
                {"name": name, "fixedHeaders": [_bearer(backend, user)]}
                for name, user in (("anna", OWNER), ("bert", STRANGER))
            ]
            backend.run(backend.close())
            (home / "people.json").write_text(json.dumps({"auth": people}), encoding="utf-8")
            (home / "schemathesis.toml").write_text(CONFIG, encoding="utf-8")
            command = ["st", "run", f"{served.url}/api/v1/openapi.json", "--checks", CHECKS]
            limits = ["--max-time", seconds, "--seed", "1", "--continue-on-failure"]
            return subprocess.run([*command, *limits], cwd=home, check=False).returncode


def _bearer(backend: LocalBackend, user: int) -> dict[str, str]:
    token = backend.run(known(backend, user))
    return {"name": "Authorization", "value": f"Bearer {token}"}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
