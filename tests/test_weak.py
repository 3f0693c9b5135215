"""Where a submission could reach the answers, none of it is run unless that is allowed, each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="made weak by a filter of calls")
ROOT = Path(__file__).resolve().parents[1]
# What a careful container's profile does to namespaces, and an old kernel to Landlock.
WEAK = """
import os, sys
from grader.linux import kernel, seccomp
kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
seccomp.install(["unshare", "landlock_create_ruleset"], (), ())
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
ALLOWED = "--allow-weak-sandbox"
PYTHON = "import sys\nfrom grader import grade, GraderError\ntry: grade(sys.argv[1])\n"
PYTHON += "except GraderError as error: sys.exit(f'grader: {error}')"
COMMANDS = {
    "a file": ["-m", "grader", "in/jane.py"],
    "every cell": ["-m", "grader", "in/jane.py", "--run-all"],
    "a class": ["-m", "grader", "in", "--book", "new.gradebook"],
    "again": ["-m", "grader", "gradebook", "repeat", "old.gradebook", "jane"],
    "each time it is saved": ["-m", "grader", "watch", "in/jane.py"],
    "from Python": ["-c", PYTHON, "in/jane.py"],
}


def weakly(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of Python's where neither namespaces nor Landlock can be had."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GRADER_ASSIGNMENT": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", WEAK, *command], cwd=folder, env=environment, timeout=120,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A submission whose first line leaves a file, and a gradebook in which it was allowed to."""
    place = tmp_path_factory.mktemp("weak")
    (place / "in").mkdir()
    for path in (place, *place.parents):
        if path.owner() != "root" or path == place:
            path.chmod(0o777)
        if path == Path("/tmp"):
            break
    (place / "in" / "jane.py").write_text(
        f"open({str(place / 'was_here')!r}, 'w').close()\n"
        "import numpy as np\ndef my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + b)\n",
        encoding="utf-8",
    )
    done = weakly(place, "-m", "grader", "in", "--book", "old.gradebook", "--run-all", ALLOWED)
    assert 0 == done.returncode, done.stderr
    return place


def test_what_is_tried_is_real(folder: Path) -> None:
    """Where it is allowed the submission can leave its file, so that there is something to refuse."""
    if os.geteuid() == 0 and not (folder / "was_here").exists():
        pytest.skip("the user that submissions run as cannot come to this folder")
    assert (folder / "was_here").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_run_where_the_sandbox_is_weak(folder: Path, command: str) -> None:
    """Every command refuses before a line is run, whatever was allowed when a mark was made."""
    (folder / "was_here").unlink(missing_ok=True)
    done = weakly(folder, *COMMANDS[command])
    assert done.returncode != 0
    assert "the sandbox here is at level weak" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert not (folder / "was_here").exists()


def test_a_repetition_may_be_allowed(folder: Path) -> None:
    """The command that grades again takes the same option, and then the mark is the same."""
    done = weakly(folder, *COMMANDS["again"], ALLOWED)
    assert (0, True) == (done.returncode, done.stdout.startswith("The same: 10 points then"))
