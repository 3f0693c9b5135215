"""The requirements on a call of ``fit``: known arguments, and data in plain arrays."""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np

from grader.training.keras_library import KerasLibrary
from grader.training.network import Floats
from grader.training.plain_model import PlainModel
from grader.training.plain_requirements import require

_LARGEST = 1 << 27  # numbers in the data; one copy more of larger data may exceed the memory
_UNUSED = ("class_weight", "sample_weight", "steps_per_epoch", "validation_steps")
_BATCH_METHODS = tuple(
    f"on_{part}batch_{end}" for part in ("", "train_", "test_") for end in ("begin", "end")
)
Array = np.ndarray[Any, Any]


class Data(msgspec.Struct, frozen=True):
    """Examples as the network takes them.

    Attributes:
        inputs: an array of shape (examples, numbers).
        targets: an array of shape (examples, units); a class is a row with a single 1.
    """

    inputs: Floats
    targets: Floats


class FitPlan(msgspec.Struct, frozen=True):
    """The work that a call of ``fit`` asks for.

    Attributes:
        data: the examples for training.
        validation: the examples for validation; None without validation.
        batch_size: the number of examples in a batch of training.
        validation_batch_size: the number of examples in a batch of validation.
        validation_every: the number of epochs from one validation to the next.
        epochs: the number of the first epoch, from 0, and the number after the last one.
        shuffle: whether the examples are shuffled.
        callbacks: the callbacks as they were given.
        verbose: the verbosity as it was given.
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


def bound_arguments(own: Any, given: tuple[Any, ...], named: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a call by their names, with Keras' defaults for those that are missing.

    Args:
        own: Keras' own ``fit``.
        given: the positional arguments, the model first.
        named: the keyword arguments.

    Raises:
        TypeError: the arguments do not fit.
    """
    call = inspect.signature(own).bind(*given, **named)
    call.apply_defaults()
    return call.arguments


def kinds(call: Mapping[str, Any]) -> tuple[Any, ...]:
    """The types of the data and their numbers of axes; Keras traces a model anew for new ones."""
    arrays = (call["x"], call["y"])
    return tuple((str(getattr(a, "dtype", "")), getattr(a, "ndim", 0)) for a in arrays)


def fit_plan(call: Mapping[str, Any], plain: PlainModel, library: KerasLibrary) -> FitPlan:
    """The work that a call asks for.

    Args:
        call: the arguments from ``bound_arguments``.
        plain: the facts about the model.
        library: Keras.

    Raises:
        NotPlainError: a requirement is not met.
    """
    require(all(call[name] is None for name in _UNUSED), "weights or steps")
    require(type(call["shuffle"]) is bool, "an order of another kind")
    require(type(call["verbose"]) in (bool, int, str), "a verbosity of another kind")
    require(call["verbose"] in ("auto", 0, 1, 2), "a verbosity of another kind")
    size = _size(call["batch_size"], 32)
    first, last = call["initial_epoch"], call["epochs"]
    require(type(first) is int and type(last) is int and 0 <= first < last, "odd epochs")
    _plain_callbacks(call["callbacks"], library)
    data, validation = _data(call["x"], call["y"], plain), None
    share, held = call["validation_split"], call["validation_data"]
    if held is not None:
        require(type(held) in (tuple, list) and len(held) == 2, "validation data of another kind")  # noqa: PLR2004 - inputs and targets
        validation = _data(held[0], held[1], plain)
    elif share:
        require(type(share) is float and 0 < share < 1, "an odd share for validation")
        inputs, targets = data.inputs, data.targets
        cut = math.floor(len(inputs) * (1.0 - share))
        require(0 < cut < len(inputs), "an odd share for validation")
        data, validation = Data(inputs[:cut], targets[:cut]), Data(inputs[cut:], targets[cut:])
    every = call["validation_freq"]
    require(type(every) is int and every > 0, "validation at odd times")
    return FitPlan(
        data=data,
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
    """Whether a call has callbacks of its own."""
    return bool(callbacks) or type(callbacks) not in (type(None), list, tuple)


def _size(given: Any, usual: int) -> int:
    require(given is None or (type(given) is int and given > 0), "an odd size of batches")
    return usual if given is None else int(given)


def _plain_callbacks(given: Any, library: KerasLibrary) -> None:
    """Require that no callback is called at each batch, or is of another kind."""
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


def _data(x: Any, y: Any, plain: PlainModel) -> Data:
    for array in (x, y):
        _plain_array(array)
    require(len(x) == len(y) > 0, "inputs and targets of different number")
    require(x.shape[1:] == plain.shape, "inputs of another shape")
    inputs = np.array(x, np.float32, order="C").reshape(len(x), -1)
    return Data(inputs, _classes(y, plain) if plain.kind == "sparse" else _targets(y, plain))


def _targets(y: Array, plain: PlainModel) -> Floats:
    single = plain.units == 1 and y.shape == (len(y),)
    require(single or y.shape == (len(y), plain.units), "targets of another shape")
    return np.array(y, np.float32, order="C").reshape(len(y), plain.units)


def _classes(y: Array, plain: PlainModel) -> Floats:
    """Numbers of classes as rows with a single 1 each."""
    require(y.shape in ((len(y),), (len(y), 1)), "classes of another shape")
    require(len(y) * plain.units <= _LARGEST, "too much data")
    numbers = y.ravel()
    wanted = np.arange(plain.units)
    require(np.isin(numbers, wanted).all(), "classes that are not there")
    return np.array(numbers[:, None] == wanted, np.float32)
