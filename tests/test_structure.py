"""The structure: which part may know which, and what is never handed out."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GRADER = ROOT / "grader"
FILES = sorted(GRADER.rglob("*.py"))


def part(path: Path) -> str:
    """The name of a file's module or package: ``grader.protocol``, ``grader.judging.judge``."""
    return ".".join(["grader", path.relative_to(GRADER).parts[0].removesuffix(".py")])


def imports(path: Path) -> set[str]:
    """The parts of the grader, and of the assignment, that a file imports anywhere."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {
        ".".join(name.split(".")[:2])
        for name in found
        if name.split(".")[0] in ("grader", "solutions", "public_tests", "tests")
    }


def imported_by(package: str) -> set[str]:
    """What the files of a part import, other than from itself."""
    return {name for path in FILES if part(path) == package for name in imports(path)} - {package}


# What each room may import of the others. A room is added here, with the reason why in README.md.
KNOWS = {
    "protocol": set(),
    "linux": set(),
    "answering": {"protocol"},
    "training": {"protocol"},
    "plain_keras": {"protocol", "training"},
    "child": {"protocol", "linux", "answering", "training", "plain_keras"},
    "sandbox": {"protocol", "child"},
    "report": {"protocol"},
    "suite": {"protocol", "report"},
    "submissions": {"protocol"},
    "assignment": {"protocol", "suite", "submissions", "test_sources"},
    "diagnosis": {"protocol", "answering", "submissions"},
    "judging": {"protocol", "report", "suite"},
    "feedback": {"protocol", "report", "suite", "submissions", "judging", "diagnosis"},
    # A test's side of its questions: it knows neither the child nor the suite.
    "remote": {"protocol"},
    "test_sources": {"suite", "submissions"},
    "grading": {
        "remote",
        "protocol",
        "linux",
        "report",
        "suite",
        "assignment",
        "submissions",
        "sandbox",
        "judging",
        "feedback",
    },
    # A worker is told by nobody but its starter: neither the command line nor the class.
    "workers": {
        "protocol",
        "linux",
        "child",
        "report",
        "suite",
        "assignment",
        "submissions",
        "sandbox",
        "grading",
        "likeness",
    },
    "intake": {"submissions", "gradebook"},
    "batch": {
        "intake",
        "protocol",
        "report",
        "suite",
        "assignment",
        "submissions",
        "sandbox",
        "grading",
        "workers",
        "gradebook",
        "likeness",
    },
    "gradebook": {"report"},
    # Code as hashes of its tokens: workers make them, a class is compared by them.
    "likeness": set(),
    "pages": {"report", "gradebook", "likeness"},
    "marking": {"report", "gradebook", "pages", "export"},
    "export": {"report", "pages"},
    "sheets": {"report", "gradebook", "export", "pages"},
    "authoring": {"assignment", "diagnosis", "submissions", "suite"},
    "bundles": {"assignment"},
    # What runs on a platform is a command: it grades and delivers.
    "package": {
        *("assignment", "bundles", "commandline", "grading", "intake", "report"),
        *("sandbox", "workers", "submissions", "suite", "protocol"),
    },
    "release": {"assignment", "authoring", "bundles", "diagnosis", "report", "suite"},
}


@pytest.mark.parametrize("room", KNOWS)
def test_a_room_knows_the_rooms_below_it_alone(room: str) -> None:
    """The child knows no judge, exporters know the report alone: imports run one way."""
    found = {name.removeprefix("grader.") for name in imported_by(f"grader.{room}")}
    assert found - {"__version__", "errors", "texts"} <= KNOWS[room]


def test_there_is_no_circle_of_imports() -> None:
    """The parts can be put in an order in which each imports only earlier ones."""
    left = {
        one: imported_by(one) - {one, "grader.__version__"}
        for one in {part(path) for path in FILES}
    }
    left.pop("grader.__init__", None)
    while left:
        free = {one for one, needs in left.items() if not needs & left.keys()}
        assert free, left
        left = {one: needs for one, needs in left.items() if one not in free}


# Names that two modules may have, each with the reason. A command's module is called as the command
# is, and a format's (``csv_``) as the format, whatever the rooms where their work is done are called.
SHARED_MODULES = {
    "evidence": "of a mistake in a learner's answer: as the notebook, and as the catalogue finds it",
    "gradescope": "what Gradescope writes, and what its tests import",
    "own_tests": "an instructor's own tests: as data, and in the notebook",
    "reading": "submissions are read, and tests are",
    "results": "of a report, and of a test in another process",
}
SHARED_CLASSES = {
    "Layer": "Keras' own name for what a model reports as its layers",
}


def test_a_module_name_stands_in_one_room() -> None:
    """A module's name says what it is wherever it is imported: no other room has it."""
    found: dict[str, set[Path]] = {}
    for path in FILES:
        if path.stem != "__init__" and not path.stem.endswith("_") and "commands" not in path.parts:
            found.setdefault(path.stem, set()).add(path.relative_to(GRADER))
    shared = {name: paths for name, paths in found.items() if len(paths) > 1}
    assert [] == [paths for name, paths in shared.items() if name not in SHARED_MODULES]
    assert set() == SHARED_MODULES.keys() - shared.keys(), "no longer shared: take it out"


