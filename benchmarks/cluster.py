"""A class on a Dask cluster beside the workers of one command: what handing over costs.

    python benchmarks/cluster.py                   two workers each, in turns
    python benchmarks/cluster.py --count 200 --rounds 3

Both are the command itself. Starting is taken off: each is run with one submission, too. The exit
code is 1 if a submission has other points there than here.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from load import write

from grader.gradebook import read_class

Points = dict[str, float | None]


def write_files(folder: Path, count: int) -> None:
    """Right and wrong submissions; hostile and broken ones would measure time limits."""
    write(folder, 100 * (count // 80 + 1))
    kept = [path for path in sorted(folder.iterdir()) if int(path.stem[1:]) % 100 < 80][:count]
    for path in set(folder.iterdir()) - set(kept):
        path.unlink()


def graded(folder: Path, jobs: int, *options: str) -> tuple[float, Points]:
    """Seconds of the command, and the points of each student."""
    with tempfile.TemporaryDirectory() as place:
        book = Path(place) / "class.gradebook"
        command = [sys.executable, "-m", "grader", str(folder), "--book", str(book)]
        environment = {name: text for name, text in os.environ.items() if name != _NO_BYTECODE}
        began = time.perf_counter()
        subprocess.run(
            [*command, "--jobs", str(jobs), *options],
            env=environment,
            check=True,
            capture_output=True,
        )
        seconds = time.perf_counter() - began
        return seconds, {row.student.id: row.points for row in read_class(book).rows}


_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"  # would compile our modules at each start


def main() -> None:
    """Take turns and print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=160, help="submissions in a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2, help="here, and there with `local`")
    parser.add_argument("--address", default="local", help="of a scheduler with so many workers")
    given = parser.parse_args()
    where = {"here": (), "dask": ("--cluster", given.address)}
    times: dict[str, list[float]] = {name: [] for name in where}
    points: list[Points] = []
    with tempfile.TemporaryDirectory() as place:
        one, many = Path(place) / "one", Path(place) / "many"
        write_files(one, 1)
        write_files(many, given.count)
        for _ in range(given.rounds):
            for name, options in where.items():
                starting, _ = graded(one, given.workers, *options)
                seconds, marks = graded(many, given.workers, *options)
                times[name].append(1000 * (seconds - starting) / (given.count - 1))
                points.append(marks)
    here, there = (statistics.median(times[name]) for name in where)
    other = sum(marks != points[0] for marks in points)
    print(f"{given.count} submissions, {given.rounds} rounds, {given.workers} at a time")
    print(f"here {here:.1f} ms each, Dask {there:.1f} ms: {there / here:.2f}x")
    print(f"rounds in which a submission had other points: {other}")
    sys.exit(bool(other))


if __name__ == "__main__":
    main()
