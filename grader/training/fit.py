"""Putting this ``fit`` in the place of Keras', which it leaves everything to that is not plain."""

from __future__ import annotations

import functools
import sys
import weakref
from typing import Any

from grader.protocol.messages import Training
from grader.training import arguments
from grader.training.conditions import NotPlainError, require
from grader.training.library import Library
from grader.training.loop import Course
from grader.training.plain import examine

_TRAINER = "keras.src.backend.tensorflow.trainer"


class Fits:
    """Keras' own ``fit``, and who has trained how many models until now.

    Attributes:
        here: calls of ``fit`` that were done in NumPy.
        keras: calls that Keras did.
        reason: why the last of these was not plain.
        exact: whether Keras trains every model, and is only counted.
        own: Keras' own ``fit``; None as long as nothing was installed.
        library: Keras as it was then.
        traced: by the model, what was found when it was last looked at.
    """

    def __init__(self) -> None:
        """None yet."""
        self.here = self.keras = 0
        self.reason = ""
        self.exact = False
        self.own: Any = None
        self.library: Library | None = None
        self.traced: Any = weakref.WeakKeyDictionary()

    @property
    def how(self) -> Training:
        """What has trained models until now."""
        if self.here and self.keras:
            return "both"
        return "numpy" if self.here else "keras" if self.keras else "none"


fits = Fits()


def install(*, exact: bool = False, anew: bool = False) -> None:
    """Replace Keras' ``fit``, if Keras has been imported; before anything of a submission runs.

    A warm process does it for all that it forks, since noting what Keras is made of takes a while;
    a child does it again to say how it is to be.

    Args:
        exact: whether Keras trains every model all the same, and is only counted.
        anew: whether the grader itself has changed something of Keras since.
    """
    if _TRAINER not in sys.modules:
        return
    fits.exact = exact
    if fits.library is None:
        fits.library = Library()
        fits.own = fits.library.trainer.fit
        fits.library.trainer.fit = functools.wraps(fits.own)(_fit)
        anew = True
    if anew:
        fits.library.remember()


def _fit(*given: Any, **named: Any) -> Any:
    """Train a model as Keras' ``fit`` does, in NumPy where it is plain."""
    try:
        require(not fits.exact, "it was asked for")
        course = _course(given, named)
    except Exception as error:  # noqa: BLE001 - whatever it is, Keras knows what to do or say
        fits.keras += 1
        fits.reason = f"{type(error).__name__}: {error}"
        return fits.own(*given, **named)
    fits.here += 1
    return course.run()


def _course(given: tuple[Any, ...], named: dict[str, Any]) -> Course:
    """What there is to do.

    Args:
        given: the arguments of ``fit``, the model first.
        named: those given by their names.

    Raises:
        NotPlainError: something is not on the list.
    """
    library, traced = fits.library, fits.traced
    if library is None or not (library.untouched() and library.is_usual()):
        raise NotPlainError("another Keras, or other settings")
    call = arguments.bound(fits.own, given, named)
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
