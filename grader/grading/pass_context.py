"""The common inputs of all passes over a submission, and what every pass makes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.grading.admission import refuse_if_weak
from grader.grading.private_numbers import number
from grader.protocol.limits import Limits
from grader.sandbox.budget import Budget
from grader.sandbox.children import Children
from grader.sandbox.program import SubmissionProgram
from grader.submissions.reading import Submission
from grader.submissions.slicing import StatementGraph
from grader.suite import Suite

BASE = ("numpy", "numpy.random")
"""The libraries that every child has imported."""


@dataclass(frozen=True)
class PassContext:
    """A submission, the assignment that it is graded against, and the means to run it.

    Attributes:
        submission: the code cells.
        graph: the statements of the cells.
        suite: the cases.
        children: the source of processes.
        limits: the limits of the submission.
        budget: the time that is left for the submission, in all passes together.
        tell: is told in a few words what happens.
        allow_weak: whether private cases are asked although the submission could reach them.
        exact_training: whether Keras itself trains every model.
    """

    submission: Submission
    graph: StatementGraph
    suite: Suite
    children: Children
    limits: Limits
    budget: Budget
    tell: Callable[[str], None]
    allow_weak: bool
    exact_training: bool

    @property
    def goals(self) -> tuple[str, ...]:
        """The names that the exercises ask for."""
        return tuple(goal for exercise in self.suite.exercises for goal in exercise.goals)

    def program(
        self,
        cells: Sequence[tuple[int, str]],
        slow: tuple[str, ...],
        *,
        legacy: bool = False,
        plain_keras: bool = False,
        shows: bool = False,
    ) -> SubmissionProgram:
        """The program of these cells.

        Args:
            cells: the number and the source of each.
            slow: the slow libraries that are imported beforehand.
            legacy: whether the libraries are as lenient as older ones.
            plain_keras: whether the grader's own library of plain networks is found as Keras.
            shows: whether the objects that cells show are made text.
        """
        suite = self.suite
        return SubmissionProgram(
            cells=tuple(cells),
            modules=(*BASE, *slow),
            support=suite.support,
            stubbed=suite.stubbed,
            # The same in every pass: it is no secret, and a model learns as it did.
            seed=number(suite.key, self.submission.digest, "the libraries' random numbers"),
            legacy=legacy,
            exact_training=self.exact_training,
            plain_keras=plain_keras,
            shows=shows,
        )

    def admit(self, layers: tuple[str, ...]) -> None:
        """Refuse a child in which private cases would be in reach.

        Args:
            layers: the protections that are in force in the child.

        Raises:
            WeakSandboxError: they do not amount to "strong", and that is not allowed.
        """
        if self.suite.has_private and not self.allow_weak:
            refuse_if_weak(layers)
