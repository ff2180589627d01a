"""What each shell offers for a line when TAB is pressed, by the shell's own machinery."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.terminal import Terminal

COMPLETIONS: Final = Path(__file__).parents[2] / "completions"
SHELLS: Final = ("bash", "zsh", "fish")
MARK: Final = "\x1e"

_BASH: Final = """
source {script}
COMP_LINE={line} COMP_POINT=${{#COMP_LINE}} COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
read -ra before </proc/$$/stat
_workout
read -ra after </proc/$$/stat
printf '%s\\n' "${{COMPREPLY[@]}}" "faults:$((after[10] - before[10]))"
"""
_FISH: Final = """
source {script}
read -d ' ' -a before </proc/$fish_pid/stat
complete -C {line} >{found}
read -d ' ' -a after </proc/$fish_pid/stat
echo faults:(math $after[11] - $before[11])
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
tell() {{ local -a stat=($(</proc/$$/stat)); print -rn -- $'\x1e'"$BUFFER"$'\x1e'"$stat[11]"$'\x1e' }}
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


@dataclass(frozen=True, slots=True)
class Offer:
    """What TAB offers, and the page faults of the shell's children meanwhile: a process cannot run without any."""

    words: list[str]
    faults: int


class Shell:
    """A shell with the script, in a folder and a home of the test's own."""

    def __init__(self, name: str, folder: Path, script: Path | None = None) -> None:
        assert shutil.which(name), f"{name} is not installed: apt-get install {name}"
        self.name, self.folder = name, folder
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
            "LC_ALL": "C.UTF-8",
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
        script = _BASH.format(script=self.script, line=shlex.quote(line), words=shlex.join(words))
        return self._counted(self._run("bash", "--norc", "--noprofile", "-c", script))

    def _fish(self, line: str) -> Offer:
        script = _FISH.format(script=self.script, line=shlex.quote(line), found=self._found)
        counted = self._counted(self._run("fish", "--no-config", "-c", script))
        words = [each.partition("\t")[0] for each in self._found.read_text().splitlines()]
        return Offer(words, counted.faults)

    def _zsh(self, line: str) -> Offer:
        self._found.write_text("")
        _, faults = self._interactive(_ZSH, line)
        found = self._found.read_text().splitlines()
        return Offer(list(dict.fromkeys(filter(None, found))), faults)

    def _run(self, *command: str) -> list[str]:
        done = subprocess.run(
            command,
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
        setup.write_text(text.format(script=self.script, found=self._found))
        command = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}
        with Terminal(command[self.name], self._environment, self.folder) as terminal:
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
