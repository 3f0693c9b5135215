"""Encoding objects as things and decoding them; nothing is imported, no foreign code is run.

Only objects of exactly the known types are data: a subclass may lie when it is asked.
"""

from __future__ import annotations

import collections
import datetime as dt
import decimal
import fractions
import pathlib
import re
import sys
from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from msgspec.structs import replace

from grader.protocol import pandas_things
from grader.protocol.bounds import MAX_DIMENSIONS
from grader.protocol.library_names import library_of, named
from grader.protocol.numbers import fits
from grader.protocol.things import (
    MAX_ALIKE,
    MAX_DIGITS,
    MAX_NESTING,
    MAX_TEXTS,
    MAX_THINGS,
    NEW_CLASS,
    Cells,
    Column,
    Exact,
    Library,
    Octets,
    Own,
    Pairs,
    Raw,
    Record,
    Sequence,
    Stayed,
    Table,
    Thing,
)
from grader.protocol.values import DTYPE_CODES, Array, ProtocolError, encode, plain_text

_SEQUENCES: dict[type, str] = {
    list: "list", tuple: "tuple", set: "set", frozenset: "frozenset",
    collections.deque: "deque",
}  # fmt: skip
_PAIRS: dict[type, str] = {
    dict: "dict", collections.OrderedDict: "OrderedDict",
    collections.defaultdict: "defaultdict", collections.Counter: "Counter",
}  # fmt: skip
_FACTORIES: dict[type, str] = {
    kind: kind.__name__ for kind in (int, float, complex, bool, str, list, tuple, dict, set)
}
_RAW = re.compile(r"complex(64|128)|(datetime|timedelta)64\[(Y|M|W|D|h|m|s|ms|us|ns)\]")
_DECIMAL = re.compile(r"[+-]?(\d{1,200}(\.\d{0,200})?(E[+-]?\d{1,6})?|Infinity|s?NaN)")
_DIGITS = re.compile(rf"-?\d{{1,{MAX_DIGITS}}}")
_PATH, _LONGEST_PATH = type(pathlib.Path()), 4096
_INT64 = range(-(2**63), 2**63)

Leave = Callable[[object], Stayed | Own]
"""Returns the thing as which an object that is no data crosses."""
Find = Callable[[Stayed | Own], Any]
"""Returns the object that stands for one that did not cross."""
Named = Callable[[str, str], Any]
"""Returns the function or class of a module, by the names of both."""


