"""A question whose answer is typed into the notebook, and the words for each answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grader.suite import NO_ANSWER, Case, Difference, Read, asking, holds
from public_tests._spelling import is_open, shown

Reply = Callable[[Any], str | None]
"""What to say to an answer; None if it is right."""

OPEN = "This one still waits for you: type your answer in its place and run that cell."


def question(
    exercise: str,
    name: str,
    title: str,
    wanted: str,
    reply: Reply,
    *,
    points: float = 0,
    remark: str = "",
) -> Case:
    """The case of one question.

    Args:
        exercise: whose question it is.
        name: the name that holds the answer.
        title: the question in short.
        wanted: what kind of answer it is, in words that do not give it away.
        reply: what to say to an answer.
        points: what it is worth.
        remark: what to know once it is right.
    """

    def judge(held: Any) -> Difference | None:
        if is_open(held):
            return Difference(wanted, NO_ANSWER, OPEN)
        words = reply(held)
        return None if words is None else Difference(wanted, shown(held), words)

    probe = asking(Read(name))
    return Case(exercise, title, points, probe, holds(judge), f"Type {wanted}.", remark=remark)
