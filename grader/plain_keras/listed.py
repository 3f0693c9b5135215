"""The marks of names on the list, and the way by which all others leave for the real library."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NoReturn, ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_ROOM = __name__.rpartition(".")[0]
# Attributes that the grader asks for and that Keras' own objects may lack, too.
_MAY_BE_ABSENT = {"history", "inner_optimizer", "kernel", "bias", "__name__", "get_config"}
_OPERATIONS = (
    *("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "pow", "rpow", "matmul"),
    *("rmatmul", "mod", "rmod", "floordiv", "rfloordiv", "neg", "pos", "abs", "invert", "and"),
    *("or", "xor", "lt", "le", "gt", "ge", "int", "float", "index", "complex", "round", "len"),
    *("iter", "next", "contains", "getitem", "setitem", "delitem", "enter", "exit", "repr"),
    *("reduce_ex", "dir", "delattr"),
)
_ways_out: list[Callable[[str], object]] = []


class NotListedError(BaseException):
    """The submission needs the real library; no ``except Exception`` of its own catches this."""


def leave_by(way_out: Callable[[str], object]) -> None:
    """Have ``leave`` call this first, with the name that is not on the list; a child ends then."""
    _ways_out.append(way_out)


def leave(what: str) -> NoReturn:
    """Leave for the real library.

    Args:
        what: the name, or the act, that is not on the list.

    Raises:
        NotListedError: always, if no way out was taken before.
    """
    for way_out in _ways_out:
        way_out(what)
    raise NotListedError(what)


def listed(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Mark a function as listed: a call of it that does not fit, or fails, leaves."""

    @functools.wraps(function)
    def calling(*given: _Given.args, **named: _Given.kwargs) -> _Result:
        try:
            return function(*given, **named)
        except Exception as error:  # noqa: BLE001 - whatever it is, Keras has its own words for it
            leave(f"{function.__qualname__}: {type(error).__name__}: {error}")

    return calling


class ListedType(type):
    """The class of listed classes: using an unknown attribute of them, or setting one, leaves."""

    def __getattr__(cls, name: str) -> Any:
        """Leave; only the attributes for which NumPy looks are absent."""
        if name.startswith("__array"):
            raise AttributeError(name)
        leave(f"{cls.__name__}.{name}")

    def __setattr__(cls, name: str, value: object) -> None:
        """Leave: no attribute is replaced."""
        leave(f"{cls.__name__}.{name} is set")

    def __delattr__(cls, name: str) -> None:
        """Leave: no attribute is taken away."""
        leave(f"{cls.__name__}.{name} is deleted")


class Listed(metaclass=ListedType):
    """A listed object. Its public attributes are those of Keras, the private ones are its own."""

    def __init_subclass__(cls) -> None:
        """Leave, if the class is one of the submission's own."""
        if not cls.__module__.startswith(_ROOM):
            leave(f"a class of {cls.__mro__[1].__name__}'s")

    def __getattr__(self, name: str) -> Any:
        """Leave; only attributes that an object of Keras may lack, too, are absent."""
        if name in _MAY_BE_ABSENT or name.startswith("__array"):
            raise AttributeError(name)
        leave(f"{type(self).__name__}().{name}")

    def __setattr__(self, name: str, value: object) -> None:
        """Leave, if the attribute is a public one, which only a submission sets."""
        if not name.startswith("_"):
            leave(f"{type(self).__name__}().{name} is set")
        object.__setattr__(self, name, value)

    def __bool__(self) -> bool:
        """Objects are true, as Keras' are."""
        return True

    def _show(self, **public: object) -> None:
        """Give the object public attributes."""
        vars(self).update(public)


def leaving(operation: str) -> Callable[..., NoReturn]:
    """A method that leaves, whatever it is given."""

    def method(self: object, *_: object, **__: object) -> NoReturn:
        leave(f"{type(self).__name__}: {operation}")

    return method


for _name in _OPERATIONS:
    type.__setattr__(Listed, f"__{_name}__", leaving(_name))
