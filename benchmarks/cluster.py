"""Dask beside threads: the same submissions by two workers of a cluster and by two threads here.

    python benchmarks/cluster.py                      80 submissions, six rounds
    python benchmarks/cluster.py --address tcp://...  the workers of a scheduler

Both are warm and take turns. Every submission must have a report with the same points from both;
otherwise the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command has it

from load import write

from grader.assignment import loading, places
from grader.batch.cluster import Cluster
from grader.batch.jobs import Job, Workers
from grader.batch.local import Local
from grader.grading.grader import Grader, Options
from grader.submissions.reading import read

Points = dict[str, int | str]


def jobs_of(count: int) -> list[Job]:
    """Right and wrong submissions; hostile and broken ones would measure time limits."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        write(folder, 100 * (count // 80 + 1))
        paths = [path for path in sorted(folder.iterdir()) if int(path.stem[1:]) % 100 < 80]
        return [Job(read(path)) for path in paths[:count]]


def timed(workers: Workers, jobs: list[Job]) -> tuple[float, Points]:
    """Milliseconds a submission, and the points of each or why it has none."""
    began = time.perf_counter()
    done = list(workers.run(jobs))
    milliseconds = 1000 * (time.perf_counter() - began) / len(jobs)
    return milliseconds, {
        one.job.submission.digest: one.report.total.sum if one.report else one.reason
        for one in done
    }


def main() -> None:
    """Take turns and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=80, help="submissions in a round")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--workers", type=int, default=2, help="and threads here")
    parser.add_argument("--address", default="local", help="of a scheduler with so many workers")
    given = parser.parse_args()
    jobs = jobs_of(given.count)
    suite, options = loading.load(places.find()), Options()
    times: dict[str, list[float]] = {"threads": [], "dask": []}
    points: list[Points] = []
    with (
        closing(Local(Grader(suite, options), given.workers)) as threads,
        closing(Cluster(given.address, suite, options, given.workers)) as dask,
    ):
        for number in range(given.rounds + 1):  # the first warms both
            for name, workers in (("threads", threads), ("dask", dask)):
                milliseconds, marks = timed(workers, jobs)
                points.append(marks)
                if number:
                    times[name].append(milliseconds)
    other = [one for one in points if one != points[0] or len(one) != len(jobs)]
    mine, theirs = (statistics.median(times[name]) for name in ("threads", "dask"))
    print(f"{len(jobs)} submissions, {given.rounds} rounds, {given.workers} at a time")
    print(f"threads {mine:.1f} ms each, Dask {theirs:.1f} ms: {theirs / mine:.2f}x")
    print(f"rounds in which a submission had other points, or no report: {len(other)}")
    for one in other:
        print([(key[:12], mark) for key, mark in one.items() if points[0].get(key) != mark][:3])
    sys.exit(bool(other))


if __name__ == "__main__":  # the workers of a local cluster import this file
    main()
