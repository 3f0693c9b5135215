"""Remote objects: what stayed in the child, used here as if it were here.

The judge's data crosses only as an argument of an explicit call, subscript or assignment. An
operator is asked only if the other side came from the child too, or if the test itself made the
object by calling a class; otherwise an object that "equals everything" would be handed the expected
value. What a comparison says is believed if it is not said of whatever comes. Of names with two
underscores on either side only Python's own are asked for: by others a library hands over what it
has in hand, as NumPy does by ``__array_wrap__``.
"""

from __future__ import annotations

import builtins
import operator
import secrets
import types
from collections.abc import Callable, Iterator
from types import GeneratorType
from typing import TYPE_CHECKING, Any

from grader.protocol.things import Stayed

if TYPE_CHECKING:
    from grader.remote.link import Link

_get, _set = object.__getattribute__, object.__setattr__
_OF_PYTHON = frozenset(
    name
    for kind in (*vars(builtins).values(), *vars(types).values(), type(iter("")))
    if isinstance(kind, type)
    for name in dir(kind)
).union(
    vars(operator),
    ("__array__", "__class_getitem__", "__dataclass_fields__", "__fspath__", "__getattr__",
     "__match_args__", "__missing__", "__post_init__", "__set_name__", "__slots__", "__wrapped__"),
)  # fmt: skip
"""Names that tests look for in objects; most of them Python's own types have."""
_STEPS = ("__next__", "send", "throw")


