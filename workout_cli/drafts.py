"""Workouts on their way through the editor: a file that is kept until what it says is applied.

Whatever goes wrong (a line that cannot be read, Ctrl-C, a server that is away, a workout that was changed meanwhile),
what was typed stays in the draft, and its place is said.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Final
from uuid import UUID

from platformdirs import user_state_path

from workout_cli.console import is_terminal, say
from workout_cli.editor import editor_command, run_editor
from workout_cli.errors import place, report
from workout_cli.runner import SETTINGS, call
from workout_core.errors import InvalidError, StorageError, WorkoutError, reason
from workout_core.schemas import clean
from workout_core.workouts.text_schemas import WorkoutTextEdit, WorkoutTextsUpdate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_core.workouts.text_schemas import WorkoutsRead, WorkoutText

OTHERWISE: Final = ["--print prints the text, --text FILE applies one"]
SECTION: Final = r"== ([0-9a-f-]{36})"
COMMENTS: Final = (
    "# Change what is wrong, save and close: only what you change is changed.",
    "# A line is an exercise with its sets, as for `workout log`; ` + ` joins a superset,",
    "# // begins a note. Lines may be moved, added and taken out, headers left empty.",
    "# Lines with a # are not read. To give up, leave an empty file, or change nothing.",
)


def joined(texts: Sequence[WorkoutText]) -> str:
    """The texts of some workouts as one; several stand under lines with their ids."""
    if len(texts) == 1:
        return texts[0].text
    return "\n".join(f"== {each.workout_id}\n{each.text}" for each in texts)


def applied(texts: Sequence[WorkoutText], content: str) -> WorkoutsRead | None:
    """The workouts after a text for them was applied; None where it says what they say."""
    if not _said(content):
        raise WorkoutError("The text is empty, so nothing was changed", hints=["workout rm"])
    if _said(content) == _said(joined(texts)):
        return None
    sections = dict(_sections(texts, content))
    edits = [
        WorkoutTextEdit(
            workout_id=each.workout_id, text=sections[each.workout_id][1], version=each.version
        )
        for each in texts
        if each.workout_id in sections
    ]
    data = WorkoutTextsUpdate(texts=edits, usual_unit=SETTINGS.get().unit)
    try:
        return call(lambda services: services.texts.replace_all(data))
    except InvalidError as error:
        if line := error.details.get("line_number"):
            first, _ = sections[UUID(error.details["workout_id"])]
            error.details["line_number"] = line + first
        raise


def edited(texts: Sequence[WorkoutText]) -> WorkoutsRead | None:
    """The workouts after they were edited, however many attempts it took; None where nothing was changed."""
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise InvalidError("There is no terminal for an editor here", hints=OTHERWISE)
    command = editor_command()
    draft = _new_draft("\n".join([*COMMENTS, "", joined(texts)]))
    try:
        found = _attempts(command, draft, texts)
    except KeyboardInterrupt:
        if kept := _keep(draft, texts):
            say(kept)
        raise
    except WorkoutError as error:
        if kept := _keep(draft, texts):
            error.details["hints"] = [kept, *error.hints]
        raise
    draft.unlink(missing_ok=True)
    return found


def read_text(file: str) -> str:
    """What stands in a file, or on standard input for `-`."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidError("The text is not UTF-8", hints=["save it as UTF-8"]) from error
    except (OSError, ValueError) as error:
        raise InvalidError(
            f"{file} cannot be read: {reason(error)}", hints=["--text - reads standard input"]
        ) from error


def _attempts(command: list[str], draft: Path, texts: Sequence[WorkoutText]) -> WorkoutsRead | None:
    while True:
        run_editor(command, draft)
        content = read_text(str(draft))
        try:
            return applied(texts, content)
        except InvalidError as error:
            report(error)
            say("[Enter] to edit it again, Ctrl-C to stop")
            if not sys.stdin.readline():
                raise
            _tell_on_top(draft, content, error)


def _tell_on_top(draft: Path, content: str, error: InvalidError) -> None:
    """The draft with the error above it, its line counted as it stands there now."""
    lines = content.split("\n")
    rest = lines[next((at for at, line in enumerate(lines) if not line.startswith("#")), 0) :]
    hints = [f"#   {clean(hint)}" for hint in error.hints[:3]]
    block = [f"# {clean(error.message)}", *hints, *COMMENTS]
    if line := error.details.get("line_number"):
        error.details["line_number"] = line + len(block) - (len(lines) - len(rest))
        block[0] = f"# {place(error)}{clean(error.message)}"
    _write(draft, "\n".join([*block, *rest]))


def _sections(texts: Sequence[WorkoutText], content: str) -> Iterator[tuple[UUID, tuple[int, str]]]:
    """For each workout the lines before its section, and the section."""
    if len(texts) == 1:
        yield texts[0].workout_id, (0, content)
        return
    known = {str(each.workout_id) for each in texts}
    lines = content.split("\n")
    heads = [at for at, line in enumerate(lines) if line.startswith("==")]
    for at, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        found = re.fullmatch(SECTION, lines[at].strip())
        if not found or found[1] not in known:
            raise InvalidError(
                "Here stands the id of no workout of that day",
                line=lines[at],
                line_number=at + 1,
                column=4,
                hints=["leave the lines with == as they are"],
            )
        known.discard(found[1])
        yield UUID(found[1]), (at + 1, "\n".join(lines[at + 1 : end]))


def _said(content: str) -> list[str]:
    """The lines that say something."""
    lines = content.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    return [line.rstrip() for line in lines if line.strip() and not line.startswith("#")]


def _new_draft(content: str) -> Path:
    folder = user_state_path("workout") / "drafts"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, suffix=".workout", delete=False) as file:
            path = Path(file.name)
    except OSError as error:
        raise StorageError(
            f"{folder} cannot be written: {error.strerror}", hints=["make room and try again"]
        ) from error
    _write(path, content)
    return path


def _write(draft: Path, content: str) -> None:
    try:
        draft.write_text(content, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise StorageError(f"{draft} cannot be written: {error.strerror}") from error


def _keep(draft: Path, texts: Sequence[WorkoutText]) -> str | None:
    """How to go on with a draft that says something new; one that doesn't is removed."""
    with suppress(OSError, UnicodeDecodeError):
        said = _said(draft.read_text(encoding="utf-8"))
        if said in ([], _said(joined(texts))):
            draft.unlink()
            return None
    return f"what you typed is in {draft}; --text FILE applies it"
