"""The notebook around a check: what its names hold, and which cells were run."""

from __future__ import annotations

import sys
from typing import Any

from grader.diagnosis.names import bound
from grader.diagnosis.parts import Part
from grader.submissions.syntax import is_python, tree_of
from grader.suite import Exercise

_RUNNING_CODE = ("time", "timeit", "capture", "prun")


class NotYetError(AssertionError):
    """An exercise that is not right yet; a notebook shows its one sentence and no traceback.

    Attributes:
        before: the exception that the notebook had shown before this one.
    """

    def __init__(self, *words: object) -> None:
        super().__init__(*words)
        self.before = shown_last()

    def _render_traceback_(self) -> list[str]:
        return [f"Not yet: {self}"]


def names() -> dict[str, Any]:
    """What the notebook's names hold; outside of a notebook, the main program's."""
    try:
        space: dict[str, Any] = get_ipython().user_ns  # type: ignore[name-defined]
    except NameError:
        space = vars(sys.modules["__main__"])
    return space


def shown_last() -> BaseException | None:
    """The last exception that the notebook showed, but for those of checks."""
    shown: BaseException | None = getattr(sys, "last_value", None)
    return shown.before if isinstance(shown, NotYetError) else shown


def cells() -> list[str]:
    """The cells that were run, in order, whether or not they reached their end.

    Of a cell such as ``%%time`` it is the code below that line.
    """
    history = names().get("In")
    return [_without_magic(str(cell)) for cell in history] if isinstance(history, list) else []


def _without_magic(cell: str) -> str:
    """The code of a cell that IPython has made a call of a cell magic of, or the cell itself."""
    if not cell.startswith("get_ipython().run_cell_magic(") or not is_python(cell):
        return cell
    call = Part(tree_of(cell).body[0]).value
    magic, _, body = (argument.constant for argument in call.args)
    return body if magic in _RUNNING_CODE and isinstance(body, str) else cell


def held(exercise: Exercise) -> dict[str, Any]:
    """What the notebook holds by an exercise's names.

    Raises:
        NotYetError: none of them is there.
    """
    space = names()
    found = {name: space[name] for name in exercise.goals if name in space}
    if not found:
        name = exercise.goals[0]
        words = "Fill in its cell and run it."
        if any(name in bound(cell) for cell in cells() if is_python(cell)):
            words = "Its cell stopped: run it once more, and ask for a hint right after it."
        raise NotYetError(f"there is no {name} yet. {words}")
    return found
