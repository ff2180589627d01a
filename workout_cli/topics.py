"""The short pages of `workout help`: what belongs to no single command."""

from __future__ import annotations

from typing import Final

EXIT_CODES: Final = """\
Exit codes

  0    done, also where a list is empty
  1    a fault of the program, or of the disk
  2    the command line, a set, a date or a setting cannot be read
  3    not found, or the name is ambiguous
  4    you are not logged in, or the token is refused
  5    it is there already, or in use; workout db status: a migration is due
  6    the server or the database cannot be reached now: try again
  130  Ctrl-C

An error is one line and a hint on standard error. With --json it is also an
object on standard output: {"error": ..., "type": ..., "details": ...}.
"""
NOTATION: Final = """\
How sets are written

  bench 100x5            one set of five with 100, in kg unless you set lb
  bench 100x5x3          three of them
  bench 100x5,5,4        sets of 5, 5 and 4
  bench 5x5@100kg        five sets of five with 100 kg
  bench 225lb x 5 x 3    pounds stay pounds
  squat 60x5w 100x5x3    w warm-up, d drop set, p rest-pause, f to failure
  bench 90x8+            as many as possible, which was eight
  bench 100x5 rpe8       the effort; also @8.5 and rir2
  bench 100x5 rest3min   the rest; tempo 3010 is the tempo
  pullup 3x8 +10kg       body weight and 10 kg; -20kg is help
  plank 3x60s            held; hang 20kgx45sx2 with a load
  run 5km 25:00          covered; carry 24kgx40mx3 with a load
  row 30x10L 30x9R       one side at a time
  bench last+2.5x5x3     the last working load and 2.5 more
  bench 80x8 + row 60x8  a superset
  bench 100x5 // grip    a note

A line that could mean two things is refused with both spellings.
workout log LINE --dry-run shows how a line is read, and writes nothing.
"""
DATES: Final = """\
Days, times and ranges

  a day     today, yesterday, -2d, mon, last fri, 3 days ago, 20 nov, 2026-11-20
  a time    18:30, yesterday 18:30, -90min, 2026-11-20 18:30, 6pm, now
  a range   2026, 2026-11, 2026-Q4, 2026-W47, november, last week, this month
            2026-11-01..2026-11-20, mon.., ..yesterday

--at takes a day or a time, --since and --until a day or a range (of which the
first or the last day counts), --on a range. What has no year is the last such
up to today. Weeks begin on Monday. Days are those of your time zone: see
timezone in workout config list.
"""
FORMATS: Final = """\
Formats

On a terminal you see tables and texts as wide as it is. In a pipe the same
comes as lines with tabs, days as 2026-11-23, nothing cut and no colour.

  --format table|plain|json|jsonl|csv|tsv|md
  --json                   the same as --format json
  -o FILE                  to a file, whose ending picks the format
  --fields a,b.c           only these, in this order: fields of the JSON form,
                           or columns of the table
  --template '{date} {sets}'
                           a line an item; {volume_kg:.0f} and
                           {local_date:%d.%m.} format numbers and days

JSON has every field, also those that are null. Moments are UTC and end in Z;
timezone beside them says where it was, local_date on which day. A unit stands
in the name of a field (load_kg) beside what was typed (load_value, load_unit).
A list is {"schema", "items", "total", "page", "size"}. workout schema NAME
prints the JSON Schema.

In CSV a text of yours that a spreadsheet would take for a formula (it begins
with = + - @ and the like) has an apostrophe before it.
"""
ENVIRONMENT: Final = """\
Environment

  WORKOUT_DATABASE_URL  sqlite:////path/workout.db or postgresql+psycopg://...
  WORKOUT_SERVER_URL    a workout server; every command then works on it
  WORKOUT_TOKEN         the token for it; it wins over workout login
  WORKOUT_CREDENTIALS   keyring or file: where workout login keeps a login
  BROWSER               what opens its page
  WORKOUT_CONFIG        another configuration file
  WORKOUT_UNIT          kg or lb, for loads that are typed without one
  WORKOUT_TIMEZONE      an IANA name, as in Europe/Berlin
  WORKOUT_COLOR         auto, always or never
  WORKOUT_FORMULA       by which an e1RM is estimated: epley, brzycki, ...
  WORKOUT_PAGER, PAGER  what shows long output on a terminal; cat for none
  NO_COLOR              no colours; CLICOLOR_FORCE colours in pipes too
  COLUMNS               how wide tables may be

workout serve reads for logins: WORKOUT_PUBLIC_URL, WORKOUT_OIDC_CLIENT_ID,
WORKOUT_OIDC_CLIENT_SECRET, WORKOUT_OIDC_ISSUER (Google unless set),
WORKOUT_REGISTRATION (allowlist, open, closed), WORKOUT_ALLOWED, WORKOUT_KEYS
or WORKOUT_SIGNING_KEY.

Flags win over the environment, that over the configuration file:
workout config list --origin says what is in force and why.
"""
IMPORTS: Final = """\
What can be imported

  workout_json        what workout export --format json writes
  strong              CSV of the app: English, French, German headers
  hevy, hevy_api      CSV, in the phone's language; JSON of its API
  fitnotes, fitnotes_backup, fitnotes_workouts
                      CSV and .fitnotes backups; the other Fit Notes
  fitbod, jefit, gymbook, stronglifts, liftosaur, alpha_progression,
  boostcamp, repcount, gymrun
                      what these apps export
  openpowerlifting    results of meets
  fit, tcx, gpx, strava, google_fit, apple_health
                      watches and what they send to; archives as they come
  withings, renpho, eufy, fitnotes_body
                      scales and body trackers
  table, measurements any CSV, by --column FIELD=NAME for each column

A file is recognised by what is in it; --format says it. What it leaves open is
guessed, with the reasons, and asked for: --unit, --distance-unit, --date-order
and --timezone answer. --dry-run shows all of it and writes nothing.

--map 'Their name=ours' says what an exercise is called here, and is remembered
for that app. A workout is known again by its app and its start, so a file can
be imported again and again: what is here stays as it is. --update replaces what
is different in the file, but nothing that you edited. Several files come in
together or not at all, and one workout undo takes them back; on a server each
file is a change of its own. A zip or gzip with one such file is read as it is.
"""
TOPICS: Final = {
    "exit-codes": EXIT_CODES,
    "notation": NOTATION,
    "dates": DATES,
    "formats": FORMATS,
    "imports": IMPORTS,
    "environment": ENVIRONMENT,
}
