"""One attempt at a submission: through the sandbox, case by case, to the judge."""

from __future__ import annotations

import difflib
import hmac
from collections.abc import Callable, Iterable

import msgspec

from grader.errors import GraderError
from grader.feedback.feedback import Feedback
from grader.grading.interview import interview
from grader.grading.marks import Marker, cell_trouble
from grader.judging.asked import Asked
from grader.judging.judge import judge
from grader.protocol.layers import LEVELS, Level, lacking, level
from grader.protocol.limits import Limits
from grader.protocol.messages import Training
from grader.protocol.observations import (
    Missing,
    Observation,
    Outcome,
    Raised,
)
from grader.report import CellTrouble, ExerciseResult
from grader.sandbox.children import Children
from grader.sandbox.session import Program, Session
from grader.submissions.reading import Submission
from grader.submissions.slicing import Slice, needed
from grader.suite import Suite

BASE = ("numpy", "numpy.random")
_LEGACY = (
    "setting an array element with a sequence",
    "only 0-dimensional arrays can be converted",
    "expected a positive integer. Received: units=",
    "has no attribute 'numpy'",
)


class WeakSandboxError(GraderError):
    """Private cases are not put where a submission could get at them."""

    def __init__(self, found: Level, missing: tuple[str, ...]) -> None:
        """What was found, and the layers that are missing."""
        self.found, self.missing = found, missing
        super().__init__(
            f"the sandbox here is at level {found} (missing: {', '.join(missing)}), so a "
            "submission could reach the private cases, and they are not run. `grader doctor` "
            "says what to do about it; with --allow-weak-sandbox they are run all the same."
        )


