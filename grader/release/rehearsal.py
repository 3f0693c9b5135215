"""The package is used as students will: unpacked, its notebooks run blank and filled in, graded."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from grader.assignment import places
from grader.commandline.progress import bar
from grader.errors import OURS, GraderError
from grader.release import package, running
from grader.report import Report

Say = Callable[[str, str], None]
_FILLED = ".filled.ipynb"
_SHOWN = 5  # faults of a notebook
_LONGEST = 300  # characters of one
_OWN = ("GRADER_ASSIGNMENT", "GRADER_KEY", "PYTHONPATH")  # variables that would lead elsewhere
_SECONDS = 600


class KernelError(GraderError):
    """Notebooks cannot be run here."""

    exit_code = OURS


def rehearse(root: Path, files: Mapping[str, bytes], say: Say) -> bool:
    """Unpack a package in a folder of its own, run its notebooks, and grade the filled ones.

    Args:
        root: the assignment's folder, which has the filled notebooks.
        files: the package.
        say: told a label and what was found, for each.

    Returns:
        Whether all went well.

    Raises:
        KernelError: there is no Jupyter kernel, or the grader of the package cannot be started.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder).resolve() / "package"
        package.write(files, home)
        variables = {name: text for name, text in os.environ.items() if name not in _OWN}
        variables["PYTHONPATH"] = str(home)
        good = True
        for name in files:
            if name.endswith(".ipynb"):
                good &= _book(root, home, name, variables, say)
    return good


def _book(root: Path, home: Path, name: str, variables: Mapping[str, str], say: Say) -> bool:
    """Run one notebook: blank and filled, or once if there is nothing to fill in."""
    inside = Path(name).relative_to(places.SUPPORT)
    solved = root / places.SECRET / inside
    blank, filled = home / name, (home / name).with_name(inside.stem + _FILLED)
    label = inside.with_suffix("").as_posix()
    if not solved.is_file() or running.same_code(solved, blank):
        return _run(blank, "as it is", label, variables, say)
    filled.write_bytes(solved.read_bytes())
    good = _run(blank, "blank", label, variables, say)
    good &= _run(filled, "filled", label, variables, say)
    if len(inside.parts) == 1:
        good &= _grade(filled, label, home, variables, say)
    return good


def _run(path: Path, kind: str, label: str, variables: Mapping[str, str], say: Say) -> bool:
    from jupyter_client.kernelspec import NoSuchKernel

    try:
        with bar(f"running {Path(label).name}, {kind}") as tell:
            played = running.play(path, tell, variables)
    except NoSuchKernel as error:
        raise KernelError(f"notebooks cannot be run here: {error}") from error
    faults = played.faults(filled=kind != "blank")
    waiting = sum(one.error for one in played.troubles) if kind == "blank" and not faults else 0
    wait = f", {waiting} of {played.cells} cells wait" if waiting else ""
    say(f"! {kind}" if faults else kind, f"{label}: {played.seconds:.0f} s{wait}")
    for fault in faults[:_SHOWN]:
        say("", str(fault)[:_LONGEST])
    return not faults


def _grade(path: Path, label: str, home: Path, variables: Mapping[str, str], say: Say) -> bool:
    """Grade a filled notebook with the package's own grader and public cases."""
    command = [sys.executable, "-m", "grader", str(path), "--to", "json"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, cwd=home, env=dict(variables), capture_output=True, check=False,
            timeout=_SECONDS,
        )  # fmt: skip
        report = msgspec.json.decode(done.stdout, type=Report)
    except (OSError, subprocess.TimeoutExpired, msgspec.MsgspecError) as error:
        message = f"the package's own grader cannot be used: {error}"
        raise KernelError(message) from error
    cases = [case for exercise in report.exercises for case in exercise.cases]
    passed = sum(case.status == "passed" for case in cases)
    good = passed == len(cases) and not any(case.private for case in cases)
    say("graded" if good else "! graded", f"{label}: {passed} of {len(cases)} public cases")
    return good
