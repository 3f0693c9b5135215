"""The student's package: what is in it, that a secret stops it, and that it can be used."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from assignment_copy import copied
from click.testing import CliRunner, Result

from grader.assignment import loading
from grader.authoring import building as authoring
from grader.bundles import first_steps
from grader.bundles.requirements import requirements
from grader.bundles.writing import archive, write_files
from grader.commandline.main import main
from grader.package import package_files, package_for
from grader.release import student_package, student_readme

ROOT = Path(__file__).resolve().parents[1]
SECRET = ROOT / "solutions"
TITLE = "Neural Networks: handwritten digits"

if not (SECRET / "__init__.py").is_file():
    pytest.skip("the solutions are the instructor's", allow_module_level=True)

VARIANT = "a_out[j] = g(np.dot(W[:, j], a_in) + b[j])"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The package of this assignment."""
    return student_package.release_files(ROOT, TITLE)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the assignment that may be spoiled."""
    return copied(tmp_path / "copy")


def test_the_package_has_what_a_student_needs(files: dict[str, bytes]) -> None:
    """Notebooks, helpers, data, public cases, the grader and how to install it; nothing else."""
    for name in ("README.md", "LICENSE", "setup.cfg", "setup.py", "pyproject.toml", "grader/commandline/main.py",
                 "public_tests/hints.json", "assignment/autils.py", "assignment/data/X.npy",
                 "assignment/C2_W1_Assignment.ipynb"):  # fmt: skip
        assert name in files
    tops = {name.partition("/")[0] for name in files if "/" in name}
    assert {"assignment", "grader", "public_tests"} == tops
    assert not [name for name in files if "__pycache__" in name or "/." in name]


def test_the_readme_says_what_to_do(files: dict[str, bytes]) -> None:
    """A student reads how to install, what to open first, how to check and what to hand in."""
    text = files["README.md"].decode()
    assert text.startswith(f"# {TITLE}\n")
    assert all(len(line) <= 100 for line in text.split("\n") if not line.startswith("|"))
    assert "A first assignment" not in text, "a template of the grader's is no notebook of theirs"
    for words in ('install --editable ".[lab]"', "Python 3.11 to 3.13", "hint(",
                  ".venv/bin/jupyter lab assignment/C2_W1_Assignment.ipynb",
                  ".venv/bin/python -m grader assignment/C2_W1_Assignment.ipynb",
                  "Ask where your course answers questions"):  # fmt: skip
        assert words in text
    asked = student_package.release_files(ROOT, TITLE, "https://example.org/forum")[
        "README.md"
    ].decode()
    assert "Ask at <https://example.org/forum>." in asked


def test_the_readme_takes_hints_from_where_they_are(files: dict[str, bytes]) -> None:
    """An assignment without ``hint`` among its public names has the grader's own."""
    assert "from public_tests import hint" in files["README.md"].decode()
    other = student_readme.text("T", {**files, "public_tests/__init__.py": b"ASSIGNMENT = {}"}, "")
    assert "from grader.checks import hint" in other


def test_the_first_steps_are_the_same_wherever_a_student_reads_them(
    files: dict[str, bytes],
) -> None:
    """The package's README, the one that JupyterLab shows and the page of the first quarter agree."""
    start = first_steps.in_package("C2_W1_Assignment.ipynb")
    for name in ("README.md", "assignment/README.md"):
        text = files[name].decode()
        assert 1 == text.count(start.steps)
        assert 1 == text.count(start.grade)
        others = text.replace(start.steps, "").replace(start.grade, "")
        assert not re.search(r"pip install|-m venv|jupyter lab|-m grader", others)
    page = (ROOT / "docs" / "first_steps.md").read_text(encoding="utf-8")
    assert start.steps.split("```")[1] in page
    assert sorted([*requirements("student"), "jupyterlab >= 4"]) == requirements("lab")


