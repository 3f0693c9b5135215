"""A piece of a learner's code as its calls, loops, assignments and names."""

from __future__ import annotations

import ast
from collections.abc import Collection
from functools import cached_property

from grader.diagnosis.parts import Part
from grader.submissions.syntax import walked

NUMPY = frozenset({"np", "numpy"})
"""The names under which NumPy is imported."""
ROOM = frozenset({"zeros", "empty", "ones", "array", "zeros_like", "empty_like"})
"""NumPy's functions that make an array."""
_COPIES = frozenset({"array", "zeros_like", "empty_like"})  # what they are given is no size


class Code:
    """The parts of a piece of code by kind; in the order of the text, outer before inner ones.

    Each list is made once: a function of an entry may ask in a loop, and a learner's code be long.
    """

    def __init__(self, node: ast.AST) -> None:
        self._node = node
        self._found: dict[tuple[type[ast.AST], ...], tuple[Part, ...]] = {}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All its parts."""
        return tuple(Part(node) for node in walked(self._node))

    @cached_property
    def statements(self) -> tuple[Part, ...]:
        """The statements that stand in no other statement."""
        return tuple(Part(node) for node in getattr(self._node, "body", ()))

    def of(self, *kinds: type[ast.AST]) -> tuple[Part, ...]:
        """The parts of these kinds of Python's syntax, for kinds without a property here."""
        if kinds not in self._found:
            nodes = (node for node in walked(self._node) if isinstance(node, kinds))
            self._found[kinds] = tuple(map(Part, nodes))
        return self._found[kinds]

    def calls(self, *names: str, of: Collection[str] = ()) -> tuple[Part, ...]:
        """The calls, ``np.dot(w, x)`` as well as ``dot(w, x)``.

        Args:
            names: the names of the functions, without what stands before the dot; without any,
                all calls are found.
            of: the names that may stand before the dot, such as `NUMPY`; empty for any.
        """
        return tuple(
            call
            for call in self.of(ast.Call)
            if (not names or call.called in names) and (not of or call.owner.name in of)
        )

    @cached_property
    def assignments(self) -> tuple[Part, ...]:
        """Statements such as ``a = b``."""
        return self.of(ast.Assign)

    def results(self, *names: str) -> frozenset[str]:
        """The names that are given the result of such a call: ``a`` of ``a = np.ones(3)``."""
        puts = (put for put in self.assignments if put.value.called in names)
        return frozenset(target.name for put in puts for target in put.targets) - {""}

    @cached_property
    def sizes_written_out(self) -> tuple[Part, ...]:
        """Numbers above 1 for the length of the answer's array, or for one that a check demands."""

        def is_shape(part: Part) -> bool:
            return "shape" in (part.attribute, part.value.attribute)

        makers = {"full", "reshape", *ROOM} - _COPIES
        kept = {value.value for value in self.returns}
        filled = self.returned | self.filled
        puts = (put for put in self.assignments for part in put.targets if part.names & filled)
        kept |= {value for put in puts for value in (put.value, *put.value.elements)}
        places = [arg for call in kept if call.called in makers for arg in call.args]
        checks = [part for part in self.of(ast.Assert, ast.If) if part.stops]
        for comparison in (part for check in checks for part in check.test.parts):
            if any(map(is_shape, comparison.operands)):
                places += [part for part in comparison.operands if not is_shape(part)]
        lengths = [length for place in places for length in (place, *place.elements)]
        return tuple(
            part for part in lengths if isinstance(part.constant, int) and (part.number or 0) > 1
        )

    @cached_property
    def dropped(self) -> tuple[Part, ...]:
        """The expressions whose result is kept nowhere: ``np.append(a, z)`` alone on a line."""
        return tuple(statement.value for statement in self.of(ast.Expr))

    @cached_property
    def changes(self) -> tuple[Part, ...]:
        """Statements such as ``a += b``."""
        return self.of(ast.AugAssign)

    @cached_property
    def returns(self) -> tuple[Part, ...]:
        """Statements such as ``return a``."""
        return self.of(ast.Return)

    @cached_property
    def loops(self) -> tuple[Part, ...]:
        """``for`` and ``while``."""
        return self.of(ast.For, ast.While)

    @cached_property
    def for_loops(self) -> tuple[Part, ...]:
        """``for`` alone."""
        return self.of(ast.For)

    @cached_property
    def repeating(self) -> tuple[Part, ...]:
        """Loops, and lists that are built in place: ``[f(x) for x in xs]``."""
        return self.of(ast.For, ast.While, ast.ListComp)

    @cached_property
    def collects(self) -> bool:
        """Whether results are collected in a list: appended, or built in place."""
        appended = any(part.attribute == "append" for part in self.attributes)
        return appended or bool(self.of(ast.ListComp))

    @cached_property
    def operations(self) -> tuple[Part, ...]:
        """Operations with two operands: ``a + b``."""
        return self.of(ast.BinOp)

    @cached_property
    def comparisons(self) -> tuple[Part, ...]:
        """Comparisons such as ``a < b``."""
        return self.of(ast.Compare)

    @cached_property
    def attributes(self) -> tuple[Part, ...]:
        """Attributes: ``W.shape``, and the ``found.append`` of a call."""
        return self.of(ast.Attribute)

    @cached_property
    def picks(self) -> tuple[Part, ...]:
        """Subscripts, read or filled: ``W[:, j]``."""
        return self.of(ast.Subscript)

    def picks_of(self, *names: str) -> tuple[Part, ...]:
        """The subscripts of these names."""
        return tuple(pick for pick in self.picks if pick.value.name in names)

    @cached_property
    def counters(self) -> frozenset[str]:
        """The plain names that ``for`` counts with, in loops and in lists built in place."""
        clauses = self.of(ast.For, ast.comprehension)
        return frozenset(clause.target.name for clause in clauses) - {""}

    @cached_property
    def used(self) -> frozenset[str]:
        """The names that occur."""
        return frozenset(part.name for part in self.of(ast.Name))

    @cached_property
    def read(self) -> frozenset[str]:
        """The names whose values are used."""
        return frozenset(part.name for part in self.of(ast.Name) if not part.stored)

    @cached_property
    def given(self) -> frozenset[str]:
        """The names that are given a value."""
        return frozenset(part.name for part in self.of(ast.Name) if part.stored)

    @cached_property
    def filled(self) -> frozenset[str]:
        """The names that get values at an index: ``a`` of ``a[j] = z``."""
        return frozenset(pick.value.name for pick in self.picks if pick.stored) - {""}

    @cached_property
    def grown(self) -> frozenset[str]:
        """The names of lists that are appended to: ``a`` of ``a.append(z)``."""
        words = ("append", "extend", "insert")
        found = (part.owner.name for part in self.attributes if part.attribute in words)
        return frozenset(found) - {"", *NUMPY}

    @cached_property
    def returned(self) -> frozenset[str]:
        """The names within what is returned."""
        return frozenset(name for part in self.returns for name in part.value.names)


def says(messages: Collection[str], pieces: Collection[str]) -> bool:
    """Whether one of the messages has all these pieces; a piece may end with a line break.

    Args:
        messages: "Kind: message" of exceptions.
        pieces: of one of them; one that ends with a line break stands at the end of a line.
    """
    return any(all(piece in words + "\n" for piece in pieces) for words in messages)
