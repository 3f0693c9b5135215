"""Trials in which the training in NumPy leaves a model as Keras leaves it."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf
from training_trials import (
    KERAS_FIT,
    SEED,
    Trial,
    beside,
    compiled,
    data,
    differences,
    keras,
    layers,
    losses,
    network,
    optimizers,
    twins,
)

X, Y = data()
RANDOM = 20


class Case:
    """A small random model with its data, drawn from a number."""

    def __init__(self, number: int) -> None:
        self.pick = np.random.default_rng([11, number])
        self.units = 1
        loss = self.choose(
            "bce", "bce_logits", "cce", "cce_logits", "sparse", "sparse_logits", "mse"
        )
        last = "sigmoid" if loss == "bce" else self.choose("linear", "sigmoid", "relu", "tanh")
        if loss.startswith(("cce", "sparse")):
            last = "linear" if loss.endswith("logits") else "softmax"
            self.units = int(self.pick.integers(2, 5))
        elif loss == "bce_logits":
            last = self.choose("linear", "tanh")
        elif self.maybe():
            self.units = int(self.pick.integers(1, 4))
        self.last, self.loss = last, loss
        self.inputs = int(self.pick.integers(1, 6))
        self.hidden = [
            (int(self.pick.integers(1, 8)), self.choose("sigmoid", "relu", "tanh", "linear"))
            for _ in range(self.pick.integers(0, 3))
        ]
        self.style = self.choose("sequential", "functional", "flattened", "separate")
        self.bias, self.named, self.accuracy = self.maybe(), self.maybe(), self.maybe()
        self.optimizer = int(self.pick.integers(0, 6))

    def choose(self, *things: str) -> str:
        return things[self.pick.integers(len(things))]

    def maybe(self) -> bool:
        return bool(self.pick.integers(2))

    def model(self) -> Any:
        shape = (self.inputs, 1) if self.style == "flattened" else (self.inputs,)
        chain: list[Any] = [layers.Flatten()] if self.style == "flattened" else []
        for units, activation in [*self.hidden, (self.units, self.last)]:
            if self.style == "separate":
                chain += [layers.Dense(units, use_bias=self.bias), layers.Activation(activation)]
            else:
                chain.append(layers.Dense(units, activation=activation, use_bias=self.bias))
        if self.style == "functional":
            tensor = start = keras.Input(shape)
            for layer in chain:
                tensor = layer(tensor)
            model = keras.Model(start, tensor)
        else:
            model = keras.Sequential([keras.Input(shape), *chain])
        model.compile(
            loss=self._loss(),
            optimizer=self._optimizer(),
            metrics=["accuracy"] if self.accuracy else None,
        )
        return model

    def _loss(self) -> Any:
        kind, _, logits = self.loss.partition("_")
        classes = {
            "bce": ("binary_crossentropy", losses.BinaryCrossentropy),
            "cce": ("categorical_crossentropy", losses.CategoricalCrossentropy),
            "sparse": ("sparse_categorical_crossentropy", losses.SparseCategoricalCrossentropy),
            "mse": ("mse", losses.MeanSquaredError),
        }
        name, made = classes[kind]
        return made(from_logits=True) if logits else name if self.named else made()

    def _optimizer(self) -> Any:
        return [
            lambda: optimizers.SGD(0.1),
            lambda: optimizers.SGD(0.05, momentum=0.9),
            lambda: optimizers.SGD(0.05, momentum=0.8, nesterov=True),
            lambda: optimizers.Adam(0.01),
            lambda: optimizers.RMSprop(0.01),
            lambda: optimizers.RMSprop(0.005, momentum=0.5),
        ][self.optimizer]()

    def call(self) -> dict[str, Any]:
        number = int(self.pick.integers(8, 70))
        x, y = self._data(number)
        call: dict[str, Any] = {"x": x, "y": y, "epochs": int(self.pick.integers(1, 4))}
        call["batch_size"] = int(self.pick.integers(1, 40)) if self.maybe() else None
        call["shuffle"] = self.maybe()
        call["verbose"] = int(self.pick.integers(0, 3))
        held = self.choose("none", "split", "data")
        if held == "split":
            call["validation_split"] = 0.3
        elif held == "data":
            call["validation_data"] = self._data(13)
            call["validation_freq"] = int(self.pick.integers(1, 3))
        return call

    def _data(self, number: int) -> tuple[Any, Any]:
        x = self.pick.normal(size=(number, self.inputs)).astype(self.choose("float32", "float64"))
        if self.style == "flattened":
            x = x[..., None]
        if self.loss.startswith("sparse"):
            y = self.pick.integers(0, self.units, number).astype(self.choose("int64", "uint8"))
            return x, y[:, None] if self.maybe() else y
        if self.loss.startswith("cce"):
            return x, np.eye(self.units)[self.pick.integers(0, self.units, number)]
        if self.loss == "mse":
            y = self.pick.normal(size=(number, self.units))
        else:
            y = self.pick.integers(0, 2, (number, self.units)).astype(
                self.choose("uint8", "float64")
            )
        return x, y[:, 0] if self.units == 1 and self.maybe() else y


def _random(number: int) -> Trial:
    def trial() -> list[str]:
        case = Case(number)
        facts = (case.loss, case.last, case.style, case.optimizer, case.units)
        return [f"{facts} {found}" for found in beside(case.model, case.call())]

    return trial


def the_digit_network() -> list[str]:
    x, y = data(300, 40)

    def make() -> Any:
        sizes = (25, 15, 1)
        dense = [layers.Dense(units, activation="sigmoid") for units in sizes]
        return compiled(keras.Sequential([keras.Input((40,)), *dense]))

    return beside(make, {"x": x, "y": y, "epochs": 10, "verbose": 2})


def fitted_twice() -> list[str]:
    return beside(compiled, {"x": X, "y": Y, "epochs": 2}, {"x": X, "y": Y, "epochs": 2})


def from_a_later_epoch() -> list[str]:
    return beside(compiled, {"x": X, "y": Y, "epochs": 5, "initial_epoch": 3})


def compiled_again_between() -> list[str]:
    def changed(model: Any) -> None:
        compiled(model, metrics=["acc"], optimizer=optimizers.RMSprop(0.02))

    call = {"x": X, "y": Y, "epochs": 2, "verbose": 1}
    return beside(compiled, call, call, changed=changed)


def another_rate_between() -> list[str]:
    def changed(model: Any) -> None:
        model.optimizer.learning_rate = 0.05

    return beside(compiled, {"x": X, "y": Y}, {"x": X, "y": Y}, changed=changed)


def frozen_after_the_first_fit() -> list[str]:
    """Without ``compile`` Keras goes on with what it traced, and so does this."""

    def changed(model: Any) -> None:
        model.layers[0].trainable = False

    call = {"x": X.astype("float32"), "y": Y.ravel()}
    return beside(compiled, call, call, changed=changed)


def stopped_early() -> list[str]:
    def call() -> dict[str, Any]:
        stop = keras.callbacks.EarlyStopping(
            "loss", patience=1, min_delta=0.05, restore_best_weights=True
        )
        return {"x": X, "y": Y, "epochs": 20, "callbacks": [stop]}

    ours, theirs = twins(compiled)
    here = ours.fit(shuffle=False, verbose=0, **call())
    there = KERAS_FIT(theirs, shuffle=False, verbose=0, **call())
    short = [] if 1 < len(here.epoch) < 20 else ["it was not stopped"]
    return short + differences(ours, theirs, (here, there))


class _Meddler(keras.callbacks.Callback):  # type: ignore[misc]
    """Looks at the model and changes it at each end of an epoch, and notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Any] = []

    def on_train_begin(self, logs: Any = None) -> None:
        self.seen.append(("begin", logs, self.params))

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        self.seen.append((epoch, logs, float(self.model.layers[0].kernel[0, 0])))

    def on_test_end(self, logs: Any = None) -> None:
        self.seen.append(("test", sorted(logs)))

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        model = self.model
        self.seen.append((epoch, list(logs), int(model.optimizer.iterations.numpy())))
        self.seen += list(logs.values())
        model.layers[1].set_weights([2 * w for w in model.layers[1].get_weights()])
        model.optimizer.learning_rate = 0.01 / (epoch + 1)
        if epoch == 2:
            model.stop_training = True

    def on_train_end(self, logs: Any = None) -> None:
        self.seen.append(sorted(logs))