class Remote:
    """An object of the submission's."""

    __slots__ = ("__weakref__", "_child", "_link", "_made", "_name", "_steps", "_thing")

    def __init__(self, link: Link, thing: Stayed) -> None:
        _set(self, "_link", link)
        _set(self, "_thing", thing)
        _set(self, "_made", False)  # whether the test made it by calling a class
        _set(self, "_name", "")  # the submission's name for it, if it was got by one
        _set(self, "_steps", False)  # whether a call of it is a step of an iterator
        _set(self, "_child", link.child())

    @staticmethod
    def _stayed(remote: Remote) -> Stayed:
        """What the child knows it by; a new child is asked for it again by its name."""
        link: Link = _get(remote, "_link")
        if _get(remote, "_child") != link.child():
            name = _get(remote, "_name")
            if not name:
                raise link.refuse("an object of the submission's is gone: its process has ended")
            again = link.do("name", name)
            if type(again) is not Remote:
                raise link.refuse(f"{name} is not what it was")
            _set(remote, "_thing", _get(again, "_thing"))
            _set(remote, "_child", link.child())
        thing: Stayed = _get(remote, "_thing")
        return thing

    @staticmethod
    def _of_name(remote: Remote, name: str) -> Remote:
        """It was got by this name."""
        _set(remote, "_name", name)
        return remote

    @staticmethod
    def _called(remote: Remote) -> str:
        """The name that it was got by; empty if it was got in another way."""
        name: str = _get(remote, "_name")
        return name

    @staticmethod
    def _class_of(remote: Remote) -> Any:  # noqa: ANN401 - whatever the child says
        """Its class, as the child says."""
        return _do(remote, "type", remote)

    @staticmethod
    def _is_code(remote: Remote) -> bool:
        """Whether it is a function or a class, by what the child says."""
        thing: Stayed = _get(remote, "_thing")
        return thing.is_class or thing.type_name == "function"

    def __call__(self, *arguments: object, **keywords: object) -> Any:  # noqa: ANN401 - whatever the child has
        """Call it in the child.

        A StopIteration that it raises ends no loop over its results, as in ``all(map(f, things))``.
        """
        try:
            made = _do(self, "call", self, *arguments, **keywords)
        except StopIteration as error:
            if _get(self, "_steps"):
                raise
            raise RuntimeError("a call raised StopIteration") from error
        if _is_class(self) and type(made) is Remote:
            _set(made, "_made", True)
        return made

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - whatever the child has
        """An attribute of it, as the child has it."""
        if (
            name == "__class__"
        ):  # asked by isinstance; an object's own word on it counts for nothing
            return GeneratorType if _get(self, "_thing").is_generator else Remote
        if name in ("__copy__", "__deepcopy__"):
            return _get(self, name)
        if name[:2] == name[-2:] == "__" and name not in _OF_PYTHON:
            raise AttributeError(name)
        if name == "__dict__" and _get(self, "_thing").type_name == "module":
            raise AttributeError(name)
        found = _do(self, "attribute", self, name)
        if name in _STEPS and type(found) is Remote:
            _set(found, "_steps", True)
        return found

    def __setattr__(self, name: str, value: object) -> None:
        _do(self, "set_attribute", self, name, value)

    def __delattr__(self, name: str) -> None:
        _do(self, "delete_attribute", self, name)

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401 - whatever the child has
        """An item of it, as the child has it."""
        return _do(self, "item", self, key)

    def __setitem__(self, key: object, value: object) -> None:
        """Change an item of it in the child."""
        _do(self, "set_item", self, key, value)

    def __delitem__(self, key: object) -> None:
        """Delete an item of it in the child."""
        _do(self, "delete_item", self, key)

    def __len__(self) -> int:
        """Its length, as the child says."""
        return int(_do(self, "length", self))

    def __bool__(self) -> bool:
        """Whether it counts as true, as the child says."""
        return _do(self, "truth", self) is True

    def __iter__(self) -> Iterator[Any]:
        """Its items, asked for one by one."""
        steps = _do(self, "iterate", self)
        if type(steps) is not Remote:
            yield from steps
            return
        while True:
            try:
                item = _do(self, "next", steps)
            except StopIteration:
                return
            yield item

    def __next__(self) -> Any:  # noqa: ANN401 - whatever the child has
        """The next item."""
        return _do(self, "next", self)

    def __contains__(self, item: object) -> bool:
        """Whether an item that came from the child is in it."""
        _only_remote(self, item, "in")
        return _opinion(self, "contains", item, "in") is True

    def __str__(self) -> str:
        return str(_do(self, "string", self))

    def __repr__(self) -> str:
        return str(_do(self, "representation", self))

    def __format__(self, form: str) -> str:
        return str(_do(self, "format", self, form))

    def __hash__(self) -> int:
        return int(_do(self, "hash", self))

    def __int__(self) -> int:
        return int(_do(self, "whole", self))

    def __index__(self) -> int:
        return int(_do(self, "whole", self))

    def __float__(self) -> float:
        return float(_do(self, "real", self))

    def __dir__(self) -> list[str]:
        return list(_do(self, "attributes", self))

    def __enter__(self) -> Any:  # noqa: ANN401 - whatever the child has
        return _do(self, "call", _do(self, "attribute", self, "__enter__"))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        """Leave it. It may end an exception, but no assertion of the test's that has failed."""
        may_end = kind is None or (
            issubclass(kind, Exception) and not issubclass(kind, AssertionError)
        )
        told = kind if may_end and getattr(kind, "__module__", "") == "builtins" else None
        leave = _do(self, "attribute", self, "__exit__")
        return _do(self, "call", leave, told, None, None) is True and may_end

    def __copy__(self) -> Any:  # noqa: ANN401 - whatever the child has
        return _do(self, "copy", self)

    def __deepcopy__(self, _: object) -> Any:  # noqa: ANN401 - whatever the child has
        return _do(self, "deep_copy", self)

    def __instancecheck__(self, thing: object) -> bool:
        """Whether an object of the child's is one of this class of the child's."""
        if type(thing) is Remote:
            return _do(self, "is_a", thing, self) is True
        return _is_record_of(self, type(thing))

    def __eq__(self, other: object) -> bool:
        if other is None:
            return False
        if isinstance(other, type):  # none of the child's, and it tells nothing to nobody
            return _is_record_of(self, other)
        if type(other) is not Remote:
            if Remote._is_code(self) and not _get(self, "_link").can_cross(other):
                return False  # as NumPy asks of a function whether it is its own sign for none
            raise _refusal(self, other, "==")
        return _opinion(self, "eq", other, "==") is True

    def __ne__(self, other: object) -> bool:
        return not self == other


