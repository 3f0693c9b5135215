"""``grader new``: an assignment that grades, builds and verifies at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from test_own_tests import code, notebook, of_files, of_nbgrader, of_otter, raw

from grader.assignment import described, file_sets, loading
from grader.commandline.main import main
from grader.grading.grader import Options
from grader.test_sources.students import notebook_of
from grader.workers.pool import Pool

MARKED = """def double(n):
    ### BEGIN SOLUTION
    return 2 * n
    ### END SOLUTION
"""


def called(*arguments: object) -> Result:
    """What a command says."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def total(root: Path, name: str) -> float:
    """The points of a file of an assignment."""
    with Pool(loading.load_assignment(root), Options()) as pool:
        return pool.grade(root / name).total.sum


def sources(found: dict[str, Any]) -> list[str]:
    """The sources of a notebook's cells."""
    return [cell["source"] for cell in found["cells"]]


def test_a_new_assignment_grades_builds_and_verifies_at_once(tmp_path: Path) -> None:
    """Its reference has all points, its blank notebook none, and its tests are proven."""
    root = tmp_path / "week_one"
    made = called("new", root)
    assert (0, True) == (made.exit_code, "week one" in made.output)
    assert (3, 0) == (total(root, "solved.ipynb"), total(root, "student.ipynb"))
    assert 0 == called("build", "--check", "--assignment", root).exit_code
    proof = called("verify", "--assignment", root)
    assert (0, True) == (proof.exit_code, "is proven" in proof.output), proof.output


def test_students_get_neither_solution_nor_hidden_test(tmp_path: Path) -> None:
    """What is built for students has the text of no solution region and no hidden test."""
    called("new", tmp_path / "a")
    text = (tmp_path / "a" / "student.ipynb").read_text()
    assert [False] * 4 == [
        words in text for words in ("SOLUTION", "HIDDEN", "spread > 0", "1.41421356")
    ]
    assert "HIDDEN" not in (tmp_path / "a" / "solved.ipynb").read_text()


def test_a_change_of_the_source_is_built(tmp_path: Path) -> None:
    """A built notebook that is older than its source is told, and made anew."""
    called("new", tmp_path / "a")
    source = tmp_path / "a" / "notebook.ipynb"
    source.write_text(source.read_text().replace("A first assignment", "Another"))
    assert 1 == called("build", "--check", "--assignment", tmp_path / "a").exit_code
    called("build", "--assignment", tmp_path / "a")
    assert "Another" in (tmp_path / "a" / "student.ipynb").read_text()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder that is there already stays as it is, even an empty one."""
    (tmp_path / "a").mkdir()
    made = called("new", tmp_path / "a")
    assert (2, True) == (made.exit_code, "is there already" in made.output)
    assert [] == list((tmp_path / "a").iterdir())


@pytest.mark.parametrize(
    ("make", "source", "points"),
    [(of_nbgrader, "source/ps1.ipynb", 2), (of_otter, "master.ipynb", 2)],
)
def test_a_notebook_is_taken_over_as_it_is(
    make: Any, source: str, points: float, tmp_path: Path
) -> None:
    """What an instructor has is copied byte by byte, and its own solution has all points."""
    there = make(tmp_path / "there") / source
    root = tmp_path / "taken"
    assert 0 == called("new", root, "--from", there).exit_code
    assert there.read_bytes() == (root / there.name).read_bytes()
    assert points == total(root, "solved.ipynb")


def test_a_folder_of_tests_is_taken_over(tmp_path: Path) -> None:
    """The module that tests import and that is nowhere is the submission; a stub of it stays out."""
    there = of_files(tmp_path / "there")
    (there / "tests" / "work.py").write_text("def double(n): pass\n")
    root = tmp_path / "taken"
    made = called("new", root, "--from", there / "tests", "--solution", there / "solution.py")
    assert 0 == made.exit_code, made.output
    assert ("work",) == loading.load_assignment(root).imports[:1]
    assert not (root / "tests" / "work.py").exists()
    whole = sum(test.points for test in loading.load_assignment(root).tests)
    assert whole == total(root, "solution.py")


def test_a_solution_that_is_no_python_is_a_sentence(tmp_path: Path) -> None:
    """A broken script is told with its line; a notebook's broken cell becomes a comment."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_it.py").write_text(
        "import hw\ndef test_it():\n    assert hw.x == 1\n"
    )
    (tmp_path / "hw.py").write_text("x = 1\ny = (\n")
    notebook(tmp_path / "hw.ipynb", code("x = 1"), code("for ... in ...:"))
    made = [
        called("new", tmp_path / kind, "--from", tmp_path / "tests", "--solution", tmp_path / file)
        for kind, file in (("a", "hw.py"), ("b", "hw.ipynb"))
    ]
    assert (2, True) == (made[0].exit_code, "hw.py is no Python" in made[0].output), made[0].output
    assert 0 == made[1].exit_code, made[1].output
    assert "# for ... in ...:" in (tmp_path / "b" / "solution.py").read_text()


