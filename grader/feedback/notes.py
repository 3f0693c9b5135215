"""The note on a right answer: the one thing about it that is most useful to know."""

from __future__ import annotations

import ast

from grader.diagnosis.evidence import Evidence
from grader.diagnosis.facts import FunctionFacts
from grader.protocol.probes import Call
from grader.suite import Exercise

_LOOPS = (ast.For, ast.While, ast.comprehension)


def note_on(exercise: Exercise, evidence: Evidence) -> str:
    """The note on a right answer; empty if there is nothing to know.

    Args:
        exercise: the exercise that is answered.
        evidence: the answers and their source.
    """
    facts = evidence.facts()
    if not isinstance(facts, FunctionFacts):
        return ""
    borrowed = sorted(facts.free & facts.bound)
    if borrowed:
        names = " and ".join(f"`{name}`" for name in borrowed[:2])
        return (
            f"Right, but `{evidence.name}` uses {names} of the notebook. With other data that may "
            "no longer fit: hand over all that a function needs through its parameters."
        )
    if exercise.at_once and (_activates_often(evidence) or facts.of(*_LOOPS)):
        return (
            f"Right, but `{evidence.name}` goes through the rows or units in a loop. One product "
            "of the whole arrays does the same in one step: how often is `g` called then?"
        )
    return ""


def _activates_often(evidence: Evidence) -> bool:
    """Whether one call of the function calls the activation more than once."""
    return any(
        len(answer.seen.activated) > 1
        for answer in evidence.answers
        if not isinstance(answer.probe, Call) or answer.probe.times == 1
    )
