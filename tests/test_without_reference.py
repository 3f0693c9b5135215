"""Tests of an instructor's own for which there is no reference solution."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_formats_of_tests import ok, written
from test_own_tests import graded

from grader.assignment import file_sets

AREA = ">>> abs(Area(3) - 9.5) < 1e-6\nTrue"
CLOCK = ">>> str(Clock(8) + 3)\n'11'"
HONEST = "def Area(side): return side**2 + 0.5\n"
LISTENS = """
class Area:
    def __init__(self, _): pass
    def __sub__(self, other): return 0.0
"""
CLASS = """
class Clock:
    def __init__(self, hour): self.hour = hour
    def __add__(self, hours): return Clock(self.hour + hours)
    def __str__(self): return str(self.hour)
"""


def assignment(root: Path, reference: str, **files: str) -> Path:
    """An assignment with these files of OK's; its reference may be empty."""
    written(root / "tests", {f"{name}.py": ok(name, text) for name, text in files.items()})
    more = 'solution = "solution.py"\n' if reference else ""
    (root / "solution.py").write_text(reference)
    (root / "assignment.toml").write_text(
        f'title = "A"\ntests = ["tests"]\nmodule = "work"\n{more}'
    )
    return root


@pytest.mark.parametrize("reference", ["", HONEST])
def test_a_class_in_a_functions_place_hears_nothing(reference: str, tmp_path: Path) -> None:
    """A name with a capital letter may be a function's, with a reference that says so or without."""
    root = assignment(tmp_path / "a", reference, area=AREA)
    assert [1, 0] == [graded(root, source).total.sum for source in (HONEST, LISTENS)]


def test_operators_of_classes_need_a_reference_that_has_them(tmp_path: Path) -> None:
    """``Clock(8) + 3`` is asked where the reference has a class, also in what students are given."""
    assert 0 == graded(assignment(tmp_path / "a", "", clock=CLOCK), CLASS).total.sum
    root = assignment(tmp_path / "b", CLASS, clock=CLOCK)
    assert 1 == graded(root, CLASS).total.sum
    given = tmp_path / "given"
    for name, content in file_sets.public(root).items():
        (given / name).parent.mkdir(parents=True, exist_ok=True)
        (given / name).write_bytes(content)
    assert not (given / "solution.py").exists()
    assert 1 == graded(given, CLASS).total.sum
