"""CI: the workflows for GitHub and GitLab, each of their steps run in a student's repository.

What the systems themselves do (checking out, setting up Python, keeping artifacts) is taken as done
or checked afterwards; every ``run`` and every ``script`` line is run as it stands.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import platforms
import pytest
import yaml

from grader.bundles.writing import write_files
from grader.package import package_files, package_for

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
TITLE = "Neural Networks"
NOTEBOOK = "C2_W1_Assignment.ipynb"
DOCUMENT = ROOT / "docs" / "ci.md"
DONE_BY_THE_SYSTEM = {"actions/checkout", "actions/setup-python", "actions/upload-artifact"}


def repository(name: str, folder: Path, submission: str) -> Path:
    """A student's repository: what students begin with, the package, and their notebook."""
    write_files(package_files(package_for(name), ROOT, TITLE, {}), folder)
    shutil.copy(GOLDEN / submission / "submit.ipynb", folder / NOTEBOOK)
    return folder


def system(folder: Path, **more: str) -> dict[str, str]:
    """A CI system's environment: a clean one, with a Python that has the libraries."""
    programs = folder.parent / "bin"
    programs.mkdir(exist_ok=True)
    for name in ("python", "python3"):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (programs / name).chmod(0o755)
    path = os.pathsep.join([str(programs), "/usr/bin", "/bin"])
    return {"PATH": path, "HOME": str(folder.parent), "PIP_NO_INDEX": "1", "CI": "true", **more}


def filled(text: str, inputs: dict[str, str], workspace: Path) -> str:
    """The expressions of a workflow that we use, as GitHub replaces them."""
    known = {f"inputs.{name}": value for name, value in inputs.items()}
    known["github.workspace"] = str(workspace)
    made = re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: known[found[1]], text)
    assert "${{" not in made
    return made


class Actions:
    """Runs a job of GitHub Actions through its steps."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.summary = workspace.parent / "summary.md"
        self.environment = system(
            workspace, GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(workspace),
            GITHUB_STEP_SUMMARY=str(self.summary),
        )  # fmt: skip
        self.output = ""
        self.kept: list[Path] = []

    def job(self, steps: list[dict[str, Any]], inputs: dict[str, str]) -> int:
        """Gives the job's exit code: after a failure only steps with ``always()`` are run."""
        code = 0
        for step in steps:
            if code == 0 or step.get("if") == "always()":
                code = self._step(step, inputs) or code
        return code

    def _step(self, step: dict[str, Any], inputs: dict[str, str]) -> int:
        uses = step.get("uses", "").partition("@")[0]
        if uses.startswith("./"):
            action = yaml.safe_load((self.workspace / uses / "action.yml").read_text())
            assert "composite" == action["runs"]["using"]
            given = {name: entry.get("default", "") for name, entry in action["inputs"].items()}
            given |= {name: str(value) for name, value in step["with"].items()}
            return self.job(action["runs"]["steps"], given)
        if uses:
            assert uses in DONE_BY_THE_SYSTEM
            assert re.fullmatch(r".+@v\d+", step["uses"])
            if uses.endswith("upload-artifact"):
                self.kept += list((self.workspace / step["with"]["path"]).iterdir())
            return 0
        assert "bash" == step["shell"], "a composite action must name its shell"
        more = {
            name: filled(text, inputs, self.workspace) for name, text in step.get("env", {}).items()
        }
        script = filled(step["run"], inputs, self.workspace)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.workspace, env=self.environment | more, capture_output=True, text=True,
            check=False, timeout=300,
        )  # fmt: skip
        self.output += done.stdout + done.stderr
        return done.returncode


@pytest.mark.parametrize(
    ("submission", "code"), [("numpy_only_no_model", 1), ("wrong_my_dense_right_sequential", 1)]
)
def test_github_runs_through_its_steps(submission: str, code: int, tmp_path: Path) -> None:
    """A push is graded: a summary, annotations on the notebook, JUnit and a page, and the exit code."""
    folder = repository("github", tmp_path / "repository", submission)
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "grade.yml").read_text())
    assert {"contents": "read"} == workflow["permissions"]
    runner = Actions(folder)
    steps = workflow["jobs"]["grade"]["steps"]
    for step in steps:  # 100 is more than these have: the job must fail, and keep its files
        step.get("with", {})["fail-under"] = "100"
    assert code == runner.job(steps, {}), runner.output
    assert platforms.github(runner.summary.read_text())
    lines = [line for line in runner.output.splitlines() if line.startswith("::")]
    found = platforms.commands("\n".join(lines))
    assert found
    assert {NOTEBOOK} == {properties["file"] for _, properties, _ in found}
    pointed = {
        properties["title"].partition(":")[0]: int(properties["line"]) for _, properties, _ in found
    }
    if submission == "wrong_my_dense_right_sequential":
        line = (folder / NOTEBOOK).read_text().splitlines()[pointed["A layer of your own"] - 1]
        assert "z = np.dot(w, a_in) + b[j]" in line
    assert {"junit.xml", "report.html"} == {path.name for path in runner.kept}


