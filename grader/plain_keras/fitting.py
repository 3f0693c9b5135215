"""``fit``: reading the arguments of a call, and the training."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.plain_keras.compiling import kind_of_loss
from grader.plain_keras.listed import Listed, listed
from grader.plain_keras.randomness import seeds
from grader.training.fit import fits
from grader.training.fit_arguments import FitPlan, fit_plan
from grader.training.losses import loss_of_kind
from grader.training.network import Network
from grader.training.optimizers import like
from grader.training.plain_model import PlainModel, trained_layers
from grader.training.plain_requirements import require
from grader.training.trainer import Trainer, in_order

if TYPE_CHECKING:
    from grader.plain_keras.sequential import Sequential


class History(Listed):
    """The record of a training: for each name, the values of all epochs."""

    def __init__(self) -> None:
        """Begin without an epoch."""
        self._show(history={}, epoch=[])


class LambdaCallback(Listed):
    """Calls a function at the end of each epoch."""

    @listed
    def __init__(
        self, on_epoch_end: Callable[[int, dict[str, float]], object] | None = None
    ) -> None:
        """The function takes the epoch's number, from 0, and its records."""
        require(on_epoch_end is None or callable(on_epoch_end), "no function")
        self._on_epoch_end = on_epoch_end


def keras_fit(
    x: Any = None,
    y: Any = None,
    batch_size: Any = None,
    epochs: Any = 1,
    verbose: Any = "auto",
    callbacks: Any = None,
    validation_split: Any = 0.0,
    validation_data: Any = None,
    shuffle: Any = True,  # noqa: FBT002
    class_weight: Any = None,
    sample_weight: Any = None,
    initial_epoch: Any = 0,
    steps_per_epoch: Any = None,
    validation_steps: Any = None,
    validation_batch_size: Any = None,
    validation_freq: Any = 1,
) -> None:
    """The arguments of ``fit`` and their defaults, as in Keras."""


def fit(model: Sequential, call: dict[str, Any]) -> History:
    """Train a model.

    Args:
        model: it has been built.
        call: the arguments of ``keras_fit`` by their names.

    Raises:
        NotPlainError: the model or the call is not on the list.
    """
    require(model.compiled, "a model that is not compiled")
    callbacks = call["callbacks"] or []
    require(type(callbacks) in (list, tuple), "callbacks of another kind")
    require(all(type(callback) is LambdaCallback for callback in callbacks), "another callback")
    plain = _plain(model)
    # The plan needs the library for callbacks alone.
    plan = fit_plan({**call, "callbacks": None}, plain, None)  # type: ignore[arg-type]
    history = History()
    fits.here += 1
    for epoch, logs in _epochs(model, plain, plan):
        history.epoch.append(epoch)
        for name, value in logs.items():
            history.history.setdefault(name, []).append(value)
        for callback in callbacks:
            if callback._on_epoch_end is not None:
                callback._on_epoch_end(epoch, logs)
    return history


def _plain(model: Sequential) -> PlainModel:
    """The facts that training needs."""
    last = model._layers[-1]
    kind, logits = kind_of_loss(model.loss)
    loss, cut = loss_of_kind(kind, last.activation.__name__, last.units, logits=logits)
    layers = [
        (tuple(weights.shape for weights in layer._weights()), layer.activation.__name__)
        for layer in model._layers
    ]
    return PlainModel(
        shape=model.input_shape[1:],  # type: ignore[arg-type]  # it is built
        layers=trained_layers(layers, cut=cut),
        units=last.units,
        variables=(),
        loss=loss,
        kind=kind,
        accuracy=model._metric,
        optimizer=model.optimizer,
    )


def _epochs(model: Sequential, plain: PlainModel, plan: FitPlan) -> Any:
    """Train epoch by epoch; yield the number and the records of each."""
    network, optimizer = Network(plain.layers), model.optimizer
    network.weights[:] = np.concatenate([weights.ravel() for weights in model._weights()])
    optimizer._rule = optimizer._rule or like(optimizer, len(network.weights))
    trainer = Trainer(network, plain.loss, plain.accuracy, optimizer._rule)
    trainer.steps, trainer.rate = optimizer._steps, optimizer._rate
    data = in_order(plan, seeds.of_tensorflow)
    for epoch in range(*plan.epochs):
        for _ in trainer.epoch(data, plan.batch_size):
            pass
        logs = trainer.logs()
        if plan.validation and (epoch + 1) % plan.validation_every == 0:
            logs |= trainer.measure(plan.validation, plan.validation_batch_size)
        optimizer._steps = trainer.steps
        model.set_weights(network.views(network.weights))
        yield epoch, logs
