"""The judgement: a verdict for every kind of observation, in words a learner can use."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.judging.judge import forgiven, judge, unjudged
from grader.judging.question_words import called
from grader.protocol.observations import (
    Died,
    Garbled,
    Missing,
    NotAsked,
    Observation,
    Outcome,
    Raised,
    Returned,
    TimedOut,
)
from grader.protocol.probes import Call, Describe
from grader.protocol.values import Function, array
from grader.report import CaseResult
from grader.suite import Case, agrees_with, asking, holds, returns
from grader.suite.judgements import Returns

PROBE = Call("f", ("a", "g"), (array([1.0, 2.0]), Function("relu")))


def case(**more: Any) -> Case:
    """A case that expects [2, 3]."""
    fields: dict[str, Any] = {
        "exercise": "f",
        "title": "adds one",
        "points": 3,
        "ask": asking(PROBE),
        "expect": returns([2.0, 3.0]),
        "help": "Add one.",
    }
    return Case(**(fields | more))


def verdict(
    outcome: Outcome, *, probe: Any = PROBE, seen: dict[str, Any] | None = None, **more: Any
) -> CaseResult:
    """The verdict on an outcome."""
    return judge(case(**more), probe, Observation(outcome, **(seen or {})))


def test_a_right_answer_passes() -> None:
    """A right answer earns the points and says nothing more."""
    result = verdict(Returned((array([2.0, 3.0]),)), seen={"printed": "debug"})
    assert ("passed", 3, 3) == (result.status, result.earned, result.points)
    assert "" == result.help + result.note + result.expected + result.got + result.printed


def test_a_wrong_answer_fails_with_words() -> None:
    """A wrong answer earns nothing and says what was called, expected and got, with one hint."""
    result = verdict(Returned((array([2.0, 4.0]),)), seen={"printed": "debug"})
    assert ("failed", 0) == (result.status, result.earned)
    assert "f(a=[1, 2], g=relu)" == result.called
    assert "[2, 3]" == result.expected
    assert result.got.startswith("[2, 4]")
    assert "Add one." == result.help
    assert "debug" == result.printed


@pytest.mark.parametrize(
    ("outcome", "status", "got", "says"),
    [
        (Missing("function"), "failed", "there is no `f`", "no `f` yet"),
        (Missing("function", near=("f1", "f2")), "failed", "no `f`", "`f1` or `f2`"),
        (Missing("function", found="NoneType"), "failed", "is None", "fill in its cell"),
        (Missing("function", found="int"), "failed", "of type int", "used again"),
        (Missing("value"), "failed", "there is no `f`", "no `f` yet"),
        (
            Raised("ValueError", "no\nmore", 2, 7, "x = y"),
            "failed",
            "ValueError: no",
            "line 7 of code cell 2: x = y",
        ),
        (Raised("ValueError", ""), "failed", "ValueError", "while your `f` ran"),
        (
            Raised("NotImplementedError", "Write it."),
            "failed",
            "NotImpl",
            "not written yet: Write it.",
        ),
        (Raised("NotImplementedError", ""), "failed", "NotImpl", "fill in its cell"),
        (Raised("SystemExit", "0"), "failed", "SystemExit", "take exit()"),
        (
            Raised("RecursionError", "deep", 1, 2, "f()"),
            "failed",
            "Recursion",
            "without end in line 2",
        ),
        (Raised("MemoryError", ""), "failed", "MemoryError", "more memory"),
        (TimedOut(10.0), "failed", "within 10 s", "Does the loop end?"),
        (Died("exit code 0"), "failed", "exit code 0", "exit()"),
        (Garbled("a message of 9 bytes"), "failed", "no usable answer", "could not be read"),
        (NotAsked("time is up"), "skipped", "not asked", "time is up"),
    ],
    ids=lambda part: str(part)[:30],
)
def test_no_answer_has_words(outcome: Outcome, status: str, got: str, says: str) -> None:
    """Whatever came instead of an answer, there is a phrase for it and one sentence of help."""
    result = verdict(outcome)
    assert (status, 0) == (result.status, result.earned)
    assert got in result.got
    assert says in result.help


SECRET = "array([0.123456, 7.654321])"


@pytest.mark.parametrize("kind", ["NotImplementedError", "ValueError", "SystemExit", "RecursionError",
                                  "MemoryError", "KeyboardInterrupt", "Custom"])  # fmt: skip
def test_a_private_case_never_repeats_what_the_submission_says(kind: str) -> None:
    """An exception's words may hold the hidden inputs; what a student sees holds none of them."""
    result = verdict(Raised(kind, SECRET, 1, 1, "raise"), seen={"printed": SECRET}, private=True)
    assert SECRET not in result.help
    assert SECRET not in result.note
    assert SECRET in result.got  # the instructor's view; a report for students empties it


def test_a_private_case_does_not_repeat_the_answer_in_its_help() -> None:
    """The help of a private case is a sentence, without expected values and answers."""
    result = verdict(Returned((array([0.123456, 7.654321]),)), private=True)
    assert "0.123456" in result.got
    assert "Add one." == result.help


