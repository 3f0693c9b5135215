"""Many machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from grader.batch.jobs import Done, Job
from grader.grading import Options
from grader.suite import Suite


class Cluster:
    """TODO."""

    def __init__(self, address: str, suite: Suite, options: Options, at_a_time: int) -> None:
        raise NotImplementedError

    def run(self, jobs: Iterable[Job]) -> Iterator[Done]:
        """Grade."""
        raise NotImplementedError

    def close(self) -> None:
        """Close."""
