"""Watching a notebook: it is graded again at each save, and the changes are shown.

Only exercises whose own code changed are asked again: those whose needed statements have another
text than before. So a change in a NumPy exercise waits for no training.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from grader.protocol.limits import Limits
from grader.protocol.values import plain_text
from grader.report import ExerciseResult, Report
from grader.report import presentation as shown
from grader.submissions.reading import SubmissionError, file_content
from grader.texts import printable
from grader.workers.pool import LONGEST_NAME, Pool

POLL_SECONDS = 0.05
_TITLE = 44  # columns
_MOST = 300  # characters of a line about a case
_SETTLED_SECONDS = 0.05  # a file that has not changed for so long is written whole


class Seen(msgspec.Struct, frozen=True):
    """The result of one save of the file.

    Attributes:
        report: the whole report; None if the file cannot be graded.
        before: the report of the save before; None at first.
        asked: the exercises that were asked again.
        reason: why it cannot be graded; empty if it can.
        seconds: the time from noticing the save to the report.
    """

    report: Report | None
    before: Report | None
    asked: tuple[str, ...]
    reason: str
    seconds: float


class Watcher:
    """A file that is graded in a worker whenever it is saved."""

    def __init__(self, pool: Pool, path: Path, limits: Limits | None = None) -> None:
        self._pool = pool
        self._worker = pool.worker()
        self._path = path
        self._largest_mb = (limits or Limits()).notebook_mb
        self._known: dict[str, str] = {}
        self._report: Report | None = None

    def saves(self, stopped: Callable[[], bool] = lambda: False) -> Iterator[Seen]:
        """Yield the result of each save, first of the file as it is, until ``stopped`` is true."""
        last: tuple[int, int] | None = None
        while not stopped():
            now = _state(self._path)
            if now == last or not _settled(now):
                time.sleep(POLL_SECONDS)
                continue
            last = now
            seen = self._look()
            if seen is not None:
                yield seen
                self._pool.warm()  # the next grading may need fewer libraries

    def _look(self) -> Seen | None:
        """The result of grading the file now; None if no code in it changed."""
        began = time.perf_counter()
        try:
            return self._graded(began)
        except SubmissionError as error:
            self._known.clear()
            return Seen(None, self._report, (), str(error), time.perf_counter() - began)

    def _graded(self, began: float) -> Seen | None:
        name = plain_text(self._path.name, LONGEST_NAME)
        self._worker.read(name, file_content(self._path, self._largest_mb))
        digests = self._worker.needed()
        asked = tuple(name for name, digest in digests.items() if self._known.get(name) != digest)
        if not asked and self._report is not None:
            return None
        before = self._report
        if before is None or len(asked) == len(digests):
            self._report = self._worker.grade()
        else:
            self._report = self._worker.grade(asked, before)
        self._known = digests
        return Seen(self._report, before, asked, "", time.perf_counter() - began)


def save_in_words(seen: Seen) -> str:
    """The result of a save in words: the points, and the changes."""
    when = time.strftime("%H:%M:%S")
    if seen.report is None:
        return f"{when}  {seen.reason}\n"
    lines = [f"{when}  {shown.total(seen.report)}  ({seen.seconds:.2f} s)"]
    before = {result.name: result for result in seen.before.exercises} if seen.before else {}
    for exercise in seen.report.exercises:
        old = before.get(exercise.name)
        if old is None or exercise.name in seen.asked:
            lines += _exercise(exercise, old)
    return "\n".join(lines) + "\n"


def _exercise(exercise: ExerciseResult, old: ExerciseResult | None) -> list[str]:
    cases = f"{shown.passed(exercise.cases):>2} of {len(exercise.cases):>2} passed"
    points = f"{exercise.earned} / {exercise.points}"
    change = "" if old is None or old.earned == exercise.earned else f"  (was {old.earned})"
    lines = [f"  {exercise.title[:_TITLE]:<{_TITLE}}  {cases}  {points:>9}{change}"]
    example = shown.example(exercise)
    if example is None:
        return lines
    lines += [f"    {shown.VERDICTS[example.status].word}: {example.title}"]
    came = f"expected {example.expected}, got {example.got}" if example.got else ""
    said = [printable(words)[:_MOST] for words in (came, *shown.advice(exercise)) if words]
    return lines + [f"    {words}" for words in said]


def _state(path: Path) -> tuple[int, int]:
    """The time of a file's last change, and its size; (0, -1) while the file is being replaced."""
    try:
        found = os.stat(path)  # noqa: PTH116 - its error is as welcome
    except OSError:
        return (0, -1)
    return found.st_mtime_ns, found.st_size


def _settled(state: tuple[int, int]) -> bool:
    return state[1] > 0 and time.time() - state[0] / 1e9 >= _SETTLED_SECONDS
