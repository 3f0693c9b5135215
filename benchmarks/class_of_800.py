"""A class of 800 from the download to the exports, and what has to be true of it afterwards.

    python benchmarks/class_of_800.py FOLDER                 made from choices of style
    python benchmarks/class_of_800.py FOLDER --way mutated   made from known answers

Makes the class as Canvas lets it be downloaded, with the roster, grades it with the command, stops
that with Ctrl-C and goes on, uses every action of ``grader gradebook``, writes every export, and
compares what they say of each student. The exit code is 1 if something is not as it must be.
"""

from __future__ import annotations

import argparse
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checked_class import Checked, grader
from class_actions import acted, respected
from class_exports import exported, reported
from made_class import ROOT, Made, made_class, write

from grader.gradebook import Gradebook, read_class
from grader.gradebook.explain import explain_mark
from grader.gradebook.roster import class_of
from grader.gradebook.unknown_answers import unknown_answers


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
    time.sleep(6)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    checked.expect("a stopped run ends with 130", 130, process.returncode)
    checked.expect("and says how it goes on", True, "the same command goes on" in output)
    began = time.monotonic()
    output = grader(folder, *arguments)
    print(f"    the rest took {time.monotonic() - began:.0f} s: {' '.join(output.split()[-60:])}")


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
