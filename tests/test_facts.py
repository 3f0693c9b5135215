"""The words in which mistakes are recognised: each finds what it names, and never fails."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.diagnosis import catalogue
from grader.diagnosis.facts import NOTHING, NUMPY, Code, FunctionFacts, ModelFacts, Part
from grader.diagnosis.function_facts import function_facts
from grader.diagnosis.model_facts import Predictions
from grader.protocol.observations import Described, Layer
from grader.protocol.values import array
from grader.suite import Suite

ROOT = Path(__file__).resolve().parents[1]
LAYER = """
def layer(x, W, b, g):
    out = np.zeros(W.shape[1])
    for j in range(len(b)):
        w = W[:, j]
        out[j] = g(np.dot(w, x) + b[-1])
    total += 2 * x[1:]
    print(out)
    np.append(out, 1)
    return [out, x if j > 1 else None]
"""


def function(source: str, *messages: str, asked: tuple[str, ...] = ()) -> FunctionFacts:
    """The facts of the last function of a source."""
    name = re.findall(r"def (\w+)", source)[0]
    found = function_facts(source, name, NUMPY, frozenset(messages), asked=asked)
    assert found is not None
    return found


def part(source: str) -> Part:
    """The part that an expression or a statement is."""
    (statement,) = Code(ast.parse(source)).statements
    return statement.value if statement.is_a(ast.Expr) else statement


def test_calls_are_found_by_what_is_called() -> None:
    """By the last name, with or without a dot, and by what stands before it."""
    layer = function(LAYER)
    assert ["zeros"] == [call.called for call in layer.calls("zeros")]
    assert {"dot", "zeros", "append"} == {call.called for call in layer.calls(of=NUMPY)}
    (dot,) = layer.calls("dot", "matmul")
    assert ("dot", "dot", "", "np") == (dot.called, dot.method, dot.function, dot.owner.name)
    assert ["w", "x"] == [arg.name for arg in dot.args] == [arg.name for arg in dot.factors]
    (applied,) = layer.calls("g")
    assert ("g", "") == (applied.function, applied.method)
    assert () == layer.calls("missing") == layer.calls("zeros", of={"tf"})
    assert {"zeros", "append"} == {call.called for call in layer.calls("zeros", "append")}


def test_what_is_handed_over_by_place_and_by_name() -> None:
    """A place that is not there is nothing, and nothing can be asked all the same."""
    call = part("np.full(3, fill_value=b)")
    assert (3, None) == (call.arg(0).number, call.arg(7).number)
    assert {"fill_value": "b"} == {word: value.name for word, value in call.keywords.items()}
    assert 2 == len(call.inputs)
    assert not call.arg(7)


def test_what_picks_and_what_is_picked_from() -> None:
    """The index as its parts, the number alone, a bare colon, the ends of a range, a new axis."""
    layer = function(LAYER)
    assert ["W"] == [pick.value.name for pick in layer.picks_of("W")]
    (column,) = layer.picks_of("W")
    assert [True, False] == [index.is_whole for index in column.index]
    assert "j" == column.index[1].name
    assert [-1] == [pick.place for pick in layer.picks_of("b")]
    (range_,) = layer.picks_of("x")
    assert (1, False) == (range_.index[0].ends[0].number, bool(range_.index[0].ends[1]))
    assert {"out"} == layer.filled
    assert [True, False, True] == [
        index.is_new_axis for index in part("b[None, 0, np.newaxis]").index
    ]


def test_names_are_read_given_filled_grown_and_returned() -> None:
    """Each word has its own names, and none the names of the others."""
    layer = function(LAYER)
    assert {"out", "w", "j", "total"} == layer.given
    assert {"x", "W", "b", "g", "np", "range", "len", "print"} <= layer.read
    assert {"j"} == layer.counters
    assert {"out", "x", "j"} == layer.returned
    assert {"out"} == layer.results("zeros")
    assert {"found"} == function("def f(a):\n    found.append(a)\n    np.append(a, 1)").grown
    assert set() == function("def f(a):\n    a = [0]").filled


def test_loops_repeat_their_body_alone() -> None:
    """The head is no part of what is repeated; a list built in place repeats its element."""
    layer = function(LAYER)
    (loop,) = layer.for_loops
    assert "range" == loop.iterated.function
    assert "range" not in {inner.name for inner in loop.repeated}
    assert {"w", "out", "g"} <= {inner.name for inner in loop.repeated}
    (built,) = function("def f(xs):\n    return [2 * x for x in xs if x]").repeating
    assert ("x", "xs", "*") == (built.counter, built.iterated.name, built.body[0].operator)
    assert function("def f(xs):\n    return [x for x in xs]").collects
    assert not function("def f(xs):\n    return xs").collects
    assert "<=" == function("def f(n):\n    while n <= 3: pass").loops[0].test.operator


BESIDE = """
def layer(x, W, b, g, seen={}):
    norm = np.linalg.norm(x)
    print(x / norm)
    log.append(len(x))
    if b is None:
        raise ValueError("no bias")
    units = W.shape[1]
    out = []
    for j in range(units):
        z = x @ W[:, j]
        seen[j] = z
        with quiet():
            z += b[j]
        out.append(g(z))
    tried = out[0] - 1
    result = np.array(out)
    return result
