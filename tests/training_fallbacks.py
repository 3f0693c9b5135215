"""Trials in which something is not on the list, so that Keras' own ``fit`` is called."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import tensorflow as tf
from training_trials import (
    Trial,
    compiled,
    data,
    keras,
    layers,
    losses,
    network,
    optimizers,
    training,
)

X, Y = data()
ADAPTER: Any = keras.src.trainers.data_adapters.array_data_adapter.ArrayDataAdapter
LIBRARY = "another Keras"  # of the reason that nothing about the model matters


def called(model: Any, x: Any = X, y: Any = Y, *, library: bool = False, **more: Any) -> list[str]:
    """Whether Keras was called, and not this, because of the model or the call.

    Args:
        model: compiled.
        x: the inputs.
        y: the targets.
        library: whether the reason lies with Keras and its settings instead.
        more: arguments of ``fit``.
    """
    before = training.fits.here, training.fits.keras
    given = {"x": x, "y": y, "shuffle": False, **more}
    result = model.fit(**given)
    after = training.fits.here, training.fits.keras
    if after != (before[0], before[1] + 1) or result != "Keras":
        return ["it was trained in NumPy"]
    said = LIBRARY in training.fits.reason
    expected = training.fits.reason.startswith("NotPlainError") and said is library
    return [] if expected else [f"Keras trained it because of {training.fits.reason}"]


def by_call(**more: Any) -> Trial:
    return lambda: called(compiled(), **more)


def by_compile(**more: Any) -> Trial:
    return lambda: called(compiled(**more))


def by_model(make: Callable[[], Any]) -> Trial:
    return lambda: called(compiled(make()))


def by_optimizer(**more: Any) -> Trial:
    return lambda: called(compiled(optimizer=optimizers.Adam(**more)))


def by_dense(**more: Any) -> Trial:
    return lambda: called(compiled(network(**more)))


def chain(*some: Any, shape: tuple[int, ...] = (4,)) -> Callable[[], Any]:
    """A model of these layers, made anew, before a last dense one."""
    return lambda: keras.Sequential(
        [keras.Input(shape), *(make() for make in some), layers.Dense(1, "sigmoid")]
    )


class Dense(layers.Dense):  # type: ignore[misc]
    """A layer of one's own."""


class Model(keras.Sequential):  # type: ignore[misc]
    """A model of one's own."""


class Adam(optimizers.Adam):  # type: ignore[misc]
    """An optimiser of one's own."""


class Loss(losses.BinaryCrossentropy):  # type: ignore[misc]
    """A loss of one's own."""


class AtEachBatch(keras.callbacks.Callback):  # type: ignore[misc]
    """A callback that Keras calls at each batch."""

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        pass


@contextmanager
def replaced(place: Any, name: str, thing: Any) -> Iterator[None]:
    own = vars(place).get(name)
    setattr(place, name, thing)
    try:
        yield
    finally:
        if own is None:
            delattr(place, name)
        else:
            setattr(place, name, own)


def patched(place: Any, name: str) -> Trial:
    """Somebody put a function of their own in the place of one of Keras'."""

    def trial() -> list[str]:
        model = compiled()
        own = getattr(place, name)
        with replaced(place, name, functools.partial(own)):
            return called(model, library=True)

    return trial


def another_code() -> list[str]:
    model, call = compiled(), layers.Dense.call
    own = call.__code__

    def other(self: Any, inputs: Any, training: Any = None) -> Any:
        return inputs

    call.__code__ = other.__code__
    try:
        return called(model, library=True)
    finally:
        call.__code__ = own


def of_its_own(name: str, part: Callable[[Any], Any]) -> Trial:
    """An object with a method of its own."""

    def trial() -> list[str]:
        model = compiled()
        place = part(model)
        object.__setattr__(place, name, getattr(place, name))
        return called(model)

    return trial


def a_frozen_layer() -> list[str]:
    model = network()
    model.layers[0].trainable = False
    return called(compiled(model))


def another_float() -> list[str]:
    keras.config.set_floatx("float64")
    try:
        return called(compiled(), library=True)
    finally:
        keras.config.set_floatx("float32")
        keras.config.set_dtype_policy("float32")


def functions_run_eagerly() -> list[str]:
    tf.config.run_functions_eagerly(True)
    try:
        return called(compiled(), library=True)
    finally:
        tf.config.run_functions_eagerly(False)


def an_input_of_another_shape() -> list[str]:
    return called(compiled(), X[:, :3])


