"""Race the grader against its peers on this machine and print the ratios.

    python benchmarks/peers.py setup     once
    python benchmarks/run.py             everything
    python benchmarks/run.py --runs 3 --only numpy --peers nbgrader,autograder-py

The contestants take turns (A B C, A B C), so that a slow minute of the machine is everybody's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from contestant import Contestant, ContestantFailedError, cache_folder, empty
from own import BareScript, Ours, burdens
from peers import choose
from results import GOALS, Task, table, write_json
from submissions import COUNT, WORKLOADS, Workload, write_lab
from timing import Series, time_once


def able(contestants: list[Contestant], workload: Workload) -> list[Contestant]:
    """Set up those who can run and say in one line each why the others cannot."""
    folder = cache_folder() / "work" / workload
    lab = write_lab(workload, empty(folder / "lab"))
    ready = []
    for contestant in contestants:
        reason = contestant.unable(workload)
        if reason is None:
            try:
                contestant.prepare(lab, empty(folder / contestant.name.replace(" ", "_")))
                ready.append(contestant)
            except ContestantFailedError as problem:
                reason = f"set-up failed: {problem}"
        if reason:
            say(f"  left out: {contestant.name}: {reason}")
    return ready


def race(contestants: list[Contestant], count: int, runs: int) -> list[Series]:
    """Time every contestant `runs` times after one warm-up, in turns."""
    series = [Series(contestant.name) for contestant in contestants]
    for turn in range(runs + 1):
        for contestant, times in zip(contestants, series, strict=True):
            if times.problem:
                continue
            try:
                seconds = time_once(contestant, count)
            except ContestantFailedError as problem:
                times.problem = str(problem)
                say(f"  left out: {contestant.name}: {problem}")
                continue
            if turn:
                times.seconds.append(seconds)
            say(f"  {f'run {turn}' if turn else 'warm-up'}: {contestant.name} {seconds:.2f} s")
    return series


def say(line: str) -> None:
    """Progress goes to standard error; standard output holds the tables alone."""
    print(line, file=sys.stderr, flush=True)


def read_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--runs",
        type=int,
        default=5,
        metavar="N",
        help="timed runs of each contestant (default: 5)",
    )
    parser.add_argument("--only", choices=WORKLOADS, help="one workload instead of both")
    parser.add_argument(
        "--sizes",
        default=f"1,{COUNT}",
        metavar="LIST",
        help=f"how many submissions at once (default: 1,{COUNT})",
    )
    parser.add_argument("--peers", metavar="NAMES", help="comma-separated (default: all)")
    parser.add_argument(
        "--grader-python",
        default=sys.executable,
        metavar="PATH",
        help="the interpreter that runs the grader and the bare scripts",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        default=Path(__file__).with_name("results.json"),
        help="where to write the figures (default: benchmarks/results.json)",
    )
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    sizes = options.sizes.split(",")
    if not all(size.isdecimal() and 1 <= int(size) <= COUNT for size in sizes):
        parser.error(f"--sizes takes numbers from 1 to {COUNT}, separated by commas")
    options.sizes = [int(size) for size in sizes]
    return options


def main() -> None:
    """Run every task that was asked for."""
    options = read_options()
    # An absolute path, because the commands run from other folders; not resolved, because a
    # virtual environment is known by the link and not by what it points to.
    python = str(Path(options.grader_python).absolute())
    if found := burdens(python):
        say(
            f"note: {', '.join(found)} in {python} makes `import tensorflow` slower; "
            "measure with an environment that has the grader's own dependencies only"
        )
    contestants = [Ours(python), BareScript(python), *choose(options.peers)]
    tasks: list[Task] = []
    for workload in [options.only] if options.only else WORKLOADS:
        say(f"{workload}: setting up")
        ready = able(contestants, workload)
        for count in options.sizes:
            say(f"{workload}, {count} at once: one warm-up, then {options.runs} runs")
            tasks.append(Task(workload, count, race(ready, count, options.runs)))
            print("\n" + table(tasks[-1], GOALS) + "\n", flush=True)
            write_json(options.output, tasks, options.runs)


if __name__ == "__main__":
    main()
