"""The `workout` program."""

from __future__ import annotations

import gc
import sys

from workout_core import __version__


def main() -> None:
    """Run the program and exit with its code.

    Starting makes much that stays and nothing to collect, and what is left at the end goes with the process:
    looking through it all, twice, would take longer than logging a set.
    """
    gc.disable()
    try:
        code = _run()
    except KeyboardInterrupt:  # before there was anything to interrupt
        code = 130
    gc.freeze()
    sys.exit(code)


def _run() -> int:
    if sys.argv[1:] == ["--version"] and sys.stdout:
        try:
            sys.stdout.write(f"workout {__version__}\n")
            sys.stdout.flush()
        except OSError:
            return 1
        return 0
    if sys.argv[1:] == ["prompt"] and sys.stdout:
        from workout_cli.prompt import answer

        return answer()
    if sys.argv[1:] in ([], ["tui"]) and _sees_screens():
        from workout_cli.tui.start import start  # a frame is painted before anything else is needed

        if (code := start()) is not None:
            return code
    from workout_cli.main import run  # the answer above needs nothing of it

    return run()


def _sees_screens() -> bool:
    from workout_cli.console import can_redraw, is_terminal

    return is_terminal(sys.stdin) and can_redraw(sys.stdout)


if __name__ == "__main__":
    main()
