"""A run of the command for one file: progress, and the reports written where they belong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import msgspec

from grader.assignment import loading, places
from grader.commandline.delivery import Delivery, DeliveryError
from grader.commandline.ending import GRADED, OURS, USAGE
from grader.export import PluginError, UnknownFormatError
from grader.grading.attempt import WeakSandboxError
from grader.grading.grader import Grader, Options, fault
from grader.grading.unreadable import unreadable
from grader.protocol.limits import Limits
from grader.sandbox.launch import Started
from grader.sandbox.zygotes import SandboxError, Zygotes
from grader.submissions.reading import SubmissionError

WRONG_TARGETS = (DeliveryError, UnknownFormatError, PluginError)


class Plan(msgspec.Struct, frozen=True):
    """What was asked for on the command line."""

    files: tuple[Path, ...]
    targets: tuple[str, ...]
    root: Path
    limits: Limits
    jobs: int
    student: bool
    run_all: bool
    allow_weak_sandbox: bool = False
    hints: int = 1
    spare: Started | None = None

    @property
    def options(self) -> Options:
        """How to grade."""
        return Options(self.limits, self.run_all, self.allow_weak_sandbox, self.hints)


def run(plan: Plan, fail: Callable[..., NoReturn]) -> tuple[int, int | None]:
    """Grade the one file and write the reports.

    Returns:
        The exit code, and the points (None if it could not be graded).
    """
    try:
        delivery = Delivery(plan.targets, many=False)
        suite = loading.load(plan.root)
    except (*WRONG_TARGETS, places.AssignmentError) as error:
        Zygotes(spare=plan.spare).close()  # it was started for nothing
        fail(str(error))
    (path,) = plan.files
    theirs = False  # whether it is the file's fault, so that who waits for an answer gets one
    with Grader(suite, plan.options, plan.spare) as grader, _progress(path.name) as tell:
        try:
            report = grader.grade(path, tell)
        except SubmissionError as error:
            words, code, theirs = str(error), USAGE, True
        except WeakSandboxError as error:
            words, code = f"{path.name} was not graded: {error}", USAGE
        except SandboxError as error:
            words, code = f"{path.name} could not be graded, by no fault of it: {error}", OURS
        except Exception as error:  # noqa: BLE001 - said in a sentence, not in a traceback
            words, code = f"{path.name}: {fault(error)}", OURS
        else:
            words = ""
    try:
        if words:
            sys.stderr.write(f"grader: {words}\n")
            if theirs:
                delivery.refuse(unreadable(suite, path.name, words), path)
            return code, None
        shown = report.for_student() if plan.student or not suite.has_private else report
        delivery.put(shown, path)
        delivery.close()
    except DeliveryError as error:
        fail(str(error))
    return OURS if report.errored else GRADED, report.total.sum


@contextmanager
def _progress(name: str) -> Iterator[Callable[[str], None]]:
    """One line that is rewritten on a terminal; nothing in a log."""
    terminal = sys.stderr.isatty()

    def tell(what: str) -> None:
        if terminal:
            sys.stderr.write(f"\r\x1b[K{name}: {what}"[:100])
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if terminal:
            sys.stderr.write("\r\x1b[K")