def test_files_that_a_notebook_names_come_along(tmp_path: Path) -> None:
    """Data, modules and folders beside a notebook are copied if it speaks of them, others not."""
    cells = [code("import near\nopen('here.csv'); open('data/a.txt')"), code(MARKED, grade_id="d", solution=True),
             code("assert double(2) == 4", grade_id="t", grade=True, points=1)]  # fmt: skip
    there = notebook(tmp_path / "there" / "n.ipynb", *cells)
    (there.parent / "data").mkdir()
    for name in ("here.csv", "near.py", "data/a.txt", "secret.csv"):
        (there.parent / name).write_text("1")
    called("new", tmp_path / "a", "--from", there)
    found = sorted(path.name for path in (tmp_path / "a" / "files").rglob("*") if path.is_file())
    assert ["a.txt", "here.csv", "near.py"] == found


def test_tests_are_no_files_of_the_students(tmp_path: Path) -> None:
    """A folder of tests that a test names is not copied beside the notebook, nor is a solution's."""
    there = of_files(tmp_path / "there")
    test = there / "tests" / "test_more.py"
    test.write_text(
        "from work import double\ndef test_it():\n    wanted = './tests/wanted/1.txt'\n"
        "    assert double(2) == int(open(wanted).read()), './solved/'\n"
    )
    (there / "tests" / "wanted").mkdir()
    (there / "tests" / "wanted" / "1.txt").write_text("4")
    (there / "solved").mkdir()
    solution = (there / "solution.py").rename(there / "solved" / "work.py")
    for name, source in (("folder", there / "tests"), ("file", test)):
        made = called("new", tmp_path / name, "--from", source, "--solution", solution)
        assert 0 == made.exit_code, made.output
        assert [] == list((tmp_path / name).rglob("files/*")), name


def test_libraries_that_are_imported_are_required(tmp_path: Path) -> None:
    """They are named as pip knows them; not Python's own, the grader's, or modules beside."""
    cells = [code("import os, near, numpy as np\nimport yaml\nfrom sklearn.tree import *\n%matplotlib inline"),
             code(MARKED, grade_id="d", solution=True),
             code("import never_heard.of\nassert double(2) == 4", grade_id="t", grade=True, points=1)]  # fmt: skip
    there = notebook(tmp_path / "there" / "n.ipynb", *cells)
    (there.parent / "near.py").write_text("import bs4\n")
    called("new", tmp_path / "a", "--from", there)
    named = described.description_of(tmp_path / "a").requirements
    assert ("beautifulsoup4", "never_heard", "PyYAML", "scikit-learn") == named


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("nothing", "there is no"),
        ("notebooks", "name one of them"),
        ("plain.ipynb", "holds no tests"),
        ("plain.py", "leads to no test"),
    ],
)
def test_what_cannot_be_taken_over_is_a_sentence(source: str, says: str, tmp_path: Path) -> None:
    """A source without tests is told, and no half an assignment is left."""
    notebook(tmp_path / "notebooks" / "a.ipynb", code("1"))
    notebook(tmp_path / "plain.ipynb", code("1"))
    (tmp_path / "plain.py").write_text("x = 1\n")
    made = called("new", tmp_path / "new", "--from", tmp_path / source)
    assert (2, True) == (made.exit_code, says in made.output), made.output
    assert not (tmp_path / "new").exists()


def test_otters_marked_lines_become_blanks(tmp_path: Path) -> None:
    """A marked value, line and block are blank, what is not marked stays, tests become a check."""
    path = notebook(
        tmp_path / "m.ipynb",
        raw("# BEGIN QUESTION\nname: q1"),
        raw("# BEGIN SOLUTION"),
        code("x = 3 # SOLUTION\nprint(x) # SOLUTION\ny = 4\nhidden = 1 # SOLUTION NO PROMPT\n"
             "def f():\n    # BEGIN SOLUTION\n    return 1\n    # END SOLUTION\n"
             "def g():\n    # BEGIN SOLUTION NO PROMPT\n    return 1\n    # END SOLUTION\n"
             '    """ # BEGIN PROMPT\n    return 2\n    """ # END PROMPT'),
        raw("# END SOLUTION"), raw("# BEGIN TESTS"), code("x == 3"), raw("# END TESTS"), raw("# END QUESTION"),
    )  # fmt: skip
    _, blank, check = sources(notebook_of(path, solved=False))
    assert 'grader.check("q1")' == check
    assert "x = ...\n...\ny = 4\ndef f():\n    ...\ndef g():\n    return 2" == blank.rstrip()
    assert "x = 3 # SOLUTION" in sources(notebook_of(path, solved=True))[1]


