"""Small FIT files for tests: each message with its definition before it, as the protocol wants them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from fitdecode.utils import compute_crc

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = int | str | tuple[int, ...]
Message = tuple[int, "Mapping[int, tuple[str, Value]]"]

BASE_TYPES: Final = {"B": 0x00, "H": 0x84, "I": 0x86, "s": 0x07}
START: Final = 1_000_000_000  # 2021-09-08T01:46:40Z, in seconds since the end of 1989
PULL_UP, SQUAT, BENCH, UNKNOWN, NONE = 21, 28, 0, 65534, 0xFFFF


def fit(*messages: Message) -> bytes:
    """A file of these messages."""
    body = b"".join(_message(number, fields) for number, fields in messages)
    head = struct.pack("<BBHI4s", 14, 0x20, 2150, len(body), b".FIT")
    head += struct.pack("<H", compute_crc(head))
    return head + body + struct.pack("<H", compute_crc(head + body))


def file_id(kind: int = 4) -> Message:
    return 0, {0: ("B", kind)}


def session(start: int = START, sport: int = 10, sub_sport: int = 20, **said: int | str) -> Message:
    """A session of strength training, unless another sport is said."""
    fields: dict[int, tuple[str, Value]] = {
        2: ("I", start),
        5: ("B", sport),
        6: ("B", sub_sport),
        7: ("I", 1000 * int(said.get("elapsed", 1800))),
        8: ("I", 1000 * int(said.get("timer", said.get("elapsed", 1800)))),
    }
    places = {"distance": (9, "I"), "calories": (11, "H"), "hr": (16, "B"), "top": (17, "B")}
    for name, (number, code) in {**places, "ascent": (22, "H"), "name": (110, "s")}.items():
        if name in said:
            fields[number] = code, said[name]
    return 18, fields


def active(
    start: int,
    reps: int,
    sixteenths: int,
    *guesses: int,
    subtypes: tuple[int, ...] = (),
    **said: int,
) -> Message:
    """A set of 30 seconds; the load is in sixteenths of a kilogram."""
    fields: dict[int, tuple[str, Value]] = {
        0: ("I", 30_500),
        3: ("H", reps),
        4: ("H", sixteenths),
        5: ("B", 1),
        6: ("I", start),
        7: ("H", guesses),
        8: ("H", subtypes or (NONE,) * len(guesses)),
    }
    if "step" in said:
        fields[11] = "H", said["step"]
    return 225, fields


def rest(start: int, seconds: int) -> Message:
    return 225, {0: ("I", seconds * 1000), 5: ("B", 0), 6: ("I", start)}


def weighed(time: int, hundredths: int, fat: int) -> Message:
    return 30, {253: ("I", time), 0: ("H", hundredths), 1: ("H", fat)}


def record(time: int, centimetres: int) -> Message:
    return 20, {253: ("I", time), 5: ("I", centimetres)}


def title(category: int, subtype: int, name: str) -> Message:
    return 264, {0: ("H", category), 1: ("H", subtype), 2: ("s", name)}


def _message(number: int, fields: Mapping[int, tuple[str, Value]]) -> bytes:
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    data = b"\0"
    for at, (code, value) in fields.items():
        packed = _packed(code, value)
        definition += struct.pack("<BBB", at, len(packed), BASE_TYPES[code])
        data += packed
    return definition + data


def _packed(code: str, value: Value) -> bytes:
    if isinstance(value, str):
        return value.encode() + b"\0"
    values = value if isinstance(value, tuple) else (value,)
    return struct.pack(f"<{len(values)}{code}", *values)
