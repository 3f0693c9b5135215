"""The judgement of an observation: a case and an observation give a verdict in words for learners.

A wrong answer is described by the judgement of its case, ``expect``. Whatever came instead of an
answer, such as an exception, is described by `grader.judging.missing_answers`.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from grader.judging.missing_answers import missing_answer_words
from grader.judging.question_words import called, line_that_stopped
from grader.protocol.observations import (
    SCRIPT,
    Described,
    NotAsked,
    Observation,
    Raised,
    Returned,
)
from grader.protocol.probes import Call, Describe, Probe, Read
from grader.report import CaseResult, Status
from grader.suite import Case

BEYOND = "Right for all that is asked. Beyond that, "
_WANTED = {Call: "an answer", Describe: "a Keras model", Read: "a value"}
_WITHOUT_HELP = "The answer here is not right yet."
_LONGEST = 200  # characters of an error's message that are shown


class _Finding(msgspec.Struct, frozen=True):
    """The part of a verdict that depends on the answer; `CaseResult` says what each field is."""

    status: Status
    expected: str = ""
    got: str = ""
    help: str = ""
    note: str = ""
    printed: str = ""
    exact: bool = False


def judge(case: Case, probe: Probe, seen: Observation) -> CaseResult:
    """The verdict on one case.

    An error in the judgement is the grader's own fault only if the judgement of the right answer
    fails as well. Otherwise this answer makes it fail, and that earns nothing.

    Args:
        case: the case, with its judgement.
        probe: the question that was put.
        seen: what was observed of the submission.
    """
    try:
        finding = _find(case, probe, seen)
    except Exception as error:  # noqa: BLE001 - whatever it is, there has to be a verdict
        finding = _not_judged(case, probe, error)
    earned = case.points if finding.status in ("passed", "errored") else 0
    raised = seen.outcome if isinstance(seen.outcome, Raised) else None
    return CaseResult(
        id=case.id,
        title=case.title,
        status=finding.status,
        points=case.points,
        earned=earned,
        private=case.private,
        called=called(probe) if finding.status != "passed" else "",
        expected=finding.expected,
        got=finding.got,
        outcome=str(seen.outcome.__struct_config__.tag),
        where=line_that_stopped(raised, probe).removeprefix(" in ") if raised else "",
        cell=max(raised.cell, 0) if raised else 0,
        line=raised.line if raised else 0,
        file_line=raised.line if raised and raised.cell == SCRIPT else 0,
        help=finding.help,
        exact=finding.exact,
        note=_note(probe, seen) if finding.status == "passed" else finding.note,
        printed=seen.printed if finding.status == "failed" else "",
    )


def forgiven(cases: Iterable[Case], results: Iterable[CaseResult]) -> list[CaseResult]:
    """The verdicts of an exercise; if only advisory cases failed, these pass with a note.

    An advisory case asks for more than the exercise does.

    Args:
        cases: the cases of the exercise.
        results: the verdicts on them, in the same order.
    """
    pairs = list(zip(cases, results, strict=True))
    if any(result.status != "passed" and not case.advisory for case, result in pairs):
        return [result for _, result in pairs]
    return [
        result
        if result.status == "passed"
        else replace(
            unjudged(case, "", "passed"),
            note=f"{BEYOND}{case.title}: {result.help}",
        )
        for case, result in pairs
    ]


def unjudged(case: Case, reason: str, status: Status = "errored") -> CaseResult:
    """The verdict on a case that was not put to the submission.

    Args:
        case: the case.
        reason: why not, in a sentence for the learner.
        status: the verdict's status; "errored" is the grader's fault and costs no points.
    """
    earned = case.points if status == "errored" else 0
    return CaseResult(
        id=case.id,
        title=case.title,
        status=status,
        points=case.points,
        earned=earned,
        private=case.private,
        help=reason,
    )


def _find(case: Case, probe: Probe, seen: Observation) -> _Finding:
    """The finding on what came, whether it is an answer or not."""
    outcome = seen.outcome
    may_raise = getattr(case.expect, "judges_exceptions", False)
    is_answer = isinstance(outcome, Returned | Described)
    if not is_answer and not (may_raise and isinstance(outcome, Raised)):
        expected = getattr(case.expect, "wanted", _WANTED[type(probe)])
        status: Status = "skipped" if isinstance(outcome, NotAsked) else "failed"
        got, help_ = missing_answer_words(outcome, probe)
        if status == "failed":
            got, help_ = _words_to_show(case, got, help_)
        return _Finding(status, expected, got, help_, printed=seen.printed)
    difference = case.expect(probe, seen)
    if difference is None:
        return _Finding("passed")
    got, help_ = _words_to_show(case, difference.got, difference.hint)
    exact = bool(difference.hint) and not case.private
    return _Finding("failed", difference.expected, got, help_, printed=seen.printed, exact=exact)


def _words_to_show(case: Case, got: str, hint: str) -> tuple[str, str]:
    """The answer in words and the help for it; a private case has the same help whatever came.

    A help that depends on the answer would let a submission choose what its student is told, and
    so carry out what it was asked. Words for the very answer are for the instructor.
    """
    if not case.private:
        return got, hint or case.help
    return f"{got} ({hint})" if hint else got, case.help or _WITHOUT_HELP


def _not_judged(case: Case, probe: Probe, error: Exception) -> _Finding:
    """The finding on an answer whose judgement ended with an error."""
    if _fails_for_the_right_answer(case, probe):
        words = "The grader failed here; that is not your fault and costs no points"
        return _Finding("errored", help=f"{words} ({_error_words(error)}).")
    return _Finding(
        "failed",
        got="an answer that could not be judged",
        help=case.help or _WITHOUT_HELP,
        note=f"Judging this answer failed ({_error_words(error)}), as judging the right one does "
        "not. It counts as wrong; please look at it.",
    )


def _error_words(error: Exception) -> str:
    """An error of the judgement, with the function and the line in which it arose."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    message = str(error)[:_LONGEST]
    return f"{type(error).__name__}: {message}, {where.name} line {where.lineno}"


def _fails_for_the_right_answer(case: Case, probe: Probe) -> bool:
    """Whether the judgement of the right answer fails as well; False if that answer is not known.

    For a judgement that does not know the right answer, ``verify`` has the instructor's notebook
    judged.
    """
    right = getattr(case.expect, "right", None)
    if right is None:
        return False
    try:
        case.expect(probe, right(probe))
    except Exception:  # noqa: BLE001 - the same as any for the submission's answer
        return True
    return False


def _note(probe: Probe, seen: Observation) -> str:
    """A note on a right answer: older names that it uses, or arguments that it changes."""
    if seen.legacy:
        return seen.legacy
    if seen.changed:
        names = " and ".join(f"`{name}`" for name in seen.changed)
        return f"Right, but `{probe.name}` changes its input {names} in place."
    return ""
