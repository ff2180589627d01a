"""Large or hostile XML, one element after another, in memory that does not grow with the file.

Context: exports of watches and phones are XML of hundreds of megabytes; some have a broken DOCTYPE or control
characters that no XML may hold, and a DOCTYPE can declare entities that fill the memory. Decision: what is handed
to the parser of the standard library has no DOCTYPE and no control characters any more. Consequences: such files
are read, and an entity is an "undefined entity" of a broken file.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, BinaryIO, Final, NoReturn
from xml.etree.ElementTree import Element
from xml.parsers import expat

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK: Final = 64 * 1024
PROLOG: Final = 256 * 1024
MAX_DEPTH: Final = 64
MAX_ELEMENT: Final = 1 << 20
MAX_TOKEN: Final = 4 << 20
NODE: Final = 100  # what an element or attribute costs besides its text, in characters

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r"))
_PROLOG: Final = rb"(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->)*+"
_DOCTYPE: Final = re.compile(_PROLOG + rb"(<!DOCTYPE[^\[>]*+)(\[)?", re.DOTALL)
_SUBSET_END: Final = re.compile(rb"\]\s*>")
_ROOT: Final = re.compile(
    _PROLOG + rb"<(?:[^\s<>/:]{1,200}:)?([^\s<>/:!?]{1,200})[\s>/]", re.DOTALL
)


def root_of(head: bytes) -> str | None:
    """The local name of the first element of an XML file, by the bytes that it begins with; None for any other."""
    if head.startswith(_UTF16):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    root = _ROOT.match(_without_doctype(head.translate(None, _CONTROLS)))
    return root[1].decode("utf-8", "replace") if root else None


def elements(file: BinaryIO, tags: frozenset[str]) -> Iterator[Element]:
    """Each element that has one of the tags, as it ends: a nested one before the one around it.

    Tags are local names, without a namespace or its prefix. What was passed stands in no other element, so what
    is around many can be asked for too. InvalidError where the XML is broken, nested too deep, or one element is
    too large; what came before was passed by then.
    """
    first = file.read(BLOCK)
    parser = _Parser(tags, "utf-8" if first.startswith(_UTF16) else None)
    for block in _harmless(_blocks(first, file)):
        yield from parser.feed(block)
    yield from parser.feed(b"", last=True)


class _Parser:
    """Builds the elements that are asked for, and nothing of what is around them."""

    def __init__(self, tags: frozenset[str], encoding: str | None) -> None:
        self.tags = tags
        self.ready: list[Element] = []
        self.open: list[Element] = []  # the outermost that was asked for, and what is open in it
        self.sizes: list[int] = []  # what was kept when each of them began
        self.size = self.depth = self.fed = 0
        self.begun = False
        self.broken: InvalidError | None = None
        self.expat = parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, block: bytes, *, last: bool = False) -> Iterator[Element]:
        """What ends in a block; the error of a block after all that ended before it."""
        try:
            self.fed += len(block)
            self.expat.Parse(block, last)
            if self.fed - self.expat.CurrentByteIndex > MAX_TOKEN:
                self._refuse(f"a tag or comment is larger than {MAX_TOKEN:,} bytes")
        except expat.ExpatError as error:
            self.broken = InvalidError(
                f"The XML is broken in line {error.lineno:,}: {expat.ErrorString(error.code)}"
            )
        except InvalidError as error:
            self.broken = error
        except (LookupError, ValueError) as error:  # an encoding that nobody knows
            self.broken = InvalidError(f"The XML can't be read: {error}")
        ready, self.ready = self.ready, []
        yield from ready
        if self.broken:
            raise self.broken

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._refuse(f"its elements are nested more than {MAX_DEPTH} deep")
        tag = tag.rpartition(":")[2]
        if self.open or tag in self.tags:
            self.sizes.append(self.size)
            self.open.append(Element(tag, attributes))
            self._grow(NODE * (1 + len(attributes)) + sum(map(len, attributes.values())))
            self.begun = True

    def _end(self, _: str) -> None:
        self.depth -= 1
        self.begun = False
        if not self.open:
            return
        element, before = self.open.pop(), self.sizes.pop()
        if element.tag in self.tags:
            self.ready.append(element)
            self.size = before
        else:
            self.open[-1].append(element)

    def _text(self, text: str) -> None:
        """Text before the first child: no format has any behind one."""
        if self.begun:
            element = self.open[-1]
            element.text = (element.text or "") + text
            self._grow(len(text))

    def _grow(self, by: int) -> None:
        self.size += by
        if self.size > MAX_ELEMENT:
            self._refuse(f"one {self.open[0].tag} is larger than {MAX_ELEMENT:,} characters")

    def _doctype(self, *_: object) -> NoReturn:
        self._refuse("its DOCTYPE is not where it should be")

    def _refuse(self, why: str) -> NoReturn:
        raise InvalidError(f"The XML can't be read: {why} (line {self.expat.CurrentLineNumber:,})")


def _harmless(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The file as the parser may see it: without DOCTYPE."""
    head = b""
    while len(head) < PROLOG and (block := next(blocks, b"")):
        head += block
    yield _without_doctype(head)
    yield from blocks


def _blocks(block: bytes, file: BinaryIO) -> Iterator[bytes]:
    """The file from its first block on, without control characters; UTF-16 as UTF-8."""
    wide = codecs.getincrementaldecoder("utf-16")("replace") if block.startswith(_UTF16) else None
    while block:
        text = wide.decode(block).encode("utf-8", "replace") if wide else block
        yield text.translate(None, _CONTROLS)
        block = file.read(BLOCK)


def _without_doctype(head: bytes) -> bytes:
    """The beginning of a file, its DOCTYPE replaced by as many lines, so that errors name the right one."""
    doctype = _DOCTYPE.match(head)
    if not doctype:
        return head
    end = doctype.end()
    if doctype[2]:
        closed = _SUBSET_END.search(head, end)
        end = closed.end() if closed else len(head)
    else:
        end += 1
    return head[: doctype.start(1)] + b"\n" * head.count(b"\n", doctype.start(1), end) + head[end:]
