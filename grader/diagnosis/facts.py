"""The words in which ``recognise`` and ``exclude`` of the catalogue's entries are written.

A submission shows `FunctionFacts` of a function and `ModelFacts` of a model. Their code is made of
`Part`s, which `Code` finds. Every question has an answer: a part that is not there is empty.
"""

from __future__ import annotations

import ast
import builtins
from functools import cached_property

from grader.diagnosis.code import NUMPY, ROOM, Code, says
from grader.diagnosis.model_facts import ModelFacts
from grader.diagnosis.parts import NOTHING, Part
from grader.diagnosis.walks import Walks
from grader.diagnosis.working import working

__all__ = ["NOTHING", "NUMPY", "ROOM", "Code", "FunctionFacts", "ModelFacts", "Part"]


class FunctionFacts(Code):
    """The facts of a function: its code, and how its calls ended.

    Attributes:
        cell: the text of the cell that the function is in.
        tree: the syntax tree of the function.
        parameters: the names of its parameters, in the order of the exercise if they are those that
            it asks for, else in the order of the ``def`` line.
        order: the names of its parameters in the order of the ``def`` line.
        as_asked: whether the ``def`` line has the parameters of the exercise in their order.
        free: names it reads that are no parameters, no locals and not built in.
        bound: names that the notebook gives a value outside of functions.
        raised: the kinds of the exceptions that ended its calls.
        messages: "Kind: message" of each of these exceptions.
        numbers: the numbers that its calls gave back, each once; only the first of many.
    """

    def __init__(
        self,
        cell: str,
        tree: ast.FunctionDef,
        *,
        parameters: tuple[str, ...],
        order: tuple[str, ...],
        asked: tuple[str, ...] = (),
        free: frozenset[str],
        bound: frozenset[str] = frozenset(),
        messages: frozenset[str] = frozenset(),
        numbers: frozenset[float] = frozenset(),
    ) -> None:
        super().__init__(tree)
        self.cell = cell
        self.tree = tree
        self.parameters = parameters
        self.order = order
        self.as_asked = bool(asked) and order[: len(asked)] == asked
        self.free = free
        self.bound = bound
        self.raised = frozenset(words.partition(":")[0] for words in messages)
        self.messages = messages
        self.numbers = numbers

    @property
    def source(self) -> str:
        """The text of the function."""
        return ast.get_source_segment(self.cell, self.tree) or ""

    @property
    def gives_bits(self) -> bool:
        """Whether all numbers that it gave back are 0 or 1."""
        return bool(self.numbers) and self.numbers <= {0.0, 1.0}

    @cached_property
    def working(self) -> Code:
        """The code that the answer is made of, without what is printed, kept or tried beside it."""
        return Code(working(self.tree))

    @cached_property
    def walks(self) -> Walks:
        """The lengths that its loops run over, and the places that their counters pick."""
        return Walks(self.tree)

    def own_check_stops(self, *kept: str) -> bool:
        """Whether a check of the learner's own that looks at nothing but arguments ended a call.

        Such a check is wrong, since every question is a right call.

        Args:
            kept: other names that may be in the check.
        """
        known = {*self.order, *NUMPY, *kept, *dir(builtins)} - self.given
        sizes = {name for name in self.given if self.walks.size(Part(ast.Name(name, ast.Load())))}
        for check in self.of(ast.Assert, ast.If):
            if check.stops and check.test.names <= known | sizes and self._ended_by(check):
                return True
        return False

    def _ended_by(self, check: Part) -> bool:
        """Whether the exceptions it was seen to end with are all those of a check."""
        if check.is_a(ast.Assert):
            return self.raised == {"AssertionError"}
        raised = {
            part.value_raised for part in check.parts if part.is_a(ast.Raise) and part.value_raised
        }
        texts = [
            part.constant
            for part in check.parts
            if isinstance(part.constant, str) and part.constant.strip()
        ]
        said = all(any(text in message for text in texts) for message in self.messages)
        return self.raised <= raised and bool(self.raised) and (said or not texts)

    def first(self, count: int) -> tuple[str, ...]:
        """The names of the first parameters; one that is not there gets a name that none has."""
        missing = (f"<parameter {place}>" for place in range(len(self.parameters), count))
        return (*self.parameters[:count], *missing)

    def raises(self, *kinds: str) -> bool:
        """Whether it was seen to end with one of these kinds of exceptions."""
        return not self.raised.isdisjoint(kinds)

    def says(self, *pieces: str) -> bool:
        """Whether one of its exceptions has all these pieces in its kind and message."""
        return says(self.messages, pieces)

    @property
    def own_parts(self) -> tuple[Part, ...]:
        """The parts of the function, without those of functions that are defined within it."""
        inner = self.of(ast.FunctionDef, ast.Lambda)
        helpers = {part for found in inner if found.node is not self.tree for part in found.parts}
        return tuple(part for part in self.parts if part not in helpers)

    @property
    def gives_back(self) -> bool:
        """Whether a ``return`` gives something other than None, or values are yielded."""
        values = (found.value for found in self.returns)
        given = (value for value in values if value and not value.is_none)
        yielded = bool(self.of(ast.Yield, ast.YieldFrom))
        return yielded or any(value.function != "print" for value in given)

    def takes(self, count: int) -> bool:
        """Whether it can be called with so many values, by place or by name."""
        given = self.tree.args
        if given.vararg or given.kwarg:
            return True
        required = sum(default is None for default in given.kw_defaults) - len(given.defaults)
        least = len(given.posonlyargs) + len(given.args) + required
        return least <= count <= len(self.order)
