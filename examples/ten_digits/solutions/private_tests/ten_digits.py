"""Private cases: pictures that the model has never seen, drawn anew for each submission."""

from __future__ import annotations

import numpy as np

from assignment.ten_digits import load
from grader.suite import (
    Case, Describe, Described, Difference, Expect, Observation, Probe, array, asking_once, decode,
)  # fmt: skip

_COUNT, _ACCURACY = 200, 0.9


def _draw(rng: np.random.Generator) -> Describe:
    return Describe("model", array(load(_COUNT, int(rng.integers(1 << 30)))[0]))


def _digits(probe: Probe) -> np.ndarray:
    """The digits on the pictures of a question: to which clean picture each is nearest."""
    assert isinstance(probe, Describe)
    assert probe.rows is not None
    drawn, y = load(500, 0)
    clean = np.stack([np.round(drawn[y == digit].mean(axis=0)) for digit in range(10)])
    distances = np.abs(probe.rows.numpy()[:, None] - clean[None]).sum(axis=2)
    return distances.argmin(axis=1)


def _predictions(seen: Observation) -> np.ndarray | Difference:
    wrong = Difference("ten numbers for each picture", "something else")
    if not isinstance(seen.outcome, Described):
        return wrong
    try:
        found = np.asarray(decode(seen.outcome.predictions), dtype=float)
    except Exception:
        return wrong
    return found if found.shape == (_COUNT, 10) else wrong


def _accurate(probe: Probe, seen: Observation) -> Difference | None:
    found = _predictions(seen)
    if isinstance(found, Difference):
        return found
    right = float(np.mean(found.argmax(axis=1) == _digits(probe)))
    if right >= _ACCURACY:
        return None
    return Difference(f"at least {_ACCURACY:.0%} of new pictures right", f"{right:.0%} right")


def _chances(probe: Probe, seen: Observation) -> Difference | None:
    found = _predictions(seen)
    if isinstance(found, Difference):
        return found
    low, sums = float(found.min()), found.sum(axis=1)
    if low >= 0 and np.allclose(sums, 1, atol=1e-3):
        return None
    got = f"numbers from {low:.3g}, with sums from {sums.min():.3g} to {sums.max():.3g}"
    return Difference("chances: not below 0, and 1 together", got)


_ASK = asking_once("new pictures", _draw)
_JUDGED: tuple[tuple[str, int, Expect, str], ...] = (
    ("reads new pictures", 3, _accurate, "Was it trained on X and y as they were loaded?"),
    ("its outputs are chances", 2, _chances, "Which activation makes ten numbers sum to 1?"),
)
CASES = tuple(Case("ten_digits", title, points, _ASK, judge, help)
              for title, points, judge, help in _JUDGED)  # fmt: skip
