"""The cases a student may see, and the ways to run them.

In the notebook::

    from public_tests import check, hint
    check(my_dense)
    hint("my_dense")

In a terminal: ``pytest public_tests --submission FILE``, or the grader itself. Each module beside
this one holds an exercise and its public cases.
"""

from __future__ import annotations

from grader.checks.check import check, checker
from grader.checks.hint import hint

ASSIGNMENT = {
    "title": "Neural Networks: handwritten digits",
    "preload": ("tensorflow", "keras"),
}

test_c1 = checker("digit_model")
test_c2 = checker("my_dense")
test_c3 = checker("my_sequential")
test_c4 = checker("my_dense_v")

__all__ = ["check", "hint", "test_c1", "test_c2", "test_c3", "test_c4"]