class Attempt:
    """One submission's way through the sandbox and the judge.

    Attributes:
        slice: what of the submission is run.
        ran_everything: whether that is all of it.
        layers: the protections that were in force.
        versions: the versions of the libraries it had.
        training: what has trained its models.
        stood_still: whether a process did nothing and was started afresh.
        gave_up: whether it ended before the private questions.
        public_earned: the points in the public cases, where there was a question of giving up.
    """

    def __init__(
        self,
        submission: Submission,
        suite: Suite,
        zygotes: Children,
        limits: Limits,
        tell: Callable[[str], None],
        *,
        everything: bool,
        allow_weak: bool = False,
        exact_training: bool = False,
        feedback: Feedback | None = None,
    ) -> None:
        self._submission = submission
        self._suite = suite
        self._zygotes = zygotes
        self._limits = limits
        self._tell = tell
        self.ran_everything = everything
        self.stood_still = False
        self.gave_up = False
        self.public_earned = 0
        self._may_give_up = False
        self._at_least: int | None = None
        self._allow_weak = allow_weak
        self._exact_training = exact_training
        self._feedback = feedback
        self._goals = [goal for exercise in suite.exercises for goal in exercise.goals]
        self.slice: Slice = needed(submission.cells, self._goals, everything=everything)
        self.layers: tuple[str, ...] = ()
        self.versions: dict[str, str] = {}
        self.training: Training = "none"
        self._trouble: dict[int, Outcome] = {}
        self._seen: list[Observation] = []

    def grade(
        self, *, may_give_up: bool = False, at_least: int | None = None
    ) -> tuple[ExerciseResult, ...]:
        """Every exercise's result; none if it gave up, before any private question was put.

        Args:
            may_give_up: give up if a name is missing that a statement binds which was not run.
            at_least: give up with fewer points in the public cases.
        """
        self._may_give_up, self._at_least = may_give_up, at_least
        self.gave_up = False
        results = self._pass()
        if self.gave_up:
            return ()
        outcomes = [*(one.outcome for one in self._seen), *self._trouble.values()]
        refused = next(filter(None, map(_refused_by_new_libraries, outcomes)), "")
        if refused:
            # Judged as the older libraries would have let it: only a full success counts.
            trouble, seen = dict(self._trouble), list(self._seen)
            words = f"newer ones refuse a detail of it ({refused} ...)."
            self._may_give_up, self._at_least = False, None
            older = self._pass(f"Right for the libraries of the course; {words}")
            self._trouble, self._seen = trouble, seen
            results = [
                old if old.earned == old.points > new.earned else new
                for new, old in zip(results, older, strict=True)
            ]
        return tuple(results)

    def _lacks_names(self, outcomes: Iterable[Outcome]) -> bool:
        """Whether something failed for want of a name that a statement binds which was not run."""
        return any(
            isinstance(outcome, Raised)
            and outcome.kind == "NameError"
            and any(f"'{name}'" in outcome.message for name in self.slice.left_out)
            for outcome in outcomes
        )

    def troubles(self) -> tuple[CellTrouble, ...]:
        """The cells that did not reach their end."""
        broken = {cell.number: cell.error for cell in self._submission.cells if cell.error}
        return tuple(
            cell_trouble(number, outcome)
            for number, outcome in sorted({**broken, **self._trouble}.items())
        )

    def _pass(self, legacy: str = "") -> list[ExerciseResult]:
        suite = self._suite
        program = Program(
            cells=self.slice.cells,
            modules=_modules(self.slice.modules, suite.preload),
            support=suite.support,
            stubbed=suite.stubbed,
            seed=self._number("the libraries' random numbers"),
            legacy=bool(legacy),
            exact_training=self._exact_training,
        )
        with Session(program, self._zygotes, self._limits, suite.stand_ins) as session:
            session.open()
            self._refuse_if_weak(session.layers)
            answers = interview(
                suite,
                session,
                self._number,
                self._tell,
                lambda public: self._go_on(public, session.trouble),
            )
        if self.gave_up:
            return []
        self._trouble = session.trouble
        self.layers, self.versions = session.layers, session.versions
        self.training = session.training
        self.stood_still = self.stood_still or session.stood_still
        answers = {name: self._explained(one, legacy) for name, one in answers.items()}
        self._seen = [one.seen for one in answers.values() if isinstance(one, Asked)]
        marker = Marker(self._submission, suite, self.slice, self._feedback)
        return [marker.result(one, answers, self._trouble) for one in suite.exercises]

    def _go_on(self, public: dict[str, Asked | Exception], trouble: dict[int, Outcome]) -> bool:
        """Whether the private questions are to be put, after the public ones."""
        cases = {case.id: case for case in self._suite.cases}
        asked = {name: one for name, one in public.items() if isinstance(one, Asked)}
        outcomes = [*(one.seen.outcome for one in asked.values()), *trouble.values()]
        lacks = self._may_give_up and self.slice.skipped and self._lacks_names(outcomes)
        if not lacks and self._at_least is None:
            return True
        self.public_earned = sum(
            judge(cases[name], one.probe, one.seen).earned for name, one in asked.items()
        )
        self.gave_up = lacks or self.public_earned < (self._at_least or 0)
        return not self.gave_up

    def _refuse_if_weak(self, layers: tuple[str, ...]) -> None:
        found = level(layers)
        strong = LEVELS.index(found) >= LEVELS.index("strong")
        if self._suite.has_private and not strong and not self._allow_weak:
            raise WeakSandboxError(found, lacking(layers))

    def _explained(self, answer: Asked | Exception, legacy: str) -> Asked | Exception:
        """The answer with what only this side knows: what a missing name may have been meant for.

        Names of cells that were not run count as well; another exercise's name is no misspelling.
        """
        if not isinstance(answer, Asked):
            return answer
        probe, seen = answer.probe, answer.seen
        if not legacy and not isinstance(seen.outcome, Missing):
            return answer
        if isinstance(seen.outcome, Missing):
            known = {*seen.outcome.near, *self.slice.left_out}.difference(self._goals)
            near = tuple(difflib.get_close_matches(probe.name, sorted(known), n=2, cutoff=0.8))
            seen = msgspec.structs.replace(
                seen, outcome=msgspec.structs.replace(seen.outcome, near=near)
            )
        return Asked(probe, msgspec.structs.replace(seen, legacy=legacy))

    def _number(self, purpose: str) -> int:
        """A number keyed to the instructor, the purpose and the submission: repeatable, secret."""
        text = f"{purpose}\0{self._submission.digest}".encode()
        made = hmac.digest(self._suite.key or b"public", text, "sha256")
        return int.from_bytes(made[:7], "big")


def _modules(imported: frozenset[str], preload: tuple[str, ...]) -> tuple[str, ...]:
    """The libraries to have at hand: NumPy, and the slow ones if any of them is imported."""
    return (*BASE, *preload) if imported & set(preload) else BASE


def _refused_by_new_libraries(outcome: Outcome) -> str:
    """The words of the refusal that are ours to repeat; empty if it is none."""
    message = outcome.message if isinstance(outcome, Raised) else ""
    return next((words for words in _LEGACY if words in message), "")
