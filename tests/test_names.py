"""Names: what a statement uses, binds and changes, read from its syntax tree."""

from __future__ import annotations

import ast

import pytest

from grader.submissions.bindings import Names, changing_functions, modules_of, names_of

IMPORTED = frozenset({"np", "tf", "plt", "keras"})


def names(source: str) -> Names:
    """The names of one statement."""
    (statement,) = ast.parse(source).body
    return names_of(statement, IMPORTED)


@pytest.mark.parametrize(
    ("source", "uses"),
    [
        ("y = X + 1", {"X"}),
        ("y = [x * k for x in xs]", {"xs", "k"}),
        ("y = [x for x in x]", {"x"}),
        ("y = {a: b for a, b in pairs if a}", {"pairs"}),
        ("y = [b for a in rows for b in a]", {"rows"}),
        ("for i in range(n):\n    t = i + m", {"range", "n", "m"}),
        ("with open(p) as f:\n    t = f.read()", {"open", "p"}),
        ("def f(a, b=default):\n    c = a + g(b)\n    return c", {"default", "g"}),
        ("f = lambda a: a + k", {"k"}),
        ("class A(Base):\n    def m(self):\n        return k", {"Base", "k"}),
        ("@mark\ndef f():\n    pass", {"mark"}),
        ("if t:\n    z = 1\nw = z" if False else "if t:\n    z = 1\nelse:\n    w = z", {"t", "z"}),
        ("X /= s", {"X", "s"}),
        ("X[i] = v", {"X", "i", "v"}),
        ("del X[0]", {"X"}),
        ('t = f"{a} {b!r:{w}}"', {"a", "b", "w"}),
        ("def f():\n    def g():\n        return k\n    return g", {"k"}),
        ("import numpy as np", set()),
    ],
)
def test_what_a_statement_uses(source: str, uses: set[str]) -> None:
    """Names read from outside count; parameters, loop variables and own names do not."""
    assert uses == names(source).uses - names(source).binds | (uses & names(source).uses)


@pytest.mark.parametrize(
    ("source", "binds"),
    [
        ("a = b = 1", {"a", "b"}),
        ("(a, [b, *c]) = t", {"a", "b", "c"}),
        ("a: int = 1", {"a"}),
        ("a: int", set()),
        ("import os.path, numpy as np", {"os", "np"}),
        ("from m import a, b as c", {"a", "c"}),
        ("def f(a):\n    b = a", {"f"}),
        ("async def f(a):\n    b = a", {"f"}),
        ("class A:\n    x = 1", {"A"}),
        ("for i, j in pairs:\n    k = i", {"i", "j", "k"}),
        ("with a() as b:\n    c = 1", {"b", "c"}),
        ("if t:\n    a = 1\nelse:\n    b = 1", {"a", "b"}),
        ("try:\n    a = 1\nexcept E as e:\n    b = 1\nfinally:\n    c = 1", {"a", "b", "c"}),
        ("def f():\n    global g\n    g = 1", {"f", "g"}),
        ("y = [x for x in xs]", {"y"}),
        ("print(n := 3)", {"n"}),
        ("f = lambda a: a", {"f"}),
    ],
)
def test_what_a_statement_binds(source: str, binds: set[str]) -> None:
    """Every form of binding counts, and names local to a function or comprehension do not."""
    assert binds == names(source).binds


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("X /= 2", {"X"}),
        ("X[0] = 1", {"X"}),
        ("X[0][1] += 1", {"X"}),
        ("a.b.c = 1", {"a"}),
        ("del d['k']", {"d"}),
        ("del X", {"X"}),
        ("model.compile(loss='bce')", {"model"}),
        ("history = model.fit(X, y)", {"model"}),
        ("model.layers[0].set_weights(w)", {"model"}),
        ("np.random.shuffle(X)", {"X"}),
        ("np.fill_diagonal(W, 0)", {"W"}),
        ("np.multiply(X, 2, out=X)", {"X"}),
        ("np.clip(A, 0, 1, out=B[0])", {"B"}),
        ("tf.random.set_seed(1)", {"tf"}),
        ("np.random.seed(1)", {"np"}),
        ("tf.config.run_functions_eagerly(True)", {"tf"}),
        ("setattr(model, 'x', 1)", {"model"}),
        ("p = model.predict(X)", set()),
        ("print(X.mean(), X.shape, X.reshape(-1))", set()),
        ("plt.plot(X)", set()),
        ("y = np.sum(X)", set()),
        ("y = [x for x in X]", set()),
        ("f = lambda a: a.append(1)", set()),
        ("def f(a):\n    a[0] = 1", set()),
        ("def f():\n    X[0] = 1", {"X"}),
    ],
)
def test_what_a_statement_changes_in_place(source: str, changes: set[str]) -> None:
    """Assignments into objects, unknown methods and in-place functions change; looking does not."""
    assert changes == names(source).changes


def test_changing_is_passed_on() -> None:
    """A function changes its argument also through another one, however many lie between."""
    source = (
        "def low(a):\n    a[0] = 1\n"
        "def middle(b):\n    return low(b)\n"
        "def high(c, d):\n    middle(d)\n"
        "def looks(e):\n    return e.mean()\n"
        "def endless(f):\n    return endless(f)\n"
    )
    functions = [
        statement for statement in ast.parse(source).body if isinstance(statement, ast.FunctionDef)
    ]
    assert {"low", "middle", "high"} == changing_functions(functions, IMPORTED)


@pytest.mark.parametrize(
    ("source", "dynamic"),
    [
        ("exec('x = 1')", True),
        ("globals()['x'] = 1", True),
        ("x = eval('1')", True),
        ("def f():\n    globals()['x'] = 1", True),
        ("y = model.eval()", False),
        ("y = 1", False),
    ],
)
def test_what_the_tree_does_not_show(source: str, dynamic: bool) -> None:
    """Built-in ways to reach names by text are marked; methods of the same name are not."""
    assert dynamic == names(source).dynamic


def test_a_star_is_marked() -> None:
    """A star import may bind anything."""
    assert names("from m import *").star
    assert not names("from m import a").star


def test_modules_of_imports() -> None:
    """Each imported name is known with the top-level module it comes from."""
    tree = ast.parse("import numpy as np, os.path\nfrom tensorflow.keras import layers as L\n")
    assert {"np": "numpy", "os": "os", "L": "tensorflow"} == modules_of([tree])


def test_a_very_deep_expression_is_taken_to_do_anything() -> None:
    """An expression too deep to be walked is kept rather than judged, and nothing raises."""
    deep = names("x = " + "+".join(["1"] * 2500))
    assert deep.dynamic


@pytest.mark.parametrize("argument", ["a if t else b", "[a, b][0]", "zip(a, b)", "(a.x, *b)"])
def test_the_names_that_an_argument_passes(argument: str) -> None:
    """A name is passed as a whole, as a part, under a condition, or in a list or a zip."""
    assert {"a", "b"} == names(f"f({argument})").passes["f"]
