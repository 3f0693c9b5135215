"""Slicing: what is run of a notebook, and that what is left out is not missed."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.submissions.reading import Cell
from grader.submissions.slicing import Slice, needed

patient = settings(deadline=None)  # a busy machine is no failure


def sliced(*sources: str, goals: tuple[str, ...] = ("f",), everything: bool = False) -> Slice:
    """The slice of cells with these sources."""
    cells = [Cell(number, source) for number, source in enumerate(sources, 1)]
    return needed(cells, goals, everything=everything)


def kept(*sources: str, goals: tuple[str, ...] = ("f",)) -> list[str]:
    """The lines that are run."""
    made = sliced(*sources, goals=goals)
    return [line for _, source in made.cells for line in source.split("\n") if line.strip()]


MODEL = """\
import numpy as np
import tensorflow as tf
import matplotlib.pyplot as plt
from autils import load_data, plot_digits
from public_tests import test_c1
tf.random.set_seed(1234)
X, y = load_data()
print(X.shape)
plot_digits(X)
X /= 2
X[0] = 1
np.random.shuffle(X)
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
test_c1(model)
model.summary()
model.compile(loss="bce")
history = model.fit(X, y, epochs=2)
prediction = model.predict(X[:1])
plt.plot(history.history["loss"])
"""


def test_what_a_model_needs() -> None:
    """Imports, data, its changes, seed, building and training run; plots and checks do not."""
    expected = [
        "import numpy as np",
        "import tensorflow as tf",
        "from autils import load_data, plot_digits",
        "tf.random.set_seed(1234)",
        "X, y = load_data()",
        "X /= 2",
        "X[0] = 1",
        "np.random.shuffle(X)",
        "model = tf.keras.Sequential([tf.keras.layers.Dense(1)])",
        'model.compile(loss="bce")',
        "history = model.fit(X, y, epochs=2)",
    ]
    assert expected == kept(*MODEL.splitlines(), goals=("model",))
    assert expected == kept(MODEL, goals=("model",))


def test_modules_are_those_of_what_is_run() -> None:
    """A library that only skipped cells import is not loaded."""
    made = sliced(MODEL, goals=("model",))
    assert {"numpy", "tensorflow", "autils"} == made.modules
    assert made.skipped
    assert frozenset() == sliced("import pandas\ndef f(): return 1").modules


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "def scale(a):\n    a /= 2\nX = load()\nscale(X)\nshow(X)\nf = X",
            ["def scale(a):", "    a /= 2", "X = load()", "scale(X)", "f = X"],
        ),
        (
            "def low(a):\n    a[0] = 1\ndef high(b):\n    low(b)\nf = [0]\nhigh(f)",
            ["def low(a):", "    a[0] = 1", "def high(b):", "    low(b)", "f = [0]", "high(f)"],
        ),
        (
            "def fit(m):\n    m.fit(1)\nf = make()\nfit(f)\nfit(other)",
            ["def fit(m):", "    m.fit(1)", "f = make()", "fit(f)"],
        ),
        (
            "def load():\n    global X\n    X = 1\nload()\nX += 1\nf = X",
            ["def load():", "    global X", "    X = 1", "load()", "X += 1", "f = X"],
        ),
        (
            "X = [0]\ndef low():\n    X[0] = 1\ndef high():\n    low()\nhigh()\nf = X",
            [
                "X = [0]",
                "def low():",
                "    X[0] = 1",
                "def high():",
                "    low()",
                "high()",
                "f = X",
            ],
        ),
        (
            "def load():\n    globals()['X'] = 1\nload()\ndef f():\n    return X",
            ["def load():", "    globals()['X'] = 1", "load()", "def f():", "    return X"],
        ),
    ],
    ids=["changes", "through another", "trains", "global", "global through another", "dynamic"],
)
def test_a_function_that_changes_what_it_gets(source: str, expected: list[str]) -> None:
    """A call whose function changes a needed object in place is needed, also at second hand."""
    assert expected == kept(source)


def test_names_in_a_function_are_found_wherever_they_are_bound() -> None:
    """A function's free names are looked up when it is called, so later bindings are needed."""
    assert ["def f():", "    return g() + K", "def g():", "    return 1", "K = 2"] == kept(
        "def f():\n    return g() + K", "unused = 1", "def g():\n    return 1", "K = 2"
    )


