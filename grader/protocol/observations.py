"""Observations: the answers of a submission, and what went wrong instead, as data.

The child reports ``Returned``, ``Raised``, ``Missing`` or ``Described``. What the child cannot
report (it ran out of time, it died, it sent nonsense) the grader notes itself.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from grader.protocol.values import Array, Name, Text, Value

MAX_EPOCHS = 500  # of a learning curve
Wanted = Literal["function", "model", "value"]
_FEW = msgspec.Meta(max_length=20)


class Returned(msgspec.Struct, frozen=True, tag="returned", forbid_unknown_fields=True):
    """The results, one for each time that the function was called."""

    values: Annotated[tuple[Value, ...], _FEW]


SCRIPT = -1
"""The cell of a line that is counted in its file: a script has no cells."""


NO_KEYBOARD = "NotWhileGradingError"
"""What `input()` raises where nobody answers it."""


class Raised(msgspec.Struct, frozen=True, tag="raised", forbid_unknown_fields=True):
    """An exception.

    Attributes:
        kind: the exception's class name.
        message: its text, cut to a reasonable length.
        cell: the number of the cell of the learner's own line, from 1; 0 if none is known, and
            ``SCRIPT`` where there are no cells.
        line: the line in that cell, from 1.
        code: the text of that line.
    """

    kind: Name
    message: Text
    cell: int = 0
    line: int = 0
    code: Text = ""


class Missing(msgspec.Struct, frozen=True, tag="missing", forbid_unknown_fields=True):
    """The name does not exist, or is not the thing that was asked for.

    Attributes:
        wanted: what was asked for, "function", "model" or "value".
        found: the type of what the name holds instead; empty if the name does not exist.
        near: existing names that look like it.
    """

    wanted: Wanted
    found: Name = ""
    near: Annotated[tuple[Name, ...], _FEW] = ()


class Layer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One layer of a model: kernel of shape (inputs, units), bias of shape (units,)."""

    kind: Name
    units: int | None = None
    activation: Name | None = None
    kernel: Array | None = None
    bias: Array | None = None


class Described(msgspec.Struct, frozen=True, tag="described", forbid_unknown_fields=True):
    """The facts of a Keras model.

    Attributes:
        layers: its layers in order, the input layer left out.
        input_shape: the shape it takes with None for the batch axis; None while it is not built.
        parameters: the number of its weights and biases; None while it is not built.
        loss: the class or function name of the loss; None if it was not compiled.
        from_logits: whether the loss takes logits; None if it does not say.
        optimizer: the class name of the optimiser; None if it was not compiled.
        learning_rate: its learning rate, if it is a plain number.
        steps: the number of training steps that its optimiser has made.
        losses: the loss after each epoch of its last training, if it is known.
        predictions: the predictions for the rows of the question; None if it has no rows.
    """

    layers: Annotated[tuple[Layer, ...], msgspec.Meta(max_length=200)]
    input_shape: Annotated[tuple[int | None, ...], _FEW] | None = None
    parameters: int | None = None
    loss: Name | None = None
    from_logits: bool | None = None
    optimizer: Name | None = None
    learning_rate: float | None = None
    steps: int = 0
    losses: Annotated[tuple[float, ...], msgspec.Meta(max_length=MAX_EPOCHS)] = ()
    predictions: Value = None


class TimedOut(msgspec.Struct, frozen=True, tag="timed_out"):
    """It did not answer in time. Noted by the grader."""

    seconds: float


class Died(msgspec.Struct, frozen=True, tag="died"):
    """Its process ended. Noted by the grader; ``how`` is a phrase such as "exit code 0"."""

    how: str


class Exceeded(msgspec.Struct, frozen=True, tag="exceeded"):
    """It used more than it may and was ended for it. Noted by the grader.

    Attributes:
        what: a phrase that goes on after its name, such as "wrote more than 128 MB of files".
    """

    what: str


class Garbled(msgspec.Struct, frozen=True, tag="garbled"):
    """It sent something that is no answer. Noted by the grader."""

    reason: str


class NotAsked(msgspec.Struct, frozen=True, tag="not_asked"):
    """The question was not asked, for this reason."""

    reason: str


ChildOutcome = Returned | Raised | Missing | Described
Lost = TimedOut | Died | Exceeded | Garbled
"""The child was lost over it, so the next question needs a fresh one."""

Outcome = ChildOutcome | Lost | NotAsked


class StandInUse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One call of a stand-in, as the grader saw it."""

    name: str
    arguments: tuple[Value, ...]


class CellOutput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text that a cell gave, cut to a reasonable length: the submission's word, and no more.

    Attributes:
        out: what it printed.
        err: what it wrote to standard error.
        shown: what it showed by ``display`` and by its last line, as ``repr`` has it.
    """

    out: str = ""
    err: str = ""
    shown: str = ""


class Observation(msgspec.Struct, frozen=True):
    """The answer to one probe, with everything that was observed meanwhile.

    Attributes:
        outcome: the answer itself.
        printed: what was printed meanwhile, cut to a reasonable length.
        changed: the parameters whose arrays were changed in place.
        activated: the shapes with which the activation function was called, in order.
        stand_ins: the calls of stand-ins, in order.
        legacy: why the question was asked as with older libraries; empty if it was not.
    """

    outcome: Outcome
    printed: str = ""
    changed: tuple[str, ...] = ()
    activated: tuple[tuple[int, ...], ...] = ()
    stand_ins: tuple[StandInUse, ...] = ()
    legacy: str = ""