class Encoder:
    """Makes one thing of an object, within a budget of parts."""

    def __init__(
        self,
        leave: Leave,
        largest: int = 8 << 20,
        sends: Callable[[Library], bool] = lambda _: True,
    ) -> None:
        """An encoder.

        Args:
            leave: returns the thing for an object that is no data.
            largest: the most bytes of an array.
            sends: whether a function or class of the libraries crosses by its name.
        """
        self._leave = leave
        self._largest = largest
        self._sends = sends
        self._left = MAX_THINGS  # parts of containers

    def encode(self, thing: Any, depth: int = 0) -> Thing:  # noqa: ANN401, PLR0911 - a table of types
        """The object as a thing; never raises, never runs the object's own operators."""
        kind = type(thing)
        if depth > MAX_NESTING:
            return self._leave(thing)
        if kind in (bytes, bytearray):
            return Octets(kind.__name__, bytes(thing))  # type: ignore[arg-type]
        if thing is None or kind in (bool, float):
            return thing  # type: ignore[no-any-return]
        if kind is int:
            return self._whole(thing)
        if kind is str:
            return plain_text(thing, len(thing))
        if kind in _SEQUENCES or kind in _PAIRS:
            return self._container(thing, kind, depth)
        if kind is np.ndarray or (kind.__module__ == "numpy" and isinstance(thing, np.generic)):
            return self._array(thing, depth)
        return self._other(thing, kind, depth)

    def _container(self, thing: Any, kind: type, depth: int) -> Thing:  # noqa: ANN401
        parts = thing if kind in _SEQUENCES else [part for pair in thing.items() for part in pair]
        if len(parts) > self._left:
            return self._leave(thing)
        items = self._parts(parts, depth)
        if kind in _SEQUENCES:
            longest = thing.maxlen if kind is collections.deque else None
            return Sequence(_SEQUENCES[kind], items, longest)  # type: ignore[arg-type]
        made_by = thing.default_factory if kind is collections.defaultdict else None
        return Pairs(_PAIRS[kind], items, self._factory(made_by))  # type: ignore[arg-type]

    def _factory(self, made_by: object) -> Stayed | Own | str | None:
        """What a dictionary makes new values with; a class of somebody's own makes none."""
        if type(made_by) is type:
            return _FACTORIES.get(made_by)
        return None if made_by is None or isinstance(made_by, type) else self._leave(made_by)

    def _parts(self, parts: Collection[Any], depth: int) -> tuple[Thing, ...]:
        """The parts of something as things; most are numbers, which are things as they are."""
        self._left -= len(parts)
        kinds = set(map(type, parts))
        if kinds == {float} or (kinds == {int} and min(parts) in _INT64 and max(parts) in _INT64):
            return tuple(parts)
        return tuple(
            part
            if type(part) is float or (type(part) is int and part in _INT64)
            else self.encode(part, depth + 1)
            for part in parts
        )

    def _whole(self, number: int) -> Thing:
        if number in _INT64:
            return number
        few = number.bit_length() < MAX_DIGITS * 3  # each digit has more than three bits
        return Exact("int", (str(number),)) if few else self._leave(number)

    def _array(self, thing: Any, depth: int) -> Thing:  # noqa: ANN401
        plain = np.asarray(thing)
        if self._is_too_large(plain):
            return self._leave(thing)
        if plain.dtype.name in DTYPE_CODES:
            value = encode(thing, largest=self._largest)
            if isinstance(value, Array):
                return replace(value, by_columns=plain.flags.fnc)
        elif plain.dtype.kind in "UO":
            items = self._parts(plain.ravel().tolist(), depth)
            if plain.ndim == 0 and plain.dtype.kind == "U":
                return items[0]
            return Cells("str" if plain.dtype.kind == "U" else "object", plain.shape, items)
        elif _RAW.fullmatch(plain.dtype.name) and plain.nbytes <= self._largest:
            little = plain.astype(plain.dtype.newbyteorder("<"), copy=False)
            return Raw(plain.dtype.name, plain.shape, little.tobytes())
        return self._leave(thing)

    def _is_too_large(self, array: np.ndarray[Any, Any]) -> bool:
        """Whether an array, or the parts of one of texts or objects, are too many to cross."""
        if array.ndim > MAX_DIMENSIONS or not fits(array.shape):
            return True
        if array.dtype.kind == "U" and array.nbytes > MAX_TEXTS:
            return True
        return array.dtype.kind in "UO" and array.size > self._left

    def _other(self, thing: Any, kind: type, depth: int) -> Thing:  # noqa: ANN401
        exact = _exact_parts(thing, kind)
        if exact is not None:
            name, parts = exact
            return Exact(name, self._parts(parts, depth))  # type: ignore[arg-type]
        if kind.__bases__ == (tuple,) and _is_record(kind):
            fields = tuple(kind._fields)  # type: ignore[attr-defined]
            items = self._parts(tuple(tuple.__iter__(thing)), depth)
            return Record(kind.__name__[:200], fields, items)
        if "pandas" in sys.modules:
            table = pandas_things.encoded(thing, kind, lambda part: self._parts((part,), depth)[0])
            if table is not None:
                return table
        found = library_of(thing)
        return found if found is not None and self._sends(found) else self._leave(thing)


def _is_record(kind: type) -> bool:
    fields = kind.__dict__.get("_fields")
    return (
        type(fields) is tuple
        and len(fields) <= 100  # noqa: PLR2004 - a record, not a table
        and all(type(field) is str and field.isidentifier() for field in fields)
        and not any(name in kind.__dict__ for name in ("__eq__", "__iter__", "__getitem__"))
    )