def test_what_a_comprehension_binds_is_its_own() -> None:
    """The variable of a comprehension needs no statement that binds the same name outside."""
    assert ["f = [i for i in range(3)]"] == kept("i = 5\nf = [i for i in range(3)]")


def test_what_a_comprehension_iterates_over_is_not_its_own() -> None:
    """``[x for x in x]`` reads the outer name first."""
    assert ["x = [1]", "f = [x for x in x]"] == kept("x = [1]\nf = [x for x in x]")


def test_loop_variables_are_the_loops() -> None:
    """A loop that binds its variable before it reads it needs no earlier binding of it."""
    source = "i = heavy()\nf = []\nfor i in range(3):\n    f.append(i)"
    assert ["f = []", "for i in range(3):", "    f.append(i)"] == [
        line for line in kept(source) if "heavy" not in line
    ]
    assert ["for i in range(2):", "    f = i"] == kept("for i in range(2):\n    f = i\n")


@pytest.mark.parametrize(
    "line",
    ["from helpers import *", "exec('x = 1')", "globals()['x'] = 1", "vars()['x'] = 1"],
)
def test_what_may_bind_anything_is_kept(line: str) -> None:
    """Star imports and code made of text are run, for nobody knows what they bind."""
    assert [line, "f = x"] == kept(f"{line}\nprint(1)\nf = x")


def test_statements_are_kept_whole() -> None:
    """Decorators, long calls and multi-line strings come along with their statement."""
    source = (
        "def twice(g):\n    return g\n\n@twice\ndef f():\n    '''One\n\n    two.'''\n    return (\n"
        "        1\n    )\nprint(\n    f()\n)"
    )
    made = sliced(source)
    assert ((1, source[: source.index("print")].rstrip() + "\n"),) == made.cells


def test_line_numbers_stay() -> None:
    """What is left out leaves empty lines, so that a traceback names the learner's own line."""
    source = "import os\nprint(1)\n\nx = 2\nprint(\n    3)\ndef f():\n    return x\nprint(4)\n"
    ((_, text),) = sliced(source).cells
    assert "\n\n\nx = 2\n\n\ndef f():\n    return x\n" == text


@pytest.mark.parametrize(
    "source",
    [
        'print("""a\nb"""); f = 1\nprint(2)',
        'f = 1; print("""a\nb"""); g = 2',
        "f = 1; \\\nprint(2)",
        "print(2); \\\n  f = 1",
    ],
)
def test_statements_on_one_line_stay_together(source: str) -> None:
    """Statements that share a line are run together: a half of them would be no Python."""
    ((_, text),) = sliced(source).cells
    space: dict[str, object] = {"print": lambda *_: None}
    exec(compile(text, "cell", "exec"), space)
    assert 1 == space["f"]


def test_magics_are_transparent() -> None:
    """A magic turned into a call of IPython is skipped like any call, and code around it runs."""
    source = "get_ipython().run_line_magic('matplotlib', 'inline')\nf = 1"
    assert ["f = 1"] == kept(source)


def test_everything_runs_everything() -> None:
    """With ``everything`` no statement is left out, in order."""
    made = sliced("import os\nprint(1)", "# nothing", "f = 1", everything=True)
    assert ((1, "import os\nprint(1)\n"), (3, "f = 1\n")) == made.cells
    assert not made.skipped
    assert {"os"} == made.modules


def test_the_last_definition_counts() -> None:
    """Definitions are counted over all cells, and the cell of the last one is known."""
    made = sliced("def f(): return 1", "f()", "def f(): return 2", "g = 1", goals=("f", "g", "h"))
    assert {"f": 2, "g": 1, "h": 0} == made.defined
    assert {"f": 3, "g": 4} == made.cell_of


