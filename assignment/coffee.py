"""Coffee for the labs: 200 roasts, and a network that knows a good one."""

from __future__ import annotations

import numpy as np

TEMPERATURES = (150, 285)  # degrees Celsius, from the coolest roast to the hottest
DURATIONS = (11.5, 15.5)  # minutes, from the shortest to the longest
_GOOD = ((175, 12), (260, 15))  # between these temperatures and durations
_ROASTS = 200
_SEED = 49  # any; the same roasts for everybody


def load_coffee() -> tuple[np.ndarray, np.ndarray]:
    """Return X (200, 2), a roast's temperature and duration a row, and y (200, 1), 1 for good.

    A roast is good between 175 and 260 degrees and between 12 and 15 minutes, if it is not too
    long for its heat: the hotter, the shorter.
    """
    low, high = np.transpose([TEMPERATURES, DURATIONS])
    X = np.random.default_rng(_SEED).uniform(low, high, (_ROASTS, 2)).round(1)
    temperature, duration = X.T
    coolest, hottest = _GOOD
    good = ((coolest < X) & (hottest > X)).all(axis=1) & (duration <= 21 - 3 / 85 * temperature)
    return X, good.astype(int).reshape(-1, 1)


def load_coffee_weights() -> tuple[np.ndarray, ...]:
    """Return W1 (2, 3), b1 (3,), W2 (3, 1), b2 (1,) of a trained network of sigmoid units.

    It takes roasts of which the mean was taken away and the rest divided by the deviation.
    """
    W1 = np.array([[-8.94, 0.29, 12.89], [-0.17, -7.34, 10.79]])
    b1 = np.array([-9.87, -9.28, 1.01])
    W2 = np.array([[-31.38], [-27.86], [-32.79]])
    b2 = np.array([15.54])
    return W1, b1, W2, b2
