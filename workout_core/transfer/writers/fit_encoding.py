"""FIT files, as far as activities need them: messages of fixed fields, each defined before its first record.

Source: the public description of the Flexible and Interoperable Data Transfer protocol, version 2.0. A file is a
header with the size of what follows, records, and a checksum; everything is little-endian. A value that is not known,
or that its field cannot hold, is the invalid one of its type.
"""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Value = int | str | None

EPOCH: Final = datetime(1989, 12, 31, tzinfo=UTC)
# Below this number a time is one since a device was switched on.
FIRST_MOMENT: Final = 0x10000000
PROTOCOL: Final = 0x20
PROFILE: Final = 2132
HEADER_SIZE: Final = 14
MOST_LOCAL: Final = 16
LONGEST_TEXT: Final = 60


class Type(NamedTuple):
    """A base type: its number, its code for `struct`, and what stands for no value."""

    number: int
    code: str
    invalid: int


ENUM: Final = Type(0x00, "B", 0xFF)
UINT8: Final = Type(0x02, "B", 0xFF)
UINT16: Final = Type(0x84, "H", 0xFFFF)
UINT32: Final = Type(0x86, "I", 0xFFFFFFFF)
TEXT: Final = Type(0x07, f"{LONGEST_TEXT}s", 0)


class Message(NamedTuple):
    """A kind of message: its number, and its fields by name, each with its own number and type."""

    number: int
    fields: Mapping[str, tuple[int, Type]]


class Encoder:
    """Turns messages into records, one after another."""

    def __init__(self, messages: Sequence[Message]) -> None:
        assert len(messages) <= MOST_LOCAL
        self._local = {each.number: local for local, each in enumerate(messages)}
        self._defined: set[int] = set()

    def record(self, message: Message, **values: Value) -> bytes:
        """A message's record, behind its definition if it is the first one."""
        local = self._local[message.number]
        defined = b""
        if local not in self._defined:
            self._defined.add(local)
            defined = _definition(local, message)
        fields = message.fields.items()
        cells = [_cell(values.get(name), kind) for name, (_, kind) in fields]
        codes = "".join(kind.code for _, kind in message.fields.values())
        return defined + struct.pack(f"<B{codes}", local, *cells)


def framed(records: bytes | bytearray) -> Iterator[bytes]:
    """The whole file of some records."""
    head = struct.pack("<BBHI4s", HEADER_SIZE, PROTOCOL, PROFILE, len(records), b".FIT")
    head += struct.pack("<H", checksum(head))
    yield head
    yield bytes(records)
    yield struct.pack("<H", checksum(records, checksum(head)))


def moment(at: datetime) -> int:
    """A moment in seconds since the end of 1989; FIT has no dates before July 1998."""
    seconds = int((at - EPOCH).total_seconds())
    if not FIRST_MOMENT <= seconds < UINT32.invalid:
        raise InvalidError(
            f"A FIT file has no room for {at:%Y-%m-%d}: its dates begin in July 1998",
            hints=["--since 1998-07-05", "--format tcx"],
        )
    return seconds


def checksum(data: bytes | bytearray, start: int = 0) -> int:
    """The CRC of 16 bits of data (polynomial 0x8005, reflected), going on from that of what was before."""
    crc = start
    for byte in data:
        crc = (crc >> 8) ^ _TABLE[(crc ^ byte) & 0xFF]
    return crc


def _definition(local: int, message: Message) -> bytes:
    fields = message.fields.values()
    head = struct.pack("<BBBHB", 0x40 | local, 0, 0, message.number, len(fields))
    sizes = (
        struct.pack("<BBB", number, struct.calcsize(f"<{kind.code}"), kind.number)
        for number, kind in fields
    )
    return head + b"".join(sizes)


def _cell(value: Value, kind: Type) -> int | bytes:
    if kind is TEXT:
        text = str(value or "").encode()[: LONGEST_TEXT - 1]
        return text.decode(errors="ignore").encode()
    if value is None or not 0 <= int(value) <= kind.invalid:
        return kind.invalid
    return int(value)


def _remainder(byte: int) -> int:
    for _ in range(8):
        byte = (byte >> 1) ^ 0xA001 if byte & 1 else byte >> 1
    return byte


_TABLE: Final = [_remainder(byte) for byte in range(256)]
