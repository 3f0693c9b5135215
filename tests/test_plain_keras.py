"""Keras' plain networks without Keras: the same numbers, or the real library."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from plain_keras_programs import BEYOND, PROGRAMS

TESTS = Path(__file__).resolve().parent


def trials(library: str) -> dict[str, Any]:
    """What came of each program with a library."""
    done = subprocess.run(
        [sys.executable, TESTS / "plain_keras_trials.py", library],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    """With the plain networks."""
    return trials("plain")


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    """With Keras."""
    return trials("keras")


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_on_the_list_gives_what_keras_gives(
    name: str, plain: dict[str, Any], real: dict[str, Any]
) -> None:
    """Facts and the next random number are equal, weights, losses and outputs within 1e-5."""
    assert real[name].get("words") == plain[name].get("words"), plain[name]
    pairs = zip(real[name]["numbers"], plain[name]["numbers"], strict=True)
    assert all(np.allclose(theirs, ours, rtol=1e-5, atol=1e-5) for theirs, ours in pairs)


@pytest.mark.parametrize("name", BEYOND)
def test_anything_else_leaves_for_keras(name: str, plain: dict[str, Any]) -> None:
    """No other name, argument, type or error is answered, and no exception of its own catches that."""
    assert {"raised": "NotListedError"} == plain[name]


def test_the_room_imports_no_library_but_numpy() -> None:
    """What stands for Keras never loads it."""
    for path in (TESTS.parent / "grader" / "plain_keras").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not {"keras", "tensorflow"} & {name.partition(".")[0] for name in names}
