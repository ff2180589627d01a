"""XML as watches, phones and attackers write it."""

from __future__ import annotations

import contextlib
import io
import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workout_core.errors import InvalidError
from workout_core.transfer.readers.markup import elements, root_of

NESTED = """<?xml version="1.0" encoding="UTF-8"?>
<x:a xmlns:x="urn:one">
<b n="1"><c>one</c><d><e/></d></b>
<!-- <b/> --><x:b n="2"><c>t\x0bw\x01o &amp; <![CDATA[<b/>]]></c></x:b></x:a>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>
<a><b>&y;</b></a>"""
BROKEN_DTD = """<?xml version="1.0"?><!-- <!DOCTYPE --><!DOCTYPE a [
<!ELEMENT a (b|c)* > <!ATTLIST b x >
<!ENTITY broken \x0b>
] >
<a><b>1</b><c></a>"""


def passed(text: str | bytes, *tags: str) -> list[tuple[str, list[str], str]]:
    """Each element that passed: its tag, those of its children, and all of its text."""
    data = text.encode() if isinstance(text, str) else text
    found = elements(io.BytesIO(data), frozenset(tags))
    return [(each.tag, [one.tag for one in each], "".join(each.itertext())) for each in found]


def test_elements_pass_as_they_end_without_namespaces_and_controls() -> None:
    whole = [("b", ["c", "d"], "one"), ("b", ["c"], "two & <b/>")]
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert passed(NESTED.encode(encoding), "b") == whole
        assert root_of(NESTED.encode(encoding)) == "a"
    around = [("c", [], "one"), ("b", ["d"], ""), ("c", [], "two & <b/>"), ("b", [], "")]
    assert passed(NESTED, "a", "b", "c") == [*around, ("a", [], "\n")]
    latin = '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'.encode("latin-1")
    assert passed(latin, "a") == [("a", [], "é")]
    (first,) = elements(io.BytesIO(b'<a n="1"/>'), frozenset({"a"}))
    assert first.attrib == {"n": "1"}


def test_a_doctype_is_passed_over_however_broken_and_lines_still_count() -> None:
    found = elements(io.BytesIO(BROKEN_DTD.encode()), frozenset({"b"}))
    assert next(found).text == "1"
    with pytest.raises(InvalidError, match="broken in line 5: mismatched tag"):
        next(found)
    assert root_of(BROKEN_DTD.encode()) == "a"
    assert passed('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "a") == [("a", [], "")]
    with pytest.raises(InvalidError, match="undefined entity"):
        passed(BOMB, "b")
    with pytest.raises(InvalidError, match="DOCTYPE"):
        passed("<!DOCTYPE a>" + BOMB.partition("?>")[2], "b")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no element found"),
        ("<a><b/>", "no element found"),
        ("<a>" * 100_000, "nested more than"),
        (f"<a><b>{'x' * 2_000_000}</b></a>", "one b is larger"),
        (f"<a><b>{'<c/>' * 20_000}</b></a>", "one b is larger"),
        (f"<a><!-- {'x' * 6_000_000} --></a>", "tag or comment is larger"),
        (f"<a><c x='{'x' * 6_000_000}'/></a>", "tag or comment is larger"),
        ("<?xml version='1.0' encoding='nope'?><a/>", "unknown encoding"),
        ("<!--" * 100_000, "broken"),
        ("<!DOCTYPE a [" * 100_000, "broken"),
    ],
)
def test_what_is_broken_or_too_large_is_refused(text: str, why: str) -> None:
    with pytest.raises(InvalidError, match=why):
        passed(text, "b")


def test_memory_does_not_grow_with_the_file() -> None:
    data = io.BytesIO(b"<a>" + b"\n <b><c>1</c></b>" * 20_000 + b"</a>")
    tracemalloc.start()
    count = sum(1 for _ in elements(data, frozenset({"a", "b"})))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_001
    assert peak < 4_500_000


@given(st.binary(max_size=200) | st.text(alphabet="<>/ab!-[]?'=& DOCTYPE", max_size=80))
@example(b"<?xml version='1.0' encoding='rot13'?><a/>")
@example(b"\xff\xfe<")
def test_any_bytes_are_elements_or_refused(data: bytes | str) -> None:
    raw = data.encode() if isinstance(data, str) else data
    root_of(raw)
    with contextlib.suppress(InvalidError):
        passed(raw, "a", "b")
