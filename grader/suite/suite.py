"""An assignment's exercises and cases together, with all that grading needs to know of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from grader.report import added
from grader.suite.cases import Case, Drawing, Exercise, WorkedExample
from grader.suite.own_tests import Test


class Suite(msgspec.Struct, frozen=True):
    """An assignment's exercises and cases, public and private.

    Attributes:
        title: the title of the assignment.
        exercises: the exercises in order.
        cases: the cases in the order of the exercises.
        drawings: pictures for the student's page.
        for_hints: cases that are never graded; hints ask them in the student's own notebook.
        support: folder with the modules and data beside the notebook.
        preload: slow libraries worth keeping warm.
        stubbed: modules of the notebook's own tests, with the names they export.
        stand_ins: the instructor's functions by name; without the secret part there are none.
        worked_examples: by the exercise, how one number of an answer is worked out in words.
        catalogue: folder of known mistakes and accepted answers; None without the secret part.
        hint_book: file of the hints for students' own notebooks.
        key: the instructor's key for private inputs; empty without the secret part.
        points: what the required cases are worth in all, the private ones included; 0 if it is not
            said. So a student's copy, which has the public ones alone, can say how much is missing.
        mark_step: marks by hand are multiples of it, such as 0.5; 0 if it is not said: then they
            are whole unless a case is worth a part of a point.
        package: the address from which a notebook that lies alone fetches the students' package.
        questions: the address where students ask.
        digest: the digest of all files on which a mark depends.
        root: the assignment's folder.
        modules: by the exercise, the names of the modules that its cases come from.
        tests: the tests of the instructor's own, in the order of the exercises.
        remote: the names that the reference solution binds; tests find them in the submission.
        functions: those of the remote names that are functions, and no classes; None where no
            reference is known.
        libraries: by a name that the reference imports, the library's module, or its attribute as
            ``module:attribute``; tests use the grader's own.
        imports: the names by which files of tests import the submission.
        notebooks: the names of the files that students fill in.
        limits: the assignment's own, by the exercise's name or the test's id that they are for,
            and then by the limit's name; those by an empty name are for all.
    """

    title: str
    exercises: tuple[Exercise, ...]
    cases: tuple[Case, ...]
    drawings: tuple[Drawing, ...] = ()
    for_hints: tuple[Case, ...] = ()
    support: Path | None = None
    preload: tuple[str, ...] = ()
    stubbed: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    stand_ins: Mapping[str, Callable[..., Any]] = msgspec.field(default_factory=dict)
    worked_examples: Mapping[str, WorkedExample] = msgspec.field(default_factory=dict)
    catalogue: Path | None = None
    hint_book: Path | None = None
    key: bytes = b""
    points: float = 0
    mark_step: float = 0
    package: str = ""
    questions: str = ""
    digest: str = ""
    root: Path | None = None
    modules: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    tests: tuple[Test, ...] = ()
    remote: frozenset[str] = frozenset()
    functions: frozenset[str] | None = frozenset()
    libraries: Mapping[str, str] = msgspec.field(default_factory=dict)
    imports: tuple[str, ...] = ()
    notebooks: frozenset[str] = frozenset()
    limits: Mapping[str, Mapping[str, float]] = msgspec.field(default_factory=dict)

    @property
    def has_private(self) -> bool:
        """Whether the instructor's part is there."""
        cases = any(case.private for case in self.cases)
        return cases or any(test.private for test in self.tests)

    @property
    def points_here(self) -> float:
        """The points of the required cases and tests that are present."""
        required = [exercise for exercise in self.exercises if not exercise.extra]
        cases = [case.points for exercise in required for case in self.of(exercise)]
        return added([*cases, *(test.points for part in required for test in self.tests_of(part))])

    def of(self, exercise: Exercise) -> tuple[Case, ...]:
        """The cases of one exercise."""
        return tuple(case for case in self.cases if case.exercise == exercise.name)

    def with_hint_cases(self) -> Suite:
        """The same with the cases that hints ask, for the student's own notebook."""
        return msgspec.structs.replace(self, cases=(*self.cases, *self.for_hints))

    def tests_of(self, exercise: Exercise) -> tuple[Test, ...]:
        """The tests of one exercise."""
        return tuple(test for test in self.tests if test.exercise == exercise.name)

    def limits_of(self, test: Test) -> dict[str, float]:
        """The assignment's own limits of a test, by the limit's name."""
        return {
            name: limit
            for whose in ("", test.exercise, test.id)
            for name, limit in self.limits.get(whose, {}).items()
        }

    def only(self, names: Iterable[str]) -> Suite:
        """The same with these exercises alone."""
        wanted = set(names)
        kept = tuple(exercise for exercise in self.exercises if exercise.name in wanted)
        cases = tuple(case for exercise in kept for case in self.of(exercise))
        tests = tuple(test for exercise in kept for test in self.tests_of(exercise))
        return replace(self, exercises=kept, cases=cases, tests=tests)