def two_outputs() -> list[str]:
    start = keras.Input((4,))
    outputs = [layers.Dense(1, "sigmoid")(start) for _ in range(2)]
    model = keras.Model(start, outputs)
    model.compile(loss=["binary_crossentropy"] * 2, optimizer="adam")
    return called(model, y=[Y, Y])


def a_layer_used_twice() -> list[str]:
    start, twice = keras.Input((4,)), layers.Dense(4, "relu")
    return called(compiled(keras.Model(start, layers.Dense(1, "sigmoid")(twice(twice(start))))))


def two_ways() -> list[str]:
    start = keras.Input((4,))
    both = layers.Add()([layers.Dense(3)(start), layers.Dense(3)(start)])
    return called(compiled(keras.Model(start, layers.Dense(1, "sigmoid")(both))))


def a_loss_added() -> list[str]:
    class Adds(layers.Layer):  # type: ignore[misc]
        def call(self, inputs: Any) -> Any:
            self.add_loss(tf.reduce_sum(inputs))
            return inputs

    return called(compiled(chain(Adds)()))


def an_optimizer_of_another_model() -> list[str]:
    optimizer = optimizers.Adam(0.01)
    compiled(optimizer=optimizer).fit(X, Y, shuffle=False, verbose=0)
    return called(compiled(optimizer=optimizer))


def trained_by_keras_before() -> list[str]:
    model = compiled()
    model.train_on_batch(X, Y)
    return called(model)


def a_subclass_of_an_array() -> list[str]:
    class Mine(np.ndarray):  # type: ignore[type-arg]
        pass

    return called(compiled(), X.view(Mine))


def a_limit_on_epochs() -> list[str]:
    keras.config.set_max_epochs(1)
    try:
        return called(compiled(), library=True, epochs=2)
    finally:
        keras.config.set_max_epochs(None)


def a_layer_changed_to_another_class() -> list[str]:
    model = compiled()
    model.layers[0].__class__ = Dense
    return called(model)


