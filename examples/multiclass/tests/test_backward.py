"""The gradient, checked against the slope of the loss: no reference gradient is needed.

The loss is the tests' own, so that a mistake in one cannot hide a mistake in the other.
"""

import numpy as np
import pytest
from multiclass import backward, loss

STEP = 1e-5


def expected_loss(W, b, X, y):
    scores = X @ W + b
    highest = scores.max(axis=1)
    total = np.log(np.exp(scores - highest[:, None]).sum(axis=1)) + highest
    return float(np.mean(total - scores[np.arange(len(y)), y]))


def slope(function, at):
    """The slope of a function along each number of an array."""
    found = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        step = np.zeros_like(at)
        step[place] = STEP
        found[place] = (function(at + step) - function(at - step)) / (2 * STEP)
    return found


@pytest.fixture(params=[(1, 2, 3), (5, 4, 10)], ids=["one example", "ten classes"])
def problem(request):
    examples, inputs, classes = request.param
    rng = np.random.default_rng(examples)
    return (
        rng.normal(size=(inputs, classes)),
        rng.normal(size=classes),
        rng.normal(size=(examples, inputs)),
        rng.integers(classes, size=examples),
    )


def test_the_loss(problem):
    assert loss(*problem) == pytest.approx(expected_loss(*problem))


def test_the_gradient_by_the_weights(problem):
    W, b, X, y = problem
    by_weights, _ = backward(W, b, X, y)
    assert by_weights.shape == W.shape
    right = slope(lambda changed: expected_loss(changed, b, X, y), W)
    np.testing.assert_allclose(by_weights, right, rtol=1e-5, atol=1e-7)


def test_the_gradient_by_the_biases(problem):
    W, b, X, y = problem
    _, by_biases = backward(W, b, X, y)
    assert by_biases.shape == b.shape
    right = slope(lambda changed: expected_loss(W, changed, X, y), b)
    np.testing.assert_allclose(by_biases, right, rtol=1e-5, atol=1e-7)


def test_a_step_down_the_gradient_lowers_the_loss(problem):
    W, b, X, y = problem
    by_weights, by_biases = backward(W, b, X, y)
    lower = expected_loss(W - 0.01 * by_weights, b - 0.01 * by_biases, X, y)
    assert lower < expected_loss(W, b, X, y)
