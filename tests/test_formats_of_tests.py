"""Files of tests as other courses have them: OK's, Otter's, Gradescope's, and what lies beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_own_tests import code, graded, notebook

from grader.assignment import file_sets, loading
from grader.authoring import new_assignment
from grader.errors import GraderError
from grader.grading.grader import Options
from grader.report import Report
from grader.workers.pool import Pool

ANSWER = "def double(n):\n    return 2 * n\nrate = 3"


def written(folder: Path, files: dict[str, str]) -> Path:
    """The folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def described(root: Path, files: dict[str, str], more: str = "") -> Path:
    """An assignment with these files of tests and a reference."""
    written(root / "tests", files)
    (root / "solution.py").write_text(ANSWER)
    (root / "assignment.toml").write_text(
        f'title = "A"\ntests = ["tests"]\nsolution = "solution.py"\nmodule = "work"\n{more}'
    )
    return root


def earned(report: Report) -> dict[str, float]:
    """The points for each test, by its id."""
    return {case.id: case.earned for part in report.exercises for case in part.cases}


OK = "test = {{'name': '{name}', {more}'suites': [{{'cases': [{cases}]}}]}}\n"
CASE = "{{'code': {text!r}}}, "


def ok(name: str, *texts: str, more: str = "") -> str:
    """A file of OK's with these examples."""
    return OK.format(name=name, more=more, cases="".join(CASE.format(text=text) for text in texts))


@pytest.mark.parametrize("names", ["dir()", "vars()", "globals()", "locals()"])
def test_a_test_finds_the_submissions_names_where_it_looks_for_them(
    names: str, tmp_path: Path
) -> None:
    """``'double' in vars()`` and its like are what they are beside the submission."""
    yes, no = f">>> 'double' in {names}\nTrue", f">>> 'triple' in {names}\nFalse"
    root = described(tmp_path / "a", {"q1.py": ok("q1", yes, no, ">>> 'n' in dir()\nFalse")})
    assert 1 == graded(root, ANSWER).total.sum
    assert 0.667 == graded(root, "triples = 1").total.sum


def test_a_name_is_got_from_globals(tmp_path: Path) -> None:
    """``globals()['rate']`` and ``vars().get('rate')`` are the submission's."""
    examples = ">>> globals()['rate'] + vars().get('rate')\n6\n>>> vars().get('no', 7)\n7"
    assert 1 == graded(described(tmp_path / "a", {"q1.py": ok("q1", examples)}), ANSWER).total.sum


def test_files_with_the_same_name_in_them_are_told_apart(tmp_path: Path) -> None:
    """Two files whose tests are called alike are exercises of their files' names."""
    files = {
        "q_1.py": ok("same", ">>> rate\n3"),
        "q_2.py": ok("same", ">>> double(1)\n2"),
        "q_3.py": ok("same", ">>> double(1)\n2", more="'hidden': True, "),
        "more/test_x.py": "import work\ndef test_it():\n    assert work.rate == 3\n",
        "other/test_x.py": "import work\ndef test_it():\n    assert work.double(1) == 2\n",
    }
    found = earned(graded(described(tmp_path / "a", files), "rate = 3"))
    assert found == {
        "q_1/test-1": 1,
        "q_2/test-1": 0,
        "same/private-test-1": 0,
        "more-test_x/test_it": 1,
        "other-test_x/test_it": 0,
    }


def test_a_notebooks_own_checks_are_places_and_do_nothing(tmp_path: Path) -> None:
    """OK's and Gofer's cells in a notebook say where a test stands, and cost nobody anything."""
    root = described(
        tmp_path / "a", {"q1.py": ok("q1", ">>> rate\n3"), "q2.py": ok("q2", ">>> rate\n4")}
    )
    report = graded(
        root,
        "from client.api.notebook import Notebook\nok = Notebook('a.ok')\n_ = ok.auth(inline=True)",
        "rate = 3",
        'ok.grade("q1");',
        "from gofer.ok import check",
        "rate = 4\ncheck('tests/q2.py')",
        "import os\n_ = [ok.grade(name) for name in ('q1', 'q2')]",
        "rate = 5",
    )
    assert ((), 2) == (report.cells, report.total.sum)


