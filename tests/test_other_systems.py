"""Other systems and other versions of Python, as far as they can be checked without them."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

import yaml

from grader.commands import doctor

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = ROOT / ".github" / "workflows" / "tests.yml"
# What only systems like Unix have, of modules and of names in modules.
WITHOUT = """
import importlib, os, pkgutil, socket, sys
for name in ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty"):
    sys.modules[name] = None
for module, names in (
    (os, ("fork", "wait4", "killpg", "setsid", "setresuid", "O_NOFOLLOW", "O_NONBLOCK",
          "WIFSIGNALED", "WTERMSIG", "geteuid", "mkfifo", "sched_getaffinity")),
    (socket, ("send_fds", "recv_fds", "SCM_RIGHTS", "CMSG_SPACE")),
):
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
import grader
for found in pkgutil.walk_packages(grader.__path__, "grader."):
    if ".templates" not in found.name and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
"""


def test_every_module_loads_where_there_is_no_fork() -> None:
    """Nothing that only Unix has is needed to load a module, so Windows can grade at home."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stderr[-2000:]


def test_the_workflow_runs_what_is_there_with_every_python() -> None:
    """The project's own workflow names tests that exist, and all versions that are supported."""
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert {"linux", "elsewhere"} == set(workflow["jobs"])
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    lowest, above = re.findall(r"3\.(\d+)", setup["options"]["python_requires"])
    supported = [f"3.{minor}" for minor in range(int(lowest), int(above))]
    versions = {
        name: job["strategy"]["matrix"]["python-version"] for name, job in workflow["jobs"].items()
    }
    assert supported == versions["linux"]
    assert supported[-1] == ".".join(map(str, doctor.NEWEST))
    assert set(versions["elsewhere"]) <= set(supported)
    for file in re.findall(r"(?:tests|examples)/\w+\.\w+", WORKFLOW.read_text(encoding="utf-8")):
        assert (ROOT / file).is_file()
