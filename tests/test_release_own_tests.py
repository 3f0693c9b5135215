"""What students and platforms get of an assignment of own tests: packages without an answer."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from test_marked_by_hand import of_otter as with_manual
from test_own_tests import HIDDEN, code, notebook, of_files, of_nbgrader, of_otter, raw

from grader.assignment import file_sets, loading, specimens
from grader.bundles import wheel
from grader.bundles.writing import write_files
from grader.commandline.main import main
from grader.grading.grader import Options
from grader.package import package_files, package_for
from grader.release import leaks, own_tests_package
from grader.test_sources.stubs import stub_of
from grader.workers.pool import Pool

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
KINDS = {"nbgrader": of_nbgrader, "otter": of_otter, "files": of_files}
# What only the instructor may have of each.
HIDDEN_PARTS = {
    "nbgrader": (b"double(50)", b"return 2 * n"),
    "otter": (b"double(3)",),
    "files": (b"test_zero", b"double(1)", b"return 2 * n"),
}


def called(*arguments: object) -> Result:
    """What a command says."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def unpacked(files: dict[str, bytes], folder: Path) -> Path:
    """A package in a folder."""
    write_files(files, folder)
    return folder


@pytest.fixture(scope="module", params=KINDS)
def course(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """An assignment of each kind, by its name."""
    return request.param, KINDS[request.param](tmp_path_factory.mktemp("course") / "a")


def test_students_get_no_answer_and_no_hidden_test(course: Any) -> None:
    """No file of the package has the text of a solution or of what is hidden."""
    kind, root = course
    files = file_sets.public(root)
    whole = b"\n".join(files.values())
    assert [] == [words for words in HIDDEN_PARTS[kind] if words in whole]
    assert not [
        test
        for test in loading.load_assignment(unpacked(files, root / "out")).tests
        if test.private
    ]


def test_the_package_grades_the_reference_with_its_public_tests(
    course: Any, tmp_path: Path
) -> None:
    """In the package all public tests pass for the reference, and none for what students are given."""
    _, root = course
    name, blank = specimens.handed_out(root)
    package = unpacked(file_sets.public(root), tmp_path / "package")
    (package / f"right{Path(name).suffix}").write_text(specimens.filled_in(root) or "")
    (package / f"blank{Path(name).suffix}").write_text(blank)
    with Pool(loading.load_assignment(package), Options()) as pool:
        right = pool.grade(package / f"right{Path(name).suffix}")
        given = pool.grade(package / f"blank{Path(name).suffix}")
    assert right.total.earned == right.total.points - right.total.unmarked > 0
    assert 0 == given.total.earned or course[0] == "otter"  # whose solution has no marked line
    is_a_part = right.total.points < sum(
        test.points for test in loading.load_assignment(root).tests
    )
    assert is_a_part is ("points can be checked here" in "".join(right.notes))


def test_a_leak_is_found(tmp_path: Path) -> None:
    """A solution or a hidden test in a file beside the notebook stops the release."""
    root = of_nbgrader(tmp_path / "a")
    (root / "files").mkdir()
    marked = "def double(n):\n    ### BEGIN SOLUTION\n    total = n\n    total = total + n\n    return total\n    ### END SOLUTION\n"
    notebook(root / "source" / "ps1.ipynb", code(marked, grade_id="d", solution=True),
             code(HIDDEN, grade_id="t", grade=True, points=1))  # fmt: skip
    text = 'title = "One"\nnotebook = "source/ps1.ipynb"\nsupport = "files"\n'
    (root / "assignment.toml").write_text(text)

    def found() -> list[str]:
        suite = loading.load_assignment(root)
        files = file_sets.public(root)
        return [
            finding.file
            for finding in leaks.search(
                files, own_tests_package.secrets_of_own_tests(root, suite), print
            )
        ]

    assert [] == found()
    (root / "files" / "help.py").write_text(
        "def twice(n):\n    total = n\n    total = total + n\n    return total\n"
    )
    assert ["assignment/help.py"] == found()


def test_what_the_instructors_prose_tells_is_no_leak(tmp_path: Path) -> None:
    """A later text of the notebook may give an answer away: it is the instructor's own to tell."""
    answer = "points = np.stack([np.linspace(0, 1, n), np.linspace(1, 2, n), np.zeros(n)])"
    root = tmp_path / "a"
    told = {
        "cell_type": "markdown",
        "metadata": {},
        "source": f"We could have said:\n\n    {answer}",
    }
    notebook(
        root / "ps1.ipynb",
        code("import numpy as np\nn = 3"),
        code(f"### BEGIN SOLUTION\n{answer}\n### END SOLUTION", grade_id="p", solution=True,
             grade=False),
        code("assert points.shape == (3, n)", grade_id="t", grade=True, solution=False, points=1),
        told,
    )  # fmt: skip
    (root / "assignment.toml").write_text('title = "A"\nnotebook = "ps1.ipynb"\n')
    suite = loading.load_assignment(root)
    secrets = own_tests_package.secrets_of_own_tests(root, suite)
    assert [] == list(secrets.found_in(told["source"]))
    assert [] != list(own_tests_package.passages.of_code(answer, frozenset(), is_answer=True))


def test_a_release_is_made_searched_tried_and_written(tmp_path: Path) -> None:
    """The whole command: the notebook runs blank and filled in the package, and is graded there."""
    called("new", tmp_path / "week")
    done = called("release", tmp_path / "out", "--assignment", tmp_path / "week")
    assert 0 == done.exit_code, done.output
    assert "graded      notebook: 3 of 3 public cases" in done.output
    assert (tmp_path / "out" / "week" / "assignment" / "notebook.ipynb").is_file()


def test_files_are_released_with_heads_alone_and_run_under_pytest(tmp_path: Path) -> None:
    """Students get the reference's heads and docstrings, and pytest finds their file."""
    files = own_tests_package.release_files_of_own_tests(EXAMPLES / "measurements", "Measurements")
    package = unpacked(files, tmp_path / "package")
    stub = package / "assignment" / "measurements.py"
    assert ("NotImplementedError" in stub.read_text(), True) == (
        True,
        "shape (m, d)" in stub.read_text(),
    )
    stub.write_text((EXAMPLES / "measurements" / "solution.py").read_text())
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert "6 passed" in done.stdout, done.stdout
    assert b"python -m pytest" in files["README.md"]


def test_heads_stay_and_bodies_go() -> None:
    """A docstring, a class with its methods and imports stay; values and helpers go."""
    source = (
        '"""About."""\nimport math\nK = 3\ndef f(n: int = 1) -> int:\n    """Says."""\n    return n * K\n'
        "def _g(): pass\nclass C(dict):\n    x = 1\n    def __init__(self, a): self.a = a\n    def _h(self): pass\n"
    )
    stub = stub_of(source)
    assert [True] * 5 == [
        words in stub
        for words in (
            "About.",
            "import math",
            "def f(n: int=1) -> int:",
            "Says.",
            "def __init__(self, a):",
        )
    ]
    assert [False] * 5 == [words in stub for words in ("K = 3", "return n", "_g", "x = 1", "_h")]


def test_the_wheel_has_the_grader_alone_and_asks_for_what_all_need() -> None:
    """No assignment is in it, so one environment serves several; TensorFlow is asked of nobody."""
    with zipfile.ZipFile(io.BytesIO(wheel.wheel())) as opened:
        names = opened.namelist()
        metadata = opened.read(next(name for name in names if name.endswith("METADATA"))).decode()
        record = opened.read(next(name for name in names if name.endswith("RECORD"))).decode()
    tops = {name.partition("/")[0] for name in names}
    assert {"grader", wheel.NAME.partition("-py3")[0] + ".dist-info"} == tops
    assert ("tensorflow" in metadata, True, True) == (
        False, "Requires-Dist: numpy" in metadata, "Requires-Dist: pytest" in metadata
    )  # fmt: skip
    assert len(names) == len(record.strip().split("\n"))


def test_an_assignment_names_what_its_students_install(tmp_path: Path) -> None:
    """Requirements stand in the description, and in what students and platforms install."""
    root = of_nbgrader(tmp_path / "a")
    with (root / "assignment.toml").open("a") as file:
        file.write('requirements = ["pandas >= 2"]\n')
    assert (
        b"pandas >= 2\n"
        in own_tests_package.release_files_of_own_tests(root, "One")["requirements.txt"]
    )
    kit = package_files(package_for("gradescope"), root, "One", {})["kit/requirements.txt"].decode()
    assert ("pandas >= 2\n" in kit, "tensorflow" in kit) == (True, False)


@pytest.mark.parametrize("where", ["gradescope", "github"])
def test_platforms_are_given_what_they_may_have(where: str, course: Any, tmp_path: Path) -> None:
    """Where students can get at the package it has the public part; else it grades with all."""
    kind, root = course
    chosen = package_for(where)
    files = package_files(chosen, root, "One", {})
    whole = b"\n".join(content for name, content in files.items() if "/grader/" not in name)
    assert chosen.private is any(words in whole for words in HIDDEN_PARTS[kind])
    write_files(files, tmp_path / "p")
    suite = loading.load_assignment(tmp_path / "p" / chosen.kit)
    assert chosen.private is suite.has_private or kind == "otter"
    assert suite.tests


def test_a_platforms_entry_grades_with_own_tests(tmp_path: Path) -> None:
    """The program that runs at Gradescope finds the submission and gives points."""
    root = of_nbgrader(tmp_path / "a")
    write_files(package_files(package_for("gradescope"), root, "One", {}), tmp_path / "p")
    (tmp_path / "p" / "submission").mkdir()
    (tmp_path / "p" / "submission" / "x.ipynb").write_text(specimens.filled_in(root) or "")
    command = [
        sys.executable,
        "-P",
        "-m",
        "grader.package.platform_run",
        "gradescope",
        str(tmp_path / "p"),
    ]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "p" / "kit"), "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    results = json.loads((tmp_path / "p" / "results" / "results.json").read_text())
    assert 2 == sum(test["score"] for test in results["tests"])


