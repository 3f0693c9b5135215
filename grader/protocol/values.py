"""Values as data: the only form in which an object may cross to the other side.

Numbers, text, sequences and arrays cross. A function crosses by its name in the registry of
activation functions. Anything else is reported by the name of its type, never transported.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

import msgspec
import numpy as np

from grader.protocol.activations import ACTIVATIONS
from grader.protocol.bounds import (
    MAX_ANSWER_TEXT,
    MAX_DEPTH,
    MAX_DIMENSIONS,
    MAX_ITEMS,
    MAX_NUMBERS,
    MAX_TEXT,
)
from grader.protocol.numbers import fits

DtypeCode = Literal[
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    "float16", "float32", "float64",
]  # fmt: skip
DTYPE_CODES: frozenset[str] = frozenset(get_args(DtypeCode))
# Asked of NumPy once: each array that crosses needs it, on either side.
_DTYPES: dict[str, np.dtype[Any]] = {code: np.dtype(code) for code in get_args(DtypeCode)}
_ON_THE_WAY = {code: dtype.newbyteorder("<") for code, dtype in _DTYPES.items()}
_CODES: dict[np.dtype[Any], DtypeCode] = {dtype: code for code, dtype in _DTYPES.items()}  # type: ignore[misc]
_BESIDE = 160  # the most bytes beside an array's elements and its type's name

Name = Annotated[str, msgspec.Meta(max_length=200)]
"""A name, of a type or of a function."""
Text = Annotated[str, msgspec.Meta(max_length=4 * MAX_TEXT)]
"""A text beside an answer. The child's own code sends none that is longer."""
AnswerText = Annotated[str, msgspec.Meta(max_length=MAX_ANSWER_TEXT)]
"""A text that is an answer, or a part of one."""
Axes = Annotated[tuple[Annotated[int, msgspec.Meta(ge=0, le=MAX_NUMBERS)], ...],
                 msgspec.Meta(max_length=MAX_DIMENSIONS)]  # fmt: skip


class ProtocolError(ValueError):
    """A message or value is not what the protocol allows."""


class Array(msgspec.Struct, frozen=True, tag="array", forbid_unknown_fields=True):
    """An array as raw bytes in C order, little endian. Bytes that do not fit the shape are refused.

    Attributes:
        dtype: NumPy's name of the element type, one of ``DTYPE_CODES``.
        shape: the lengths of the axes.
        data: the elements, ``itemsize * prod(shape)`` bytes.
        came_as: the type's own name where it was not a plain ``ndarray`` ("matrix", "EagerTensor").
        by_columns: whether it lies in memory by columns where it comes from, as a transpose does:
            sums of its elements may differ in the last bit.
    """

    dtype: DtypeCode
    shape: Axes
    data: bytes
    came_as: Name = "ndarray"
    by_columns: bool = False

    def __post_init__(self) -> None:
        """Check that shape and bytes belong together; later readers rely on it.

        Raises:
            ProtocolError: they do not, or the shape promises more than an answer may hold.
        """
        if len(self.shape) > MAX_DIMENSIONS or min(self.shape, default=0) < 0:
            raise ProtocolError(f"an array of shape {self.shape} cannot cross")
        itemsize = _DTYPES[self.dtype].itemsize
        if math.prod(self.shape) * itemsize != len(self.data):
            raise ProtocolError(f"{len(self.data)} bytes are no {self.dtype} array of {self.shape}")
        if not fits(self.shape):
            raise ProtocolError(f"an array of shape {self.shape} cannot cross")

    def numpy(self) -> np.ndarray[Any, Any]:
        """The array itself, writable and of its own memory."""
        flat = np.frombuffer(self.data, _ON_THE_WAY[self.dtype])
        order: Literal["C", "F"] = "F" if self.by_columns else "C"
        return flat.reshape(self.shape).astype(_DTYPES[self.dtype], order=order)


class Items(msgspec.Struct, frozen=True, tag="items", forbid_unknown_fields=True):
    """A list or a tuple."""

    kind: Literal["list", "tuple"]
    values: Annotated[tuple[Value, ...], msgspec.Meta(max_length=MAX_ITEMS)]


class Function(msgspec.Struct, frozen=True, tag="function", forbid_unknown_fields=True):
    """An activation function, by its name in the registry."""

    name: Name


class Strange(msgspec.Struct, frozen=True, tag="strange", forbid_unknown_fields=True):
    """Something that does not cross: only the name of its type and the reason do."""

    type_name: Name
    reason: Name = ""


Value = None | bool | int | float | AnswerText | Array | Items | Function | Strange
"""A value that may cross: number, text, array, list or tuple of these, or a function's name."""


def array(content: Any, dtype: Any = None) -> Array:  # noqa: ANN401 - whatever NumPy takes
    """An array to send: ``array([[1.0, 2.0]])``.

    Raises:
        ProtocolError: the elements are of a type that does not cross.
    """
    value = encode(np.asarray(content, dtype=dtype))
    if not isinstance(value, Array):
        raise ProtocolError(f"an array of {np.asarray(content).dtype} cannot cross")
    return value


def encode(thing: object, *, largest: int = 8 << 20) -> Value:
    """Any object as a value; never raises, never runs the object's own operators.

    Args:
        thing: the object, such as one that a submission returned.
        largest: the most bytes that it may have; a larger one crosses as ``Strange``.
    """
    value = _Encoder(largest).encode(thing, 0)
    if isinstance(value, Items) and size(value) > largest:
        return Strange(value.kind, "too large in all")
    return value


