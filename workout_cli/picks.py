"""What a person picked of a result, checked before the command does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_cli import fields as names
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from pydantic import BaseModel

    from workout_cli.layout import Table
    from workout_cli.views import View


class Picks:
    """The fields or the template of a command's options."""

    def __init__(self, fields: str | None, template: str | None, returned: Any, view: View) -> None:
        if fields is not None and template is not None:
            raise InvalidError(
                "A template names its fields itself", hints=["--fields or --template, not both"]
            )
        self.fields = names.listed(fields)
        self.template = template
        self._check(returned, view)

    def value(self, item: BaseModel) -> Any:
        """The JSON form with only these fields."""
        names.require(self.fields, names.item_models(type(item)), ())
        items = names.items_of(item)
        if items is None:
            return names.trimmed(item, self.fields)
        return {**item.model_dump(), "items": [names.trimmed(each, self.fields) for each in items]}

    def table(self, result: BaseModel, table: Table) -> Table:
        """The table with only these columns."""
        columns = [column.name for column in table.columns]
        names.require(self.fields, names.item_models(type(result)), columns)
        return names.picked(result, table, self.fields)

    def lines(self, result: BaseModel, table: Table | None) -> str:
        """The template's lines."""
        return "\n".join(names.lines(result, table, self.template or ""))

    def _check(self, returned: Any, view: View) -> None:
        """Refuse what cannot be named before anything is written."""
        wanted = self.fields
        if self.template is not None:
            wanted = [part.name for part in names.parts(self.template) if part.name is not None]
        kinds = names.models_in(returned)
        if kinds and (view.columns or view.table is None):
            models = [model for kind in kinds for model in names.item_models(kind)]
            names.require(wanted, models, [column.name for column in view.columns])
