"""Parts of a learner's code, and the questions that can be asked about each.

A part is an expression, a statement or a clause. Every question has an answer for every part: what
a part does not have is empty (``""``, ``()``, `NOTHING`), so nothing has to be checked before it is
asked, and a chain such as ``call.args[:1]`` or ``loop.target.name`` never fails.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from grader.submissions.syntax import walked

_OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.MatMult: "@",
    ast.Pow: "**",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.USub: "-",
}
_LONGEST = 200  # characters of a text that is written back


class Part:
    """One part of the code; two are equal if they are the same place in it."""

    __slots__ = ("node",)

    def __init__(self, node: ast.AST | None) -> None:
        """Wrap a node.

        Args:
            node: a node of the syntax tree; None for a part that is not there.
        """
        self.node = node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part) and self.node is other.node

    def __hash__(self) -> int:
        return id(self.node)

    def __bool__(self) -> bool:
        return self.node is not None

    def is_a(self, *kinds: type[ast.AST]) -> bool:
        """Whether it is of one of these kinds of Python's syntax."""
        return isinstance(self.node, kinds)

    # Names and values

    @property
    def name(self) -> str:
        """The name that it is, if it is a plain name."""
        return self.node.id if isinstance(self.node, ast.Name) else ""

    @property
    def attribute(self) -> str:
        """The name after the last dot: ``shape`` of ``W.shape``."""
        return self.node.attr if isinstance(self.node, ast.Attribute) else ""

    @property
    def constant(self) -> object:
        """The value of a number, a text, a bool or None that is written out; else `NOTHING`."""
        return self.node.value if isinstance(self.node, ast.Constant) else NOTHING

    @property
    def number(self) -> float | None:
        """The number that is written out, if it is one; with a minus sign, the negative one."""
        if isinstance(self.node, ast.UnaryOp) and isinstance(self.node.op, ast.USub):
            number = Part(self.node.operand).number
            return None if number is None else -number
        value = self.constant
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    @property
    def is_constant(self) -> bool:
        """Whether it is a number, a text, True, False or None that is written out."""
        return isinstance(self.node, ast.Constant)

    @property
    def is_none(self) -> bool:
        """Whether it is None, written out."""
        return isinstance(self.node, ast.Constant) and self.node.value is None

    @property
    def stored(self) -> bool:
        """Whether it is given a value here, not read."""
        return isinstance(getattr(self.node, "ctx", None), ast.Store)

    # Calls and operators

    @property
    def called(self) -> str:
        """The name of the function that is called: ``dot`` of ``np.dot(w, x)``."""
        return self._callee.attribute or self._callee.name

    @property
    def method(self) -> str:
        """The name of the function if it is called after a dot: ``np.dot(w, x)``."""
        return self._callee.attribute

    @property
    def function(self) -> str:
        """The name of the function if it is called without a dot: ``len(b)``."""
        return self._callee.name

    @property
    def _callee(self) -> Part:
        return Part(self.node.func) if isinstance(self.node, ast.Call) else NOTHING

    @property
    def owner(self) -> Part:
        """The part before the last dot: ``np`` of ``np.dot(w, x)``, ``W`` of ``W.shape``."""
        node = self._callee.node if isinstance(self.node, ast.Call) else self.node
        return Part(node.value) if isinstance(node, ast.Attribute) else NOTHING

    @property
    def args(self) -> tuple[Part, ...]:
        """The positional arguments of a call."""
        return _parts(self.node.args) if isinstance(self.node, ast.Call) else ()

    def arg(self, place: int) -> Part:
        """The positional argument of a call at a place, from 0."""
        return self.args[place] if place < len(self.args) else NOTHING

    @property
    def keywords(self) -> Mapping[str, Part]:
        """The keyword arguments of a call."""
        if not isinstance(self.node, ast.Call):
            return {}
        return {word.arg or "**": Part(word.value) for word in self.node.keywords}

    @property
    def inputs(self) -> tuple[Part, ...]:
        """All arguments of a call."""
        return (*self.args, *self.keywords.values())

    @property
    def operator(self) -> str:
        """The operator of an operation, of a change such as ``+=``, of the first comparison."""
        op = getattr(self.node, "op", None) or next(iter(getattr(self.node, "ops", ())), None)
        return _OPERATORS.get(type(op), "") if isinstance(op, ast.AST) else ""

    @property
    def left(self) -> Part:
        """The part left of an operator or a comparison."""
        return Part(getattr(self.node, "left", None))

    @property
    def right(self) -> Part:
        """The part right of an operator, or of the first comparison."""
        found = getattr(self.node, "right", None)
        return Part(found or next(iter(getattr(self.node, "comparators", ())), None))

    @property
    def sides(self) -> tuple[Part, Part]:
        """The parts left and right of an operator."""
        return self.left, self.right

    @property
    def factors(self) -> tuple[Part, ...]:
        """The factors of a product of arrays: w and x of ``np.dot(w, x)`` and of ``w @ x``."""
        if self.method in ("dot", "matmul", "inner"):
            return self.args
        return self.sides if self.operator == "@" else ()

    @property
    def operands(self) -> tuple[Part, ...]:
        """The operands of a comparison."""
        node = self.node
        return _parts([node.left, *node.comparators]) if isinstance(node, ast.Compare) else ()

    # Assignments and indices

    @property
    def value(self) -> Part:
        """The value that is assigned, returned or stated; of a subscript, ``W`` of ``W[0]``."""
        found = getattr(self.node, "value", None)
        return Part(found) if isinstance(found, ast.AST) else NOTHING

    @property
    def targets(self) -> tuple[Part, ...]:
        """The targets of an assignment or a loop."""
        found = getattr(self.node, "targets", None) or [getattr(self.node, "target", None)]
        return _parts(node for node in found if isinstance(node, ast.AST))

    @property
    def target(self) -> Part:
        """The first target of an assignment or a loop."""
        return next(iter(self.targets), NOTHING)

    @property
    def index(self) -> tuple[Part, ...]:
        """The indices of a subscript: ``:`` and ``j`` of ``W[:, j]``, ``j`` of ``W[j]``."""
        if not isinstance(self.node, ast.Subscript):
            return ()
        index = Part(self.node.slice)
        return index.elements if index.is_a(ast.Tuple) else (index,)

    @property
    def place(self) -> float | None:
        """The only index of a subscript, if it is a number: 0 of ``W[0]``, -1 of ``W[-1]``."""
        return self.index[0].number if len(self.index) == 1 else None

    @property
    def is_new_axis(self) -> bool:
        """Whether it is an index that adds an axis: ``np.newaxis`` or None."""
        return "newaxis" in (self.attribute, self.name) or self.is_none

    @property
    def ends(self) -> tuple[Part, Part]:
        """The parts before and behind the colon of a slice: 1 and n of ``1:n``."""
        return Part(getattr(self.node, "lower", None)), Part(getattr(self.node, "upper", None))

    @property
    def is_whole(self) -> bool:
        """Whether it is the slice of a whole axis: a bare ``:``."""
        return isinstance(self.node, ast.Slice) and not (
            self.node.lower or self.node.upper or self.node.step
        )

    @property
    def elements(self) -> tuple[Part, ...]:
        """The elements of a list or a tuple that is written out."""
        return _parts(self.node.elts) if isinstance(self.node, ast.List | ast.Tuple) else ()

    # Choices and loops

    @property
    def test(self) -> Part:
        """The condition of an ``if``, of ``a if c else b`` and of a ``while``."""
        return Part(getattr(self.node, "test", None))

    @property
    def branches(self) -> tuple[Part, ...]:
        """The statements of both branches of an ``if``, or the two values of ``a if c else b``."""
        if isinstance(self.node, ast.If):
            return _parts([*self.node.body, *self.node.orelse])
        return (
            _parts([self.node.body, self.node.orelse]) if isinstance(self.node, ast.IfExp) else ()
        )

    @property
    def body(self) -> tuple[Part, ...]:
        """The statements of a loop, or the element of a list comprehension."""
        if isinstance(self.node, ast.For | ast.While):
            return _parts(self.node.body)
        return _parts([self.node.elt]) if isinstance(self.node, ast.ListComp) else ()

    @property
    def repeated(self) -> tuple[Part, ...]:
        """All parts within the body of a loop."""
        return tuple(part for statement in self.body for part in statement.parts)

    @property
    def stops(self) -> bool:
        """Whether it is a check: an ``assert``, or an ``if`` that raises an exception."""
        if isinstance(self.node, ast.If):
            return any(isinstance(statement, ast.Raise) for statement in self.node.body)
        return isinstance(self.node, ast.Assert)

    @property
    def value_raised(self) -> str:
        """The class of the exception that a ``raise`` names."""
        found = Part(self.node.exc) if isinstance(self.node, ast.Raise) else NOTHING
        return found.called or found.name

    @property
    def iterated(self) -> Part:
        """The iterable of a loop, or of the first ``for`` of a list comprehension."""
        return Part(getattr(self._head, "iter", None))

    @property
    def counter(self) -> str:
        """The plain name that a loop gives to each element."""
        return Part(getattr(self._head, "target", None)).name

    @property
    def _head(self) -> ast.AST | None:
        return self.node.generators[0] if isinstance(self.node, ast.ListComp) else self.node

    # Parts within parts

    @property
    def parts(self) -> tuple[Part, ...]:
        """This part and all parts within it, outer ones before inner ones."""
        return _parts(walked(self.node)) if self.node is not None else ()

    @property
    def names(self) -> frozenset[str]:
        """The plain names within it."""
        return frozenset(part.name for part in self.parts) - {""}

    @property
    def children(self) -> tuple[Part, ...]:
        """The parts right below it."""
        return _parts(ast.iter_child_nodes(self.node)) if self.node is not None else ()

    @property
    def line(self) -> int:
        """The line on which it begins, in its cell; 0 if it is not there."""
        return int(getattr(self.node, "lineno", 0))

    @property
    def last_line(self) -> int:
        """The line on which it ends."""
        return int(getattr(self.node, "end_lineno", 0) or 0)


NOTHING = Part(None)
"""A part that is not there."""


def _parts(nodes: Iterable[ast.AST | None]) -> tuple[Part, ...]:
    return tuple(Part(node) for node in nodes if node is not None)