"""


def test_what_stands_beside_the_answer_takes_no_part_in_it() -> None:
    """Prints, logs, checks and what is tried out are left out; blocks are followed."""
    made = function(BESIDE).working
    assert {"units", "out", "j", "z", "result"} == made.given
    assert {"out"} == made.grown
    assert set() == made.filled
    assert {"norm", "tried", "log", "seen", "print"}.isdisjoint(made.used)
    assert {"array", "range", "append", "g", "quiet"} == {call.called for call in made.calls()}
    nothing = function("def f(x):\n    y = x / 2\n    print(y)\n").working
    assert () == nothing.parts[1:]


def test_operators_are_signs() -> None:
    """Sums, changes and comparisons have one; a comparison has all that it compares."""
    layer = function(LAYER)
    assert ["*", "+"] == sorted(operation.operator for operation in layer.operations)
    assert ["+"] == [change.operator for change in layer.changes]
    assert ["x", "y", "z"] == [operand.name for operand in part("x < y < z").operands]
    assert ("x", "y", "@") == (
        part("x @ y").left.name,
        part("x @ y").right.name,
        part("x @ y").operator,
    )
    assert ["x", "y"] == [factor.name for factor in part("x @ y").factors]
    assert (-2, None, None) == (part("-2").number, part("True").number, part("'2'").number)


def test_choices_have_a_test_and_branches() -> None:
    """An ``if`` has its statements in both cases, a choice in a line its two values."""
    choice = part("1 if x > 0 else 2")
    assert (">", [1, 2]) == (choice.test.operator, [end.number for end in choice.branches])
    (statement,) = Code(ast.parse("if x:\n    a = 1\nelse:\n    a = 2")).statements
    assert [1, 2] == [end.value.number for end in statement.branches]


@pytest.mark.parametrize(
    ("body", "gives"),
    [
        ("return a", True),
        ("return None", False),
        ("return", False),
        ("return print(a)", False),
        ("yield a", True),
        ("pass", False),
    ],
)
def test_a_function_gives_something_back_or_not(body: str, gives: bool) -> None:
    """None, nothing and what print gives are nothing."""
    assert gives is function(f"def f(a):\n    {body}").gives_back


@pytest.mark.parametrize(
    ("head", "counts"),
    [
        ("a, b", {2}),
        ("a, b=1", {1, 2}),
        ("a, /, b, *, c=1", {2, 3}),
        ("*a", {0, 1, 2, 3, 4}),
        ("", {0}),
    ],
)
def test_with_how_many_values_a_function_can_be_called(head: str, counts: set[int]) -> None:
    """What has a default may be left out; a star takes any number."""
    made = function(f"def f({head}): pass")
    assert counts == {count for count in range(5) if made.takes(count)}


def test_parameters_have_their_place() -> None:
    """Those that are asked for come in the order of the exercise; one that is missing is nobody's."""
    swapped = function("def f(W, x): pass", asked=("x", "W"))
    assert (("x", "W"), ("W", "x")) == (swapped.parameters, swapped.order)
    assert ("x", "W") == swapped.first(2)
    x, missing = function("def f(x): return x").first(2)
    assert "x" == x
    assert missing not in function("def f(x): return x").used


def test_exceptions_are_known_by_kind_and_by_words() -> None:
    """All pieces have to be in the same message; a line break stands for its end."""
    failed = function("def f(): pass", "TypeError: 'str' object is not callable", "KeyError: 'a'")
    assert failed.raises("TypeError", "ValueError")
    assert not failed.raises("ValueError")
    assert failed.says("'str'", "not callable")
    assert failed.says("callable\n")
    assert not failed.says("'str'\n")
    assert not failed.says("'str'", "KeyError")


def test_functions_within_are_not_its_own() -> None:
    """What a helper or a lambda does is no part of what the function itself does."""
    made = function("def f(a):\n    def g(b): return 1\n    h = lambda c: d\n    return a")
    assert ["a"] == [found.value.name for found in made.own_parts if found.is_a(ast.Return)]
    assert "d" not in {found.name for found in made.own_parts}


