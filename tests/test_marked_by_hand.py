"""Answers that people mark: found in what was handed in, kept with it, and counted as not marked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from test_own_tests import code, notebook, raw

from grader.assignment import loading
from grader.commandline.class_output import line
from grader.export import formats
from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Row, Student
from grader.grading.grader import Options
from grader.protocol.bounds import MAX_ANSWER_TEXT
from grader.report import CaseResult, Report
from grader.submissions.marked_answers import CellPlace
from grader.submissions.reading import SubmissionError, of_sources, parse
from grader.test_sources.students import notebook_of
from grader.workers.pool import Pool

SOLUTION = "def double(n):\n    return 2 * n\n"
TEST = "assert double(2) == 4"


def prose(source: str, **settings: Any) -> dict[str, Any]:
    """A cell of prose, with nbgrader's settings if there are some."""
    return {**code(source, **settings), "cell_type": "markdown"}


def of_nbgrader(root: Path) -> Path:
    """A test, an answer in prose, one in code, and a task, as nbgrader has them."""
    notebook(
        root / "n.ipynb",
        code(SOLUTION, grade_id="double", solution=True, grade=False),
        code(TEST, grade_id="t", grade=True, solution=False, points=1),
        prose("Why does it double?"),
        prose("Because of the 2.", grade_id="why", grade=True, solution=True, points=2),
        prose("Draw it."),
        code("plot = 1", grade_id="draw", grade=True, solution=True, points=3),
        prose("Find data of your own.", grade_id="data", task=True, points=4),
        prose("The end."),
    )  # fmt: skip
    (root / "assignment.toml").write_text('title = "One"\nnotebook = "n.ipynb"\n')
    return root


def of_otter(root: Path) -> Path:
    """A test and an answer in prose, as Otter has them."""
    notebook(
        root / "n.ipynb",
        raw("# BEGIN QUESTION\nname: q1"),
        raw("# BEGIN SOLUTION"), code(SOLUTION), raw("# END SOLUTION"),
        raw("# BEGIN TESTS"), code(TEST), raw("# END TESTS"), raw("# END QUESTION"),
        raw("# BEGIN QUESTION\nname: q2\nmanual: true\npoints: 2"),
        prose("Why does it double?"),
        raw("# BEGIN SOLUTION"), prose("Because of the 2."), raw("# END SOLUTION"),
        raw("# END QUESTION"),
        prose("The end."),
    )  # fmt: skip
    (root / "assignment.toml").write_text('title = "Two"\nnotebook = "n.ipynb"\n')
    return root


