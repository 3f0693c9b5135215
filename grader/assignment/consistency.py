"""The check that the modules of an assignment fit together.

No two exercises share a name, a place in the report or a check function; no two cases share a name;
cases and pictures belong to exercises that exist.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable

from grader.assignment.module_contents import Contents
from grader.assignment.places import AssignmentError
from grader.suite import Drawing


def check_together(found: Iterable[Contents]) -> None:
    """Check that the contents of several modules fit together.

    Raises:
        AssignmentError: two say the same, or one speaks of an exercise that is not there.
    """
    contents = tuple(found)
    _check_exercises(contents)
    known = {module.exercise.name for module in contents if module.exercise}
    files: dict[str, str] = {}
    for module in contents:
        for case in module.cases:
            _check_known(f'{module.file}: the case "{case.title}"', case.exercise, known)
            if case.id in files:
                words = f'the case "{case.title}" of {case.exercise} is in {files[case.id]} already'
                raise AssignmentError(f"{module.file}: {words}; give one of them another title")
            files[case.id] = module.file
        for drawing in module.drawings:
            _check_known(f"{module.file}: a picture", drawing.exercise, known)
            _check_asked(module.file, drawing, contents)
    if not known or not files:
        raise AssignmentError(
            "the assignment has no exercises or no cases; docs/authoring.md shows how to write one"
        )


def _check_asked(file: str, drawing: Drawing, contents: Iterable[Contents]) -> None:
    """A picture is drawn from the answer to a question that a public case asks."""
    for module in contents:
        for case in module.cases:
            its_own = case.exercise == drawing.exercise and not case.private
            if its_own and case.fixed_question == drawing.probe:
                return
    words = f"a picture of {drawing.exercise} asks what none of its public cases asks"
    raise AssignmentError(f"{file}: {words}; give it the question of one of them")


def _check_exercises(contents: Iterable[Contents]) -> None:
    """No two exercises share a name, a place in the report or a check function."""
    taken: dict[tuple[str, object], str] = {}
    for module in contents:
        exercise = module.exercise
        if exercise is None:
            continue
        claims = {
            "the name": exercise.name,
            "the order": exercise.order,
            "the check function": exercise.check_function,
        }
        for claim, value in claims.items():
            if value is None:
                continue
            other = taken.setdefault((claim, value), module.file)
            if other != module.file:
                words = f"{claim} {value} of its exercise is that of {other}; take another"
                raise AssignmentError(f"{module.file}: {words}")


def _check_known(where: str, exercise: str, known: Collection[str]) -> None:
    if exercise in known:
        return
    near = difflib.get_close_matches(exercise, known, n=1)
    meant = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(sorted(known))}"
    raise AssignmentError(f"{where} belongs to no exercise: {exercise!r} has no EXERCISE{meant}")
