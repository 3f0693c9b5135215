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
    """The name of a file's module or package: ``grader.border``, ``grader.judging.judge``."""
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


def test_the_border_imports_nothing_else_of_the_grader() -> None:
    """What both sides share depends on neither."""
    assert set() == imported_by("grader.border")


def test_what_is_called_of_linux_knows_nothing_of_the_grader() -> None:
    """The protections of the system are mechanisms: they know no child and no limits."""
    assert set() == imported_by("grader.linux")


def test_the_child_knows_the_border_and_the_system_alone() -> None:
    """What runs beside a learner's code imports nothing of the judge's side."""
    assert {"grader.border", "grader.linux"} == imported_by("grader.child")


def test_the_sandbox_does_not_know_what_is_asked_and_why() -> None:
    """Starting and asking children needs no suite, no judge, no assignment."""
    assert imported_by("grader.sandbox") <= {"grader.border", "grader.child"}


def test_exporters_know_the_report_alone() -> None:
    """A format is a function of the report, or of a class of reports, and of nothing else."""
    known = {"grader.report", "grader.gradebook", "grader.pages"}
    assert imported_by("grader.export") <= known


def test_sheets_know_the_class_and_what_exporters_share() -> None:
    """A class-wide format is a function of the class; nothing of the grader is run for it."""
    assert imported_by("grader.sheets") <= {"grader.report", "grader.gradebook", "grader.export"}


def test_pages_know_reports_and_classes_of_reports_alone() -> None:
    """A page is made of what is kept: no suite, no judge, nothing of the sandbox."""
    known = {"grader.report", "grader.pictures", "grader.gradebook"}
    assert known == imported_by("grader.pages")
    assert set() == imported_by("grader.pictures")


def test_the_gradebook_knows_the_report_alone() -> None:
    """What is kept can be read without a grader, a suite or a sandbox."""
    assert {"grader.report"} == imported_by("grader.gradebook")


@pytest.mark.parametrize("name", ["report", "compare", "suite", "submissions", "judging"])
def test_the_judging_side_imports_downwards(name: str) -> None:
    """Reading, comparing and judging know neither the sandbox nor the command line."""
    above = {"grader.sandbox", "grader.grading", "grader.run", "grader.cli", "grader.commands",
             "grader.assignment", "grader.notebook", "grader.export"}  # fmt: skip
    assert not imported_by(f"grader.{name}") & above


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
    if path.name not in ("places.py", "build.py"):
        assert not any("solutions" in text for text in texts)


def test_importing_the_border_and_the_child_stays_light() -> None:
    """A warm process begins without the judge, the suite, IPython or TensorFlow."""
    code = (
        "import sys, grader.child.process, grader.child.zygote\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('IPython', 'tensorflow', 'keras', 'click',"
        " 'nbformat', 'solutions', 'public_tests')"
        " or n.startswith(('grader.judging', 'grader.suite', 'grader.compare', 'grader.sandbox'))])"
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
    assert "grader/cli.py" in content
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
