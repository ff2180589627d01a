"""What a result has to show by name: `--fields` picks of it, `--template` makes lines of it.

A name is a field of the JSON form (`exercise.name`, in lists that of each item) or a column of the table. A template
looks names up and formats them, and can do nothing else: no attributes, no calls, no format that eats memory.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from string import Formatter
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

from pydantic import BaseModel
from pydantic_core import to_json, to_jsonable_python

from workout_cli.layout import Column, Table
from workout_cli.wording import number
from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Tree = dict[str, "Tree"]

LONGEST: Final = 200
# Anything else that `format` knows only makes a line long.
SPEC: Final = r"[^{}]{0,3}?[0 ,_+-]{0,3}\d{0,3}[,_]?(\.\d{1,2})?[bcdeEfgGnosxX%]?"
ESCAPES: Final = {r"\t": "\t", r"\n": "\n"}


class Part(NamedTuple):
    """A text of a template, and the name that follows it."""

    text: str
    name: str | None
    spec: str


def listed(text: str | None) -> list[str]:
    """The names that were typed, apart."""
    names = [each.strip() for each in (text or "").split(",")] if text is not None else []
    if text is not None and not all(names):
        raise InvalidError("--fields wants names with commas between", hints=["--fields id,name"])
    return list(dict.fromkeys(names))


def items_of(result: BaseModel) -> Sequence[Any] | None:
    """The items of a list; None where the result is none."""
    return dict(result).get("items")


def item_models(model: type[BaseModel]) -> list[type[BaseModel]]:
    """What the names are of: the items of a list, else the thing itself."""
    found = model.model_fields.get("items")
    return models_in(found.annotation) if found else [model]


def has(models: Iterable[type[BaseModel]], path: str) -> bool:
    """Whether a path leads anywhere."""
    head, _, rest = path.partition(".")
    for model in models:
        named = {field.alias or name: field for name, field in model.model_fields.items()}
        if head not in named:
            continue
        annotation = named[head].annotation
        if not rest or _is_open(annotation) or has(models_in(annotation), rest):
            return True
    return False


def names_of(models: Iterable[type[BaseModel]], before: str = "") -> Iterator[str]:
    """Every path, the inner ones after the outer."""
    for model in models:
        for name, field in model.model_fields.items():
            yield (path := f"{before}{field.alias or name}")
            yield from names_of(models_in(field.annotation), f"{path}.")


def require(
    names: Iterable[str], models: Sequence[type[BaseModel]], columns: Iterable[str]
) -> None:
    """Refuse a name that neither the JSON form nor the table has, with the nearest."""
    known = [*columns]
    for name in names:
        if name not in known and not has(models, name):
            every = list(dict.fromkeys([*known, *names_of(models)]))
            near = get_close_matches(name, every, 3) or [
                each for each in every if name.lower() in each
            ]
            raise InvalidError(f"There is no field {name!r}", hints=near[:3] or every[:3])


def trimmed(value: Any, names: Iterable[str]) -> Any:
    """The JSON form with only the named fields, in the order in which they were named; lists item by item."""
    tree: Tree = {}
    for name in names:
        _grow(tree, name)
    return _picked(to_jsonable_python(value, by_alias=True), tree)


def picked(result: BaseModel, table: Table, names: Sequence[str]) -> Table:
    """The table with only the named columns; a field of the items can be one too."""
    items = items_of(result)
    places = {column.name: place for place, column in enumerate(table.columns)}
    columns: list[Column] = []
    cells: list[Sequence[str]] = []
    for name in names:
        if name in places:
            columns.append(table.columns[places[name]])
            cells.append([row[places[name]] for row in table.rows])
        elif items is not None and len(items) == len(table.rows):
            columns.append(Column(name, shrinks=True, typed=True))
            cells.append([_text(_at(item, name)) for item in items])
        else:
            raise InvalidError(
                f"The table has no column {name!r}", hints=[*places][:3] or ["--json"]
            )
    return table._replace(columns=tuple(columns), rows=list(zip(*cells, strict=True)))


def parts(template: str) -> list[Part]:
    """A template taken apart; InvalidError where it is more than text and names with formats."""
    for written, meant in ESCAPES.items():
        template = template.replace(written, meant)
    found = []
    try:
        parsed = list(Formatter().parse(template))
    except ValueError as error:
        raise _bad(f"The template cannot be read: {error}") from error
    for text, name, spec, conversion in parsed:
        if name is not None and (conversion or not re.fullmatch(r"(?a)\w+(\.\w+)*", name)):
            raise _bad(f"{{{name}{f'!{conversion}' if conversion else ''}}} is no name of a field")
        if "{" in (spec or "") or len(spec or "") > LONGEST:
            raise _bad(f"{{{name}:{spec}}} has a format that cannot be")
        found.append(Part(clean(text, lines=True), name, spec or ""))
    return found


def lines(result: BaseModel, table: Table | None, template: str) -> Iterator[str]:
    """A line for each item of a list; else one for the thing, or one for each row where columns are named."""
    wanted = parts(template)
    models = item_models(type(result))
    columns = [column.name for column in table.columns] if table else []
    names = [part.name for part in wanted if part.name is not None]
    require(names, models, columns)
    items = items_of(result)
    whole = [result] if items is None else items
    by_row = table is not None and not all(has(models, name) for name in names)
    rows = [dict(zip(columns, row, strict=True)) for row in table.rows] if table else []
    if by_row and len(rows) != len(whole):
        require(names, [], columns)
        whole = [None] * len(rows)
    for place, item in enumerate(whole):
        row = rows[place] if by_row else {}
        yield "".join(part.text + _filled(part, models, item, row) for part in wanted)


def _filled(
    part: Part, models: Sequence[type[BaseModel]], item: Any, row: Mapping[str, str]
) -> str:
    if part.name is None:
        return ""
    is_field = item is not None and has(models, part.name)
    value = _at(item, part.name) if is_field else _typed(row[part.name])
    if not part.spec:
        return clean(_text(value) if is_field else row[part.name])
    return _formatted(value, part)


def _formatted(value: Any, part: Part) -> str:
    is_time = isinstance(value, date | datetime)
    if not is_time and not re.fullmatch(SPEC, part.spec.lstrip("<>^")):
        raise _bad(f"{{{part.name}:{part.spec}}} has a format that cannot be")
    if isinstance(value, Decimal):
        value = plain(value)
    if not isinstance(value, int | float | Decimal | date) or isinstance(value, bool):
        value = _text(value)
    try:
        if value == "" and not part.spec.startswith(("<", ">", "^")):
            return ""
        return clean(format(value, part.spec))
    except ValueError as error:
        raise _bad(f"{{{part.name}:{part.spec}}} does not fit {_text(value)!r}: {error}") from error


def _bad(message: str) -> InvalidError:
    return InvalidError(message, hints=["--template '{local_date:%d.%m.%Y} {volume_kg:.0f}'"])


def _typed(cell: str) -> Any:
    """A cell as the day or the number that it says."""
    if re.fullmatch(r"(?a)\d{4}-\d\d-\d\d", cell):
        return date.fromisoformat(cell)
    return Decimal(cell) if re.fullmatch(r"(?a)-?\d+(\.\d+)?", cell) else cell


def _at(value: Any, path: str) -> Any:
    """What stands at a path; of a list, what stands there in each item."""
    if value is None or not path:
        return value
    if isinstance(value, list | tuple):
        return [_at(each, path) for each in value]
    head, _, rest = path.partition(".")
    if isinstance(value, BaseModel):
        known = {field.alias or name: name for name, field in type(value).model_fields.items()}
        return _at(getattr(value, known[head], None) if head in known else None, rest)
    return _at(value.get(head) if isinstance(value, Mapping) else None, rest)


def _text(value: Any) -> str:
    """A value as a cell shows it."""
    if value is None or isinstance(value, str):
        return clean(value or "")
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal | int | float):
        return number(value)
    other = to_jsonable_python(value)
    return clean(other if isinstance(other, str) else to_json(other).decode())


def _grow(tree: Tree, path: str) -> None:
    *way, last = path.split(".")
    for head in way:
        if tree.get(head) == {}:
            return  # the whole of it is wanted already
        tree = tree.setdefault(head, {})
    tree[last] = {}


def _picked(value: Any, tree: Tree) -> Any:
    if isinstance(value, list):
        return [_picked(each, tree) for each in value]
    if not isinstance(value, dict) or not tree:
        return value
    return {name: _picked(value.get(name), inner) for name, inner in tree.items()}


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The schemas in an annotation, as in `Sequence[SetRead] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for each in get_args(annotation) for model in models_in(each)]


def _is_open(annotation: Any) -> bool:
    """Whether it is an object with any fields."""
    inner = [each for each in get_args(annotation) if each is not NoneType]
    return getattr(annotation, "__origin__", None) is dict or any(map(_is_open, inner))
