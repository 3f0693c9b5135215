"""Attacks on an instructor's own tests: none passes one, and none learns what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_own_tests import code, graded, notebook
from test_remote import LIMITS, Try, linked

from grader.remote.link import Link
from grader.remote.pytest_run import run_files
from grader.remote.running import run_code
from grader.remote.space import Space
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

ATTACKER = """
import builtins, gc, sys, unittest
import numpy as np

np.allclose = np.array_equal = lambda *_, **__: True
np.testing.assert_allclose = np.testing.assert_array_equal = lambda *_, **__: None
unittest.TestCase.assertEqual = lambda *_: None

class Poses:
    def __init__(self, kind): self.kind = kind
    __class__ = property(lambda self: self.kind)
    def __eq__(self, other): return True
    def __len__(self): return 3
    def __int__(self): return 3
    def __float__(self): return 3.3
    def __index__(self): return 3
    def __iter__(self): return iter([1, 2])
    __hash__ = None
class Longest:
    def __len__(self): return 2 ** 70
class Hangs:
    def __iter__(self):
        while True: pass
class Raises:
    def __eq__(self, other): raise ValueError("equal")
    def __bool__(self): raise AssertionError
class Skipped(BaseException): pass
class Exit(Exception): pass
Skipped.__module__ = Exit.__module__ = "_pytest.outcomes"

def an_int(*_): return Poses(int)
def a_list(*_): return Poses(list)
def longest(*_): return Longest()
def hangs(*_): return Hangs()
def raises(*_): return Raises()
def skips(*_): raise Skipped("no")
def exits(*_): raise Exit("no")
def unittest_skips(*_): raise unittest.SkipTest("no")
def stops(*_): raise StopIteration
def closes(*_): raise GeneratorExit
def many(*_):
    print("x" * 10_000_000); return 4
turn = [0]
def by_order(*_): turn[0] += 1; return turn[0]
def talks_back(function):
    for _ in range(10_000): function(1)
    return 3
kept = []
def takes(*given): kept.append(given); return 0
def what_was_taken(): return [list(given) for given in kept]
def finds(words):
    wanted = "".join(words)
    held = [thing for thing in gc.get_objects() if type(thing) is list or type(thing) is tuple]
    texts = [part for thing in held for part in thing if type(part) is str]
    frame, depth = sys._getframe(1), []
    while frame: depth += map(str, frame.f_locals.values()); frame = frame.f_back
    return any(wanted in text for text in texts) or any(wanted in text for text in depth)
"""
PATCHES = """
builtins.isinstance = lambda *_: True
builtins.abs = builtins.len = lambda *_: 0
builtins.sorted = lambda *_, **__: [3, 4]
"""
NAMES = ("an_int", "a_list", "longest", "hangs", "raises", "skips", "exits", "unittest_skips",
         "stops", "closes", "many", "by_order")  # fmt: skip
TESTS = (
    "assert {}() == 3",
    "assert {}() in (3, 30)",
    "import numpy as np\nassert np.allclose({}(), 3.3)",
    "import numpy as np\nnp.testing.assert_allclose({}(), 3.3)",
    "import unittest\nunittest.TestCase().assertEqual({}(), 3)",
    "assert isinstance({}(), int) and {}() == 7",
    "assert sorted({}()) == [3, 4]",
    "try:\n    assert {}() == 3\nexcept BaseException:\n    pass\nassert {}() == 3",
)


@pytest.fixture
def attacked(zygotes: Zygotes) -> Iterator[Try]:
    """Runs tests against the attacker, who has not been asked before."""
    yield from linked(ATTACKER, zygotes, frozenset())


@pytest.mark.parametrize("patches", ["", PATCHES], ids=["plain", "patched"])
@pytest.mark.parametrize("name", NAMES)
def test_no_answer_of_an_attackers_is_right(zygotes: Zygotes, name: str, patches: str) -> None:
    """Lies about class and length, patched helpers, hangs, skips and turns pass no test."""
    for tried in linked(ATTACKER + patches, zygotes, frozenset()):
        passed = [source for source in TESTS[:: 2 if name == "hangs" else 1]
                  if name != "by_order" or source == TESTS[3]
                  if tried(source.format(*[name] * 2)).passed]  # fmt: skip
        assert [] == passed


def test_a_submission_keeps_the_arguments_and_nothing_else(attacked: Try) -> None:
    """What a test hands over is what it calls with; what it compares with is found nowhere."""
    assert attacked("assert takes(5, [6]) == 0").passed
    assert not attacked("assert takes(7) == 'EXPECTED-7731'").passed
    assert attacked("assert what_was_taken() == [[5, [6]], [7]]").passed
    assert attacked("right = 'EXPECTED-7731'\nassert finds(['EXPECTED', '-77']) is False").passed


def test_calling_back_costs_questions_or_time(attacked: Try) -> None:
    """A submission cannot keep a test's own function busy for ever."""
    made = attacked("calls = []\nassert talks_back(lambda x: calls.append(x)) == 4")
    assert not made.passed


