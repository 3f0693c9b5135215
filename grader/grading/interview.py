"""Putting the questions: every public case of all exercises first, then the private ones.

So what a submission learns from a private question cannot come out in the answer to a public one,
which a student gets to see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from grader.judging.asked import Asked
from grader.protocol.observations import Exceeded, Lost, NotAsked, Observation, TimedOut
from grader.protocol.probes import Probe
from grader.sandbox.session import Session
from grader.suite import Case, Suite

_MOST_FATAL = 2  # after so many in one exercise its other questions are not put
_SHARE_AFTER = 0.1  # of the seconds for a question, once one of the exercise has used them up


def interview(
    suite: Suite,
    session: Session,
    number: Callable[[str], int],
    tell: Callable[[str], None],
    go_on: Callable[[dict[str, Asked | Exception]], bool],
) -> dict[str, Asked | Exception]:
    """Ask every case; the same question is put once.

    Args:
        suite: the cases.
        session: the submission.
        number: a repeatable, secret number for a purpose, here a case's name.
        tell: told which exercise it is at.
        go_on: asked when the public cases are done: whether the private ones are to follow. Once
            they have been put, nothing is begun anew of which a student sees more than the marks.

    Returns:
        By the case's name, what came back, or why its question could not be made.

    Raises:
        SandboxError: no process can be had to ask in.
    """
    answers: dict[str, Asked | Exception] = {}
    known: dict[Probe, Observation] = {}
    fatal: Counter[str] = Counter()
    slow: set[str] = set()
    cases = _in_order(suite)
    public = sum(not case.private for case in cases)
    for place, case in enumerate(cases):
        if place == public:
            session.seal()
            if not go_on(answers):
                return answers
        tell(case.exercise)
        try:
            probe = case.question(number)
        except Exception as error:  # noqa: BLE001 - a fault of the case's, which costs nobody points
            answers[case.id] = error
            continue
        seen = known.get(probe)
        if seen is None:
            if fatal[case.exercise] >= _MOST_FATAL:
                seen = Observation(NotAsked("earlier questions of this exercise had no answer"))
            else:
                share = _SHARE_AFTER if case.exercise in slow else 1.0
                seen = session.observe(probe, share)
            known[probe] = seen
            fatal[case.exercise] += isinstance(seen.outcome, Lost)
            if isinstance(seen.outcome, TimedOut | Exceeded):
                slow.add(case.exercise)
        answers[case.id] = Asked(probe, seen)
    if public == len(cases):
        go_on(answers)
    return answers


def _in_order(suite: Suite) -> list[Case]:
    cases = [case for exercise in suite.exercises for case in suite.of(exercise)]
    return sorted(cases, key=lambda case: case.private)
