"""Answers without understanding: no draw of a private case makes one of them right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from grader.suite import Arguments, Case, Suite, array, drawn, relu, sigmoid
from grader.suite.cases import asking
from grader.suite.easy_answers import easy_answer
from grader.verify.draws import draws

Activation = Callable[[Any], Any]


def layer(a: np.ndarray[Any, Any], g: Activation) -> Any:
    """The activation of what comes in."""
    return g(a)


def easy(numbers: list[float], function: Activation) -> str:
    """The easy answer for one layer of these sums."""
    arguments = {"a": array(numbers), "g": function}
    case = drawn("layer", "sums", lambda _: arguments, layer, points=1)
    return easy_answer(case.ask(np.random.default_rng(0)), case.expect)


def test_each_easy_answer_is_told_by_name() -> None:
    """What is right without understanding is said in words an author can use."""
    assert "nothing but 0" == easy([-1.0, -2.0], relu)
    assert "nothing but 0.5" == easy([0.0, 0.0], sigmoid)
    assert "argument 1 as it came in" == easy([1.0, 2.0], relu)
    assert "the first column for all columns" == easy([3.0, 3.0], sigmoid)
    assert "" == easy([1.0, -2.0], relu)
    assert "" == easy([3.0], sigmoid)


def test_numbers_for_which_an_easy_answer_is_right_are_drawn_again() -> None:
    """Of nine pairs of sums the two stay for which only the right answer is right."""

    def draw(rng: np.random.Generator) -> Arguments:
        return {"a": array(rng.integers(-1, 2, 2).astype(float)), "g": relu}

    case = drawn("layer", "relu", draw, layer, points=1)
    seeds = [np.random.default_rng(seed) for seed in range(100)]
    asked = {tuple(case.ask(seed).arguments[0].numpy().tolist()) for seed in seeds}
    assert {(1.0, -1.0), (-1.0, 1.0)} == asked


def test_no_private_case_pays_for_an_easy_answer(suite: Suite) -> None:
    """``grader verify`` draws each of them often; a question that pays is a failure with a name."""
    exercises = {exercise.name for exercise in suite.exercises}
    claim = draws(suite, exercises, 20)
    assert claim.holds, claim.failures
    assert claim.tried > 500
    case = next(case for case in suite.cases if case.private and case.title.endswith("relu"))
    probe: Any = case.ask(np.random.default_rng(0))
    zeros = [array(np.zeros(value.shape)) for value in probe.arguments[:-1]]
    blank = msgspec.structs.replace(probe, arguments=(*zeros, probe.arguments[-1]))
    paying: Case = msgspec.structs.replace(case, ask=asking(blank))
    told = draws(msgspec.structs.replace(suite, cases=(paying,)), exercises, 2)
    assert not told.holds
    assert f"{case.id}: nothing but 0 is right (draw 0)" in told.failures