def test_a_model_shows_its_layers_and_its_training() -> None:
    """What was compiled and trained, layer by layer; and what is put into its name."""
    layers = (Layer("Dense", 3, "relu"), Layer("Flatten"), Layer("Dense", 1, "sigmoid"))
    model = Described(
        layers, input_shape=(None, 4), loss="mse", optimizer="Adam", learning_rate=0.1, steps=7
    )
    outputs = array([0.1, 0.3, 0.8, 0.6]).numpy()
    shown = ModelFacts(model, outputs, frozenset(), "model = a\nmodel.fit(X[0])\nmodel = b()")
    assert ([3, None, 1], ["relu", "", "sigmoid"]) == (shown.units, shown.activations)
    assert ((None, 4), "mse", "Adam", 0.1, 7) == (
        shown.input_shape, shown.loss, shown.optimizer, shown.learning_rate, shown.steps,
    )  # fmt: skip
    assert ["a", ""] == [value.name for value in shown.assigned("model")]
    assert [0] == [call.arg(0).place for call in shown.code.calls("fit")]
    assert (0.1, 0.8) == (shown.predictions.lowest, shown.predictions.highest)
    assert pytest.approx(0.2) == shown.predictions.first_half
    assert pytest.approx(0.7) == shown.predictions.second_half
    assert shown.made
    assert not shown.raised


def test_without_a_model_there_is_nothing_to_see() -> None:
    """All is empty, no number is like another, and nothing fails."""
    shown = ModelFacts(None, None, frozenset({"NameError: q"}), "not Python (")
    assert ([], [], (), "", "", 0) == (
        shown.units, shown.activations, shown.input_shape, shown.loss, shown.optimizer, shown.steps,
    )  # fmt: skip
    assert not shown.learning_rate < 1
    assert not shown.predictions.lowest < 1
    assert not shown.made
    assert shown.raised
    assert () == shown.code.parts[1:] == shown.assigned("model")
    assert not Predictions(array([1.0]).numpy()).highest < 2


SOURCES = st.sampled_from(
    [
        LAYER,
        "def f(*a, b=1, **c):\n    for x, y in a: x.y = c = d[0][:, None] = [*x]\n    del x, a[0]",
        "def f(a, /):\n    with a as b: return lambda: (yield)\n    a: int = -b[...] if a else {a: a}",
        "async def g(): pass\ndef f(): return f'{a}', not a, a < b < c, {*a}, a @ b, [b for a in c]",
        "def f(n):\n    while n: n -= 1\n    try: n()\n    except E as e: raise",
        "def f(n):\n    match n:\n        case [x, *_]: pass",
    ]
)
ASKED = [name for name in vars(Part) if isinstance(vars(Part)[name], property) and name[0] != "_"]


@settings(deadline=None)
@given(SOURCES, st.integers(0, 200))
def test_every_part_answers_every_question(source: str, which: int) -> None:
    """Whatever the part is, nothing that can be asked of it fails."""
    parts = Code(ast.parse(source)).parts
    for asked in ASKED:
        getattr(parts[which % len(parts)], asked)
        assert getattr(NOTHING, asked) in ("", (), None, 0, False, {}, NOTHING, frozenset()) or (
            asked in ("sides", "ends")
        )
    assert not parts[which % len(parts)].arg(99)


LONG = (
    "    a[b[0]] = c[:, j] + np.append(a, g(np.dot(W[:, j], a_in)))\n    for k in range(3): a = k\n"
)


def test_a_long_answer_takes_no_more_than_its_length(suite: Suite) -> None:
    """Eight times the code takes all functions of entries some eight times as long, not 64."""
    assert suite.catalogue is not None
    functions = [
        asks
        for entry in catalogue.load_catalogue(suite.catalogue).of("my_dense")
        for asks in (entry.recognise, entry.exclude)
        if asks
    ]

    def seconds(lines: int) -> float:
        """The shortest of three times."""
        source = f"def my_dense(a_in, W, b, g):\n{LONG * lines}    return a\n"
        times = []
        for _ in range(3):
            asked = function(source, "ValueError: x", "TypeError: y", "IndexError: z")
            began = time.process_time()
            for asks in functions:
                asks(asked)
            times.append(time.process_time() - began)
        return min(times)

    assert seconds(400) < 32 * seconds(50)


CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def functions(suite: Suite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the functions of the catalogue's entries, a module each."""
    assert suite.catalogue is not None
    folder = tmp_path_factory.mktemp("functions")
    for path in suite.catalogue.glob("mistakes/*/*.py"):
        _, *cells = CELL.split(path.read_text(encoding="utf-8"))
        for title, source in zip(cells[::2], cells[1::2], strict=True):
            if title.strip() in ("recognised by", "or recognised by", "not if"):
                (folder / f"{path.parent.name}__{path.stem}.py").write_text(source.strip() + "\n")
    return folder


def test_the_functions_of_entries_are_typed(functions: Path) -> None:
    """A fact that does not exist, in whatever branch, is an error of the strict type check."""
    command = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", str(functions)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr


def test_the_functions_of_entries_are_linted(functions: Path) -> None:
    """By the project's rules, less those on what belongs to a module; and none is long."""
    ignored = "D100,D103,INP001,N803,N806,N999,PLR2004,I002,ERA001,I001"
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--no-cache",
        "--config",
        str(ROOT / "ruff.toml"),
    ]
    command += ["--ignore", ignored, str(functions)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr
    lengths = {path.stem: path.read_text().count("\n") for path in functions.iterdir()}
    assert max(lengths.values()) < 60, lengths
