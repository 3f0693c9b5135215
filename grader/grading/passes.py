"""One pass over a submission: its cells are run, then it is asked the cases, public ones first."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec

import msgspec

from grader.grading.interview import CaseAnswer, Interview
from grader.grading.needed import slow_libraries
from grader.grading.pass_context import PassContext
from grader.grading.private_numbers import number
from grader.judging.asked import Asked
from grader.judging.judge import judge
from grader.protocol import older_names
from grader.protocol.messages import Training
from grader.protocol.observations import Missing, Outcome, Raised
from grader.report import Points, added
from grader.sandbox.session import Session
from grader.submissions.misspelt import name_variants, nearest_names, quoted_names
from grader.submissions.slicing import Slice
from grader.suite import Case, Suite

# The words of refusals that only newer libraries have, with the advice on what to write today.
_ONE_NUMBER = "an array of one number is no number; write `[0]` or `.item()` behind it"
_LEGACY = {
    "setting an array element with a sequence": _ONE_NUMBER,
    "only 0-dimensional arrays can be converted": _ONE_NUMBER,
    "expected a positive integer. Received: units=": "units are a whole number: `Dense(25)`",
    "has no attribute 'numpy'": "an array of NumPy is used as it is, without `.numpy()`",
    "should have unique names": "`input_layer` is the input's own name, so a layer needs another",
    "cannot contain character `/`": "a layer's name has no slash in it",
    "not recognized: {'lr'": "`lr` is `learning_rate` now",
    "`keras.optimizers.legacy` is not supported": "`legacy` is left out, `keras.optimizers.Adam`",
    "passed to Dense: {'batch_input_shape'": "`Input(shape=(400,))` says the shape, before it",
    **older_names.refusals(),
}


class Pass(msgspec.Struct, frozen=True):
    """The results of one pass.

    Attributes:
        chosen: the statements of the submission that were run.
        everything: whether all statements were to be run.
        answers: the answer to each case, by the name of the case.
        trouble: how each cell that did not reach its end stopped, by the number of the cell.
        layers: the protections that were in force.
        versions: the versions of the libraries.
        stood_still: whether a process did nothing and was started afresh.
        training: whether Keras or NumPy has trained the models.
        unasked: for each exercise that could not be asked here, the reason.
    """

    chosen: Slice
    everything: bool
    answers: Mapping[str, CaseAnswer]
    trouble: Mapping[int, Outcome]
    layers: tuple[str, ...]
    versions: Mapping[str, str]
    stood_still: bool
    training: Training
    unasked: Mapping[str, str] = msgspec.field(default_factory=dict)

    def refused(self) -> str:
        """The advice where newer libraries refused something; empty if they did not."""
        return next(filter(None, map(_refused_by_new_libraries, self._outcomes())), "")

    def lacks_names(self) -> bool:
        """Whether something failed because a statement that binds a name was not run."""
        return self.chosen.skipped and any(
            isinstance(outcome, Raised)
            and outcome.kind == "NameError"
            and not self.chosen.left_out.isdisjoint(quoted_names(outcome.message))
            for outcome in self._outcomes()
        )

    def earned(self, suite: Suite) -> Points:
        """The points of the cases that have been asked."""
        cases = {case.id: case for case in suite.cases}
        return added(
            judge(cases[name], answer.probe, answer.seen).earned
            for name, answer in self.answers.items()
            if isinstance(answer, Asked)
        )

    def _outcomes(self) -> Iterable[Outcome]:
        asked = [answer for answer in self.answers.values() if isinstance(answer, Asked)]
        return (*(answer.seen.outcome for answer in asked), *self.trouble.values())


@dataclass(frozen=True)
class Begun:
    """A pass in which the cells have been run, and its child waits for private questions."""

    work: PassContext
    chosen: Slice
    everything: bool
    legacy: str
    session: Session
    interview: Interview

    def found(self) -> Pass:
        """The results of the pass so far."""
        session = self.session
        answers = {name: self._explained(answer) for name, answer in self.interview.answers.items()}
        return Pass(
            self.chosen,
            self.everything,
            answers,
            dict(session.trouble),
            session.layers,
            session.versions,
            session.stood_still,
            session.training,
            self.interview.unasked,
        )

    def finish(self) -> Pass:
        """Ask the private questions, and return the results of the whole pass.

        Raises:
            SandboxError: no process can be had to ask in.
        """
        self.interview.put(private=True, tell=self.work.tell)
        return self.found()

    def _explained(self, answer: CaseAnswer) -> CaseAnswer:
        """The answer with what only this side knows: the names that a missing name may stand for.

        Names of cells that were not run count as well; another exercise's name is no misspelling.
        """
        if not isinstance(answer, Asked):
            return answer
        probe, seen = answer.probe, answer.seen
        if isinstance(seen.outcome, Missing):
            known = {*seen.outcome.near, *self.chosen.left_out}.difference(self.work.goals)
            near = nearest_names(probe.name, known, 2, 0.8) or name_variants(probe.name, known)[:2]
            outcome = msgspec.structs.replace(seen.outcome, near=near)
            seen = msgspec.structs.replace(seen, outcome=outcome)
        return Asked(probe, msgspec.structs.replace(seen, legacy=self.legacy))


def begin(
    work: PassContext,
    stack: ExitStack,
    name: str,
    *,
    everything: bool = False,
    legacy: str = "",
    plain_keras: bool = False,
) -> Begun:
    """Begin a pass: run the cells, and ask the public questions.

    Args:
        work: the submission and the assignment that it is graded against.
        stack: ends the child.
        name: the name of the pass, for which its private questions are drawn; empty for the first.
        everything: whether every cell is run, not only the statements that the exercises need.
        legacy: the reason for running it as older libraries would have; empty if there is none.
        plain_keras: whether the grader's own library of plain networks is found as Keras.

    Raises:
        WeakSandboxError: private cases are not run here.
        SandboxError: no process can be had.
    """
    suite, submission = work.suite, work.submission

    def drawn(purpose: str) -> int:
        whole = f"{purpose}\0{name}" if name else purpose
        return number(suite.key, submission.digest, whole)

    chosen = work.graph.needed(work.goals, everything=everything)
    unasked = {} if plain_keras else _unasked(work, chosen.modules)
    run = chosen
    if unasked:
        goals = [part.goals for part in suite.exercises if part.name not in unasked]
        run = work.graph.needed(itertools.chain(*goals))
    slow = suite.preload if not plain_keras and run.modules & set(suite.preload) else ()
    program = work.program(run.cells, slow, legacy=bool(legacy), plain_keras=plain_keras)
    session = stack.enter_context(
        Session(program, work.children, work.limits, suite.stand_ins, work.budget, work.admit)
    )
    session.open()
    interview = Interview(session, _in_order(suite), drawn, unasked)
    interview.put(private=False, tell=work.tell)
    session.seal()
    return Begun(work, chosen, everything, legacy, session, interview)


def _in_order(suite: Suite) -> tuple[Case, ...]:
    return tuple(case for exercise in suite.exercises for case in suite.of(exercise))


def _unasked(work: PassContext, used: frozenset[str]) -> dict[str, str]:
    """For each exercise that is not asked, the reason: a library that is not installed here."""
    missing = [name for name in work.suite.preload if name in used and find_spec(name) is None]
    if not missing:
        return {}
    imported = slow_libraries(work.graph, work.suite)
    return {
        exercise: f"this answer needs {name}, which is not installed here: pip install {name}"
        for exercise, names in imported.items()
        for name in missing
        if name in names
    }


def _refused_by_new_libraries(outcome: Outcome) -> str:
    """The advice on what to write today in place of what was refused; empty if nothing was."""
    message = outcome.message if isinstance(outcome, Raised) else ""
    return next((today for words, today in _LEGACY.items() if words in message), "")