def _exact_parts(thing: Any, kind: type) -> tuple[str, tuple[Any, ...]] | None:  # noqa: ANN401, C901, PLR0911 - a table of types
    if kind is complex:
        return "complex", (thing.real, thing.imag)
    if kind is fractions.Fraction:
        return "Fraction", (thing.numerator, thing.denominator)
    if kind is decimal.Decimal:
        return "Decimal", (str(thing),)
    if kind is dt.date:
        return "date", (thing.year, thing.month, thing.day)
    if kind is dt.time and thing.tzinfo is None:
        return "time", (thing.hour, thing.minute, thing.second, thing.microsecond)
    if kind is dt.datetime and thing.tzinfo is None:
        return "datetime", (*thing.timetuple()[:6], thing.microsecond)
    if kind is dt.timedelta:
        return "timedelta", (thing.days, thing.seconds, thing.microseconds)
    if kind is _PATH:
        return "Path", (str(thing),)
    if kind in (range, slice):
        return kind.__name__, (thing.start, thing.stop, thing.step)
    if thing is Ellipsis or thing is NotImplemented:
        return ("Ellipsis" if thing is Ellipsis else "NotImplemented"), ()
    return None


def decode_thing(thing: Thing, find: Find, known: Named = named) -> Any:  # noqa: ANN401 - of any kind
    """The object that a thing stands for.

    Args:
        thing: the thing that came.
        find: returns the objects that stand for those that did not cross.
        known: returns what both sides have, or refuses it.

    Raises:
        ProtocolError: it stands for nothing, or for nothing that an encoder makes.
    """
    if type(thing) in _THEMSELVES:
        return thing
    try:
        return _Decoder(find, known).decode(thing, 0)
    except ProtocolError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever Python or NumPy says of it
        raise ProtocolError(
            f"a thing that cannot be read: {type(error).__name__}: {error}"[:200]
        ) from None


_THEMSELVES = frozenset({int, float, str, bool, type(None)})


class _Decoder:
    def __init__(self, find: Find, known: Named) -> None:
        self._find = find
        self._known = known
        self._left = MAX_THINGS

    def _parts(self, parts: tuple[Thing, ...], depth: int) -> list[Any]:
        """The objects for the parts of a thing; numbers and texts, as most are, stay themselves."""
        self._left -= len(parts)
        if depth > MAX_NESTING + 1 or self._left < 0:
            raise ProtocolError("a thing of too many parts")
        if _THEMSELVES.issuperset(map(type, parts)):
            return list(parts)
        return [
            part if type(part) in _THEMSELVES else self.decode(part, depth + 1) for part in parts
        ]

    def decode(self, thing: Thing, depth: int) -> Any:  # noqa: ANN401, C901, PLR0911, PLR0912 - a table of types
        if type(thing) in _THEMSELVES:
            return thing
        match thing:  # what is called comes most often
            case Stayed() | Own():
                return self._find(thing)
            case Array():
                found = thing.numpy()
                return found if thing.came_as == "ndarray" or found.ndim else found[()]
            case Octets(kind, data):
                return bytearray(data) if kind == "bytearray" else data
            case Sequence(kind, items, longest):
                parts = self._parts(items, depth)
                if kind == "deque":
                    return collections.deque(parts, longest)
                return _SEQUENCE_TYPES[kind](_keys(parts) if "set" in kind else parts)
            case Pairs(kind, items, factory):
                return self._pairs(kind, self._parts(items, depth), factory)
            case Exact(kind, parts):
                return _exact(kind, self._parts(parts, depth))
            case Record(name, fields, items):
                self._left -= 0 if (name, fields) in _RECORDS else NEW_CLASS
                return _record(name, fields, self._parts(items, depth))
            case Cells(dtype, shape, items):
                return _cells(dtype, shape, self._parts(items, depth))
            case Raw(dtype, shape, data):
                return _raw(dtype, shape, data)
            case Column() | Table():
                return pandas_things.decoded(thing, lambda part: self._parts((part,), depth)[0])
            case Library(module, name):
                return self._known(module, name)
        return thing

    def _pairs(self, kind: str, parts: list[Any], factory: Stayed | Own | str | None) -> Any:  # noqa: ANN401
        if len(parts) % 2:
            raise ProtocolError("a dictionary with a key and no value")
        pairs = zip(_keys(parts[::2]), parts[1::2], strict=True)
        if kind == "defaultdict":
            if isinstance(factory, str) and factory not in _FACTORY_TYPES:
                raise ProtocolError(f"a dictionary of {factory}, which makes no value")
            known = _FACTORY_TYPES[factory] if isinstance(factory, str) else factory
            made_by = self._find(known) if isinstance(known, Stayed | Own) else known
            return collections.defaultdict(made_by, pairs)
        if kind == "Counter":
            return collections.Counter(dict(pairs))
        return collections.OrderedDict(pairs) if kind == "OrderedDict" else dict(pairs)


