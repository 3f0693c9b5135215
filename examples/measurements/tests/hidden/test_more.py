"""What stays with the instructor."""

import numpy as np
from measurements import nearest, standardized


def test_all_the_same():
    np.testing.assert_array_equal(standardized([5.0, 5.0, 5.0]), np.zeros(3))
    np.testing.assert_allclose(standardized([1.0, 3.0]), [-1.0, 1.0])


def test_many_points():
    points = np.random.default_rng(7).normal(size=(40, 3))
    assert [nearest(points, point + 1e-6) for point in points] == list(range(40))
