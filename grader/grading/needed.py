"""The statements that each exercise needs, to find whether it must be asked again."""

from __future__ import annotations

import hashlib

from grader.submissions.reading import Submission
from grader.submissions.slicing import StatementGraph, needed
from grader.suite import Suite


def slow_libraries(graph: StatementGraph, suite: Suite) -> dict[str, frozenset[str]]:
    """For each exercise, the warm libraries that its statements import."""
    return {
        exercise.name: graph.needed(exercise.goals).modules & set(suite.preload)
        for exercise in suite.exercises
    }


def needed_cells(submission: Submission, suite: Suite) -> tuple[tuple[int, str], ...]:
    """The cells, cut to the statements that exercises need; with own tests they are whole."""
    goals = [goal for exercise in suite.exercises for goal in exercise.goals]
    everything = bool(suite.tests) or not goals
    return needed(submission.cells, goals, everything=everything).cells


def digests_of_needed(submission: Submission, suite: Suite) -> dict[str, str]:
    """For each exercise, a digest of the statements it needs, their places, and broken cells.

    Tests of an instructor's own may use any statement, so an exercise with such tests needs all.
    """
    broken = [f"{cell.number}: {cell.source}" for cell in submission.cells if cell.error]
    graph = StatementGraph(submission.cells)
    slices = {exercise.name: graph.needed(exercise.goals) for exercise in suite.exercises}
    texts = {
        name: repr((found.cells, sorted(found.defined.items()), broken))
        for name, found in slices.items()
    }
    with_tests = [exercise.name for exercise in suite.exercises if suite.tests_of(exercise)]
    texts |= dict.fromkeys(with_tests, repr(submission.sources))
    return {
        name: hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        for name, text in texts.items()
    }
