"""Every export and report of a class, compared with the marks of its gradebook."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checked_class import Checked, grader
from made_class import ROOT, TITLE

from grader.gradebook import Class, Row


def exported(folder: Path, whole: Class, done: dict[str, list[str]], checked: Checked) -> None:
    """Every export has the same total of each student, and leaves out who is to be left out."""
    book, rows = "submissions.gradebook", {row.student.id: row for row in whole.rows}
    seen = {number: row for number, row in rows.items() if not row.held}
    grader(
        folder,
        "export",
        book,
        "--to",
        "csv=points.csv",
        "--to",
        "nbgrader=grades.csv",
        "--to",
        "canvas-feedback=canvas.zip",
    )
    grader(folder, "export", book, "--to", "canvas=canvas.csv", "--sheet", "roster.csv")
    grader(folder, "export", book, "--to", "moodle=filled.csv", "--sheet", "moodle.csv")
    totals = {
        "csv": {line["student"]: line["points"] for line in _table(folder / "points.csv")},
        "nbgrader": {line["student_id"]: line["score"] for line in _table(folder / "grades.csv")},
        "canvas": {line["ID"]: line[f"{TITLE} (4711)"] for line in _table(folder / "canvas.csv")},
        "moodle": {
            line["Identifier"].split()[1]: line["Grade"]
            for line in _table(folder / "filled.csv")
            if line["Identifier"]
        },
    }
    for form, found in totals.items():
        wanted = {number: row.points for number, row in seen.items()}
        other = [
            number
            for number, text in found.items()
            if number and _number(text) != _expected(form, wanted.get(number), whole.points)
        ]
        checked.expect(f"students with another total in {form}", [], other)
        if form in ("csv", "nbgrader"):
            checked.expect(f"rows of {form}", len(seen), len(found))
    with zipfile.ZipFile(folder / "canvas.zip") as archive:
        pages = {
            name.split("_")[1 + ("_LATE_" in name)]: archive.read(name).decode()
            for name in archive.namelist()
        }
    own = {number for number, row in seen.items() if row.report is not None and number in row.file}
    checked.expect("pages for Canvas", len(own), len(pages))
    checked.expect(
        "pages without the mark",
        [],
        [n for n, text in pages.items() if not _has_mark(rows[n], text)],
    )
    left_out = {*done["withdrawn"], *done["held"]}
    for form, found in totals.items():
        entered = [number for number in left_out if found.get(number)]
        checked.expect(f"withdrawn or held in {form}", [], entered)
    checked.expect("withdrawn or held among the pages", set(), left_out & {*pages})


def reported(folder: Path, whole: Class, checked: Checked) -> None:
    """What the run writes for each student has the total of the class."""
    scores = {
        "lti": lambda found: found["scoreGiven"],
        "edx": lambda found: found["score"],
        "gradescope": lambda found: sum(test.get("score", 0) for test in found["tests"]),
        "prairielearn": lambda found: 100 * found["score"],
        "json": lambda found: found["total"]["earned"] + found["total"]["extra_earned"],
    }
    (folder / "reports").mkdir(exist_ok=True)
    targets = [part for form in scores for part in ("--to", f"{form}=reports/{form}-{{}}.json")]
    run = ("submissions.zip", "--roster", "roster.csv", "--assignment", str(ROOT))
    grader(folder, *run, *targets)
    for form, score in scores.items():
        other = []
        for row in whole.rows:
            path = folder / "reports" / f"{form}-{row.student.id}.json"
            if row.held or row.report is None or row.points is None:
                other += [row.student.id] if path.exists() else []
                continue
            if abs(score(json.loads(path.read_text(encoding="utf-8"))) - row.points) > 1e-6:
                other.append(row.student.id)
        checked.expect(f"students with another total in {form}", [], other)


def _expected(form: str, points: float | None, most: float) -> float | None:
    if points is None:
        return 0 if form == "nbgrader" else None
    return min(points, most) if form == "moodle" else points


def _number(text: str) -> float | None:
    return float(text) if text else None


def _has_mark(row: Row, text: str) -> bool:
    report = row.report
    return report is not None and (not row.mark_words or row.mark_words in text)


def _table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
