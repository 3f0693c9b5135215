"""Remote names: an instructor's own test runs here, the submission there, and only data crosses."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.protocol.limits import Limits
from grader.remote.link import Link
from grader.remote.pytest_run import run_files
from grader.remote.results import TestResult
from grader.remote.running import run_code, run_examples
from grader.remote.space import Space
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

LIMITS = Limits(probe_seconds=2.0, test_questions=300)
SUBMISSION = """
import sys
from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple
import numpy as np

def table(): return defaultdict(lambda: defaultdict(int))
def total(d, key): return sum(d[key].values())
def half(n): return n / 2
def rename():
    global names
    names = ["new"]
answer = 42
names = ["ada", "grace"]
class Clock:
    def __init__(self, hours, minutes): self.minutes = (60 * hours + minutes) % 1440
    def __eq__(self, other): return isinstance(other, Clock) and self.minutes == other.minutes
    def __hash__(self): return self.minutes
    def __add__(self, minutes): return Clock(0, self.minutes + minutes)
    def __lt__(self, other): return self.minutes < other.minutes
    def __str__(self): return f"{self.minutes // 60:02}:{self.minutes % 60:02}"
    def __len__(self): return self.minutes
    def __getitem__(self, place): return str(self)[place]
    def __contains__(self, other): return other == self
    def __enter__(self): return self
    def __exit__(self, *_): return False
class Point(NamedTuple):
    x: int
    y: int
class Closed(ValueError):
    def __init__(self, words): super().__init__(words); self.code = 7
class Later(Closed): pass
def squares(n):
    if n < 1: raise ValueError("n must be positive")
    return [i * i for i in range(1, n + 1)]
def count(n):
    for i in range(n): yield i
def close(): raise Later("closed")
def extend(items): items.append(3); print("more"); return items
def fill(array): array[...] = 1
def apply(function, x): return function(x) + 1
def ask(): return int(input("How many? "))
def same(thing): return thing
def tools(): return {"length": len, "all": [sum, Fraction]}
def draw(): return np.random.rand()
def warn(): print("careful", file=sys.stderr)
max = lambda _: "mine"
class Nameless:
    __hash__ = None
"""
HOSTILE = """
import os, sys
class Everything:
    def __eq__(self, other): return True
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __contains__ = __eq__
    def __add__(self, other): return self
    __sub__ = __radd__ = __rsub__ = __mul__ = __abs__ = __call__ = __add__
    def __getattr__(self, name): return self
    def __bool__(self): return True
    def __len__(self): return 3
    __hash__ = None
class List(list):
    def __eq__(self, other): return True
class Number(int):
    def __eq__(self, other): return True
class Word(str):
    def __eq__(self, other): return True
seen = []
def everything(*_): return Everything()
def a_list(*_): return List()
def a_number(*_): return Number()
def a_word(*_): return Word()
def leaves(*_): sys.exit(0)
def ends(*_): os._exit(0)
def loops(*_):
    while True: pass
def endless(*_):
    while True: yield 1
def skips(*_):
    import unittest; raise unittest.SkipTest("no")
def interrupts(*_): raise KeyboardInterrupt
def wide(*_): return [[]] * 10_000_000
def deep(*_):
    found = []
    for _ in range(100_000): found = [found]
    return found
class Sees:
    def __eq__(self, other): seen.append(other); return True
    def __lt__(self, other): seen.append(other); return True
    def __sub__(self, other): seen.append(other); return self
    def __abs__(self): return self