def _keys(parts: list[Any]) -> list[Any]:
    """The keys of a set or dictionary, which takes the square of how many have the same hash."""
    if len(parts) > MAX_ALIKE:
        (_, most), *_ = collections.Counter(map(hash, parts)).most_common(1)
        if most > MAX_ALIKE:
            raise ProtocolError("keys that were made to be slow")
    return parts


_FACTORY_TYPES = {name: kind for kind, name in _FACTORIES.items()}
_SEQUENCE_TYPES = {name: kind for kind, name in _SEQUENCES.items()}


def _exact(kind: str, parts: list[Any]) -> Any:  # noqa: ANN401 - a table of kinds
    if kind in ("int", "Decimal"):
        (text,) = parts
        if not isinstance(text, str) or not (_DIGITS if kind == "int" else _DECIMAL).fullmatch(
            text
        ):
            raise ProtocolError(f"no {kind}")
        return int(text) if kind == "int" else decimal.Decimal(text)
    if kind == "Path":
        (text,) = parts
        if not isinstance(text, str) or len(text) > _LONGEST_PATH or "\0" in text:
            raise ProtocolError("no path")
        return pathlib.Path(text)
    if kind in ("range", "slice"):
        return (range if kind == "range" else slice)(*parts)
    if kind in ("Ellipsis", "NotImplemented"):
        return Ellipsis if kind == "Ellipsis" else NotImplemented
    if kind in ("Timestamp", "Timedelta", "NaT", "NA"):
        return pandas_things.exact(kind, parts)
    if not all(type(part) in (int, float) for part in parts):
        raise ProtocolError(f"no {kind}")
    return _EXACT[kind](*parts)


_EXACT: dict[str, Callable[..., Any]] = {
    "complex": complex, "Fraction": fractions.Fraction, "date": dt.date,
    "time": dt.time, "datetime": dt.datetime, "timedelta": dt.timedelta,
}  # fmt: skip


def _record(name: str, fields: tuple[str, ...], items: list[Any]) -> Any:  # noqa: ANN401
    if not name.isidentifier() or len(fields) != len(items):
        raise ProtocolError("no named tuple")
    return record_type(name, fields)(*items)


_RECORDS: dict[tuple[str, tuple[str, ...]], Any] = {}


def record_type(name: str, fields: tuple[str, ...]) -> Any:  # noqa: ANN401 - a class of named tuples
    """The class of named tuples with this name and these fields; the same one each time."""
    if len(_RECORDS) > 1000:  # noqa: PLR2004 - a bound on memory, not a rule
        _RECORDS.clear()
    if (name, fields) not in _RECORDS:
        _RECORDS[name, fields] = collections.namedtuple(name, fields)  # noqa: PYI024
    return _RECORDS[name, fields]


def _cells(dtype: str, shape: tuple[int, ...], items: list[Any]) -> Any:  # noqa: ANN401
    if not fits(shape):
        raise ProtocolError(f"an array of shape {shape} cannot cross")
    if dtype == "str":
        if not all(isinstance(item, str) for item in items):
            raise ProtocolError("an array of texts with something else in it")
        if 4 * max(map(len, items), default=0) * len(items) > MAX_TEXTS:  # NumPy pads each
            raise ProtocolError("an array of texts that is too large")
        return np.array(items, dtype=np.str_).reshape(shape)
    made = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        made[place] = item
    return made.reshape(shape)


def _raw(dtype: str, shape: tuple[int, ...], data: bytes) -> Any:  # noqa: ANN401
    if not _RAW.fullmatch(dtype) or not fits(shape):
        raise ProtocolError("an array of no known kind")
    kind = np.dtype(dtype)
    made = np.frombuffer(data, kind.newbyteorder("<")).reshape(shape).astype(kind)
    return made if made.ndim else made[()]
