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
from grader.export import Format, UnknownFormatError, named
from grader.grading import Grader, Options
from grader.report import Report
from grader.sandbox.launch import Started
from grader.sandbox.zygotes import SandboxError, Zygotes
from grader.submission import SubmissionError

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
    message: str
    code: int


def run(plan: Plan, fail: Callable[..., NoReturn]) -> tuple[int, int | None]:
    """Grade the files and write the reports.

    Returns:
        The exit code, and the fewest points of any submission (None if none was graded).
    """
    try:
        targets = [_target(text, plan) for text in plan.targets]
        suite = assignment.load(assignment.find(plan.folder))
    except (UnknownFormatError, assignment.AssignmentError) as error:
        Zygotes(spare=plan.spare).close()  # it was started for nothing
        fail(str(error))
    with Grader(
        suite, Options(plan.limits, plan.run_all, plan.allow_weak_sandbox, plan.hints), plan.spare
    ) as grader:
        results = list(_graded(grader, plan))
    many = len(plan.files) > 1
    codes = [_GRADED]
    points = []
    for path, result in results:
        if isinstance(result, _Failure):
            sys.stderr.write(f"grader: {result.message}\n")
            codes.append(result.code)
            continue
        points.append(result.total.sum)
        codes.append(_OURS if result.errored else _GRADED)
        shown = result.for_student() if plan.student or not suite.has_private else result
        _write(shown, path, targets, fail, many=many)
    if many and not targets:
        _table(results)
    return max(codes), min(points, default=None)


def _graded(grader: Grader, plan: Plan) -> Iterator[tuple[Path, Report | _Failure]]:
    with _progress(len(plan.files)) as tell, ThreadPoolExecutor(plan.jobs) as pool:

        def one(path: Path) -> Report | _Failure:
            try:
                return grader.grade(path, lambda what: tell(f"{path.name}: {what}"))
            except SubmissionError as error:
                return _Failure(str(error), _USAGE)
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


def _target(text: str, plan: Plan) -> tuple[Format, str]:
    name, _, path = text.partition("=")
    if path and len(plan.files) > 1 and "{}" not in path:
        words = f"--to {text}: with several files the path needs a {{}} for the file's name"
        raise UnknownFormatError(words)
    folder = Path(path).parent
    if not folder.is_dir():  # better said now than after an hour of grading
        words = f"the report cannot be written to {path}: there is no folder {folder}"
        raise UnknownFormatError(words)
    return named(name), path


def _write(
    report: Report,
    file: Path,
    targets: list[tuple[Format, str]],
    fail: Callable[..., NoReturn],
    *,
    many: bool,
) -> None:
    for target, path in targets:
        content = target.write(report)
        if not path:
            sys.stdout.write(content)
            continue
        try:
            Path(path.replace("{}", file.stem)).write_text(content, encoding="utf-8")
        except OSError as error:
            fail(f"the report cannot be written to {path}: {error.strerror or error}")
    if not many and all(path for _, path in targets):
        sys.stdout.write(named("text").write(report))


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
