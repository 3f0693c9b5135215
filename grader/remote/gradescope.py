"""What tests for Gradescope import, where its package is not there: marks on tests.

The names are those of ``gradescope_utils.autograder_utils`` 0.5 (gradescope-utils.readthedocs.io).
Points and visibility are read from a file's text; here they need only do no harm.
"""

from __future__ import annotations

import math
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

_Function = Callable[..., Any]
_PACKAGE = "gradescope_utils"
_PARTS = ("autograder_utils", "autograder_utils.decorators", "autograder_utils.files")


def mark(*_: object, **__: object) -> Callable[[_Function], _Function]:
    """A mark that changes nothing of a test: ``weight``, ``number``, ``visibility``, ``tags``."""
    return lambda function: function


weight = number = visibility = tags = hide_errors = mark


def leaderboard(*_: object) -> Callable[[_Function], _Function]:
    """A test that enters a value into a table, which counts for nothing here."""
    return lambda function: _given(function, "set_leaderboard_value", lambda _: None)


class PartScoreError(AssertionError):
    """A test has given some of its points.

    Attributes:
        share: of all its points, from 0 to 1.
    """

    def __init__(self, score: float, points: float) -> None:
        super().__init__(f"{score:g} of {points:g} points")
        self.share = max(0.0, score / points)


def partial_credit(points: float) -> Callable[[_Function], _Function]:
    """A test that says itself how many points it gives: it has passed if these are all.

    Points count when the test has come to its end, and are a number.
    """

    def decorate(function: _Function) -> _Function:
        @wraps(function)
        def test(*arguments: Any, **keywords: Any) -> None:  # noqa: ANN401 - as the test has it
            scores: list[float] = [0.0]
            _given(function, "set_score", scores.append)(*arguments, **keywords)
            score = scores[-1]
            if type(score) not in (int, float) or not math.isfinite(score):
                raise AssertionError("the points that a test gives have to be a number")
            if score < points:
                raise PartScoreError(score, points)

        return test

    return decorate


def check_submitted_files(paths: list[str], base: str = "") -> list[str]:  # noqa: ARG001
    """The files that are missing: none, since a submission is one file here."""
    return []


def _given(function: _Function, name: str, setter: Callable[[Any], None]) -> _Function:
    @wraps(function)
    def test(*arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401 - as the test has it
        return function(*arguments, **{**keywords, name: setter})

    return test


@contextmanager
def importable() -> Iterator[None]:
    """Its names can be imported meanwhile, if the package itself is not there."""
    try:
        __import__(_PACKAGE)
    except ImportError:
        names = [_PACKAGE, *(f"{_PACKAGE}.{part}" for part in _PARTS)]
    else:
        names = []
    here = sys.modules[__name__]
    for name in names:
        sys.modules[name] = here if name.count(".") > 1 else types.ModuleType(name)
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]
