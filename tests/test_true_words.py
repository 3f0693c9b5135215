"""The first sentence on a wrong answer is true, and the most exact one there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace

from grader.grading.grader import Grader
from grader.report import ExerciseResult
from grader.suite import Suite

GIVEN = "import numpy as np\nfrom autils import *\n"
RIGHT = "def my_dense(a_in, W, b, g):\n    return g(a_in @ W + b)\n"
LOOP = """def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        a_out[j] = g(np.dot(w, a_in) + b[j])
    return a_out
"""
CHAIN = """def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)
"""
Grade = Callable[..., ExerciseResult]


def grades(suite: Suite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grade]:
    """Grades cells; gives what is said of one exercise."""
    path = tmp_path_factory.mktemp("words") / "submit.py"
    with Grader(suite) as grader:

        def graded(*cells: str, name: str = "my_dense") -> ExerciseResult:
            path.write_text("".join(f"# %%\n{cell}\n" for cell in (GIVEN, *cells)))
            exercises = grader.grade(path).exercises
            return next(exercise for exercise in exercises if exercise.name == name)

        yield graded


@pytest.fixture(scope="module")
def grade(suite: Suite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grade]:
    """With the instructor's part."""
    yield from grades(suite, tmp_path_factory)


@pytest.fixture(scope="module")
def grade_at_home(suite: Suite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grade]:
    """As the student's package does, without it."""
    cases = tuple(case for case in suite.cases if not case.private)
    public = replace(suite, cases=cases, stand_ins={}, worked_examples={}, catalogue=None, key=b"")
    yield from grades(public, tmp_path_factory)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("w = W[:, units]", "Which name in this line holds that number"),
        ("w = W[:, len(b)]", "entry 3 was asked for"),
        ("w = W[:, W.shape[1]]", "entry 3 was asked for"),
    ],
)
def test_another_index_is_not_the_loop_that_runs_too_far(
    grade: Grade, line: str, says: str
) -> None:
    """A size where the counter belongs gives the same exception, and is another mistake."""
    result = grade(LOOP.replace("w = W[:, j]", line))
    assert () == result.mistakes
    assert says in result.message


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("import pandas as pd\n" + RIGHT.replace("g(", "pd.Series("), "`pd` was to come from an"),
        ("from torch import sigmoid as s\n" + RIGHT.replace("g(", "s("), "The module torch is not"),
        (
            "from lab_utils import *\n" + RIGHT.replace("g(", "act("),
            "`act` was to come from an import that failed in line 3 of code cell 2",
        ),
        ("from nowhere import x as act\n" + RIGHT.replace("g(", "act("), "`act` was to come"),
    ],
)
def test_an_import_that_failed_comes_before_a_misspelling(
    grade: Grade, cell: str, says: str
) -> None:
    """The module is named, with the line that was to bring the name."""
    result = grade(f"\n{cell}")
    assert says in result.message
    assert "letter by letter" not in result.message
    assert () == result.mistakes


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (
            "    out = np.zeros(len(b))\n    for j in range(len(b)):\n        out[j] = print(g(W[:, j]))\n    return out",
            "nan (not a number) comes of None",
        ),
        ("    return g(a_in @ W + b) / 0.0", "inf (infinity) comes of"),
        (
            "    out = np.zeros(len(b))\n    try:\n        out[0] = g(W @ a_in)\n    except Exception:\n        pass\n    return out",
            "Every number is 0",
        ),
        ("    return float(g(a_in @ W + b)[0])", "One number came back"),
        ("    return float(np.median(g(a_in @ W + b)))", "One number came back"),
        ("    return g(a_in @ W + b)[:2]", "wanted. Print the .shape"),
        ("    return np.repeat(g(a_in @ W + b), 2)", "Numbers that came back: 6, and 3"),
        ("    return [f'{z:.6f}' for z in g(a_in @ W + b)]", "Its parts are texts"),
        ("    return str(g(a_in @ W + b))", "A text came back"),
        ("    return [None for z in g(a_in @ W + b)]", "A part of it is None"),
        ("    return [print for z in a_in @ W + b]", "A part of it is a"),
        ("    return g * (a_in @ W + b)", "`*` stands beside a function itself"),
        (
            "    assert a_in.shape[0] == W.shape[1], 'sizes'\n    return g(a_in @ W + b)",
            "Your own check stops the call, and the call is right",
        ),
        (
            "    out = np.zeros(len(b))\n    out[0][1] = 2\n    return g(a_in @ W + b)",
            "of type numpy.float64",
        ),
        ("    return g(a_in @ W + b)[0][0]", "a single number, which has no parts"),
        ("    return {g(a_in @ W + b)}", "is used as a key here"),
    ],
)
def test_the_most_exact_sentence_comes_first(grade: Grade, body: str, says: str) -> None:
    """Exceptions are explained, type and shape told, before a property is said to break."""
    assert says in grade(f"def my_dense(a_in, W, b, g):\n{body}\n").message


