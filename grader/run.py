"""A run of the command: one or several files, progress, the reports written where they belong."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from grader import assignment
from grader.attempt import WeakSandboxError
from grader.border.limits import Limits
from grader.delivery import Delivery, DeliveryError
from grader.export import PluginError, UnknownFormatError
from grader.grading import Grader, Options
from grader.report import Report
from grader.sandbox.launch import Started
from grader.sandbox.zygotes import SandboxError, Zygotes
from grader.submission import SubmissionError
from grader.unreadable import unreadable

_GRADED, _USAGE, _OURS = 0, 2, 3


@dataclass(frozen=True)
class Plan:
    """What was asked for on the command line."""

    files: tuple[Path, ...]
    targets: tuple[str, ...]
    folder: Path | None
    limits: Limits
    jobs: int
    student: bool
    run_all: bool
    allow_weak_sandbox: bool = False
    hints: int = 1
    spare: Started | None = None


@dataclass(frozen=True)
class _Failure:
    """Why there is no report.

    Attributes:
        message: a sentence.
        code: the exit code.
        theirs: whether it is the file's fault, so that the student is told.
    """

    message: str
    code: int
    theirs: bool = False


def run(plan: Plan, fail: Callable[..., NoReturn]) -> tuple[int, int | None]:
    """Grade the files and write the reports.

    Returns:
        The exit code, and the fewest points of any submission (None if none was graded).
    """
    try:
        delivery = Delivery(plan.targets, many=len(plan.files) > 1)
        suite = assignment.load(assignment.find(plan.folder))
    except (UnknownFormatError, PluginError, DeliveryError, assignment.AssignmentError) as error:
        Zygotes(spare=plan.spare).close()  # it was started for nothing
        fail(str(error))
    with Grader(
        suite, Options(plan.limits, plan.run_all, plan.allow_weak_sandbox, plan.hints), plan.spare
    ) as grader:
        results = list(_graded(grader, plan))
    codes = [_GRADED]
    points = []
    try:
        for path, result in results:
            if isinstance(result, _Failure):
                sys.stderr.write(f"grader: {result.message}\n")
                codes.append(result.code)
                if result.theirs:
                    delivery.refuse(unreadable(suite, path.name, result.message), path)
                continue
            points.append(result.total.sum)
            codes.append(_OURS if result.errored else _GRADED)
            shown = result.for_student() if plan.student or not suite.has_private else result
            delivery.put(shown, path)
        delivery.close()
    except DeliveryError as error:
        fail(str(error))
    if len(plan.files) > 1 and not plan.targets:
        _table(results)
    return max(codes), min(points, default=None)


def _graded(grader: Grader, plan: Plan) -> Iterator[tuple[Path, Report | _Failure]]:
    with _progress(len(plan.files)) as tell, ThreadPoolExecutor(plan.jobs) as pool:

        def one(path: Path) -> Report | _Failure:
            try:
                return grader.grade(path, lambda what: tell(f"{path.name}: {what}"))
            except SubmissionError as error:
                return _Failure(str(error), _USAGE, theirs=True)
            except WeakSandboxError as error:
                return _Failure(f"{path.name} was not graded: {error}", _USAGE)
            except SandboxError as error:
                words = f"{path.name} could not be graded, by no fault of it: {error}"
            except Exception as error:  # noqa: BLE001 - one file must not cost the others
                where = traceback.extract_tb(error.__traceback__)[-1]
                at = f"{Path(where.filename).name}, line {where.lineno}"
                words = f"{path.name}: the grader failed, by no fault of the file; please report "
                words += f"{type(error).__name__}: {error} ({at})"
            return _Failure(words, _OURS)

        try:
            for path, result in zip(plan.files, pool.map(one, plan.files), strict=True):
                tell(f"{path.name}: done")
                yield path, result
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            grader.close()  # ends the children, so that nothing is waited for
            raise


@contextmanager
def _progress(total: int) -> Iterator[Callable[[str], None]]:
    """One line that is rewritten on a terminal; a line for each file in a log."""
    lock = threading.Lock()
    done = 0
    terminal = sys.stderr.isatty()

    def tell(what: str) -> None:
        nonlocal done
        with lock:
            done += what.endswith(": done")
            if terminal:
                sys.stderr.write(f"\r\x1b[K{done}/{total} {what}"[:100])
                sys.stderr.flush()
            elif total > 1 and what.endswith(": done"):
                sys.stderr.write(f"{done}/{total} {what}\n")

    try:
        yield tell
    finally:
        if terminal:
            sys.stderr.write("\r\x1b[K")


def _table(results: list[tuple[Path, Report | _Failure]]) -> None:
    for path, result in results:
        if isinstance(result, _Failure):
            line = f"{'-':>9}  {result.message}"
        else:
            total = result.total
            extra = f" + {total.extra_earned}" if total.extra_earned else ""
            wrong = [one.name for one in result.exercises if one.earned < one.points]
            rest = f"lost points in {', '.join(wrong)}" if wrong else "all right"
            line = f"{f'{total.earned}{extra} / {total.points}':>13}  {rest}"
        sys.stdout.write(f"{path.name[:30]:<30} {line}"[:118] + "\n")
