"""Grading a class on many machines: the workers of a Dask cluster.

When a worker is lost, the scheduler gives its job to another one. Only this process writes the
gradebook. Dask sends pickles, so the cluster must be one's own: its workers are trusted as this
process is, and submissions are locked in there as they are here.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from grader.batch.jobs import Done, Job, Note, WorkersError, read_handed_in
from grader.batch.remote_machine import OtherVersionError, Settings, grade_here, ready, version_of
from grader.grading.admission import WeakSandboxError
from grader.grading.grader import Options
from grader.intake.collect import HandedIn
from grader.report import Report
from grader.suite import Suite
from grader.workers.pool import Pool

if TYPE_CHECKING:
    from distributed import Client

LOCAL = "local"
_PATIENCE = 60  # seconds to wait for the first worker
_AHEAD = 3  # jobs under way for each thread of the cluster
_LOOKS_EVERY = 2.0  # seconds between looks at the number of threads of the cluster

# Up to a hundred times a second a Dask worker samples its threads, its memory and its event loop.
# The samples are not used here, and they take a tenth of a worker's time.
_QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "5s",
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
}


class Cluster:
    """The workers of a Dask scheduler, elsewhere or started here."""

    def __init__(self, address: str, suite: Suite, options: Options, at_a_time: int) -> None:
        """Connect to the scheduler.

        Args:
            address: the scheduler's address, like ``tcp://10.0.0.1:8786``; "local" starts one here.
            suite: the assignment.
            options: how to grade.
            at_a_time: the number of workers of a local cluster.

        Raises:
            WorkersError: there is no scheduler with a worker, or a worker has another version of
                the assignment.
        """
        self._pool = Pool(suite, options)  # before there are the client's threads
        self._most = options.limits.notebook_mb << 20
        version = version_of(suite, options)
        self._settings = Settings(str(suite.root or ""), version, options)
        self._started: Any = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        try:
            self._client = self._connect(address, at_a_time)
        except BaseException:
            self._pool.close()
            raise
        self._room, self._looked = 0, 0.0
        try:
            self._refuse_other_versions()
        except BaseException:
            self.close()
            raise

    def run(self, handed_in: Sequence[HandedIn], note: Note) -> Iterator[Done]:
        """Read all files here, and yield results in the order in which the cluster has them."""
        from distributed import as_completed

        left = self._jobs(handed_in, note)
        given: dict[Any, Job] = {}  # by the key of its future
        waiting = as_completed()
        while True:
            for job in islice(left, max(self._room_for() - len(given), 0)):
                future = self._client.submit(grade_here, self._settings, job, pure=False)
                given[future.key] = job
                waiting.add(future)
            if not given:
                return
            future = next(waiting)
            yield _done(future, given.pop(future.key))

    def _jobs(self, handed_in: Sequence[HandedIn], note: Note) -> Iterator[Job]:
        """The jobs; a worker of this machine reads the files."""
        reader = self._pool.worker()
        for file in handed_in:
            job = note(file, read_handed_in(reader, file, self._most))
            if job is not None:
                yield job

    def close(self) -> None:
        """Disconnect, and end a local cluster."""
        self._pool.close()
        self._client.close()
        if self._started is not None:
            self._started.close()
        if self._folder is not None:
            self._folder.cleanup()

    def _connect(self, address: str, at_a_time: int) -> Client:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError:
            words = "--cluster needs Dask: pip install 'notebook-grader[cluster]'"
            raise WorkersError(words) from None
        if address == LOCAL:
            self._folder = tempfile.TemporaryDirectory(prefix="grader-")  # for the workers' files
            dask.config.set({"temporary-directory": self._folder.name})
            self._started = LocalCluster(
                n_workers=at_a_time, threads_per_worker=1, processes=True,
                dashboard_address=":0", config=_QUIET,
            )  # fmt: skip
        try:
            client = Client(self._started or address, timeout=_PATIENCE)
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError, ValueError) as error:
            words = f"there is no scheduler with a worker at {address} ({error})"
            raise WorkersError(words) from None
        return client

    def _refuse_other_versions(self) -> None:
        """Ask every worker for its version now; a worker that comes later refuses by itself."""
        answers = self._client.run(ready, self._settings, on_error="return")
        for worker, answer in answers.items():
            if isinstance(answer, Exception):
                raise WorkersError(f"{worker} cannot grade: {type(answer).__name__}: {answer}")
            if answer:
                raise WorkersError(f"{worker} cannot grade: {answer}")

    def _room_for(self) -> int:
        """The number of jobs that may be under way; it changes, as workers come and go."""
        if time.monotonic() - self._looked > _LOOKS_EVERY:
            self._looked = time.monotonic()
            self._room = _AHEAD * max(sum(self._client.nthreads().values()), 1)
        return self._room


def _done(future: Any, job: Job) -> Done:  # noqa: ANN401 - a future of Dask's
    error = future.exception()
    if isinstance(error, WeakSandboxError):
        raise error
    if isinstance(error, OtherVersionError):
        return Done(job, None, f"it could not be graded, by no fault of it: {error}")
    if error is not None:  # the workers that had it were lost, one after another
        words = f"it could not be graded, by no fault of it: {type(error).__name__}: {error}"
        return Done(job, None, words[:500])
    report, reason = future.result()
    return Done(job, msgspec.json.decode(report, type=Report) if report else None, reason)
