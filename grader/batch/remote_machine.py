"""The part of a cluster run on each machine: worker processes with warm processes of their own.

The machine has the assignment's folder, with its secret part, on its own disk. It is compared with
the folder where the run was started, so that no mark comes from another version.
"""

from __future__ import annotations

import platform
import threading
from pathlib import Path
from typing import NamedTuple

import msgspec

from grader.assignment import loading, places
from grader.batch.jobs import Job, grade_job
from grader.batch.run_conditions import conditions_of
from grader.errors import GraderError
from grader.grading.grader import Options
from grader.suite import Suite
from grader.workers.pool import Pool
from grader.workers.worker import Worker

_LOCK = threading.Lock()
_LOADED: dict[Settings, _Loaded] = {}


class Settings(msgspec.Struct, frozen=True):
    """The settings of a run, which each machine is given.

    Attributes:
        root: the assignment's folder where the run was started. A machine without this folder
            looks where the command would: in GRADER_ASSIGNMENT, around the grader, around the
            current folder.
        version: the version of the assignment and the conditions; see ``version_of``.
        options: how to grade.
    """

    root: str
    version: str
    options: Options


class OtherVersionError(GraderError):
    """The machine has another assignment, key or grader than the run."""


def version_of(suite: Suite, options: Options) -> str:
    """Digests of the assignment's files, hints included, and of all conditions of a mark."""
    return f"{suite.digest} {conditions_of(suite, options).digest}"


def grade_here(settings: Settings, job: Job) -> tuple[bytes | None, str]:
    """Do a job on this machine.

    Returns:
        The report as JSON, and the reason if there is no report.

    Raises:
        OtherVersionError: the marks would come from another version.
        WeakSandboxError: private cases are not run here.
    """
    loaded = _loaded(settings)
    try:
        worker = loaded.idle.pop()
    except IndexError:
        worker = loaded.pool.worker()
    try:
        done = grade_job(loaded.suite, worker, job, was_read=False)
    finally:
        loaded.idle.append(worker)
    return (msgspec.json.encode(done.report) if done.report else None), done.reason


def ready(settings: Settings) -> str:
    """The reason why this machine cannot grade; empty if it can."""
    try:
        _loaded(settings)
    except (OtherVersionError, places.AssignmentError) as error:
        return str(error)
    return ""


class _Loaded(NamedTuple):
    """The assignment as loaded on this machine, with its workers.

    Attributes:
        suite: the assignment.
        pool: starts the workers.
        idle: the workers that have nothing to do.
    """

    suite: Suite
    pool: Pool
    idle: list[Worker]


def _loaded(settings: Settings) -> _Loaded:
    with _LOCK:
        if settings not in _LOADED:
            given = Path(settings.root)
            suite = loading.load_assignment(
                places.find_assignment(given if given.is_dir() else None)
            )
            if version_of(suite, settings.options) != settings.version:
                words = (
                    f"the assignment, the key or the grader on {platform.node()} is of another "
                    f"version: compare {suite.root} there"
                )
                raise OtherVersionError(words)
            _LOADED[settings] = _Loaded(suite, Pool(suite, settings.options), [])
        return _LOADED[settings]
