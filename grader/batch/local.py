"""As many at a time as there are processors, in threads that share one set of warm processes.

A thread waits for its child most of the time; what it does itself, one thread does at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice

from grader.batch.jobs import Done, Job, grade_job
from grader.grading.grader import Grader

_AHEAD = 2  # jobs for each thread that have been read: none ever waits, and memory stays flat


class Local:
    """Threads of this process."""

    def __init__(self, grader: Grader, at_a_time: int) -> None:
        self._grader = grader
        self._at_a_time = at_a_time

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Grade all, in whatever order they are done."""
        waiting: set[Future[Done]] = set()
        left = iter(jobs)
        with ThreadPoolExecutor(self._at_a_time) as pool:
            try:
                while True:
                    room = self._at_a_time * _AHEAD - len(waiting)
                    for job in islice(left, room):
                        waiting.add(pool.submit(grade_job, self._grader, job))
                    if not waiting:
                        return
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    for one in done:
                        yield one.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                self._grader.close()  # ends the children, so that nothing is waited for
                raise

    def close(self) -> None:
        """End the warm processes."""
        self._grader.close()
