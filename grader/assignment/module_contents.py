"""The contents of one module of an assignment, and the check that it can be graded with.

Nothing that an author wrote amiss may come out as a traceback, or as a student's lost points: each
sentence names the file, the case and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

import msgspec
from msgspec.structs import replace

from grader.assignment.places import AssignmentError
from grader.suite import Case, Drawing, Exercise

_MOST_POINTS = 1_000_000
_SETTINGS = ("title", "preload", "points", "mark_step", "package", "questions")
STEPS = (0.001, 100)  # the least and the greatest step of marks by hand
_ADDRESSES = ("package", "questions")
_ADDRESS = r"|(?:https?|file|mailto):[^\s<>\"'\\]+"


class Contents(msgspec.Struct, frozen=True):
    """The content of one module of an assignment.

    Attributes:
        module: the module's full name.
        file: its file, as it is called in a sentence: ``public_tests/relu.py``.
        exercise: the exercise that it describes, if there is one.
        cases: its cases.
        drawings: its pictures for the student's page.
        for_hints: questions that hints ask at home, beside its cases.
    """

    module: str
    file: str
    exercise: Exercise | None
    cases: tuple[Case, ...]
    drawings: tuple[Drawing, ...]
    for_hints: tuple[Case, ...] = ()

    @property
    def exercises(self) -> frozenset[str]:
        """The names of the exercises of which it has cases or the description."""
        named = {case.exercise for case in self.cases}
        return frozenset(named | ({self.exercise.name} if self.exercise else set()))


def settings_of(package: ModuleType, file: str) -> Mapping[str, Any]:
    """The assignment's table of settings.

    Raises:
        AssignmentError: there is none, or it has no title or an unknown setting.
    """
    settings = getattr(package, "ASSIGNMENT", None)
    if not isinstance(settings, dict) or not isinstance(settings.get("title"), str):
        raise AssignmentError(f'{file}: write ASSIGNMENT = {{"title": "..."}} into it')
    for name in settings:
        if name not in _SETTINGS:
            known = ", ".join(_SETTINGS)
            raise AssignmentError(f"{file}: ASSIGNMENT takes {known}; take {name!r} out")
    points = settings.get("points", 0)
    if type(points) not in (int, float) or not 0 <= points <= _MOST_POINTS:
        raise AssignmentError(f"{file}: points of ASSIGNMENT is what the required cases are worth")
    step = settings.get("mark_step", 0)
    if type(step) not in (int, float) or (step and not STEPS[0] <= step <= STEPS[1]):
        raise AssignmentError(f"{file}: mark_step of ASSIGNMENT is a number such as 0.5")
    for name in _ADDRESSES:
        address = settings.get(name, "")
        if not isinstance(address, str) or not re.fullmatch(_ADDRESS, address):
            words = "an address such as https://example.org/week1, or nothing"
            raise AssignmentError(f"{file}: {name} of ASSIGNMENT is {words}")
    return settings


def contents_of(module: ModuleType, file: str, *, private: bool) -> Contents:
    """The content of a module; cases in the secret part are private, whatever the module says.

    Raises:
        AssignmentError: something in it is not what it has to be.
    """
    exercise: Any = getattr(module, "EXERCISE", None)
    if exercise is not None and not isinstance(exercise, Exercise):
        words = f"EXERCISE is of type {type(exercise).__name__}"
        raise AssignmentError(f'{file}: {words}; write EXERCISE = Exercise("name", "Its title")')
    cases = tuple(_listed(module, file, "CASES", Case))
    for case in cases:
        _check_case(case, file)
    return Contents(
        module.__name__,
        file,
        exercise,
        tuple(replace(case, private=True) for case in cases) if private else cases,
        tuple(_listed(module, file, "PICTURES", Drawing)),
        tuple(_listed(module, file, "FOR_HINTS", Case)),
    )


def _listed(module: ModuleType, file: str, name: str, kind: type[Any]) -> Iterator[Any]:
    listed: Any = getattr(module, name, ())
    if not isinstance(listed, list | tuple):
        words = f"{name} is of type {type(listed).__name__}, not a tuple"
        raise AssignmentError(f"{file}: {words}; write {name} = (..., ), with a comma after each")
    for number, thing in enumerate(listed, 1):
        if not isinstance(thing, kind):
            words = f"number {number} of {name} is of type {type(thing).__name__}"
            raise AssignmentError(f"{file}: {words}; make it with {_makers(kind)} of grader.suite")
        yield thing


def _makers(kind: type[Any]) -> str:
    return "example, drawn or Case" if kind is Case else kind.__name__


def _check_case(case: Case, file: str) -> None:
    for name in ("exercise", "title", "help", "kept_because", "remark"):
        if not isinstance(getattr(case, name), str):
            words = f"a case of {case.exercise!r:.40} has {getattr(case, name)!r:.40} as its {name}"
            raise AssignmentError(f"{file}: {words}; write a text there")
    where = f'{file}: the case "{case.title}"'
    points: Any = case.points
    if not any(character.isalnum() for character in case.title):
        raise AssignmentError(f"{where} has no letter in its title; say in words what is tried")
    if type(points) not in (int, float) or not 0 <= points <= _MOST_POINTS:
        raise AssignmentError(f"{where} has {points!r} points; points are numbers from 0")
    if case.advisory and points:
        words = "is advisory, so a wrong answer costs nothing"
        raise AssignmentError(f"{where} {words}; give it 0 points, or take advisory away")
    for name in ("ask", "expect"):
        if not callable(getattr(case, name)):
            words = f"has {getattr(case, name)!r:.40} as its {name}"
            raise AssignmentError(f"{where} {words}; make it with example or drawn of grader.suite")
