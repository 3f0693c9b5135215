"""What asking costs: an instructor's tests here, and the same tests run natively in the child.

``python benchmarks/remote_cost.py [COUNT]`` grades a class of so many submissions (100) on all
processors, twice in turn, five times over: with the tests on the grader's side, and with the tests'
code run in the child behind the submission's own cells, as graders do that do not keep them apart.
Printed are the medians and their ratio. The tests are of the kinds that courses have: a few calls
with numbers and lists, an exception, arrays, a class, and a hundred calls in a loop; one of five is
hidden.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from grader.assignment import loading
from grader.grading.grader import Options
from grader.suite import Suite
from grader.test_sources.students import notebook_with
from grader.workers.pool import Pool

SOLUTION = '''
import numpy as np

def squares(n):
    """The squares of 1 to n."""
    if n < 1:
        raise ValueError("n must be at least 1")
    return [i ** 2 for i in range(1, n + 1)]

def standardized(values):
    array = np.asarray(values, dtype=float)
    return (array - array.mean(axis=0)) / array.std(axis=0)

class Account:
    def __init__(self, balance=0):
        self.balance = balance
    def deposit(self, amount):
        self.balance += amount
        return self
'''
TESTS = (
    """
assert squares(1) == [1]
assert squares(2) == [1, 4]
assert squares(10)[-1] == 100
""",
    """
try:
    squares(0)
except ValueError:
    pass
else:
    raise AssertionError
""",
    """
import numpy as np
x = np.arange(3000.0).reshape(1000, 3) ** 2
z = standardized(x)
assert z.shape == x.shape and np.allclose(z.mean(axis=0), 0) and np.allclose(z.std(axis=0), 1)
""",
    """
account = Account(5)
account.deposit(3).deposit(2)
assert account.balance == 10
assert Account().balance == 0
""",
    """
for n in range(1, 101):
    assert sum(squares(n)) == n * (n + 1) * (2 * n + 1) // 6
""",
)
_HIDDEN = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"
_ROUNDS = 5


def assignment(root: Path) -> Path:
    """An nbgrader source notebook with the tests."""
    sources = [*TESTS[:-1], _HIDDEN.format(TESTS[-1])]
    cells = [_cell(SOLUTION, grade_id="answers", solution=True)]
    cells += [
        _cell(source, grade_id=f"t{number}", grade=True, points=1)
        for number, source in enumerate(sources)
    ]
    (root / "n.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}}))
    (root / "assignment.toml").write_text('title = "Cost"\nnotebook = "n.ipynb"\n')
    return root


def _cell(source: str, **settings: Any) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "metadata": {"nbgrader": settings}}


def seconds(suite: Suite, paths: list[Path], points: float) -> tuple[float, float]:
    """The wall and the processor seconds that a class takes on all processors."""
    used, began = _processor_seconds(), time.perf_counter()
    with Pool(suite, Options()) as pool:
        reports = pool.grade_all(paths, os.cpu_count() or 1, lambda: None)
    assert all(report.total.sum == points for report in reports), reports
    return time.perf_counter() - began, _processor_seconds() - used


def _processor_seconds() -> float:
    """Of this process and of all that have ended below it."""
    uses = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in uses)


def main(count: int) -> None:
    """Print the medians and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        suite = loading.load_assignment(assignment(root))
        # One test that asks nothing, so that all but the questions is the same.
        nothing = replace(suite.tests[0], source="pass", place="", private=False)
        alone = replace(suite, tests=(nothing,))
        own = [_notebook(root / f"a{number}.ipynb", f"# {number}") for number in range(count)]
        with_tests = [
            _notebook(root / f"b{number}.ipynb", f"# {number}", *TESTS) for number in range(count)
        ]
        here, native = [], []
        for _ in range(_ROUNDS):
            here.append(seconds(suite, own, len(TESTS)))
            native.append(seconds(alone, with_tests, 1))
    print(f"a submission of {count}, {_ROUNDS} rounds in turn, medians in ms")
    for name, place in (("wall", 0), ("processor", 1)):
        ours, theirs = (
            1000 / count * statistics.median(found[place] for found in times)
            for times in (here, native)
        )
        print(f"{name:<10} asked {ours:5.1f}  natively {theirs:5.1f}  ratio {ours / theirs:.2f}")


def _notebook(path: Path, *cells: str) -> Path:
    path.write_text(json.dumps(notebook_with(SOLUTION, *cells)))
    return path


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100)
