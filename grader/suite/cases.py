"""Exercises and their cases: what an assignment consists of.

A case is a sentence about the exercise, a question (a probe) and a judgement. ``example`` and
``drawn`` in ``grader.suite`` make the usual ones; ``Case`` itself takes any probe and any
judgement. One definition serves the notebook, the terminal, pytest and the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

import msgspec
import numpy as np

from grader.protocol.observations import Observation
from grader.protocol.probes import Probe
from grader.report import Points
from grader.report.pictures import Picture
from grader.suite.differences import Difference

Ask = Callable[[np.random.Generator], Probe]
"""Makes the question; the generator is keyed to case and submission."""

Expect = Callable[[Probe, Observation], Difference | None]
"""Judges a proper answer; None means it is right. Not called for errors and time-outs.

It has to judge whatever may cross. One that fails for an answer gives no points for it, unless it
has a method ``right(probe)`` that gives the right answer and fails for that as well.
"""

WorkedExample = Callable[[Probe, Observation], str]
"""Works out one number of the right answer in words, beside the one that came; "" if it cannot."""


class Property(msgspec.Struct, frozen=True):
    """Something that holds of every right answer, and is easily seen to.

    Attributes:
        says: what holds, as a sentence.
        breaks: how an answer breaks it, as a phrase with the numbers; "" if it does not.
    """

    says: str
    breaks: Callable[[Probe, Observation], str]


class Case(msgspec.Struct, frozen=True, dict=True):
    """One question to one exercise.

    Attributes:
        exercise: the exercise's name.
        title: a sentence or phrase that a student understands; unique in its exercise.
        points: what it is worth; half points are points.
        ask: makes the question.
        expect: judges the answer.
        help: one sentence for the student whose answer is wrong: where to look.
        private: whether inputs and expected values stay with the instructor.
        advisory: whether it goes beyond what the exercise asks for. A wrong answer then gives a
            note, not a failure. Such a case is worth no points.
        kept_because: why it is asked although other cases catch the same known mistakes.
        remark: what to know once it is right; for the student's own notebook.
        real_library: whether only the real Keras may be asked, never the grader's own library of
            plain networks.
    """

    exercise: str
    title: str
    points: Points
    ask: Ask
    expect: Expect
    help: str = ""
    private: bool = False
    advisory: bool = False
    kept_because: str = ""
    remark: str = ""
    real_library: bool = False

    def question(self, number: Callable[[str], int]) -> Probe:
        """The question that is put to a submission.

        Args:
            number: gives a repeatable, secret number for a purpose; here the case's ``purpose``.
        """
        # Drawing nothing needs no numbers to draw from.
        return self.fixed_question or self.ask(np.random.default_rng(number(self.purpose)))

    @property
    def purpose(self) -> str:
        """The purpose of the drawn question; cases with the same purpose share a question."""
        if isinstance(self.ask, _SharedQuestion):
            return f"{self.exercise}/shared {self.ask.name}"
        return self.id

    @property
    def fixed_question(self) -> Probe | None:
        """The question, if it is the same for every submission; None if it is drawn."""
        return self.ask.probe if isinstance(self.ask, _FixedQuestion) else None

    @cached_property
    def id(self) -> str:
        """A name that stays: ``my_dense/2-inputs-3-units``, ``my_dense/private-one-unit``."""
        words = f"private {self.title}" if self.private else self.title
        short = re.sub(r"[\W_]+", "-", words.lower()).strip("-")
        return f"{self.exercise}/{short}"


class Exercise(msgspec.Struct, frozen=True):
    """A named piece of graded work.

    Attributes:
        name: the name the student defines, which is also the exercise's.
        title: for people.
        order: where the exercise stands in the report. Leave gaps, as in 10, 20, 30, so that one
            can be put between; two exercises with the same number are refused. Exercises without
            a number come last, in the order of their names.
        defines: the names to look for in the notebook; the name alone if empty.
        extra: whether its points come on top of the required ones.
        absent: the sentence for a notebook in which there is nothing of it; else a missing name
            is told by itself.
        at_once: whether it is meant to be done without a loop.
        properties: what holds of every right answer, the simplest first.
        check_name: what its check function is called in the notebook, where a course has a name
            for it (``test_c1``); ``test_`` and the exercise's name otherwise.
    """

    name: str
    title: str
    order: int | None = None
    defines: tuple[str, ...] = ()
    extra: bool = False
    absent: str = ""
    at_once: bool = False
    properties: tuple[Property, ...] = ()
    check_name: str = ""

    @property
    def goals(self) -> tuple[str, ...]:
        """The names that its cases ask about."""
        return self.defines or (self.name,)

    @property
    def check_function(self) -> str:
        """The name of the function that checks it in the notebook, beside ``check``."""
        return self.check_name or f"test_{self.name}"


class Drawing(msgspec.Struct, frozen=True):
    """A picture for the student's page, drawn by the grader from an answer.

    It asks nothing of its own: the answer is that to a public case, put before any private one. So
    nothing that a submission learns from private questions can come out in a picture. What else
    goes into it is the author's choice, and every student gets to see it.

    Attributes:
        exercise: the exercise's name.
        probe: the question of one of its public cases.
        draw: makes the picture of the answer; None if there is nothing to see.
    """

    exercise: str
    probe: Probe
    draw: Callable[[Observation], Picture | None]


class _FixedQuestion(msgspec.Struct, frozen=True):
    probe: Probe

    def __call__(self, _: np.random.Generator) -> Probe:
        return self.probe


class _SharedQuestion(msgspec.Struct, frozen=True):
    name: str
    draw: Ask

    def __call__(self, rng: np.random.Generator) -> Probe:
        return self.draw(rng)


def asking_once(name: str, draw: Ask) -> Ask:
    """A question that is drawn once for all cases of an exercise that give it this name.

    A model is then described once for them, which is what takes its time.

    Args:
        name: any word, the same in all these cases.
        draw: makes the question.
    """
    return _SharedQuestion(name, draw)


def asking(probe: Probe) -> Ask:
    """A question that is always the same."""
    return _FixedQuestion(probe)
