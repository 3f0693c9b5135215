"""Replacing Keras' ``fit`` by one that trains plain models here and leaves the others to Keras."""

from __future__ import annotations

import functools
import sys
import weakref
from typing import Any

from grader.protocol.messages import Training
from grader.training import fit_arguments
from grader.training.keras_library import KerasLibrary
from grader.training.plain_model import plain_model_of
from grader.training.plain_requirements import NotPlainError, require
from grader.training.training_loop import TrainingLoop

_TRAINER = "keras.src.backend.tensorflow.trainer"


class Fits:
    """Keras' own ``fit``, and the numbers of calls that were done here and by Keras.

    Attributes:
        here: the number of calls of ``fit`` that were done in NumPy.
        keras: the number of calls that Keras did.
        reason: why the last of these was not plain.
        exact: whether Keras trains every model; its calls are then only counted.
        own: Keras' own ``fit``; None as long as it was not replaced.
        library: Keras as it was when ``fit`` was replaced.
        traced: for each model, its facts and the circumstances in which they were found.
    """

    def __init__(self) -> None:
        """Begin without any call."""
        self.here = self.keras = 0
        self.reason = ""
        self.exact = False
        self.own: Any = None
        self.library: KerasLibrary | None = None
        self.traced: Any = weakref.WeakKeyDictionary()

    @property
    def how(self) -> Training:
        """Keras, NumPy, both or nothing, according to the calls so far."""
        if self.here and self.keras:
            return "both"
        return "numpy" if self.here else "keras" if self.keras else "none"


fits = Fits()


def install_fit(*, exact: bool = False, anew: bool = False) -> None:
    """Replace Keras' ``fit``, if Keras has been imported; before anything of a submission runs.

    A warm process does it for all children that it forks, since noting the content of Keras takes
    a while; a child does it again with its own options.

    Args:
        exact: whether Keras trains every model; its calls are then only counted.
        anew: whether the grader itself has changed Keras since, so that it is noted anew.
    """
    if _TRAINER not in sys.modules:
        return
    fits.exact = exact
    if fits.library is None:
        fits.library = KerasLibrary()
        fits.own = fits.library.trainer.fit
        fits.library.trainer.fit = functools.wraps(fits.own)(_fit)
        anew = True
    if anew:
        fits.library.remember()


def _fit(*given: Any, **named: Any) -> Any:
    """Train a model as Keras' ``fit`` does, in NumPy where it is plain."""
    try:
        require(not fits.exact, "it was asked for")
        training_loop = _training_loop(given, named)
    except Exception as error:  # noqa: BLE001 - Keras does what is right, or raises its own error
        fits.keras += 1
        fits.reason = f"{type(error).__name__}: {error}"
        return fits.own(*given, **named)
    fits.here += 1
    return training_loop.run()


def _training_loop(given: tuple[Any, ...], named: dict[str, Any]) -> TrainingLoop:
    """The training that a call asks for.

    Args:
        given: the positional arguments of ``fit``, the model first.
        named: the keyword arguments.

    Raises:
        NotPlainError: a requirement is not met.
    """
    library, traced = fits.library, fits.traced
    if library is None or not (library.untouched() and library.is_usual()):
        raise NotPlainError("another Keras, or other settings")
    call = fit_arguments.bound_arguments(fits.own, given, named)
    model = call["self"]
    require(model.train_function is None, "a model that Keras has trained")
    key = (model._loss_tracker, fit_arguments.kinds(call))  # each compile makes a new tracker
    before = traced.get(model)
    plain = before[2] if before and before[0] is key[0] and before[1] == key[1] else None
    plain = plain or plain_model_of(model, library)
    plan = fit_arguments.fit_plan(call, plain, library)
    seed = library.context.global_seed()
    require(type(seed) is int, "an order without a seed")
    training_loop = TrainingLoop(model, plain, plan, library)
    traced[model] = (*key, plain)
    return training_loop
