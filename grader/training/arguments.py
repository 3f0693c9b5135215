"""Whether a call of ``fit`` is plain: its arguments are on the list, its data are plain arrays."""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np

from grader.training.conditions import require
from grader.training.library import Library
from grader.training.network import Floats
from grader.training.plain import Plain

_LARGEST = 1 << 27  # numbers in the data; beyond it one copy more may be one too many
_UNUSED = ("class_weight", "sample_weight", "steps_per_epoch", "validation_steps")
_BATCH_METHODS = tuple(
    f"on_{part}batch_{end}" for part in ("", "train_", "test_") for end in ("begin", "end")
)
Array = np.ndarray[Any, Any]


class Data(msgspec.Struct, frozen=True):
    """Examples as the network takes them.

    Attributes:
        inputs: of shape (examples, numbers).
        targets: of shape (examples, units); classes as rows with a single one.
    """

    inputs: Floats
    targets: Floats


class Plan(msgspec.Struct, frozen=True):
    """What a call of ``fit`` asks for.

    Attributes:
        data: to train on.
        validation: to measure on after epochs; None if there are none.
        batch_size: of the training.
        validation_batch_size: of the measuring.
        validation_every: so many epochs.
        epochs: the numbers of the first, from 0, and of the one that is not trained any more.
        shuffle: whether each epoch has an order of its own.
        callbacks: as given.
        verbose: as given.
    """

    data: Data
    validation: Data | None
    batch_size: int
    validation_batch_size: int
    validation_every: int
    epochs: tuple[int, int]
    shuffle: bool
    callbacks: Any
    verbose: Any


def bound(own: Any, given: tuple[Any, ...], named: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a call by their names, with what Keras takes where nothing is given.

    Args:
        own: Keras' ``fit``.
        given: the call's arguments, the model first.
        named: those given by their names.

    Raises:
        TypeError: they do not fit.
    """
    call = inspect.signature(own).bind(*given, **named)
    call.apply_defaults()
    return call.arguments


def kinds(call: Mapping[str, Any]) -> tuple[Any, ...]:
    """What Keras traces a model anew for: the types of the data and their number of axes."""
    arrays = (call["x"], call["y"])
    return tuple((str(getattr(a, "dtype", "")), getattr(a, "ndim", 0)) for a in arrays)


def plan(call: Mapping[str, Any], plain: Plain, library: Library) -> Plan:
    """What the call asks for.

    Args:
        call: from ``bound``.
        plain: the model's facts.
        library: Keras.

    Raises:
        NotPlainError: something is not on the list.
    """
    require(all(call[name] is None for name in _UNUSED), "weights or steps")
    require(type(call["shuffle"]) is bool, "an order of another kind")
    require(type(call["verbose"]) in (bool, int, str), "a verbosity of another kind")
    require(call["verbose"] in ("auto", 0, 1, 2), "a verbosity of another kind")
    size = _size(call["batch_size"], 32)
    first, last = call["initial_epoch"], call["epochs"]
    require(type(first) is int and type(last) is int and 0 <= first < last, "odd epochs")
    _plain_callbacks(call["callbacks"], library)
    x, y = call["x"], call["y"]
    for array in (x, y):
        _plain_array(array)
    require(len(x) == len(y) > 0, "inputs and targets of different number")
    validation = None
    share, held = call["validation_split"], call["validation_data"]
    if held is not None:
        require(type(held) in (tuple, list) and len(held) == 2, "validation data of another kind")  # noqa: PLR2004 - inputs and targets
        validation = _data(held[0], held[1], plain)
    elif share:
        require(type(share) is float and 0 < share < 1, "an odd share for validation")
        cut = math.floor(len(x) * (1.0 - share))
        require(0 < cut < len(x), "an odd share for validation")
        validation = _data(x[cut:], y[cut:], plain)
        x, y = x[:cut], y[:cut]
    every = call["validation_freq"]
    require(type(every) is int and every > 0, "validation at odd times")
    return Plan(
        data=_data(x, y, plain),
        validation=validation,
        batch_size=size,
        validation_batch_size=_size(call["validation_batch_size"], size),
        validation_every=every,
        epochs=(first, last),
        shuffle=call["shuffle"],
        callbacks=call["callbacks"],
        verbose=call["verbose"],
    )


def has_callbacks(callbacks: Any) -> bool:
    """Whether anybody but Keras looks on."""
    return bool(callbacks) or type(callbacks) not in (type(None), list, tuple)


def _size(given: Any, usual: int) -> int:
    require(given is None or (type(given) is int and given > 0), "an odd size of batches")
    return usual if given is None else int(given)


def _plain_callbacks(given: Any, library: Library) -> None:
    """Refuse callbacks that are called at each batch, or of another kind."""
    if given is None:
        return
    require(type(given) in (list, tuple), "callbacks of another kind")
    for callback in given:
        require(isinstance(callback, library.callback), "a callback of another kind")
        untouched = (library.is_default(getattr(callback, name)) for name in _BATCH_METHODS)
        require(all(untouched), "a callback at each batch")


def _plain_array(array: Any) -> None:
    require(type(array) is np.ndarray, "data that are no NumPy array")
    require(array.dtype in _NUMBERS, "numbers of another kind")
    require(array.ndim > 0 and array.size <= _LARGEST, "too much data")


_NUMBERS = tuple(map(np.dtype, ("float32", "float64", "bool", "int8", "uint8", "int16", "uint16",
                                "int32", "int64")))  # fmt: skip


def _data(x: Any, y: Any, plain: Plain) -> Data:
    for array in (x, y):
        _plain_array(array)
    require(len(x) == len(y) > 0, "inputs and targets of different number")
    require(x.shape[1:] == plain.shape, "inputs of another shape")
    inputs = np.array(x, np.float32, order="C").reshape(len(x), -1)
    return Data(inputs, _classes(y, plain) if plain.kind == "sparse" else _targets(y, plain))


def _targets(y: Array, plain: Plain) -> Floats:
    single = plain.units == 1 and y.shape == (len(y),)
    require(single or y.shape == (len(y), plain.units), "targets of another shape")
    return np.array(y, np.float32, order="C").reshape(len(y), plain.units)


def _classes(y: Array, plain: Plain) -> Floats:
    """Numbers of classes as rows with a single one."""
    require(y.shape in ((len(y),), (len(y), 1)), "classes of another shape")
    require(len(y) * plain.units <= _LARGEST, "too much data")
    numbers = y.ravel()
    wanted = np.arange(plain.units)
    require(np.isin(numbers, wanted).all(), "classes that are not there")
    return np.array(numbers[:, None] == wanted, np.float32)