def test_github_passes_with_enough_points(tmp_path: Path) -> None:
    """``fail-under`` is a total; at or above it the job is green."""
    folder = repository("github", tmp_path / "repository", "numpy_only_no_model")
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "grade.yml").read_text())
    steps = workflow["jobs"]["grade"]["steps"]
    for step in steps:
        step.get("with", {})["fail-under"] = "1"
    runner = Actions(folder)
    assert 0 == runner.job(steps, {}), runner.output


def test_a_perfect_student_passes_as_the_package_stands(tmp_path: Path) -> None:
    """With all public points the job is green, with the threshold that the package itself writes."""
    folder = repository("github", tmp_path / "repository", "complete_course_like_90_cells")
    workflow = yaml.safe_load((folder / ".github" / "workflows" / "grade.yml").read_text())
    runner = Actions(folder)
    assert 0 == runner.job(workflow["jobs"]["grade"]["steps"], {}), runner.output


@pytest.mark.parametrize(("least", "code"), [("60%", 1), ("1", 0), ("100", 1)])
def test_gitlab_runs_through_its_script(least: str, code: int, tmp_path: Path) -> None:
    """A push is graded: the unit test report and a page are kept, whatever the exit code."""
    folder = repository("gitlab", tmp_path / "repository", "numpy_only_no_model")
    job = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())["grade"]
    environment = system(folder, CI_PROJECT_DIR=str(folder))
    for name, value in job["variables"].items():
        environment[name] = value.replace("$CI_PROJECT_DIR", str(folder))
    script = "\n".join(job["script"]).replace("--fail-under 60%", f"--fail-under {least}")
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=environment,
                          capture_output=True, text=True, check=False, timeout=300)  # fmt: skip
    assert code == done.returncode, done.stderr
    assert "always" == job["artifacts"]["when"]
    report = folder / job["artifacts"]["reports"]["junit"]
    assert platforms.junit(report.read_text()) > 0
    assert {"junit.xml", "report.html"} == {path.name for path in (folder / "grades").iterdir()}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("github", ".github/workflows/grade.yml"),
        ("github", ".github/actions/grade/action.yml"),
        ("gitlab", ".gitlab-ci.yml"),
    ],
)
def test_the_document_shows_what_is_run_here(name: str, file: str) -> None:
    """What docs/ci.md has for copying is, letter by letter, what the package holds."""
    text = package_files(package_for(name), ROOT, TITLE, {})[file].decode()
    assert text in DOCUMENT.read_text(encoding="utf-8")


def test_a_link_to_the_solution_is_worth_nothing_where_marks_count(tmp_path: Path) -> None:
    """The document's lines, run as they stand, grade the honest and give a link's sender no point."""
    home, school = tmp_path / "private", tmp_path / "school"
    home.mkdir()
    (home / "solutions").mkdir()
    shutil.copy(GOLDEN / "numpy_only_no_model" / "submit.ipynb", home / "solutions" / NOTEBOOK)
    environment = system(home, GRADER_ASSIGNMENT=str(ROOT), PYTHONPATH=str(ROOT),
                         GIT_CONFIG_GLOBAL=str(tmp_path / "git"), GIT_CONFIG_NOSYSTEM="1")  # fmt: skip
    grader = tmp_path / "bin" / "grader"
    grader.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader "$@"\n')
    grader.chmod(0o755)
    (tmp_path / "git").write_text(
        f'[user]\nname = a\nemail = a@b.c\n[url "file://{school}/"]\n'
        "insteadOf = https://github.com/SCHOOL/\n"
    )
    for name in ("ada", "mallory"):
        student = school / f"week-1-{name}"
        student.mkdir(parents=True)
        if name == "ada":
            shutil.copy(GOLDEN / "numpy_only_no_model" / "submit.ipynb", student / NOTEBOOK)
        else:
            (student / NOTEBOOK).symlink_to(f"../../solutions/{NOTEBOOK}")
        for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "week 1"]):
            subprocess.run(["git", *command], cwd=student, env=environment, check=True)
    (home / "students.txt").write_text("ada\nmallory\n")
    (script,) = re.findall(r"```\n(mkdir -p submissions .*?)```", DOCUMENT.read_text(), re.DOTALL)
    done = subprocess.run(["bash", "-e", "-c", script], cwd=home, env=environment,
                          capture_output=True, text=True, check=False, timeout=300)  # fmt: skip
    assert "mallory.ipynb is no notebook" in done.stdout + done.stderr
    reports = {path.stem: json.loads(path.read_text()) for path in (home / "reports").iterdir()}
    assert ["ada"] == list(reports)
    assert reports["ada"]["total"]["earned"] > 0
