"""The passes over a submission, in their order: this module alone decides on running it again.

1. The statements that the exercises need; where they import Keras, without TensorFlow first
   (``grader.grading.confirmation``), which is all if it confirms that they are right.
2. Every cell, if a name was missing that another statement binds; the better pass goes on.
3. As older libraries would have run it, if newer ones refuse a detail.

The public cases of these passes come before any private one. So what a student sees of an answer
was said before the submission had been asked anything secret, but for what the pass without
TensorFlow asked in a process that is gone. Where a refusal shows in a private case only, the third
pass begins afterwards, and nothing is taken from it but marks. A child that is lost or stands still
is replaced within its pass (``grader.sandbox.session``). Each pass draws its private questions
anew, so a submission that remembers those of an earlier one gains nothing by it.
"""

from __future__ import annotations

from contextlib import ExitStack

import msgspec

from grader.grading.confirmation import confirmed
from grader.grading.pass_context import PassContext
from grader.grading.passes import Begun, Pass, begin
from grader.protocol.messages import Training, trained

OF_THE_COURSE = "Right for the libraries of the course"
_EVERY_CELL, _OLDER_LIBRARIES = "every cell", "older libraries"


class PassResults(msgspec.Struct, frozen=True):
    """The results of all passes.

    Attributes:
        usual: the pass that counts.
        older: the one with older libraries' leniency, which counts for exercises that are all
            right in it; None if there was no reason for one.
        marks_only: whether only marks may be taken from that.
    """

    usual: Pass
    older: Pass | None = None
    marks_only: bool = False

    @property
    def stood_still(self) -> bool:
        """Whether a process did nothing and was started afresh."""
        return self.usual.stood_still or (self.older is not None and self.older.stood_still)

    @property
    def training(self) -> Training:
        """The trainer of the submission's models."""
        usual = self.usual.training
        return trained(usual, self.older.training) if self.older else usual


def put_through(work: PassContext, *, everything: bool) -> PassResults:
    """Run and ask a submission, as often as it takes.

    Args:
        work: the submission and the assignment that it is graded against.
        everything: whether every cell is run from the first.

    Raises:
        WeakSandboxError: private cases are not run here.
        SandboxError: no process can be had.
    """
    with work.budget.stopped():
        right = None if everything else confirmed(work)
    if right:
        return PassResults(right)
    with ExitStack() as stack:
        usual = begin(work, stack, "", everything=everything)
        if usual.found().lacks_names():
            usual = _with_every_cell(work, stack, usual)
        refused = usual.found().refused()
        older = _as_before(work, stack, usual, refused) if refused else None
        found = usual.finish()
        if older:
            return PassResults(found, older.finish())
        refused = found.refused()
        if refused:
            return PassResults(
                found, _as_before(work, stack, usual, refused).finish(), marks_only=True
            )
        return PassResults(found)


def _with_every_cell(work: PassContext, stack: ExitStack, usual: Begun) -> Begun:
    """The pass that goes on: the one with every cell, if it is no worse so far."""
    work.tell("once more with every cell")
    whole = begin(work, stack, _EVERY_CELL, everything=True)
    better = whole.found().earned(work.suite) >= usual.found().earned(work.suite)
    (usual if better else whole).session.close()
    return whole if better else usual


def _as_before(work: PassContext, stack: ExitStack, usual: Begun, refused: str) -> Begun:
    """A pass in which what newer libraries refuse is done as the older ones did it."""
    words = f"it counts. Those of today refuse a detail of it: {refused}."
    reason = f"{OF_THE_COURSE}, so {words}"
    name = f"{_OLDER_LIBRARIES}, {_EVERY_CELL}" if usual.everything else _OLDER_LIBRARIES
    return begin(work, stack, name, everything=usual.everything, legacy=reason)
