"""Checking an exercise in the student's own notebook: the public cases, as a panel.

The same cases, the same judgement and the same words as in the grader's report; only there is no
child process, for it is the student's own kernel and there is nothing to hide from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from typing import Any

from grader.answering import models
from grader.assignment import loading, places
from grader.checks import first, notebook
from grader.checks.answers import SECONDS, Pair, question, verdicts
from grader.checks.evidence import evidence, lost_by, what_stopped
from grader.checks.notebook import NotYetError
from grader.checks.panel import Panel, Waiting, show, state
from grader.diagnosis import hintbook
from grader.diagnosis.diagnose import Diagnoser, Diagnosis
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.hintbook_knowledge import BookKnowledge
from grader.feedback.telling import tell
from grader.protocol.probes import Describe, Read
from grader.report import ExerciseResult, exercise_result
from grader.suite import Exercise, Suite

__all__ = [
    "NotYetError",
    "check",
    "check_all",
    "check_function",
    "checker",
    "exercise_of",
    "the_suite",
]


def check(thing: object, exercise: str | None = None, *, seconds: float = SECONDS) -> None:
    """Run the public cases, or the self-checks, of an exercise and show the panel.

    Args:
        thing: what the student wrote, such as ``my_dense``, ``model``, or any value together with
            the exercise's name; an exercise's name alone stands for what the notebook holds.
        exercise: whose cases to run; found by the thing itself if it is not given.
        seconds: how long a case may take.

    Raises:
        NotYetError: a case is not right yet, or the stop button was pressed.
    """
    if thing is None and exercise is None:
        show(Waiting("it is still None. Fill in its cell and run it."))
        return
    suite = the_suite()
    chosen = exercise_of(suite, thing, exercise)
    if suite.tests:
        from grader.checks import own_tests  # loads what only such assignments need

        _show_verdict(Panel(own_tests.result(suite, chosen)))
        return
    named = exercise is None and isinstance(thing, str)
    name = exercise if exercise in chosen.goals else chosen.goals[0]
    namespace = notebook.held(chosen) if named else {name: thing}
    if all(answer is None for answer in namespace.values()) and not only_reads(suite, chosen):
        show(Waiting(f"{name} is still None. Fill in its cell and run it."))
        return
    try:
        panel = panel_of(suite, chosen, namespace, seconds)
    except KeyboardInterrupt:
        raise stopped_by_hand(name) from None
    _show_verdict(panel)


def check_all() -> None:
    """Run what can be checked of every exercise, and show a panel for each."""
    for exercise in the_suite().exercises:
        with suppress(NotYetError):
            check(exercise.name)


def _show_verdict(panel: Panel) -> None:
    """Show a panel, and stop the notebook if the exercise is not right.

    Raises:
        NotYetError: a case is not right yet.
    """
    show(panel)
    if state(panel.exercise) == "failed":
        raise NotYetError(f"{panel.count}; the panel above says where to look.")


def stopped_by_hand(name: str) -> NotYetError:
    """What to say when the stop button was pressed."""
    return NotYetError(f"stopped while {name} ran; does its loop end?")


def panel_of(
    suite: Suite, exercise: Exercise, namespace: Mapping[str, Any], seconds: float
) -> Panel:
    """The panel of an exercise.

    Raises:
        KeyboardInterrupt: somebody pressed the stop button.
    """
    result = explained(suite, exercise, verdicts(suite, exercise, namespace, seconds), namespace)
    to_do_first = ""
    if state(result) == "failed":
        to_do_first = what_is_first(suite, exercise, namespace, seconds)
    name, *_ = namespace
    to_do_first = first.not_run(name, namespace[name], notebook.cells()) or to_do_first
    return Panel(result, each=only_reads(suite, exercise), first=to_do_first)


def only_reads(suite: Suite, exercise: Exercise) -> bool:
    """Whether an exercise is separate questions with an answer to each, and nothing is called."""
    return all(isinstance(question(case), Read) for case in suite.of(exercise))


def what_is_first(
    suite: Suite, exercise: Exercise, namespace: Mapping[str, Any], seconds: float
) -> str:
    """The sentence on what has to be mended before an exercise that fails; empty if nothing has."""
    found = (first.unfinished_part(suite, exercise, thing, seconds) for thing in namespace.values())
    return next(filter(None, found), "")


def explained(
    suite: Suite,
    exercise: Exercise,
    pairs: list[Pair],
    namespace: Mapping[str, Any],
    *,
    hints: bool = False,
) -> ExerciseResult:
    """The verdicts on an exercise, with the explanation that the grader's report would give.

    Args:
        suite: the public suite.
        exercise: whose they are.
        pairs: the verdicts, each with its question and answer.
        namespace: what the learner wrote, by its name.
        hints: whether the mistake is looked for as well; a panel leaves its hints to be asked for.
    """
    cases = tuple(result for result, _ in pairs)
    result = exercise_result(exercise.name, exercise.title, cases, (), extra=exercise.extra)
    stopped = what_stopped(exercise.goals[0])
    known = evidence(suite, exercise, pairs, namespace, stopped)
    diagnose = _diagnoser().diagnose if hints else _without_hints
    words = lost_by(stopped, pairs) if stopped else None
    return tell(result, exercise, pairs, known, diagnose=diagnose, stopped=words)


def _without_hints(_: Evidence) -> Diagnosis:
    return Diagnosis()


@cache
def _diagnoser() -> Diagnoser:
    return Diagnoser(BookKnowledge(hintbook.read(the_suite().hint_book)))


def check_function(name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
    """A check function of one exercise, such as ``test_c1``, for the package of public cases.

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


def checker(exercise: str) -> Callable[..., None]:
    """A function that checks one exercise, whatever its argument is called."""

    def test(thing: object, *, seconds: float = SECONDS) -> None:
        check(thing, exercise, seconds=seconds)

    test.__name__ = f"test_{exercise}"
    test.__doc__ = f"Run the public cases of {exercise} and show how they went."
    return test


@cache
def the_suite() -> Suite:
    """The public suite of the assignment around here, with the self-checks."""
    return loading.load_assignment(places.find_assignment(), private=False, practice=True)


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
