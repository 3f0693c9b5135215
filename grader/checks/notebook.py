"""The notebook around a check: what its names hold, and which cells were run."""

from __future__ import annotations

import sys
from typing import Any

from grader.suite import Exercise


class NotYetError(AssertionError):
    """An exercise that is not right yet; a notebook shows its one sentence and no traceback."""

    def _render_traceback_(self) -> list[str]:
        return [f"Not yet: {self}"]


def names() -> dict[str, Any]:
    """What the notebook's names hold; outside of a notebook, the main program's."""
    try:
        space: dict[str, Any] = get_ipython().user_ns  # type: ignore[name-defined]
    except NameError:
        space = vars(sys.modules["__main__"])
    return space


def cells() -> list[str]:
    """The cells that were run, in order, whether or not they reached their end."""
    history = names().get("In")
    return [str(cell) for cell in history] if isinstance(history, list) else []


def held(exercise: Exercise) -> dict[str, Any]:
    """What the notebook holds by an exercise's names.

    Raises:
        NotYetError: none of them is there.
    """
    space = names()
    found = {name: space[name] for name in exercise.goals if name in space}
    if not found:
        raise NotYetError(f"there is no {exercise.goals[0]} yet. Fill in its cell and run it.")
    return found
