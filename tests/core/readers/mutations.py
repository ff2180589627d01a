"""Small files of every format that is a table, and what becomes of such files on their way: they must read the same."""

from __future__ import annotations

import csv
import io
import random
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Rows = list[list[str]]


class Sample(NamedTuple):
    """A file, a column of it that can be lost without a loss, and what a person has to say of it."""

    text: str
    spare: str
    format: str | None = None
    columns: Mapping[str, str] = MappingProxyType({})


SAMPLES: Final = {
    "strong": Sample(
        """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,RPE
2024-05-31 18:00:00,Push,1h 2m,Bench Press,W,20.5,10,0,0,,
2024-05-31 18:00:00,Push,1h 2m,Bench Press,1,62.5,5,0,0,,8.5
2024-05-31 18:00:00,Push,1h 2m,Plank,1,0,0,0,60,,
2024-06-02 07:15:00,Run,32m,Running,1,0,0,5.25,1800,,
""",
        "Notes",
    ),
    "hevy": Sample(
        """\
title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,\
weight_kg,reps,distance_km,duration_seconds,rpe
Push,"31 May 2024, 18:00","31 May 2024, 19:02",,Bench Press,0,slow,0,warmup,20.5,10,,,
Push,"31 May 2024, 18:00","31 May 2024, 19:02",,Bench Press,0,slow,1,normal,62.5,5,,,8.5
Push,"31 May 2024, 18:00","31 May 2024, 19:02",,Fly,0,,0,normal,12.5,9,,,
Run,"2 Jun 2024, 07:15","2 Jun 2024, 07:47",,Running,,,0,normal,,,5.25,1800,
""",
        "description",
    ),
    "fitbod": Sample(
        """\
Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier
2024-05-31 18:00:00 +0000,Bench Press,10,20.5,0.0,0.0,0.0,0.0,true,,1.0
2024-05-31 18:00:00 +0000,Bench Press,5,62.5,0.0,0.0,0.0,0.0,false,hard,1.0
2024-05-31 18:00:00 +0000,Curl,9,12.5,0.0,0.0,0.0,0.0,false,,2.0
2024-05-30 07:00:00 +0000,Running,0,0.0,1800.5,5250.5,0.0,0.0,false,,1.0
""",
        "Incline",
    ),
    "fitnotes": Sample(
        """\
Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment,Kind
2024-05-31,Bench Press,Chest,20.5,kgs,10,,,,,
2024-05-31,Bench Press,Chest,62.5,kgs,5,,,,hard,
2024-06-02,Plank,Abs,,,,,,0:01:00,,
2024-06-02,Running,Cardio,,,,5.25,km,0:30:00,,
""",
        "Kind",
    ),
    "fitnotes_workouts": Sample(
        """\
Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,IsWarmup,RPE,\
RIR,Categories,Note
Upper,2025-06-02T17:00:00Z,2025-06-02T18:00:00Z,80.5,Press,Barbell,10,20.5,,,Done,true,,,Chest,
Upper,2025-06-02T17:00:00Z,2025-06-02T18:00:00Z,80.5,Press,Barbell,5,62.5,,,Done,false,8.5,,Chest,
Upper,2025-06-02T17:00:00Z,2025-06-02T18:00:00Z,80.5,Row,Barbell,8,52.5,,,Failed,false,,,Back,
Lower,2025-06-04T17:00:00Z,2025-06-04T18:00:00Z,80.5,Squat,Barbell,5,92.5,,,Done,false,,,Legs,
""",
        "RIR",
    ),
    "gymbook": Sample(
        """\
Date,Workout,Time,Exercise,Region,Muscle Groups (Primary),Muscle Groups (Secondary),\
Set / Warm-up Set / Cool-down Set,Repetitions / Time,Weight / Distance,Notes,Skipped
31/05/24,A,18:30,Bench Press,Chest,Chest,,Warm-up Set,10 repetitions,20.50 kg,,No
31/05/24,A,18:33,Bench Press,Chest,Chest,,Set,5 repetitions,62.50 kg,hard,No
31/05/24,A,18:36,Bench Press,Chest,Chest,,Set,5 repetitions,62.50 kg,,Yes
28/05/24,A,18:40,Running,Cardio,Calves,,Set,6 minutes,1.25 km,,No
""",
        "Muscle Groups (Secondary)",
    ),
    "liftosaur": Sample(
        """\
Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,RPE,\
Is AMRAP?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,Notes
2024-05-31T18:00:00.000Z,P,Day 1,"Squat, Barbell",1,5,5,,0,20.5,kg,20.5,kg,
2024-05-31T18:00:00.000Z,P,Day 1,"Squat, Barbell",0,5,5,8.5,0,62.5,kg,62.5,kg,
2024-05-31T18:00:00.000Z,P,Day 1,Chin Up,0,5,4,,0,0,kg,0,kg,
2024-06-02T18:00:00.000Z,P,Day 2,"Deadlift, Barbell",0,5,5,,0,82.5,kg,82.5,kg,
""",
        "Notes",
    ),
    "stronglifts": Sample(
        """\
Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,\
Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),\
End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)
2026/08/11,1,Workout A,5×5,80.5,Squat,2×5,,5×62.5,,10,625,,1.5,10:56,12:26,,5,62.5,5,62.5
2026/08/11,1,Workout A,5×5,80.5,Press,5/4,,5×32.5,,9,292.5,,1.5,10:56,12:26,,5,32.5,4,32.5
2026/08/13,2,Workout B,5×5,80.5,Squat,2×5,,5×64.5,,10,645,,1.5,10:56,12:26,,5,64.5,5,64.5
2026/08/13,2,Workout B,5×5,80.5,Deadlift,1×5,,5×82.5,,5,412.5,,1.5,10:56,12:26,,5,82.5,,
""",
        "e1RM (KG)",
    ),
    "openpowerlifting": Sample(
        """\
Name,Sex,Event,Equipment,Division,BodyweightKg,Squat1Kg,Squat2Kg,Squat3Kg,Best3SquatKg,Bench1Kg,\
Best3BenchKg,Best3DeadliftKg,Place,Date,MeetName
Ann Lee,F,SBD,Raw,Open,59.8,80.5,-92.5,,80.5,45.5,45.5,110.5,1,2018-10-27,Spring Cup
Ann Lee,F,SBD,Raw,Open,59.1,82.5,92.5,,92.5,47.5,47.5,112.5,1,2019-03-02,Winter Cup
Ann Lee,F,B,Raw,Open,59.8,,,,,47.5,47.5,,1,2019-10-26,Spring Cup
""",
        "Squat3Kg",
    ),
    "repcount": Sample(
        """\
Workout Start,Workout End,Exercise,Weight,Reps,Notes,Kcal,Distance,Duration,Category,Name,Bodyweight
2024-05-31 18:00,2024-05-31 19:02,Bench Press,20.5,10,,,,,Chest,Push,80.5
2024-05-31 18:00,2024-05-31 19:02,Bench Press,62.5,5,hard,,,,Chest,Push,80.5
2024-05-31 18:00,2024-05-31 19:02,Dip,-12.5,9,,,,,Chest,Push,80.5
2024-06-02 07:15,2024-06-02 07:47,Run,,,,320,5.25,1800,Cardio,Run,80.5
""",
        "Category",
    ),
    "gymrun": Sample(
        """\
Date,Time,Routine,Exercise,Set,Weight,Reps,Duration,Distance,Note,Version1
29.04.2025,12:00:00,Chest,Bench Press,1,20.5,10,,,,1
29.04.2025,12:05:00,Chest,Bench Press,2,62.5,5,,,deep,1
29.04.2025,12:10:00,Chest,Fly,1,12.5,9,,,,1
02.05.2025,07:00:00,Run,Running,1,,,1800,5.25,,1
""",
        "Version1",
    ),
    "withings": Sample(
        """\
Date,"Weight (kg)","Fat mass (kg)","Bone mass (kg)","Muscle mass (kg)","Hydration (kg)",Comments
2024-05-31 07:00:15,82.45,15.25,3.35,60.15,,
2024-05-30 07:10:00,82.95,15.35,3.35,60.25,,after a run
2024-05-30 07:10:00,82.85,,,,,
""",
        "Hydration (kg)",
    ),
    "renpho": Sample(
        """\
Date, Time, Weight(kg),BMI,Body Fat(%),Skeletal Muscle(%),Fat-Free Mass(kg),Visceral Fat,BMR(kcal),\
Metabolic Age,Optimal Weight(kg),Remarks
13/04/2026,05:23:48,86.95,29.1,30.9,44.5,60.25,12,1683,54,--,--
12/04/2026,05:16:10,87.05,29.1,--,--,--,--,--,--,--,--
11/04/2026,05:16:10,87.15,29.2,30.8,44.5,60.35,12,1687,54,--,--
""",
        "Optimal Weight(kg)",
    ),
    "eufy": Sample(
        """\
Time,Family Members,WEIGHT (kg),BMI,BODY FAT %,HEART RATE (bpm),MUSCLE MASS (kg),MUSCLE MASS %,\
WATER,BODY AGE,BODY TYPE,HEAD SIZE (cm)
2026-01-15 08:30:00,ann,80.5,25.000000,22.000000,0.000000,59.5,73.800000,55.000000,0,,0.000000
2026-01-10 07:45:00,bo,81.5,25.200000,22.300000,61.000000,58.5,73.200000,54.800000,0,,0.000000
2026-01-05 09:00:00,ann,81.5,25.400000,22.500000,0.000000,59.5,72.900000,54.500000,0,,56.500000
""",
        "BODY TYPE",
    ),
    "fitnotes_body": Sample(
        """\
Date,Time,Measurement,Value,Unit,Comment
2018-07-30,12:18:42,Bodyweight,167.5,lbs,
2018-08-06,12:03:13,Body Fat,18.5,%,
2018-08-06,12:03:13,Waist,84.5,cm,
""",
        "Comment",
    ),
    "table": Sample(
        """\
Tag,Uhrzeit,Übung,Gewicht (kg),Wdh,Sätze,Art,RIR,Bemerkung,Wetter
31.05.2024,18:00,Bankdrücken,20.5,10,1,w,,,
31.05.2024,18:00,Bankdrücken,62.5,5,3,,1.5,hart,
31.05.2024,18:00,Dips,-12.5,9,1,d,,,
2.6.2024,7:15,Rudern,,,1,,,,
""",
        "Wetter",
        "table",
        {
            "date": "Tag",
            "time": "Uhrzeit",
            "exercise": "Übung",
            "weight": "Gewicht",
            "reps": "Wdh",
            "sets": "Sätze",
            "kind": "Art",
            "note": "Bemerkung",
        },
    ),
    "measurements": Sample(
        """\
Day,Waga,Waist (cm),Mood,Griffkraft (kg),Weather
31.05.2024,82.5,84.5,,41.5,
01.06.2024,82.25,0,,,
02.06.2024,--,84.25,,42.5,
""",
        "Weather",
        "measurements",
        {"date": "Day", "weight": "Waga", "Griffkraft": "Griffkraft (kg)"},
    ),
}