GRADESCOPE = """
import unittest
from gradescope_utils.autograder_utils.decorators import (
    weight, number, visibility, leaderboard, partial_credit, tags)
from gradescope_utils.autograder_utils.files import check_submitted_files
from work import double

class TestDouble(unittest.TestCase):
    @weight(2)
    @number("1.1")
    @tags("easy")
    def test_one(self):
        self.assertEqual(double(1), 2)
        self.assertEqual(check_submitted_files(["work.py"]), [])
    @weight(3)
    @visibility("{visibility}")
    def test_two(self): self.assertEqual(double(2), 4)
    @leaderboard("speed")
    def test_speed(self, set_leaderboard_value=None): set_leaderboard_value(double(1))
    @partial_credit(4)
    def test_parts(self, set_score=None): set_score(double(2))
"""


def test_gradescopes_marks_say_points_and_what_students_may_see(tmp_path: Path) -> None:
    """``weight`` is what a test is worth, and a file in which one is hidden is not given away."""
    for visibility, hidden in (("after_published", 1), ("visible", 0)):
        root = described(
            tmp_path / visibility, {"test_d.py": GRADESCOPE.format(visibility=visibility)}
        )
        suite = loading.load_assignment(root)
        assert [2, 3, 0, 4] == [test.points for test in suite.tests]
        assert hidden == sum(test.private for test in suite.tests)
        assert hidden == ("tests/test_d.py" not in file_sets.public(root))
        for answer, points in {
            ANSWER: 9,
            "def double(n): return 2": 2 + 2,
            "def double(n): return n": 0 + 2,
            "def double(n): return -n": 0,
            "def double(n): return 9 * n": 4,
            "def double(n): return [4]": 0,
            "def double(n): return float('nan')": 0,
            "class double(float): pass": 0,
        }.items():
            assert points == graded(root, answer).total.sum, answer


OTTER = """
from otter.test_files import test_case
import math
OK_FORMAT = False
name = "q1"
points = 4

def near(one, other): return math.isclose(one, other)

@test_case(points=1, hidden=True)
def test_double(double): assert near(double(2), 4)

@test_case(name="rate", success_message="Yes")
def test_rate(rate, env):
    assert rate == env["rate"] == 3
"""


def test_otters_test_files_are_functions_that_are_given_names(tmp_path: Path) -> None:
    """A function under ``@test_case`` gets what its parameters name; its mark says the rest."""
    root = described(tmp_path / "a", {"q1.py": OTTER})
    assert {"q1/private-test_double": 1, "q1/rate": 3} == earned(graded(root, ANSWER))
    assert {"q1/private-test_double": 0, "q1/rate": 3} == earned(graded(root, "rate = 3"))


def test_a_program_is_imported_and_not_started(tmp_path: Path) -> None:
    """What a script does only when it is started is not done for tests that import it."""
    files = {"test_d.py": "from work import double\ndef test_it():\n    assert double(2) == 4\n"}
    root = described(tmp_path / "a", files)
    script = tmp_path / "work.py"
    from grader.grading.grader import Options
    from grader.workers.pool import Pool

    script.write_text(f"{ANSWER}\nif __name__ == '__main__':\n    double = input('n: ')\n")
    with Pool(loading.load_assignment(root), Options()) as pool:
        report = pool.grade(script)
    assert ((), 1) == (report.cells, report.total.sum)


def test_a_folder_of_tests_comes_with_its_solution_and_data(tmp_path: Path) -> None:
    """A notebook is a solution, too, cell by cell; files that tests read come along, it does not."""
    there = written(
        tmp_path / "there",
        {"tests/q1.py": ok("q1", ">>> float(open('data/right.txt').read()) == rate\nTrue"),
         "data/right.txt": "3", "other.txt": "4", "work.py": "secret = 1"},
    )  # fmt: skip
    solution = notebook(
        there / "lab.ipynb",
        code("%matplotlib inline\nrate = 3"), code("ok.grade('q1')"), code("rate = 5"),
    )  # fmt: skip
    root = tmp_path / "course"
    suite = new_assignment.make(root, there / "tests", solution)
    assert ["data", "data/right.txt"] == sorted(
        path.relative_to(root / "files").as_posix() for path in (root / "files").rglob("*")
    )
    assert (["rate"], 1) == (sorted(suite.remote), graded(root, "rate = 3").total.sum)


