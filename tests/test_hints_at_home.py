"""hint() in a learner's notebook beside the grader, which has the catalogue."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice

import pytest
from at_home import Notebook, first_of_a_ladder, notebook
from held_out.corpus import HeldOut, answers, cells_of
from IPython.utils.capture import capture_output

from grader.checks.evidence import what_stopped
from grader.checks.notebook import cells
from grader.diagnosis import catalogue
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.rehearsals import Rehearsals
from grader.suite import Suite
from grader.verify import two

FUNCTIONS = ("my_dense", "my_dense_v", "my_sequential")
EACH = 25  # every so many programs are tried; benchmarks/hints_at_home.py tries all


@pytest.fixture(scope="module")
def home() -> Iterator[Notebook]:
    """A notebook as a learner has it."""
    with notebook() as found:
        yield found


@pytest.fixture(scope="module")
def known(suite: Suite) -> Catalogue:
    """The catalogue, which a learner has not."""
    assert suite.catalogue is not None
    return catalogue.load_catalogue(suite.catalogue)


def wrong(known: Catalogue) -> Iterator[HeldOut]:
    """Wrong answers to the functions: of the catalogue, and others."""
    programs = (
        HeldOut(entry.exercise, entry.name, False, frozenset({entry.name}), program)
        for entry in known.mistakes
        for program in entry.variants
        if entry.exercise in FUNCTIONS
    )
    yield from islice(programs, 0, None, EACH)
    others = (answer for answer in answers(FUNCTIONS) if not answer.right)
    yield from islice(others, 0, None, EACH)


def test_a_notebook_says_what_the_grader_says(
    suite: Suite, known: Catalogue, home: Notebook
) -> None:
    """hint() has the grader's ladder nine times of ten, and never one of another mistake."""
    diagnoser = Diagnoser(Rehearsals(known, suite.stand_ins))
    exercises = {exercise.name: exercise for exercise in suite.exercises}
    first_hints = {" ".join(entry.hints[0].split()) for entry in known.mistakes}
    told, same, other = 0, 0, []
    for answer in wrong(known):
        pair = two.Pair(exercises[answer.exercise], (), answer.source)
        found = diagnoser.diagnose(two.evidence(suite, known, pair)).entries
        said = first_of_a_ladder(home.said(cells_of(known, answer), answer.exercise))
        if len(found) == 1:
            told += 1
            same += said == " ".join(found[0].hints[0].split())
        causes = [entry for entry in known.of(answer.exercise) if entry.name in answer.causes]
        if said in first_hints and said not in {entry.hints[0] for entry in (*found, *causes)}:
            other.append((answer.exercise, answer.title, said))
    assert [] == other
    assert told > 30
    assert same >= 0.9 * told


STOPS = """
def my_dense(a_in, W, b, g):
    parts = {"w": W}
    return g(a_in @ parts["W"] + b)
"""
HALVED = """
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j] / 3, a_in) + b[j])
    return a_out
"""


@pytest.mark.parametrize(
    ("cell", "words"),
    [(STOPS, "no entry 'W'"), (HALVED, "line 4 of its cell: a_out[j] = g(np.dot(W[:, j] / 3")],
)
def test_an_unknown_mistake_gets_a_line_to_look_at(
    known: Catalogue, home: Notebook, cell: str, words: str
) -> None:
    """Where no mistake is known hint() explains what stopped, or shows where the answer is made."""
    assert words in home.said([known.given, cell], "my_dense")


def after(home: Notebook, *cells: str) -> str:
    """The name of the exception that is evidence for ``model`` after these cells; or nothing."""
    home.shell.reset(new_session=True)
    sys.last_value = None  # type: ignore[assignment]
    with capture_output():
        for cell in cells:
            home.shell.run_cell(cell, store_history=True)
    stopped = what_stopped("model")
    return stopped.error.kind if stopped else ""


SAYS_WHAT_TO_DO = """
class ToDoError(Exception):
    def _render_traceback_(self):
        return ["fill in the model first"]
def needs(value):
    if value is None:
        raise ToDoError
"""
CHECK = "from grader.checks import NotYetError\nraise NotYetError('0 of 2', model)"


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("ZeroDivisionError", ["model = 1 / 0"]),
        ("ZeroDivisionError", ["units = 1 / 0\nmodel = [units]"]),
        ("AttributeError", ["model = [3]", "model.compile()"]),
        ("AttributeError", ["model = [3]", "model.compile()", CHECK, CHECK]),
        ("", ["model = [3]", CHECK]),
        ("", ["model = [3]", "assert model == [4]"]),
        ("", [SAYS_WHAT_TO_DO, "model = None", "needs(model)\nmodel.compile()"]),
        ("", ["model = 1 / 0", "model.compile()"]),
        ("", ["model = [3]", "other = 1 / 0"]),
    ],
)
def test_what_an_exercise_is_made_of_stops_it_and_nothing_else(
    home: Notebook, kind: str, cells: list[str]
) -> None:
    """Checks, cells that wait for an exercise and what only looks at it are no evidence."""
    assert kind == after(home, *cells)


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("Hint 1 of 3: Python stops with a `NameError`", ["model = Sequentiell([])"]),
        ("Its cell stopped: Python stopped in line 1", ["model = (3).layers"]),
        ("Its cell stopped: run it once more", ["model = (3).layers", "model.compile()"]),
        ("Nothing to check yet", [SAYS_WHAT_TO_DO, "model = None", "needs(model)"]),
    ],
)
def test_a_model_that_was_not_made_is_told_by_its_cell(
    home: Notebook, words: str, cells: list[str]
) -> None:
    """What stopped it has its hints, as in the grader; what waits for it is not the fault."""
    assert words in home.said(cells, "digit_model")


def test_the_code_below_a_cell_magic_is_the_learners(home: Notebook) -> None:
    """A cell that is timed is read like any other."""
    home.shell.reset(new_session=True)
    with capture_output():
        home.shell.run_cell("%%time\nanswer = 3", store_history=True)
        home.shell.run_cell("%%html\n<b>answer</b>", store_history=True)
    timed, shown = cells()[-2:]
    assert "answer = 3\n" == timed
    assert "run_cell_magic" in shown
