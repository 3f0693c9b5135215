"""Typed answers in the spellings people use: ``41``, ``41.0`` and ``"41"`` are one number.

Every function takes what a name holds, whatever that is, and gives None for what it cannot read.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from grader.suite import numbers_in

_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{0,30})?|[+-]?\.\d{1,30}")
_THOUSANDS = re.compile(r"(?<=\d)[,_ ](?=\d{3}(?!\d))")
_SHAPE = re.compile(r"[(\[]?((?:\s*\d{1,9}\s*,)+(?:\s*\d{1,9})?)\s*[)\]]?")
_MOST_AXES = 32  # of a shape that somebody types
_LETTER = re.compile(r"\(?\s*([a-z])\s*[).:]?", re.IGNORECASE)


def is_open(held: object) -> bool:
    """Whether it is still to be answered."""
    return held is None or (isinstance(held, str) and held.strip() in ("", "?", "..."))


def number(held: object) -> float | None:
    """A finite number, an array of one such, or a text such as "41", "10,431" or "0.5"."""
    if isinstance(held, str):
        text = _THOUSANDS.sub("", held.strip())
        return float(text) if _NUMBER.fullmatch(text) else None
    if isinstance(held, bool) or not isinstance(held, int | float | np.ndarray):
        return None
    array = numbers(held)
    is_one = array is not None and array.size == 1 and bool(np.isfinite(array).all())
    return float(array.ravel()[0]) if array is not None and is_one else None


def numbers(held: object) -> np.ndarray[Any, Any] | None:
    """Numbers in an array of floats of any shape, from an array, a list or a tuple."""
    array = numbers_in(held)
    return None if array is None or array.dtype.kind == "b" else array.astype(float)


def shape(held: object) -> tuple[int, ...] | None:
    """A shape: a tuple or list of whole numbers, an array of them, or a text such as "(400,)"."""
    if isinstance(held, str):
        found = _SHAPE.fullmatch(held.strip())
        return tuple(map(int, re.findall(r"\d+", found[1]))) if found else None
    if isinstance(held, np.ndarray) and held.ndim == 1:
        held = held.tolist()
    if not isinstance(held, list | tuple) or len(held) > _MOST_AXES:
        return None
    parts = [number(part) for part in held]
    if any(part is None or not float(part).is_integer() for part in parts):
        return None
    return tuple(int(part) for part in parts if part is not None)


def letter(held: object) -> str | None:
    """A choice: "b", "B", "b)" or "(b)"."""
    found = _LETTER.fullmatch(held.strip()) if isinstance(held, str) else None
    return found[1].lower() if found else None


def shown(held: object) -> str:
    """What somebody typed, in a few characters."""
    return f"{held!r:.60}"


def near(given: float, right: float) -> bool:
    """Whether a number worked out by hand is right, rounded to two decimals or better."""
    return abs(given - right) <= 0.006 + 0.001 * abs(right)
