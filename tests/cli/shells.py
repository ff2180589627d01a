"""What each shell offers for a line when TAB is pressed, by the shell's own machinery."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.terminal import Terminal

COMPLETIONS: Final = Path(__file__).parents[2] / "completions"
KNOWN: Final = ("bash", "zsh", "fish")
MUST_BE_HERE: Final = tuple(os.environ.get("WORKOUT_TEST_SHELLS", "").split())
OLDEST_BASH: Final = (4, 4)
MARK: Final = "\x1e"
COUNTS_FAULTS: Final = sys.platform == "linux"
STAT: Final = "/proc/{}/stat" if COUNTS_FAULTS else os.devnull  # in nothing there are 0 faults

_BASH: Final = """
source {script}
COMP_LINE={line} COMP_POINT=${{#COMP_LINE}} COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
read -ra before <{stat}
_workout
read -ra after <{stat}
printf '%s\\n' "${{COMPREPLY[@]}}" "faults:$((after[10] - before[10]))"
"""
_FISH: Final = """
source {script}
read -d ' ' -a before <{stat}
complete -C {line} >{found}
read -d ' ' -a after <{stat}
echo faults:(math "0$after[11] - 0$before[11]")
"""
_ZSH: Final = r"""
PS1=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D
source {script}
compadd() {{
    if [[ ${{@[1,(i)(-|--)]}} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
    local -a hits; builtin compadd -A hits "$@"
    print -rl -- $hits >>{found}
    builtin compadd "$@"
}}
tell() {{ local -a stat=($(<{stat})); print -rn -- $'\x1e'"$BUFFER"$'\x1e'"$stat[11]"$'\x1e' }}
zle -N tell; bindkey '^X^P' tell; bindkey '^I' complete-word
print -n $'\x1e'ready$'\x1e'
"""
_INTERACTIVE_BASH: Final = r"""
PS1=; bind 'set enable-bracketed-paste off'; bind 'set bell-style none'
source {script}
tell() {{ printf '\x1e%s\x1e\x1e' "$READLINE_LINE"; }}
bind -x '"\C-x\C-p": tell'
printf '\x1eready\x1e'
"""


def installed(name: str) -> str | None:
    """Where a shell is; a bash that is too old for its script, as macOS has one, is none."""
    if name != "bash":
        return shutil.which(name)
    folders = os.environ["PATH"].split(os.pathsep)
    found = filter(None, (shutil.which(name, path=folder) for folder in folders))
    return next((each for each in found if _bash_version(each) >= OLDEST_BASH), None)


def absent(*names: str) -> str:
    """Those shells that are not here, and how to install them on Debian; nothing when all are."""
    found = [each for each in names if not installed(each)]
    return f"not installed: apt-get install {' '.join(found)}" if found else ""


@cache
def _bash_version(path: str) -> tuple[int, ...]:
    text = 'echo "${BASH_VERSINFO[0]} ${BASH_VERSINFO[1]}"'
    done = subprocess.run([path, "-c", text], capture_output=True, text=True, check=True)
    return tuple(map(int, done.stdout.split()))


# Those whose cases are collected. A machine without any bash fails; one whose bash is old does not.
SHELLS: Final = tuple(
    each for each in KNOWN if installed(each) or (each == "bash" and not shutil.which(each))
)


@dataclass(frozen=True, slots=True)
class Offer:
    """What TAB offers, and the page faults of the shell's children meanwhile: a process cannot run without any.

    They are counted on Linux only; elsewhere there are none.
    """

    words: list[str]
    faults: int


class Shell:
    """A shell with the script, in a folder and a home of the test's own."""

    def __init__(self, name: str, folder: Path, script: Path | None = None) -> None:
        path = installed(name)
        assert path, absent(name)
        self.name, self.folder, self._path = name, folder, path
        files = {"bash": "workout.bash", "zsh": "_workout", "fish": "workout.fish"}
        self.script = script or COMPLETIONS / files[name]
        self._found = folder.parent / "found"
        self._environment = {
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
            "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
            "XDG_CONFIG_HOME": str(folder.parent / "config"),
            "XDG_DATA_HOME": str(folder.parent / "data"),
            "TERM": "dumb",
            "LC_ALL": "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8",
        }

    def offer(self, line: str) -> Offer:
        """What TAB offers at the end of a line."""
        return {"bash": self._bash, "zsh": self._zsh, "fish": self._fish}[self.name](line)

    def typed(self, line: str) -> str:
        """The line as TAB leaves it, in bash or zsh."""
        text = _INTERACTIVE_BASH if self.name == "bash" else _ZSH
        return self._interactive(text, line)[0]

    def _bash(self, line: str) -> Offer:
        # As readline splits them: at = and : too, but not in quotes, which stay.
        words = re.findall(r"'[^']*'|[=:]|[^\s'=:]+", line) + ([""] if line.endswith(" ") else [])
        script = _BASH.format(
            script=self.script,
            line=shlex.quote(line),
            words=shlex.join(words),
            stat=STAT.format("$$"),
        )
        return self._counted(self._run("--norc", "--noprofile", "-c", script))

    def _fish(self, line: str) -> Offer:
        script = _FISH.format(
            script=self.script,
            line=shlex.quote(line),
            found=self._found,
            stat=STAT.format("$fish_pid"),
        )
        counted = self._counted(self._run("--no-config", "-c", script))
        words = [each.partition("\t")[0] for each in self._found.read_text().splitlines()]
        return Offer(words, counted.faults)

    def _zsh(self, line: str) -> Offer:
        self._found.write_text("")
        _, faults = self._interactive(_ZSH, line)
        found = self._found.read_text().splitlines()
        return Offer(list(dict.fromkeys(filter(None, found))), faults)

    def _run(self, *words: str) -> list[str]:
        done = subprocess.run(
            [self._path, *words],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert not done.stderr, done.stderr
        return done.stdout.splitlines()

    @staticmethod
    def _counted(lines: list[str]) -> Offer:
        faults = lines.pop().removeprefix("faults:")
        return Offer([each for each in lines if each], int(faults))

    def _interactive(self, text: str, line: str) -> tuple[str, int]:
        setup = self.folder.parent / "setup"
        stat = STAT.format("$$")
        setup.write_text(text.format(script=self.script, found=self._found, stat=stat))
        options = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"]}[self.name]
        command = [self._path, *options, "-i"]
        with Terminal(command, self._environment, self.folder) as terminal:
            terminal.send(f"source {setup}\n")
            terminal.until(f"{MARK}ready{MARK}")
            before = self._tell(terminal, "")[1]
            left, after = self._tell(terminal, f"{line}\t")
            return left, after - before

    @staticmethod
    def _tell(terminal: Terminal, keys: str) -> tuple[str, int]:
        terminal.send(f"{keys}\x18\x10")
        terminal.until(MARK)
        return terminal.until(MARK), int(terminal.until(MARK) or 0)