def size(value: Value) -> int:
    """The number of bytes in which a value crosses; for an array an upper bound."""
    if isinstance(value, Array):
        return len(value.data) + _BESIDE + 4 * len(value.came_as)
    return len(msgspec.msgpack.encode(value))


class _Encoder:
    """Encodes one answer; its size is bounded over all levels together."""

    def __init__(self, largest: int) -> None:
        self.room = largest
        self.items = MAX_ITEMS

    def encode(self, thing: object, depth: int) -> Value:
        # Exact types only: a subclass may lie about everything it is asked.
        kind = type(thing)
        if thing is None or kind is bool or kind is float:
            return thing  # type: ignore[return-value]
        if kind is int:
            return thing if -(2**63) <= thing < 2**63 else Strange("int", "too large")  # type: ignore[operator,return-value]
        if kind is str:
            text: str = thing  # type: ignore[assignment]
            if len(text) > MAX_ANSWER_TEXT:
                return Strange("str", f"too long: {len(text):,} characters")
            self.room -= len(text)
            return (
                plain_text(text, MAX_ANSWER_TEXT) if self.room >= 0 else Strange("str", "too large")
            )
        if kind is list or kind is tuple:
            return self._items(thing, depth)  # type: ignore[arg-type]
        known = () if kind is np.ndarray else ACTIVATIONS.items()
        name = next((name for name, function in known if function is thing), None)
        return self._array(thing, kind) if name is None else Function(name)

    def _items(self, thing: list[object] | tuple[object, ...], depth: int) -> Value:
        kind: Literal["list", "tuple"] = "list" if type(thing) is list else "tuple"
        self.items -= len(thing)
        if depth >= MAX_DEPTH or self.items < 0:
            return Strange(kind, "too long" if self.items < 0 else "nested too deeply")
        return Items(kind, tuple(self.encode(part, depth + 1) for part in thing))

    def _array(self, thing: object, kind: type) -> Value:
        name = type_name(thing)
        try:
            if issubclass(kind, np.ndarray | np.generic):  # an object may lie about its class
                plain = np.asarray(thing)
                if type(plain) is not np.ndarray:  # it may have arithmetic of its own
                    plain = plain.view(np.ndarray)
            elif kind.__module__.startswith(("tensorflow.", "keras.")) and hasattr(thing, "numpy"):
                plain = np.asarray(thing.numpy())  # an eager tensor or a variable
            else:
                return Strange(name)
            if plain.dtype.kind == "f" and plain.dtype.itemsize > 8:  # noqa: PLR2004 - bytes
                plain = plain.astype(np.float64)  # long double is not the same on all machines
            code = _CODES.get(plain.dtype.newbyteorder("="))
            if code is None:
                return Strange(name, f"elements of type {plain.dtype.name}"[:60])
            if plain.nbytes > self.room:
                words = f"too large: {plain.nbytes >> 20} MB, shape {plain.shape}"
                return Strange(name, words[:200])
            if plain.ndim > MAX_DIMENSIONS or not fits(plain.shape):
                return Strange(name, f"shape {plain.shape}"[:200])
            self.room -= plain.nbytes
            ordered = plain.astype(_ON_THE_WAY[code], copy=False)
            came_as = "ndarray" if kind is np.ndarray else name
            return Array(code, plain.shape, ordered.tobytes(), came_as)
        except Exception as error:  # noqa: BLE001 - a hostile object may raise anything
            return Strange(name, f"raised {type(error).__name__} when read"[:60])


def check(values: Iterable[Value]) -> None:
    """Check that values are no larger and no deeper than ``encode`` makes them.

    Raises:
        ProtocolError: a value is.
    """
    for value in values:
        _check(value)


def _check(value: Value) -> None:
    if not isinstance(value, Items):
        return
    level: list[Value] = [value]
    items = 0
    for _ in range(MAX_DEPTH + 1):
        level = [part for item in level if isinstance(item, Items) for part in item.values]
        items += len(level)
        if not level:
            return
        if items > MAX_ITEMS:
            raise ProtocolError(f"more than {MAX_ITEMS} items in one value")
    raise ProtocolError(f"lists in lists, more than {MAX_DEPTH} deep")


def decode(value: Value) -> Any:  # noqa: ANN401 - the object the value stands for
    """The object that a value stands for.

    Raises:
        ProtocolError: the value stands for nothing this side knows.
    """
    if isinstance(value, Array):
        return value.numpy()
    if isinstance(value, Items):
        parts = [decode(part) for part in value.values]
        return parts if value.kind == "list" else tuple(parts)
    if isinstance(value, Function):
        if value.name not in ACTIVATIONS:
            raise ProtocolError(f"no activation function is called {value.name[:40]!r}")
        return ACTIVATIONS[value.name]
    if isinstance(value, Strange):
        raise ProtocolError(f"a {value.type_name} cannot cross")
    return value


def check_known(value: Value) -> None:
    """Check that a value stands for an object that both sides know, without making the object.

    Raises:
        ProtocolError: the value, or a part of it, does not.
    """
    if isinstance(value, Strange | Function):
        decode(value)
    for part in value.values if isinstance(value, Items) else ():
        check_known(part)


def plain_text(text: str, most: int) -> str:
    """The first ``most`` characters; half a surrogate pair, which UTF-8 cannot say, becomes "?"."""
    return text[:most].encode("utf-8", "replace").decode()


def type_name(thing: object) -> str:
    """The name of an object's type, from the type itself and never from the object."""
    return str(type.__getattribute__(type(thing), "__name__"))[:60]
