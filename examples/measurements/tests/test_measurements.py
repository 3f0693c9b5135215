"""What students see: plain pytest, which also runs beside an answer called measurements.py."""

import numpy as np
import pytest
from measurements import cleaned, nearest, standardized


@pytest.fixture
def values():
    return np.array([2.0, 4.0, 4.0, 6.0])


def test_what_is_no_number_is_left_out():
    found = cleaned([1.0, np.nan, 3.0])
    np.testing.assert_array_equal(found, [1.0, 3.0])
    assert cleaned([np.nan]).shape == (0,)


def test_mean_and_spread(values):
    found = standardized(values)
    assert found.mean() == pytest.approx(0.0)
    assert found.std() == pytest.approx(1.0)
    assert found[0] < found[1] == found[2] < found[3]


@pytest.mark.parametrize(("target", "row"), [((0.0, 0.1), 0), ((3.0, 3.9), 1), ((-5.0, 5.0), 2)])
def test_the_nearest_point(target, row):
    assert nearest(np.array([[0.0, 0.0], [3.0, 4.0], [-6.0, 6.0]]), np.array(target)) == row


def test_no_points():
    with pytest.raises(ValueError, match="no points"):
        nearest(np.zeros((0, 2)), np.zeros(2))
