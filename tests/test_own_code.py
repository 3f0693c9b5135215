"""A test that would run what a submission wrote runs nothing, and fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_remote import LIMITS, Try, linked

from grader.remote.link import Link
from grader.remote.pytest_run import run_files
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

SUBMISSION = '''
import pickle

class Bad:
    def __reduce__(self): return exec, ("import sys; sys.reached = 'pickle'",)

text = "want"
def formula(*_): return "want if not setattr(__import__('sys'), 'reached', 'text') else 0"
def in_a_list(*_): return [formula()]
def number(*_): return 3
def same(thing): return thing
def applies(function): return function(formula())
def raises(*_): raise ValueError(formula())
def names(function): return function(**{formula(): 1})
Odd = type(formula(), (), {})
def prints(*_): print(formula())
def bytes_(*_): return pickle.dumps(Bad())
def examples(*_):
    """
    >>> setattr(__import__("sys"), "reached", "docstring")
    """
def annotated(x: "setattr(__import__('sys'), 'reached', 'annotation')") -> int: return x
'''
RUNS_IT = {
    "eval": "assert eval(formula(2)) == want",
    "eval of a short name": "assert eval(text) == want",
    "a part of it": "assert eval(formula(2).strip() + ' ') == want",
    "within a list": "assert [eval(part) for part in in_a_list(2)] == [want]",
    "exec": "exec(f'got = {formula(2)}')\nassert got == want",
    "compiled": "code = compile(formula(2), 'x.py', 'eval')\nassert eval(code) == want",
    "a tree": (
        "import ast\ntree = ast.parse(formula(2), mode='eval')\n"
        "assert eval(compile(tree, 'x.py', 'eval')) == want"
    ),
    "of an exception": (
        "try:\n    raises()\nexcept ValueError as error:\n    assert eval(str(error)) == want"
    ),
    "of what it printed": (
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n"
        "    prints()\nassert eval(out.getvalue()) == want"
    ),
    "caught": (
        "try:\n    eval(formula(2))\nexcept BaseException:\n    pass\nassert True"
    ),
    "in raises": "import pytest\npytest.raises(ValueError, eval, formula(2))",
    "in turn": "assert list(map(eval, in_a_list(2))) == [want]",
    "pickled": "import pickle\npickle.loads(bytes_())\nassert True",
    "timed": "import timeit\ntimeit.timeit(formula(), number=1, globals=globals())",
    "its own examples": (
        "import doctest\n"
        "found = doctest.DocTestParser().get_doctest(examples.__doc__, {}, 'x', 'x', 0)\n"
        "doctest.DocTestRunner(verbose=False).run(found, out=lambda _: None)"
    ),
    "in a thread": (
        "import threading\ndef run():\n    try:\n        eval(formula())\n"
        "    except BaseException:\n        pass\n"
        "thread = threading.Thread(target=run)\nthread.start()\nthread.join()"
    ),
    "a class's name": "assert eval(Odd.__name__) == want",
    "a name of an argument": (
        "found = []\nnames(lambda **named: found.append(eval(list(named)[0])))\nassert found"
    ),
    "annotations": (
        "import typing\nhints = annotated.__annotations__\nassert hints['return']\n"
        "class Like: __annotations__ = hints\ntyping.get_type_hints(Like)"
    ),
}  # fmt: skip
RUNS_ITS_OWN = {
    "its own text": "formula(2)\nassert eval('number(2) + 0') == 3",
    "names in turn": "formula(2)\nassert [eval(name) for name in ('want', '3')] == [17, 3]",
    "in a function": "formula(2)\ndef f(): return eval('1 + 1')\nassert f() == 2",
    "after a number": "assert eval(f'{number(2)} + 1') == 4",
    "classes": (
        "formula(2)\nimport collections, dataclasses\n"
        "P = collections.namedtuple('P', 'x y')\n@dataclasses.dataclass\nclass D:\n    x: int = 3\n"
        "assert P(1, 2).y == 2 and D().x == 3"
    ),
    "what is only read": (
        "import ast\nassert ast.parse(formula(2)).body\n"
        "assert ast.literal_eval(repr(in_a_list(2))[1:-1])"
    ),
    "a file of its own": (
        "formula(2)\nimport sys, tempfile, pathlib\nfolder = tempfile.mkdtemp()\n"
        "pathlib.Path(folder, 'helper_of_tests.py').write_text('one = 1')\n"
        "sys.path.insert(0, folder)\nimport helper_of_tests\nsys.path.remove(folder)\n"
        "assert helper_of_tests.one == 1"
    ),
    "a module": "formula(2)\nimport importlib, colorsys\nimportlib.reload(colorsys)",
}  # fmt: skip


@pytest.fixture(scope="module")
def tried(zygotes: Zygotes) -> Iterator[Try]:
    """Runs tests against the submission; each may have a name ``want``."""
    yield from linked(SUBMISSION, zygotes, frozenset())


@pytest.fixture
def fresh(zygotes: Zygotes) -> Iterator[Try]:
    """Runs tests against a submission that has sent nothing yet."""
    yield from linked(SUBMISSION, zygotes, frozenset())


@pytest.mark.parametrize("name", RUNS_IT)
def test_what_a_submission_wrote_is_not_run(fresh: Try, name: str) -> None:
    """Text, however it came and in whatever wrapping, is run beside no answer."""
    made = fresh(f"want = 17\n{RUNS_IT[name]}")
    assert not made.passed
    assert "may not run what a submission wrote" in made.words
    assert not hasattr(sys, "reached")


LIBRARY = """
import ast