OF_OKPY = """
test = {'name': 'q1', 'points': 2, 'suites': [
 {'type': 'doctest', 'setup': '>>> from lab3 import *\\n>>> import tests.counting as counting\\n>>> n = 4',
  'cases': [{'code': '>>> double = counting.one\\n>>> double\\n1'},
            {'code': '>>> double(n)\\n8', 'hidden': False, 'locked': False},
            {'code': '>>> double(n)\\n2b0d5e', 'locked': True}]},
 {'type': 'scheme', 'cases': [{'code': 'scm> (double 2)\\n4'}]},
 {'type': 'concept', 'cases': [{'question': 'Why?', 'answer': 'So.', 'choices': []}]}]}
"""


def test_a_suite_of_oks_is_set_up_and_other_languages_test_nothing(tmp_path: Path) -> None:
    """Each case has what its suite sets up, binds names of its own, and is Python."""
    files = {"tests/q1.py": OF_OKPY, "tests/counting.py": "one = 1\n", "lab3.py": ANSWER}
    lab = written(tmp_path / "lab3", files)
    suite = new_assignment.make(tmp_path / "a", lab / "tests", lab / "lab3.py")
    assert ("lab3", 2) == (suite.imports[0], len(suite.tests))
    assert 2 == graded(tmp_path / "a", ANSWER).total.sum
    assert 1 == graded(tmp_path / "a", "def double(n): return n").total.sum


OF_TMC = """
import unittest
from tmc import points
from tmc.utils import load, get_stdout

main = load("src.greeting", "main")

@points("p1.1")
class Greeting(unittest.TestCase):
    def test_it(self):
        main()
        self.assertEqual("Hello", get_stdout())
"""


def test_a_folder_beside_the_tests_is_their_own(tmp_path: Path) -> None:
    """A package that lies beside the folder of tests comes along; the submission has its own name."""
    files = {
        "test/test_greeting.py": OF_TMC,
        "test/__init__.py": "",
        "src/greeting.py": "def main(): print('Hello')\n",
        "tmc/__init__.py": "def points(*_): return lambda test: test\n",
        "tmc/utils.py": "import importlib, sys\n"
        "def load(module, name): return getattr(importlib.import_module(module), name)\n"
        "def get_stdout(): return sys.stdout.getvalue().strip()\n",
    }
    course = written(tmp_path / "e01", files)
    suite = new_assignment.make(
        tmp_path / "a", course / "test" / "test_greeting.py", course / "src" / "greeting.py"
    )
    assert "src.greeting" == suite.imports[0]
    assert 1 == graded(tmp_path / "a", files["src/greeting.py"]).total.sum
    assert 0 == graded(tmp_path / "a", "def main(): print('Hullo')").total.sum


def answer_cell(text: str) -> dict[str, object]:
    """A cell of nbgrader's with an answer."""
    return code(f"### BEGIN SOLUTION\n{text}\n### END SOLUTION", solution=True, grade_id="a")


def graded_cell(text: str) -> dict[str, object]:
    """A cell of nbgrader's tests, worth a point."""
    return code(text, grade=True, solution=False, grade_id="t", points=1)


def test_a_module_beside_an_answer_keeps_one_state(tmp_path: Path) -> None:
    """What an answer has done to a module that it imports itself is what its tests see."""
    helper = "_seen = set()\ndef mark(n):\n    _seen.add(n)\ndef seen(n):\n    return n in _seen\n"
    answer = "from marking_of_mine import mark, seen\nmark(1)"
    asked = graded_cell("mark(2)\nassert seen(1) and seen(2) and not seen(3)")
    written(tmp_path / "course", {"marking_of_mine.py": helper})
    source = notebook(tmp_path / "course" / "ps.ipynb", answer_cell(answer), asked)
    new_assignment.make(tmp_path / "ps", source, None)
    assert 1 == graded(tmp_path / "ps", answer).total.sum
    assert 0 == graded(tmp_path / "ps", answer.replace("(1)", "(3)")).total.sum


