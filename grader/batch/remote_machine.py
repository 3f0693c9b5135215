"""What runs on a machine of a cluster: workers of its own, with their own warm processes.

A worker has the assignment's folder, the secret part included, on its own disk. It is compared with
the folder of whoever started the run, so that no mark comes from another version.
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
_PLACES: dict[Settings, _Place] = {}


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
    place = _place(settings)
    try:
        worker = place.idle.pop()
    except IndexError:
        worker = place.pool.worker()
    try:
        done = grade_job(place.suite, worker, job, was_read=False)
    finally:
        place.idle.append(worker)
    return (msgspec.json.encode(done.report) if done.report else None), done.reason


def ready(settings: Settings) -> str:
    """Nothing if this worker can grade; otherwise the reason."""
    try:
        _place(settings)
    except (OtherVersionError, places.AssignmentError) as error:
        return str(error)
    return ""


class _Place(NamedTuple):
    """What grades here.

    Attributes:
        suite: the assignment.
        pool: makes the workers.
        idle: the workers that have nothing to do.
    """

    suite: Suite
    pool: Pool
    idle: list[Worker]


def _place(settings: Settings) -> _Place:
    with _LOCK:
        if settings not in _PLACES:
            given = Path(settings.root)
            suite = loading.load(places.find(given if given.is_dir() else None))
            if version_of(suite, settings.options) != settings.version:
                words = (
                    f"the assignment, the key or the grader on {platform.node()} is of another "
                    f"version: compare {suite.root} there"
                )
                raise OtherVersionError(words)
            _PLACES[settings] = _Place(suite, Pool(suite, settings.options), [])
        return _PLACES[settings]
