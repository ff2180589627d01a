"""The keys of Today: while a workout is open, and while none is."""

from __future__ import annotations

from typing import Final

from workout_cli.tui.keys import Key

KEYS: Final = (
    Key("enter", "log_set", "Log the set of the cursor as it stands there", "Log"),
    Key("plus,equals_sign", "load(1)", "More load, on this set and those like it", "Load", "+/-"),
    Key("minus", "load(-1)", "Less load"),
    Key("right_square_bracket", "reps(1)", "More repetitions", "Reps", "[/]", spared=1),
    Key("left_square_bracket", "reps(-1)", "Fewer repetitions"),
    Key("space", "type_set", "Type a set, as in `55x8 @8`; a digit does the same"),
    Key("slash", "add", "Add an exercise, found as you type", "Add"),
    Key("s", "swap", "Do another exercise instead", "Swap", spared=2),
    Key("x", "stop_rest", "Skip the rest", "Skip rest", spared=3),
    Key("r", "rest", "Rest anew"),
    Key("less_than_sign,comma", "more_rest(-1)", "Rest 15 s less", shown="<"),
    Key("greater_than_sign,full_stop", "more_rest(1)", "Rest 15 s more", shown=">"),
    Key("l,right", "turn(1)", "The next exercise", shown="l"),
    Key("h,left", "turn(-1)", "The exercise before", shown="h"),
    Key("a", "one_more", "Plan one more set like this one"),
    Key("w", "warm_up", "A warm-up set, or none"),
    Key("e", "edit_set", "Edit the set: what was done, or what is planned"),
    Key("d", "delete", "Take the set out; the exercise, where it has none"),
    Key("n", "note", "A note on the exercise; without a workout, start one"),
    Key("J", "move(1)", "Move the exercise down"),
    Key("K", "move(-1)", "Move the exercise up"),
    Key("t", "superset", "A superset with the next exercise; or each by itself again"),
    Key("u", "app.undo", "Undo the last change", "Undo"),
    Key("f", "finish", "Finish the workout", "Finish"),
    Key("D", "discard", "Throw the workout away; u brings it back"),
)
# What they do needs no open workout, or means something else without one.
ALWAYS: Final = frozenset({"add", "note"})
LIVE_ONLY: Final = (
    frozenset(each.action.partition("(")[0] for each in KEYS if not each.action.startswith("app."))
    - ALWAYS
)