@pytest.mark.parametrize("line", ["### AUTOTEST f(1)", "  # HASHED AUTOTEST f(1); f(2)"])
def test_lines_that_nbgrader_makes_tests_of_are_refused_with_the_way(
    line: str, tmp_path: Path
) -> None:
    """Comments test nothing, and everybody would have their points: the sentence says what to do."""
    source = notebook(tmp_path / "ps1" / "p.ipynb", answer_cell("f = abs"), graded_cell(line))
    with pytest.raises(GraderError, match="NAME --source_with_tests"):
        new_assignment.make(tmp_path / "made", source, None)


def test_a_library_that_only_an_answer_imports_has_to_be_imported(tmp_path: Path) -> None:
    """The test's library is the grader's own, and its name is still the submission's answer."""
    asked = graded_cell("assert m.sqrt(4) == 2 and s.mean([1, 3]) == 2")
    cells = code("import statistics as s"), answer_cell("import math as m"), asked
    new_assignment.make(tmp_path / "ps", notebook(tmp_path / "ps.ipynb", *cells), None)
    assert 1 == graded(tmp_path / "ps", "import math as m").total.sum
    assert 0 == graded(tmp_path / "ps", "import math").total.sum
    report = graded(tmp_path / "ps", "class m: sqrt = lambda n: n")  # m is there, and not asked
    assert 1 == report.total.sum


TYPES = """
>>> type(Pair()) == Pair, type(Pair()) == int, type(Pair()) is type(3), type(Pair) == Pair
(True, False, False, False)
>>> type(3) == int, isinstance(3, type), type("A", (), {}).__name__
(True, False, 'A')
>>> type(pair) == Pair
True
"""
BOUND = """
>>> def area(self, n):
...     return n + 1
>>> old = Pair.area
>>> Pair.area = area
>>> Pair().area(2)
3
>>> Pair.area = old
>>> Pair().area(2)
4
"""
PAIR = "class Pair:\n    def area(self, n): return 2 * n\npair = Pair()\n"


def test_a_test_asks_for_types_and_gives_classes_methods(tmp_path: Path) -> None:
    """``type`` of a submission's object is its class, and a function of the test's is a method."""
    root = described(tmp_path / "a", {"q1.py": ok("q1", TYPES), "q2.py": ok("q2", BOUND)})
    (root / "solution.py").write_text(PAIR)
    assert {"q1/test-1": 1, "q2/test-1": 1} == earned(graded(root, PAIR))
    agrees = "class Yes(type):\n    def __eq__(self, other): return True\n    __hash__ = None\n"
    lies = (
        "class Pair(metaclass=Yes):\n    __class__ = int\n    def area(self, n): return 4\npair = 3"
    )
    assert 0 == graded(root, agrees + lies).total.sum


def test_a_star_leaves_a_librarys_classes_with_the_submission(tmp_path: Path) -> None:
    """What `from library import *` brings is the grader's own if it is a function, as by name."""
    root = described(tmp_path / "a", {"q1.py": ok("q1", ">>> type(made) == Fraction_\nTrue")})
    (tmp_path / "a" / "files").mkdir()
    (tmp_path / "a" / "files" / "shapes.py").write_text("class Fraction_: pass\n")
    with (root / "assignment.toml").open("a") as file:
        file.write('support = "files"\n')
    answer = "from shapes import *\nmade = Fraction_()"
    (root / "solution.py").write_text(answer)
    assert 1 == graded(root, answer).total.sum


STARTS = """
import inspect
def main(function):
    if inspect.stack()[1][0].f_locals["__name__"] == "__main__":
        function()
    return function
"""


def test_a_programs_own_way_to_start_is_not_taken(tmp_path: Path) -> None:
    """A script that tests import is no main program, however it finds that out."""
    files = {
        "q1.py": ok("q1", ">>> from work import *\n>>> rate, __import__('sys').argv and 1\n(3, 1)")
    }
    root = described(tmp_path / "a", files, 'support = "files"')
    written(root / "files", {"starts.py": STARTS})
    script = tmp_path / "work.py"
    script.write_text(
        "import dataclasses\nfrom starts import main\nrate = 3\n@main\ndef run():\n    print('started', 1 / 0)\n"
        "@dataclasses.dataclass\nclass Pair:\n    one: 'int'\nif __name__ != 'work': rate = 4\n"
    )
    with Pool(loading.load_assignment(root), Options()) as pool:
        report = pool.grade(script)
    assert (1, ()) == (report.total.sum, report.cells)