@pytest.mark.parametrize(
    ("call", "lacks"),
    [
        ("my_dense(x, (W1, b1), sigmoid)", False),
        ("my_dense(x, [W1, b1], sigmoid)", False),
        ("my_dense(x, b1, lambda z: sigmoid(z))", False),
        ("my_dense(x, W1, b1)", True),
    ],
)
def test_what_is_handed_over_is_not_asked_for(grade: Grade, call: str, lacks: bool) -> None:
    """Where the activation is in the call, the call is not said to lack it."""
    chain = CHAIN.replace("my_dense(x, W1, b1, sigmoid)", call)
    result = grade(RIGHT, chain, name="my_sequential")
    assert lacks == ("my_sequential/activation_not_handed_over" in result.mistakes)
    assert "(W1, b1)" not in call or "counted from the left" in result.message


def test_a_decorator_of_a_library_is_explained_without_a_line(grade: Grade) -> None:
    """What stops before the first line of the function runs has its explanation all the same."""
    result = grade(f"from functools import lru_cache\n@lru_cache\n{RIGHT}")
    assert "something like lru_cache" in result.message


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        (RIGHT.replace("+ b)", "+ b"), "was never closed in line"),
        (RIGHT.replace("g):", "g)"), "A line that begins with def"),
        (RIGHT.replace("    return", "  x = 1\n    return"), "Unexpected indent"),
    ],
)
def test_what_cannot_be_read_is_there_and_costs(grade: Grade, cell: str, says: str) -> None:
    """It is not asked whether the cell is filled in, and what it costs is said."""
    message = grade(cell).message
    assert message.startswith("`my_dense` is there, but Python cannot read")
    assert "nothing of that can run or earn points" in message
    assert says in message


SLIPS = [
    (RIGHT.replace("g(", "sigmoid("), "my_dense", "`g = lambda z: z`"),
    (LOOP.replace("W[:, j]", "W[j]"), "my_dense", "how your code reads from W"),
    ("def my_dense_v(A_in, W, b, g):\n    return g(A_in @ W)\n", "my_dense_v", "not used yet"),
    (
        "def my_dense_v(A_in, W, b, g):\n    return sigmoid(A_in @ W + b)\n",
        "my_dense_v",
        "not used",
    ),
]


@pytest.mark.parametrize(("cell", "name", "says"), SLIPS)
def test_a_mistake_has_its_hints_without_the_instructors_part(
    grade: Grade, grade_at_home: Grade, cell: str, name: str, says: str
) -> None:
    """One diagnosis for everywhere: the student's own command says what the grader says."""
    at_home = grade_at_home(cell, name=name)
    assert says in at_home.message
    assert grade(cell, name=name).message == at_home.message


@pytest.mark.parametrize(
    ("old", "new"),
    [("x, W1, b1, sig", "x, b1, W1, sig"), ("a1, W2", "a1.T, W1"), ("a2, W3", "a2, W3[0]")],
)
def test_a_line_is_the_exercises_own_without_stand_ins(
    grade_at_home: Grade, old: str, new: str
) -> None:
    """A wrong call in my_sequential is placed there, and not in a right my_dense."""
    result = grade_at_home(LOOP, CHAIN.replace(old, new), name="my_sequential")
    stopped = [case for case in result.cases if case.line]
    assert stopped
    assert {3} == {case.cell for case in stopped}
    assert all("my_dense(" in case.where for case in stopped)


@pytest.mark.parametrize("body", ["g(a_in @ W + b) ** 2", "g(a_in @ W + b + 1)", "a_in @ W - b"])
def test_the_help_of_a_public_case_names_no_cause(grade_at_home: Grade, body: str) -> None:
    """Of an answer whose cause is unknown a case says where to look."""
    result = grade_at_home(f"def my_dense(a_in, W, b, g):\n    return {body}\n")
    assert () == result.mistakes
    words = " ".join(case.help for case in result.cases if case.status == "failed")
    assert not any(cause in words for cause in ("Use the", "what belongs to", "does your code"))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("out = np.concatenate([g(a_in @ W + b), b])\n    return out", "Numbers that came back: 6"),
        ("return list(g(a_in @ W + b)) + ['end']", ""),
        ("z = a_in @ W + b\n    return g(z) ** 3", ""),
        ("z = a_in[:100] @ W[:100] + b\n    return g(z)", "The sizes come from W"),
    ],
)
def test_an_answer_without_a_name_is_told_where_it_is_made(
    grade: Grade, body: str, says: str
) -> None:
    """A wrong shape or type, too, is told with the line of the learner's own that makes it."""
    result = grade(f"def my_dense(a_in, W, b, g):\n    {body}\n")
    assert () == result.mistakes
    assert says in result.message
    assert re.search(r"Your answer is made in line \d of code cell 2: ", result.message)
