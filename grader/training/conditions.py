"""Conditions as sentences: what keeps a model or a call from being trained here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# Keras itself hides these methods of layers and models by attributes of each object.
_HIDDEN_BY_KERAS = {"build", "quantize", "loss"}


class NotPlainError(Exception):
    """Something is not on the list, so Keras does it; the message says what."""


def require(holds: object, otherwise: str) -> None:
    """Go on if the condition holds.

    Args:
        holds: the condition.
        otherwise: what is the matter if it does not hold.

    Raises:
        NotPlainError: it does not hold.
    """
    if not holds:
        raise NotPlainError(otherwise)


def require_as_made(thing: Any) -> None:
    """Go on if an object has no function of its own where its class has one.

    Raises:
        NotPlainError: a method was replaced.
    """
    hidden = {name for name in vars(thing) if callable(getattr(type(thing), name, None))}
    require(hidden <= _HIDDEN_BY_KERAS, "a method replaced")


def same(some: Sequence[Any], others: Sequence[Any]) -> bool:
    """Whether both hold the very same objects in the same order."""
    return len(some) == len(others) and all(
        thing is other for thing, other in zip(some, others, strict=True)
    )
