"""Runs of numbers, by which data are recognised in any file and with any number type."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_LENGTH = 20  # numbers in a run
_DISTINCT = 10  # different numbers in a run; all images share runs of white
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?")
_RAW = ("<f4", "<f8", "<i4", "<i8", "u1")  # number types that a binary file may have
# Odd numbers without a pattern, so that different runs have different sums.
_FACTORS = np.random.default_rng(20).integers(1, 2**62, _LENGTH, dtype=np.uint64) | np.uint64(1)


def digests(numbers: Numbers) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """A digest of each run with enough different numbers, and the index at which the run begins.

    Numbers are rounded to a thousandth, as they are when they have been printed.
    """
    flat = np.nan_to_num(np.ravel(numbers).astype(float), posinf=0, neginf=0)
    if flat.size < _LENGTH:
        return np.array([], np.uint64), np.array([], np.int64)
    whole = np.rint(np.clip(flat, -1e12, 1e12) * 1000).astype(np.int64)
    runs = np.lib.stride_tricks.sliding_window_view(whole, _LENGTH)
    changes = np.diff(np.sort(runs, axis=1), axis=1) != 0
    places = np.flatnonzero(changes.sum(axis=1) + 1 >= _DISTINCT)
    return (runs[places].astype(np.uint64) * _FACTORS).sum(axis=1), places


def in_bytes(data: bytes) -> Iterator[Numbers]:
    """Yield the numbers in a file of NumPy's format, or the bytes read as each number type."""
    try:
        loaded: Any = np.load(io.BytesIO(data), allow_pickle=False)
    except (ValueError, OSError, EOFError, zipfile.BadZipFile):
        for kind in _RAW:
            size = np.dtype(kind).itemsize
            for skipped in range(size):
                count = (len(data) - skipped) // size
                with np.errstate(all="ignore"):
                    yield np.frombuffer(data, kind, count, skipped).astype(float)
        return
    if isinstance(loaded, np.ndarray) and loaded.dtype.kind in "biuf":
        yield loaded


def in_text(text: str) -> tuple[Numbers, list[int]]:
    """The numbers in a text, and the place of each."""
    found = list(_NUMBER.finditer(text))
    values = [float(number[0]) for number in found]
    return np.array(values, dtype=float), [number.start() for number in found]