@pytest.mark.parametrize(
    ("version", "is_refused"),
    [((3, 10), True), ((3, 11), False), ((3, 13), False), ((3, 14), True)],
)
def test_a_python_that_cannot_be_used_costs_a_line(
    version: tuple[int, int], is_refused: bool
) -> None:
    """The build refuses it before pip fetches a library, by the versions that setup.cfg has."""
    low, high = re.findall(r"3\.\d+", (ROOT / "setup.cfg").read_text().split("python_requires")[1])[
        :2
    ]
    code = (ROOT / "setup.py").read_text().replace("sys.version_info[:2]", repr(version))
    done = subprocess.run([sys.executable, "-c", code.replace("setup()", "pass")], check=False,
                          capture_output=True, text=True)  # fmt: skip
    assert is_refused is not (
        tuple(map(int, low.split("."))) <= version < tuple(map(int, high.split(".")))
    )
    assert is_refused is ("This needs Python 3.11, 3.12 or 3.13" in done.stderr)


def test_a_cloned_repository_has_first_steps_of_its_own() -> None:
    """There the kit lies in .grader/, and what its README says to type is there."""
    readme = package_files(package_for("github"), ROOT, TITLE, {})["README.md"].decode()
    start = first_steps.in_repository("C2_W1_Assignment.ipynb")
    assert start.steps in readme
    assert start.grade in readme
    assert "[lab]" not in readme


def test_an_assignment_without_self_checks_can_be_installed(copy: Path) -> None:
    """The settings name the packages alone that are in the package."""
    shutil.rmtree(copy / "public_tests" / "practice")
    settings = student_package.release_files(copy, TITLE)["setup.cfg"].decode()
    assert ("    public_tests\n" in settings, "practice" in settings) == (True, False)


def test_the_archive_is_the_same_from_another_place(copy: Path, files: dict[str, bytes]) -> None:
    """The same files give the same bytes, whenever and wherever they are packed."""
    for path in copy.rglob("*"):
        os.utime(path, (1e9, 1e9))
    again = student_package.release_files(copy, TITLE)
    assert list(files) == list(again)
    assert archive(files, inside="x") == archive(dict(reversed(again.items())), inside="x")


def test_the_archive_unpacks_into_one_folder(tmp_path: Path, files: dict[str, bytes]) -> None:
    """The archive holds the files of the folder, in a folder of its name."""
    (tmp_path / "a.zip").write_bytes(archive(files, inside="week"))
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        packed.extractall(tmp_path)
    write_files(files, tmp_path / "folder")
    for made in (tmp_path / "week", tmp_path / "folder"):
        assert files == {
            path.relative_to(made).as_posix(): path.read_bytes()
            for path in made.rglob("*") if path.is_file()
        }  # fmt: skip


def release(*arguments: object) -> Result:
    """``grader release``."""
    return CliRunner().invoke(main, ["release", *map(str, arguments)])


def test_a_release_is_reported(copy: Path, tmp_path: Path) -> None:
    """The report fits 80 columns and names the folder, the archive and its digest; exit 0."""
    result = release(tmp_path / "out", "--no-run", "--assignment", copy)
    assert 0 == result.exit_code, result.output
    assert max(map(len, result.stdout.splitlines()[:4])) <= 80
    for words in ("files ", "secrets ", "not run", "sha-256 ", "neural-networks.zip"):
        assert words in result.stdout
    assert {"neural-networks", "neural-networks.zip"} == {
        path.name for path in (tmp_path / "out").iterdir()
    }


def test_a_secret_stops_the_release(copy: Path, tmp_path: Path) -> None:
    """With a secret in it nothing is written; file and line are named; exit 1."""
    with (copy / "assignment" / "autils.py").open("a") as file:
        file.write(f"\n# {VARIANT}\n")
    line = (copy / "assignment" / "autils.py").read_text().count("\n")
    result = release(tmp_path / "out", "--no-run", "--assignment", copy)
    assert 1 == result.exit_code, result.output
    text = " ".join(result.stdout.split())
    assert f"assignment/autils.py, line {line}: what stands in solutions/" in text
    assert "Not released" in text
    assert [] == list((tmp_path / "out").iterdir())


