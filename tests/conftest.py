"""What several test modules share: the assignment, and writing a submission from its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from nbformat import v4, writes

from grader.assignment import loading
from grader.release import notebook_run
from grader.sandbox.zygotes import Zygotes
from grader.suite import Suite

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def suite() -> Suite:
    """The assignment's suite, private cases included; without them there is nothing to expect."""
    loaded = loading.load_assignment(ROOT)
    if not loaded.has_private:
        pytest.skip("the instructor's part, solutions/, is not here")
    return loaded


@pytest.fixture(scope="module")
def zygotes() -> Iterator[Zygotes]:
    """The warm processes of a module's tests."""
    with Zygotes() as warm:
        yield warm


@pytest.fixture
def notebook(tmp_path: Path) -> Callable[..., Path]:
    """Writes a notebook with these cells of code: ``notebook("a = 1", "b = 2")``."""

    def write(*cells: str, name: str = "submit.ipynb") -> Path:
        book = v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])
        path = tmp_path / name
        path.write_text(writes(book), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def played() -> Callable[[Path], notebook_run.NotebookRun]:
    """Runs a notebook in a kernel of its own, once for all tests that look at it."""
    return cache(notebook_run.run_notebook)


# They fork workers from this process, or see what is loaded in it. A wrong answer that is rehearsed
# may load TensorFlow here, and a process that has used it must not fork: so these come first.
_FIRST = ("test_workers", "test_training", "test_verify")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests: those that fork this process come before those that may load TensorFlow."""
    items.sort(key=lambda item: item.path.stem not in _FIRST)
