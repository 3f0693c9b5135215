"""The one message on an exercise, from the first of several sources that has something to say.

The judge has words for an environment that is at fault, for code that Python cannot read, and for
an answer of a wrong type or shape. The sources after it are, in this order: a function that is not
started; a name that a failed import was to bring; a known mistake, or two, with hints; a cell that
stopped; an unknown name that is like a known one; the judge's words, if they are about this very
answer; a property that the answer breaks; one unit worked out by hand. A right answer gets a note
on one thing to know, if there is one. A report and a learner's notebook have the same message; only
their knowledge of mistakes differs.
"""

from __future__ import annotations

from collections.abc import Callable

from grader.diagnosis.answer_line import line_of_the_answer
from grader.diagnosis.definitions import find_function
from grader.diagnosis.diagnose import Diagnosis
from grader.diagnosis.evidence import Evidence
from grader.feedback.counterexample import find_counterexample
from grader.feedback.notes import note_on
from grader.feedback.result_words import (
    CaseWords,
    with_faults,
    with_hints,
    with_message,
    with_note,
)
from grader.feedback.unknown_names import UnknownName, unknown_name, unknown_name_words
from grader.judging.asked import Asked
from grader.judging.refusals import refusal
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import Lost, NotAsked, Outcome, Raised, Returned
from grader.report import CaseResult, ExerciseResult
from grader.submissions.begun import works_nothing_out
from grader.suite import Exercise, WorkedExample

_LEFT_OUT = "; so it is left out of the search for mistakes"
_NO_WORDS = ("", "")
Answers = list[tuple[CaseResult, Asked]]
"""The verdicts on an exercise, each with its question and answer."""


def tell(
    result: ExerciseResult,
    exercise: Exercise,
    answers: Answers,
    evidence: Evidence,
    *,
    diagnose: Callable[[Evidence], Diagnosis],
    stopped: CaseWords | None = None,
    failed_import: Callable[[str, str], str] | None = None,
    worked_example: WorkedExample | None = None,
    place: Callable[[int], str] = "line {} of its cell".format,
) -> ExerciseResult:
    """The result with its one message, and with the hints of its mistake if that is known.

    Args:
        result: the verdicts.
        exercise: the exercise that they are on.
        answers: each verdict with its question and answer.
        evidence: the answers with the source, for the diagnosis.
        diagnose: finds the mistake.
        stopped: the words for a cell that stopped, if one did.
        failed_import: gives the words for the failed import that was to bring a name which is
            missing in a line, or nothing.
        worked_example: puts one number of the right answer beside the one that came.
        place: says in words where a line of the function's cell stands.
    """
    if all(case.status == "passed" for case in result.cases):
        return with_note(result, note_on(exercise, evidence))
    if any(_limit_came_first(asked.seen.outcome) for _, asked in answers):
        return result  # it did not get far enough to show how it computes
    unknown = unknown_name(answers, evidence, stopped)
    not_started = _not_started(answers, evidence)
    certain = _import_words(unknown, failed_import)
    if not certain and _kinds(answers) == {"NameError"}:
        certain = not_started
    if certain:
        return with_message(result, certain)
    is_wrong = any(case.status == "failed" for case in result.cases)
    diagnosis = diagnose(evidence) if is_wrong else Diagnosis()
    result = with_faults(result, (fault.words + _LEFT_OUT for fault in diagnosis.faults))
    name_words = unknown_name_words(unknown, evidence) if unknown else None
    if diagnosis.entries:
        hinted = with_hints(result, diagnosis.entries)
        return with_message(hinted, name_words) if name_words else hinted
    likely = not_started or stopped or name_words
    if likely:
        return with_message(result, likely)
    return _with_counterexample(result, exercise, answers, evidence, worked_example, place)


def _import_words(
    unknown: UnknownName | None, failed_import: Callable[[str, str], str] | None
) -> CaseWords | None:
    """The words for the failed import that was to bring an unknown name; None without one."""
    words = failed_import(unknown.name, unknown.code) if unknown and failed_import else ""
    return (unknown.case, words) if unknown and words else None


def _with_counterexample(
    result: ExerciseResult,
    exercise: Exercise,
    answers: Answers,
    evidence: Evidence,
    worked_example: WorkedExample | None,
    place: Callable[[int], str],
) -> ExerciseResult:
    """The result with the line in which the answer is made, and a counterexample before it.

    What is said of a wrong type or shape is as exact as a counterexample, so it stays.
    """
    properties = () if _is_exact(result) else exercise.properties
    example = None if _is_exact(result) else worked_example
    found = find_counterexample(answers, properties, example)
    result = with_faults(result, found.faults)
    case, words = (found.case, found.words) if found.words else _first_help(answers)
    line = _answer_line_words(evidence, place) if words else ""
    words = f"{words} {line}" if line else found.words
    return with_message(result, (case, words)) if words else result


def _first_help(answers: Answers) -> CaseWords:
    """The help of the first case that failed, public if one did, if a value came back there."""
    failed = [pair for pair in answers if pair[0].status == "failed"]
    verdict, asked = min(failed, key=lambda pair: pair[0].private, default=(None, None))
    returned = asked is not None and isinstance(asked.seen.outcome, Returned)
    return (verdict.id, verdict.help) if verdict and returned else _NO_WORDS


def _answer_line_words(evidence: Evidence, place: Callable[[int], str]) -> str:
    """A sentence with the learner's line in which the answer is made; empty if none is found."""
    line = line_of_the_answer(evidence.source, evidence.name)
    text = evidence.source.split("\n")[line - 1].strip()[:MAX_WORDS] if line else ""
    return f"Your answer is made in {place(line)}: {text}" if line else ""


def _is_exact(result: ExerciseResult) -> bool:
    """Whether the help of the first failed case, such as on a shape, is about this very answer."""
    return next((case.exact for case in result.cases if case.status == "failed"), False)


def _limit_came_first(outcome: Outcome) -> bool:
    """Whether a limit or a protection ended the call, or kept it from being made."""
    refused = isinstance(outcome, Raised) and bool(refusal(outcome))
    return refused or isinstance(outcome, Lost | NotAsked)


def _kinds(answers: Answers) -> set[str]:
    """The kinds of exceptions with which the calls ended; empty for a call that did not raise."""
    return {getattr(asked.seen.outcome, "kind", "") for _, asked in answers}


def _not_started(answers: Answers, evidence: Evidence) -> CaseWords | None:
    """The words for a function that is still as it was handed out; None if it is not."""
    function = find_function(evidence.source, evidence.name)
    public = [verdict.id for verdict, _ in answers if not verdict.private]
    if not function or not public or not works_nothing_out(function):
        return None
    if "NotImplementedError" in _kinds(answers):
        return None  # its own words are better
    return public[0], f"`{evidence.name}` is not started yet: begin in its cell."
