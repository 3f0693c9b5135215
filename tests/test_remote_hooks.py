"""What libraries, pytest and Python ask of an object by themselves hands nothing over, and passes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_remote import LIMITS, Try, linked

from grader.remote.link import Link
from grader.remote.pytest_run import run_files
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

SUBMISSION = """
import copy, sys
import numpy as numbers
heard = []
class Hears:
    def __init__(self, *_): pass
    def __getattr__(self, name):
        def hear(*given, **named):
            heard.append((name, given, named))
            return self
        return hear
    def __array__(self, *_, **__): return numbers.zeros(1)
    __array_priority__ = 1000
    __getstate__ = __setstate__ = None
def f(*_): return Hears()
def what_was_heard(): return repr(heard)

class Yes:
    def __init__(self, *_): pass
    def __lt__(self, other): return 1
    __gt__ = __lt__
    def __le__(self, other): return self
    __ge__ = __le__
    def __enter__(self): return self
    def __exit__(self, *_): return True
    value = 7
class Box:
    def __init__(self, *things): self.things = list(things)
class Passes:
    def __init__(self, *kinds): self.kinds = kinds
    def __enter__(self): return self
    def __exit__(self, kind, *_): return kind in self.kinds
class Counts:
    def __init__(self, end): self.n, self.end = 0, end
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > self.end: raise StopIteration
        return self.n
def greet(name):
    "Says hello."
def stops(*_): raise StopIteration
class Leaves:
    def __repr__(self): raise SystemExit
    __str__ = __format__ = __repr__
    def end(self): pass
def leaves(*_): raise SystemExit
def dies(*_):
    import os; os._exit(1)
class np:
    @staticmethod
    def allclose(*given): heard.append(given); return True
