"""The verdicts on what a notebook holds: the public cases of an exercise are asked of it."""

from __future__ import annotations

import dis
from collections.abc import Iterator, Mapping
from functools import partial
from types import FunctionType
from typing import Any

import numpy as np
from msgspec.structs import replace

from grader.answering.probe_answers import answer
from grader.checks.time_limit import within
from grader.judging.asked import Asked
from grader.judging.judge import forgiven, judge
from grader.protocol.observations import Missing, NotAsked, Observation, Returned, TimedOut
from grader.protocol.probes import Probe
from grader.report import CaseResult
from grader.suite import NO_ANSWER, Case, Exercise, Suite

SECONDS = 10.0  # for each case; most answers take less than one, a model's first some seconds
WAITING = "waiting"
"""The outcome of a case that nothing has been answered to yet."""

Namespace = Mapping[str, Any]
Pair = tuple[CaseResult, Asked]


def question(case: Case) -> Probe:
    """The question of a public case, which is the same for everybody."""
    return case.ask(np.random.default_rng(0))


def verdicts(
    suite: Suite,
    exercise: Exercise,
    namespace: Namespace,
    seconds: float = SECONDS,
    *,
    begun: bool = False,
) -> list[Pair]:
    """The verdicts of the public cases on what the student wrote, each with question and answer.

    Of an exercise with several names, those count that the notebook has come to. After a case that
    took too long no other is asked.

    Args:
        suite: the public suite.
        exercise: whose cases to ask.
        namespace: what the student wrote, by its name.
        seconds: how long a case may take.
        begun: whether what holds nothing is wrong, since making it stopped; else it waits.

    Raises:
        KeyboardInterrupt: somebody pressed the stop button.
    """
    cases = [case for case in suite.of(exercise) if question(case).name in namespace]
    answers = list(_answers(cases, namespace, seconds))
    judged = [
        _verdict(case, asked, namespace[asked.probe.name], seconds, begun=begun)
        for case, asked in zip(cases, answers, strict=True)
    ]
    return list(zip(forgiven(cases, judged), answers, strict=True))


def _answers(cases: list[Case], namespace: Namespace, seconds: float) -> Iterator[Asked]:
    too_slow = False
    for probe in map(question, cases):
        if too_slow:
            seen = Observation(NotAsked("the case before took too long"))
        else:
            seen = within(seconds, partial(answer, probe, dict(namespace), at_home=True))
        too_slow = too_slow or isinstance(seen.outcome, TimedOut)
        yield Asked(probe, seen)


def _verdict(case: Case, asked: Asked, thing: object, seconds: float, *, begun: bool) -> CaseResult:
    result = judge(case, asked.probe, asked.seen)
    waits = result.got == NO_ANSWER or (not begun and _waits(asked, thing))
    if result.status == "failed" and waits:
        return replace(result, status="skipped", outcome=WAITING)
    if isinstance(asked.seen.outcome, TimedOut):
        longer = f"check({asked.probe.name}, seconds={6 * seconds:g})"
        words = f"{result.help} If it does end and only needs longer, write `{longer}`."
        return replace(result, help=words)
    if result.status == "passed" and case.remark:
        return replace(result, note=case.remark)
    return result


def _waits(asked: Asked, thing: object) -> bool:
    """Whether nothing is written yet: a None, or a function that looks at no argument."""
    outcome = asked.seen.outcome
    if isinstance(outcome, Missing):
        return thing is None
    returned = isinstance(outcome, Returned) and set(outcome.values) == {None}
    return returned and isinstance(thing, FunctionType) and not _looks_at_arguments(thing)


def _looks_at_arguments(function: FunctionType) -> bool:
    code = function.__code__
    arguments = {*code.co_varnames[: code.co_argcount]}
    if arguments & set(code.co_cellvars):
        return True
    loads = (step.argval for step in dis.get_instructions(code) if "LOAD_FAST" in step.opname)
    # Since Python 3.13 one instruction loads two variables, or stores one and loads another.
    return any(arguments & {*(name if isinstance(name, tuple) else (name,))} for name in loads)