def spoiled(copy: Path, how: str) -> None:
    """Make a release impossible."""
    if how == "no solutions":
        shutil.rmtree(copy / "solutions")
    elif how == "stale":
        (copy / "assignment" / "C2_W1_Assignment.ipynb").unlink()
    elif how == "link":
        (copy / "assignment" / "link.py").symlink_to(copy / "solutions" / "reference.py")
    elif how == "not empty":
        (copy / "out").mkdir()
        (copy / "out" / "mine.txt").write_text("keep me")
    elif how == "a file":
        (copy / "out").write_text("keep me")


@pytest.mark.parametrize(
    ("how", "target", "says"),
    [
        ("no solutions", "out", "there is no solutions/"),
        ("stale", "out", "out of date: assignment/C2_W1_Assignment.ipynb; run grader build"),
        ("link", "out", "link.py is a link"),
        ("not empty", "out", "is not empty"),
        ("a file", "out", "cannot be written"),
        ("inside", "assignment/out", "lies in the assignment itself"),
        ("unwritable", "/proc/out", "cannot be written"),
    ],
)
def test_what_cannot_be_released_is_a_sentence(
    copy: Path, how: str, target: str, says: str
) -> None:
    """A usage error is one sentence and exit 2, and takes nothing away."""
    spoiled(copy, how)
    before = sorted(copy.rglob("*"))
    result = release(copy / target, "--no-run", "--assignment", copy)
    assert (2, True) == (result.exit_code, says in " ".join(result.output.split())), result.output
    assert "Traceback" not in result.output
    assert set(before) <= set(copy.rglob("*"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small assignment with a lesson to fill in and a reading."""
    root = tmp_path / "small"
    texts = {
        "public_tests/__init__.py": '"""Cases."""\n\nfrom grader.checks import check\n\n'
        'ASSIGNMENT = {"title": "Circles", "preload": ()}\n__all__ = ["check"]\n',
        "public_tests/area.py": '"""Areas."""\n\nfrom grader.protocol.probes import Call\n'
        "from grader.protocol.values import array\n"
        "from grader.suite import Case, Exercise, asking, returns\n\n"
        'EXERCISE = Exercise("area", "The area of a circle", order=1)\n'
        'CASES = (Case("area", "radius 2", 10, asking(Call("area", ("r",), (array(2.0),))), '
        'returns(12.0), "Square the radius."),)\n',
        "solutions/__init__.py": "",
        "solutions/key.txt": "Kx8+a/Qw2Zz91LmN4rTy\n",
        "solutions/private_tests/__init__.py": "",
        "solutions/lesson.py": "# %% [markdown]\n# # Circles\n\n# %%\nfrom public_tests import check\n\n"
        '# %% tags=["graded"]\ndef area(r):\n    # BEGIN SOLUTION\n    return 3 * r * r\n'
        "    # END SOLUTION\n\n# %%\ncheck(area)\n",
        "solutions/Readings/text.py": "# %% [markdown]\n# # About circles\n\n# %%\nprint(3)\n",
        "assignment/Readings/README.md": "Readings.\n",
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    authoring.write(root)
    return root


@pytest.fixture
def loaded() -> Iterator[None]:
    """The modules of the other assignment are forgotten afterwards."""
    yield
    loading.load_assignment(ROOT)


@pytest.mark.usefixtures("loaded")
def test_a_package_is_tried_before_it_is_released(small: Path, tmp_path: Path) -> None:
    """Notebooks are run blank and filled in, and graded with the package's own grader."""
    result = release(tmp_path / "out", "--assignment", small)
    text = " ".join(result.stdout.split())
    assert 0 == result.exit_code, result.output
    assert re.search(r"blank lesson: \d+ s, 1 of 3 cells wait", text)
    assert re.search(r"filled lesson: \d+ s graded lesson: 1 of 1 public cases", text)
    assert re.search(r"as it is Readings/text: \d+ s", text)
    assert (tmp_path / "out" / "circles.zip").is_file()


PRIVATE = 'Case("area", "radius 5", 3, asking(Call("area", ("r",), (array(5.0),))), returns(75.0), "Once more.")'
IMPORTS = """\
from grader.protocol.probes import Call
from grader.protocol.values import array
from grader.suite import Case, asking, returns
"""
ANSWER = "return sum(3 * r * r for r in numbers if r > 0)"


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("planted", "told"),
    [
        (f"x = 1\n# {ANSWER}\n", "line 2: what stands in solutions/lesson.py, line"),
        (f"CASE = {PRIVATE}\n", "line 1: what stands in solutions/private_tests/area.py, line 5"),
        ("\n\nKEY = 'Kx8+a/Qw2Zz91LmN4rTy'\n", "line 3: what stands in solutions/key.txt, line 1"),
        (", ".join(str(n * n) for n in range(3, 40)), "line 1: what stands in solutions/more.csv"),
    ],
    ids=["answer", "case", "key", "data"],
)
def test_another_assignment_is_searched_for_its_own_secrets(
    planted: str, told: str, small: Path, tmp_path: Path
) -> None:
    """Nothing of the search is about one assignment: a secret of any other is told as well."""
    lesson = small / "solutions" / "lesson.py"
    lesson.write_text(lesson.read_text().replace("return 3 * r * r", ANSWER))
    cases = small / "solutions" / "private_tests" / "area.py"
    cases.write_text(f"{IMPORTS}\nCASES = ({PRIVATE},)\n")
    (small / "solutions" / "more.csv").write_text("\n".join(str(n * n) for n in range(100)))
    authoring.write(small)
    arguments = ("--no-run", "--assignment", small)
    assert 0 == release(tmp_path / "clean", *arguments).exit_code
    (small / "assignment" / "helper.py").write_text(planted)
    result = release(tmp_path / "out", *arguments)
    assert 1 == result.exit_code, result.output
    assert f"! assignment/helper.py, {told}" in " ".join(result.output.split())


@pytest.mark.usefixtures("loaded")
def test_a_notebook_that_fails_stops_the_release(small: Path, tmp_path: Path) -> None:
    """An error in a notebook that students should be able to run is told with its cell; exit 1."""
    source = small / "solutions" / "Readings" / "text.py"
    source.write_text(source.read_text() + "\n# %%\nprint(1 / 0)\n")
    authoring.write(small)
    result = release(tmp_path / "out", "--assignment", small)
    assert 1 == result.exit_code, result.output
    assert "cell 3: ZeroDivisionError: division by zero" in result.stdout
    assert [] == list((tmp_path / "out").iterdir())


def test_a_package_can_be_installed(tmp_path: Path, files: dict[str, bytes]) -> None:
    """``pip install .`` in the package gives a grader, whole, that grades with the public cases."""
    home, target = tmp_path / "week", tmp_path / "installed"
    write_files(files, home)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--target", target, "."], cwd=home, check=True, timeout=300)
    wanted = {path for path in files if path.startswith(("grader/", "public_tests/"))}
    assert {path for path in wanted if path.endswith(".py")} == {
        path.relative_to(target).as_posix()
        for folder in ("grader", "public_tests")
        for path in (target / folder).rglob("*.py")
    }
    (home / "mine.py").write_text("def my_dense(a_in, W, b, g):\n    return g(a_in @ W + b)\n")
    environment = {**os.environ, "PYTHONPATH": str(target)}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "grader", "mine.py"],
        cwd=home, env=environment, capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    assert "A layer of your own: my_dense" in done.stdout
    assert "6 / 6" in done.stdout