def test_a_gradebook_in_the_assignments_folder_changes_no_digest(tmp_path: Path) -> None:
    """Files that no test reads are no reason to grade a class again; data beside tests is one."""
    root = of_files(tmp_path / "course")
    before = loading.load_assignment(root).digest
    (root / "class.gradebook").write_text("x")
    (root / "handed_in").mkdir()
    (root / "handed_in" / "a.ipynb").write_text("x")
    assert before == loading.load_assignment(root).digest
    (root / "tests" / "numbers.csv").write_text("1")
    assert before != loading.load_assignment(root).digest


class TestVerify:
    """``grader verify`` of an assignment that has no catalogue."""

    def proof(self, root: Path) -> tuple[int, str]:
        """The exit code and what is said, on one line."""
        said = called("verify", "--assignment", root)
        return said.exit_code, " ".join(said.output.split())

    def of(self, root: Path, test: str, solution: str = MARKED) -> Path:
        """An assignment with this test."""
        notebook(root / "n.ipynb", code(solution, grade_id="d", solution=True),
                 code(test, grade_id="t", grade=True, points=1))  # fmt: skip
        (root / "assignment.toml").write_text('title = "One"\nnotebook = "n.ipynb"\n')
        return root

    def test_a_test_that_asks_the_answers_own_opinion_is_named(self, tmp_path: Path) -> None:
        """What the object that agrees passes is named with its place."""
        code_, said = self.proof(self.of(tmp_path, "assert double(2)"))
        assert 1 == code_
        assert "n.ipynb, cell 2: d, t: passed by an object that equals" in said

    def test_a_test_that_a_constant_passes_is_named(self, tmp_path: Path) -> None:
        """What a constant answer passes is named with the constant."""
        code_, said = self.proof(self.of(tmp_path, "assert double(0) == 0"))
        assert (1, True) == (code_, "n.ipynb, cell 2: d, t: passed if every answer is 0" in said)

    def test_a_test_that_asks_nothing_is_named(self, tmp_path: Path) -> None:
        """What the blank notebook passes is named, once."""
        code_, said = self.proof(self.of(tmp_path, "assert 1 == 1"))
        assert (1, 1) == (code_, said.count("n.ipynb, cell 2"))

    def test_a_reference_that_fails_is_named(self, tmp_path: Path) -> None:
        """A test that the reference does not pass is named."""
        code_, said = self.proof(self.of(tmp_path, "assert double(2) == 5"))
        assert (1, True) == (code_, "! the reference passes every test 0 1" in said)

    def test_without_a_reference_nothing_is_proven(self, tmp_path: Path) -> None:
        """Where no solution is named, that is said."""
        root = of_files(tmp_path)
        text = (root / "assignment.toml").read_text()
        (root / "assignment.toml").write_text(text.replace('solution = "solution.py"\n', ""))
        code_, said = self.proof(root)
        assert (1, True) == (code_, "There is no reference" in said)
        assert "tests/hidden/test_hidden.py, line 3" in said

    def test_the_exercises_of_a_catalogue_are_no_argument_here(self, tmp_path: Path) -> None:
        """A name means an entry of a catalogue, which there is none of."""
        root = self.of(tmp_path, "assert double(2) == 4")
        assert 2 == called("verify", "double", "--assignment", root).exit_code


def test_a_cell_that_nobody_has_named_has_the_title_that_people_read(tmp_path: Path) -> None:
    """It is the function that it defines, or the heading above; students' packages have it, too."""
    named = {f"cell-{digit * 16}": digit for digit in "abcd"}
    made = list(named)
    cells = [
        {"cell_type": "markdown", "source": "# *Part* [one](http://x)\ntext", "metadata": {}},
        code("x = 1", grade_id=made[0], solution=True),
        code("assert x == 1", grade_id="t1", grade=True, points=1),
        code("y = 2", grade_id=made[1], solution=True),
        code("assert y == 2", grade_id="t2", grade=True, points=1),
        code("def third(): pass", grade_id=made[2], solution=True),
        code("third()", grade_id="t3", grade=True, points=1),
        code("z = 1", grade_id="own_name", solution=True),
        code("assert z", grade_id="t4", grade=True, points=1),
    ]
    there = notebook(tmp_path / "there" / "n.ipynb", *cells)
    called("new", tmp_path / "a", "--from", there)
    suite = loading.load_assignment(tmp_path / "a")
    titles = ["Part one", "Part one (2)", "third", "own_name"]
    assert titles == [exercise.title for exercise in suite.exercises]
    assert [*made[:3], "own_name"] == [exercise.name for exercise in suite.exercises]
    files = file_sets.public(tmp_path / "a")
    assert b'"Part one (2)"' in files["tests/tests.json"]
