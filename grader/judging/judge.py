"""The judgement: a case and an observation give a verdict, in words a learner can use.

What went wrong before there was an answer to compare (no such function, an exception, no end) is
put into words here; a wrong answer is put into words by the case's own ``expect``.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable

import msgspec
import numpy as np
from msgspec.structs import replace

from grader.judging.exceptions import explain_exception
from grader.judging.refusals import refusal
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import (
    SCRIPT,
    Described,
    Died,
    Exceeded,
    Garbled,
    Missing,
    NotAsked,
    Observation,
    Outcome,
    Raised,
    Returned,
    TimedOut,
)
from grader.protocol.probes import Call, Describe, Probe, Read
from grader.protocol.values import Array, Function, Items, Strange, Value
from grader.report import CaseResult, Status
from grader.suite import Case

_WANTED = {Call: "an answer", Describe: "a Keras model", Read: "a value"}
_CLOSED = "The answer here is not right yet."
# How Keras and TensorFlow begin before they come to the reason, and what says nothing to a learner:
# the path of a module, what makes a terminal bold, the name of an operation.
_FRAMES = ("Exception encountered when calling", "Graph execution error", "Detected at node")
_STYLE = re.compile(
    r" \((?:/|[A-Z]:\\)[^)]*\)|\x1b\[[0-9;]*m|\\x1b\[[0-9;]*m|\{\{function_node [^}]*\}\}"
    r"| \[Op:\w+\](?: name: ?\w*)?"
)
_SMALL = 24  # up to so many numbers in all, arguments are shown as they are


class _Finding(msgspec.Struct, frozen=True):
    status: Status
    expected: str = ""
    got: str = ""
    help: str = ""
    note: str = ""
    printed: str = ""
    exact: bool = False


def judge(case: Case, probe: Probe, seen: Observation) -> CaseResult:
    """The verdict on one case.

    Where judging an answer fails, that is the grader's own fault only if judging the right answer
    fails as well. Otherwise it is this answer that brings it about, which gains nothing.
    """
    try:
        finding = _find(case, probe, seen)
    except Exception as error:  # noqa: BLE001 - whatever it is, there has to be a verdict
        finding = _not_judged(case, probe, error)
    earned = case.points if finding.status in ("passed", "errored") else 0
    stop = seen.outcome if isinstance(seen.outcome, Raised) else None
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
        where=_line(stop, probe).removeprefix(" in ") if stop else "",
        cell=max(stop.cell, 0) if stop else 0,
        line=stop.line if stop else 0,
        file_line=stop.line if stop and stop.cell == SCRIPT else 0,
        help=finding.help,
        exact=finding.exact,
        note=_note(probe, seen) if finding.status == "passed" else finding.note,
        printed=seen.printed if finding.status == "failed" else "",
    )


BEYOND = "Right for all that is asked. Beyond that, "


def forgiven(cases: Iterable[Case], results: Iterable[CaseResult]) -> list[CaseResult]:
    """The verdicts, where nothing but what goes beyond the exercise failed: that is a note then."""
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
    """A case that could not be put at all."""
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
    outcome = seen.outcome
    raising = getattr(case.expect, "judges_exceptions", False)
    if not isinstance(outcome, Returned | Described) and not (
        raising and isinstance(outcome, Raised)
    ):
        expected = getattr(case.expect, "wanted", _WANTED[type(probe)])
        status: Status = "skipped" if isinstance(outcome, NotAsked) else "failed"
        got, help_ = _no_answer(outcome, probe)
        if status == "failed":
            got, help_ = _told(case, got, help_)
        return _Finding(status, expected, got, help_, printed=seen.printed)
    difference = case.expect(probe, seen)
    if difference is None:
        return _Finding("passed")
    got, help_ = _told(case, difference.got, difference.hint)
    exact = bool(difference.hint) and not case.private
    return _Finding("failed", difference.expected, got, help_, printed=seen.printed, exact=exact)


def _told(case: Case, got: str, hint: str) -> tuple[str, str]:
    """The answer in words and the help for it; a private case has the same help whatever came.

    A help that depends on the answer would let a submission choose what its student is told, and
    so carry out what it was asked. Words for the very answer are for the instructor.
    """
    if not case.private:
        return got, hint or case.help
    return f"{got} ({hint})" if hint else got, case.help or _CLOSED


def _not_judged(case: Case, probe: Probe, error: Exception) -> _Finding:
    if _fails_for_the_right_answer(case, probe):
        return _Finding("errored", help=_our_fault(error))
    where = traceback.extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__}: {str(error)[:200]}, {where.name} line {where.lineno}"
    return _Finding(
        "failed",
        got="an answer that could not be judged",
        help=case.help or _CLOSED,
        note=f"Judging this answer failed ({said}), as judging the right one does not. It counts "
        "as wrong; please look at it.",
    )


def _fails_for_the_right_answer(case: Case, probe: Probe) -> bool:
    """Whether the case cannot judge what is right either; False if nobody knows what that is.

    Where a judgement cannot say what is right, ``verify`` has it judge the instructor's notebook.
    """
    right = getattr(case.expect, "right", None)
    if right is None:
        return False
    try:
        case.expect(probe, right(probe))
    except Exception:  # noqa: BLE001 - the same as any for the submission's answer
        return True
    return False


def _no_answer(outcome: Outcome, probe: Probe) -> tuple[str, str]:
    """The words for what came instead of an answer, and one sentence of help."""
    name = f"`{probe.name}`"
    match outcome:
        case Missing():
            return _missing(outcome, name)
        case Raised():
            return raised_words(outcome), _where(outcome, probe)
        case TimedOut() | Exceeded():
            return _stopped(outcome, name, _on(probe))
        case Died(how):
            look = "Look for exit(), quit(), endless recursion or far too large an array."
            what = f"the Python process ended ({how})"
            return what, f"While your {name} ran, {what}. {look}"
        case Garbled(reason):
            return f"no usable answer: {reason}", f"What your {name} sent back could not be read."
        case NotAsked(reason):
            return "not asked", f"Not asked: {reason}."
    raise TypeError(type(outcome).__name__)


def _stopped(outcome: TimedOut | Exceeded, name: str, example: str) -> tuple[str, str]:
    if isinstance(outcome, TimedOut):
        within = f"within {outcome.seconds:g} s"
        ask = "Does the loop end?"
        return f"no answer {within}", f"Your {name} did not finish {within}{example}. {ask}"
    return outcome.what, f"Your {name} {outcome.what}{example} and was stopped."


def _missing(outcome: Missing, name: str) -> tuple[str, str]:
    wanted = "a Keras model" if outcome.wanted == "model" else f"a {outcome.wanted}"
    if outcome.found == "NoneType":
        return f"{name} is None", f"{name} is still None: fill in its cell and run it."
    if outcome.found:
        what = f"{name} is of type {outcome.found}"
        return what, f"{what}, not {wanted}: is the name used again for something else?"
    if outcome.near:
        near = " or ".join(f"`{other}`" for other in outcome.near)
        return f"there is no {name}", f"There is no {name}, but there is {near}: is it the same?"
    return f"there is no {name}", f"There is no {name} yet: nothing in the file has that name."


def raised_words(raised: Raised) -> str:
    """An exception in one line, as Python puts it: the first line that says something."""
    lines = [_STYLE.sub("", line).strip() for line in raised.message.splitlines()]
    said = [line for line in lines if line]
    first = next((line for line in said if not line.startswith(_FRAMES)), next(iter(said), ""))
    return f"{raised.kind}: {first[:200]}" if first else raised.kind


def _where(raised: Raised, probe: Probe) -> str:
    name = f"`{probe.name}`"
    line = _line(raised, probe)
    ends = f"Your {name} ends the program: take exit() or quit() out of it."
    words = raised.message[:MAX_WORDS] or "fill in its cell."
    known = {
        "NotImplementedError": f"{name} is not written yet: {words}",
        "SystemExit": ends,
        "KeyboardInterrupt": ends,
        "RecursionError": f"Your {name} calls itself without end{line}.",
    }
    own = not raised.code or raised.kind != "NotImplementedError" or raised.kind in raised.code
    if raised.kind in known and own:
        return known[raised.kind]
    if refused := refusal(raised):
        return f"Your {name} {refused}{line}."
    if line:
        return f"Python stopped{line}. {explain_exception(raised)}".rstrip()
    if not isinstance(probe, Call):
        return f"Keras stopped when your {name} was asked for its predictions: is it complete?"
    if raised.kind == "TypeError" and "argument" in raised.message:
        order = ", ".join(probe.parameters)
        return f"{name} is called with ({order}): its def line has to take these, in this order."
    return f"Python stopped while your {name} ran. {explain_exception(raised)}".rstrip()


def _line(raised: Raised, probe: Probe) -> str:
    if not raised.line:
        return ""
    place = f" of code cell {raised.cell}" if raised.cell else f" of the cell of `{probe.name}`"
    code = raised.code[:MAX_WORDS]
    place = "" if raised.cell == SCRIPT else place
    return f" in line {raised.line}{place}" + (f": {code}" if code else "")


def called(probe: Probe) -> str:
    """The question in words: ``my_dense(a_in of shape (2,), ...)``."""
    if not isinstance(probe, Call):
        return probe.name
    sizes = [len(value.data) for value in probe.arguments if isinstance(value, Array)]
    small = sum(sizes) <= _SMALL * 8
    parts = [
        f"{name}{_argument(value, small=small)}"
        for name, value in zip(probe.parameters, probe.arguments, strict=False)
    ]
    times = f", {probe.times} times" if probe.times > 1 else ""
    return f"{probe.name}({', '.join(parts)}){times}"


def _argument(value: Value, *, small: bool) -> str:
    if isinstance(value, Array):
        if not small:
            return f" of shape {value.shape}"
        text = np.array2string(value.numpy(), separator=", ", formatter={"all": "{:.4g}".format})
        kind = "" if value.dtype == "float64" else f" ({value.dtype})"
        return f"={' '.join(text.split())}{kind}"
    if isinstance(value, Function):
        return f"={value.name}"
    return "=..." if isinstance(value, Items | Strange) else f"={value!r}"


def _on(probe: Probe) -> str:
    """The words "on an example with 3 inputs", for the first array that is given."""
    if isinstance(probe, Call) and probe.arguments and isinstance(probe.arguments[0], Array):
        shape = probe.arguments[0].shape
        if len(shape) == 1:
            return f" on an example with {shape[0]} input{'s' * (shape[0] != 1)}"
        return f" on an array of shape {shape}"
    return ""


def _note(probe: Probe, seen: Observation) -> str:
    if seen.legacy:
        return seen.legacy
    if seen.changed:
        names = " and ".join(f"`{name}`" for name in seen.changed)
        return f"Right, but `{probe.name}` changes its input {names} in place."
    return ""


def _our_fault(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return (
        "The grader failed here; that is not your fault and costs no points "
        f"({type(error).__name__}: {str(error)[:200]}, {where.name} line {where.lineno})."
    )