def sees(*_): return Sees()
def what_was_seen(): return list(seen)
"""
Try = Callable[[str], TestResult]


def linked(code: str, zygotes: Zygotes, names: frozenset[str]) -> Iterator[Try]:
    """Runs tests against a submission."""
    with Session(SubmissionProgram(((1, code),)), zygotes, LIMITS, {}) as session:
        link = Link(session.perform, LIMITS.test_questions, session.present)
        yield lambda source: run_code(source, "here", Space(link, names), link)


@pytest.fixture(scope="module")
def honest(zygotes: Zygotes) -> Iterator[Try]:
    """Runs tests against the honest submission."""
    names = frozenset({"answer", "names", "Clock", "Closed", "squares", "max", "same", "Point"})
    yield from linked(SUBMISSION, zygotes, names)


@pytest.fixture(scope="module")
def hostile(zygotes: Zygotes) -> Iterator[Try]:
    """Runs tests against the hostile submission."""
    yield from linked(HOSTILE, zygotes, frozenset())


RIGHT = {
    "a value": "assert answer == 42 and names == ['ada', 'grace']",
    "a call": "assert squares(3) == [1, 4, 9]",
    "raises": "import pytest\nwith pytest.raises(ValueError, match='positive'):\n    squares(0)",
    "try": "try:\n    squares(0)\nexcept ValueError as error:\n    assert error.args == ('n must be positive',)\nelse:\n    assert False",
    "objects": "assert Clock(10, 3) == Clock(10, 3) and Clock(1, 0) != Clock(2, 0)",
    "operators": "assert str(Clock(1, 2) + 3) == '01:05' and Clock(1, 0) < Clock(2, 0)",
    "item, length, attribute": "c = Clock(0, 5)\nassert c[0] == '0' and len(c) == 5 and c.minutes == 5",
    "attribute set": "c = Clock(0, 5)\nc.minutes = 6\nassert c.minutes == 6",
    "contained": "assert Clock(0, 5) in Clock(0, 5)",
    "with": "with Clock(0, 5) as c:\n    assert str(c) == '00:05'",
    "type": "assert type(Clock(0, 5)) == Clock and type(Clock(0, 5)) is Clock\nassert Clock(0, 5).__class__.__name__ == 'Clock'\nassert type(squares(2)) is list and type(Clock(0, 5)) != list",
    "type of a named tuple": "assert type(Point(1, 2)) == Point and isinstance(Point(1, 2), Point)\nassert not isinstance((1, 2), Point) and not isinstance(Point(1, 2), Clock)",
    "a dictionary that makes values": "d = table()\nd['a']['b'] += 2\nassert d == {'a': {'b': 2}}\nassert total(d, 'a') == 2 and total(d, 'c') == 0 and 'c' in d",
    "a name's data changed in place": "names = [1]\nassert extend(names) is not None and names == [1, 3]\nextend(names)\nassert names == [1, 3, 3]\nnames = ['ada', 'grace']",
    "a name's data changed by the test": "names = [1]\nnames.append(2)\nassert extend(names) == [1, 2, 3] and names == [1, 2, 3]\nrename()\nassert names == ['new']\nnames = ['ada', 'grace']",
    "a function given to NumPy": "import numpy as np\nassert list(np.vectorize(half)(np.array([2, 4]))) == [1, 2]",
    "hash": "assert len({Clock(0, 5): 1}) == 1",
    "hash of equals": "assert len({Clock(0, 5), Clock(0, 5), Clock(0, 6)}) == 2",
    "no hash": "import pytest\nclass_ = Nameless\nwith pytest.raises(TypeError):\n    {class_()}",
    "is a": "assert isinstance(Clock(0, 5), Clock) and not isinstance(3, Clock)",
    "generator": "assert list(count(4)) == [0, 1, 2, 3]\ng = count(2)\nassert next(g) == 0",
    "generator's type": "import types\nassert isinstance(count(2), types.GeneratorType)",
    "own error": "import pytest\nwith pytest.raises(Closed) as found:\n    close()\nassert found.value.code == 7 and str(found.value) == 'closed'",
    "own error by its base": "import pytest\nwith pytest.raises(ValueError):\n    close()",
    "changed in place": "items = [1]\nassert extend(items) is items and items == [1, 3]",
    "array changed in place": "import numpy as np\na = np.zeros(3)\nfill(a)\nassert a.sum() == 3",
    "printed": "import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    extend([])\nassert out.getvalue() == 'more\\n'",
    "standard error": "import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stderr(out):\n    warn()\nassert out.getvalue() == 'careful\\n'",
    "called back": "assert apply(lambda x: 2 * x, 5) == 11",
    "called back into the submission": "assert apply(lambda x: squares(x)[-1], 3) == 10",
    "called back with an error": "import pytest\ndef fails(x):\n    raise KeyError(x)\nwith pytest.raises(KeyError):\n    apply(fails, 1)",
    "library functions": "assert apply(abs, -5) == 6 and apply(len, 'abc') == 4",
    "library functions in an answer": "found = tools()\nassert found['length']('abc') == 3 and found['all'][0]([1, 2]) == 3",
    "input": "from unittest.mock import patch\nwith patch('builtins.input', return_value='5') as asked:\n    assert ask() == 5\nasked.assert_called_with('How many? ')",
    "seeds": "import numpy as np\nnp.random.seed(1)\nfirst = draw()\nnp.random.seed(1)\nassert first == draw() == np.random.RandomState(1).rand()",
    "a name of Python's": "assert max([1, 2]) == 'mine'",
    "deleted and back": "import pytest\nkept = squares\ndel squares\nwith pytest.raises(NameError):\n    squares\nsquares = kept\nassert squares(1) == [1]",
}
WRONG = {
    "an assertion": ("assert squares(2) == [1, 5]", "assert [1, 4] == [1, 5]"),
    "an error": ("squares(0)", "ValueError: n must be positive"),
    "no name": ("nothing", "NameError: name 'nothing' is not defined"),
    "no error": (
        "import pytest\nwith pytest.raises(KeyError):\n    squares(0)",
        "n must be positive",
    ),
    "a type": ("assert str(type(answer)) == 'a'", "where <class 'int'> = type(42)"),
    "no address": ("assert 'x'.upper() == answer", "assert 'X' == 42"),
    "another order": ("assert list(count(2)) == [1, 0]", "[0, 1] == [1, 0]"),
}
AGREES = (
    "assert {}(1) == 3", "assert 3 == {}(1)", "assert {}(1) < 3", "assert 3 in {}(1)",
    "assert {}(1) == [1, 2]", "assert {}(1).x == 3", "assert abs({}(1) - 3.3) < 1e-6",
    "assert sorted({}(1)) == [1]", "assert {}(1) in (3, 4)", "assert not {}(1) != 3",
    "import numpy as np\nnp.testing.assert_allclose({}(1), [1, 2])",
    "import unittest\nunittest.TestCase().assertEqual({}(1), 3)",
    "try:\n    assert {}(1) == 3\nexcept BaseException:\n    pass",
    "import pytest\nwith pytest.raises(ValueError):\n    assert {}(1) == 3",
)  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_tests_do_works_on_what_stayed_in_the_child(honest: Try, name: str) -> None:
    """Calls, attributes, items, operators, generators, errors and callbacks do what they do beside it."""
    made = honest(RIGHT[name])
    assert (True, "") == (made.passed, made.words)


@pytest.mark.parametrize("name", WRONG)
def test_a_failing_test_speaks_as_pytest_does(honest: Try, name: str) -> None:
    """A test that fails says what came, with the submission's own names."""
    source, says = WRONG[name]
    made = honest(source)
    assert (False, True) == (made.passed, says in made.words), made.words
    assert not re.search("0x[0-9a-f]|grader", made.words)


@pytest.mark.parametrize("source", AGREES)
@pytest.mark.parametrize("function", ["everything", "a_list", "a_number", "a_word"])
def test_an_object_that_agrees_with_everything_passes_nothing(
    hostile: Try, function: str, source: str
) -> None:
    """What is no plain data is not asked whether it equals what a test expects."""
    assert not hostile(source.format(function)).passed


@pytest.mark.parametrize(
    "function", ["leaves", "ends", "loops", "skips", "interrupts", "wide", "deep"]
)
def test_what_ends_or_floods_fails_the_test_alone(hostile: Try, function: str) -> None:
    """Whatever a call does to its process, that test has failed and the next one runs."""
    assert not hostile(f"assert {function}() == 3").passed
    assert hostile("assert what_was_seen() == what_was_seen()").passed


def test_an_endless_answer_is_cut(hostile: Try) -> None:
    """A test may ask so many questions and no more."""
    made = hostile("for _ in endless():\n    pass")
    assert (False, "the test asked more than 300 questions") == (made.passed, made.words)


def test_no_expected_value_crosses(hostile: Try) -> None:
    """What a test compares with never reaches the submission, however it compares."""
    for comparison in (
        "sees() == 3.3",
        "sees() < 3.3",
        "abs(sees() - 3.3) < 1e-6",
        "3.3 == sees()",
    ):
        assert not hostile(f"assert {comparison}").passed
    assert hostile("assert what_was_seen() == []").passed


def test_examples_of_a_docstring_are_a_test(zygotes: Zygotes) -> None:
    """The examples run against the submission; the first that shows something else is told."""
    with Session(SubmissionProgram(((1, SUBMISSION),)), zygotes, LIMITS, {}) as session:
        link = Link(session.perform, 100, session.present)

        def tried(text: str) -> TestResult:
            return run_examples(text, "here", Space(link, frozenset()), link)

        assert tried(">>> squares(2)\n[1, 4]\n>>> extend([])\nmore\n[3]").passed
        assert "squares(2) gave [1, 4], not [1, 5]" == tried(">>> squares(2)\n[1, 5]").words
        assert "raised ValueError" in tried(">>> squares(0)\n[]").words


FILE = """
import pytest
import unittest
from answers import squares, Clock
import answers

@pytest.fixture
def clock():
    return Clock(1, 0)

@pytest.mark.parametrize("n, right", [(1, [1]), (2, [1, 4]), (3, [1, 4, 8])])
def test_squares(n, right):
    assert squares(n) == right

def test_fixture(clock, capsys):
    answers.extend([])
    assert str(clock) == "01:00" and capsys.readouterr().out == "more\\n"

def test_approx():
    assert answers.answer == pytest.approx(42.0000001)

def test_what_is_printed(clock, capfd):
    answers.extend([])
    assert capfd.readouterr() == ("more\\n", "") and type(clock) == Clock

class SquaresTest(unittest.TestCase):
    def setUp(self):
        self.three = squares(3)
    def test_three(self):
        self.assertEqual(self.three, [1, 4, 9])
    def test_error(self):
        with self.assertRaisesRegex(ValueError, "positive"):
            squares(0)
"""


def test_files_of_tests_run_unchanged(zygotes: Zygotes, tmp_path: Path) -> None:
    """Pytest's fixtures, parameters, capsys and approx, and unittest's classes, see the submission."""
    path = tmp_path / "test_answers_here.py"
    path.write_text(FILE)
    with Session(SubmissionProgram(((1, SUBMISSION),)), zygotes, LIMITS, {}) as session:
        link = Link(session.perform, 100, session.present)
        found = run_files([path], ["answers"], link)
    assert "answers" not in sys.modules
    wrong = {name for name, made in found.items() if not made.passed}
    assert ({"test_answers_here.py::test_squares[3-right2]"}, 8) == (wrong, len(found))
    assert [] == sorted(tmp_path.glob("__pycache__"))
