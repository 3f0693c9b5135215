"""The questions of a test: each is one operation in the child, and they are counted.

What cannot be asked fails the test, whatever the test catches: it is broken from then on, and
``Aborted`` is no ``Exception``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from grader.protocol.messages import CallBack, CalledBack, Did, Operation
from grader.protocol.things import Thing
from grader.remote.crossing import Aborted

Made = TypeVar("Made")
OnCall = Callable[[CallBack], CalledBack]
Perform = Callable[[Operation, tuple[Thing, ...], dict[str, Thing], OnCall], Did | str]
"""Has an operation done in the child; a text says why there is no answer."""


class Questions:
    """Asks them, and tells whether a test has failed for one.

    Attributes:
        broken: why the test has failed, whatever it does now; empty if it has not.
        is_at_work: whether a question is being asked, and no code of the test's runs.
    """

    def __init__(self, perform: Perform, most: int, child: Callable[[], int]) -> None:
        """Nothing has been asked.

        Args:
            perform: has an operation done in the child.
            most: how many operations a test may have done.
            child: the number of the present child; another one has none of the earlier's objects.
        """
        self.broken = ""
        self.is_at_work = False
        self._perform = perform
        self._left = most
        self._most = most
        self._child = child

    def begin(self) -> None:
        """A new test begins: whatever became of the last one."""
        self.broken, self._left = "", self._most

    def child(self) -> int:
        """The number of the present child."""
        return self.at_work(self._child)

    def refuse(self, words: str) -> Aborted:
        """The test has failed for this reason; raise what comes back."""
        self.broken = self.broken or words
        return Aborted(self.broken)

    def ask(
        self,
        operation: Operation,
        things: tuple[Thing, ...],
        named: dict[str, Thing],
        on_call: OnCall,
    ) -> Did:
        """Have an operation done.

        Args:
            operation: the operation.
            things: that it is done with.
            named: the keyword arguments of a call.
            on_call: calls a function of the test's for the submission.

        Raises:
            Aborted: the test has failed, has asked too much, or there was no answer.
        """
        if self.broken:
            raise Aborted(self.broken)
        self._left -= 1
        if self._left < 0:
            raise self.refuse(f"the test asked more than {self._most} questions")

        def called(call: CallBack) -> CalledBack:
            self.is_at_work = False  # it is code of the test's that runs
            try:
                return on_call(call)
            finally:
                self.is_at_work = True

        did = self.at_work(lambda: self._perform(operation, things, named, called))
        if isinstance(did, str):
            raise self.refuse(did)
        return did

    def at_work(self, step: Callable[[], Made]) -> Made:
        """Do something for a question, while no code of the test's runs."""
        outer, self.is_at_work = self.is_at_work, True
        try:
            return step()
        finally:
            self.is_at_work = outer
