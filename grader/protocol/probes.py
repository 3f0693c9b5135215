"""Probes: the questions a submission is asked, as data. They hold no answers."""

from __future__ import annotations

import msgspec

from grader.protocol.values import Array, Value


class StandIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A function the submission may call but whose answer stays with the grader.

    While a probe is answered, the name is replaced in the submission by one that sends its data
    arguments to the grader and gets the result as data. So one exercise can be judged although
    the exercise it builds on is wrong, and the right solution of that one is never in reach.

    Attributes:
        name: the name to replace.
        parameters: the parameters in order.
        finish: the parameter, a function, through which each number of the answer goes last; it
            is applied in the submission's own process, as functions do not cross.
        weights: the parameters whose numbers have to be among those of the question; for others the
            submission's own function answers.
    """

    name: str
    parameters: tuple[str, ...]
    finish: str | None = None
    weights: tuple[str, ...] = ()


class Call(msgspec.Struct, frozen=True, tag="call", forbid_unknown_fields=True):
    """Call a function with these arguments.

    Attributes:
        name: the function's name.
        parameters: the names of its parameters, for messages; arguments go by position.
        arguments: one value for each parameter.
        times: how often it is called with the very same objects; each result is an answer.
        stand_ins: the functions that are replaced meanwhile.
    """

    name: str
    parameters: tuple[str, ...]
    arguments: tuple[Value, ...]
    times: int = 1
    stand_ins: tuple[StandIn, ...] = ()


class Describe(msgspec.Struct, frozen=True, tag="describe", forbid_unknown_fields=True):
    """State the facts of a Keras model: its layers, shapes, weights and how it was trained.

    Attributes:
        name: the model's name.
        rows: rows of shape (m, n) for which predictions are asked, too; None for none.
    """

    name: str
    rows: Array | None = None


class Read(msgspec.Struct, frozen=True, tag="read", forbid_unknown_fields=True):
    """State what a name holds: a number, a text, an array, or lists of these.

    Attributes:
        name: the name.
    """

    name: str


Probe = Call | Describe | Read
"""A question, of any kind."""
