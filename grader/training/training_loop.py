"""The loop over epochs and batches, with Keras' own callbacks around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.training import losses
from grader.training.example_order import example_order
from grader.training.fit_arguments import Data, FitPlan, has_callbacks
from grader.training.keras_library import KerasLibrary
from grader.training.plain_model import PlainModel
from grader.training.state import RunningMean, State

_BAR = 1  # the verbosity with a bar for each epoch


class TrainingLoop:
    """The training of one call of ``fit``."""

    def __init__(self, model: Any, plain: PlainModel, plan: FitPlan, library: KerasLibrary) -> None:
        """Prepare a training.

        Args:
            model: the model of Keras.
            plain: the facts about it.
            plan: the work that the call asks for.
            library: Keras.
        """
        self._model = model
        self._plain = plain
        self._plan = plan
        self._state = State(model, plain, library)
        self._data = _in_order(plan, library)
        self._loss, self._accuracy = RunningMean(), RunningMean()
        self._watched = has_callbacks(plan.callbacks)
        self._callbacks: Any = None
        self._unwritten = False  # whether Keras' variables have older numbers
        self._list = library.callback_list

    def run(self) -> Any:
        """Train the model, and return Keras' ``History``."""
        model, plan = self._model, self._plan
        model._eval_epoch_iterator = None
        callbacks = self._callbacks = self._list(
            plan.callbacks,
            add_history=True,
            add_progbar=plan.verbose != 0,
            verbose=plan.verbose,
            epochs=plan.epochs[1],
            steps=-(-len(plan.data.inputs) // plan.batch_size),
            model=model,
        )
        model.stop_training = False
        callbacks.on_train_begin()
        logs: dict[str, float] = {}
        try:
            for epoch in range(*plan.epochs):
                if self._watched:
                    model.reset_metrics()
                callbacks.on_epoch_begin(epoch)
                if self._watched:
                    self._state.read()
                with np.errstate(all="ignore"):
                    self._epoch()
                logs = self._logs()
                if plan.validation and (epoch + 1) % plan.validation_every == 0:
                    logs |= self._validate(plan.validation)
                if self._watched:
                    self._write()
                callbacks.on_epoch_end(epoch, logs)
                if self._watched:
                    self._state.read()
                if model.stop_training:
                    break
        finally:
            if self._unwritten:
                self._write()
        if any(name.startswith("val_") for name in model.history.history):
            del model._eval_epoch_iterator
        callbacks.on_train_end(logs=logs)
        return model.history

    def _epoch(self) -> None:
        """Take every batch once: forward, backward, and a step of the optimiser."""
        plan, state = self._plan, self._state
        network, optimizer = state.network, state.optimizer
        bar = self._callbacks._progbar if plan.verbose in ("auto", _BAR) else None
        self._loss, self._accuracy = RunningMean(), RunningMean()
        self._unwritten = True
        for number, (inputs, targets) in enumerate(_batches(self._data, plan.batch_size)):
            values = network.forward(inputs)
            network.backward(self._note(values[-1], targets), values)
            state.steps += 1
            optimizer.step(network.weights, network.gradient, state.rate, state.steps)
            if bar is not None:
                bar.on_train_batch_end(number, self._logs())
            if self._model.stop_training:
                break

    def _note(self, outputs: Any, targets: Any) -> Any:
        """Add a batch to the records; return the derivative of the loss by the outputs."""
        value, slope, predictions = self._plain.loss.measure(outputs, targets)
        self._loss.add(value * np.float32(len(outputs)), len(outputs))
        if self._plain.accuracy:
            self._accuracy.add(losses.right(predictions, targets), len(outputs))
        return slope

    def _validate(self, data: Data) -> dict[str, float]:
        if self._watched:  # a callback at its beginning may read the weights
            self._write()
        self._callbacks.on_test_begin()
        self._loss, self._accuracy = RunningMean(), RunningMean()
        self._unwritten = True
        with np.errstate(all="ignore"):
            for inputs, targets in _batches(data, self._plan.validation_batch_size):
                self._note(self._state.network.forward(inputs)[-1], targets)
        logs = self._logs()
        self._callbacks.on_test_end(dict(logs))
        return {f"val_{name}": value for name, value in logs.items()}

    def _logs(self) -> dict[str, float]:
        """The records by their names, in alphabetical order, as Keras gives them to callbacks."""
        accuracy = self._plain.accuracy
        first = {accuracy: self._accuracy.mean} if accuracy else {}
        return {**first, "loss": self._loss.mean}

    def _write(self) -> None:
        self._state.write(self._loss, self._accuracy)
        self._unwritten = False


def _in_order(plan: FitPlan, library: KerasLibrary) -> Data:
    """The examples in the order in which each epoch takes them."""
    if not plan.shuffle:
        return plan.data
    numbers = example_order(library.context.global_seed(), len(plan.data.inputs))
    return Data(plan.data.inputs[numbers], plan.data.targets[numbers])


def _batches(data: Data, size: int) -> Iterator[tuple[Any, Any]]:
    for begin in range(0, len(data.inputs), size):
        end = begin + size
        yield data.inputs[begin:end], data.targets[begin:end]
