"""Softmax: probabilities that keep the order of the scores and do not overflow."""

import numpy as np
from multiclass import my_softmax


def test_a_known_row():
    found = my_softmax(np.log(np.array([1.0, 2.0, 5.0])))
    np.testing.assert_allclose(found, [0.125, 0.25, 0.625])


def test_each_row_sums_to_one():
    found = my_softmax(np.array([[0.0, 1.0, -1.0], [2.0, 2.0, 3.0]]))
    assert found.shape == (2, 3)
    np.testing.assert_allclose(found.sum(axis=1), [1.0, 1.0])
    assert found.argmax(axis=1).tolist() == [1, 2]


def test_large_scores():
    np.testing.assert_allclose(my_softmax(np.array([1000.0, 1000.0])), [0.5, 0.5])
