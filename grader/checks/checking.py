"""Checking an exercise in the student's own notebook: the public cases, as a panel.

The same cases, the same judgement and the same words as in the grader's report; only there is no
child process, for it is the student's own kernel and there is nothing to hide from it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import msgspec
import numpy as np

from grader.answering import models
from grader.answering.answers import answer
from grader.assignment import loading, places
from grader.checks.panel import Panel, show
from grader.judging.judge import forgiven, judge
from grader.protocol.probes import Describe, Probe, Read
from grader.report import CaseResult, ExerciseResult, exercise_result
from grader.report import presentation as shown
from grader.suite import Case, Exercise, Suite


class NotYetError(AssertionError):
    """An exercise that is not right yet; a notebook shows its one sentence and no traceback."""

    def _render_traceback_(self) -> list[str]:
        return [f"Not yet: {self}"]


def check(thing: object, exercise: str | None = None) -> None:
    """Run the public cases, or the self-checks, of an exercise and show the panel.

    Args:
        thing: what the student wrote, such as ``my_dense``, ``model``, or any value together with
            the exercise's name; an exercise's name alone stands for what the notebook holds.
        exercise: whose cases to run; found by the thing itself if it is not given.

    Raises:
        NotYetError: a case is not right yet.
    """
    suite = the_suite()
    chosen = exercise_of(suite, thing, exercise)
    named = exercise is None and isinstance(thing, str)
    name = exercise if exercise in chosen.goals else chosen.goals[0]
    namespace = from_notebook(chosen) if named else {name: thing}
    if all(one is None for one in namespace.values()):
        raise NotYetError(f"{name} is still None: fill in its cell and run it.")
    result = summed_up(chosen, results_of(suite, chosen, namespace))
    panel = Panel(result, each=all(isinstance(question(case), Read) for case in suite.of(chosen)))
    show(panel)
    if shown.state(result) == "failed":
        raise NotYetError(f"{panel.count}; the panel above says where to look.")


def check_function(name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
    """What the package of public cases offers beside ``check``: ``test_c1`` and the like.

    It is that package's ``__getattr__``, so that no check function has to be listed by hand: each
    is made from the exercise that has it.

    Args:
        name: a check function's name, or ``__all__`` for the names of all.

    Raises:
        AttributeError: no exercise has a check function of this name.
    """
    if name != "__all__" and not name.startswith("test_"):
        raise AttributeError(name)
    exercises = {exercise.check_function: exercise for exercise in the_suite().exercises}
    if name == "__all__":
        return [*loading.CHECKS, *exercises]
    if name not in exercises:
        raise AttributeError(f"no exercise has the check function {name}; write check(...) for any")
    return checker(exercises[name].name)


def checker(exercise: str) -> Callable[[object], None]:
    """A function that checks one exercise, whatever its argument is called."""

    def test(thing: object) -> None:
        check(thing, exercise)

    test.__name__ = f"test_{exercise}"
    test.__doc__ = f"Run the public cases of {exercise} and show how they went."
    return test


@cache
def the_suite() -> Suite:
    """The public suite of the assignment around here, with the self-checks."""
    return loading.load(places.find(), private=False, practice=True)


def exercise_of(suite: Suite, thing: object, name: str | None) -> Exercise:
    """The exercise of this name, or of this thing.

    Raises:
        NotYetError: there is none.
    """
    if name is None and models.is_model(thing):
        return next(exercise for exercise in suite.exercises if _asks_for_model(suite, exercise))
    name = name or (thing if isinstance(thing, str) else getattr(thing, "__name__", None))
    for exercise in suite.exercises:
        if name in (exercise.name, *exercise.goals):
            return exercise
    known = ", ".join(
        exercise.name if len(exercise.goals) > 1 else exercise.goals[0]
        for exercise in suite.exercises
    )
    raise NotYetError(f"there are no cases for this; check() takes one of: {known}")


def _asks_for_model(suite: Suite, exercise: Exercise) -> bool:
    return any(isinstance(question(case), Describe) for case in suite.of(exercise)[:1])


def question(case: Case) -> Probe:
    """The question of a public case, which is the same for everybody."""
    return case.ask(np.random.default_rng(0))


def from_notebook(exercise: Exercise) -> dict[str, Any]:
    """What the notebook holds by the exercise's names.

    Raises:
        NotYetError: none of them is there.
    """
    try:
        space = get_ipython().user_ns  # type: ignore[name-defined]
    except NameError:
        space = vars(sys.modules["__main__"])
    found = {name: space[name] for name in exercise.goals if name in space}
    if not found:
        raise NotYetError(f"there is no {exercise.goals[0]} yet: fill in its cell and run it.")
    return found


def summed_up(exercise: Exercise, results: Iterable[CaseResult]) -> ExerciseResult:
    """The verdicts with the one message that they come to."""
    return exercise_result(exercise.name, exercise.title, tuple(results), (), extra=exercise.extra)


def results_of(suite: Suite, exercise: Exercise, namespace: dict[str, Any]) -> list[CaseResult]:
    """The verdicts of the public cases on what the student wrote.

    Of an exercise with several names, those count that the notebook has come to.
    """
    asked, results = [], []
    for case in suite.of(exercise):
        probe = question(case)
        if probe.name in namespace:
            result = judge(case, probe, answer(probe, namespace, stoppable=True))
            if result.status == "passed" and case.remark:
                result = msgspec.structs.replace(result, note=case.remark)
            asked.append(case)
            results.append(result)
    return forgiven(asked, results)