def value(text, unused="x"):
    return Walker().walk(text)

class Walker:
    def walk(self, text):
        node = ast.parse(text.strip(), mode="eval").body
        return __builtins__[node.body.id] if isinstance(node, ast.IfExp) else ast.literal_eval(node)
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that does what a text says, by its syntax tree."""
    (tmp_path / "site-packages").mkdir()
    (tmp_path / "site-packages" / "walks_trees.py").write_text(LIBRARY)
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    monkeypatch.delitem(sys.modules, "walks_trees", raising=False)


@pytest.mark.usefixtures("library")
def test_a_library_does_not_do_what_a_text_says(fresh: Try, tried: Try) -> None:
    """A library that walks the tree of a text runs it as ``eval`` does; the author's own it may walk."""
    own = "import walks_trees\nassert walks_trees.value(' [1, 2]') == [1, 2]"
    assert fresh(own).passed
    assert fresh(f"number(2)\ntext\n{own}").passed
    for asked in ("formula()", "text", "text + ''"):
        made = fresh(f"import walks_trees\nwant = 17\nwalks_trees.value({asked})")
        assert "may not run what a submission wrote" in made.words
    assert fresh("import ast\nassert len(ast.parse(formula()).body) == 1").passed


def test_a_table_is_searched_by_a_text_that_compares(fresh: Try) -> None:
    """Of a text that came, pandas may compare columns; it calls nothing and sees no variable."""
    pytest.importorskip("pandas")
    table = "import pandas as pd\nwant = 1\ntable = pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']})\n"
    for asked in ("same('a > 1 and b == \"y\"')", "'a > @want'", "'b.str.len() == 1 and a == 2'"):
        made = fresh(f"{table}text\nassert list(table.query({asked}).a) == [2]")
        assert (True, "") == (made.passed, made.words)
    for asked in ("a == @want", "@pd.io.common.os.getcwd() == a", "b.str.len() == 1", "a ** 9 > 1"):
        made = fresh(f"{table}table.query(same({asked!r} + ' '))")
        assert "may not run what a submission wrote" in made.words
    assert not fresh(f"{table}assert pd.eval(text) == want").passed


@pytest.mark.parametrize(
    "handed", ["eval", "exec", "mock.Mock(side_effect=eval)", "functools.partial(eval)"]
)
def test_what_runs_text_is_not_called_back(fresh: Try, handed: str) -> None:
    """A submission that is handed ``eval`` runs nothing by it beside the answers."""
    assert not fresh(
        f"want = 17\nimport functools\nfrom unittest import mock\nassert applies({handed}) == want"
    ).passed
    assert not hasattr(sys, "reached")


@pytest.mark.parametrize("name", RUNS_ITS_OWN)
def test_a_test_runs_code_of_its_own(tried: Try, fresh: Try, name: str) -> None:
    """Text that the test's author wrote out runs as ever, and text that is only read is read."""
    made = (fresh if name == "after a number" else tried)(f"want = 17\n{RUNS_ITS_OWN[name]}")
    assert made.passed, made.words


def test_files_of_tests_run_no_text_of_a_submission(zygotes: Zygotes, tmp_path: Path) -> None:
    """In a file of pytest's it is the same; texts of its own are all that are written in it."""
    path = tmp_path / "test_file.py"
    path.write_text(
        "import pytest\nimport answers\n"
        "def test_runs_it():\n    want = 17\n    assert eval(answers.formula(2)) == want\n"
        "def test_reads_it():\n    exec(open('answers.py').read(), {})\n"
        "@pytest.mark.parametrize('text', ['2 + 2', '1 + 3'])\n"
        "def test_own(text):\n    answers.formula(2)\n    assert eval(text) == 4\n"
    )
    with Session(SubmissionProgram(((1, SUBMISSION),)), zygotes, LIMITS, {}) as session:
        found = run_files([path], ["answers"], Link(session.perform, 50, session.present))
    passed = {name.partition("::")[2]: made.passed for name, made in found.items()}
    assert {
        "test_runs_it": False, "test_reads_it": False, "test_own[2 + 2]": True,
        "test_own[1 + 3]": True,
    } == passed  # fmt: skip
    assert not hasattr(sys, "reached")
