"""Terminal sessions in Markdown, run again and compared.

A block that is fenced as ```console is a session: lines that begin with `$ ` are typed, `> ` continues one, and the
rest is what was answered. In an answer `…` alone on a line stands for any lines, and within a line for any text.
Ids, days and times of day differ from run to run, so any one is as good as another, and so is any width of a gap.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN_OVER = r"[^\n]*\r\x1b\[K"  # of such a line a person sees what comes after
MARK: Final = "\x1e"
HOME: Final = "/home/you"
_FENCE: Final = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MONTHS: Final = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_WEEKDAYS: Final = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_CHANGING: Final = (
    (r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", "<id>"),
    (r"\b[0-9a-f]{8}\b", "<id>"),
    (r"\b\d{4}-\d\d-\d\d(?!\d)", "<day>"),
    (rf"\b((?:{_WEEKDAYS})\w*,? )?\d{{1,2}} (?:{_MONTHS})\w*( \d{{4}})?\b", "<day>"),
    (rf"\b(?:{_WEEKDAYS})(?:day|sday|nesday|rsday|urday)?\b", "<day>"),
    (r"(?<![\d:])([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?(\.\d+)?\b(Z|[+-]\d\d:\d\d\b)?", "<time>"),
)


@dataclass(slots=True)
class Step:
    """A command as typed, and the answer that is promised."""

    command: str
    expected: list[str] = field(default_factory=list)


def blocks(markdown: str, tag: str) -> list[tuple[int, str]]:
    """The fenced blocks of a tag, each with the line on which it begins."""
    return [
        (markdown.count("\n", 0, found.start()) + 1, found[2])
        for found in _FENCE.finditer(markdown)
        if found[1] == tag
    ]


def steps(session: str) -> list[Step]:
    """The commands of a session."""
    found: list[Step] = []
    for line in session.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:]))
        elif not found:
            raise ValueError(f"a session begins with a command, not with {line!r}")
        elif (line.startswith("> ") or line == ">") and not found[-1].expected:
            found[-1].command += f"\n{line[2:]}"
        else:
            found[-1].expected.append(line)
    return found


def check(session: str, folder: Path) -> None:
    """Run a session in one shell, in a new home in the folder; AssertionError where it answers otherwise."""
    typed = steps(session)
    for step, answer in zip(typed, _answers(typed, folder), strict=True):
        actual = answer.replace(str(folder / "home"), HOME).splitlines()
        if not matches(step.expected, actual):
            diff = unified_diff(step.expected, actual, "promised", "answered", lineterm="")
            raise AssertionError("\n".join((f"$ {step.command}", *diff)))


def matches(expected: list[str], actual: list[str]) -> bool:
    """Whether an answer is as promised."""
    answer = [normalised(line) for line in _trimmed(actual)]
    places = {0}  # how many lines of the answer may be used up so far
    for line in _trimmed(expected):
        if line.strip() == "…":
            places = set(range(min(places, default=len(answer) + 1), len(answer) + 1))
        else:
            pattern = ".*".join(map(re.escape, normalised(line).split("…")))
            rest = {at for at in places if at < len(answer)}
            places = {at + 1 for at in rest if re.fullmatch(pattern, answer[at])}
    return len(answer) in places


def normalised(line: str) -> str:
    """A line without what differs from run to run."""
    for pattern, name in _CHANGING:
        line = re.sub(pattern, name, line)
    indent = re.match(" *", line)
    start = indent.end() if indent else 0
    return line[:start] + re.sub(" {2,}", "  ", line[start:]).rstrip()


def _trimmed(lines: list[str]) -> list[str]:
    """The lines without empty ones at the end: a session may have one before its next command."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def _answers(typed: list[Step], folder: Path) -> Iterator[str]:
    home = folder / "home"
    (home / "training").mkdir(parents=True)
    script = folder / "session.sh"
    ends = "".join(f"{step.command}\nprintf '{MARK}'\n" for step in typed)
    script.write_text(ends, encoding="utf-8")
    environment = {
        "HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "TZ": "UTC",
        "PAGER": "cat",
    }
    command = ["bash", "--norc", "--noprofile", str(script)]
    with Terminal(command, environment, home / "training") as terminal:
        for _ in typed:
            yield re.sub(WRITTEN_OVER, "", terminal.until(MARK))
        if rest := terminal.rest():
            raise AssertionError(f"after the last command came {rest!r}")