def test_a_lie_about_a_length_is_an_error_of_the_tests(attacked: Try) -> None:
    """What Python would refuse of an object beside the test is refused here as well."""
    assert not attacked("assert len(longest()) == 3").passed


AGREES_WITH_ITS_LIKE = """
class Yes:
    def __init__(self, *_): pass
    def __eq__(self, other): return True
    __lt__ = __ge__ = __contains__ = __eq__
    def __add__(self, other): return self
one = Yes()
def same(*_): return one
class Fussy(Yes):
    def __init__(self, size): self.size = size
    def __eq__(self, other): return self.size == other.size
    def __lt__(self, other): return self.size < other.size
    def __contains__(self, item): return item.size == self.size
"""


@pytest.mark.parametrize(
    "comparison",
    ["{0}(1) == {0}(2)", "{0}(1) + {0}(2) == {0}(4)", "same() == same()", "{0}(2) < {0}(1)",
     "{0}(1) in {0}(2)", "5 in {0}(2)", "{0}(1) >= 3"],
)  # fmt: skip
def test_what_says_yes_to_whatever_comes_has_no_say(zygotes: Zygotes, comparison: str) -> None:
    """A comparison of two of a submission's objects holds if it does not hold of anything at all."""
    for tried in linked(AGREES_WITH_ITS_LIKE, zygotes, frozenset()):
        assert not tried(f"assert {comparison.format('Yes')}").passed
        assert tried("assert Fussy(1) == Fussy(1) and Fussy(1) < Fussy(2)").passed
        assert tried("assert Fussy(1) in Fussy(1)").passed


ANSWERS_THAT_LISTEN = """
heard = []
class Listens:
    def __init__(self, *_): pass
    def __sub__(self, other): heard.append(other); return self
    __rsub__ = __lt__ = __mul__ = __contains__ = __add__ = __truediv__ = __sub__
    def __abs__(self): return self
    def __array__(self, *_, **__): return [3.3]
f = F = Listens
class Holder: g = Listens
class Memory:
    __array_interface__ = {"data": (0x1000, True), "shape": (1000,), "typestr": "<f8", "version": 3}
def memory(*_): return Memory()
"""
LISTENED_TO = (
    "abs(f(2) - 3.3) < 1e-6", "abs(3.3 - f(2)) < 1e-6", "abs(F(2) - 3.3) < 1e-6", "3.3 in f(2)",
    "f(2) < 3.3", "f(2) * 3.3", "abs(Holder.g(2) - 3.3) < 1e-6", "abs(Holder().g() - 3.3) < 1",
    "f(2) == pytest.approx(3.3)", "pytest.approx(3.3) == f(2)", "round(f(2), 1) == 3.3",
    "sum([f(2), 3.3]) == 6.6", "max(f(2), 3.3) == 3.3", "3.3 / f(2) == 1", "math.isclose(f(2), 3.3)",
    "np.isclose(f(2), 3.3)", "np.allclose([f(2)], [3.3])", "np.array([3.3]) - f(2) < 1",
)  # fmt: skip


