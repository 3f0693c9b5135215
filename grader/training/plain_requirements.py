"""Requirements as sentences: a model or a call that fails one of them is left to Keras."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# Keras itself hides these methods of layers and models by attributes of each object.
_HIDDEN_BY_KERAS = {"build", "quantize", "loss"}


class NotPlainError(Exception):
    """A requirement is not met, so Keras trains the model; the message says which."""


def require(holds: object, otherwise: str) -> None:
    """Require a condition.

    Args:
        holds: the condition.
        otherwise: a phrase for what is the case if it does not hold.

    Raises:
        NotPlainError: the condition does not hold.
    """
    if not holds:
        raise NotPlainError(otherwise)


def require_as_made(thing: Any) -> None:
    """Require that no method of an object was replaced by an attribute of the object.

    Raises:
        NotPlainError: a method was replaced.
    """
    hidden = {name for name in vars(thing) if callable(getattr(type(thing), name, None))}
    require(hidden <= _HIDDEN_BY_KERAS, "a method replaced")


def same(some: Sequence[Any], others: Sequence[Any]) -> bool:
    """Whether two sequences hold the very same objects in the same order."""
    return len(some) == len(others) and all(
        thing is other for thing, other in zip(some, others, strict=True)
    )
