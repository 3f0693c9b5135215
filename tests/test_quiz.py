"""The quiz: typed answers in any reasonable spelling, and a line of its own for each wrong one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT

from grader.answering.probe_answers import answer
from grader.assignment import loading
from grader.export import format_named
from grader.grading.grader import Grader
from grader.judging.judge import judge
from grader.report import CaseResult
from grader.suite import Case, Suite

SUITE = loading.load_assignment(ROOT, private=False)
QUIZ = {case.ask(np.random.default_rng(0)).name: case for case in SUITE.cases
        if case.exercise == "quiz"}  # fmt: skip
LETTERS = dict(zip([f"quiz_{number}" for number in range(11, 19)], "cbdacadb", strict=True))
SHAPES = [(400,), (1, 400), (400,), (400, 1), (1, 400), (400,), (1000,), (1, 1)]
RIGHT: dict[str, Any] = {
    **{f"quiz_{number}": shape for number, shape in enumerate(SHAPES, 1)},
    "quiz_9": 41,
    "quiz_10": (6, 4),
    **LETTERS,
}


def verdict(name: str, held: object) -> CaseResult:
    """What is said to an answer."""
    case: Case = QUIZ[name]
    probe = case.ask(np.random.default_rng(0))
    return judge(case, probe, answer(probe, {name: held}))


def test_there_are_eighteen_questions_and_ten_points() -> None:
    """Eight shapes, two numbers and eight choices; each of them counts."""
    assert list(RIGHT) == list(QUIZ)
    points = [case.points for case in QUIZ.values()]
    assert 10 == sum(points)
    assert {0.5, 1} == set(points)
    assert all(sum(points[at : at + 2]) >= 1 for at in range(0, 18, 2))


@pytest.mark.parametrize("name", RIGHT)
def test_the_right_answer_passes(name: str) -> None:
    """The right answer passes, and nothing else is said."""
    result = verdict(name, RIGHT[name])
    assert ("passed", "") == (result.status, result.help)


@pytest.mark.parametrize("name", RIGHT)
@pytest.mark.parametrize("held", [None, "", " ? ", "..."])
def test_an_open_question_is_said_kindly(name: str, held: object) -> None:
    """Who has not answered yet is told where the answer goes, and nothing about the answer."""
    result = verdict(name, held)
    assert ("failed", "no answer yet") == (result.status, result.got)
    assert "still waits for you" in result.help


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("quiz_9", "41"), ("quiz_9", 41.0), ("quiz_9", " 41.0 "), ("quiz_9", np.int64(41)),
        ("quiz_9", np.array([41])), ("quiz_1", "(400,)"), ("quiz_1", [400]), ("quiz_1", "400,"),
        ("quiz_2", "(1,400)"), ("quiz_2", "1, 400"), ("quiz_2", [1, 400]), ("quiz_2", (1.0, 400)),
        ("quiz_2", np.array([1, 400])), ("quiz_11", "C"), ("quiz_11", "c)"), ("quiz_11", " (c) "),
    ],
)  # fmt: skip
def test_reasonable_spellings_are_right(name: str, held: object) -> None:
    """A number, a shape or a letter may be typed in more than one way."""
    assert "passed" == verdict(name, held).status


@pytest.mark.parametrize(
    ("name", "held", "says"),
    [
        ("quiz_1", 400, "(400) in brackets is still the number 400"),
        ("quiz_1", "400", "(400,)"),
        ("quiz_1", (1, 400), "Is a single index a slice?"),
        ("quiz_4", "four hundred", "does not"),
        ("quiz_9", 34, "What else does each unit learn?"),
        ("quiz_9", "37", "How many biases has a layer"),
        ("quiz_9", "10,431", "Go layer by layer"),
        ("quiz_9", "many", "does not look like one"),
        ("quiz_10", (4, 6), "are a column"),
        ("quiz_10", 24, "(3, 2)"),
        ("quiz_11", "a", "Is all the rest"),
        ("quiz_11", "e", "is none"),
        ("quiz_11", 3, "letter in quotes"),
        ("quiz_9", {41}, "Type a whole number."),
        ("quiz_2", (1, None), "does not"),
        ("quiz_2", [[1], [400, 2]], "does not"),
        ("quiz_9", float("nan"), "does not look like one"),
        ("quiz_9", "9" * 500, "does not look like one"),
    ],
)
def test_a_wrong_answer_has_its_own_line(name: str, held: object, says: str) -> None:
    """Each slip that is known is answered to the point, and any other answer is, too."""
    result = verdict(name, held)
    assert "failed" == result.status
    assert says in result.help


@pytest.mark.parametrize("name", LETTERS)
def test_each_wrong_choice_has_another_line(name: str) -> None:
    """The three wrong choices of a question are answered by three lines, none giving the letter."""
    lines = {verdict(name, letter).help for letter in "abcd"} - {""}
    assert 3 == len(lines)
    assert all(line.endswith((".", "?")) and len(line.split()) < 40 for line in lines)


def test_no_answer_gives_the_right_one_away() -> None:
    """Whatever is typed, the words that come back do not name the right answer."""
    tried = [None, 7, "z", (2, 2), (400,), (1, 400), (400, 1), (4, 6), 34, *"abcd"]
    for name, right in RIGHT.items():
        for held in tried:
            result = verdict(name, held)
            said = f"{result.called} {result.expected} {result.help}"
            shown = f'"{right}"' if name in LETTERS else str(right)
            assert result.status == "passed" or shown not in said, (name, held, said)


def test_the_answers_do_not_lie_open() -> None:
    """Nobody reads an answer by accident: not in the quiz's files, and not in the hints."""
    for path in (ROOT / "public_tests").glob("_q*.py"):
        text = path.read_text(encoding="utf-8")
        assert not any(f'"{name}", "{letter}"' in text for name, letter in LETTERS.items())
        assert " 41" not in text
    hints = json.loads((ROOT / "public_tests" / "hints.json").read_text(encoding="utf-8"))
    assert "quiz" not in json.dumps(hints)


