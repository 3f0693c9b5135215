"""Exercises that are not begun: one sentence says so in the place of their cases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from grader.judging.asked import Asked
from grader.protocol.bounds import MAX_TROUBLES
from grader.protocol.observations import Described, Missing, Outcome, Raised, Returned
from grader.protocol.probes import Call, Read
from grader.report import ExerciseResult
from grader.report.presentation import ASKED_FOR
from grader.submissions.begun import NOT_DONE, Outline
from grader.submissions.misspelt import quoted_names
from grader.submissions.reading import Submission
from grader.submissions.slicing import Slice, StatementGraph
from grader.suite import Exercise, Suite

_HARDLY = 4  # a model of another week earns less than so small a part of the points


class NotYetJudged(msgspec.Struct, frozen=True):
    """The reason why an exercise is not judged yet.

    Attributes:
        words: the sentence that says so; the case's own help if it is empty.
        earns: whether answers that are right all the same count.
    """

    words: str = ""
    earns: bool = True


class Beginnings:
    """Tells which exercises of a submission are begun."""

    def __init__(self, submission: Submission, suite: Suite, chosen: Slice) -> None:
        """Prepare; nothing has been looked at yet.

        Args:
            submission: the submission.
            suite: the exercises.
            chosen: the statements of the submission that were run.
        """
        self._submission = submission
        self._outline = Outline(submission.cells)
        self._goals = {goal for exercise in suite.exercises for goal in exercise.goals}
        self._cell_of = chosen.cell_of

    def waiting(self, exercise: Exercise, asked: Sequence[Asked]) -> NotYetJudged | None:
        """Why an exercise waits to be begun, or for one that it builds on; None if it does not.

        Args:
            exercise: the exercise.
            asked: the questions to it, with their answers.
        """
        name = exercise.goals[0]
        outcomes = [answer.seen.outcome for answer in asked]
        if outcomes and all(map(_is_absent, outcomes)):
            return None if self._is_begun(name) else NotYetJudged()
        if outcomes and all(map(_is_none, asked)):
            return NotYetJudged()
        described = [outcome for outcome in outcomes if isinstance(outcome, Described)]
        if described and all(map(_is_empty, described)):
            return NotYetJudged(f"`{name}` has no layers yet{self._begin(name)}.", earns=False)
        if not outcomes or not all(isinstance(answer.probe, Call) for answer in asked):
            return None
        if not self._is_begun(name):
            return NotYetJudged(f"`{name}` is not started yet{self._begin(name)}.")
        return self._on_another(name, asked)

    def _is_begun(self, name: str) -> bool:
        return self._outline.is_begun(name, self._goals - {name})

    def _begin(self, name: str) -> str:
        cell = self._cell_of.get(name, 0)
        return f": begin in {self._submission.place(cell)}" if cell else ""

    def _on_another(self, name: str, asked: Sequence[Asked]) -> NotYetJudged | None:
        """The reason to wait, if the answers come from stand-ins for a function that is not begun.

        A template gives the lines that call it, and these are worth nothing by themselves.
        """
        used = {call.name for answer in asked for call in answer.seen.stand_ins}
        for other in sorted(used - {name}):
            if not self._is_begun(other):
                words = f"`{name}` calls `{other}`, which is not started yet: begin there."
                return NotYetJudged(words, earns=False)
        return None


def as_one_line(result: ExerciseResult, why: NotYetJudged) -> ExerciseResult:
    """The result as one line: a case that says what is awaited, and the others as not asked."""
    if result.earned and why.earns:
        return result
    first = next((case for case in result.cases if not case.private), result.cases[0])
    words = why.words if why.words and not result.mistakes else result.message or first.help
    words = words or first.help
    bare = {"called": "", "expected": "", "got": "", "where": "", "printed": "", "note": ""}
    cases = tuple(
        replace(case, status="failed", earned=0, help=words, **bare)
        if case is first
        else replace(case, status="skipped", earned=0, help="", **bare)
        for case in result.cases
    )
    return replace(result, cases=cases, earned=0, message=words, begun=False, pictures=())


def without_waiting(
    stopped: Mapping[int, Outcome],
    graph: StatementGraph,
    suite: Suite,
    exercises: Iterable[ExerciseResult],
) -> dict[int, Outcome]:
    """How cells stopped, without those that only wait for an exercise that is not begun.

    Args:
        stopped: how each cell that did not reach its end stopped, by the number of the cell.
        graph: the statements of the submission.
        suite: the exercises.
        exercises: the results, which say what is begun.
    """
    if not stopped:
        return {}
    begun = {result.name for result in exercises if result.begun}
    missing = {
        goal
        for exercise in suite.exercises
        if exercise.name not in begun
        for goal in exercise.goals
    }
    looked_at = sorted(stopped)[:MAX_TROUBLES]  # the report only counts the others
    waiting = {number for number in looked_at if _waits(number, stopped[number], graph, missing)}
    return {number: ended for number, ended in stopped.items() if number not in waiting}


def _waits(number: int, ended: Outcome, graph: StatementGraph, missing: set[str]) -> bool:
    """Whether a cell stopped at a statement that needs an exercise which is not begun.

    A name that nothing gives a value, or that a module does not have, is missing all the same.
    """
    if not isinstance(ended, Raised):
        return False
    if ended.kind in NOT_DONE:
        return True
    if any(graph.is_within(goal, ended.cell, ended.line) for goal in missing):
        return True
    unknown = _unknown(ended) - missing
    if "module '" in ended.message or not all(map(graph.binds, unknown)):
        return False
    line = ended.line if ended.cell in (0, number) else 0
    return not missing.isdisjoint(graph.names_behind(number, line))


def _unknown(ended: Raised) -> set[str]:
    """The name that Python did not know, if the cell stopped for that reason."""
    return quoted_names(ended.message) if ended.kind == "NameError" else set()


class Doubt(msgspec.Struct, frozen=True):
    """The reason why a file may be another one than was asked for.

    Attributes:
        words: the sentence that says so.
        whole: whether the report says nothing else of the file.
    """

    words: str = ""
    whole: bool = False


def doubts(
    exercises: Iterable[ExerciseResult],
    submission: Submission,
    suite: Suite,
    graph: StatementGraph,
) -> Doubt:
    """Why a file may be another one than was asked for; no words if it seems to be that one.

    Another week's notebook has a few of the names as well, such as ``model``: it shows in that
    half of them or more are missing, and what is there is not what was asked for.

    Args:
        exercises: the results of the exercises.
        submission: the submission.
        suite: the exercises.
        graph: the statements of the submission.
    """
    goals = [goal for exercise in suite.exercises for goal in exercise.goals]
    named = _named(submission, suite, graph)
    begun = [exercise for exercise in exercises if exercise.begun]
    of_old = [exercise for exercise in suite.exercises if not exercise.absent]  # in all editions
    few = 2 * len({exercise.name for exercise in of_old} & set(named)) <= len(of_old)
    if not few or not all(_is_foreign(result, suite, graph) for result in begun):
        return Doubt()
    names = _listed(exercise.goals[0] for exercise in suite.exercises)
    if named:
        found = _listed(goal for exercise in named.values() for goal in exercise.goals[:1])
        words = f"{ASKED_FOR} Of the graded names, which are {names}, it has no more than {found}."
        return Doubt(words) if begun else Doubt()
    word = re.compile(rf"\b({'|'.join(map(re.escape, goals))})\b")
    if begun or any(word.search(cell.source) for cell in submission.cells):
        words = f"{ASKED_FOR} Nothing in it gives a value to any of the graded names: {names}."
        return Doubt(words)
    broken = sum(cell.error is not None for cell in submission.cells)
    said = f"{ASKED_FOR} None of the graded names is in it: {names}."
    if broken:
        said += (
            f" Python cannot read {broken} of its {len(submission.cells)} code cells: are they in "
            "another language?"
        )
    return Doubt(said, whole=True)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _named(submission: Submission, suite: Suite, graph: StatementGraph) -> dict[str, Exercise]:
    """By its name, each exercise of which a name is given a value, or is in an unreadable cell."""
    unread = [cell.source for cell in submission.cells if cell.error is not None]
    return {
        exercise.name: exercise
        for exercise in suite.exercises
        if any(
            graph.binds(goal) or any(re.search(rf"\b{re.escape(goal)}\b", text) for text in unread)
            for goal in exercise.goals
        )
    }


def _is_foreign(result: ExerciseResult, suite: Suite, graph: StatementGraph) -> bool:
    """Whether what is there is not what was asked for: a def line of another length, say.

    Of a value that is no function it shows in that it earns hardly anything.
    """
    exercise = next(part for part in suite.exercises if part.name == result.name)
    questions = [case.fixed_question for case in suite.of(exercise)]
    asked = next((len(probe.parameters) for probe in questions if isinstance(probe, Call)), None)
    if asked is None:
        return _HARDLY * result.earned < result.points
    taken = graph.takes(exercise.goals[0])
    return not result.earned and taken is not None and taken != asked


def without_words(exercises: Iterable[ExerciseResult]) -> tuple[ExerciseResult, ...]:
    """Results without messages, since one sentence about the whole file says it all."""
    return tuple(
        replace(
            exercise, message="", cases=tuple(replace(case, help="") for case in exercise.cases)
        )
        for exercise in exercises
    )


def _is_absent(outcome: Outcome) -> bool:
    return isinstance(outcome, Missing) and outcome.found in ("", "NoneType") and not outcome.near


def _is_empty(model: Described) -> bool:
    return not model.layers and not model.parameters and not model.steps


def _is_none(answer: Asked) -> bool:
    outcome = answer.seen.outcome
    is_read = isinstance(answer.probe, Read)
    return is_read and isinstance(outcome, Returned) and outcome.values == (None,)
