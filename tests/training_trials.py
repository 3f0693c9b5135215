"""Trials of the training in NumPy beside Keras, run by test_training.py in a process of their own.

``python tests/training_trials.py`` prints, as JSON by the name of the trial, what was not as it
should be. TensorFlow's threads stay out of the tests' own process that way.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.update(
    TF_CPP_MIN_LOG_LEVEL="3", TF_ENABLE_ONEDNN_OPTS="0", CUDA_VISIBLE_DEVICES="-1",
    KERAS_BACKEND="tensorflow", OPENBLAS_NUM_THREADS="1",
)  # fmt: skip
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import keras
import numpy as np

from grader import training

SEED = 7
NEAR = 1e-5
TRAINER: Any = sys.modules["keras.src.backend.tensorflow.trainer"].TensorFlowTrainer
KERAS_FIT = TRAINER.fit
layers, losses, optimizers = keras.layers, keras.losses, keras.optimizers
Trial = Callable[[], list[str]]


def data(examples: int = 50, inputs: int = 4, units: int = 1) -> tuple[Any, Any]:
    """Inputs of shape (examples, inputs) and zeros and ones of shape (examples, units)."""
    generator = np.random.default_rng(3)
    x = generator.normal(size=(examples, inputs))
    y = (x[:, :units] + generator.normal(size=(examples, units)) > 0).astype("uint8")
    return x, y


def network(*, activation: Any = "sigmoid", units: int = 1, inputs: int = 4, **more: Any) -> Any:
    """Two dense layers, not compiled."""
    first = layers.Dense(6, activation="relu", **more)
    return keras.Sequential([keras.Input((inputs,)), first, layers.Dense(units, activation)])


def compiled(model: Any = None, **more: Any) -> Any:
    """A model compiled with binary cross-entropy and Adam, or with what is given."""
    model = model or network()
    given = {"loss": losses.BinaryCrossentropy(), "optimizer": optimizers.Adam(0.01), **more}
    model.compile(**given)
    return model


def twins(make: Callable[[], Any]) -> tuple[Any, Any]:
    """The same model twice, from one start."""
    ours, theirs = make(), make()
    theirs.set_weights(ours.get_weights())
    return ours, theirs


def differences(ours: Any, theirs: Any, histories: tuple[Any, Any]) -> list[str]:
    """What is not the same about two models that were trained, and about their histories."""
    found = []

    def compare(what: str, some: Any, others: Any) -> None:
        some, others = np.asarray(some), np.asarray(others)
        if some.shape != others.shape or not np.allclose(some, others, rtol=NEAR, atol=NEAR):
            found.append(f"{what}: {some} beside {others}")

    for number, pair in enumerate(zip(ours.get_weights(), theirs.get_weights(), strict=True)):
        compare(f"weights {number}", *pair)
    pairs = zip(ours.optimizer.variables, theirs.optimizer.variables, strict=True)
    for one, other in pairs:
        compare(one.path, one.numpy(), other.numpy())
        if _plain(one.path) != _plain(other.path) or one.dtype != other.dtype:
            found.append(f"{one.path} beside {other.path}")
    here, there = histories
    if list(here.history) != list(there.history):
        found.append(f"records {list(here.history)} beside {list(there.history)}")
    for name, values in here.history.items():
        compare(name, values, there.history.get(name))
        if {type(value) for value in values} != {float}:
            found.append(f"{name} holds other than floats")
    some, others = ours.get_metrics_result(), theirs.get_metrics_result()
    if list(some) != list(others) or ours.metrics_names != theirs.metrics_names:
        found.append(f"metrics {list(some)} beside {list(others)}")
    for name, value in some.items():
        compare(f"result {name}", value, others[name])
    for what in ("epoch", "params"):
        if getattr(here, what) != getattr(there, what):
            found.append(f"{what} {getattr(here, what)} beside {getattr(there, what)}")
    for which, model, history in (("ours", ours, here), ("Keras'", theirs, there)):
        if model.history is not history or type(history) is not keras.callbacks.History:
            found.append(f"{which} history is another")
    for what in ("stop_training", "compiled", "built", "_eval_epoch_iterator"):
        if getattr(ours, what, "none") != getattr(theirs, what, "none"):
            found.append(f"{what} is another")
    return found


def _plain(path: str) -> str:
    """The path of a variable without the numbers Keras tells its objects apart by."""
    return re.sub(r"_\d+", "", path)


def beside(make: Callable[[], Any], *calls: dict[str, Any], changed: Any = None) -> list[str]:
    """What differs after calls of ``fit``, of which each has to be done in NumPy.

    Args:
        make: a compiled model.
        calls: the arguments of each call.
        changed: what is done to each model between two calls.
    """
    ours, theirs = twins(make)
    found = []
    for number, call in enumerate(calls):
        if number and changed:
            changed(ours)
            changed(theirs)
        given = {"shuffle": False, "verbose": 0, **call}
        before = training.fits.here
        printed = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(printed[0]):
            here = ours.fit(**given)
        if training.fits.here != before + 1:
            return [f"Keras trained it: {training.fits.reason}"]
        with contextlib.redirect_stdout(printed[1]):
            there = KERAS_FIT(theirs, **given)
        found += differences(ours, theirs, (here, there))
        texts = [_shown(text.getvalue()) for text in printed]
        if texts[0] != texts[1]:
            found.append(f"printed {texts[0]!r} beside {texts[1]!r}")
    return found


def _shown(text: str) -> str:
    """What a learner reads in the end: without the bar's earlier states, colours and numbers."""
    lines = [re.sub(r"\x1b\[\d+m|\x08", "", line.split("\r")[-1]) for line in text.split("\n")]
    return "\n".join(re.sub(r"(?<= )[\d.][\w.+/-]*", "#", line).rstrip() for line in lines)


def run(trials: dict[str, Trial]) -> dict[str, list[str]]:
    """What each trial found; an error is something found, too."""
    outcomes = {}
    for name, trial in trials.items():
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                outcomes[name] = trial()
        except Exception as error:
            outcomes[name] = [f"{type(error).__name__}: {error}"[:500]]
    return outcomes


def main() -> None:
    """Run all trials and print what they found."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import training_fallbacks
    import training_matches

    keras.utils.set_random_seed(SEED)
    training.install_fit()
    found = run(training_matches.TRIALS)
    training.fits.own = functools.wraps(KERAS_FIT)(lambda *_, **__: "Keras")
    found |= run(training_fallbacks.TRIALS)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    sys.modules["training_trials"] = sys.modules["__main__"]
    main()