CHECKS = """
import json, sys
sys.path.insert(0, "{library}")
from pathlib import Path
{source}
from grader.checks import NotYetError, check, check_all
double = lambda n: 2 * n
check("q1")
double = lambda n: n
try:
    check("q1")
except NotYetError as error:
    print("NOT YET", error)
check_all()
"""


def test_a_check_in_the_notebook_runs_the_public_tests(tmp_path: Path) -> None:
    """``check`` finds the assignment around it, runs its tests on what is there, and says how."""
    package = unpacked(file_sets.public(of_otter(tmp_path / "a")), tmp_path / "package")
    library = Path(own_tests_package.__file__).parents[2]
    source = "def halves(n):\n    return [n / 2] * 2"
    done = subprocess.run(
        [sys.executable, "-c", CHECKS.format(library=library, source=source)],
        cwd=package / "assignment", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    assert "q1: 1 of 1 cases passed" in done.stdout
    assert "NOT YET 0 of 1 cases passed" in done.stdout
    assert "assert (double(2) == 4)" in done.stdout


def test_otters_checks_work_in_the_students_notebook(tmp_path: Path) -> None:
    """A master notebook's tests become ``grader.check`` cells, which a first cell makes work."""
    root = of_otter(tmp_path / "a")
    first, *_, check = [cell["source"] for cell in specimens.blank(root)["cells"]]
    assert ("from grader import checks as grader", 'grader.check("q1")') == (first, check)
    own = notebook(tmp_path / "b" / "n.ipynb", code("import otter\ngrader = otter.Notebook()"),
                   raw("# BEGIN QUESTION\nname: q1"), raw("# BEGIN TESTS"), code("1 == 1"),
                   raw("# END TESTS"), raw("# END QUESTION"))  # fmt: skip
    (own.parent / "assignment.toml").write_text('title = "O"\nnotebook = "n.ipynb"\n')
    assert "import otter" in specimens.blank(own.parent)["cells"][0]["source"]


def test_two_assignments_live_in_one_environment(tmp_path: Path) -> None:
    """Both are graded by the one grader, each from its own folder."""
    for name, make in (("one", of_nbgrader), ("two", of_otter)):
        unpacked(file_sets.public(make(tmp_path / "from" / name)), tmp_path / name)
        (tmp_path / name / "x.py").write_text("double = lambda n: 2 * n")
    said = [
        subprocess.run(
            [sys.executable, "-m", "grader", "x.py"], cwd=tmp_path / name,
            capture_output=True, text=True, check=False,
        ).stdout
        for name in ("one", "two")
    ]  # fmt: skip
    assert ["x.py: One", "x.py: Two"] == [text.partition("\n")[0] for text in said]


def test_answers_that_people_mark_go_along(tmp_path: Path) -> None:
    """A student's copy knows them, too: its total says that they wait."""
    package = unpacked(file_sets.public(with_manual(tmp_path / "a")), tmp_path / "package")
    assert ["manual"] == [
        test.kind for test in loading.load_assignment(package).tests if test.exercise == "q2"
    ]
