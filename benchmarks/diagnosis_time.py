"""How much time the diagnosis adds to a grading: ``python benchmarks/diagnosis_time.py``."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from held_out.corpus import answers, graded  # noqa: E402

from grader.assignment import loading  # noqa: E402
from grader.diagnosis import catalogue  # noqa: E402
from grader.grading.grader import Grader, Options  # noqa: E402
from grader.protocol.limits import Limits  # noqa: E402

EVERY = 3  # of the answers; each is graded by itself
NOISE = 10.0  # milliseconds by which the same work may differ
FUNCTIONS = ("my_dense", "my_dense_v", "my_sequential")


def main() -> None:
    """Grade answers that are not in the catalogue, one after the other, and time the feedback."""
    suite = loading.load_assignment(ROOT)
    known = catalogue.load_catalogue(ROOT / "solutions")
    chosen = [answer for answer in answers(FUNCTIONS) if not answer.right][::EVERY]
    with Grader(suite, Options(Limits(probe_seconds=2.0))) as grader:
        timed, spent = _timed(grader.feedback.on)
        grader.feedback.on = timed  # type: ignore[method-assign]
        passes: list[list[float]] = [[], []]
        with tempfile.TemporaryDirectory() as folder:
            for number, one_pass in enumerate(passes):
                for answer in chosen:
                    # Another text is another submission, with private numbers of its own.
                    another = replace(answer, source=f"{answer.source}# {number}\n")
                    spent[0] = 0.0
                    graded(grader, known, [another], Path(folder), jobs=1)
                    one_pass.append(spent[0] * 1000)
    _table(*passes)


def _timed(on: Callable[..., Any]) -> tuple[Callable[..., Any], list[float]]:
    """The same function, and the seconds of the processor that it takes."""
    spent = [0.0]

    def timed(*arguments: Any) -> Any:
        began = time.thread_time()
        try:
            return on(*arguments)
        finally:
            spent[0] += time.thread_time() - began

    return timed, spent


def _table(first: list[float], second: list[float]) -> None:
    """The second time everything is known, so what the first took longer is the start-up."""
    more = [one - other for one, other in zip(first, second, strict=True)]
    starts = [seconds for seconds in more if seconds > NOISE]
    ordered = sorted(second)
    print(f"{len(second)} gradings of wrong answers; processor milliseconds of the feedback")
    print(f"start-up, all in all       {sum(starts):8.0f}   in {len(starts)} of them")
    print(f"start-up, most in one      {max(starts):8.0f}")
    print(f"each grading, median       {statistics.median(second):8.1f}")
    print(f"each grading, 95 of 100    {ordered[int(0.95 * len(ordered))]:8.1f}")
    print(f"each grading, most         {ordered[-1]:8.1f}")


if __name__ == "__main__":
    main()
