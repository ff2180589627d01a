"""What a Eufy scale exports: a row a weighing, of whoever of the family stood on it.

A file cannot say whose history it shall be, so all rows are read, each with its person's name as a note where they
are several; a person is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.transfer import text
from workout_core.transfer.measurement_table import MeasurementReader

if TYPE_CHECKING:
    from workout_core.transfer.reading import Options
    from workout_core.transfer.source import Source

MEMBER_COLUMNS = frozenset(("family members", "family member", "member", "members"))


class EufyReader(MeasurementReader):
    name = "eufy"

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self._members: dict[str, None] = {}

    @classmethod
    def field_of(cls, name: str) -> str | None:
        return "member" if name in MEMBER_COLUMNS else super().field_of(name)

    @classmethod
    def recognises(cls, source: Source) -> bool:
        return cls.known_in(source) >= {"date", "weight", "member"}

    def note(self, cells: list[str]) -> str | None:
        noted, member = super().note(cells), text.label(self.cell(cells, "member"), "member's name")
        self._members.setdefault(member)
        if len(self._members) < 2:
            return noted
        return "; ".join(filter(None, (member, noted))) or None

    def notices(self) -> list[str]:
        if len(self._members) < 2:
            return []
        names = ", ".join(text.quoted(each) for each in [*self._members][:12])
        told = (
            f"The file has {len(self._members)} people ({names}): all of them were read, "
            "each name as a note; keep the rows of one and import that, if it shall be one history"
        )
        return [told]
