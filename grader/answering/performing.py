"""Performing the operations that a test of an instructor's own asks for.

The test runs on the grader's side, beside the answers; the submission's objects are here. Data goes
back by value. Any other object stays here under a number, by which the test names it.
"""

from __future__ import annotations

import builtins
import copy
import operator
import random
import types
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from grader.answering import programs, working_folder
from grader.answering.exception_data import describe_error
from grader.answering.output import captured_apart
from grader.answering.patches import Patches, original_of
from grader.protocol.library_names import is_harmless
from grader.protocol.messages import CalledBack, Did, Do, Threw
from grader.protocol.observations import Raised
from grader.protocol.thing_codec import Encoder, decode_thing
from grader.protocol.things import ITERATOR, Own, Stayed, Thing
from grader.protocol.values import ProtocolError, type_name

Namespace = dict[str, Any]
AskTest = Callable[[int, int, tuple[Thing, ...], dict[str, Thing]], CalledBack]
"""Calls a function of the test's: the open operation, the function's number, its arguments."""

INPUT = 0  # the number of the test's ``input``
_OPERATORS = frozenset(
    {
        "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "and_", "or_", "xor",
        "lshift", "rshift", "eq", "ne", "lt", "le", "gt", "ge", "neg", "pos", "invert", "abs",
        "iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow", "imatmul", "iand", "ior",
        "ixor", "ilshift", "irshift", "divmod", "round",
    }
)  # fmt: skip
_UNSPEAKABLE = Threw("Exception", ("Exception",), (), Raised("Exception", ""))
_MUTABLE = (list, dict, set, bytearray, np.ndarray, defaultdict, OrderedDict, Counter)


class Performer:
    """Performs operations on a submission's objects, and keeps the objects that are no data."""

    def __init__(
        self, namespace: Namespace, ask_test: AskTest, output_limit: int, largest: int
    ) -> None:
        """Prepare; no object is kept yet.

        Args:
            namespace: the submission's names.
            ask_test: calls functions of the test's.
            output_limit: the most characters of printed text that are kept.
            largest: the most bytes of an array in an answer.
        """
        self._namespace = namespace
        self._ask_test = ask_test
        self._output_limit = output_limit
        self._largest = largest
        self._kept: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._functions: dict[int, _TestFunction] = {}  # of the test's: one object for each
        self._open = 0
        self._patches = Patches(namespace)
        self._own_operations: dict[str, Callable[..., Any]] = {
            "names": lambda: [name for name in namespace if not name.startswith("_")],
            "rerun": lambda source: programs.rerun(source, namespace),
            "patch": self._patches.put,
        }

    def perform(self, do: Do) -> Did:
        """Perform one operation. An error of the submission's is an answer, too."""
        outer = self._open, builtins.input
        self._open, builtins.input = do.id, self._input
        try:
            return self._performed(do)
        except BaseException:  # noqa: BLE001 - an object may do anything when it is looked at
            return Did(do.id, threw=_UNSPEAKABLE)
        finally:
            self._open, builtins.input = outer

    def _performed(self, do: Do) -> Did:
        with captured_apart(self._output_limit) as (out, err):
            threw: Threw | None = None
            value: Thing = None
            same = -1
            operands: list[Any] = []
            try:
                operands = [self._decode(thing) for thing in do.operands]
                keywords = {name: self._decode(thing) for name, thing in do.keywords.items()}
                with self._patches.applied(are=do.operation != "patch"):
                    result = self._done(do.operation, operands, keywords)
                same = _place(result, operands)
                value = self._encode(result) if same < 0 else None
            except BaseException as error:  # noqa: BLE001 - SystemExit is an answer like any other
                threw = self.thrown(error)
            changed = tuple(self._changed(do.operands, operands))
        return Did(do.id, value, same, threw, out.text(), err.text(), changed[:100])

    def thrown(self, error: BaseException) -> Threw:
        """An exception as data."""
        kind = type(error)
        try:
            parts = tuple(self._encode(part) for part in error.args[:20])
        except BaseException:  # noqa: BLE001 - its class may do anything
            parts = ()
        return Threw(
            type_name(error), _bases(kind), parts, describe_error(error), self._leave(error)
        )

    def _done(self, operation: str, operands: list[Any], keywords: dict[str, Any]) -> Any:  # noqa: ANN401
        if operation == "call":
            function, *arguments = operands
            return function(*arguments, **keywords)
        if operation in ("name", "set_name", "delete_name"):
            return self._on_name(operation, *operands)
        if operation == "operator":
            name, *sides = operands
            if name not in _OPERATORS:
                raise ProtocolError(f"no operator is called {name!r}"[:200])
            return (getattr(operator, name, None) or getattr(builtins, name))(*sides)
        if operation == "forget":
            for number in operands:
                self._numbers.pop(id(self._kept.pop(number, None)), None)
            return None
        return (self._own_operations.get(operation) or _DO[operation])(*operands)

    def _on_name(self, operation: str, name: str, value: object = None) -> Any:  # noqa: ANN401
        if operation == "set_name":
            self._namespace[name] = value
            return None
        if name not in self._namespace or name.startswith("__"):
            raise NameError(f"name {name!r} is not defined")
        return self._namespace.pop(name) if operation == "delete_name" else self._namespace[name]

    def _encode(self, thing: Any) -> Thing:  # noqa: ANN401
        # A function of the libraries stays, in a list as well: a test may call what it gets.
        return Encoder(self._leave, self._largest, is_harmless).encode(thing)

    def _leave(self, thing: object) -> Stayed | Own:
        own = getattr(thing, "_own_number", None) if isinstance(thing, _TestFunction) else None
        if own is not None:
            return Own(own)
        number = self._numbers.get(id(thing))
        if number is None:
            number = len(self._kept) + 1
            while number in self._kept:
                number += 1
            self._kept[number] = thing
            self._numbers[id(thing)] = number
        is_class = isinstance(thing, type)
        kind: type = thing if is_class else type(thing)  # type: ignore[assignment]
        bases = _bases(kind) if issubclass(kind, BaseException) else ()
        name = str(type.__getattribute__(kind, "__name__"))[:200]
        is_generator = type(thing) is types.GeneratorType
        return Stayed(number, name, is_class, is_generator, bases)

    def _decode(self, thing: Thing) -> Any:  # noqa: ANN401
        return decode_thing(thing, self._find)

    def _find(self, thing: Stayed | Own) -> Any:  # noqa: ANN401
        if isinstance(thing, Own):
            kind = _TestMethod if thing.binds else _TestFunction
            kind = _TestIterator if thing.name == ITERATOR else kind
            return self._functions.setdefault(thing.number, kind(thing, self))
        if thing.number not in self._kept:
            raise ProtocolError("an object that is not there any more")
        return self._kept[thing.number]

    def call_test(
        self,
        number: int,
        arguments: tuple[Any, ...],
        keywords: dict[str, Any],
        original: Any = None,  # noqa: ANN401 - for which the function stands
    ) -> Any:  # noqa: ANN401
        """Call a function of the test's, and raise what it raises."""
        with self._patches.applied(are=False):
            answered = self._answered(number, arguments, keywords)
            if not answered.original:
                return self._decode(answered.value)
        return original(*arguments, **keywords)

    def _answered(
        self, number: int, arguments: tuple[Any, ...], keywords: dict[str, Any]
    ) -> CalledBack:
        operands = tuple(self._encode(part) for part in arguments)
        named = {name: self._encode(part) for name, part in keywords.items()}
        answered = self._ask_test(self._open, number, operands, named)
        if answered.threw is not None:
            raise self._error(answered.threw)
        return answered

    def _error(self, threw: Threw) -> BaseException:
        if isinstance(threw.thing, Stayed) and threw.thing.number in self._kept:
            kept = self._kept[threw.thing.number]
            if isinstance(kept, BaseException):
                return kept
        names = [name for name in threw.bases if hasattr(builtins, name)]
        kind = getattr(builtins, names[0]) if names else Exception
        try:
            made: BaseException = kind(*map(self._decode, threw.parts))
        except Exception:  # noqa: BLE001 - some need other arguments
            made = Exception(threw.raised.message)
        return made

    def _changed(self, before: tuple[Thing, ...], now: list[Any]) -> Iterator[tuple[int, Thing]]:
        """The operands that were changed in place; an operand that was only named is left out."""
        for place, (old, thing) in enumerate(zip(before, now, strict=False)):
            if type(thing) in _MUTABLE or type(thing).__module__.startswith("pandas."):
                new = self._encode(thing)
                if new != old:
                    yield place, new

    def _input(self, prompt: object = "") -> Any:  # noqa: ANN401 - whatever the test gives
        """Ask the test, as ``input()``."""
        return self.call_test(INPUT, (str(prompt),), {})


