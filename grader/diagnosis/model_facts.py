"""The facts of a model: its layers, its training, its predictions, and its code."""

from __future__ import annotations

import ast
from typing import Any

import msgspec
import numpy as np

from grader.diagnosis.code import Code, says
from grader.diagnosis.parts import Part
from grader.protocol.observations import Described, Layer
from grader.submissions.syntax import UNPARSABLE, tree_of


class Predictions:
    """A model's outputs for the rows it was asked about; without any, all numbers are NaN."""

    def __init__(self, values: np.ndarray[Any, Any] | None) -> None:
        known = values is not None and values.size > 1
        self._values = values.ravel() if values is not None and known else np.full(2, np.nan)

    @property
    def lowest(self) -> float:
        """The smallest output."""
        return float(self._values.min())

    @property
    def highest(self) -> float:
        """The largest output."""
        return float(self._values.max())

    @property
    def first_half(self) -> float:
        """The mean output for the first half of the rows."""
        return float(self._values[: len(self._values) // 2].mean())

    @property
    def second_half(self) -> float:
        """The mean output for the second half of the rows."""
        return float(self._values[len(self._values) // 2 :].mean())


class ModelFacts(msgspec.Struct, frozen=True):
    """The facts of a model.

    Attributes:
        model: the description that came back; None without a model.
        outputs: its outputs for the rows it was asked about; None if there are no outputs.
        messages: "Kind: message" of every exception in its cells and answers.
        source: the text of the cells that it comes from.
    """

    model: Described | None
    outputs: np.ndarray[Any, Any] | None
    messages: frozenset[str]
    source: str

    @property
    def made(self) -> bool:
        """Whether there is a model."""
        return self.model is not None

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers of the model."""
        return self.model.layers if self.model else ()

    @property
    def units(self) -> list[int | None]:
        """The number of units of each layer; None for a layer without units."""
        return [layer.units for layer in self.layers]

    @property
    def activations(self) -> list[str]:
        """Each layer's activation; empty for a layer without one that has a name."""
        return [layer.activation or "" for layer in self.layers]

    @property
    def input_shape(self) -> tuple[int | None, ...]:
        """The shape of its input, the batch first; empty if it is not built."""
        return (self.model.input_shape or ()) if self.model else ()

    @property
    def loss(self) -> str:
        """The loss it was compiled with; empty if there is none."""
        return (self.model.loss or "") if self.model else ""

    @property
    def optimizer(self) -> str:
        """The class of its optimiser; empty if there is none."""
        return (self.model.optimizer or "") if self.model else ""

    @property
    def learning_rate(self) -> float:
        """The learning rate of its optimiser; NaN without one."""
        rate = self.model.learning_rate if self.model else None
        return float("nan") if rate is None else rate

    @property
    def steps(self) -> int:
        """The number of steps that it was trained."""
        return (self.model.steps or 0) if self.model else 0

    @property
    def predictions(self) -> Predictions:
        """Its outputs, as numbers that can always be compared."""
        return Predictions(self.outputs)

    def says(self, *pieces: str) -> bool:
        """Whether one of the exceptions has all these pieces in its kind and message.

        A piece may end with a line break, for what stands at the end of a line or of all.
        """
        return says(self.messages, pieces)

    @property
    def raised(self) -> bool:
        """Whether there was an exception at all."""
        return bool(self.messages)

    @property
    def code(self) -> Code:
        """The code of its cells; empty if Python cannot read them."""
        try:
            return Code(tree_of(self.source))
        except UNPARSABLE:
            return Code(ast.Module([], []))

    def assigned(self, name: str) -> tuple[Part, ...]:
        """The values that are assigned to a name, in order."""
        return tuple(put.value for put in self.code.assignments if put.target.name == name)