def abs(*given): heard.append(given); return 0
"""
BY_THEMSELVES = (
    "np.subtract(f(), 3.3125)", "np.equal(np.array([3.3125]), f())", "np.array([3.3125]) - f()",
    "np.multiply(3.3125, f(), out=np.zeros(1))", "np.linalg.solve(np.eye(1) * 3.3125, f())",
    "np.kron(f(), [3.3125])", "np.concatenate([f(), [3.3125]])", "np.where(f(), 3.3125, 0)",
    "np.isclose(f(), 3.3125)", "np.testing.assert_allclose(f(), 3.3125)",
    "np.testing.assert_equal(f(), 3.3125)", "np.testing.assert_array_less(3.3125, f())",
    "np.array_equal(f(), [3.3125])", "np.interp(f(), [0, 3.3125], [0, 3.3125])",
    "copy.deepcopy([[3.3125], f()])", "copy.copy(f())", "pickle.dumps([[3.3125], f()])",
    "f() == pytest.approx(3.3125)", "f() == pytest.approx([3.3125])",
    "unittest.TestCase().assertAlmostEqual(f(), 3.3125)", "math.isclose(f(), 3.3125)",
    "math.dist([f()], [3.3125])", "statistics.mean([f(), 3.3125])", "sorted([f(), 3.3125])",
    "mock.call(f()) == mock.call(3.3125)", "mock.Mock()(f()) == 3.3125", "3.3125 in [f()]",
    "{3.3125: 1}[f()]", "functools.reduce(operator.add, [f(), 3.3125])",
    "[3.3125].index(f())", "[3.3125].count(f())", "bisect.bisect([3.3125], f())", "{3.3125} - f()",
    "dict(a=3.3125) | f()", "collections.ChainMap({}, f()) == {'a': 3.3125}", "'%s3.3125' % f()",
    "isinstance(3.3125, f())", "issubclass(float, f())", "heapq.heapify([f(), 3.3125])",
    "fractions.Fraction(3.3125) * f()", "decimal.Decimal('3.3125') == f()", "pow(3.3125, f())",
    "pprint.pformat([3.3125, f()])", "json.dumps([3.3125, f()], default=lambda x: 3.3125)",
)  # fmt: skip
IMPORTS = "\n".join(
    f"import {name}"
    for name in (
        "bisect", "collections", "copy", "decimal", "fractions", "functools", "heapq", "json",
        "math", "numpy as np", "operator", "pickle", "pprint", "pytest", "statistics", "unittest",
    )
) + "\nfrom unittest import mock\n"  # fmt: skip


@pytest.fixture(scope="module")
def tried(zygotes: Zygotes) -> Iterator[Try]:
    """Runs tests against the submission."""
    yield from linked(SUBMISSION, zygotes, frozenset())


def test_no_hook_of_a_library_hands_over_what_a_test_compares_with(tried: Try) -> None:
    """An object with every attribute there is hears nothing, whatever a library would tell it."""
    for asked in BY_THEMSELVES:
        tried(f"{IMPORTS}assert not ({asked})")
        assert not tried("assert '3.3125' in what_was_heard()").passed, asked
    assert tried("f().method(3.3125)\nassert '3.3125' in what_was_heard()").passed


WRONG = (
    "assert Yes(1) < Yes(2)", "assert Yes(1) > Yes(2)", "assert Yes(1) <= Yes(2)",
    "assert max(Yes(1), Yes(2)) >= Yes(3)",
    "with Yes() as found:\n    assert found.value == 5",
    "assert all(map(lambda x: stops(x) == x * x, range(5)))",
    "for got, want in zip(map(stops, [1, 2]), [1, 4]):\n    assert got == want",
    "assert [] == list(map(stops, [1, 2]))", "assert 3 not in map(stops, [3])",
)  # fmt: skip
RIGHT = (
    ("import copy\nbox = Box([1], 2)\nother = copy.copy(box)\nother.things[0].append(3)\n"
    "assert other is not box and other.things == [[1], 2]"),
    ("import copy\nbox = Box([1], 2)\nother = copy.deepcopy(box)\nbox.things = []\n"
    "assert other.things == [[1], 2]"),
    "with Passes(ValueError):\n    raise ValueError('no')",
    "import pytest\nwith pytest.raises(KeyError):\n    with Passes(ValueError):\n        {}[1]",
    "with Passes() as made:\n    assert made.kinds == ()",
    ("import pytest\ncounts = Counts(1)\nassert next(counts) == 1\n"
    "with pytest.raises(StopIteration):\n    next(counts)"),
    ("import pytest\ncounts = Counts(1)\nassert counts.__next__() == 1\n"
    "with pytest.raises(StopIteration):\n    counts.__next__()"),
    "assert list(Counts(3)) == [1, 2, 3] and sum(Counts(3)) == 6",
    "assert greet.__name__ == 'greet' and greet.__doc__ == 'Says hello.' and Box.__name__ == 'Box'",
)  # fmt: skip


@pytest.mark.parametrize("source", WRONG)
def test_nothing_is_skipped_or_swallowed_at_a_submissions_word(tried: Try, source: str) -> None:
    """What counts as true of anything has no say, and no assertion is left out or swallowed."""
    assert not tried(source).passed


@pytest.mark.parametrize("source", RIGHT)
def test_what_objects_do_by_themselves_they_do_here(tried: Try, source: str) -> None:
    """Copies, context managers, iterators and names are what they are beside the submission."""
    made = tried(source)
    assert (True, "") == (made.passed, made.words)


FIRST = """
import numpy as np
import pytest
from answers import *
import answers

@pytest.fixture
def thing():
    made = Leaves()
    yield made
    made.end()

def test_library(): assert np.allclose(3, 4)
def test_builtin(): assert abs(3 - 4) < 1e-6
def test_told(thing): assert 3 == 4
def test_lost(thing): assert answers.dies() == 3
def test_ends(): assert answers.leaves() == 3
def test_right(): assert Box(1).things == [1]
"""
OTHERS = {
    "test_first.py": FIRST,
    "test_second.py": "import answers\nanswers.leaves()\ndef test_none(): assert True\n",
    "test_third.py": "from answers import missing\ndef test_none(): assert True\n",
    "test_last.py": "import answers\ndef test_right(): assert answers.Box(1).things == [1]\n",
}


@pytest.mark.parametrize("names", [{"Box", "Leaves"}, set()], ids=["reference", "no reference"])
def test_no_file_of_tests_is_ended_or_given_other_helpers(
    zygotes: Zygotes, names: set[str], tmp_path: Path
) -> None:
    """``import *`` puts nothing in a helper's place; only a test that has run to its end has passed."""
    for name, source in OTHERS.items():
        (tmp_path / name).write_text(source)
    with Session(SubmissionProgram(((1, SUBMISSION),)), zygotes, LIMITS, {}) as session:
        link = Link(session.perform, 500, session.present, names=names)
        found = run_files([tmp_path / name for name in OTHERS], ["answers"], link)
    right = {"test_first.py::test_right", "test_last.py::test_right"}
    assert right == {name for name, made in found.items() if made.passed}
    assert {"test_first.py::test_told", "test_second.py", "test_third.py"} < found.keys()


