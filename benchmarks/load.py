"""A large class in one run: right, wrong, hostile and broken submissions, NumPy only.

    python benchmarks/load.py                     100, then 2,000 submissions
    python benchmarks/load.py --counts 50,200
    python benchmarks/load.py --counts 2000 --alone 2000    each is graded alone, too

Every hundred submissions have the same mix. While the command runs, its memory and descriptors are
looked at ten times a second; afterwards, what it left behind. The exit code is 1 if a rule is
broken: a row for each file, the points each has alone, flat memory, nothing left over.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command has it

from submissions import DENSE, DENSE_V, ROOT, SEQUENTIAL, SIGMOID, notebook, notebook_cell

from grader.assignment import loading
from grader.child.tree import descendants, orphans
from grader.gradebook import Class, read_class
from grader.grading.grader import Grader, Options
from grader.linux import kernel
from grader.protocol.limits import Limits
from grader.submissions.reading import SubmissionError

MB = 1 << 20
MOST_GROWTH = 0.15  # of the memory after a tenth of the run
LONG = 500  # submissions; in a shorter run a tenth is still the beginning
LIMITS = {"probe_seconds": 0.5, "cell_seconds": 2.0, "total_seconds": 5.0, "memory_mb": 512}
RIGHT = [SIGMOID, DENSE, SEQUENTIAL, DENSE_V]
# What a wrong one has instead, in a function.
WRONG = (
    ("+ b[j]", "- b[j]"), ("+ b[j]", ""), ("W[:, j]", "W[j, :]"), ("np.zeros(units)", "np.ones(3)"),
    ("a2 = my_dense(a1", "a2 = my_dense(x"), ("np.matmul(A_in, W) + b", "np.matmul(A_in, W)"),
    ("return a_out", "return a_out.tolist"), ("units = W.shape[1]", "units = W.shape[0]"),
)  # fmt: skip
HOSTILE = (
    "import os; os._exit(3)", "while True: pass", "import os\n    while os.fork() >= 0: pass",
    "held = [bytes(1 << 26) for _ in range(99)]", "print('x' * 10_000_000)",
    "import os; os.kill(os.getppid(), 9)", "for n in range(9999): open(f'f{n}', 'w').close()",
    "def deep(): return deep()\n    return deep()", "raise SystemExit(0)",
    "import socket; socket.create_connection(('10.0.0.1', 80), 1)",
    # Aimed at whoever judges: answers that are long to compare, and promise more than they hold.
    "return np.empty((10**9, 0))", "return ['x' * 2000, 'y'] * 2000", "return [[[[[1]]]]] * 900",
    "return np.array([object()] * 9)", "raise ValueError('x' * 10**7)",
)  # fmt: skip
# And at whoever reads: deep, endless and odd.
BROKEN = (
    '{"cells": [', "", "{}", '{"cells": [], "nbformat": 4}', "\0\1\2", "[" * 50_000,
)  # fmt: skip


@dataclass
class Watched:
    """What was seen of the command while it ran."""

    memory_mb: list[float] = field(default_factory=list)
    descriptors: list[int] = field(default_factory=list)
    processes: list[int] = field(default_factory=list)
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    left: list[int] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    code: int = 0
    said: str = ""


def write(folder: Path, count: int) -> None:
    """Write so many submissions: of each hundred 60 right, 20 wrong, 10 hostile, 10 broken."""
    folder.mkdir(parents=True)
    for number in range(count):
        path, place = folder / f"s{number:05}.ipynb", number % 100
        if place >= 90:
            path.write_text(BROKEN[number % len(BROKEN)], encoding="utf-8")
            continue
        text = "\0".join(RIGHT).replace("{number}", str(number))
        if place >= 80:
            body = HOSTILE[number % len(HOSTILE)]
            text = text.replace("    units =", f"    {body}\n    units =", 1)
        elif place >= 60:
            old, new = WRONG[number % len(WRONG)]
            text = text.replace(old, new, 1)
        sources = ["import numpy as np\n", *text.split("\0")]
        cells = [notebook_cell("code", one, f"c{index}") for index, one in enumerate(sources)]
        path.write_text(notebook(cells), encoding="utf-8")


def run(folder: Path, book: Path, jobs: int, more: list[str]) -> Watched:
    """Run the command and look at it meanwhile."""
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)  # what outlives it becomes ours
    others = set(orphans(os.getpid(), set()))
    options = [f"--{name.replace('_', '-')}={value}" for name, value in LIMITS.items()]
    command = [sys.executable, "-m", "grader", str(folder), "--book", str(book), *options, *more]
    temporary = book.with_name("tmp")
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    used, began = _children(), time.monotonic()
    seen = Watched()
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            [*command, "--jobs", str(jobs)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.DEVNULL,
        )
        ended = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, seen, ended))
        watcher.start()
        seen.code = process.wait()
        seen.seconds = time.monotonic() - began
        ended.set()
        watcher.join()
        output.seek(0)
        seen.said = output.read()
    seen.cpu_seconds = _children() - used
    seen.left = _left(others)
    seen.files = [path.name for path in temporary.iterdir()]
    return seen


def _left(others: set[int]) -> list[int]:
    """The processes that came to us and stay; what is just ending is given a moment."""
    for _ in range(60):
        for pid in (left := orphans(os.getpid(), others)):
            with suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        if not left:
            break
        time.sleep(0.05)
    return list(left)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(pid: int, seen: Watched, ended: threading.Event) -> None:
    while not ended.wait(0.1):
        try:
            status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
            seen.memory_mb.append(int(status.partition("VmRSS:")[2].split()[0]) / 1024)
            seen.descriptors.append(len(list(Path(f"/proc/{pid}/fd").iterdir())))
            seen.processes.append(len(descendants(pid)))
        except (OSError, IndexError):
            return


def alone(folder: Path, names: list[str], jobs: int) -> dict[str, int | None]:
    """The points of some submissions, each graded by itself, in processes of its own."""
    suite = loading.load_assignment(ROOT)

    def points(name: str) -> int | None:
        with Grader(suite, Options(Limits(**LIMITS))) as grader:
            try:
                return grader.grade(folder / f"{name}.ipynb").total.sum
            except SubmissionError:
                return None

    with ThreadPoolExecutor(jobs) as pool:
        return dict(zip(names, pool.map(points, names), strict=True))


def broken_rules(
    folder: Path, whole: Class, seen: Watched, count: int, sample: int, jobs: int
) -> list[str]:
    """In words, what is not as it must be; so many are graded alone, too."""
    found = []
    rows = {row.student.id: row for row in whole.rows}
    if len(rows) != count:
        found.append(f"{count - len(rows)} files have no row")
    silent = [name for name, row in rows.items() if row.points is None and not row.reason]
    if silent:
        found.append(f"no points and no reason: {silent[:5]}")
    step = max(count // sample, 1) | 1  # odd, so that all kinds are met
    names = sorted(rows)[::step]
    lone = alone(folder, names, jobs)
    other = [name for name in names if lone[name] != rows[name].points]
    if other:
        found.append(f"other points than alone: {[(n, lone[n], rows[n].points) for n in other]}")
    early, late = _growth(seen)
    if count >= LONG and late > early * (1 + MOST_GROWTH):
        found.append(f"memory grew from {early:.0f} to {late:.0f} MB")
    if seen.descriptors and max(seen.descriptors[-20:]) > 64:
        found.append(f"{max(seen.descriptors[-20:])} descriptors are open at the end")
    if seen.left:
        found.append(f"{len(seen.left)} processes are left over")
    if seen.files:
        found.append(f"{len(seen.files)} files are left over: {seen.files[:5]}")
    return found


def _growth(seen: Watched) -> tuple[float, float]:
    """The memory after a tenth of the run and at its end, each the most of a twentieth of it."""
    samples = seen.memory_mb or [0.0]
    part = max(len(samples) // 20, 1)
    tenth = len(samples) // 10
    return max(samples[tenth : tenth + part] or samples), max(samples[-part:])


def main() -> None:
    """Run each count and print a line for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--counts", default="100,2000", help="how many, one run each")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="at a time")
    parser.add_argument("--alone", type=int, default=60, help="how many are graded alone, too")
    parser.add_argument("--cluster", default="", help="pass --cluster to the command")
    given = parser.parse_args()
    more = ["--cluster", given.cluster] if given.cluster else []
    wrong: list[str] = []
    print("submissions  wall s  ms each  processor ms each  MB early/late  descriptors  rules")
    for count in map(int, given.counts.split(",")):
        with tempfile.TemporaryDirectory() as place:
            folder, book = Path(place) / "in", Path(place) / "class.gradebook"
            write(folder, count)
            seen = run(folder, book, given.jobs, more)
            rules = broken_rules(folder, read_class(book), seen, count, given.alone, given.jobs)
            size = book.stat().st_size / MB
        early, late = _growth(seen)
        print(
            f"{count:>11} {seen.seconds:>7.1f} {1000 * seen.seconds / count:>8.1f} "
            f"{1000 * seen.cpu_seconds / count:>18.1f} {early:>7.0f}/{late:<6.0f} "
            f"{max(seen.descriptors, default=0):>11}  {'; '.join(rules) or 'kept'}"
            f"  (exit {seen.code}, gradebook {size:.1f} MB)",
            flush=True,
        )
        print(seen.said, file=sys.stderr)
        wrong += rules
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
