"""Texts that try to be more than text, and the places where a command line takes one."""

from __future__ import annotations

from typing import Final

# Refused in names, notes and lines; shown by their pictures where somebody else put them.
HIDDEN: Final = {
    "colour": "a\x1b[31mb",
    "clear": "a\x1b[2J\x1b[Hb",
    "title": "a\x1b]0;t\x07b",
    "link": "a\x1b]8;;http://x\x1b\\b",
    "clipboard": "a\x1b]52;c;YQ==\x07b",
    "device control": "a\x1bP1$r\x1b\\b",
    "C1 sequence": "a\x9b31mb",
    "C1 command": "a\x9d0;x\x9cb",
    "C1 byte": b"a\x9bb".decode("utf-8", "surrogateescape"),
    "return": "a\rb",
    "backspace": "a\b\bb",
    "bell": "a\x07b",
    "delete": "a\x7fb",
    "form feed": "a\x0cb",
    "next line": "a\x85b",
    "override": "a\u202eb",
    "isolate": "a\u2066b",
    "Arabic mark": "a\u061cb",
    "direction": "a\u200eb",
    "no width": "a\u200bb",
    "joiner of words": "a\u2060b",
    "byte order": "a\ufeffb",
    "soft hyphen": "a\xadb",
    "tag": "a\U000e0041b",
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "NUL": "a\0b",
    "lone surrogate": "a\udcffb",
    "high surrogate": "a\ud800b",
    "surrogates": "\ud83d\ude00",
    "no character": "a\ufffeb",
}
# Text as any other: kept and shown as it was typed.
STRANGE: Final = {
    "markup": "[red]x[/]",
    "bad markup": "x [/] y",
    "markup link": "[link=http://x]y",
    "apostrophe": "it's",
    "quotes": 'say "x"',
    "substitution": "$(touch x)",
    "backticks": "`touch x`",
    "percent": "%s%n%d",
    "place": "{0}",
    "attribute": "{name.__class__}",
    "brace": "{",
    "formula": "=1+1",
    "plus": "+1+1",
    "function": "@SUM(A1)",
    "exchange": "=cmd|' /C calc'!A0",
    "option": "--frob",
    "minus": "-20kg",
    "marks": "a" + "\u0301" * 100,
    "Hebrew": "שלום עולם",
    "Arabic": "مرحبا",
    "family": "👨‍👩‍👧‍👦",
    "Chinese": "卧推 杠铃",
    "jamo": "\u1100\u1161",
    "wide ligature": "\ufdfa" * 30,
    "statement": "'; DROP TABLE sets; --",
    "like": "%_",
    "backslash": "a\\b",
    "path": "../../etc/passwd",
}
# Neither: too long, empty, or something else where they stand.
OTHER: Final = {
    "long": "x" * 10_000,
    "words": "x " * 5_000,
    "lines": "a\nb",
    "DOS lines": "a\r\nb",
    "tab": "a\tb",
    "dashes": "--",
    "nothing": "",
    "blanks": "   ",
    "huge": "1e999",
    "digits": "9" * 400,
    "Arabic digit": "٣",
    "no number": "nan",
    "deep": "(" * 300,
    "set": "bench:99999999999999999999",
    "semicolon": ";",
    "folder": ".",
}
ALL: Final = HIDDEN | STRANGE | OTHER

# `*` is the text; commands that wait or ask are not here.
PLACES: Final = [
    line.split()
    for line in """
    *
    --*
    --color *
    log *
    log bench *
    log bench 5x60kg *
    log * 5x5@60kg
    log bench 60kgx5 --at *
    log bench 60kgx5 --on *
    log bench 60kgx5 --in *
    log bench 60kgx5 --new *
    log bench 60kgx5 --dry-run --fields *
    log bench 60kgx5 --dry-run --template *
    start *
    finish --name *
    start --note *
    finish --note *
    start --tag *
    finish --at *
    start --bodyweight *
    finish
    start --at *
    start --on *
    finish
    resume *
    rest * --background
    show *
    history --exercise *
    history --tag *
    history --search *
    history --since *
    history --until *
    history --on *
    history --limit *
    history --page *
    history --format *
    history --fields *
    history --template *
    show last --template *
    last *
    find *
    calendar *
    calendar --since *
    chart *
    chart bench *
    chart body *
    chart bench --since *
    chart bench --svg *
    demo --until *
    edit * --print
    edit last --name *
    edit last --at *
    edit last --note *
    edit last --tag *
    edit last --untag *
    edit last --bodyweight *
    edit last --text *
    edit bench:1 *
    edit bench:1 --note *
    rm *
    rm bench --in *
    move * --first
    move bench --to *
    move bench --before *
    copy *
    copy last --at *
    note *
    note * --of bench
    note * --of bench:1 --replace
    note x --of *
    tag *
    tag x --of *
    superset bench *
    undo *
    redo *
    exercise *
    exercise find *
    exercise list --search *
    exercise show *
    exercise add *
    exercise add Zorbing --alias *
    exercise add Zorbing --note *
    exercise edit * --star
    exercise edit bench --name *
    exercise edit bench --unit *
    exercise edit bench --increment *
    exercise edit bench --rest *
    exercise edit bench --bar *
    exercise edit bench --training-max *
    exercise edit bench --training-max 100kg --since *
    exercise edit bench --note *
    exercise alias * x
    exercise alias bench *
    exercise alias bench * --remove
    exercise hide *
    exercise merge * bench --dry-run
    exercise merge squat * --dry-run
    exercise rm *
    import *
    config get *
    config set * kg
    config set unit *
    config set timezone *
    config set plates_kg *
    config unset *
    sql *
    restore * --dry-run
    backup *
    export -o *
    history -o *
    history -o *.csv
    schema *
    help *
    completions *
    """.strip().splitlines()
]
# What shows texts that are kept.
READING: Final = [
    line.split()
    for line in """
    today
    show last
    history
    history --search red
    history --fields workout,tags
    history --template {workout}{tags}{note}
    last bench
    last zorb
    chart bench
    chart zorb reps
    find red
    find zorb
    calendar
    status
    prompt
    undo --list
    export
    export --format csv --safe-cells
    export --format strong-android
    export --format hevy
    export --format tcx
    export --format ics
    export --format md
    export --format text
    exercise list --own
    exercise show bench
    exercise show nosuch
    exercise find red
    edit last --print
    log bench 5x60kg --dry-run
    log nosuch 5x60kg
    """.strip().splitlines()
]
