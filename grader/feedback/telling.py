"""What is said of an exercise: one message, from the first rung of a ladder that has something.

An environment that is at fault, a text that Python cannot read and a wrong type or shape are told
by the judge. After them come here: a stub; a name from an import that failed; the mistake that is
known, or the two, with hints of its own; a cell that stopped; a name that is like another; what the
judge says of this very answer; a property that breaks; one unit worked out by hand. An answer that
is right gets one thing to know, if there is one. It is the same for a report and in a learner's own
notebook; only what is known of mistakes differs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from grader.diagnosis.answer_line import line_of_the_answer
from grader.diagnosis.definitions import find_function
from grader.diagnosis.diagnose import Diagnosis
from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.names import nearest
from grader.feedback import counterexample
from grader.feedback.notes import notes
from grader.judging.asked import Asked
from grader.judging.judge import BEYOND
from grader.judging.refusals import refusal
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import Lost, NotAsked, Outcome, Raised, Returned
from grader.report import CaseResult, ExerciseResult
from grader.submissions.begun import works_nothing_out
from grader.suite import Exercise, WorkedExample

_TWO = "Two things at once. Start with this one: "
_LEFT_OUT = "; so it is left out of the search for mistakes"
Said = tuple[str, str]
"""A case's name, and what is said about it."""


def tell(
    result: ExerciseResult,
    exercise: Exercise,
    answers: list[tuple[CaseResult, Asked]],
    evidence: Evidence,
    *,
    diagnose: Callable[[Evidence], Diagnosis],
    stopped: Said | None = None,
    failed_import: Callable[[str, str], str] | None = None,
    worked_example: WorkedExample | None = None,
    place: Callable[[int], str] = "line {} of its cell".format,
) -> ExerciseResult:
    """The result with its one message, and with the hints of its mistake if that is known.

    Args:
        result: the verdicts.
        exercise: whose they are.
        answers: each verdict with its question and answer.
        evidence: the same with the source, for the diagnosis.
        diagnose: finds the mistake.
        stopped: what to say of a cell that stopped, if one did.
        failed_import: says which import that failed was to bring a name in a line, if one was.
        worked_example: puts one number of the right answer beside the one that came.
        place: says in words where a line of the function's cell stands.
    """
    if all(case.status == "passed" for case in result.cases):
        return _with_note(result, notes(exercise, evidence))
    if any(_not_heard(asked.seen.outcome) for _, asked in answers):
        return result  # it did not get far enough to show how it computes
    stub = _not_started(answers, evidence)
    kinds = {getattr(asked.seen.outcome, "kind", "") for _, asked in answers}
    unknown = _unknown_name(answers, evidence, stopped)
    imported = failed_import(unknown.name, unknown.code) if unknown and failed_import else ""
    surely = stub if kinds == {"NameError"} else None
    if unknown and imported:
        surely = unknown.case, imported
    if surely:
        return _with_message(result, *surely)
    is_wrong = any(case.status == "failed" for case in result.cases)
    diagnosis = diagnose(evidence) if is_wrong else Diagnosis()
    result = with_faults(result, (fault.words + _LEFT_OUT for fault in diagnosis.faults))
    named = _name_not_known(unknown, evidence)
    if diagnosis.entries:
        hinted = _with_hints(result, diagnosis.entries)
        return _with_message(hinted, *named) if named else hinted
    plain = stub or stopped or named
    if plain or _is_exact(result):
        return _with_message(result, *plain) if plain else result
    found = counterexample.find_counterexample(answers, exercise.properties, worked_example)
    result = with_faults(result, found.faults)
    case, words = (found.case, found.words) if found.words else _first_answer(answers)
    made = made_in(evidence, place) if words else ""
    words = f"{words} {made}" if made else found.words
    return _with_message(result, case, words) if words else result


def _first_answer(answers: list[tuple[CaseResult, Asked]]) -> Said:
    """The first public case in which something wrong came back, and its help; else nothing."""
    for verdict, asked in answers:
        if verdict.status == "failed" and not verdict.private:
            returned = isinstance(asked.seen.outcome, Returned)
            return (verdict.id, verdict.help) if returned else ("", "")
    return "", ""


def made_in(evidence: Evidence, place: Callable[[int], str]) -> str:
    """A sentence with the line of the learner's own in which the answer is made; or nothing.

    Args:
        evidence: with the source.
        place: says in words where a line of it stands.
    """
    line = line_of_the_answer(evidence.source, evidence.name)
    text = evidence.source.split("\n")[line - 1].strip()[:MAX_WORDS] if line else ""
    return f"Your answer is made in {place(line)}: {text}" if line else ""


