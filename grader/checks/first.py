"""Causes outside of an exercise for which it fails in the learner's own notebook.

What is judged is what the notebook holds. That is an earlier version if the last one did not run,
and it may fail by a mistake in a function that it calls, since nothing stands in for that one.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Iterator
from types import CodeType, FunctionType
from typing import Any

from grader.checks.answers import verdicts
from grader.submissions.syntax import is_python
from grader.suite import Exercise, Suite


def not_run(name: str, thing: object, cells: list[str]) -> str:
    """The sentence that says that the last version of something did not run; empty if it did.

    Args:
        name: the name of the function or model.
        thing: what the notebook holds by that name.
        cells: every cell that was run so far, as often as it was run.
    """
    assigns = re.compile(rf"^[ \t]*(?:def[ \t]+{name}\b|{name}[ \t]*=(?!=))", re.MULTILINE)
    versions = [cell.strip() for cell in cells if assigns.search(cell)]
    if not versions:
        return ""
    judged = f"what is checked is the `{name}` of an earlier run"
    words = f"Your last version of `{name}` did not run: {judged}. See to the error in its cell."
    if not is_python(versions[-1]):
        return words
    if not isinstance(thing, FunctionType):
        return ""
    own = "".join(linecache.getlines(thing.__code__.co_filename)).strip()
    return words if own in versions and own != versions[-1] else ""


def unfinished_part(suite: Suite, exercise: Exercise, thing: object, seconds: float) -> str:
    """The sentence on a called function that fails cases of its own; empty if none does.

    Args:
        suite: the public suite.
        exercise: the one that was checked.
        thing: what was checked.
        seconds: how long a case may take.

    Raises:
        KeyboardInterrupt: somebody pressed the stop button.
    """
    called = _functions_called(thing) if isinstance(thing, FunctionType) else {}
    for other in suite.exercises:
        part = other.goals[0]
        if other.name == exercise.name or part not in called:
            continue
        pairs = verdicts(suite, other, {part: called[part]}, seconds)
        wanting = sum(result.status in ("failed", "skipped") for result, _ in pairs)
        if wanting:
            name = exercise.goals[0]
            return (
                f"`{name}` calls your `{part}`, and of that one's {len(pairs)} cases {wanting} "
                f"do not pass yet. See to `check({part})` first: `{name}` itself may be right."
            )
    return ""


def _functions_called(function: FunctionType) -> dict[str, FunctionType]:
    """The notebook's functions whose names stand in a function, or in one of those, and so on."""
    space: dict[str, Any] = function.__globals__
    found: dict[str, FunctionType] = {}
    waiting = [function]
    while waiting:
        for name in _names(waiting.pop().__code__):
            part = space.get(name)
            if isinstance(part, FunctionType) and part.__globals__ is space and name not in found:
                found[name] = part
                waiting.append(part)
    return found


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
