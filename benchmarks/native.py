"""An instructor's own tests beside a submission in one process, as their own graders run them."""

from __future__ import annotations

import builtins
import contextlib
import io
import json
import multiprocessing
import os
import re
import signal
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from grader.answering import programs
from grader.answering.output import captured_apart
from grader.child import supplies
from grader.grading.running_tests import run_in_order
from grader.grading.test_places import place_of
from grader.remote.program_text import ProgramText
from grader.submissions.reading import Cell
from grader.suite import Suite
from grader.suite.own_tests import Test

_MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)
_SECONDS = 60  # for all tests
_TEST_SECONDS = 2


class NativeLink:
    """Stands where a link to a child stands, and gives the submission's own objects."""

    def __init__(self, names: dict[str, Any], text: str) -> None:
        self.broken, self.patches = "", frozenset[str]()
        self.caught: BaseException | None = None
        self.own_texts: set[str] = set()
        self.builtins: dict[str, Any] = {}
        self.at_home = True
        self.files = None
        self.names, self.libraries = frozenset[str](), dict[str, str]()
        self.program = ProgramText(text)
        self._names = names

    def begin(self) -> None:
        """A new test begins; one that does not end is interrupted."""
        self.caught = None
        signal.alarm(_TEST_SECONDS)

    def caught_one(self) -> None:
        """A module of tests caught what an assertion raised; by the project's rule it counts."""
        self.caught = self.caught or sys.exc_info()[1]

    def name(self, name: str) -> Any:
        """The object of this name."""
        if name in self._names:
            return self._names[name]
        raise NameError(f"name {name!r} is not defined")

    def bind(self, name: str, value: object) -> None:
        """A test binds a name."""
        self._names[name] = value

    def run_again(self, *, is_first: bool) -> None:
        """Run the cells again, as a reload does."""
        if not is_first:
            programs.rerun(self.program.text, self._names)

    def start(self, arguments: list[str], given: str) -> tuple[int, str, str]:
        """Start them as a program."""
        with captured_apart(1 << 20) as (out, err):
            code = programs.start(self.program.text, arguments, given)
        return code, out.text(), err.text()

    def run_as(self, name: str, arguments: list[str]) -> dict[str, Any]:
        """Run them under a name."""
        return programs.run_as(self.program.text, name, arguments)

    def own_builtins(self) -> contextlib.AbstractContextManager[None]:
        """Nothing is put back."""
        return contextlib.nullcontext()

    def can_cross(self, thing: object) -> bool:
        """A value is the submission's, too; a patch is one already."""
        return not callable(thing)

    def do(self, operation: str, *operands: Any) -> Any:
        """What a test does with the names themselves."""
        if operation == "set_name":
            self._names[operands[0]] = operands[1]
        elif operation == "delete_name":
            del self._names[operands[0]]
        elif operation == "names":
            return [name for name in self._names if not name.startswith("_")]
        return None


def passed(suite: Suite, cells: Sequence[str]) -> frozenset[str]:
    """The tests that a submission passes natively; none if it does not end in time.

    Args:
        suite: the assignment.
        cells: of code, in order.
    """
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(suite, list(cells), theirs))
    process.start()
    theirs.close()
    found: list[str] = []
    with contextlib.suppress(EOFError):
        if ours.poll(_SECONDS):
            found = json.loads(ours.recv_bytes())
    process.kill()
    process.join()
    return frozenset(found)


def _interrupt(*_: object) -> None:
    raise TimeoutError("the test does not end")


def _run(suite: Suite, sources: list[str], answer: Connection) -> None:
    signal.signal(signal.SIGALRM, _interrupt)
    os.chdir(suite.support or suite.root or Path())
    sys.path.insert(0, str(Path.cwd()))
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    supplies.supply("", suite.stubbed)  # a course's own checks, which need not be installed
    names: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}
    waiting = [Cell(number, source) for number, source in enumerate(sources, 1)]
    every = list(waiting)
    own = [test for test in suite.tests if test.kind != "manual"]
    places = {test.place.strip() for test in own}

    def reach(test: Test) -> None:
        while waiting and waiting[0].number <= place_of(test, every):
            cell = waiting.pop(0)
            if cell.source.strip() in places or "grader.check" in cell.source:
                continue
            with contextlib.suppress(BaseException), contextlib.redirect_stdout(io.StringIO()):
                exec(compile(_MAGIC.sub("", cell.source), f"cell {cell.number}", "exec"), names)

    text = "\n".join(_MAGIC.sub("", cell.source) for cell in every)
    link: Any = NativeLink(names, text)
    tests = sorted(own, key=lambda test: place_of(test, every))
    results = run_in_order(suite, tests, link, reach)
    signal.alarm(0)
    answer.send_bytes(json.dumps([name for name, made in results.items() if made.passed]).encode())
    os._exit(0)
