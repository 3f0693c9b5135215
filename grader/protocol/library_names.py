"""Functions and classes that both sides have: they cross by module and name.

A test may hand any of them to a submission. A submission hands back only types, which do nothing
but make values: a test may call what it gets.
"""

from __future__ import annotations

import builtins
import datetime as dt
import functools
import math
import operator
import statistics
import string
import types
from typing import Any, get_args

import numpy as np

from grader.protocol.things import Library
from grader.protocol.values import ProtocolError

TABLES = "pandas"
"""The library of tables: they cross where it is loaded, and the grader does not require it."""
KERAS = ("tensorflow", "keras")
"""The libraries for which ``grader.plain_keras`` may stand."""
_MODULES: dict[str, types.ModuleType] = {
    "builtins": builtins, "math": math, "operator": operator, "numpy": np,
    "statistics": statistics, "string": string, "datetime": dt,
}  # fmt: skip
# These run text as code, read files or end the process, and no test needs to hand them over.
NEVER = frozenset(
    {
        "eval", "exec", "compile", "open", "input", "breakpoint", "exit", "quit", "help",
        "globals", "locals", "vars", "getattr", "setattr", "delattr", "load", "save", "savez",
        "fromfile", "memmap", "loadtxt", "genfromtxt", "savetxt", "attrgetter", "methodcaller",
    }
)  # fmt: skip
_TYPES = frozenset(
    {
        "bool", "int", "float", "complex", "str", "bytes", "list", "tuple", "dict", "set",
        "frozenset", "object", "type", "range",
    }
)  # fmt: skip
assert set(get_args(Library.__annotations__["module"])) in (set(), set(_MODULES))  # noqa: S101


@functools.cache
def _known() -> dict[int, Library]:
    """The functions and classes by their identity, made when a test first needs them."""
    found: dict[int, Library] = {}
    for module, content in _MODULES.items():
        # ``vars`` has the names that are loaded; ``dir`` would import further parts of NumPy.
        for name, thing in vars(content).items():
            if not name.startswith("_") and name not in NEVER and callable(thing):
                found.setdefault(id(thing), Library(module, name))  # type: ignore[arg-type]
    for kind in (bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset):
        for name, thing in vars(kind).items():
            if not name.startswith("_") and callable(thing):
                found[id(thing)] = Library("builtins", f"{kind.__name__}.{name}")
    return found


def library_of(thing: object) -> Library | None:
    """The name of a function or class of the libraries; None for anything else."""
    return _known().get(id(thing))


def is_harmless(library: Library) -> bool:
    """Whether a submission may send it: a type that only makes a value, or an exception."""
    thing = getattr(_MODULES[library.module], library.name, None)
    if not isinstance(thing, type):
        return False
    if library.module == "numpy":
        return issubclass(thing, np.generic) or thing is np.ndarray
    return (
        library.name in _TYPES or issubclass(thing, BaseException) or thing.__module__ == "datetime"
    )


def named(module: str, name: str) -> Any:  # noqa: ANN401 - a function or a class
    """The function or class of this name.

    Raises:
        ProtocolError: no object of this name may cross.
    """
    first, _, method = name.partition(".")
    if module not in _MODULES or name.startswith("_") or name in NEVER or method.startswith("_"):
        raise ProtocolError(f"{module}.{name} does not cross"[:200])
    thing = getattr(_MODULES[module], first, None)
    if method:
        thing = getattr(thing, method, None) if first in _TYPES else None
    if not callable(thing):
        raise ProtocolError(f"there is no {module}.{name}"[:200])
    return thing


def harmless(module: str, name: str) -> Any:  # noqa: ANN401 - a class
    """The class of this name, if a submission may send it.

    Raises:
        ProtocolError: it may not.
    """
    found = named(module, name)
    if "." in name or not is_harmless(Library(module, name)):  # type: ignore[arg-type]
        raise ProtocolError(f"{module}.{name} does not come back"[:200])
    return found
