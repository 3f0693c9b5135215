"""Lab 2: what each hidden unit of the coffee network looks for."""

from __future__ import annotations

from typing import Any

from grader.suite import Exercise
from public_tests._question import Reply, question
from public_tests._spelling import letter, shown

EXERCISE = Exercise(
    "lab2_units",
    "Lab 2: what the units look for",
    defines=("unit_0", "unit_1", "unit_2"),
)
_SIDES = {"a": "below", "b": "on the left", "c": "above on the right"}  # where such roasts lie
_WHERE = {"unit_0": "b", "unit_1": "a", "unit_2": "c"}


def _is(right: str) -> Reply:
    """Right is this letter; what is said to another follows from where such roasts lie."""

    def reply(held: Any) -> str | None:
        given = letter(held)
        if given == right:
            return None
        if given == "d":
            return "Where this unit's map is orange, are there good roasts in the first picture?"
        if given in _SIDES:
            return (
                f"Roasts of that kind lie {_SIDES[given]} in the picture. Is this unit's map "
                "orange there?"
            )
        return f"Choose one of the letters a, b, c and d; {shown(held)} is none of them."

    return reply


CASES = tuple(
    question("lab2_units", name, name.replace("_", " "), "a letter from a to d", _is(right))
    for name, right in _WHERE.items()
)
