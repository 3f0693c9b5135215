"""The training in NumPy is Keras', or it is left to Keras."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from grader import training
from grader.grading.grader import Grader, Options
from grader.protocol.limits import Limits
from grader.protocol.messages import Training, trained
from grader.suite import Suite
from grader.training import losses, network, optimizers
from grader.training.example_order import example_order

TESTS = Path(__file__).resolve().parent
MODEL = """
import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense
X, y = np.load("data/X.npy"), np.load("data/y.npy")
{before}
model = Sequential([tf.keras.Input((400,)), Dense(25, "sigmoid"), Dense(15, "sigmoid"), Dense(1, "sigmoid")])
model.compile(tf.keras.optimizers.Adam(0.001), tf.keras.losses.BinaryCrossentropy())
model.fit(X, y, epochs=20)
"""


@pytest.fixture(scope="module")
def trials() -> dict[str, list[str]]:
    """What each trial in a process with TensorFlow found to be wrong."""
    done = subprocess.run(
        [sys.executable, TESTS / "training_trials.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_keras_leaves_the_same_model(trials: dict[str, list[str]]) -> None:
    """Weights within 1e-5, records, slots, progress and callbacks are as after Keras' own fit."""
    matches = [name for name in trials if name.startswith("random") or "_" in name]
    assert len(matches) > 40
    assert {} == {name: trials[name] for name in matches if trials[name]}


def test_what_is_not_on_the_list_is_keras_own(trials: dict[str, list[str]]) -> None:
    """Any one thing that is otherwise, in model, call, data or library, calls Keras' own fit."""
    assert len(trials) > 140
    assert {} == {name: found for name, found in trials.items() if found}


@pytest.mark.parametrize("units", [1, 3])
@pytest.mark.parametrize(
    ("loss", "last"),
    [
        (losses.SquaredErrors(), "tanh"),
        (losses.BinaryCrossentropyOfProbabilities(), "sigmoid"),
        (losses.BinaryCrossentropyOfLogits(squashed=True), "linear"),
        (losses.CategoricalCrossentropyOfLogits(squashed=True), "linear"),
    ],
    ids=lambda thing: thing if isinstance(thing, str) else type(thing).__name__,
)
def test_the_gradient_is_that_of_the_loss(loss: losses.BatchLoss, last: str, units: int) -> None:
    """A small step of one weight changes the loss by the derivative times the step."""
    generator = np.random.default_rng(5)
    chain = [([(3, 4), (4,)], "sigmoid"), ([(4, units)], last)]
    model = network.Network(chain)
    model.weights[:] = generator.normal(size=model.weights.size)
    inputs = generator.normal(size=(7, 3)).astype("float32")
    targets = np.eye(units, dtype="float32")[generator.integers(0, units, 7)]
    values = model.forward(inputs)
    model.backward(loss.measure(values[-1], targets)[1], values)
    step = 1e-2
    for index, derivative in enumerate(model.gradient.copy()):
        around = []
        for sign in (1, -1):
            model.weights[index] += sign * step
            around.append(float(loss.measure(model.forward(inputs)[-1], targets)[0]))
            model.weights[index] -= sign * step
        assert derivative == pytest.approx((around[0] - around[1]) / (2 * step), abs=2e-3)


@pytest.mark.parametrize(
    "optimizer",
    [
        optimizers.SgdRule(2, 0.9, nesterov=True),
        optimizers.AdamRule(2, 0.9, 0.999, 1e-7),
        optimizers.RmsPropRule(2, 0.9, 0.5, 1e-7),
    ],
    ids=lambda optimizer: type(optimizer).__name__,
)
def test_an_optimiser_finds_the_lowest_point(optimizer: optimizers.UpdateRule) -> None:
    """Steps against the gradient of a bowl end at its bottom, in float32."""
    weights, bottom = np.zeros(2, np.float32), np.array([1, -2], np.float32)
    for number in range(1, 2001):
        optimizer.step(weights, 2 * (weights - bottom), np.float32(0.01), number)
    assert weights.dtype == np.float32
    assert weights == pytest.approx(bottom, abs=0.02)


