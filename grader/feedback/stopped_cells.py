"""The cells that stopped before their end: which of them an exercise needs, and what is said."""

from __future__ import annotations

from collections.abc import Mapping

from grader.diagnosis.names import bound
from grader.feedback.result_words import CaseWords
from grader.feedback.telling import Answers
from grader.judging.asked import Asked
from grader.judging.exceptions import explain_exception
from grader.judging.missing_answers import raised_words
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import NO_KEYBOARD, Described, Missing, Outcome, Raised
from grader.protocol.probes import Describe
from grader.submissions.begun import NOT_DONE
from grader.submissions.misspelt import quoted_names
from grader.submissions.reading import Submission
from grader.submissions.slicing import needed
from grader.suite import Exercise


def stopped_for(
    exercise: Exercise, submission: Submission, stopped: Mapping[int, Outcome]
) -> Mapping[int, Outcome]:
    """The cells that stopped in a statement which an exercise needs, less those that only wait.

    Args:
        exercise: the exercise.
        submission: the submission with its cells.
        stopped: by the cell's number, how each cell ended that did not reach its end.
    """
    if not stopped:
        return stopped
    own_lines = {
        number: text.split("\n") for number, text in needed(submission.cells, exercise.goals).cells
    }
    return {
        number: ended
        for number, ended in stopped.items()
        if number in own_lines and _is_in(own_lines, number, ended) and not _waits(ended)
    }


def _is_in(own_lines: Mapping[int, list[str]], number: int, ended: Outcome) -> bool:
    """Whether a cell ended in one of an exercise's own lines, or in a line that is not known.

    Args:
        own_lines: by the cell's number, its lines; those of other exercises are blank.
        number: the number of the cell that ended.
        ended: how it ended; the line may be in a function that another cell defines.
    """
    if not isinstance(ended, Raised) or not ended.line:
        return True
    lines = own_lines.get(ended.cell or number, [])
    return ended.line <= len(lines) and bool(lines[ended.line - 1].strip())


def _waits(ended: Outcome) -> bool:
    """Whether a cell ended with an error that says what is still to be done."""
    return isinstance(ended, Raised) and ended.kind in NOT_DONE


def asks_for_input(ended: Outcome) -> bool:
    """Whether a cell stopped because it waits for a person to type something."""
    return isinstance(ended, Raised) and ended.kind == NO_KEYBOARD


def stopped_cell_words(
    answers: Answers,
    submission: Submission,
    stopped: Mapping[int, Outcome],
    own_stopped: Mapping[int, Outcome],
) -> CaseWords | None:
    """The words for the cell that stopped a model, with the first public case that it cost.

    Args:
        answers: the verdicts on the exercise, each with its question and answer.
        submission: the submission with its cells.
        stopped: by the cell's number, how each cell ended that did not reach its end.
        own_stopped: those of them that the exercise needs.
    """
    lost = [
        verdict.id
        for verdict, asked in answers
        if verdict.status == "failed" and not verdict.private and _is_on_a_model(asked)
    ]
    raised = [
        (number, ended)
        for number, ended in own_stopped.items()
        if isinstance(ended, Raised) and not _follows(number, ended, submission, stopped)
    ]
    if not lost or not raised:
        return None
    number, ended = raised[0]
    where = submission.place(ended.cell or number, ended.line)
    begun = ended.code[:MAX_WORDS].rstrip("([{")  # the rest of the statement stands below it
    code = f": {begun}" if begun else ""
    words = f"A cell of it stopped in {where}{code}. {raised_words(ended).rstrip('.')}."
    return lost[0], f"{words} {explain_exception(ended)}".rstrip()


def _follows(
    number: int, ended: Raised, submission: Submission, stopped: Mapping[int, Outcome]
) -> bool:
    """Whether a cell lacks a name that another cell, which stopped itself, was to make."""
    if ended.kind != "NameError":
        return False
    others = (cell for cell in submission.cells if cell.number in stopped and cell.number != number)
    made = frozenset().union(*(bound(cell.source) for cell in others if cell.error is None))
    return not made.isdisjoint(quoted_names(ended.message))


def _is_on_a_model(asked: Asked) -> bool:
    """Whether an answer describes a model, or no such name is there; one that is None waits."""
    outcome = asked.seen.outcome
    is_missing = isinstance(outcome, Missing) and not outcome.found
    return isinstance(outcome, Described) or (is_missing and isinstance(asked.probe, Describe))
