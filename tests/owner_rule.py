"""Finds statements that could see another user's rows, and breaks good ones to prove that it does.

A user-owned table says `info={"distribute": "user_id"}`. A statement names the user for each such table (and
alias) in it, in the same select: `table.user_id == bindparam("user_id")`, one of the conditions that must all
hold. That a join equates two tables' users isn't enough: the rule also sends a statement to one machine, and
can be read off each select alone. A sub-select that refers to the tables around it says it once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeGuard

from sqlalchemy import (
    Alias,
    BinaryExpression,
    BindParameter,
    Column,
    Insert,
    Join,
    Select,
    Table,
    Update,
    bindparam,
    or_,
    true,
)
from sqlalchemy.sql import ClauseElement, operators, visitors
from sqlalchemy.sql.dml import Delete, DMLWhereBase
from sqlalchemy.sql.elements import BooleanClauseList, ColumnElement, TextClause
from sqlalchemy.sql.selectable import CompoundSelect, SelectBase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import FromClause

    Owner = BinaryExpression[Any]

BINDS: Final = frozenset({"user_id", "owner"})


def problems(statement: ClauseElement, also: Mapping[str, str] | None = None) -> list[str]:
    """Where the statement doesn't name the user, a sentence each.

    `also` adds tables that aren't spread by user but that have an owner: the column for each name of a table.
    """
    return list(_problems(statement, also or {}))


def has_problems(statement: ClauseElement, also: Mapping[str, str]) -> bool:
    """Whether the statement doesn't name the user somewhere; what comes after the first place isn't looked at."""
    return next(_problems(statement, also), None) is not None


def owner_conditions(statement: ClauseElement, also: Mapping[str, str]) -> list[Owner]:
    """Every condition, anywhere in the statement, that names the user."""
    parts = [each for each in _inside(statement) if isinstance(each, Select | DMLWhereBase)]
    found: dict[int, Owner] = {
        id(condition): condition
        for part in parts
        for table in _tables(part)
        for condition in _conjuncts(_where(part))
        if (column := _owner_column(table, also)) and _names_user(condition, table, column)
    }
    return list(found.values())


def mutants(
    statement: ClauseElement, also: Mapping[str, str], turns: Iterator[int] | None = None
) -> Iterator[tuple[str, Any]]:
    """The statement, broken in every way: what was done, and what came of it.

    With turns a condition is left out, and is broken in one more way: that whose turn it is.
    """
    for condition in owner_conditions(statement, also):
        column, bind = condition.left, condition.right
        broken: dict[str, ColumnElement[bool]] = {
            "made optional": or_(condition, column.is_(None)),
            "negated": ~condition,
            "bound to something else": column == bindparam("other_id", type_=bind.type),
            "a constant": column == 1,
            "compared with itself": column == column,
            "compared as a limit": column >= bind,
        }
        if turns:
            way = [*broken][next(turns) % len(broken)]
            broken = {way: broken[way]}
        for how, instead in {"left out": true(), **broken}.items():
            yield f"{condition} {how}", _replaced(statement, condition, instead)
    if isinstance(statement, Insert):
        yield from _broken_insert(statement, also)


def _broken_insert(statement: Insert, also: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    name = _owner_column(statement.table, also)
    for bind in _inside(statement):
        if isinstance(bind, BindParameter) and bind.key == name:
            other = bindparam("other_id", type_=bind.type)
            yield f"{name} bound to something else", _replaced(statement, bind, other)
            constant = bindparam("one", 1, type_=bind.type)
            yield f"{name} a constant", _replaced(statement, bind, constant)


def _replaced(statement: ClauseElement, old: ClauseElement, new: ClauseElement) -> Any:
    def replace(element: Any, **_: Any) -> Any:
        return new if element is old else None

    options: dict[str, Any] = {}
    return visitors.replacement_traverse(statement, options, replace)


def _problems(statement: ClauseElement, also: Mapping[str, str]) -> Iterator[str]:
    for part in _inside(statement):
        if isinstance(part, TextClause) and part is statement:
            yield "is plain text, which can't be checked"
        elif isinstance(part, Insert):
            yield from _of_insert(part, also)
        elif isinstance(part, Select | DMLWhereBase):
            yield from _of_conditions(part, also)
        if isinstance(part, Update):
            yield from _of_update(part, also)


def _of_conditions(part: ClauseElement, also: Mapping[str, str]) -> Iterator[str]:
    conditions = list(_conjuncts(_where(part)))
    for table in _tables(part):
        column = _owner_column(table, also)
        if column and not any(_names_user(each, table, column) for each in conditions):
            yield f"doesn't name the user of {table}"


def _of_insert(part: Insert, also: Mapping[str, str]) -> Iterator[str]:
    name = _owner_column(part.table, also)
    values = {getattr(key, "name", key): value for key, value in (_values(part)).items()}
    value = values.get(name)
    if name and not (_is_open_bind(value) and value.key in {*BINDS, name}):
        yield f"doesn't bind the user of {part.table}"


def _of_update(part: Update, also: Mapping[str, str]) -> Iterator[str]:
    name = _owner_column(part.table, also)
    if name in {getattr(key, "name", key) for key in _values(part)}:
        yield f"gives rows of {part.table} to another user"


def _values(part: Insert | Update) -> Mapping[Any, Any]:
    return part._values or {}


def _inside(statement: ClauseElement) -> Iterator[ClauseElement]:
    """The statement and all that it is made of, once each."""
    seen: set[int] = set()
    for each in visitors.iterate(statement):
        if id(each) not in seen and isinstance(each, ClauseElement):
            seen.add(id(each))
            yield each


def _owner_column(table: FromClause, also: Mapping[str, str]) -> str | None:
    named = table.element if isinstance(table, Alias) else table
    if not isinstance(named, Table):
        return None
    if named.name in also:
        return also[named.name]
    return "user_id" if named.info.get("distribute") == "user_id" else None


def _where(part: ClauseElement) -> tuple[ColumnElement[Any], ...]:
    assert isinstance(part, Select | DMLWhereBase)
    return tuple(part._where_criteria)


def _conjuncts(conditions: Iterable[ColumnElement[Any]]) -> Iterator[ColumnElement[Any]]:
    """The conditions that must all hold, `and_` taken apart."""
    for condition in conditions:
        if isinstance(condition, BooleanClauseList) and condition.operator is operators.and_:
            yield from _conjuncts(condition.clauses)
        else:
            yield condition


def _names_user(condition: object, table: FromClause, column: str) -> TypeGuard[Owner]:
    return (
        isinstance(condition, BinaryExpression)
        and condition.operator is operators.eq
        and isinstance(condition.left, Column)
        and condition.left.name == column
        and _same(condition.left.table, table)
        and _is_open_bind(condition.right)
        and condition.right.key in BINDS
    )


def _same(one: FromClause, other: FromClause) -> bool:
    """SQLAlchemy makes annotated copies of a table, which are equal to it only by their hash."""
    return hash(one) == hash(other)


def _is_open_bind(value: object) -> TypeGuard[BindParameter[Any]]:
    """A bind whose value comes from outside, by its own name, and which is no list."""
    return (
        isinstance(value, BindParameter)
        and value.value is None
        and value.callable is None
        and not value.unique
        and not value.expanding
    )


def _tables(part: ClauseElement) -> list[FromClause]:
    """The tables and aliases that a select, update or delete reads or writes itself, not in its sub-selects."""
    found: dict[int, FromClause] = {}
    if isinstance(part, Select):
        starts: list[FromClause] = list(part.get_final_froms())
    else:
        assert isinstance(part, Update | Delete)
        starts = [part.table]
    own = [_where(part), tuple(_values(part).values()) if isinstance(part, Update) else ()]
    starts += [column.table for group in own for each in group for column in _columns(each)]
    for table in starts:
        for each in _leaves(table):
            found.setdefault(hash(each), each)
    return list(found.values())


def _leaves(table: FromClause) -> Iterator[FromClause]:
    if isinstance(table, Join):
        yield from _leaves(table.left)
        yield from _leaves(table.right)
    else:
        yield table


def _columns(expression: object) -> Iterator[Column[Any]]:
    """The columns in an expression, outside its sub-selects."""
    if isinstance(expression, SelectBase | CompoundSelect) or not isinstance(
        expression, ClauseElement
    ):
        return
    if isinstance(expression, Column):
        yield expression
    for child in expression.get_children():
        yield from _columns(child)
