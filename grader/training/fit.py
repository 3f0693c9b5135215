"""Putting this ``fit`` in the place of Keras', which it leaves everything to that is not plain."""

from __future__ import annotations

import functools
import sys
import weakref
from typing import Any

from grader.protocol.messages import Training
from grader.training import arguments
from grader.training.conditions import require
from grader.training.library import Library
from grader.training.loop import Course
from grader.training.plain import Plain, examine


class Fits:
    """How often a model was trained here, and how often by Keras.

    Attributes:
        here: calls of ``fit`` that were done in NumPy.
        keras: calls that Keras did.
        reason: why the last of these was not plain.
    """

    def __init__(self) -> None:
        """None yet."""
        self.here = self.keras = 0
        self.reason = ""

    @property
    def how(self) -> Training:
        """What has trained models until now."""
        if self.here and self.keras:
            return "both"
        return "numpy" if self.here else "keras" if self.keras else "none"


fits = Fits()


def install(*, exact: bool = False) -> None:
    """Replace Keras' ``fit``, if Keras has been imported; before anything of a submission runs.

    Args:
        exact: whether Keras trains every model all the same, and is only counted.
    """
    if "keras.src.backend.tensorflow.trainer" not in sys.modules:
        return
    library = Library()
    own = library.trainer.fit
    traced: weakref.WeakKeyDictionary[Any, tuple[Any, Any, Plain]] = weakref.WeakKeyDictionary()

    @functools.wraps(own)
    def fit(*given: Any, **named: Any) -> Any:
        try:
            require(not exact, "it was asked for")
            course = _course(own, given, named, traced, library)
        except Exception as error:  # noqa: BLE001 - whatever it is, Keras knows what to do or say
            fits.keras += 1
            fits.reason = f"{type(error).__name__}: {error}"
            return own(*given, **named)
        fits.here += 1
        return course.run()

    library.trainer.fit = fit
    library.remember()


def _course(
    own: Any,
    given: tuple[Any, ...],
    named: dict[str, Any],
    traced: Any,
    library: Library,
) -> Course:
    """What there is to do.

    Args:
        own: Keras' ``fit``.
        given: its arguments, the model first.
        named: those given by their names.
        traced: by the model, what was found when it was last looked at.
        library: Keras.

    Raises:
        NotPlainError: something is not on the list.
    """
    require(library.untouched() and library.is_usual(), "another Keras, or other settings")
    call = arguments.bound(own, given, named)
    model = call["self"]
    require(model.train_function is None, "a model that Keras has trained")
    key = (model._loss_tracker, arguments.kinds(call))  # each compile makes a new tracker
    before = traced.get(model)
    plain = before[2] if before and before[0] is key[0] and before[1] == key[1] else None
    plain = plain or examine(model, library)
    plan = arguments.plan(call, plain, library)
    seed = library.context.global_seed()
    require(type(seed) is int, "an order that nobody can tell")
    course = Course(model, plain, plan, library)
    traced[model] = (*key, plain)
    return course
