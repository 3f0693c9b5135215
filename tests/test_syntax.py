"""Walking syntax trees."""

from __future__ import annotations

import ast
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grader.submissions.syntax import tree_of, walked

FILES = sorted(Path(__file__).parent.glob("test_*.py"))[:20]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_it_walks_as_python_does(file: Path) -> None:
    """The same nodes in the same order as ``ast.walk``, less what only says load or store."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    whole = [node for node in ast.walk(tree) if not isinstance(node, ast.expr_context)]
    assert whole == list(walked(tree))
    assert walked(tree) is walked(tree)


def test_trees_are_made_from_any_thread() -> None:
    """Python before 3.13 fails now and then if two threads make trees at the same time."""
    source = "def f(a):\n" + "\n".join(f"    x{n} = [a for a in range({n})]" for n in range(200))

    class Finalized:
        def __init__(self) -> None:
            self.itself = self  # so that the collector takes it, in the midst of anything

        def __del__(self) -> None:
            time.sleep(0)  # the next thread's turn

    def make(_: int) -> bool:
        for _ in range(20):
            Finalized()
        return isinstance(tree_of(source), ast.Module)

    with ThreadPoolExecutor(3) as pool:
        assert all(pool.map(make, range(300)))
