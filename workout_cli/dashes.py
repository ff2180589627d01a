"""Words that begin with a dash and a digit are loads and days, not options."""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperCommand

GUARD: Final = "\0"


class DashWords(TyperCommand):
    """Takes a word such as `-20kg` or `-2d` for what it says, and not for options."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> Any:
        taking = _taking(self)
        guarded = [
            GUARD + word
            if word[:1] == "-" and word[1:2].isdigit() and before not in taking
            else word
            for before, word in zip(("", *args), args, strict=False)
        ]
        return super().make_context(info_name, guarded, *rest, **extra)


class DashValue(TyperCommand):
    """Takes the word after the first one for its value, also where it begins with a dash but is no option."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> Any:
        taking = _taking(self)
        words = zip(("", *args), args, strict=False)
        free = (
            at
            for at, (before, word) in enumerate(words)
            if word[:1] != "-" and before not in taking
        )
        value = next(free, len(args)) + 1
        options = {"--", "-h", "--help", *(each for option in self.params for each in option.opts)}
        guarded = [
            GUARD + word
            if at == value and word[:1] == "-" and word.partition("=")[0] not in options
            else word
            for at, word in enumerate(args)
        ]
        return super().make_context(info_name, guarded, *rest, **extra)


def _taking(command: TyperCommand) -> set[str]:
    """The options after which a word is their value, whatever it looks like."""
    valued = (each for each in command.params if not getattr(each, "is_flag", False))
    return {name for each in valued for name in each.opts if name[:1] == "-"}


def plain(word: str) -> str:
    """The word as it was typed."""
    return word.removeprefix(GUARD)
