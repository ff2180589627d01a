"""The first tables.

SQLite plans a query by what it knows of the tables' sizes, and knows nothing of empty ones: with keys that begin
with the user it would scan. So its statistics begin with those of some years of training.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0001"
down_revision = None


STATISTICS = (
    ("exercises", "exercises", "300 300 1"),
    ("exercises", "sqlite_autoindex_exercises_2", "300 300 1"),
    ("exercise_aliases", "exercise_aliases", "200 200 1"),
    ("exercise_aliases", "sqlite_autoindex_exercise_aliases_2", "200 200 200 1"),
    ("exercise_aliases", "ix_exercise_aliases_user_id_exercise_id", "200 200 2"),
    ("exercise_muscles", "exercise_muscles", "200 200 1"),
    ("exercise_muscles", "sqlite_autoindex_exercise_muscles_2", "200 200 2 1"),
    ("workouts", "workouts", "2000 2000 1"),
    ("workouts", "ix_workouts_user_id_local_date_started_at", "2000 2000 2 1"),
    ("workouts", "sqlite_autoindex_workouts_2", "2000 2000 1000 1"),
    ("workouts", "uq_workouts_user_id_active", "1 1"),
    ("exercise_executions", "exercise_executions", "12000 12000 1"),
    (
        "exercise_executions",
        "ix_exercise_executions_user_id_workout_id_position",
        "12000 12000 6 1",
    ),
    ("exercise_executions", "ix_exercise_executions_user_id_exercise_id", "12000 12000 60"),
    ("sets", "sets", "48000 48000 1"),
    ("sets", "ix_sets_user_id_execution_id_position", "48000 48000 4 1"),
    ("sets", "ix_sets_user_id_workout_id_load", "48000 48000 24 24 20 4 2"),
    (
        "sets",
        "ix_sets_user_id_exercise_id_local_date",
        "48000 48000 240 4 4 4 4 2 2 2 2 1",
    ),
    ("operations", "operations", "60000 60000 1"),
    ("operations", "ix_operations_user_id_batch_id", "60000 60000 6"),
)


def upgrade() -> None:
    op.create_table(
        "access_tokens",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("expires_at", base.Instant(), nullable=True),
        sa.Column("revoked_at", base.Instant(), nullable=True),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_tokens")),
        info={"distribute": "id"},
    )
    with op.batch_alter_table("access_tokens", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_access_tokens_user_id"), ["user_id"], unique=False)

    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=True),
        sa.Column("settings", base.Json(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        info={"distribute": "id"},
    )
    op.create_table(
        "exercises",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tracking", sa.Text(), nullable=False),
        sa.Column("is_user_created", sa.Boolean(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), nullable=True),
        sa.Column("mechanic", sa.Text(), nullable=True),
        sa.Column("force", sa.Text(), nullable=True),
        sa.Column("laterality", sa.Text(), nullable=True),
        sa.Column("implements", sa.BigInteger(), nullable=True),
        sa.Column("bodyweight_factor", base.Quantity(), nullable=True),
        sa.Column("instructions", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("increment", base.Quantity(), nullable=True),
        sa.Column("default_rest_s", base.Quantity(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("starred", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_exercises_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_exercises")),
        sa.UniqueConstraint("user_id", "slug", name=op.f("uq_exercises_user_id_slug")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    op.create_table(
        "imports",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("dialect", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("options", base.Json(), nullable=False),
        sa.Column("result", base.Json(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_imports_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_imports")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    op.create_table(
        "operations",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("batch_id", base.Id(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("entity_id", base.Id(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("before", base.Json(), nullable=True),
        sa.Column("after", base.Json(), nullable=True),
        sa.Column("at", base.Instant(), nullable=False),
        sa.Column("undone_at", base.Instant(), nullable=True),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_operations_user_id_users")
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_operations")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("operations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_operations_user_id_batch_id"), ["user_id", "batch_id"], unique=False
        )

    op.create_table(
        "exercise_aliases",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("exercise_id", base.Id(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "exercise_id"],
            ["exercises.user_id", "exercises.id"],
            name=op.f("fk_exercise_aliases_user_id_exercise_id_exercises"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_exercise_aliases")),
        sa.UniqueConstraint(
            "user_id", "source", "key", name=op.f("uq_exercise_aliases_user_id_source_key")
        ),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("exercise_aliases", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exercise_aliases_user_id_exercise_id"),
            ["user_id", "exercise_id"],
            unique=False,
        )

    op.create_table(
        "exercise_muscles",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("exercise_id", base.Id(), nullable=False),
        sa.Column("muscle", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id", "exercise_id"],
            ["exercises.user_id", "exercises.id"],
            name=op.f("fk_exercise_muscles_user_id_exercise_id_exercises"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_exercise_muscles")),
        sa.UniqueConstraint(
            "user_id",
            "exercise_id",
            "muscle",
            name=op.f("uq_exercise_muscles_user_id_exercise_id_muscle"),
        ),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    op.create_table(
        "workouts",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("started_at", base.Instant(), nullable=False),
        sa.Column("ended_at", base.Instant(), nullable=True),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("local_date", base.Day(), nullable=False),
        sa.Column("bodyweight_value", base.Quantity(), nullable=True),
        sa.Column("bodyweight_unit", sa.Text(), nullable=True),
        sa.Column("bodyweight_exact", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("tags", base.Json(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("content_hash", sa.Text(), nullable=True),
        sa.Column("import_id", base.Id(), nullable=True),
        sa.Column("extras", base.Json(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id", "import_id"],
            ["imports.user_id", "imports.id"],
            name=op.f("fk_workouts_user_id_import_id_imports"),
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_workouts_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_workouts")),
        sa.UniqueConstraint(
            "user_id", "source", "external_id", name=op.f("uq_workouts_user_id_source_external_id")
        ),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("workouts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_workouts_user_id_local_date_started_at"),
            ["user_id", "local_date", "started_at"],
            unique=False,
        )
        batch_op.create_index(
            "uq_workouts_user_id_active",
            ["user_id"],
            unique=True,
            sqlite_where=sa.text("status = 'active' AND deleted_at IS NULL"),
            postgresql_where=sa.text("status = 'active' AND deleted_at IS NULL"),
        )

    op.create_table(
        "exercise_executions",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("workout_id", base.Id(), nullable=False),
        sa.Column("exercise_id", base.Id(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("superset_group", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id", "exercise_id"],
            ["exercises.user_id", "exercises.id"],
            name=op.f("fk_exercise_executions_user_id_exercise_id_exercises"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "workout_id"],
            ["workouts.user_id", "workouts.id"],
            name=op.f("fk_exercise_executions_user_id_workout_id_workouts"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_exercise_executions")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("exercise_executions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exercise_executions_user_id_exercise_id"),
            ["user_id", "exercise_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_exercise_executions_user_id_workout_id_position"),
            ["user_id", "workout_id", "position"],
            unique=False,
        )

    op.create_table(
        "sets",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("execution_id", base.Id(), nullable=False),
        sa.Column("workout_id", base.Id(), nullable=False),
        sa.Column("exercise_id", base.Id(), nullable=False),
        sa.Column("local_date", base.Day(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parent_set_id", base.Id(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("load_value", base.Quantity(), nullable=True),
        sa.Column("load_unit", sa.Text(), nullable=True),
        sa.Column("load_exact", sa.BigInteger(), nullable=True),
        sa.Column("load_mode", sa.Text(), nullable=True),
        sa.Column("reps", sa.BigInteger(), nullable=True),
        sa.Column("duration_s", base.Quantity(), nullable=True),
        sa.Column("distance_m", base.Quantity(), nullable=True),
        sa.Column("distance_value", base.Quantity(), nullable=True),
        sa.Column("distance_unit", sa.Text(), nullable=True),
        sa.Column("elevation_m", base.Quantity(), nullable=True),
        sa.Column("rpe", base.Quantity(), nullable=True),
        sa.Column("effort_scale", sa.Text(), nullable=True),
        sa.Column("tempo", sa.Text(), nullable=True),
        sa.Column("rest_s", base.Quantity(), nullable=True),
        sa.Column("amrap", sa.Boolean(), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("hr_avg", sa.BigInteger(), nullable=True),
        sa.Column("hr_max", sa.BigInteger(), nullable=True),
        sa.Column("calories", sa.BigInteger(), nullable=True),
        sa.Column("performed_at", base.Instant(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("target_load_value", base.Quantity(), nullable=True),
        sa.Column("target_load_unit", sa.Text(), nullable=True),
        sa.Column("target_reps", sa.BigInteger(), nullable=True),
        sa.Column("target_reps_max", sa.BigInteger(), nullable=True),
        sa.Column("target_rpe", base.Quantity(), nullable=True),
        sa.Column("target_duration_s", base.Quantity(), nullable=True),
        sa.Column("target_distance_m", base.Quantity(), nullable=True),
        sa.Column("raw", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
        sa.CheckConstraint("(load_value IS NULL) = (load_unit IS NULL)", name=op.f("ck_sets_load")),
        sa.CheckConstraint("reps >= 0", name=op.f("ck_sets_reps")),
        sa.ForeignKeyConstraint(
            ["user_id", "execution_id"],
            ["exercise_executions.user_id", "exercise_executions.id"],
            name=op.f("fk_sets_user_id_execution_id_exercise_executions"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "parent_set_id"],
            ["sets.user_id", "sets.id"],
            name=op.f("fk_sets_user_id_parent_set_id_sets"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_sets")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sets", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sets_user_id_execution_id_position"),
            ["user_id", "execution_id", "position"],
            unique=False,
        )
        batch_op.create_index(
            "ix_sets_user_id_exercise_id_local_date",
            [
                "user_id",
                "exercise_id",
                "local_date",
                "deleted_at",
                "kind",
                "load_mode",
                "load_exact",
                "reps",
                "rpe",
                "workout_id",
                "position",
            ],
            unique=False,
        )
        batch_op.create_index(
            "ix_sets_user_id_workout_id_load",
            ["user_id", "workout_id", "deleted_at", "load_mode", "load_exact", "reps"],
            unique=False,
        )

    if op.get_bind().dialect.name == "sqlite":
        op.execute("ANALYZE")
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )
