"""What a test puts in a function's place stands there while the submission runs, too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from test_formats_of_tests import written

from grader.assignment import loading
from grader.grading.grader import Options
from grader.protocol.limits import Limits
from grader.workers.pool import Pool

SOLUTION = """\
import random
import random as again
import re
import time
from math import sqrt

def greet(name):
    print("Hello", name)

def roll():
    return random.randint(1, 6)

def pairs(a, b):
    return list(zip(a, b))

def numbers(text):
    return [int(found) for found in re.findall("[0-9]+", text)]

def wait():
    time.sleep(100)
    return "waited"

def root(x):
    return sqrt(x)

later = ...

def total(numbers):
    return sum(numbers)

def numbered(things):
    return list(enumerate(things))

def kept(things):
    return list(filter(None, things))

def strings(things):
    return list(map(str, things))

def helper(x):
    return x + 1

def twice(x):
    return helper(helper(x))

def call(function, *arguments):
    try:
        return function(*arguments)
    except Exception:
        return None
"""
TESTS = """
import random, re
from unittest.mock import Mock, call, patch
import pytest
import work

def test_prints():
    with patch("builtins.print") as printed:
        work.greet("Ada")
    printed.assert_called_once_with("Hello", "Ada")

def test_draws(monkeypatch):
    monkeypatch.setattr(random, "randint", lambda low, high: low + high)
    assert work.roll() == 7

def test_draws_again():
    assert work.roll() in range(1, 7)

@patch("builtins.zip", wraps=zip)
def test_zips(zipped):
    assert work.pairs([1, 2], "ab") == [(1, "a"), (2, "b")]
    zipped.assert_called_once()
    assert zipped.call_args == call([1, 2], "ab")

def test_finds():
    with patch("work.re.findall", side_effect=re.findall) as found:
        assert work.numbers("1 and 22") == [1, 22]
    assert found.call_count == 1

def test_waits():
    with patch("time.sleep") as slept:
        assert work.wait() == "waited"
    slept.assert_called_with(100)

def test_own_name():
    with patch("work.sqrt", return_value=5):
        assert work.root(4) == 5
    assert work.root(4) == 2

def test_wrapped_helper():
    with patch("work.helper", wraps=work.helper) as helped:
        assert work.twice(1) == 3
    assert helped.call_count == 2

def test_side_effects():
    with patch("work.helper", side_effect=[10, 20]) as helped:
        assert work.twice(1) == 20
    assert helped.call_args_list == [call(1), call(10)]

def test_what_cannot_be_handed_over():
    with patch("work.helper", return_value=object()):
        work.twice(1)

def test_is_taken_back():
    assert work.twice(1) == 3

def test_counts_the_submissions_calls_alone():
    with patch("builtins.enumerate", return_value=enumerate("ab")) as counted:
        assert work.numbered("xy") == [(0, "a"), (1, "b")]
    counted.assert_called_once_with("xy")

def test_a_mocks_own_result_is_empty():
    with patch("builtins.filter") as filtered:
        assert work.kept([1, 2]) == []
    assert filtered.called

def test_what_the_link_itself_uses():
    with patch("builtins.zip"), patch("builtins.map") as mapped:
        work.strings([1])
    assert mapped.call_count == 1
    assert work.strings([1, 2]) == ["1", "2"]

def test_an_iterator():
    with patch("builtins.zip", return_value=enumerate("ab")):
        assert work.pairs([], []) == [(0, "a"), (1, "b")]
    assert work.total(n for n in (1, 2)) == 3
    assert work.total(iter([4, 5])) == 9

def test_a_mock_as_an_argument():
    function = Mock(return_value=3)
    assert work.call(function, 1, "x") == 3
    function.assert_called_once_with(1, "x")
"""
REACHING = """
import numpy as np, os, pytest, work
from unittest.mock import patch

@pytest.mark.parametrize("function", [open, os.listdir, np.loadtxt, eval])
def test_it(function):
    work.call(function, "/etc/passwd")

def test_wrapped():
    with patch("builtins.open", wraps=open):
        assert work.call(open, "x") is None
"""

LOOKING = """
import work

def test_callable():
    assert callable(work.greet)
    assert not callable(work.later)

def test_identity():
    assert id(work.greet) == id(work.greet) and id(work.again) == id(work.random)
"""


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The tests that the reference fails, with what came."""
    root = written(
        tmp_path_factory.mktemp("course") / "patched",
        {
            "tests/test_it.py": TESTS,
            "tests/test_reaching.py": REACHING,
            "tests/test_looking.py": LOOKING,
            "work.py": SOLUTION,
            "assignment.toml": 'title = "P"\ntests = ["tests"]\nsolution = "work.py"\nmodule = "work"\n',
        },
    )
    with Pool(loading.load_assignment(root), Options(Limits(probe_seconds=5))) as pool:
        report = pool.grade(root / "work.py")
    cases = [case for exercise in report.exercises for case in exercise.cases]
    yield {case.id: case.got for case in cases if case.status != "passed"}


def test_a_patch_is_a_patch_of_the_submissions_too(failures: dict[str, str]) -> None:
    """Mocks, spies and stand-ins of builtins, libraries and own names are seen and taken back."""
    assert ["it/test_what_cannot_be_handed_over"] == [
        name for name in failures if name.startswith("it/")
    ], failures


def test_what_can_be_called_and_what_is_the_same_is_asked(failures: dict[str, str]) -> None:
    """``callable``, ``id`` and ``is`` say of the submission's objects what they say beside them."""
    assert [] == [name for name in failures if name.startswith("looking")]


def test_what_reads_files_or_runs_text_is_handed_to_nobody(failures: dict[str, str]) -> None:
    """A library's function that reaches files is not run here at a submission's word."""
    assert {"reaching/test_it"} == {name for name in failures if name.startswith("reaching")}
    assert "would run here" in failures["reaching/test_it"]