def _is_exact(result: ExerciseResult) -> bool:
    """Whether what is said of the first wrong answer, such as its shape, is about this answer."""
    return next((case.exact for case in result.cases if case.status == "failed"), False)


def _not_heard(outcome: Outcome) -> bool:
    """Whether a limit or a protection came first."""
    refused = isinstance(outcome, Raised) and bool(refusal(outcome))
    return refused or isinstance(outcome, Lost | NotAsked)


def _not_started(answers: list[tuple[CaseResult, Asked]], evidence: Evidence) -> Said | None:
    """The first public case if the function is still as it was handed out, and what to say."""
    function = find_function(evidence.source, evidence.name)
    public = [verdict.id for verdict, _ in answers if not verdict.private]
    if not function or not public or not works_nothing_out(function):
        return None
    kinds = {getattr(asked.seen.outcome, "kind", "") for _, asked in answers}
    if "NotImplementedError" in kinds:
        return None  # its own words are better
    return public[0], f"`{evidence.name}` is not started yet: begin in its cell."


class _Unknown(NamedTuple):
    """A name that Python did not know.

    Attributes:
        case: the first public case that was lost by it.
        name: the name.
        words: what is said of it so far.
        words_suffice: whether these have all there is to say, such as its line.
        code: the line in which it was missing; empty if it is not known.
    """

    case: str
    name: str
    words: str
    words_suffice: bool
    code: str = ""


def _unknown_name(
    answers: list[tuple[CaseResult, Asked]], evidence: Evidence, stopped: Said | None
) -> _Unknown | None:
    """The name at which the first public case stopped, or one of the cells of a model."""
    wrong = [pair for pair in answers if pair[0].status == "failed" and not pair[0].private]
    for verdict, asked in wrong:
        raised = asked.seen.outcome
        if isinstance(raised, Raised) and raised.kind in ("NameError", "ModuleNotFoundError"):
            name = _quoted(raised.message)
            return _Unknown(verdict.id, name, verdict.help, words_suffice=False, code=raised.code)
    messages = [words for words in sorted(evidence.causes) if words.startswith("NameError: ")]
    names = [*map(_quoted, messages)]
    if not wrong or not names:
        return None
    case, words = stopped or (wrong[0][0].id, wrong[0][0].help)
    name = next((name for name in names if f"'{name}'" in words), "")
    return _Unknown(case, name, words, words_suffice=True) if name else None


def _quoted(message: str) -> str:
    return message.partition("'")[2].partition("'")[0]


def _name_not_known(unknown: _Unknown | None, evidence: Evidence) -> Said | None:
    """What to say of a name that is like another one, or in a cell that stopped."""
    if unknown is None:
        return None
    near = nearest(unknown.name, evidence.source, evidence.known | evidence.bound)
    if near:
        return unknown.case, f"{unknown.words} There is a `{near}`: is it the same?"
    return (unknown.case, unknown.words) if unknown.words_suffice else None


def _with_note(result: ExerciseResult, note: str) -> ExerciseResult:
    """A right answer with one thing to know, unless there is a better one already."""
    if not note or any(case.note and not case.note.startswith(BEYOND) for case in result.cases):
        return result
    cases = tuple(msgspec.structs.replace(case, note="") for case in result.cases)
    return msgspec.structs.replace(result, cases=cases, notes=(*result.notes, note))


def with_faults(result: ExerciseResult, faults: Iterable[str]) -> ExerciseResult:
    """The result with what the instructor has to mend."""
    return msgspec.structs.replace(result, faults=(*result.faults, *faults))


def _with_message(result: ExerciseResult, case: str, message: str) -> ExerciseResult:
    """The result with what is said of one of its cases."""
    cases = tuple(
        msgspec.structs.replace(verdict, help=message) if verdict.id == case else verdict
        for verdict in result.cases
    )
    return msgspec.structs.replace(result, cases=cases, message=message)


def _with_hints(result: ExerciseResult, found: tuple[Entry, ...]) -> ExerciseResult:
    """The result with the mistakes that were found, and the hints of the first."""
    first, *others = found
    hints = tuple((_TWO if others else "") + hint for hint in first.hints)
    found = tuple(entry for entry in found if entry.says)  # a book of hints has no names
    return msgspec.structs.replace(
        result,
        message=hints[0],
        mistakes=tuple(entry.id for entry in found),
        misconceptions=tuple(entry.says for entry in found),
        hints=hints,
    )