def _do(remote: Remote, operation: Any, *operands: object, **keywords: object) -> Any:  # noqa: ANN401
    return _get(remote, "_link").do(operation, *operands, **keywords)


def _is_class(remote: Remote) -> bool:
    """Whether a call of it makes an object: the child says so, and its name is meant for that.

    A submission may make a class of what is to be a function; then its objects are answers.
    """
    link, name = _get(remote, "_link"), _get(remote, "_name")
    return bool(_get(remote, "_thing").is_class and link.may_be_class(name))


def _is_record_of(remote: Remote, kind: type) -> bool:
    """Whether a class here stands for this class of named tuples of the child's.

    A named tuple crosses as data, and its class is made here again; it has the name and the fields.
    """
    fields = getattr(kind, "_fields", None) if issubclass(kind, tuple) else None
    thing: Stayed = _get(remote, "_thing")
    is_named_so = thing.is_class and thing.type_name == kind.__name__
    return fields is not None and is_named_so and remote._fields == fields


def _refusal(remote: Remote, other: object, sign: str) -> BaseException:
    name = _get(remote, "_thing").type_name
    words = (
        f"a {name} came, which is no data, so `{sign}` with a {type(other).__name__} of the test's "
        "was not asked of it"
    )
    error: BaseException = _get(remote, "_link").refuse(words)
    return error


def _only_remote(remote: Remote, other: object, sign: str) -> None:
    if type(other) is not Remote and not _get(remote, "_made"):
        raise _refusal(remote, other, sign)


def _opinion(remote: Remote, name: str, other: object, sign: str) -> Any:  # noqa: ANN401
    """What it says of another object; one that says yes of whatever comes has no say."""
    asked = (name,) if name == "contains" else ("operator", name)
    found = _do(remote, *asked, remote, other)
    try:
        if not found:
            return found
        of_a_stranger = bool(_do(remote, *asked, remote, secrets.token_bytes(16)))
    except Exception:  # noqa: BLE001 - it need not know what to say
        return found
    if of_a_stranger:
        kind = _get(remote, "_thing").type_name
        words = f"a {kind} says yes to `{sign}` whatever it is compared with"
        raise _get(remote, "_link").refuse(words)
    return found


def _comparison(name: str, sign: str) -> Callable[[Remote, object], Any]:
    def method(self: Remote, other: object) -> Any:  # noqa: ANN401
        _only_remote(self, other, sign)
        return _opinion(self, name, other, sign)

    return method


def _binary(name: str, sign: str) -> Callable[[Remote, object], Any]:
    def method(self: Remote, other: object) -> Any:  # noqa: ANN401
        _only_remote(self, other, sign)
        return _do(self, "operator", name, self, other)

    return method


def _reflected(name: str, sign: str) -> Callable[[Remote, object], Any]:
    def method(self: Remote, other: object) -> Any:  # noqa: ANN401
        _only_remote(self, other, sign)
        return _do(self, "operator", name, other, self)

    return method


def _unary(name: str) -> Callable[[Remote], Any]:
    return lambda self: _do(self, "operator", name, self)


_SIGNS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**",
    "matmul": "@", "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>",
    "divmod": "divmod",
}  # fmt: skip
for _name, _sign in _SIGNS.items():
    _there = _name + "_" if _name in ("and", "or") else _name
    setattr(Remote, f"__{_name}__", _binary(_there, _sign))
    setattr(Remote, f"__r{_name}__", _reflected(_there, _sign))
    if hasattr(operator, f"i{_name}"):
        setattr(Remote, f"__i{_name}__", _binary(f"i{_name}", _sign + "="))
for _name, _sign in {"lt": "<", "le": "<=", "gt": ">", "ge": ">="}.items():
    setattr(Remote, f"__{_name}__", _comparison(_name, _sign))
for _name in ("neg", "pos", "invert", "abs", "round"):
    setattr(Remote, f"__{_name}__", _unary(_name))
