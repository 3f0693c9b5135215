"""The vocabulary of an assignment: exercises, cases, questions and judgements.

An author of cases imports from here and needs nothing else. ``docs/authoring.md`` shows how.
"""

from __future__ import annotations

from grader.protocol.activations import bent, linear, relu, sigmoid
from grader.protocol.numbers import numbers_in
from grader.protocol.observations import Described, Layer, Observation, Raised, Returned
from grader.protocol.probes import Call, Describe, Probe, Read, StandIn
from grader.protocol.values import Array, Function, Items, Value, array, decode, encode
from grader.report.pictures import Counts, Curve, Grid, Histogram, Image, Images, Picture
from grader.suite.answer_reading import answers_of, arguments_of, picture_of
from grader.suite.builders import Arguments, drawn, example
from grader.suite.cases import (
    Ask,
    Case,
    Drawing,
    Exercise,
    Expect,
    Property,
    WorkedExample,
    asking,
    asking_once,
)
from grader.suite.comparison import compare
from grader.suite.differences import NO_ANSWER, Difference, describe_value
from grader.suite.judgements import (
    agrees_with,
    facts,
    holds,
    raises,
    returns,
)
from grader.suite.suite import Suite

__all__ = [
    "NO_ANSWER",
    "Arguments",
    "Array",
    "Ask",
    "Call",
    "Case",
    "Counts",
    "Curve",
    "Describe",
    "Described",
    "Difference",
    "Drawing",
    "Exercise",
    "Expect",
    "Function",
    "Grid",
    "Histogram",
    "Image",
    "Images",
    "Items",
    "Layer",
    "Observation",
    "Picture",
    "Probe",
    "Property",
    "Raised",
    "Read",
    "Returned",
    "StandIn",
    "Suite",
    "Value",
    "WorkedExample",
    "agrees_with",
    "answers_of",
    "arguments_of",
    "array",
    "asking",
    "asking_once",
    "bent",
    "compare",
    "decode",
    "describe_value",
    "drawn",
    "encode",
    "example",
    "facts",
    "holds",
    "linear",
    "numbers_in",
    "picture_of",
    "raises",
    "relu",
    "returns",
    "sigmoid",
]