SETTINGS: dict[str, Trial] = {
    **{
        f"fit with {name}": by_call(**{name: value})
        for name, value in {
            "sample_weight": np.ones(50), "class_weight": {0: 1.0, 1: 2.0}, "steps_per_epoch": 1,
            "validation_steps": 1, "callbacks": [AtEachBatch()], "batch_size": 8.0, "epochs": 0,
            "validation_data": (X, Y, np.ones(50)), "validation_split": 2.0, "verbose": 3,
            "initial_epoch": 5, "validation_freq": [1],
        }.items()
    },
    **{
        f"compile with {name}": by_compile(**{name: value})
        for name, value in {
            "run_eagerly": True, "jit_compile": True, "steps_per_execution": 2,
            "loss_weights": [0.5], "weighted_metrics": ["accuracy"], "metrics": ["mae"],
            "optimizer": "adagrad",
        }.items()
    },
    "a metric of its own": by_compile(metrics=[keras.metrics.BinaryAccuracy(threshold=0.2)]),
    "two metrics": by_compile(metrics=["accuracy", "accuracy"]),
    "no loss": by_compile(loss=None),
    "a function as the loss": by_compile(loss=lambda y, p: tf.reduce_mean(y - p)),
    "a subclassed loss": by_compile(loss=Loss()),
    "a loss that smoothes labels": by_compile(loss=losses.BinaryCrossentropy(label_smoothing=0.1)),
    "a loss that is summed": by_compile(loss=losses.BinaryCrossentropy(reduction="sum")),
    "another loss": by_compile(loss="hinge"),
    "probabilities said to be logits": by_compile(loss=losses.BinaryCrossentropy(from_logits=True)),
    "one class": by_compile(loss="categorical_crossentropy"),
    "a subclassed optimiser": by_compile(optimizer=Adam()),
    "a schedule": by_optimizer(learning_rate=optimizers.schedules.ExponentialDecay(0.1, 10, 0.9)),
    "a rate that is called": by_optimizer(learning_rate=lambda: 0.1),
    **{
        f"an optimiser with {name}": by_optimizer(**{name: value})
        for name, value in {
            "clipnorm": 1.0, "clipvalue": 1.0, "global_clipnorm": 1.0, "weight_decay": 0.1,
            "use_ema": True, "amsgrad": True, "loss_scale_factor": 2.0,
            "gradient_accumulation_steps": 2,
        }.items()
    },
    "RMSprop centred": by_compile(optimizer=optimizers.RMSprop(centered=True)),
    **{
        f"a layer with {name}": by_dense(**{name: value})
        for name, value in {
            "kernel_regularizer": "l2", "bias_regularizer": "l2", "activity_regularizer": "l2",
            "kernel_constraint": "non_neg", "bias_constraint": "non_neg", "dtype": "float64",
            "lora_rank": 2,
        }.items()
    },
    "a mixed precision": by_dense(dtype="mixed_float16"),
    "another activation": by_dense(activation="elu"),
    "an activation of one's own": by_dense(activation=lambda z: 2 * z),
    "a softmax of one": by_dense(activation="softmax"),
    "a subclassed layer": by_model(chain(lambda: Dense(3))),
    "dropout": by_model(chain(lambda: layers.Dropout(0.5))),
    "normalisation in batches": by_model(chain(layers.BatchNormalization)),
    "a lambda": by_model(chain(lambda: layers.Lambda(lambda z: z))),
    "a model in the model": by_model(chain(network)),
    "a softmax inside": by_model(chain(lambda: layers.Dense(3, "softmax"))),
    "a subclassed model": by_model(lambda: Model([keras.Input((4,)), layers.Dense(1, "sigmoid")])),
    "no input": by_model(lambda: keras.Sequential([layers.Dense(1, "sigmoid")])),
    "a batch of a fixed size": by_model(
        lambda: keras.Sequential([keras.Input(batch_shape=(50, 4)), layers.Dense(1, "sigmoid")])
    ),
    "whole numbers as input": by_model(
        lambda: keras.Sequential([keras.Input((4,), dtype="int32"), layers.Dense(1, "sigmoid")])
    ),
}  # fmt: skip
DATA: dict[str, Trial] = {
    "a list": lambda: called(compiled(), X.tolist(), Y.tolist()),
    "a tensor": lambda: called(compiled(), tf.constant(X)),
    "a dataset": lambda: called(
        compiled(), tf.data.Dataset.from_tensor_slices((X, Y)).batch(8), None
    ),
    "a generator": lambda: called(compiled(), ((X, Y) for _ in range(2)), None),
    "texts": lambda: called(compiled(), X.astype(str)),
    "half precision": lambda: called(compiled(), X.astype("float16")),
    "objects": lambda: called(compiled(), X, Y.astype(object)),
    "complex": lambda: called(compiled(), X.astype(complex)),
    "nothing": lambda: called(compiled(), X[:0], Y[:0]),
    "fewer targets": lambda: called(compiled(), X, Y[:-1]),
    "targets of another shape": lambda: called(compiled(), X, np.hstack([Y, Y])),
    "classes that are not there": lambda: called(
        compiled(network(units=3, activation="softmax"), loss="sparse_categorical_crossentropy"),
        X,
        np.full(50, 3),
    ),
}
PATCHES: dict[str, Trial] = {
    "a patched layer": patched(layers.Dense, "call"),
    "a patched model": patched(keras.Model, "train_step"),
    "a hidden method": patched(keras.Sequential, "compute_loss"),
    "a patched optimiser": patched(optimizers.Adam, "update_step"),
    "a patched loss": patched(losses.BinaryCrossentropy, "call"),
    "a patched operation": patched(keras.src.ops.nn, "sigmoid"),
    "a patched TensorFlow": patched(tf.nn, "sigmoid_cross_entropy_with_logits"),
    "a patched callback": patched(keras.callbacks.History, "on_epoch_end"),
    "a patched iterator": patched(ADAPTER, "get_tf_dataset"),
    "a model's own step": of_its_own("train_step", lambda model: model),
    "a layer's own call": of_its_own("call", lambda model: model.layers[0]),
    "an optimiser's own step": of_its_own("update_step", lambda model: model.optimizer),
    "a loss' own call": of_its_own("call", lambda model: model.loss),
}


def nothing_odd() -> list[str]:
    """The call that the others change in one thing each is done in NumPy."""
    before = training.fits.here
    compiled().fit(X, Y, shuffle=False, verbose=0)
    return [] if training.fits.here == before + 1 else [training.fits.reason]


TRIALS: dict[str, Trial] = {
    **SETTINGS,
    **DATA,
    **PATCHES,
    **{
        trial.__name__.replace("_", " "): trial
        for trial in (
            nothing_odd, another_code, a_frozen_layer, another_float,
            functions_run_eagerly, an_input_of_another_shape, two_outputs, a_layer_used_twice,
            two_ways, a_loss_added, an_optimizer_of_another_model, trained_by_keras_before,
            a_subclass_of_an_array, a_limit_on_epochs, a_layer_changed_to_another_class,
        )
    },
}  # fmt: skip