def test_a_broken_cell_is_left_out() -> None:
    """A cell that is no Python is not looked at; the others are sliced as ever."""
    from grader.protocol.observations import Raised

    broken = Cell(1, "def f(:", Raised("SyntaxError", "invalid syntax"))
    made = needed([broken, Cell(2, "f = 1")], ["f"])
    assert ((2, "f = 1\n"),) == made.cells


def test_a_very_deep_expression_does_not_stop_the_grader() -> None:
    """A cell too deep to be analysed is kept, and the others are sliced as ever."""
    deep = "x = " + "+".join(["1"] * 2500)
    assert [deep, "f = 1"] == kept(deep, "f = 1\nprint(2)")


STATEMENTS = (
    "import numpy as np",
    "from os import path as p, sep",
    "a = 1; b = 2",
    "c = '''x\n  y\n'''; d = 4",
    "def f(x, *y, k=1, **z):\n    '''Doc.'''\n    return [i for i in x]",
    "@staticmethod\ndef g(x):\n    if x:\n        return 1\n    return 2",
    "class A(object):\n    n = 1\n\n    def m(self):\n        return self.n",
    "for i in range(3):\n    a += i\nelse:\n    b = i",
    "while False: a = 1",
    "if a: b = 1\nelif b: a = 1\nelse:\n    pass",
    "try:\n    q = 1\nexcept (ValueError, TypeError) as error:\n    q = 2\nfinally:\n    r = 3",
    "with open('x') as file, open('y'):\n    w = file",
    "match a:\n    case [h, *t] if h:\n        u = t\n    case _:\n        u = 0",
    "a[0], b.c = 1, 2",
    "print(a,\n      b)",
    "e = lambda v: v; print(e)",
    "async def co():\n    await co()",
    "await co()",
    "del b",
    "assert a, \\\n    b",
    "(n := 10)",
    "x: int = 3",
    "# only a comment",
    "",
    "raise ValueError(a)",
    "global_name = globals()",
)
GOALS = ("a", "b", "c", "d", "f", "g", "A", "q", "u", "e", "n", "nothing")


@patient
@given(
    st.lists(st.lists(st.sampled_from(STATEMENTS), max_size=6).map("\n".join), max_size=4),
    st.sets(st.sampled_from(GOALS)),
    st.booleans(),
)
def test_any_slice_is_python(cells: list[str], goals: set[str], everything: bool) -> None:
    """Whatever is asked for, what is kept of a cell is Python with every line where it was."""
    made = sliced(*cells, goals=tuple(goals), everything=everything)
    for number, text in made.cells:
        whole = ast.parse(cells[number - 1]).body
        part = ast.parse(text).body
        assert {ast.unparse(statement) for statement in part} <= {
            ast.unparse(statement) for statement in whole
        }
        before = cells[number - 1].split("\n")
        assert all(
            line in ("", before[index]) or not before[index].strip()
            for index, line in enumerate(text.rstrip("\n").split("\n"))
        )


@pytest.mark.parametrize(
    ("change", "with_it"),
    [
        ("net = model\nnet.fit(1)", True),
        ("for layer in model.layers:\n    layer.set_weights(1)", True),
        ("for i, layer in enumerate(model.layers):\n    layer.set_weights(1)", True),
        ("first, second = model.layers\nfirst.set_weights(1)", True),
        ("def train(m):\n    n = m\n    n.fit(1)\ntrain(model)", True),
        ("net = model = make()\nnet.fit(1)", True),
        ("p = model.predict(1)\np.sort()", False),
        ("for ax, x in zip(axes.flat, model.layers):\n    ax.imshow(x)", False),
    ],
)
def test_what_is_changed_by_another_name_is_changed(change: str, with_it: bool) -> None:
    """A change through a second name for an object, or for a part of it, counts as a change of it."""
    cells = [Cell(1, "model = make()\n"), Cell(2, f"{change}\n")]
    chosen = dict(needed(cells, ["model"]).cells)
    assert with_it is (2 in chosen and chosen[2].strip() != "")
