"""Watching a notebook: each save is graded, and only what it changed is asked again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.commandline.watching import Seen, Watcher, save_in_words
from grader.grading.grader import Options
from grader.grading.needed import digests_of_needed
from grader.protocol.limits import Limits
from grader.submissions.reading import read
from grader.suite import Suite
from grader.workers.pool import Pool

START = "import numpy as np\nfrom autils import *"
DENSE = (
    "def my_dense(a_in, W, b, g):\n"
    "    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])])"
)
DENSE_V = "def my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + b)"
Write = Callable[..., Path]


@pytest.fixture(scope="module")
def pool(suite: Suite) -> Iterator[Pool]:
    """Workers with warm processes."""
    with Pool(suite, Options()) as made:
        yield made


def saved(notebook: Write, *cells: str) -> Path:
    """A notebook that was saved a moment ago."""
    path = notebook(*cells)
    before = time.time() - 1
    os.utime(path, (before, before))
    return path


def test_only_what_changed_is_asked_again(pool: Pool, notebook: Write) -> None:
    """A change in one exercise asks that one; the others keep their results."""
    saves = Watcher(pool, saved(notebook, START, DENSE, DENSE_V)).saves()
    first = next(saves)
    assert first.report is not None
    assert 30 + 10 == first.report.total.sum
    notebook(START, DENSE, DENSE_V.replace("+ b", "- b"))
    second = next(saves)
    assert second.report is not None
    assert ("my_dense_v",) == second.asked
    assert 30 == second.report.total.sum
    words = save_in_words(second)
    assert "(was 10)" in words
    assert "not yet: " in words
    assert "A layer of your own" not in words


def test_a_change_outside_the_exercises_asks_nothing(pool: Pool, notebook: Write) -> None:
    """Text, plots and other cells that no exercise needs are no reason to grade again."""
    path = saved(notebook, START, DENSE, "print(1)")
    watcher = Watcher(pool, path)
    assert watcher._look() is not None
    notebook(START, DENSE, "print(2)")
    assert None is watcher._look()


def test_a_broken_save_is_a_sentence(pool: Pool, notebook: Write) -> None:
    """What cannot be read is said, and the next save is graded as a whole."""
    path = saved(notebook, START, DENSE)
    watcher = Watcher(pool, path)
    watcher._look()
    path.write_text('{"cells": [')
    broken = watcher._look()
    assert broken is not None
    assert "its JSON ends early" in save_in_words(broken)
    notebook(START, DENSE)
    again = watcher._look()
    assert again is not None
    assert again.report is not None


def test_a_change_of_numpy_alone_is_quick(pool: Pool, notebook: Write) -> None:
    """From a warm process a NumPy-only change takes little of the processor's time itself."""
    path = saved(notebook, START, DENSE, DENSE_V)
    watcher = Watcher(pool, path)
    watcher._look()
    used, taken = [], []
    for number in range(4):
        notebook(START, DENSE, DENSE_V.replace("+ b", f"- {number} * b"))
        before, began = time.process_time(), time.perf_counter()
        seen = watcher._look()
        used.append(time.process_time() - before)
        taken.append(time.perf_counter() - began)
        assert isinstance(seen, Seen)
    assert min(used) < 0.15
    assert min(taken) < 1.0  # on an idle machine it is a tenth of that; see benchmarks/README.md


def test_what_an_exercise_depends_on(suite: Suite, notebook: Write) -> None:
    """A shared cell counts for all that need it; a broken cell for every exercise."""
    before = digests_of_needed(read(notebook(START, DENSE, DENSE_V)), suite)
    after = digests_of_needed(read(notebook(START, DENSE + "  # new", DENSE_V)), suite)
    assert before["my_dense"] != after["my_dense"]
    assert before["my_dense_v"] == after["my_dense_v"]
    broken = digests_of_needed(read(notebook(START, DENSE, DENSE_V, "x = (")), suite)
    assert all(before[name] != broken[name] for name in before)


def test_a_save_that_takes_too_much_is_a_sentence(suite: Suite, notebook: Write) -> None:
    """Also one's own file is read and judged within limits, and the next save is graded."""
    path = saved(notebook, START, "x = " + "[" * 40 + "]" * 40 + "\ny = " + "1 + " * 200_000 + "1")
    with Pool(suite, Options(Limits(worker_cpu_seconds=1))) as limited:
        watcher = Watcher(limited, path)
        refused = watcher._look()
        assert refused is not None
        assert refused.report is None
        assert refused.reason
        notebook(START, DENSE)
        again = watcher._look()
    assert again is not None
    assert again.report is not None
