"""A trial use of a package, as by a student: its notebooks are run blank and filled, and graded."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec

from grader.assignment import places, specimens
from grader.assignment.described import load_described
from grader.bundles.files import Files
from grader.bundles.writing import write_files
from grader.errors import OURS, GraderError
from grader.release import notebook_run
from grader.report import Report

Progress = Callable[[str], AbstractContextManager[Callable[[int, int], None]]]
"""A function that is called with the name of a task and gives a function to report progress."""

_FILLED = ".filled.ipynb"
_FAULTS_SHOWN = 5  # of a notebook
_LONGEST_FAULT = 300  # characters
# Variables that would lead the package's own grader out of the package.
_LEADING_ELSEWHERE = ("GRADER_ASSIGNMENT", "GRADER_KEY", "PYTHONPATH")
_GRADING_SECONDS = 600


class KernelError(GraderError):
    """Notebooks cannot be run here."""

    exit_code = OURS


class Outcome(msgspec.Struct, frozen=True):
    """The outcome of one thing that a student does.

    Attributes:
        what: the use of a notebook: blank, filled, as it is, graded.
        summary: the notebook, and the outcome in a few words.
        good: whether the outcome is as it should be.
        faults: a sentence on each thing that should not have happened.
    """

    what: str
    summary: str
    good: bool
    faults: tuple[str, ...] = ()


class _Home(msgspec.Struct, frozen=True):
    """An unpacked package: its folder, and the environment of the programs that run there."""

    folder: Path
    variables: Mapping[str, str]
    progress: Progress


def use(root: Path, files: Files, progress: Progress) -> Iterator[Outcome]:
    """Unpack a package in a folder of its own, run its notebooks, and grade the filled ones.

    Args:
        root: the assignment's folder, which has the filled notebooks.
        files: the package.
        progress: reports how many cells of a notebook are done.

    Raises:
        KernelError: there is no Jupyter kernel, or the grader of the package cannot be started.
    """
    with tempfile.TemporaryDirectory() as folder:
        home = _unpacked(files, Path(folder).resolve(), progress)
        for name in files:
            if name.endswith(".ipynb") and Path(name).is_relative_to(places.SUPPORT):
                yield from _use_notebook(root, name, home)


def use_own_tests(root: Path, files: Files, progress: Progress) -> Iterator[Outcome]:
    """Use the package of an assignment of own tests: its file is used blank and filled in.

    Args:
        root: the assignment's folder.
        files: the package.
        progress: reports how many cells of a notebook are done.

    Raises:
        KernelError: there is no Jupyter kernel, or the grader of the package cannot be started.
    """
    name, _ = specimens.handed_out(root)
    filled = specimens.filled_in(root)
    tests = load_described(root).tests
    by_hand = frozenset(test.id for test in tests if test.kind == "manual")
    with tempfile.TemporaryDirectory() as folder:
        home = _unpacked(files, Path(folder).resolve(), progress)
        blank = home.folder / places.SUPPORT / name
        label = Path(name).stem
        solved = blank.with_name(f"{label}.filled{blank.suffix}")
        solved.write_text(filled or "", encoding="utf-8")
        if blank.suffix == ".ipynb":
            yield _run(blank, "blank", label, home, errors_alone=True)
            if filled:
                yield _run(solved, "filled", label, home, errors_alone=True)
        if filled:
            yield _grade(solved, label, home, by_hand)


def _unpacked(files: Files, folder: Path, progress: Progress) -> _Home:
    """Unpack the package into a folder, with its grader where it can be imported."""
    path, library = folder / "package", folder / "library"
    write_files(files, path)
    for name in files:
        if name.endswith(".whl"):  # as installing does, without the requirements
            with zipfile.ZipFile(path / name) as opened:
                opened.extractall(library)
    variables = {name: text for name, text in os.environ.items() if name not in _LEADING_ELSEWHERE}
    places_of_code = f"{library}{os.pathsep}{path}" if library.is_dir() else str(path)
    return _Home(path, {**variables, "PYTHONPATH": places_of_code}, progress)


def _use_notebook(root: Path, name: str, home: _Home) -> Iterator[Outcome]:
    """Run a notebook blank and filled, or once if there is nothing to fill in."""
    inside = Path(name).relative_to(places.SUPPORT)
    solved = root / places.SECRET / inside
    blank = home.folder / name
    filled = blank.with_name(inside.stem + _FILLED)
    label = inside.with_suffix("").as_posix()
    if not solved.is_file() or notebook_run.same_code(solved, blank):
        yield _run(blank, "as it is", label, home)
        return
    filled.write_bytes(solved.read_bytes())
    yield _run(blank, "blank", label, home)
    yield _run(filled, "filled", label, home)
    if len(inside.parts) == 1:  # a lab lies deeper and is not handed in
        yield _grade(filled, label, home)


def _run(path: Path, what: str, label: str, home: _Home, *, errors_alone: bool = False) -> Outcome:
    from jupyter_client.kernelspec import NoSuchKernel

    try:
        with home.progress(f"running {Path(label).name}, {what}") as tell:
            played = notebook_run.run_notebook(path, tell, home.variables)
    except NoSuchKernel as error:
        raise KernelError(f"notebooks cannot be run here: {error}") from error
    faults = played.faults(filled=what != "blank")
    if errors_alone:  # libraries warn on standard error, and blank answers fail where they are used
        ended = [trouble for trouble in faults if trouble.error and what != "blank"]
        faults = tuple(ended) or played.ended
    summary = f"{label}: {played.seconds:.0f} s"
    if what == "blank" and not faults:
        waiting = played.waiting
        summary += f", {waiting} of {played.cells} cells wait" if waiting else ""
    shown = tuple(str(fault)[:_LONGEST_FAULT] for fault in faults[:_FAULTS_SHOWN])
    return Outcome(what, summary, not faults, shown)


def _grade(path: Path, label: str, home: _Home, by_hand: frozenset[str] = frozenset()) -> Outcome:
    """Grade a filled notebook with the package's own grader and public cases.

    Cases in ``by_hand``, which a person marks, do not count.
    """
    command = [sys.executable, "-m", "grader", str(path), "--to", "json"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, cwd=home.folder, env=dict(home.variables), capture_output=True, check=False,
            timeout=_GRADING_SECONDS,
        )  # fmt: skip
        report = msgspec.json.decode(done.stdout, type=Report)
    except (OSError, subprocess.TimeoutExpired, msgspec.MsgspecError) as error:
        message = f"the package's own grader cannot be used: {error}"
        raise KernelError(message) from error
    cases = [case for exercise in report.exercises for case in exercise.cases]
    cases = [case for case in cases if case.id not in by_hand]
    passed = sum(case.status == "passed" for case in cases)
    good = passed == len(cases) and not any(case.private for case in cases)
    return Outcome("graded", f"{label}: {passed} of {len(cases)} public cases", good)
