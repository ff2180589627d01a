"""A right request for every operation of the API: `{workout_id}` is an id of whoever asks, `{exercise}` a name."""

from __future__ import annotations

from typing import Any, Final

DAYS: Final = {"since": "2026-11-01", "until": "2026-11-30"}
SET: Final = {"load_value": 60, "load_unit": "kg", "load_mode": "absolute", "reps": 5}
NEW: Final = "{new_id}"
EXECUTION: Final = {"id": NEW, "exercise_id": "{exercise_id}", "sets": [SET | {"id": NEW}]}
DROP: Final = SET | {"id": NEW, "parent_set_id": "{set_id}"}

QUERIES: Final[dict[str, dict[str, Any]]] = {
    "exercises_search": {"text": "{exercise}"},
    "exercises_find": {"name": "{exercise}"},
    "exercises_details": {"name": "{exercise}"},
    "workouts_find": {"text": "{workout_id}"},
    "workouts_list": {"exercise": "{exercise}"},
    "history_sessions": {"exercise": "{exercise}"},
    "history_days": DAYS,
    "search_find": {"text": "{exercise}"},
    "records_list": {"exercise": "{exercise}"},
    "records_between": DAYS,
    "statistics_exercise": DAYS | {"exercise": "{exercise}"},
    "statistics_intensity": DAYS | {"exercise": "{exercise}"},
    "statistics_week": {"day": "2026-11-20"},
    "statistics_year": {"year": "2026"},
    "statistics_comparison": DAYS,
    "statistics_compare": DAYS | {"other_since": "2026-10-01", "other_until": "2026-10-31"},
    "statistics_streaks": {"until": "2026-11-30"},
    "statistics_load": DAYS,
    "body_list": {"type": "{type}"},
    "body_find": {"text": "{measurement_id}"},
    "calculators_one_rep_max": {"reps": "5", "weight": "100"},
    "calculators_rpe": {"reps": "5", "rpe": "8"},
    "calculators_score": {"total": "500", "bodyweight": "80", "sex": "m"},
    "calculators_plates": {"load": "100"},
    "calculators_warmup": {"work": "100"},
    "calculators_pace": {"distance_m": "5000", "time_s": "1500"},
    "calculators_vdot": {"distance_m": "5000", "time_s": "1500"},
    "calculators_riegel": {"distance_m": "5000", "time_s": "1500", "to_m": "10000"},
    "calculators_convert": {"value": "100", "unit": "kg"},
    "progress_trend": {"type": "{type}"},
    "gyms_find": {"text": "{gym}"},
    "attachments_list": {"workout_id": "{workout_id}"},
    "attachments_find": {"text": "{attachment_id}"},
    "attachments_upload": {"id": NEW, "name": "b.jpg", "exercise_id": "{exercise_id}"},
    "charts_series": {"exercise": "{exercise}"},
    "charts_trend": {"type": "{type}"},
    "transfer_workouts": {"after": "{workout_id}"},
    "dump_page": {"after": "{workout_id}"},
    "dump_workouts": {"after": "{workout_id}"},
}
BODIES: Final[dict[str, Any]] = {
    "exercises_create": {"id": NEW, "name": "Another {new_id}"},
    "exercises_update": {"note": "hard"},
    "exercises_change_aliases": {"add": ["another {new_id}"]},
    "training_maxes_set": {"value": 150, "since": "2026-11-05"},
    "merging_merge": {"into": "{other_exercise_id}"},
    "session_start": {"name": "Evening", "close_forgotten": True},
    "session_finish": {},
    "session_resume": {"workout_id": "{workout_id}"},
    "session_rest": {"seconds": 90},
    "workouts_create": {"id": NEW, "exercise_executions": [EXECUTION]},
    "workouts_update": {"note": "good"},
    "workouts_copy": {"day": "2026-11-01"},
    "log_add": {"text": "{exercise} 100x5"},
    "log_add_lines": {"lines": ["{exercise} 100x5"]},
    "log_add_to": {"text": "{exercise} 100x5"},
    "executions_create": EXECUTION,
    "executions_update": {"exercise_id": "{exercise_id}"},
    "executions_move": {"workout_id": "{other_workout_id}"},
    "executions_superset": {"execution_ids": ["{execution_id}", "{next_execution_id}"]},
    "executions_remove": {"execution_ids": ["{next_execution_id}"], "set_ids": ["{set_id}"]},
    "sets_create": DROP,
    "sets_update": {"note": "hard"},
    "texts_replace": {"text": "{text}"},
    "texts_replace_all": {"texts": [{"workout_id": "{workout_id}", "text": "{text}"}]},
    "texts_replace_set": {"text": "80kg x3"},
    "live_add": {"id": NEW, "exercise": "{exercise}"},
    "live_log": {"id": NEW},
    "live_swap": {"id": NEW, "exercise": "{exercise}"},
    "live_plan": {"sets": [{"reps": 5}]},
    "live_repeat": {"id": NEW, "workout_id": "{workout_id}"},
    "body_create": {"id": NEW, "type": "{type}", "value": 7},
    "body_update": {"note": "after sleep"},
    "body_create_type": {"name": "Mood"},
    "progress_set_goal": {"type": "{type}", "value": 9},
    "profile_update": {"sex": "f"},
    "gyms_create": {"name": "Another {new_id}"},
    "gyms_update": {"plates": "20 10 kg"},
    "imports_load": {"id": NEW, "source": "strong", "sha256": "0" * 64, "timezone": "UTC"},
    "imports_match": {"source": "strong", "names": {"{exercise}": 3}},
    "tokens_create": {"name": "Another {new_id}"},
    "dump_load": {},
    "operations_undo": {},
    "operations_redo": {},
}
PATHS: Final = {"day": "2026-11-20", "table": "workouts"}
LIVE: Final = frozenset({"live_log", "live_swap", "live_plan"})
"""What is of the open workout, whose execution it takes."""
IDLE: Final = frozenset({"live_repeat", "session_resume", "session_start"})
"""What cannot be while a workout is open."""
MADE: Final = {
    "exercises_create": "exercises",
    "workouts_create": "workouts",
    "executions_create": "exercise_executions",
    "sets_create": "sets",
    "live_add": "exercise_executions",
    "live_log": "sets",
    "live_swap": "exercise_executions",
    "live_repeat": "workouts",
    "body_create": "measurements",
    "attachments_upload": "attachments",
    "imports_load": "imports",
}
"""Of what kind the thing is whose id the client makes."""