class _TestFunction:
    """A function of the test's, as the submission sees it."""

    def __init__(self, own: Own, performer: Performer) -> None:
        self._own_number = own.number
        self._performer = performer
        self._original: Any = None
        self.__name__ = own.name or "function"

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401
        return self._performer.call_test(self._own_number, arguments, keywords, self._original)

    def standing_for(self, original: Any) -> _TestFunction:  # noqa: ANN401
        """The same function, which knows for what it stands."""
        self._original = original
        return self


class _TestMethod(_TestFunction):
    """A function of the test's that is written with ``def``, so that a class may have it."""

    def __get__(self, thing: object, kind: object = None) -> Any:  # noqa: ANN401 - as functions are
        return self if thing is None else types.MethodType(self, thing)


class _TestIterator(_TestFunction):
    """An iterator of the test's, as the submission sees it."""

    def __iter__(self) -> _TestIterator:
        """Itself, as of any iterator."""
        return self

    def __next__(self) -> Any:  # noqa: ANN401
        return self()


def _place(result: object, operands: list[Any]) -> int:
    """The place of the operand that is the result itself, if it can change; else -1."""
    if type(result) not in _MUTABLE:
        return -1
    return next((place for place, operand in enumerate(operands) if operand is result), -1)


def _bases(kind: type) -> tuple[str, ...]:
    """The names of a class and its bases, the nearest first; a dot before those not built in."""
    mro: tuple[type, ...] = type.__getattribute__(kind, "__mro__")
    return tuple(
        base.__name__ if getattr(builtins, base.__name__, None) is base else f".{base.__name__}"
        for base in mro[:-1][:20]
    )


def _set_attribute(thing: Any, name: str, value: Any) -> None:  # noqa: ANN401
    setattr(thing, name, original_of(value, getattr(thing, name, None)))


def _seed(number: int) -> None:
    random.seed(number)
    np.random.seed(number)  # noqa: NPY002 - what submissions draw from


_DO: dict[str, Callable[..., Any]] = {
    "attribute": getattr,
    "set_attribute": _set_attribute,
    "delete_attribute": delattr,
    "item": operator.getitem,
    "set_item": operator.setitem,
    "delete_item": operator.delitem,
    "length": len,
    "truth": bool,
    "iterate": iter,
    "next": next,
    "string": str,
    "representation": repr,
    "format": format,
    "hash": hash,
    "contains": operator.contains,
    "whole": operator.index,
    "real": float,
    "is_a": isinstance,
    "type": type,
    "attributes": dir,
    "copy": copy.copy,
    "deep_copy": copy.deepcopy,
    "seed": _seed,
    "start": programs.start,
    "run_as": programs.run_as,
    **working_folder.OPERATIONS,
}