def test_a_class_name_means_one_thing() -> None:
    """No two modules define public classes of the same name."""
    found: dict[str, set[Path]] = {}
    for path in FILES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, set()).add(path.relative_to(GRADER))
    shared = {name: paths for name, paths in found.items() if len(paths) > 1}
    assert [] == [paths for name, paths in shared.items() if name not in SHARED_CLASSES]
    assert set() == SHARED_CLASSES.keys() - shared.keys(), "no longer shared: take it out"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_grader_names_no_exercise(path: Path) -> None:
    """No code of the harness knows an assignment, an exercise or the secret folder by name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    documented |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documented
    ]
    named = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    for text in [*texts, *named]:
        for word in ("my_dense", "my_sequential", "digit_model"):
            assert word not in text
    assert not any(name.startswith(("solutions", "public_tests")) for name in imports(path))
    if path.name not in ("places.py", "build.py", "building.py"):
        assert not any("solutions" in text for text in texts)


def test_importing_the_protocol_and_the_child_stays_light() -> None:
    """A warm process begins without the judge, the suite, IPython or TensorFlow."""
    code = (
        "import sys, grader.child.child_process, grader.child.zygote_process\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('IPython', 'tensorflow', 'keras', 'click',"
        " 'nbformat', 'solutions', 'public_tests')"
        " or n.startswith(('grader.judging', 'grader.suite', 'grader.suite.comparison', 'grader.sandbox'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()


@pytest.mark.skipif(not (ROOT / "setup.cfg").is_file(), reason="nothing to build a wheel from")
def test_a_wheel_holds_nothing_of_the_solutions(tmp_path: Path) -> None:
    """No file of solutions/ is in a wheel, by its name or by what is in it."""
    pytest.importorskip("build")
    source = tmp_path / "source"
    hidden = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info", "golden")
    shutil.copytree(ROOT, source, ignore=hidden)
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--skip-dependency-check",
    ]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (wheel,) = (tmp_path / "out").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    assert "grader/commandline/main.py" in content
    assert "grader/py.typed" in content
    assert "public_tests/__init__.py" in content
    assert "public_tests/practice/neuron.py" in content
    assert "grader/export/json_.py" in content
    package = "grader/package/templates"
    assert f"{package}/github/dot_github/actions/grade/action.yml" in content
    assert f"{package}/gitlab/dot_gitlab-ci.yml" in content
    assert f"{package}/gradescope/run_autograder" in content
    assert "grader/pages/templates/student.html.j2" in content
    assert [] == [name for name in content if "solutions" in name or name.startswith("tests/")]
    secrets = [
        path for path in (ROOT / "solutions").rglob("*") if path.is_file() and path.stat().st_size
    ]
    for path in secrets:
        if "__pycache__" not in path.parts:
            text = path.read_bytes().strip()
            assert [] == [name for name, found in content.items() if text in found], path


def test_cases_are_graded_without_what_tests_of_ones_own_need() -> None:
    """Where an assignment has cases alone, neither pytest nor mocks nor remote names are loaded."""
    command = [sys.executable, "-X", "importtime", "-m", "grader", "examples/wrong.ipynb"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
    assert "grader.grading.grader" in loaded
    assert set() == loaded & {"_pytest", "pytest", "unittest.mock", "asyncio", "grader.remote"}
