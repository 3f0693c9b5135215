"""Walking syntax trees."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from grader.syntax import walked

FILES = sorted(Path(__file__).parent.glob("test_*.py"))[:20]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_it_walks_as_python_does(file: Path) -> None:
    """The same nodes in the same order as ``ast.walk``, less what only says load or store."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    whole = [node for node in ast.walk(tree) if not isinstance(node, ast.expr_context)]
    assert whole == list(walked(tree))
    assert walked(tree) is walked(tree)
