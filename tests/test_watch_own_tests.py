"""Watching an assignment of an instructor's own tests: whatever a test may use is asked again."""

from __future__ import annotations

from pathlib import Path

from test_formats_of_tests import described, ok
from test_own_tests import code, notebook

from grader.assignment import loading
from grader.commandline.watching import Watcher, save_in_words
from grader.grading.grader import Options
from grader.workers.pool import Pool


def test_a_change_of_anything_is_seen_by_the_tests_that_may_use_it(tmp_path: Path) -> None:
    """Exercises named ``q1`` and ``q2`` are graded anew at each save that changes code."""
    root = described(
        tmp_path / "a", {"q1.py": ok("q1", ">>> double(2)\n4"), "q2.py": ok("q2", ">>> rate\n3")}
    )
    path = tmp_path / "mine.ipynb"

    def save(*cells: str) -> None:
        notebook(path, *map(code, cells))

    save("rate = 1")
    with Pool(loading.load_assignment(root), Options()) as pool:
        saves = Watcher(pool, path).saves()
        seen = [next(saves)]
        for cells in (
            ("rate = 3", "def double(n): return helper(n)"),
            ("rate = 3", "def helper(n): return 2 * n", "def double(n): return helper(n)"),
            ("rate = 3", "def helper(n): return 3 * n", "def double(n): return helper(n)"),
        ):
            save(*cells)
            seen.append(next(saves))
    assert [0, 1, 2, 1] == [save.report.total.sum for save in seen if save.report is not None]
    assert "not yet: test 1" in save_in_words(seen[-1])
