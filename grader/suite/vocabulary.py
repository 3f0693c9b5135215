"""The vocabulary in which test authors write: exercises and cases.

A case is a sentence about the exercise, a question (a probe) and a judgement::

    Case(
        exercise="my_dense",
        title="2 inputs, 3 units",
        points=1,
        ask=asking(Call("my_dense", ("a_in", "W", "b", "g"), arguments)),
        expect=returns([0.1, 0.2, 0.3]),
        help="Each unit has a column of W of its own.",
    )

One definition serves the notebook, the terminal, pytest and the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec.structs import replace

from grader.protocol.observations import Described, Observation, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.values import ProtocolError, Value, decode
from grader.report.pictures import Picture
from grader.suite.compare import Difference, compare, describe

Ask = Callable[[np.random.Generator], Probe]
"""Makes the question; the generator is keyed to case and submission."""

Expect = Callable[[Probe, Observation], Difference | None]
"""Judges a proper answer; None means it is right. Not called for errors and time-outs."""


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
        points: a whole number.
        ask: makes the question.
        expect: judges the answer.
        help: one sentence for the student whose answer is wrong: where to look.
        private: whether inputs and expected values stay with the instructor.
        advisory: whether it goes beyond what the exercise asks for. A wrong answer then gives a
            note, not a failure. Such a case is worth no points.
        kept_because: why it is asked although other cases catch the same known mistakes.
        remark: what to know once it is right; for the student's own notebook.
    """

    exercise: str
    title: str
    points: int
    ask: Ask
    expect: Expect
    help: str = ""
    private: bool = False
    advisory: bool = False
    kept_because: str = ""
    remark: str = ""

    def question(self, number: Callable[[str], int]) -> Probe:
        """The question.

        Args:
            number: a repeatable, secret number for a purpose; this one's is the case's name.
        """
        if isinstance(self.ask, _Always):  # drawing nothing needs no numbers to draw from
            return self.ask.probe
        return self.ask(np.random.default_rng(number(self.id)))

    @cached_property
    def id(self) -> str:
        """A name that stays: ``my_dense/2-inputs-3-units``, ``my_dense/private-one-unit``."""
        words = f"private {self.title}" if self.private else self.title
        return f"{self.exercise}/{re.sub(r'[^a-z0-9]+', '-', words.lower()).strip('-')}"


class Exercise(msgspec.Struct, frozen=True):
    """A named piece of graded work.

    Attributes:
        name: the name the student defines, which is also the exercise's.
        title: for people.
        order: where it stands in the report.
        defines: the names to look for in the notebook; the name alone if empty.
        extra: whether its points come on top of the required ones.
        absent: the sentence for a notebook in which there is nothing of it; else a missing name
            is told by itself.
        at_once: whether it is meant to be done without a loop.
        properties: what holds of every right answer, the simplest first.
    """

    name: str
    title: str
    order: int
    defines: tuple[str, ...] = ()
    extra: bool = False
    absent: str = ""
    at_once: bool = False
    properties: tuple[Property, ...] = ()

    @property
    def goals(self) -> tuple[str, ...]:
        """The names that its cases ask about."""
        return self.defines or (self.name,)


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


class Suite(msgspec.Struct, frozen=True):
    """An assignment's exercises and cases, public and private.

    Attributes:
        exercises: in order.
        cases: in order of the exercises.
        drawings: pictures for the student's page.
        support: folder with the modules and data beside the notebook.
        preload: slow libraries worth keeping warm.
        stubbed: modules of the notebook's own tests, with the names they export.
        stand_ins: the instructor's functions by name; without the secret part there are none.
        worked_examples: by the exercise, how one number of an answer is worked out in words.
        catalogue: folder of known mistakes and accepted answers; None without the secret part.
        hint_book: file of the hints for students' own notebooks.
        key: the instructor's key for private inputs; empty without the secret part.
        digest: of everything a mark depends on.
        root: the assignment's folder.
        modules: by the exercise, the names of the modules that its cases come from.
    """

    title: str
    exercises: tuple[Exercise, ...]
    cases: tuple[Case, ...]
    drawings: tuple[Drawing, ...] = ()
    support: Path | None = None
    preload: tuple[str, ...] = ()
    stubbed: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    stand_ins: Mapping[str, Callable[..., Any]] = msgspec.field(default_factory=dict)
    worked_examples: Mapping[str, WorkedExample] = msgspec.field(default_factory=dict)
    catalogue: Path | None = None
    hint_book: Path | None = None
    key: bytes = b""
    digest: str = ""
    root: Path | None = None
    modules: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)

    @property
    def has_private(self) -> bool:
        """Whether the instructor's part is there."""
        return any(case.private for case in self.cases)

    def of(self, exercise: Exercise) -> tuple[Case, ...]:
        """The cases of one exercise."""
        return tuple(case for case in self.cases if case.exercise == exercise.name)

    def only(self, names: Iterable[str]) -> Suite:
        """The same with these exercises alone."""
        kept = tuple(one for one in self.exercises if one.name in set(names))
        cases = tuple(case for one in kept for case in self.of(one))
        return replace(self, exercises=kept, cases=cases)


class _Always(msgspec.Struct, frozen=True):
    probe: Probe

    def __call__(self, _: np.random.Generator) -> Probe:
        return self.probe


def asking(probe: Probe) -> Ask:
    """A question that is always the same."""
    return _Always(probe)


def returns(*expected: Any) -> Expect:  # noqa: ANN401 - numbers, lists or arrays
    """The results must be these, one for each time the function is called."""
    return lambda _, seen: _compare_all(list(expected), seen)


def agrees_with(reference: Callable[..., Any]) -> Expect:
    """The results must be what the reference gives for the same arguments.

    A function called several times must give the same each time: the inputs are given anew.
    """

    def expect(probe: Probe, seen: Observation) -> Difference | None:
        if not isinstance(probe, Call):
            raise TypeError("only a call can be compared with a reference function")
        right = [reference(*map(decode, probe.arguments)) for _ in range(probe.times)]
        return _compare_all(right, seen)

    return expect


def facts(judge: Callable[[Described], Difference | None]) -> Expect:
    """The facts of a model must satisfy the judge."""

    def expect(_: Probe, seen: Observation) -> Difference | None:
        if not isinstance(seen.outcome, Described):
            return Difference("a Keras model", "something else")
        return judge(seen.outcome)

    return expect


def holds(judge: Callable[[Any], Difference | None]) -> Expect:
    """What a name holds must satisfy the judge: it gets a number, text, array, list or tuple."""

    def expect(_: Probe, seen: Observation) -> Difference | None:
        values = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
        try:
            (value,) = map(decode, values)
        except (ProtocolError, ValueError):  # it does not cross, or there is not exactly one
            return Difference("a value", describe(values[0]) if values else "something else")
        with np.errstate(all="ignore"):  # odd numbers are for the judge, not a warning
            return judge(value)

    return expect


def picture_of(
    draw: Callable[[Described], Picture | None],
) -> Callable[[Observation], Picture | None]:
    """A picture of a model's facts; none if no model came."""

    def drawn(seen: Observation) -> Picture | None:
        return draw(seen.outcome) if isinstance(seen.outcome, Described) else None

    return drawn


def _compare_all(expected: list[Any], seen: Observation) -> Difference | None:
    values: tuple[Value, ...] = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
    if len(values) != len(expected):
        return Difference(f"{len(expected)} answers", f"{len(values)} answers")
    for number, (right, got) in enumerate(zip(expected, values, strict=True), 1):
        difference = compare(right, got)
        if difference is not None:
            return difference.at_call(number) if number > 1 else difference
    return None