def meddled_with() -> list[str]:
    ours, theirs = twins(lambda: compiled(metrics=["accuracy"]))
    here, there = _Meddler(), _Meddler()
    call = {"x": X, "y": Y, "epochs": 6, "validation_split": 0.2, "shuffle": False, "verbose": 2}
    histories = ours.fit(callbacks=[here], **call), KERAS_FIT(theirs, callbacks=[there], **call)
    found = differences(ours, theirs, histories)
    for one, other in zip(here.seen, there.seen, strict=True):
        numbers = isinstance(one, float)
        if not (np.isclose(one, other, atol=1e-5) if numbers else str(one)[:12] == str(other)[:12]):
            found.append(f"the callback saw {one} beside {other}")
    return found


def a_rate_by_epochs() -> list[str]:
    schedule = keras.callbacks.LearningRateScheduler(lambda epoch: 0.1 / (epoch + 1))
    return beside(compiled, {"x": X, "y": Y, "epochs": 3, "callbacks": [schedule]})


def an_error_in_a_callback() -> list[str]:
    """What a callback raises comes out, and the model is as trained until then."""

    class Breaks(keras.callbacks.Callback):  # type: ignore[misc]
        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            if epoch == 1:
                raise LookupError("mine")

    ours, theirs = twins(compiled)
    for fit, model in ((type(ours).fit, ours), (KERAS_FIT, theirs)):
        try:
            fit(model, X, Y, epochs=4, shuffle=False, verbose=0, callbacks=[Breaks()])
        except LookupError:
            continue
        return ["no error came out"]
    return differences(ours, theirs, (ours.history, theirs.history))


