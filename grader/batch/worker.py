"""What runs on a worker of a cluster: a grader of its own, with its own warm processes.

A worker has the assignment's folder, the secret part included, on its own disk. It is compared with
the folder of whoever started the run, so that no mark comes from another version.
"""

from __future__ import annotations

import platform
import threading
from pathlib import Path

import msgspec

from grader.assignment import loading, places
from grader.batch.jobs import Job, grade_job
from grader.batch.run_conditions import conditions_of
from grader.errors import GraderError
from grader.grading.grader import Grader, Options
from grader.suite import Suite

_LOCK = threading.Lock()
_GRADERS: dict[Settings, Grader] = {}


class Settings(msgspec.Struct, frozen=True):
    """How a worker grades.

    Attributes:
        root: the assignment's folder where the run was started; a worker without it looks where
            the command would: in GRADER_ASSIGNMENT, around the grader, around here.
        version: of the conditions there; see ``version_of``.
        options: how to grade.
    """

    root: str
    version: str
    options: Options


class OtherVersionError(GraderError):
    """The worker's assignment, key or grader is not that of the run."""


def version_of(suite: Suite, options: Options) -> str:
    """All files of the assignment, hints included, the key, the grader's version, the limits."""
    return f"{suite.digest} {conditions_of(suite, options).digest}"


def grade_here(settings: Settings, job: Job) -> tuple[bytes | None, str]:
    """Grade on this worker.

    Returns:
        The report as JSON, and the reason if there is none.

    Raises:
        OtherVersionError: the marks would be another version's.
        WeakSandboxError: private cases are not run here.
    """
    done = grade_job(_grader(settings), job)
    return (msgspec.json.encode(done.report) if done.report else None), done.reason


def ready(settings: Settings) -> str:
    """Nothing if this worker can grade; otherwise the reason."""
    try:
        _grader(settings)
    except (OtherVersionError, places.AssignmentError) as error:
        return str(error)
    return ""


def _grader(settings: Settings) -> Grader:
    with _LOCK:
        if settings not in _GRADERS:
            given = Path(settings.root)
            suite = loading.load(places.find(given if given.is_dir() else None))
            if version_of(suite, settings.options) != settings.version:
                words = (
                    f"the assignment, the key or the grader on {platform.node()} is of another "
                    f"version: compare {suite.root} there"
                )
                raise OtherVersionError(words)
            _GRADERS[settings] = Grader(suite, settings.options)
        return _GRADERS[settings]
