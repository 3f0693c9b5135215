"""What is not begun: one line says so, given lines earn nothing, and another file is told as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from nbformat import v4, writes

from grader.commandline.class_output import line
from grader.export import format_named
from grader.gradebook.classes import Row, Student
from grader.grading.grader import Grader, Options
from grader.pages.student_page import student_page
from grader.report import ExerciseResult, Report
from grader.submissions.begun import Outline
from grader.submissions.reading import of_sources
from grader.suite import Suite

GIVEN = "import numpy as np\nfrom autils import *\n"
TEMPLATE = {
    "digit_model": "import tensorflow as tf\nfrom tensorflow.keras.models import Sequential\n"
    "model = Sequential(\n    [\n        tf.keras.Input(shape=(400,)),\n"
    "        ### START CODE HERE ###\n\n        ### END CODE HERE ###\n    ], name='my_model'\n)\n",
    "training": "model.compile(loss=tf.keras.losses.BinaryCrossentropy(),\n"
    "    optimizer=tf.keras.optimizers.Adam(0.001))\n",
    "layers": "[layer1, layer2, layer3] = model.layers\nW1, b1 = layer1.get_weights()\n",
    "my_dense": "def my_dense(a_in, W, b, g):\n    '''One layer.'''\n    units = W.shape[1]\n"
    "    a_out = np.zeros(units)\n    ### START CODE HERE ###\n\n    ### END CODE HERE ###\n"
    "    return(a_out)\n",
    "my_sequential": "def my_sequential(x, W1, b1, W2, b2, W3, b3):\n"
    "    a1 = my_dense(x,  W1, b1, sigmoid)\n    a2 = my_dense(a1, W2, b2, sigmoid)\n"
    "    a3 = my_dense(a2, W3, b3, sigmoid)\n    return(a3)\n",
    "my_dense_v": "def my_dense_v(A_in, W, b, g):\n### START CODE HERE ###\n\n"
    "### END CODE HERE ###\n    return(A_out)\n",
}
RIGHT = "def my_dense(a_in, W, b, g):\n    return g(a_in @ W + b)\n"
WRONG = RIGHT.replace("+ b", "- b")


@contextmanager
def graders(suite: Suite, folder: Path, *, run_all: bool) -> Iterator[Callable[..., Report]]:
    """Grades cells: as a notebook, or all in one script as Colab saves them."""
    with Grader(suite, Options(run_all=run_all)) as grader:

        def graded(*cells: str, name: str = "submit.ipynb") -> Report:
            path = folder / name
            book = v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])
            script = '# -*- coding: utf-8 -*-\n"""Saved by Colab."""\n\n' + "\n".join(cells)
            text = writes(book) if name.endswith(".ipynb") else script
            path.write_text(text, encoding="utf-8")
            return grader.grade(path)

        yield graded


@pytest.fixture(scope="module")
def grade(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Report]]:
    """Grades cells of which the needed ones are run."""
    with graders(suite, tmp_path_factory.mktemp("begun"), run_all=False) as graded:
        yield graded


@pytest.fixture(scope="module")
def everything(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Report]]:
    """Grades cells that are all run."""
    with graders(suite, tmp_path_factory.mktemp("everything"), run_all=True) as graded:
        yield graded


def of(report: Report, name: str) -> ExerciseResult:
    """What it says of one exercise."""
    return next(exercise for exercise in report.exercises if exercise.name == name)


@pytest.mark.parametrize("name", ["submit.ipynb", "submit.py"])
@pytest.mark.parametrize(
    ("changed", "points"),
    [
        ({}, {}),
        ({"my_dense": RIGHT}, {"my_dense": 30, "my_sequential": 30}),
        ({"my_dense": WRONG}, {"my_sequential": 30}),
        ({"my_dense": ""}, {}),
        ({"my_dense": "def my_dense(a_in, W:\n    return 1\n\n"}, {"my_sequential": 30}),
        ({"my_dense": "class Layer:\n    pass\n", "layers": ""}, {}),
    ],
)
def test_given_lines_are_worth_nothing_by_themselves(
    grade: Callable[..., Report], name: str, changed: dict[str, str], points: dict[str, int]
) -> None:
    """A template earns nothing, in either form; a begun function earns what calls it its points."""
    report = grade(GIVEN, *({**TEMPLATE, **changed}).values(), name=name)
    earned = {exercise.name: exercise.earned for exercise in report.exercises if exercise.earned}
    unsure = {"my_dense"} if changed.get("my_dense") == WRONG else set()
    assert points == {name: found for name, found in earned.items() if name not in unsure}


def test_what_is_not_begun_takes_one_line(grade: Callable[..., Report]) -> None:
    """Each says where to begin, and nothing else is told of it."""
    report = grade(GIVEN, *TEMPLATE.values()).for_student()
    assert not any(exercise.begun for exercise in report.exercises)
    text = format_named("text").write(report)
    assert "called:" not in text
    assert () == report.cells
    assert "has no layers yet: begin in code cell 2" in text
    assert "`my_dense_v` is not started yet: begin in code cell 7" in " ".join(text.split())
    assert len(text.splitlines()) < 45


@pytest.mark.parametrize(
    ("source", "begun"),
    [
        ("def f(x, g):\n    pass\n", False),
        ("def f(x, g):\n    '''Text.'''\n    ...\n", False),
        ("def f(x, g):\n    raise NotImplementedError('later')\n", False),
        (
            "def f(x, g):\n    n = len(x)\n    out = np.zeros((n, x.shape[1]))\n    return out\n",
            False,
        ),
        ("def f(x: list, g=None) -> None:\n    print('hello')\n    return None\n", False),
        ("def f(x, g):\n    for j in range(x.shape[1]):\n        pass\n    return out\n", False),
        ("f = None\n", False),
        ("h = 1\n", False),
        ("def f(x, g):\n    return x\n", True),
        ("def f(x, g):\n    return g\n", True),
        ("def f(x, g):\n    return 0.5\n", True),
        ("def f():\n    return [1, 2]\n", True),
        ("def f(x, g):\n    return sigmoid(np.zeros(3))\n", True),
        ("def f(x, g):\n    a = np.zeros(x.shape[0] + 1)\n    return a\n", True),
        ("f = lambda x, g: g(x)\n", True),
        ("from mine import f\n", True),
        ("def f(x, g:\n    return g(x)\n", True),
        ("if True:\n    def f(x, g):\n        return g(x)\n", True),
        ("def f(x, g):\n    pass\ndef f(x, g):\n    return g(x)\n", True),
        ("def my_f(x, g):\n    return g(x)\n", True),
    ],
)
def test_begun_is_what_works_something_out(source: str, begun: bool) -> None:
    """Room, a measure, a loop over nothing and a return are what a template has."""
    assert begun is Outline(of_sources("x.ipynb", (source, "a = 1")).cells).is_begun("f")


@pytest.mark.parametrize(
    "cells",
    [
        ("import numpy as np", "def compute_cost(x, y, w, b):\n    return 0"),
        ("print('hello')",),
        ("library(ggplot2)\nx <- 1; y = {", "f <- function(a) { a + 1 }\nggplot(data = )"),
        ("#include <stdio.h>\nint main() { return 0; }",),
    ],
)
def test_another_file_is_told_as_one(grade: Callable[..., Report], cells: tuple[str, ...]) -> None:
    """One sentence comes first, in the class's table and on the student's page, too."""
    report = grade(*cells)
    text = format_named("text").write(report.for_student())
    said = "Is this the file that was asked for? None of the graded names is in it"
    assert text.partition("/ 100\n\n")[2].startswith(said)
    assert len(text.splitlines()) < 20
    assert "SyntaxError" not in text
    assert ("another language" in text) == any("<" in cell for cell in cells)
    row = Row(student=Student(id="s1"), report=report, points=0)
    assert said in line(row)
    assert said in student_page(report)


ANOTHER_MODEL = (
    "import tensorflow as tf\nfrom tensorflow.keras.models import Sequential\n"
    "from tensorflow.keras.layers import Dense\n"
    "model = Sequential([tf.keras.Input(shape=(2,)), Dense(3, activation='sigmoid')])\n"
)
MADE_OF_LOST = "from tools_of_this_week import *\nrows, classes = blobs()\n"
OF_AN_EARLIER_LAB = (
    "def my_dense(a_in, W, b):\n    return a_in @ W + b\n",
    "def my_sequential(x, W1, b1):\n    return my_dense(x, W1, b1)\n",
)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ((ANOTHER_MODEL,), "it has no more than `model`"),
        (OF_AN_EARLIER_LAB, "it has no more than `my_dense`, `my_sequential`"),
        (("# train the model here\ncost = 0.5\n",), "Nothing in it gives a value to any of the"),
        ((RIGHT,), ""),
        ((WRONG,), ""),
        (("def my_dense_layer(a_in, W, b, g):\n    return g(a_in @ W + b)\n",), ""),
        ((ANOTHER_MODEL, TEMPLATE["my_dense"], TEMPLATE["my_dense_v"]), ""),
    ],
)
def test_a_file_with_few_of_the_names_is_told_first(
    grade: Callable[..., Report], cells: tuple[str, ...], says: str
) -> None:
    """Half of the names are missing, and what is there is not what was asked for."""
    report = grade(GIVEN, *cells)
    text = format_named("text").write(report.for_student()).partition("/ 100")[2]
    said = " ".join(text.split()).startswith("Is this the file that was asked for?")
    assert said == bool(says)
    assert says in " ".join(text.split())


def test_what_a_lost_import_was_to_bring_is_no_mistake_of_the_model(
    grade: Callable[..., Report],
) -> None:
    """The import that failed is told, not the names that are missing in consequence."""
    model = ANOTHER_MODEL.replace("Dense(3", "Dense(classes")
    result = of(grade(GIVEN, MADE_OF_LOST, model), "digit_model")
    assert () == result.mistakes
    assert "from tools_of_this_week import *" in result.message


TO_COME = "needs_it = model\nneeds_it.fit(1)\n"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["model = None\n", TO_COME], []),
        (["model = None\n", TO_COME, "print(1 / 0, my_dense)\n"], ["ZeroDivisionError"]),
        (["model = None\n", "after = model.layers\n", "print(after[0])\n"], []),
        (["model.fit(1)\n"], []),
        (["model = None\n", "modle.fit(model)\n"], ["NameError"]),
        (["model = None\n", "import numpy as np\nnp.mea(model)\n"], ["AttributeError"]),
        (["class NotDoneYetError(Exception): ...\nraise NotDoneYetError('later')\n"], []),
        (["class NotYet(Exception): ...\nraise NotYet('install it')\n"], []),
        (["def my_dense(a_in, W, b, g):\n    return a_out\n", "my_dense(1, 2, 3, 4)\n"], []),
        (["model = None\n", "thing = None\nthing.start()\n"], ["AttributeError"]),
    ],
)
def test_a_cell_that_waits_for_what_is_not_begun_is_quiet(
    everything: Callable[..., Report], cells: list[str], told: list[str]
) -> None:
    """Only what stopped of itself is told."""
    report = everything(*([RIGHT, *cells] if told else cells))
    assert told == [trouble.what.partition(":")[0] for trouble in report.cells]


def test_what_lacks_a_name_of_a_cell_that_stopped_is_no_cause(
    everything: Callable[..., Report],
) -> None:
    """What stopped first is to be mended; a cell that lacks its names follows from it."""
    model = TEMPLATE["digit_model"].replace(
        "        ### START CODE HERE ###\n",
        "".join(f"        tf.keras.layers.Dense({units}, 'sigmoid'),\n" for units in (25, 15, 1)),
    )
    waits = f"raise RuntimeError('fill in my_dense first')\ntwin = model\n{TEMPLATE['training']}"
    follows = "for layer in twin.layers:\n    layer.build(3)\n"
    message = of(everything(GIVEN, model, waits, follows), "digit_model").message
    assert "twin" not in message
    assert "The cell that compiles and trains the model has not reached its end" in message


def test_the_blank_lab_says_of_each_exercise_that_it_waits(grade: Callable[..., Report]) -> None:
    """Given cells that stop since the model is None are not told as its mistake."""
    book = nbformat.read(ROOT / "assignment" / "C2_W1_Assignment.ipynb", as_version=4)
    report = grade(*(cell.source for cell in book.cells if cell.cell_type == "code"))
    assert "`model` is still None" in of(report, "digit_model").message
    assert [] == [exercise.name for exercise in report.exercises if exercise.begun]