def test_a_library_of_the_references_is_the_graders_own_in_the_module(
    zygotes: Zygotes, tmp_path: Path
) -> None:
    """What a test takes from the submission's module is a library if the reference imports one."""
    path = tmp_path / "test_it.py"
    path.write_text(
        "from answers import *\nimport answers\n"
        "def test_star(): assert np.allclose(3, 4)\n"
        "def test_attribute(): assert answers.np.allclose(3, 4)\n"
        "def test_right(): assert np.allclose(answers.np.zeros(2), 0)\n"
    )
    with Session(SubmissionProgram(((1, SUBMISSION),)), zygotes, LIMITS, {}) as session:
        link = Link(session.perform, 50, session.present, names={"f"}, libraries={"np": "numpy"})
        found = run_files([path], ["answers"], link)
    assert {"test_it.py::test_right"} == {name for name, made in found.items() if made.passed}


ODD = """
import datetime, decimal, enum, fractions, unittest
import numpy as np
from collections import namedtuple

class Same:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __hash__ = None
class Three(enum.IntEnum):
    A = 3
    def __eq__(self, other): return True
    __hash__ = int.__hash__
class Part(fractions.Fraction, Same): pass
class Word(str):
    def __eq__(self, other): return True
    __hash__ = str.__hash__
class Pair(namedtuple("Pair", "x y")):
    def __eq__(self, other): return True
    __hash__ = tuple.__hash__
class Zone(datetime.tzinfo, Same):
    def utcoffset(self, when): raise SystemExit
class Skips(unittest.SkipTest): pass
class Stops(StopIteration, Same): pass
class Leaves(SystemExit): pass
class Breaks(KeyboardInterrupt): pass
class Closes(GeneratorExit): pass
class Bare(BaseException): pass

VALUES = [
    float("nan"), np.float64("nan"), decimal.Decimal("sNaN"), decimal.Decimal("NaN"), 10 ** 5000,
    complex("nan"), Three.A, Part(13, 4), Word("a"), "\\u0430", "a\\u200b", Pair(1, 2), Zone(), Same,
    np.array([Same()], dtype=object), np.array((3.25,), dtype=[("x", float)]), np.void(b"a"),
    np.array([Word("a")], dtype=object), np.datetime64("NaT"), np.ma.masked, {Word("a"): Same()},
    datetime.datetime(2026, 1, 2, tzinfo=Zone()), [Same()], (Same(),), NotImplemented, ...,
    np.rec.array([(3.25,)]), memoryview(b"a"), iter([Same()]), type("float", (Same,), {})(),
]
ERRORS = [Skips, Stops, Leaves, Breaks, Closes, Bare, ExceptionGroup("no", [Skips("no")])]
def value(place): return VALUES[place]
def fails(place): raise ERRORS[place]
def steps(place):
    yield 3.25
    fails(place)
"""
EXPECTED = (
    "assert {} == 3.25", "assert {} == 'a'", "assert {} == [3.25]", "assert not ({} != 3.25)",
    "assert abs({} - 3.25) < 1e-6", "assert {} in (3.25, 'a', [3.25])", "assert {} == (3.25, 'a')",
    "import pytest\nassert {} == pytest.approx(3.25)", "assert {} == {{'a': 3.25}}",
    "import numpy as np\nassert np.array_equal({}, [3.25])",
    "import numpy as np\nnp.testing.assert_allclose({}, 3.25)",
    "import unittest\nunittest.TestCase().assertAlmostEqual({}, 3.25)",
    "import unittest\nunittest.TestCase().assertIn({}, [3.25, 'a'])",
    "for got, want in zip([{}], [3.25]):\n    assert got == want",
)  # fmt: skip


def test_no_odd_value_and_no_odd_exception_is_right(zygotes: Zygotes) -> None:
    """NaN, masks, records, other letters, subclasses and exceptions of any base pass no test."""
    asked = [f"value({place})" for place in range(30)]
    asked += [f"{how}({place})" for how in ("fails", "list(steps") for place in range(7)]
    asked = [f"{call})" if call.startswith("list") else call for call in asked]
    for tried in linked(ODD, zygotes, frozenset()):
        assert not tried("value(30)").passed
        for call in asked:
            passed = [source for source in EXPECTED if tried(source.format(call)).passed]
            assert ([], call) == (passed, call)
        assert tried("assert next(steps(0)) == 3.25").passed