def test_a_notebook_without_the_quiz_is_told_once(
    suite: Suite, notebook: Callable[..., Path]
) -> None:
    """An older notebook keeps all its other points and gets one sentence about the quiz."""
    path = notebook("def my_dense_v(A_in, W, b, g): return g(A_in @ W + b)")
    with Grader(suite) as grader:
        report = grader.grade(path)
    (quiz,) = (exercise for exercise in report.exercises if exercise.name == "quiz")
    assert (0, 10) == (quiz.earned, quiz.points)
    assert all(case.points for case in quiz.cases), "each question counts"
    assert ["failed", *["skipped"] * 17] == [case.status for case in quiz.cases]
    assert "older editions" in quiz.message
    words = format_named("text").write(report)
    assert 1 == " ".join(words.split()).count("older editions")
    assert "quiz_" not in words


def test_half_a_quiz_has_half_its_points(suite: Suite, notebook: Callable[..., Path]) -> None:
    """Answered questions count although others are not there or still open."""
    path = notebook(
        "quiz_1 = (400,)\nquiz_2 = (1, 400)", "quiz_9 = 6*4+4 + 4*2+2 + 2*1+1; quiz_11 = None"
    )
    with Grader(suite) as grader:
        report = grader.grade(path)
    (quiz,) = (exercise for exercise in report.exercises if exercise.name == "quiz")
    assert 2 == quiz.earned
    assert 3 == sum(case.status == "passed" for case in quiz.cases)


def test_a_report_at_home_says_how_many_points_there_are(notebook: Callable[..., Path]) -> None:
    """Without the private cases a report says how many of all points it speaks of."""
    with Grader(loading.load_assignment(ROOT, private=False)) as grader:
        report = grader.grade(notebook("quiz_1 = (400,)"))
    assert "38 of the 100 points can be checked here." in report.notes


def test_no_case_is_worth_nothing_without_saying_why(suite: Suite) -> None:
    """Every case of a graded exercise counts, except what is not asked for, whose title says so."""
    worthless = [case for case in suite.cases if not case.points]
    assert worthless
    assert all(case.advisory and "not asked for" in case.title for case in worthless)
