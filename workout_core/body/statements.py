"""Every statement over measurements and their types."""

from __future__ import annotations

from sqlalchemy import Select, bindparam, func, null, select, update

from workout_core.body.models import Goal, Measurement, MeasurementType
from workout_core.db.base import Json
from workout_core.db.sql import adding, changing, elements, mine, table

_measurements = select(*table(Measurement).columns).where(
    mine(Measurement), Measurement.deleted_at.is_(None)
)
_count = select(func.count().label("total")).where(
    mine(Measurement), Measurement.deleted_at.is_(None)
)
_between = Measurement.local_date.between(bindparam("since"), bindparam("until"))
_of_type = Measurement.type == bindparam("type")


def _newest(statement: Select[*tuple[object, ...]]) -> Select[*tuple[object, ...]]:
    return (
        statement.order_by(
            Measurement.local_date.desc(), Measurement.measured_at.desc(), Measurement.id.desc()
        )
        .limit(bindparam("size"))
        .offset(bindparam("offset"))
    )


page = _newest(_measurements.where(_between))
page_of_type = _newest(_measurements.where(_of_type, _between))
count = _count.where(_between)
count_of_type = _count.where(_of_type, _between)
every = _measurements.order_by(Measurement.local_date, Measurement.measured_at, Measurement.id)
by_id = _measurements.where(Measurement.id == bindparam("id"))
starting_with = (
    _measurements.where(Measurement.id.between(bindparam("first"), bindparam("last")))
    .order_by(Measurement.id)
    .limit(5)
)
by_ids = _measurements.where(Measurement.id.in_(bindparam("ids", expanding=True))).order_by(
    Measurement.type, Measurement.id
)
# For each type one look into the index; a group over all would read every measurement.
_types = elements(bindparam("types", type_=Json()))
latest = select(
    select(Measurement.id)
    .where(
        mine(Measurement),
        Measurement.type == _types.c.value,
        Measurement.deleted_at.is_(None),
    )
    .order_by(Measurement.local_date.desc(), Measurement.measured_at.desc(), Measurement.id.desc())
    .limit(1)
    .correlate(_types)
    .scalar_subquery()
    .label("id")
).select_from(_types)
imported = select(*table(Measurement).columns).where(
    mine(Measurement),
    Measurement.source == bindparam("source"),
    Measurement.external_id.in_(bindparam("external_ids", expanding=True)),
)
last_by = (
    select(*table(Measurement).columns)
    .where(
        mine(Measurement),
        Measurement.type == bindparam("type"),
        Measurement.deleted_at.is_(None),
        Measurement.local_date <= bindparam("day"),
    )
    .order_by(Measurement.local_date.desc(), Measurement.measured_at.desc(), Measurement.id.desc())
    .limit(1)
)
of_days = _measurements.where(_of_type, _between).order_by(
    Measurement.local_date, Measurement.measured_at, Measurement.id
)
kept = select(*table(Measurement).columns).where(
    mine(Measurement), Measurement.id.in_(bindparam("ids", expanding=True))
)
add = adding(Measurement)
change = changing(Measurement)

withdrawn = (
    select(Measurement.import_id)
    .where(mine(Measurement), Measurement.source.in_(bindparam("sources", expanding=True)))
    .distinct()
)
_of_import = update(table(Measurement)).where(
    Measurement.user_id == bindparam("owner"),
    Measurement.source == bindparam("of_source"),
    Measurement.import_id == bindparam("of_import"),
)
withdraw = _of_import.where(Measurement.deleted_at.is_(None)).values(
    source=bindparam("source"),
    deleted_at=bindparam("deleted_at"),
    updated_at=bindparam("updated_at"),
    version=Measurement.version + 1,
)
revive = _of_import.where(Measurement.deleted_at == bindparam("was_deleted_at")).values(
    source=bindparam("source"),
    deleted_at=null(),
    updated_at=bindparam("updated_at"),
    version=Measurement.version + 1,
)

own_types = (
    select(*table(MeasurementType).columns)
    .where(mine(MeasurementType), MeasurementType.deleted_at.is_(None))
    .order_by(MeasurementType.key)
)
kept_types = select(*table(MeasurementType).columns).where(
    mine(MeasurementType), MeasurementType.id.in_(bindparam("ids", expanding=True))
)
add_type = adding(MeasurementType)
change_type = changing(MeasurementType)

goals = (
    select(*table(Goal).columns).where(mine(Goal), Goal.deleted_at.is_(None)).order_by(Goal.type)
)
kept_goals = select(*table(Goal).columns).where(
    mine(Goal), Goal.id.in_(bindparam("ids", expanding=True))
)
add_goal = adding(Goal)
change_goal = changing(Goal)
