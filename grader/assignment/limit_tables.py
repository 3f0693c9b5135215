"""The limits that a description sets: for the whole, for an exercise, or for a test.

::

    [limits]
    memory_mb = 512                       # as the options of `grader` have them
    [limits.squares]                      # for the tests of an exercise, or for one: "squares/t1"
    probe_seconds = 2
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from grader.assignment.places import DESCRIPTION, AssignmentError
from grader.protocol.limits import Limits
from grader.suite.own_tests import Test

Number = int | float
Said = Mapping[str, Number | dict[str, Number]]


def limits_by_name(said: Said, tests: Iterable[Test]) -> dict[str, dict[str, Number]]:
    """The limits by what they are for; an empty name stands for the whole.

    Args:
        said: as the description has them.
        tests: of the assignment.

    Raises:
        AssignmentError: there is no such limit, exercise or test.
    """
    known = {name for test in tests for name in (test.exercise, test.id)}
    found: dict[str, dict[str, Number]] = {"": {}}
    for name, limit in said.items():
        if not isinstance(limit, dict):
            found[""][name] = limit
        elif name in known:
            found[name] = limit
        else:
            names = ", ".join(sorted(known))
            raise AssignmentError(f"{DESCRIPTION} has limits for {name}; there are {names}")
    for whose, limits in found.items():
        try:
            Limits().changed(limits)
        except msgspec.ValidationError as error:
            where = f"[limits.{whose}]" if whose else "[limits]"
            raise AssignmentError(f"{DESCRIPTION}, {where}: {error}") from None
    return found