@pytest.mark.parametrize(
    ("seed", "first"),
    [
        (1234, [992, 454, 679, 270, 237, 91]),
        (
            2**31 - 1 + 1234,
            [992, 454, 679, 270, 237, 91],
        ),  # TensorFlow's seeds are taken modulo that
    ],
)
def test_the_order_is_that_of_tensorflow(seed: int, first: list[int]) -> None:
    """1,000 examples are taken in the order that tf.random.shuffle gave in a pipeline of Keras'."""
    numbers = example_order(seed, 1000)
    assert first == numbers[:6].tolist()
    assert list(range(1000)) == sorted(numbers.tolist())


@pytest.mark.parametrize("examples", [0, 1, 2])
def test_few_examples_have_an_order(examples: int) -> None:
    """Nothing and one thing have one order; two have two."""
    assert list(range(examples)) == sorted(example_order(7, examples).tolist())


def test_without_keras_nothing_is_installed() -> None:
    """A child that has only NumPy has nothing to replace, and is not given Keras."""
    assert "keras" not in sys.modules
    training.install_fit()
    assert "keras" not in sys.modules
    assert training.fits.how == "none"


def test_the_room_imports_no_keras() -> None:
    """Keras is found where a submission's libraries are, never imported: NumPy stays light."""
    for path in (TESTS.parent / "grader" / "training").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            alias.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert not names & {"keras", "tensorflow"}


@pytest.mark.parametrize(
    ("exact", "before", "training"),
    [
        (False, "", "numpy"),
        (True, "", "keras"),
        (False, "tf.keras.utils.set_random_seed(1234)", "numpy"),
        (False, "tf.keras.Model.train_step = lambda self, data: {}", "keras"),
    ],
)
def test_a_report_says_what_trained_the_model(
    suite: Suite, notebook: Callable[..., Path], exact: bool, before: str, training: str
) -> None:
    """The provenance has who trained, ``exact_training`` is Keras alone; so is a patched Keras."""
    path = notebook(MODEL.format(before=before))
    only = suite.only((suite.exercises[0].name,))
    with Grader(only, Options(Limits(), exact_training=exact)) as grader:
        report = grader.grade(path)
    assert training == report.provenance.training
    earned = report.exercises[0].earned == report.exercises[0].points
    assert earned is ("train_step" not in before)


def test_older_libraries_train_in_numpy_too(suite: Suite, notebook: Callable[..., Path]) -> None:
    """Where the grader itself has made Keras lenient, a plain model is plain all the same."""
    path = notebook(MODEL.format(before="").replace("Dense(25", 'Dense("25"'))
    with Grader(suite.only((suite.exercises[0].name,)), Options()) as grader:
        report = grader.grade(path)
    assert report.exercises[0].points == report.exercises[0].earned
    assert "numpy" == report.provenance.training


@pytest.mark.parametrize(
    ("some", "others", "together"),
    [
        ("none", "none", "none"), ("none", "keras", "keras"), ("numpy", "none", "numpy"),
        ("numpy", "keras", "both"), ("both", "keras", "both"), ("keras", "keras", "keras"),
    ],
)  # fmt: skip
def test_two_runs_are_told_together(some: Training, others: Training, together: Training) -> None:
    """Of several passes the report says all that trained."""
    assert together == trained(some, others) == trained(others, some)


def test_a_grading_in_numpy_can_be_repeated(suite: Suite, notebook: Callable[..., Path]) -> None:
    """The same submission gets the very same losses again."""
    path = notebook(MODEL.format(before=""))
    only = suite.only((suite.exercises[0].name,))
    with Grader(only, Options()) as grader:
        first, second = grader.grade(path), grader.grade(path)
    assert first.exercises[0].pictures == second.exercises[0].pictures
    assert first.exercises == second.exercises