class Fragile(Returns):
    """Expects [2, 3] and stumbles over some answers."""

    def __call__(self, probe: Any, seen: Observation) -> Any:
        """Judge, unless the answer is one that it cannot take."""
        if self.stumbles(seen):
            raise KeyError("weights")
        return super().__call__(probe, seen)

    def stumbles(self, seen: Observation) -> bool:
        """Whether it cannot take an answer: an array without numbers."""
        return isinstance(seen.outcome, Returned) and seen.outcome.values == (EMPTY,)


class Broken(Fragile):
    """Stumbles over every answer."""

    def stumbles(self, _: Observation) -> bool:
        """Whether it cannot take an answer."""
        return True


EMPTY = array(np.zeros((2, 0)))


def test_a_fault_of_the_case_costs_nothing() -> None:
    """A judgement that fails for the right answer as well is the grader's fault: full points."""
    result = verdict(Returned((EMPTY,)), expect=Broken(([2.0, 3.0],)))
    assert ("errored", 3) == (result.status, result.earned)
    assert "not your fault" in result.help
    assert "KeyError" in result.help


def test_a_reference_that_fails_is_our_fault() -> None:
    """Where the instructor's own function stops, no answer could have been right: full points."""

    def reference(*_: Any) -> Any:
        raise ZeroDivisionError

    result = verdict(Returned((EMPTY,)), expect=agrees_with(reference))
    assert ("errored", 3) == (result.status, result.earned)


@pytest.mark.parametrize("expect", [Fragile(([2.0, 3.0],)), holds(lambda _: 1 // 0)])
@pytest.mark.parametrize("private", [False, True])
def test_an_answer_that_breaks_the_judge_gains_nothing(expect: Any, *, private: bool) -> None:
    """It counts as wrong; the instructor has a line to look at, the student of a private case none."""
    result = verdict(Returned((EMPTY,)), expect=expect, private=private)
    assert ("failed", 0, "Add one.") == (result.status, result.earned, result.help)
    assert "could not be judged" in result.got
    assert "Judging this answer failed" in result.note


ANSWERS = [
    Returned(()),
    Returned((array([2.0, 4.0]),)),
    Returned((array([2.0]),)),
    Returned((array([2.0, np.nan]),)),
    Returned((array([True, False]),)),
    Returned((EMPTY,)),
    Returned((None,)),
    Returned(("text",)),
    Raised("ValueError", "words"),
    Raised("SystemExit", "0"),
    Missing("function", found="list"),
    TimedOut(10.0),
    Died("exit code 0"),
    Garbled("a message of 9 bytes"),
]


@pytest.mark.parametrize("help_", ["Add one.", ""])
def test_a_private_case_has_one_help(help_: str) -> None:
    """Whatever was wrong, a student reads the same of a private case, and no answer is told by it."""
    told = {
        verdict(outcome, private=True, expect=Fragile(([2.0, 3.0],)), help=help_).help
        for outcome in ANSWERS
    }
    assert 1 == len(told)
    assert {""} != told


def test_a_case_that_could_not_be_put_costs_nothing() -> None:
    """A question that could not be made is errored, one that was not put is skipped."""
    assert ("errored", 3) == (unjudged(case(), "broken").status, unjudged(case(), "broken").earned)
    skipped = unjudged(case(), "no time", "skipped")
    assert ("skipped", 0, "no time") == (skipped.status, skipped.earned, skipped.help)


def test_a_changed_input_is_a_note() -> None:
    """A right answer that changes its inputs passes, and is told so."""
    result = verdict(Returned((array([2.0, 3.0]),)), seen={"changed": ("a",)})
    assert ("passed", 3) == (result.status, result.earned)
    assert "changes its input `a`" in result.note


def test_a_call_is_written_as_python_would() -> None:
    """Small arrays are shown with their numbers, large ones with their shape."""
    arguments = (array([1, 2]), array(np.zeros((20, 20))), 3, Function("relu"))
    call = Call("f", ("a", "W", "n", "g"), arguments, times=2)
    assert "f(a of shape (2,), W of shape (20, 20), n=3, g=relu), 2 times" == called(call)
    assert "model" == called(Describe("model"))


def test_several_answers_are_all_compared() -> None:
    """With several calls each answer must be right, and a wrong number of them is wrong."""
    both = returns([1.0], [1.0])
    one = array([1.0])
    assert "passed" == verdict(Returned((one, one)), expect=both).status
    later = verdict(Returned((one, array([2.0]))), expect=both)
    assert "at call 2" in later.got
    assert "failed" == verdict(Returned((one,)), expect=both).status


def test_what_goes_beyond_is_forgiven_if_all_else_is_right() -> None:
    """Then it is a note; beside another failure it stays a failure, and nothing is changed."""
    asked, more = case(), case(title="adds more", points=0, advisory=True)
    right, wrong = Returned((array([2.0, 3.0]),)), Returned((array([5.0, 5.0]),))
    passed, failed = (
        judge(asked, PROBE, Observation(right)),
        judge(asked, PROBE, Observation(wrong)),
    )
    lost = judge(more, PROBE, Observation(wrong))
    kept, noted = forgiven([asked, more], [passed, lost])
    assert passed == kept
    assert ("passed", 0) == (noted.status, noted.earned)
    assert "Right for all that is asked. Beyond that, adds more: Add one." == noted.note
    assert [failed, lost] == forgiven([asked, more], [failed, lost])
    assert [passed, passed] == forgiven([asked, asked], [passed, passed])
