"""Things: the data of other courses' tests, which is of more types than arrays and numbers.

Where a test is an instructor's own code, its arguments and a submission's results cross as things.
Data crosses by value. Any other object stays where it is: a submission's object in the child,
under a number (``Stayed``), and a test's own function with the test (``Own``).
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from grader.protocol.values import Array, Axes, Name

MAX_THINGS = 3_000_000  # parts of one thing, all levels together
MAX_NESTING = 60
MAX_ALIKE = 1_000  # keys of a set or dictionary that have the same hash
MAX_TEXTS = 128 << 20  # bytes of an array of texts, in which all have the room of the longest
NEW_CLASS = 1_000  # parts that take as long to read as the class of a named tuple is made
MAX_DIGITS = 4_000  # of a whole number, as Python itself converts without being asked to
_Parts = msgspec.Meta(max_length=MAX_THINGS)
_Some = msgspec.Meta(max_length=200)


class Octets(msgspec.Struct, frozen=True, tag="octets", forbid_unknown_fields=True):
    """Bytes."""

    kind: Literal["bytes", "bytearray"]
    data: bytes


class Sequence(msgspec.Struct, frozen=True, tag="sequence", forbid_unknown_fields=True):
    """A list, tuple, set, frozenset or deque.

    Attributes:
        kind: which of them.
        items: its items.
        longest: the most items that a deque keeps; None if it keeps all.
    """

    kind: Literal["list", "tuple", "set", "frozenset", "deque"]
    items: Annotated[tuple[Thing, ...], _Parts]
    longest: Annotated[int, msgspec.Meta(ge=0)] | None = None


class Pairs(msgspec.Struct, frozen=True, tag="pairs", forbid_unknown_fields=True):
    """A dictionary or one of its kind; keys and values by turns.

    Attributes:
        kind: the class of the dictionary.
        items: its keys and values.
        factory: what a ``defaultdict`` makes the values of new keys with: the name of one of
            Python's own types, or a function that stays where it is.
    """

    kind: Literal["dict", "OrderedDict", "defaultdict", "Counter"]
    items: Annotated[tuple[Thing, ...], _Parts]
    factory: Stayed | Own | Name | None = None


class Exact(msgspec.Struct, frozen=True, tag="exact", forbid_unknown_fields=True):
    """A thing made of a few numbers or of a text, such as a date or a fraction."""

    kind: Literal[
        "int", "complex", "Fraction", "Decimal", "date", "time", "datetime", "timedelta", "range",
        "slice", "Ellipsis", "NotImplemented", "Timestamp", "Timedelta", "NaT", "NA", "Path",
    ]  # fmt: skip
    parts: Annotated[tuple[Thing, ...], _Some] = ()


class Record(msgspec.Struct, frozen=True, tag="record", forbid_unknown_fields=True):
    """A named tuple, by the name of its type and its fields."""

    type_name: Name
    fields: Annotated[tuple[Name, ...], _Some]
    items: Annotated[tuple[Thing, ...], _Some]


class Cells(msgspec.Struct, frozen=True, tag="cells", forbid_unknown_fields=True):
    """An array of texts or of objects, in C order."""

    dtype: Literal["str", "bytes", "object"]
    shape: Axes
    items: Annotated[tuple[Thing, ...], _Parts]


class Raw(msgspec.Struct, frozen=True, tag="raw", forbid_unknown_fields=True):
    """An array of complex numbers, times or spans of time, as bytes in C order, little endian."""

    dtype: Name
    shape: Axes
    data: bytes


class Column(msgspec.Struct, frozen=True, tag="column", forbid_unknown_fields=True):
    """A pandas ``Series`` or, without an index, an ``Index``."""

    values: Thing
    dtype: Name
    name: Thing = None
    index: Column | None = None


class Table(msgspec.Struct, frozen=True, tag="table", forbid_unknown_fields=True):
    """A pandas ``DataFrame``."""

    columns: Annotated[tuple[Column, ...], msgspec.Meta(max_length=10_000)]
    labels: Column
    index: Column


class Stayed(msgspec.Struct, frozen=True, tag="stayed", forbid_unknown_fields=True):
    """A thing that stayed in the child.

    Attributes:
        number: the number by which the child knows it.
        type_name: the name of its type.
        is_class: whether it is a class.
        is_generator: whether it is a generator.
        bases: for an exception or its class, the classes that it is one of, the nearest first; a
            dot before the name of a class that is not built in.
    """

    number: int
    type_name: Name = ""
    is_class: bool = False
    is_generator: bool = False
    bases: Annotated[tuple[Name, ...], _Some] = ()


ITERATOR = "<iterator>"
"""The name of a function of the test's that gives the next item each time it is called."""


class Own(msgspec.Struct, frozen=True, tag="own", forbid_unknown_fields=True):
    """A function of the test's, which is called back by the number under which the test has it.

    Attributes:
        number: the number.
        name: its name.
        binds: whether it is given the object first where a class has it, as what ``def`` makes is.
    """

    number: int
    name: Name = ""
    binds: bool = False


class Library(msgspec.Struct, frozen=True, tag="library", forbid_unknown_fields=True):
    """A function or class that both sides have, by module and name; a method as "str.upper"."""

    module: Literal["builtins", "math", "operator", "numpy", "statistics", "string", "datetime"]
    name: Name


Data = Octets | Sequence | Pairs | Exact | Record | Cells | Raw | Column | Table
Thing = None | bool | int | float | str | Array | Data | Stayed | Own | Library
