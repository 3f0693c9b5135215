"""Running a notebook from top to bottom in a Jupyter kernel, and noting errors and warnings.

A solved notebook runs without an error and says nothing on standard error. A notebook that is
still to be filled in may fail in the cells where something is to be written, and elsewhere only in
a single sentence that says what is missing.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

TAGS = frozenset({"graded", "exercise", "test"})  # of cells that may fail until they are answered
_SENTENCE = 200  # characters
_WAITS = "waits for you"  # as checks, and cells that need an exercise, say it
_CELL_SECONDS = 300
# TensorFlow's own notes about the processor: the notebook did not cause them.
_NOTE = re.compile(r"(?:WARNING: All log messages before absl|I\d{4} ).*\n?", re.MULTILINE)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Trouble(msgspec.Struct, frozen=True):
    """An error in a cell, or something that a cell wrote to standard error.

    Attributes:
        cell: the number of the cell in the notebook, from 1.
        what: the message.
        error: whether it is an error; otherwise it was written to standard error.
        expected: whether it may happen while the notebook is still to be filled in.
    """

    cell: int
    what: str
    error: bool
    expected: bool = False

    def __str__(self) -> str:
        return f"cell {self.cell}: {self.what}"


class NotebookRun(msgspec.Struct, frozen=True):
    """A run of a notebook.

    Attributes:
        seconds: the time it took, with the start of the kernel.
        cells: the number of code cells.
        troubles: everything that went wrong.
        notebook: the notebook, with its outputs.
        ended: the trouble that the kernel died or a cell took too long; empty if neither happened.
    """

    seconds: float
    cells: int
    troubles: tuple[Trouble, ...]
    notebook: Any
    ended: tuple[Trouble, ...] = ()

    @property
    def waiting(self) -> int:
        """The number of cells that say that something has still to be filled in."""
        expected = {trouble.cell for trouble in self.troubles if trouble.expected}
        cells = enumerate(self.notebook.cells, 1)
        quiet = {number for number, cell in cells if _WAITS in str(cell.get("outputs", ""))}
        return len(expected | quiet)

    def faults(self, *, filled: bool) -> tuple[Trouble, ...]:
        """The troubles that must not happen.

        Args:
            filled: whether there is nothing left to write in the notebook.
        """
        if filled:
            return self.troubles
        return tuple(trouble for trouble in self.troubles if trouble.error and not trouble.expected)


def run_notebook(
    path: Path,
    tell: Callable[[int, int], None] = lambda _done, _total: None,
    environment: Mapping[str, str] | None = None,
) -> NotebookRun:
    """Run a notebook in its folder; its file stays as it is.

    Args:
        path: the notebook.
        tell: is called with the number of cells that are done, and of all cells.
        environment: the environment of the kernel; None gives it that of this process.

    Raises:
        NoSuchKernel: there is no Jupyter kernel for Python here.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=_CELL_SECONDS,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_executed=lambda cell_index, **_: tell(cell_index + 1, len(notebook.cells)),
    )
    began, last = time.monotonic(), ""
    variables = {
        **(os.environ if environment is None else environment),
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    try:
        # The kernel's own note that it talks over TCP is dropped.
        client.execute(env=variables, stderr=subprocess.DEVNULL)
    except CellTimeoutError:
        last = f"it was not done within {_CELL_SECONDS} s"
    except DeadKernelError:
        last = "the kernel died"
    code = [(n, cell) for n, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]
    troubles = [trouble for number, cell in code for trouble in _troubles(number, cell)]
    done = [number for number, cell in code if cell.execution_count]
    ended = (Trouble(max(done, default=1), last, error=True),) if last else ()
    return NotebookRun(time.monotonic() - began, len(code), (*troubles, *ended), notebook, ended)


def same_code(first: Path, second: Path) -> bool:
    """Whether two notebooks have the same code cells, so that one run is enough for both."""
    import nbformat

    def code(path: Path) -> list[str]:
        book = nbformat.read(path, as_version=4)
        return [cell.source for cell in book.cells if cell.cell_type == "code"]

    return code(first) == code(second)


def _troubles(number: int, cell: Any) -> list[Trouble]:  # noqa: ANN401 - a notebook's node
    found = []
    for output in cell.outputs:
        if output.output_type == "error":
            shown = _COLOUR.sub("", "\n".join(output.traceback)).strip()
            sentence = "\n" not in shown and len(shown) <= _SENTENCE
            expected = sentence or bool(TAGS & set(cell.metadata.get("tags", ())))
            said = shown if sentence else f"{output.ename}: {output.evalue}"
            found.append(Trouble(number, said, error=True, expected=expected))
        elif output.output_type == "stream" and output.name == "stderr":
            said = _NOTE.sub("", output.text).strip()
            found += [Trouble(number, said, error=False)] if said else []
    return found
