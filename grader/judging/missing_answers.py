"""The words for what came instead of an answer: no such name, an exception, no end."""

from __future__ import annotations

import re

from grader.judging.exceptions import explain_exception
from grader.judging.question_words import example_asked, line_that_stopped
from grader.judging.refusals import refusal
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import (
    Died,
    Exceeded,
    Garbled,
    Missing,
    NotAsked,
    Outcome,
    Raised,
    TimedOut,
)
from grader.protocol.probes import Call, Probe

# Keras and TensorFlow begin their messages with these lines, before they come to the reason.
_FRAMES = ("Exception encountered when calling", "Graph execution error", "Detected at node")
# Parts of a message that say nothing to a learner: the path of a module, the codes that make a
# terminal bold, the name of an operation.
_STYLE = re.compile(
    r" \((?:/|[A-Z]:\\)[^)]*\)|\x1b\[[0-9;]*m|\\x1b\[[0-9;]*m|\{\{function_node [^}]*\}\}"
    r"| \[Op:\w+\](?: name: ?\w*)?"
)
_LONGEST = 200  # characters of a message that are shown


def missing_answer_words(outcome: Outcome, probe: Probe) -> tuple[str, str]:
    """The words for what came instead of an answer, and a sentence of help.

    Args:
        outcome: what came; neither a returned value nor a described model.
        probe: the question.

    Raises:
        TypeError: the outcome is an answer.
    """
    name = f"`{probe.name}`"
    match outcome:
        case Missing():
            return _missing_name(outcome, name)
        case Raised():
            return raised_words(outcome), _help_for_an_exception(outcome, probe)
        case TimedOut() | Exceeded():
            return _limit_reached(outcome, name, example_asked(probe))
        case Died(how):
            look = "Look for exit(), quit(), endless recursion or far too large an array."
            what = f"the Python process ended ({how})"
            return what, f"While your {name} ran, {what}. {look}"
        case Garbled(reason):
            return f"no usable answer: {reason}", f"What your {name} sent back could not be read."
        case NotAsked(reason):
            return "not asked", f"Not asked: {reason}."
    raise TypeError(type(outcome).__name__)


def raised_words(raised: Raised) -> str:
    """An exception in one line, as Python puts it: the first line that says something."""
    lines = [_STYLE.sub("", line).strip() for line in raised.message.splitlines()]
    filled = [line for line in lines if line]
    telling = [line for line in filled if not line.startswith(_FRAMES)] or filled
    return f"{raised.kind}: {telling[0][:_LONGEST]}" if telling else raised.kind


def _limit_reached(outcome: TimedOut | Exceeded, name: str, example: str) -> tuple[str, str]:
    """The words for a call that was stopped by a limit of time, memory or output."""
    if isinstance(outcome, TimedOut):
        within = f"within {outcome.seconds:g} s"
        ask = "Does the loop end?"
        return f"no answer {within}", f"Your {name} did not finish {within}{example}. {ask}"
    return outcome.what, f"Your {name} {outcome.what}{example} and was stopped."


def _missing_name(outcome: Missing, name: str) -> tuple[str, str]:
    """The words for a name that does not exist, or holds a thing of another type."""
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


def _help_for_an_exception(raised: Raised, probe: Probe) -> str:
    """A sentence that says where an exception arose and what it means."""
    name = f"`{probe.name}`"
    line = line_that_stopped(raised, probe)
    ends = f"Your {name} ends the program: take exit() or quit() out of it."
    words = raised.message[:MAX_WORDS] or "fill in its cell."
    known = {
        "NotImplementedError": f"{name} is not written yet: {words}",
        "SystemExit": ends,
        "KeyboardInterrupt": ends,
        "RecursionError": f"Your {name} calls itself without end{line}.",
    }
    # A library may raise NotImplementedError, too; then the learner's line does not name it.
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
