"""A note for an answer that is right: one thing to know."""

from __future__ import annotations

import ast

from grader.diagnosis.evidence import Evidence
from grader.diagnosis.facts import FunctionFacts
from grader.suite import Exercise

_LOOPS = (ast.For, ast.While, ast.comprehension)


def notes(exercise: Exercise, evidence: Evidence) -> str:
    """The most useful thing to know; empty if there is none.

    Args:
        exercise: whose answer it is.
        evidence: what it answered, and its source.
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
    if exercise.at_once and _loops(facts, evidence):
        return (
            f"Right, but `{evidence.name}` goes through the rows or units in a loop. One product "
            "of the whole arrays does the same in one step: how often is `g` called then?"
        )
    return ""


def _loops(facts: FunctionFacts, evidence: Evidence) -> bool:
    called_often = any(
        len(answer.seen.activated) > 1 for answer in evidence.answers if _once(answer.probe)
    )
    return called_often or bool(facts.of(*_LOOPS))


def _once(probe: object) -> bool:
    return getattr(probe, "times", 1) == 1
