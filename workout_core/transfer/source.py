"""A file on its way in: its bytes and its lines, which can be gone through again and again.

Every limit here exists so that a hostile file costs seconds, never the machine.
"""

from __future__ import annotations

import codecs
import hashlib
import io
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

from workout_core.errors import InvalidError, NotFoundError, reason

if TYPE_CHECKING:
    from pathlib import Path

HEAD: Final = 64 * 1024
BLOCK: Final = 1 << 20
SMALL: Final = 4 * 1024 * 1024
MAX_BYTES: Final = 8 * 1024 * 1024 * 1024
UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Source:
    """A regular file that may be read; `name` is what it is called in messages."""

    def __init__(self, path: Path, most: int = MAX_BYTES) -> None:
        self.path = path
        self.name = path.name
        try:
            if not path.exists():
                raise NotFoundError(f"There is no file {path}", hints=[f"ls {path.parent}"])
            if not path.is_file():
                raise InvalidError(f"{path} is no file", hints=["name the file that was exported"])
            self.size = path.stat().st_size
            with self.open() as file:
                self.head = file.read(HEAD)
        except (OSError, ValueError) as error:
            raise InvalidError(
                f"{path} cannot be read: {reason(error)}", hints=["name a file that you may read"]
            ) from error
        if not self.size:
            raise InvalidError(f"{self.name} is empty")
        if self.size > most:
            raise InvalidError(f"{self.name} is larger than {most >> 30:,} GiB")

    def open(self) -> BinaryIO:
        """The file's bytes, from their beginning; who opens it closes it."""
        return self.path.open("rb")

    def contents(self, most: int) -> bytes:
        """All bytes of a file that has at most so many."""
        if self.size > most:
            raise InvalidError(
                f"{self.name} has {self.size:,} bytes; a file of its kind has at most {most:,}"
            )
        with self.open() as file:
            return file.read(most)

    @cached_property
    def sha256(self) -> str:
        digest = hashlib.sha256()
        with self.open() as file:
            while block := file.read(BLOCK):
                digest.update(block)
        return digest.hexdigest()

    @cached_property
    def encoding(self) -> str:
        """utf-8-sig, utf-16, or cp1252 where the bytes are none of them."""
        return self._scanned[0]

    @property
    def warnings(self) -> list[str]:
        """What is odd about the text; InvalidError where it is none."""
        return self._scanned[1]

    @cached_property
    def _scanned(self) -> tuple[str, list[str]]:
        if self.head.startswith(UTF16):
            return "utf-16", []
        first, nuls = self.head.partition(b"\n")[0], self.head.count(0)
        if b"\0" in first or nuls * 100 > len(self.head):
            raise InvalidError(
                f"{self.name} is no text: it has NUL bytes",
                hints=["save it as CSV in UTF-8 and try again"],
            )
        spoilt = foreign = nuls = 0
        decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        with self.open() as file:
            while block := file.read(BLOCK):
                text = decoder.decode(block)
                nuls += block.count(0)
                if not text.isascii():
                    spoilt += text.count("\ufffd")
                    foreign += len(text) - len(text.encode("ascii", "ignore"))
        told = [f"{nuls:,} NUL characters stand in the text and are shown as ␀"] if nuls else []
        if not spoilt:
            return "utf-8-sig", told
        if (
            foreign > 2 * spoilt
        ):  # some bytes of a UTF-8 file are broken: as cp1252 every name would be
            spoilt_told = f"{spoilt} characters are not in UTF-8 and are shown as �"
            return "utf-8-sig", [*told, spoilt_told]
        return "cp1252", [
            *told,
            f"{self.name} is not in UTF-8 and was read as Windows-1252: check names with accents",
        ]

    def text(self) -> TextIO:
        """The file as text, its line ends untouched; who opens it closes it."""
        encoding = self.encoding  # which refuses what is no text, before a file is open
        return io.TextIOWrapper(self.open(), encoding=encoding, errors="replace", newline="")
