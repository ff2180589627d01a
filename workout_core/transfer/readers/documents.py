"""JSON that others wrote: read whole within limits, its numbers as the text that stands there.

A number stays text until its field is known, so that nothing is lost to binary fractions, and so that the
parsers of cells say what is wrong with it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.text import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from workout_core.transfer.source import Source

MAX_BYTES: Final = 32 * 1024 * 1024
MAX_VALUES: Final = 2_000_000  # what stands between brackets and commas: each costs memory

Entry: TypeAlias = "Mapping[str, Any]"
_BLANK: Final = re.compile(r"[ \t\r\n]*")


def begins_as_json(source: Source) -> bool:
    """Whether a file looks like an object or a list of JSON."""
    return source.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def document(source: Source) -> Any:
    """What the file holds. InvalidError where it is too large, too deep, or no JSON."""
    return parsed(source.contents(MAX_BYTES), source.name)


def parsed(data: bytes, name: str) -> Any:
    """What these bytes of JSON hold; `name` is what they are called in messages."""
    if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
        raise InvalidError(
            f"{name} has more than {MAX_VALUES:,} values",
            hints=["split it, or ask the app for fewer at once"],
        )
    try:
        return json.loads(data, parse_int=str, parse_float=str, parse_constant=_refuse)
    except RecursionError:
        raise InvalidError(f"{name} is nested too deep") from None
    except json.JSONDecodeError as error:
        raise _broken(name, f"line {error.lineno:,}: {error.msg}") from error
    except ValueError as error:
        raise _broken(name, "it is not in UTF-8") from error


def members(source: Source, most: int) -> Iterator[tuple[str, Any]]:
    """The values of an object with their keys, those of its lists one by one: all are never in memory at once.

    Its numbers are numbers, as what reads these checks each one against a schema. InvalidError where the file is
    larger than `most` bytes, nested too deep, or no object.
    """
    try:
        yield from _Members(source.contents(most).decode("utf-8-sig"))
    except RecursionError:
        raise InvalidError(f"{source.name} is nested too deep") from None
    except json.JSONDecodeError as error:
        raise _broken(source.name, f"character {error.pos:,}: {error.msg}") from error
    except ValueError as error:
        raise _broken(source.name, str(error)) from error


class _Members:
    """Goes through the text of an object once."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self._decode = json.JSONDecoder(parse_constant=_refuse).raw_decode

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        self._take("{")
        while not self._comes("}"):
            key = str(self._value())
            self._take(":")
            if not self._comes("["):
                yield key, self._value()
            else:
                self._take("[")
                while not self._comes("]"):
                    yield key, self._value()
                    self._part("]")
                self._take("]")
            self._part("}")

    def _comes(self, sign: str) -> bool:
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.text.startswith(sign, self.at)

    def _take(self, sign: str) -> None:
        if not self._comes(sign):
            raise json.JSONDecodeError(f"Expecting {sign!r}", "", self.at)
        self.at += 1

    def _part(self, end: str) -> None:
        if not self._comes(end):
            self._take(",")

    def _value(self) -> Any:
        self._comes("")
        value, self.at = self._decode(self.text, self.at)
        return value


def cell(entry: Entry, name: str) -> str:
    """A single value as text; nothing where there is none."""
    value = entry.get(name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        raise ValueError(f"{name} is no single value")  # noqa: TRY004 - the file is bad, not the type
    return value


def entries(entry: Entry, name: str) -> list[Entry]:
    """The objects of a list; none where there is no list."""
    found = entry.get(name)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ValueError(f"{name} is no list of objects")
    return found


def others(entry: Entry, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """The fields that nobody knows and that hold something, harmless."""
    for name, value in entry.items():
        if name not in known and value not in (None, "", [], {}):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            yield clean(name[:100]), clean(text[:10_000], lines=True)


def _refuse(constant: str) -> NoReturn:
    raise json.JSONDecodeError(f"{quoted(constant)} is no number", "", 0)


def _broken(name: str, why: str) -> InvalidError:
    return InvalidError(
        f"{name} is no whole JSON: {why}",
        hints=["export it again, and save it as it comes"],
    )