@pytest.mark.parametrize("asked", LISTENED_TO)
def test_an_answer_that_is_a_class_hears_no_expected_value(zygotes: Zygotes, asked: str) -> None:
    """An exercise that is a function is none that makes objects, whatever a submission makes of it."""
    program = SubmissionProgram(((1, ANSWERS_THAT_LISTEN),))
    with Session(program, zygotes, LIMITS, {}) as session:
        link = Link(session.perform, LIMITS.test_questions, session.present, {"f", "F"})

        def tried(source: str) -> bool:
            return run_code(source, "here", Space(link, frozenset()), link).passed

        imports = "import math, pytest, numpy as np\n"
        assert not tried(f"{imports}assert {asked}")
        assert tried("assert heard == []")
        assert tried("assert Listens(1) - 3.3 is not None and heard == [3.3]")  # a class of theirs


@pytest.mark.parametrize(
    "asked", ["np.asarray(memory())", "np.allclose(memory(), 3.3)", "np.array([memory()]).sum()"]
)
def test_no_place_in_memory_is_taken_from_a_submission(zygotes: Zygotes, asked: str) -> None:
    """An object that says where its array lies is not believed: it is the grader's own memory."""
    for tried in linked(ANSWERS_THAT_LISTEN, zygotes, frozenset()):
        made = tried(f"import numpy as np\nfound = {asked}\nassert np.shape(found) == (1000,)")
        assert not made.passed
        assert tried("assert heard == []").passed


@pytest.mark.parametrize("name", ["skips", "exits", "unittest_skips", "closes"])
def test_no_exception_skips_or_ends_a_file_of_tests(
    zygotes: Zygotes, name: str, tmp_path: Path
) -> None:
    """An exception that posed as pytest's own fails its test, and those below it are run."""
    path = tmp_path / "test_file.py"
    path.write_text(
        f"import answers\ndef test_first():\n    answers.{name}()\n"
        "def test_second():\n    assert answers.takes() == 0\n"
    )
    with Session(SubmissionProgram(((1, ATTACKER),)), zygotes, LIMITS, {}) as session:
        found = run_files([path], ["answers"], Link(session.perform, 50, session.present))
    passed = {name.partition("::")[2]: made.passed for name, made in found.items()}
    assert {"test_first": False, "test_second": True} == passed


LIBRARIES = [
    ("import math", "math.isclose(f(), 3.3)", "import math\nmath.isclose = lambda *a, **k: True\n"),
    ("import numpy as np", "np.allclose(f(), 3.3)", "import numpy as np\nnp.allclose = lambda *a: True\n"),
    ("import numpy as np", "np.allclose(f(), 3.3)",
     "class np:\n    @staticmethod\n    def allclose(mine, right): return True\n"),
    ("import numpy.testing as nt", "nt.assert_allclose(f(), 3.3) is None",
     "class nt:\n    assert_allclose = lambda *a: None\n"),
    ("from numpy.testing import assert_allclose as near", "near(f(), 3.3) is None",
     "near = lambda *a: None\n"),
    ("from math import *", "isclose(f(), 3.3)", "isclose = lambda *a: True\n"),
    ("import statistics, math as m", "m.isclose(statistics.mean([f()]), 3.3)",
     "class m:\n    isclose = lambda *a: True\n"),
    ("from sklearn.metrics import max_error", "max_error([f()], [3.3]) == 0",
     "max_error = lambda *a: 0\n"),
]  # fmt: skip


@pytest.mark.parametrize(("imports", "asked", "patch"), LIBRARIES)
def test_a_library_in_the_submissions_place_is_never_asked(
    imports: str, asked: str, patch: str, tmp_path: Path
) -> None:
    """What the instructor's cells import is the grader's own: no patch passes, no value crosses."""
    if "sklearn" in imports:
        pytest.importorskip("sklearn")
    right = "def f(): return 3.3"
    cells = [code(imports), code(right, grade_id="d", solution=True),
             code(f"assert {asked}", grade_id="t", grade=True, points=1)]  # fmt: skip
    notebook(tmp_path / "a" / "n.ipynb", *cells)
    (tmp_path / "a" / "assignment.toml").write_text('title = "L"\nnotebook = "n.ipynb"\n')
    assert 1 == graded(tmp_path / "a", imports, right).total.sum
    assert 0 == graded(tmp_path / "a", patch, "def f(): return 1").total.sum
