"""Measurements with NumPy."""

import numpy as np


def cleaned(values):
    """The values, shape (n,), without those that are no number."""
    array = np.asarray(values, dtype=float)
    return array[~np.isnan(array)]


def standardized(values):
    """The values, shape (n,), with mean 0 and standard deviation 1; zeros if all are the same."""
    array = np.asarray(values, dtype=float)
    spread = array.std()
    return (array - array.mean()) / (spread if spread > 0 else 1.0)


def nearest(points, target):
    """The row of points, shape (m, d), that is nearest to the target, shape (d,).

    Raises:
        ValueError: there are no points.
    """
    if len(points) == 0:
        raise ValueError("there are no points")
    distances = np.linalg.norm(np.asarray(points) - np.asarray(target), axis=1)
    return int(np.argmin(distances))
