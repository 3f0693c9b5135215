"""Tables of pandas as things, where pandas is loaded; a message of a child never imports it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.protocol.things import Column, Exact, Table, Thing
from grader.protocol.values import ProtocolError

Part = Callable[[Any], Any]
_DTYPE = re.compile(
    r"(bool|boolean|object|str|string|category|u?int(8|16|32|64)|U?Int(8|16|32|64)|float(16|32|64)"
    r"|Float(32|64)|complex(64|128)|(datetime|timedelta)64\[(s|ms|us|ns)\])"
)
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,9})?")
_AS_OBJECTS = ("boolean", "string", "str", "category")
_MOST_COLUMNS = 10_000


def encoded(thing: Any, kind: type, part: Part) -> Thing | None:  # noqa: ANN401, PLR0911 - a table of types
    """A table, column or index of pandas as a thing; None for anything else.

    Args:
        thing: the object.
        kind: its type.
        part: encodes a part of it.
    """
    pandas = sys.modules["pandas"]
    if kind is pandas.Series:
        return _column(thing, part, index=_column(thing.index, part))
    if kind is pandas.DataFrame:
        if thing.shape[1] > _MOST_COLUMNS:
            return None
        columns = tuple(_column(thing.iloc[:, place], part) for place in range(thing.shape[1]))
        return Table(columns, _column(thing.columns, part), _column(thing.index, part))
    if isinstance(thing, pandas.Index) and kind.__module__.startswith("pandas."):
        return _column(thing, part)
    if kind is pandas.Timestamp and thing.tzinfo is None:
        return Exact("Timestamp", (str(thing),))
    if kind is pandas.Timedelta:
        return Exact("Timedelta", (int(thing.value),))
    if thing is pandas.NaT or thing is pandas.NA:
        return Exact("NaT" if thing is pandas.NaT else "NA")
    return None


def _column(values: Any, part: Part, index: Column | None = None) -> Column:  # noqa: ANN401
    pandas = sys.modules["pandas"]
    dtype = str(values.dtype)
    if isinstance(values, pandas.MultiIndex):
        return Column(part(list(values)), "multi", part(list(values.names)))
    known = _DTYPE.fullmatch(dtype) and dtype not in _AS_OBJECTS and dtype[0].islower()
    content = values.to_numpy() if known and dtype != "object" else values.tolist()
    return Column(part(content), dtype[:60], part(values.name), index)


def decoded(thing: Column | Table, part: Part) -> Any:  # noqa: ANN401
    """The table, column or index.

    Raises:
        ProtocolError: pandas is not loaded here, or the thing is of another kind.
    """
    pandas = sys.modules.get("pandas")
    if pandas is None:
        raise ProtocolError("a table of pandas, which is not loaded here")
    try:
        if isinstance(thing, Table):
            index = _index(thing.index, part, pandas)
            parts = [_series(column, part, index, pandas) for column in thing.columns]
            made = pandas.concat(parts, axis=1) if parts else pandas.DataFrame(index=index)
            made.columns = _index(thing.labels, part, pandas)
            return made
        if thing.index is None:
            return _index(thing, part, pandas)
        return _series(thing, part, _index(thing.index, part, pandas), pandas)
    except ProtocolError:
        raise
    except Exception as error:  # noqa: BLE001 - what pandas says of what does not fit
        raise ProtocolError(f"no table: {type(error).__name__}"[:200]) from None


def exact(kind: str, parts: list[Any]) -> Any:  # noqa: ANN401
    """A time, a span of time, or the mark of a missing one."""
    pandas = sys.modules.get("pandas")
    if pandas is None:
        raise ProtocolError("a time of pandas, which is not loaded here")
    if kind in ("NaT", "NA"):
        return getattr(pandas, kind)
    (part,) = parts
    if kind == "Timestamp" and type(part) is str and _TIME.fullmatch(part):
        return pandas.Timestamp(part)
    if kind == "Timedelta" and type(part) is int:
        return pandas.Timedelta(part, unit="ns")
    raise ProtocolError(f"no {kind}")


def _series(column: Column, part: Part, index: Any, pandas: Any) -> Any:  # noqa: ANN401
    return pandas.Series(
        _values(column, part), index=index, name=part(column.name), dtype=_dtype(column)
    )


def _index(column: Column, part: Part, pandas: Any) -> Any:  # noqa: ANN401
    values = _values(column, part)
    if column.dtype == "multi":
        return pandas.MultiIndex.from_tuples(values, names=part(column.name))
    return pandas.Index(values, name=part(column.name), dtype=_dtype(column))


def _values(column: Column, part: Part) -> Any:  # noqa: ANN401
    """A list or an array; of a range or a single number pandas would make as many as it is told."""
    values = part(column.values)
    if type(values) is list or (type(values) is np.ndarray and values.ndim):
        return values
    raise ProtocolError("a column of no known kind")


def _dtype(column: Column) -> str:
    if not _DTYPE.fullmatch(column.dtype):
        raise ProtocolError("a column of no known kind")
    return column.dtype