def student(root: Path, **answers: str) -> dict[str, Any]:
    """The students' notebook, with these answers at their questions."""
    made = notebook_of(root / "n.ipynb", solved=False)
    for cell in made["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = answers.get(name, cell["source"])
    return made


def without_settings(made: dict[str, Any]) -> dict[str, Any]:
    """The same as a tool leaves it that keeps no settings of cells."""
    return {**made, "cells": [{**cell, "metadata": {}} for cell in made["cells"]]}


def graded(root: Path, made: dict[str, Any]) -> Report:
    """The report on a notebook."""
    path = root.parent / "handed_in.ipynb"
    path.write_text(json.dumps(made))
    with Pool(loading.load_assignment(root), Options()) as pool:
        return pool.grade(path)


def by_exercise(report: Report) -> dict[str, CaseResult]:
    """The first case of each exercise."""
    return {exercise.name: exercise.cases[0] for exercise in report.exercises}


def test_what_people_mark_counts_as_not_marked_yet(tmp_path: Path) -> None:
    """Its points are part of the whole, none of them is earned, and the report has the answer."""
    root = of_nbgrader(tmp_path / "a")
    made = student(root, double=SOLUTION, why="It *adds*.\n\nTwice.", draw="plot = 'line'")
    report = graded(root, made)
    cases = by_exercise(report)
    assert (1, 10, 5) == (report.total.earned, report.total.points, report.total.unmarked)
    assert ("unmarked", "It *adds*.\n\nTwice.") == (cases["why"].status, cases["why"].answer)
    assert ("unmarked", "plot = 'line'") == (cases["draw"].status, cases["draw"].answer)
    assert ("why/why", 2) == (cases["why"].id, cases["why"].points)


def test_cells_below_a_task_are_its_answer(tmp_path: Path) -> None:
    """What stands between a task's description and the next given cell is what is marked."""
    root = of_nbgrader(tmp_path / "a")
    made = student(root)
    made["cells"][-1:-1] = [code("data = [1]"), prose("From my kitchen.")]
    assert "data = [1]\n\nFrom my kitchen." == by_exercise(graded(root, made))["data"].answer


@pytest.mark.parametrize("make", [of_nbgrader, of_otter])
@pytest.mark.parametrize("settings", [True, False])
def test_an_answer_is_found_with_and_without_settings(
    make: Any, settings: bool, tmp_path: Path
) -> None:
    """Where a tool has lost the cells' settings, the cells around an answer say where it is."""
    root = make(tmp_path / "a")
    name = "why" if make is of_nbgrader else "q2"
    made = student(root, **{name: "Mine."})
    made = made if settings else without_settings(made)
    assert "Mine." == by_exercise(graded(root, made))[name].answer


@pytest.mark.parametrize("make", [of_nbgrader, of_otter])
def test_what_was_left_as_given_has_failed(make: Any, tmp_path: Path) -> None:
    """Nobody has to mark an answer that was not written; one that is gone, somebody looks for."""
    root = make(tmp_path / "a")
    name = "why" if make is of_nbgrader else "q2"
    blank = by_exercise(graded(root, student(root)))[name]
    assert ("failed", "Nothing is written here yet.", "") == (
        blank.status,
        blank.help,
        blank.answer,
    )
    gone = by_exercise(graded(root, {**student(root), "cells": [code("x = 1")]}))[name]
    assert ("unmarked", True) == (gone.status, "was not found" in gone.help)


def test_answers_are_part_of_a_submission() -> None:
    """Another answer is another submission, and what is kept of it gives the answer again."""
    places = [CellPlace("why")]
    cells = [code("x = 1"), prose("Old.\n# %% x", grade_id="why", solution=True)]
    made = parse("a.ipynb", json.dumps({"cells": cells}).encode(), places)
    cells[1]["source"] = "New."
    other = parse("a.ipynb", json.dumps({"cells": cells}).encode(), places)
    assert made.digest != other.digest
    assert {"why": "Old.\n# %% x"} == of_sources("a", made.sources).answers == made.answers
    assert ["x = 1"] == [cell.source for cell in made.cells]
    assert {} == parse("a.ipynb", json.dumps({"cells": cells}).encode()).answers


@pytest.mark.parametrize(
    "metadata",
    [{"nbgrader": 5}, {"nbgrader": {"grade_id": ["why"]}}, {"nbgrader": None}, {"x": [[[]]]}],
)
def test_settings_of_any_form_refuse_no_notebook(metadata: Any) -> None:
    """What a student's file says in a cell's settings says at most which cell an answer is."""
    cells = [{**code("x = 1"), "metadata": metadata}, prose("Mine.", grade_id="why")]
    made = parse("a.ipynb", json.dumps({"cells": cells}).encode(), [CellPlace("why")])
    assert {"why": "Mine."} == made.answers


def test_an_answer_is_bounded() -> None:
    """An endless answer is cut with a sign, and many of them are refused as endless code is."""
    cells = [code("x = 1")] + [
        prose("a" * 9 * MAX_ANSWER_TEXT, grade_id=f"q{number}") for number in range(5)
    ]
    content = json.dumps({"cells": cells}).encode()
    (cut,) = parse("a.ipynb", content, [CellPlace("q1")]).answers.values()
    assert (MAX_ANSWER_TEXT, True) == (len(cut), cut.endswith("[...]"))
    with pytest.raises(SubmissionError):
        parse("a.ipynb", content, [CellPlace(f"q{number}") for number in range(5)])


def test_what_waits_is_said_everywhere(tmp_path: Path) -> None:
    """No format calls an answer wrong that nobody has marked, and the total says what waits."""
    root = of_otter(tmp_path / "a")
    report = graded(root, student(root, q2="Mine."))
    written = {
        name: formats.format_named(name).write(report)
        for name in ("text", "html", "gradescope", "lti")
    }
    assert "1 / 3, 2 not marked yet" in written["text"]
    assert "not marked yet" in written["html"]
    (waits,) = [test for test in json.loads(written["gradescope"])["tests"] if "q2" in test["name"]]
    assert "status" not in waits
    assert "PendingManual" == json.loads(written["lti"])["gradingProgress"]


def test_the_gradebook_keeps_the_answers(tmp_path: Path) -> None:
    """A class's gradebook has each answer in its report, so that people can mark from it alone."""
    from click.testing import CliRunner

    from grader.commandline.main import main

    root = of_otter(tmp_path / "a")
    for name in ("ada", "bob"):
        (tmp_path / "in" / name).mkdir(parents=True)
        content = json.dumps(student(root, q2=f"By {name}."))
        (tmp_path / "in" / name / "n.ipynb").write_text(content)
    book = tmp_path / "b.gradebook"
    arguments = [str(tmp_path / "in"), "--assignment", str(root), "--book", str(book)]
    done = CliRunner().invoke(main, arguments)
    assert 0 == done.exit_code, done.output
    with Gradebook(book) as opened:
        digests = [opened.attempts(name)[0].submission or "" for name in ("ada", "bob")]
        reports = [kept.report for digest in digests if (kept := opened.counting(digest))]
    answers = {by_exercise(report)["q2"].answer for report in reports}
    assert {"By ada.", "By bob."} == answers


def test_a_place_with_nothing_in_it_is_an_answer_that_was_not_written(tmp_path: Path) -> None:
    """Below the last task of a notebook may be nothing: that is no answer that was lost."""
    root = of_nbgrader(tmp_path / "a")
    made = student(root)
    made["cells"].pop()  # "The end."
    case = by_exercise(graded(root, made))["data"]
    assert ("failed", "Nothing is written here yet.") == (case.status, case.help)


def test_what_waits_is_no_lost_point(tmp_path: Path) -> None:
    """In a class's line an exercise that a person has yet to mark is not among those that lost."""
    root = of_otter(tmp_path / "a")
    report = graded(root, student(root, q1=SOLUTION, q2="Mine."))
    row = Row(student=Student(id="ada"), report=report, points=report.total.sum)
    assert "all right" in line(row)


def test_a_release_asks_nobody_to_mark(tmp_path: Path) -> None:
    """The rehearsal of a package leaves out what a person marks, written or not."""
    from click.testing import CliRunner

    from grader.commandline.main import main

    root = of_nbgrader(tmp_path / "a")
    arguments = ["release", str(tmp_path / "out"), "--assignment", str(root)]
    CliRunner().invoke(main, ["build", "--assignment", str(root)])
    done = CliRunner().invoke(main, arguments)
    assert (0, True) == (done.exit_code, "1 of 1 public cases" in done.output), done.output
