"""The vocabulary of an assignment: exercises, cases, questions and judgements.

An author of cases imports from here and needs nothing else.
"""

from __future__ import annotations

from grader.suite.vocabulary import (
    Ask,
    Case,
    Drawing,
    Exercise,
    Expect,
    Property,
    Suite,
    WorkedExample,
    agrees_with,
    asking,
    facts,
    holds,
    picture_of,
    returns,
)

__all__ = [
    "Ask",
    "Case",
    "Drawing",
    "Exercise",
    "Expect",
    "Property",
    "Suite",
    "WorkedExample",
    "agrees_with",
    "asking",
    "facts",
    "holds",
    "picture_of",
    "returns",
]