def _shuffled(seed: int) -> Trial:
    """Whatever the seed, the examples come in Keras' order, in each epoch and each call."""

    def trial() -> list[str]:
        tf.random.set_seed(seed)
        try:
            x, y = data(37 + seed % 100)
            call = {"x": x, "y": y, "epochs": 3, "batch_size": 8, "shuffle": True}
            return beside(compiled, call, {**call, "x": x[:20], "y": y[:20]})
        finally:
            keras.utils.set_random_seed(SEED)

    return trial


def random_numbers_stay() -> list[str]:
    """The submission's own random numbers go on as after Keras' fit."""
    np.random.seed(1)  # noqa: NPY002
    expected = np.random.random(3)  # noqa: NPY002
    np.random.seed(1)  # noqa: NPY002
    compiled().fit(X, Y, verbose=0)
    return [] if np.array_equal(expected, np.random.random(3)) else ["NumPy's were drawn"]  # noqa: NPY002


def ended_by_nan() -> list[str]:
    x = X.copy()
    x[3] = np.nan
    ours, theirs = twins(lambda: compiled(metrics=["accuracy"]))
    call = {"epochs": 2, "shuffle": False, "verbose": 0}
    here, there = ours.fit(x, Y, **call), KERAS_FIT(theirs, x, Y, **call)
    same = str(here.history) == str(there.history)
    both = [np.isnan(w).all() for m in (ours, theirs) for w in m.get_weights()]
    return [] if same and all(both) else [f"{here.history} {there.history} {both}"]


def _probabilities(activation: str, middle: float) -> Trial:
    """Binary cross-entropy of numbers that come from no sigmoid, inside and outside of 0 and 1."""

    def make() -> Any:
        model = compiled(network(activation=activation), metrics=["accuracy"])
        weights = [0.05 * w for w in model.get_weights()]
        model.set_weights([*weights[:-1], weights[-1] + middle])
        return model

    return lambda: beside(make, {"x": X, "y": Y, "epochs": 3})


def whole_numbers() -> list[str]:
    """Pixels from 0 to 255, and yes or no as the target."""
    pixels = np.random.default_rng(2).integers(0, 256, X.shape).astype("uint8")
    return beside(
        lambda: compiled(metrics=["accuracy"]),
        {"x": pixels, "y": Y.astype(bool), "epochs": 3},
        {"x": pixels.astype("int64") - 128, "y": Y.astype("int32"), "epochs": 3},
    )


def functions_of_tensorflow() -> list[str]:
    def make() -> Any:
        first = layers.Dense(5, activation=tf.nn.relu)
        last = layers.Dense(1, activation=tf.nn.sigmoid)
        return compiled(keras.Sequential([keras.Input((4,)), first, last]))

    return beside(make, {"x": X, "y": Y, "epochs": 3})


def ties_of_classes() -> list[str]:
    """Where no class is ahead the first one counts."""

    def make() -> Any:
        model = compiled(network(units=3, activation="relu"), loss="mse", metrics=["accuracy"],
                         optimizer=optimizers.SGD(0.0))  # fmt: skip
        model.set_weights([-abs(w) for w in model.get_weights()])
        return model

    return beside(make, {"x": abs(X), "y": np.eye(3)[np.arange(50) % 3]})


def evaluated_and_saved_after() -> list[str]:
    """Keras' own evaluate, predict and further training take a model on from there."""
    ours, theirs = twins(lambda: compiled(metrics=["accuracy"]))
    ours.fit(X, Y, shuffle=False, verbose=0)
    KERAS_FIT(theirs, X, Y, shuffle=False, verbose=0)
    found = []
    for what in ("evaluate", "train_on_batch"):
        here, there = (np.array(getattr(m, what)(X, Y)) for m in (ours, theirs))
        if not np.allclose(here, there, atol=1e-5):
            found.append(f"{what}: {here} beside {there}")
    twin = keras.models.clone_model(ours)
    twin.set_weights(ours.get_weights())
    if not np.allclose(twin.predict(X, verbose=0), theirs.predict(X, verbose=0), atol=1e-5):
        found.append("predict")
    return found


TRIALS: dict[str, Trial] = {
    **{
        f"{activation} near {middle}": _probabilities(activation, middle)
        for activation in ("linear", "relu", "tanh")
        for middle in (-0.5, 0.5, 1.5)
    },
    **{f"shuffled by {seed}": _shuffled(seed) for seed in (0, 1, 1234, 2**31 - 1, 2**40 + 17)},
    **{f"random {number}": _random(number) for number in range(RANDOM)},
    **{
        trial.__name__: trial
        for trial in (
            the_digit_network, fitted_twice, from_a_later_epoch, compiled_again_between,
            another_rate_between, frozen_after_the_first_fit, stopped_early, meddled_with,
            a_rate_by_epochs, an_error_in_a_callback, random_numbers_stay, ended_by_nan,
            whole_numbers, functions_of_tensorflow, ties_of_classes, evaluated_and_saved_after,
        )
    },
}  # fmt: skip
