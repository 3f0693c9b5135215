"""A made-up class, graded for real, to look at: ``python benchmarks/sample_class.py DIR``.

Each student gets a number for how far they are, and from it in each exercise the right answer or
one of the catalogue's mistakes. A few hand in what does not end, does not run or is no notebook.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from grader.assignment import loading, places  # noqa: E402 - the path comes first
from grader.diagnosis import catalogue as catalogues  # noqa: E402
from grader.diagnosis.catalogue import Catalogue  # noqa: E402
from grader.diagnosis.entries import Entry  # noqa: E402
from grader.gradebook.classes import Class, Late, Override, Row, Student  # noqa: E402
from grader.grading.grader import Options  # noqa: E402
from grader.pages.class_page import write_class_pages  # noqa: E402
from grader.protocol.limits import Limits  # noqa: E402
from grader.submissions.reading import SubmissionError  # noqa: E402
from grader.workers.pool import Pool  # noqa: E402

FIRST = ("Ada", "Blaise", "Chandra", "Dorothy", "Émilie", "Fei", "Grace", "Hedy", "Ibn", "Jürgen",
         "Katherine", "Lotfi", "Mary", "Nergis", "Ólafur", "Paul", "Rosa", "Srinivasa", "Tu",
         "Yuki")  # fmt: skip
LAST = ("Almeida", "Brandt", "Chen", "Dubois", "Eriksen", "Fofana", "García", "Haddad", "Ito",
        "Jansen", "Kowalska", "Łukasik", "Müller", "Nguyễn", "Okonkwo", "Papadopoulou", "Ruiz",
        "Şahin", "van der Berg-Hohenlohe", "<script>alert(1)</script>")  # fmt: skip
HEAD = "def my_dense(a_in, W, b, g):\n    "
ODD = (HEAD + "while True:\n        pass\n", HEAD + "import os\n    os._exit(0)\n",
       "import nothing_of_the_kind\n" + HEAD + "return nothing_of_the_kind(a_in)\n")  # fmt: skip


@dataclass(frozen=True)
class HandedIn:
    """A student and the file."""

    student: Student
    path: Path


def submissions(known: Catalogue, folder: Path, students: int, models: int) -> Iterator[HandedIn]:
    """Write the class's files.

    Args:
        known: right answers and mistakes.
        folder: where the files go.
        students: how many.
        models: how many of them train a model; it takes some seconds each.
    """
    rng = np.random.default_rng(2026)
    for number in range(students):
        far = rng.normal(1.0, 1.2)
        cells = [known.given]
        for name in known.templates:
            if name in known.given_for and number >= models:
                continue
            variant = known.templates[name]
            if rng.random() > 1 / (1 + np.exp(-far)):
                # A few mistakes are made by many, most by hardly anybody.
                entries = known.of(name)
                entry: Entry = entries[min(int(rng.pareto(0.7) * 2), len(entries) - 1)]
                variant = str(rng.choice(np.array(entry.variants, dtype=object)))
            cells += [known.given_for.get(name, ""), variant]
        if number % 17 == 5:
            cells.append(ODD[number // 17 % len(ODD)])
        path = folder / f"student_{number:03}.py"
        text = "".join(f"# %%\n{cell}\n" for cell in cells if cell)
        path.write_text("" if number % 31 == 30 else text, encoding="utf-8")
        first, last = FIRST[number % len(FIRST)], LAST[int(rng.integers(len(LAST)))]
        yield HandedIn(Student(id=f"s{number:03}", first_name=first, last_name=last), path)


def graded(pool: Pool, one: HandedIn, number: int) -> Row:
    """The student's row; now and then late, or with points set by hand."""
    try:
        report = pool.grade(one.path)
    except SubmissionError as error:
        return Row(student=one.student, reason=str(error), file=one.path.name, attempts=1)
    points = report.total.sum
    late = Late(days=1, deducted=min(5, points)) if number % 11 == 3 else Late()
    override = None
    if number == 7:
        override = Override(points=50, who="R.", why="shown by hand", at="2026-11-20T10:00:00Z")
    return Row(student=one.student, report=report, late=late, override=override, attempt=1,
               points=override.points if override else points - late.deducted,
               file=one.path.name, attempts=1 + number % 3)  # fmt: skip


def main() -> None:
    """Make the class, or take the one that is there, and write its pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--students", type=int, default=60)
    parser.add_argument("--models", type=int, default=12)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    kept = given.folder / "class.json"
    if not kept.is_file():
        suite = loading.load_assignment(places.find_assignment(ROOT))
        assert suite.catalogue is not None
        known = catalogues.load_catalogue(suite.catalogue)
        handed_in = list(submissions(known, given.folder, given.students, given.models))
        options = Options(Limits(cell_seconds=8.0, probe_seconds=2.0))
        with Pool(suite, options) as pool:
            rows = tuple(graded(pool, one, number) for number, one in enumerate(handed_in))
        reports = [row.report for row in rows if row.report]
        made = Class(title=suite.title, points=reports[0].total.points, rows=rows,
                     extra_points=reports[0].total.extra_points,
                     deadline="2026-11-20T23:59:00+01:00",
                     policy="The best attempt counts; each day late costs 5 points.")  # fmt: skip
        kept.write_bytes(msgspec.json.encode(made))
    print(
        write_class_pages(
            msgspec.json.decode(kept.read_bytes(), type=Class), given.folder / "pages"
        )
    )


if __name__ == "__main__":
    main()
