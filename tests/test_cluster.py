"""Many machines: a real scheduler and two worker processes, one of which is killed mid-way."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from grader.batch.cluster import Cluster
from grader.batch.jobs import Job, Reading, WorkersError
from grader.commandline.main import main
from grader.gradebook import read_class
from grader.grading.grader import Grader, Options
from grader.intake.collect import HandedIn, collect
from grader.suite import Suite

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

CELLS = (
    "import numpy as np",
    "def my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + b)",
)
HOSTILE = ("import os\ndef my_dense_v(A_in, W, b, g):\n    os._exit(1)",)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    """A scheduler with two worker processes on this machine."""
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    )
    with cluster:
        yield cluster


def written(folder: Path, count: int) -> Path:
    """A folder with so many different notebooks, every fifth of which ends its process."""
    folder.mkdir()
    for number in range(count):
        sources = (*(CELLS if number % 5 else HOSTILE), f"# number {number}")
        cells = [{"cell_type": "code", "source": text} for text in sources]
        (folder / f"{number}.ipynb").write_text(json.dumps({"cells": cells, "nbformat": 4}))
    return folder


def note(file: HandedIn, reading: Reading) -> Job | None:
    """Everything that can be read is graded."""
    return Job(file.submitter.file, reading.submission) if reading.submission else None


def test_a_lost_workers_submissions_are_taken_up(
    suite: Suite, scheduler: Any, tmp_path: Path
) -> None:
    """Though a worker is killed, every submission is graded, with the points it has alone."""
    folder = written(tmp_path / "in", 24)
    with distributed.Client(scheduler.scheduler_address) as client:
        pids = list(client.run(os.getpid).values())
    points = {}
    with (
        ExitStack() as opened,
        closing(Cluster(scheduler.scheduler_address, suite, Options(), 2)) as cluster,
    ):
        handed_in = collect([folder], opened).handed_in
        for number, done in enumerate(cluster.run(handed_in, note)):
            if number == 4:
                os.kill(pids[0], signal.SIGKILL)
            assert done.report is not None, done.reason
            points[done.job.name] = done.report.total.sum
    assert {f"{n}.ipynb": 10 if n % 5 else 0 for n in range(24)} == points
    with Grader(suite) as grader:
        alone = grader.grade(folder / "1.ipynb")
    assert points["1.ipynb"] == alone.total.sum


def test_the_command_keeps_its_gradebook_here(suite: Suite, scheduler: Any, tmp_path: Path) -> None:
    """``--cluster ADDRESS`` writes the gradebook where the command is run, with the same marks."""
    folder, book = written(tmp_path / "in", 4), tmp_path / "class.gradebook"
    (folder / "broken.ipynb").write_text("{")
    address = scheduler.scheduler_address
    result = CliRunner().invoke(main, [str(folder), "--book", str(book), "--cluster", address])
    assert 2 == result.exit_code, result.output
    points = {row.student.id: row.points for row in read_class(book).rows}
    assert {"0": 0, "1": 10, "2": 10, "3": 10, "broken": None} == points


def test_another_version_is_refused(suite: Suite, scheduler: Any) -> None:
    """Workers whose assignment, key or grader is not the run's own grade nothing."""
    other = replace(suite, key=b"another")
    with pytest.raises(WorkersError, match="is of another version"):
        Cluster(scheduler.scheduler_address, other, Options(), 2)


def test_no_scheduler_is_a_sentence(tmp_path: Path, monkeypatch: Any) -> None:
    """An address at which nobody answers is exit code 2, with what was looked for."""
    monkeypatch.setattr("grader.batch.cluster._PATIENCE", 1)
    (tmp_path / "a.py").write_text("x = 1\n")
    arguments = [str(tmp_path / "a.py"), "--cluster", "tcp://127.0.0.1:9"]
    result = CliRunner().invoke(main, arguments)
    assert (2, True) == (result.exit_code, "no scheduler with a worker at tcp://" in result.output)
