"""The `workout` program."""

from __future__ import annotations

import gc
import sys

from workout_core import __version__


def main() -> None:
    """Run the program and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"workout {__version__}\n")
        return
    gc.disable()  # starting makes much that stays and nothing to collect
    try:
        from workout_cli.main import run  # the answer above needs nothing of it

        sys.exit(run())
    except KeyboardInterrupt:  # before there was anything to interrupt
        sys.exit(130)


if __name__ == "__main__":
    main()
