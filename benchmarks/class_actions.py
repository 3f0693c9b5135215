"""Every action of ``grader gradebook`` on a class, and what its rows must be afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checked_class import Checked, grader
from made_class import GROUPS, IN_GROUP, MISSING, STUDENTS, UNKNOWN, Made

from grader.gradebook import Class
from grader.gradebook.unknown_answers import unknown_answers

BOOK = "submissions.gradebook"
WHO = ("--who", "A. Roe")


def acted(folder: Path, made: list[Made]) -> dict[str, list[str]]:
    """Use each action; by the action the students it was for."""
    right = [str(student.number) for student in made if student.kind == "right"][10:]
    late = [str(student.number) for student in made if student.late]
    done = {
        "extended": [*late[:3], right[0], right[1]],
        "withdrawn": right[2:4],
        "held": right[4:6],
        "released": right[6:7],
        "marked": right[7:9],
        "commented": right[9:10],
        "overridden": right[10:12],
        "taken back": right[12:13],
    }

    def act(action: str, numbers: list[str], *words: str) -> None:
        for number in numbers:
            grader(folder, "gradebook", action, BOOK, number, *words)

    deadline = ("--deadline", "2026-11-20T23:59+01:00", "--per-day", "10")
    grader(folder, "gradebook", "policy", BOOK, *deadline, *WHO)
    grader(folder, "gradebook", "group", BOOK, "--from", "groups.csv", *WHO)
    act("extend", done["extended"][:-1], "2026-12-07T23:59+01:00", "--why", "ill", *WHO)
    act("extend", done["extended"][-1:], "none", "--why", "x", *WHO)
    act("withdraw", done["withdrawn"], "--why", "left", *WHO)
    act("hold", done["held"] + done["released"], "--why", "to talk", *WHO)
    act("release", done["released"], *WHO)
    act("mark", done["marked"], "my_dense", "7", "--comment", "Seven.", "--by", "B")
    act("mark", done["commented"], "my_dense_v", "--comment", "A word.", "--by", "B")
    act("override", done["overridden"], "42", "--why", "oral", "--comment", "Oral.", *WHO)
    act("override", done["taken back"], "1", "--why", "slip", *WHO)
    act("override", done["taken back"], "--withdraw", "--why", "slip", *WHO)
    return done


def respected(whole: Class, made: list[Made], done: dict[str, list[str]], checked: Checked) -> None:
    """The rows are as the actions say."""
    rows = {row.student.id: row for row in whole.rows}
    by_kind = {str(student.number): student.kind for student in made}
    checked.expect("rows", STUDENTS - len(done["withdrawn"]), len(rows))
    checked.expect("withdrawn", len(done["withdrawn"]), len(whole.withdrawn))
    missing = [number for number, row in rows.items() if row.points is None]
    checked.expect("who handed in nothing", MISSING, len(missing))
    checked.expect("and is one of these", {"missing"}, {by_kind[number] for number in missing})
    checked.expect("held", {*done["held"]}, {number for number, row in rows.items() if row.held})
    members = [row for row in rows.values() if row.group]
    checked.expect(
        "members of groups with points",
        GROUPS * IN_GROUP,
        sum(row.points is not None for row in members),
    )
    checked.expect(
        "marks in a group",
        {1},
        {
            len({row.points for row in members if row.group == group})
            for group in {row.group for row in members}
        },
    )
    checked.expect("set by hand", {42}, {rows[number].points for number in done["overridden"]})
    late = [number for number, row in rows.items() if "Canvas calls it late" in row.reason]
    gone = {*done["withdrawn"]}
    checked.expect(
        "late",
        sorted(str(s.number) for s in made if s.late and str(s.number) not in gone),
        sorted(late),
    )
    right = [
        row
        for number, row in rows.items()
        if by_kind[number] == "right" and number not in {*done["marked"], *done["overridden"]}
    ]
    lost = [
        row.student.id
        for row in right
        if row.report
        and any(
            exercise.earned < exercise.points for exercise in row.report.exercises if exercise.begun
        )
    ]
    checked.expect("right answers that lost points", [], lost)
    groups = unknown_answers(row for row in whole.rows if row.report)
    checked.expect("groups of unknown answers", len(UNKNOWN), len(groups))
    checked.expect("students in them", 30, sum(len(group.rows) for group in groups))
    named = sum(
        any(exercise.mistakes for exercise in row.report.exercises)
        for row in rows.values()
        if row.report and "mistake" in by_kind[row.student.id]
    )
    of = sum("mistake" in by_kind[number] for number in rows)
    checked.expect("mistakes named", f"{of} of {of}", f"{named} of {of}")
