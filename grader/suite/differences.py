"""Words for answers: the description of an answer, and its difference from the right one."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from grader.protocol.values import Array, Function, Items, Strange, Value

NO_ANSWER = "no answer yet"
"""The words for an answer that is still to be typed; a check shows such a case as waiting."""


class Difference(msgspec.Struct, frozen=True):
    """The difference of an answer from the right one, in words.

    Attributes:
        expected: what would have been right.
        got: what came instead.
        hint: one sentence about this very difference, if there is one to say.
    """

    expected: str
    got: str
    hint: str = ""

    def at_call(self, number: int) -> Difference:
        """The same, said of a later call with the same inputs."""
        words = f"call {number} with the same inputs gave another answer: is an input changed?"
        return replace(self, got=f"{self.got} (at call {number})", hint=words)


def describe_value(value: Value) -> str:
    """The description of an answer, in words."""
    if value is None:
        return "None"
    if isinstance(value, Array):
        return f"an array of shape {value.shape}"
    if isinstance(value, Items):
        return f"a {value.kind} of {len(value.values)}"
    if isinstance(value, Function):
        return "a function"
    if isinstance(value, Strange):
        reason = f" ({value.reason})" if value.reason else ""
        kind = "array" if value.type_name == "ndarray" else f"object of type {value.type_name}"
        return f"an {kind}{reason}"
    kind = "text" if isinstance(value, str) else type(value).__name__
    return f"the {kind} {value!r:.60}"
