"""An answer with two mistakes: the axis of a distance, and a spread of zero."""

import numpy as np


def cleaned(values):
    array = np.asarray(values, dtype=float)
    return array[~np.isnan(array)]


def standardized(values):
    array = np.asarray(values, dtype=float)
    return (array - array.mean()) / array.std()


def nearest(points, target):
    if len(points) == 0:
        raise ValueError("there are no points")
    return int(np.argmin(np.linalg.norm(np.asarray(points) - np.asarray(target), axis=0)))
