"""A learner's notebook at home: cells are run as in Jupyter, and ``hint`` is asked there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from grader.checks import hinting

ROOT = Path(__file__).resolve().parents[1]
_HINT = re.compile(r"Hint 1 of (\d): (.*)")


class Notebook:
    """A fresh notebook in the folder of a learner, without a kernel.

    Attributes:
        shell: IPython's, which runs the cells.
    """

    def __init__(self) -> None:
        self.shell = InteractiveShell.instance()

    def said(self, cells: list[str], exercise: str) -> str:
        """What ``hint`` says first of an exercise after these cells, in one line."""
        self.shell.reset(new_session=True)
        hinting._shown.clear()
        with capture_output() as printed:
            for cell in cells:
                self.shell.run_cell(cell, store_history=True)
        hint = f"from public_tests import hint\nhint({exercise!r})"
        with capture_output() as printed:
            self.shell.run_cell(hint, store_history=True)
        return " ".join(printed.stdout.split())


@contextmanager
def notebook() -> Iterator[Notebook]:
    """A notebook beside the learner's data and helpers."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with chdir(ROOT / "assignment"):
        try:
            yield Notebook()
        finally:
            InteractiveShell.clear_instance()


def first_of_a_ladder(said: str) -> str:
    """The first hint of three, if that is what was said; else nothing."""
    found = _HINT.match(said)
    return found[2] if found else ""
