"""A name that Python did not know, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from grader.diagnosis.evidence import Evidence
from grader.diagnosis.names import nearest
from grader.feedback.result_words import CaseWords
from grader.judging.asked import Asked
from grader.protocol.observations import Raised
from grader.report import CaseResult


class UnknownName(NamedTuple):
    """A name that Python did not know.

    Attributes:
        case: the identifier of the first public case that failed because of it.
        name: the name.
        words: the words that the case has so far.
        words_suffice: whether these words say all, such as the line.
        code: the line in which the name was missing; empty if it is not known.
    """

    case: str
    name: str
    words: str
    words_suffice: bool
    code: str = ""


def unknown_name(
    answers: Iterable[tuple[CaseResult, Asked]], evidence: Evidence, stopped: CaseWords | None
) -> UnknownName | None:
    """The name at which the first public case stopped, or else a cell of the exercise.

    Args:
        answers: each verdict with its question and answer.
        evidence: the evidence for the exercise, with the exceptions of its cells.
        stopped: the words for a cell that stopped, if one did.
    """
    failed = [pair for pair in answers if pair[0].status == "failed" and not pair[0].private]
    for verdict, asked in failed:
        raised = asked.seen.outcome
        if isinstance(raised, Raised) and raised.kind in ("NameError", "ModuleNotFoundError"):
            name = _quoted(raised.message)
            return UnknownName(
                verdict.id, name, verdict.help, words_suffice=False, code=raised.code
            )
    messages = [words for words in sorted(evidence.causes) if words.startswith("NameError: ")]
    names = [*map(_quoted, messages)]
    if not failed or not names:
        return None
    case, words = stopped or (failed[0][0].id, failed[0][0].help)
    name = next((name for name in names if f"'{name}'" in words), "")
    return UnknownName(case, name, words, words_suffice=True) if name else None


def unknown_name_words(unknown: UnknownName, evidence: Evidence) -> CaseWords | None:
    """The words for a name that is like one there is, or at which a cell stopped; else None."""
    near = nearest(unknown.name, evidence.source, evidence.known | evidence.bound)
    if near:
        return unknown.case, f"{unknown.words} There is a `{near}`: is it the same?"
    return (unknown.case, unknown.words) if unknown.words_suffice else None


def _quoted(message: str) -> str:
    """The name in quotes in a message of Python."""
    return message.partition("'")[2].partition("'")[0]