def rows_of(text: str) -> Rows:
    return list(csv.reader(io.StringIO(text)))


def written(rows: Rows, separator: str = ",", end: str = "\n") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator=end).writerows(rows)
    return file.getvalue()


def _with_decimal_commas(rows: Rows) -> Rows:
    pattern = re.compile(r"(?<![0-9.])([0-9]+)\.([0-9]+)(?![0-9.])(?=$| [a-z]+$)")
    return [rows[0], *([pattern.sub(r"\1,\2", cell) for cell in row] for row in rows[1:])]


def _shuffled(rows: Rows) -> Rows:
    order = list(range(len(rows[0])))
    random.Random(4).shuffle(order)
    return [[row[at] for at in order] for row in rows]


def without(rows: Rows, column: str) -> Rows:
    at = rows[0].index(column)
    return [[cell for index, cell in enumerate(row) if index != at] for row in rows]


MUTATIONS: Final[dict[str, Callable[[Sample], bytes]]] = {
    "byte order mark": lambda it: b"\xef\xbb\xbf" + it.text.encode(),
    "utf-16": lambda it: it.text.encode("utf-16"),
    "lines end as on Windows": lambda it: written(rows_of(it.text), end="\r\n").encode(),
    "semicolons": lambda it: written(rows_of(it.text), ";").encode(),
    "tabulators": lambda it: written(rows_of(it.text), "\t").encode(),
    "decimal commas": lambda it: written(_with_decimal_commas(rows_of(it.text)), ";").encode(),
    "decimal commas, quoted": lambda it: written(_with_decimal_commas(rows_of(it.text))).encode(),
    "columns in another order": lambda it: written(_shuffled(rows_of(it.text))).encode(),
    "a column less": lambda it: written(without(rows_of(it.text), it.spare)).encode(),
    "a header that shouts": lambda it: written(
        [[name.upper() for name in rows_of(it.text)[0]], *rows_of(it.text)[1:]]
    ).encode(),
    "blank lines at the end": lambda it: it.text.encode() + b"\n\n  \n,,\n",
    "no end of the last line": lambda it: it.text.removesuffix("\n").encode(),
    "a broken line": lambda it: (
        it.text.replace("\n", "\nbroken\n", 2).replace("\nbroken\n", "\n", 1).encode()
    ),
    "joined with itself": lambda it: (it.text + it.text).encode(),
    "rows twice": lambda it: (it.text + it.text.partition("\n")[2]).encode(),
}
