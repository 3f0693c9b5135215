"""Asking a submission the questions of its cases; questions that are lost end an exercise early.

A model is described once, however many cases ask for it. A function is called, and a name is read,
anew for each case, since the result may depend on earlier calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from grader.judging.asked import Asked
from grader.protocol.observations import Exceeded, Lost, Missing, NotAsked, Observation, TimedOut
from grader.protocol.probes import Call, Describe, Probe
from grader.protocol.values import Function, check_known
from grader.sandbox.session import Session
from grader.sandbox.stand_in_calls import Reserved
from grader.suite import Case

CaseAnswer = Asked | Exception
"""A question with its answer, or the error because of which the question could not be made."""
Questions = Mapping[str, Probe | Exception]
"""The question of each case, by the name of the case, or the error of making it."""

_MOST_FATAL = 2  # lost questions of an exercise, after which its others are not asked
_SHARE_AFTER = 0.1  # of the seconds for a question, once one of the exercise has used them up


def questions(cases: Iterable[Case], number: Callable[[str], int]) -> Questions:
    """The questions of cases.

    Args:
        cases: the cases.
        number: returns a repeatable, secret number for a purpose.
    """
    made: dict[str, Probe | Exception] = {}
    for case in cases:
        if case.purpose not in made:
            made[case.purpose] = _question(case, number)
    return {case.id: made[case.purpose] for case in cases}


def _question(case: Case, number: Callable[[str], int]) -> Probe | Exception:
    try:
        probe = case.question(number)
        for argument in probe.arguments if isinstance(probe, Call) else ():
            check_known(argument)  # an argument that cannot cross is never sent
        return probe
    except Exception as error:  # noqa: BLE001 - a fault of the case's, which costs nobody points
        return error


class Interview:
    """The questions to one session, and their answers.

    Attributes:
        answers: the answer to each case so far, by the name of the case.
        unasked: for each exercise that cannot be asked here, the reason.
    """

    def __init__(
        self,
        session: Session,
        cases: tuple[Case, ...],
        number: Callable[[str], int],
        unasked: Mapping[str, str],
    ) -> None:
        """Prepare the questions; nothing is asked yet.

        Args:
            session: the session of the submission.
            cases: the cases in order.
            number: returns a repeatable, secret number for a purpose.
            unasked: for each exercise that cannot be asked here, the reason.
        """
        self.unasked = unasked
        self._session = session
        self._cases = cases
        self._number = number
        self._questions = questions(cases, number)
        self._reserved = _reserved(cases, self._questions)
        self._described: dict[Probe, Asked] = {}
        self._put: list[tuple[Case, Observation]] = []
        self.answers: dict[str, CaseAnswer] = {}

    def put(self, *, private: bool, tell: Callable[[str], None]) -> None:
        """Ask the public cases, or the private ones.

        Args:
            private: whether the private cases are asked, and not the public ones.
            tell: is told the exercise of each case before it is asked.

        Raises:
            SandboxError: no process can be had to ask in.
        """
        for case in self._cases:
            if case.private == private:
                tell(case.exercise)
                self.answers[case.id] = self._answer(case)

    def _answer(self, case: Case) -> CaseAnswer:
        probe = self._questions[case.id]
        if isinstance(probe, Exception):
            return probe
        if case.exercise in self.unasked:
            return Asked(probe, Observation(NotAsked(self.unasked[case.exercise])))
        if not isinstance(probe, Describe):
            return self._ask(case, probe)
        known = self._described.get(probe) or self._missing(probe)
        if known is None:
            answer = self._ask(case, probe)
            if isinstance(answer, Exception):
                return answer
            known = self._described[probe] = answer
        return known

    def _missing(self, probe: Describe) -> Asked | None:
        """The answer to a question about a model that was not there when it was asked for."""
        known = (asked.seen for asked in self._described.values() if asked.probe.name == probe.name)
        return next(
            (Asked(probe, seen) for seen in known if isinstance(seen.outcome, Missing)), None
        )

    def _ask(self, case: Case, probe: Probe) -> CaseAnswer:
        earlier = [seen for other, seen in self._put if other.exercise == case.exercise]
        lost = [seen.outcome for seen in earlier if isinstance(seen.outcome, Lost)]
        if len(lost) >= _MOST_FATAL:
            reason = "earlier questions of this exercise had no answer"
            return Asked(probe, Observation(NotAsked(reason)))
        slow = any(isinstance(outcome, TimedOut | Exceeded) for outcome in lost)
        share = _SHARE_AFTER if slow else 1.0
        reserved = self._reserved[case.exercise]
        seen = self._session.ask(probe, share, reserved)
        if seen is None:
            # The old process may have told its question, so the fresh one is asked another.
            again = _question(case, lambda purpose: self._number(f"{purpose}\0again"))
            if isinstance(again, Exception):
                return again
            probe = again
            seen = self._session.ask(probe, share, reserved) or Observation(NotAsked(""))
        self._put.append((case, seen))
        return Asked(probe, seen)


def _reserved(cases: tuple[Case, ...], made: Questions) -> dict[str, frozenset[Reserved]]:
    """For each exercise, the calls in private cases of others, which no stand-in may answer."""
    calls: dict[str, set[Reserved]] = {case.exercise: set() for case in cases}
    for case in cases:
        call = made[case.id]
        if case.private and isinstance(call, Call):
            numbers = (item for item in call.arguments if not isinstance(item, Function))
            calls[case.exercise].add((call.name, tuple(numbers)))
    return {
        exercise: frozenset().union(*(asked for other, asked in calls.items() if other != exercise))
        for exercise in calls
    }
