"""The file to be read, where it comes packed: what an archive holds of one app, or the one file in it that is known.

Archives that an app makes are read as they come. Any other zip or gzip is looked into, one level deep, and only as
far as it costs little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.transfer.formats import FORMATS, named, recognise
from workout_core.transfer.own_columns import shown
from workout_core.transfer.readers import packed
from workout_core.transfer.sqlite_file import MAGIC
from workout_core.transfer.unrecognised import unrecognised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.transfer.formats import Format
    from workout_core.transfer.source import Source

MAX_MEMBERS: Final = 100
MAX_BYTES: Final = 1 << 30
OPENED_BY_PATH: Final = (packed.ZIP, packed.GZIP, MAGIC)  # what has to lie on the disk to be read


def known(source: Source, format: str | None) -> tuple[Source, Format]:
    """A file, or the one in it, and its format: the given one, or what it is by what is in it.

    InvalidError where it is none, or holds several that could be meant.
    """
    given = named(format) if format else None
    if not source.head.startswith((packed.ZIP, packed.GZIP)):
        return source, given or recognise(source)
    wanted = [given] if given else FORMATS.values()
    if whole := _format(source, wanted):
        return source, whole
    inside = _inside(source)
    found = [(each, format_) for each in inside if (format_ := _format(each, wanted))]
    if len(found) > 1:
        raise _several(source, [each.name for each, _ in found])
    if found:
        return found[0]
    only = inside[0] if len(inside) == 1 else source
    if given:
        return only, given
    raise unrecognised(only, FORMATS.values())


def _format(source: Source, formats: Iterable[Format]) -> Format | None:
    return next((each for each in formats if each.recognises(source)), None)


def _inside(source: Source) -> list[Source]:
    """The files in it that can be read as they are unpacked; none where these are too many."""
    if source.head.startswith(packed.GZIP):
        found = [packed.unpacked(source)]
    else:
        found = [packed.member(source, name) for name in _names(source)]
    return [each for each in found if not each.head.startswith(OPENED_BY_PATH)]


def _names(source: Source) -> list[str]:
    """The files of a zip that hold something, without what systems add; none where they are too many or too large."""
    with packed.archive(source) as opened:
        files = [each for each in opened.infolist() if each.file_size and not each.is_dir()]
    names = [each.filename for each in files if not _is_of_system(each.filename)]
    small = sum(each.file_size for each in files) <= MAX_BYTES
    return names if small and len(names) <= MAX_MEMBERS else []


def _is_of_system(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")


def _several(source: Source, names: list[str]) -> InvalidError:
    bare = [name.removeprefix(f"{source.name}/") for name in names]
    return InvalidError(
        f"{source.name} holds {len(bare)} files that can be imported: {shown(bare)}",
        hints=["unpack it, and import those that you want"],
    )
