"""A class of 800 from the download to the exports, and what has to be true of it afterwards.

    python benchmarks/class_of_800.py FOLDER                 made from choices of style
    python benchmarks/class_of_800.py FOLDER --way mutated   made from known answers

Makes the class as Canvas lets it be downloaded, with the roster, grades it with the command, stops
that with Ctrl-C and goes on, uses every action of ``grader gradebook``, writes every export, and
compares what they say of each student. The exit code is 1 if something is not as it must be.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from made_class import (
    GROUPS,
    IN_GROUP,
    MISSING,
    ROOT,
    STUDENTS,
    TITLE,
    UNKNOWN,
    Made,
    made_class,
    write,
)

from grader.gradebook import Class, Gradebook, Row, read_class
from grader.gradebook.explain import explain_mark
from grader.gradebook.roster import class_of
from grader.gradebook.unknown_answers import unknown_answers


@dataclass
class Checked:
    """What has been found not to be as it must be, and figures."""

    faults: list[str] = field(default_factory=list)

    def expect(self, what: str, wanted: object, got: object) -> None:
        """Note a fault unless both are equal."""
        print(f"{'ok ' if wanted == got else 'NOT'} {what}: {got}", flush=True)
        if wanted != got:
            self.faults.append(f"{what}: {wanted!r} was wanted, {got!r} came")


def grader(folder: Path, *arguments: str, wanted: int = 0, said: str = "") -> str:
    """Run the command in the folder."""
    command = [sys.executable, "-m", "grader", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != wanted or said not in done.stdout + done.stderr:
        print(f"NOT {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def graded(folder: Path, checked: Checked) -> None:
    """Grade the class, with a Ctrl-C on the way."""
    arguments = ["submissions.zip", "--roster", "roster.csv", "--assignment", str(ROOT)]
    process = subprocess.Popen(
        [sys.executable, "-m", "grader", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    time.sleep(15)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    checked.expect("a stopped run ends with 130", 130, process.returncode)
    checked.expect("and says how it goes on", True, "the same command goes on" in output)
    began = time.monotonic()
    output = grader(folder, *arguments)
    print(f"    the rest took {time.monotonic() - began:.0f} s: {' '.join(output.split()[-60:])}")


def acted(folder: Path, made: list[Made]) -> dict[str, list[str]]:
    """Use each action; by the action the students it was for."""
    book = "submissions.gradebook"
    who = ("--who", "A. Roe")
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
    grader(
        folder,
        "gradebook",
        "policy",
        book,
        "--deadline",
        "2026-11-20T23:59+01:00",
        "--per-day",
        "10",
        *who,
    )
    grader(folder, "gradebook", "group", book, "--from", "groups.csv", *who)
    for number in done["extended"][:-1]:
        grader(
            folder,
            "gradebook",
            "extend",
            book,
            number,
            "2026-12-07T23:59+01:00",
            "--why",
            "ill",
            *who,
        )
    grader(folder, "gradebook", "extend", book, done["extended"][-1], "none", "--why", "x", *who)
    for number in done["withdrawn"]:
        grader(folder, "gradebook", "withdraw", book, number, "--why", "left", *who)
    for number in done["held"] + done["released"]:
        grader(folder, "gradebook", "hold", book, number, "--why", "to talk", *who)
    for number in done["released"]:
        grader(folder, "gradebook", "release", book, number, *who)
    for number in done["marked"]:
        grader(
            folder,
            "gradebook",
            "mark",
            book,
            number,
            "my_dense",
            "7",
            "--comment",
            "Seven.",
            "--by",
            "B",
        )
    for number in done["commented"]:
        grader(
            folder,
            "gradebook",
            "mark",
            book,
            number,
            "my_dense_v",
            "--comment",
            "A word.",
            "--by",
            "B",
        )
    for number in done["overridden"]:
        grader(
            folder,
            "gradebook",
            "override",
            book,
            number,
            "42",
            "--why",
            "oral",
            "--comment",
            "Oral.",
            *who,
        )
    for number in done["taken back"]:
        grader(folder, "gradebook", "override", book, number, "1", "--why", "slip", *who)
        grader(folder, "gradebook", "override", book, number, "--withdraw", "--why", "slip", *who)
    return done


def alike(folder: Path, made: list[Made], checked: Checked) -> None:
    """The copied pairs are above the line, and nobody else."""
    began = time.monotonic()
    said = grader(folder, "similar", "submissions.gradebook", "--assignment", str(ROOT))
    print(f"    grader similar took {time.monotonic() - began:.0f} s: {said.splitlines()[-2:]}")
    pairs = re.findall(r"^ *\d+ %  .*\((\d+)\) and .*\((\d+)\)", said, re.MULTILINE)
    found = sorted(sorted(map(int, pair)) for pair in pairs)
    copied = sorted(
        sorted((student.number, int(student.kind.split()[-1])))
        for student in made
        if student.kind.startswith("copy")
    )
    checked.expect("the copied pairs are above the line, and nobody else", copied, found)


def explained(folder: Path, checked: Checked) -> None:
    """Every mark is explained, and the parts that are named add up to it."""
    wrong = []
    with Gradebook(folder / "submissions.gradebook") as book:
        rows = class_of(book).rows
        for row in rows:
            head, *lines = explain_mark(book, row.student.id).splitlines()
            parts = [re.search(r" ([\d.]+) of [\d.]+$", line) for line in lines if line[:1].strip()]
            total = sum(float(part[1]) for part in parts if part)
            said = re.search(r": ([\d.]+)(?: / [\d.]+)?(?: \+ ([\d.]+) extra)?", head)
            mark = sum(float(number or 0) for number in said.groups()) if said else None
            is_sum = row.report is None or abs(total - row.report.total.sum) < 1e-9
            if mark != row.points or not is_sum:
                wrong.append(f"{row.student.id}: {head} {total:g}")
    checked.expect(f"marks of {len(rows)} rows that explain does not explain", [], wrong)


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


def main() -> int:
    """Make the class, go through it, and say what is not as it must be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--way", choices=("styled", "mutated"), default="styled")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    checked = Checked()
    made = made_class(given.way, given.seed)
    if not (given.folder / "submissions.gradebook").exists():
        write(made, given.folder)
        graded(given.folder, checked)
    done = acted(given.folder, made)
    whole = read_class(given.folder / "submissions.gradebook")
    respected(whole, made, done, checked)
    alike(given.folder, made, checked)
    explained(given.folder, checked)
    exported(given.folder, whole, done, checked)
    reported(given.folder, whole, checked)
    group = unknown_answers(row for row in whole.rows if row.report)[0].key
    (given.folder / "entry.py").unlink(missing_ok=True)
    grader(given.folder, "gradebook", "entry", "submissions.gradebook", group, "--to", "entry.py")
    compile((given.folder / "entry.py").read_text(encoding="utf-8"), "entry.py", "exec")
    began = time.monotonic()
    grader(given.folder, "class", "submissions.gradebook", "--to", "pages")
    size = (given.folder / "pages/index.html").stat().st_size
    seconds = time.monotonic() - began
    print(f"    the pages took {seconds:.0f} s; the class page has {size / 1e6:.1f} MB")
    pages = {path.name.partition("-")[0] for path in (given.folder / "pages/students").iterdir()}
    held = sorted(pages & {*done["held"]})
    checked.expect("pages of who is held", [], held)
    print("\n".join(checked.faults) or "everything is as it must be")
    return bool(checked.faults)


if __name__ == "__main__":
    sys.exit(main())
