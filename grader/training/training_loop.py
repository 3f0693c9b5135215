"""The loop over epochs and batches, with Keras' own callbacks around it."""

from __future__ import annotations

from typing import Any

from grader.training.fit_arguments import Data, FitPlan, has_callbacks
from grader.training.keras_library import KerasLibrary
from grader.training.plain_model import PlainModel
from grader.training.state import State
from grader.training.trainer import in_order

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
        self._plan = plan
        self._state = State(model, plain, library)
        self._trainer = self._state.trainer
        self._data = in_order(plan, library.context.global_seed())
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
                self._epoch()
                logs = self._trainer.logs()
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
        plan = self._plan
        bar = self._callbacks._progbar if plan.verbose in ("auto", _BAR) else None
        self._unwritten = True
        for number in self._trainer.epoch(self._data, plan.batch_size):
            if bar is not None:
                bar.on_train_batch_end(number, self._trainer.logs())
            if self._model.stop_training:
                break

    def _validate(self, data: Data) -> dict[str, float]:
        if self._watched:  # a callback at its beginning may read the weights
            self._write()
        self._callbacks.on_test_begin()
        self._unwritten = True
        logs = self._trainer.measure(data, self._plan.validation_batch_size)
        self._callbacks.on_test_end(self._trainer.logs())
        return logs

    def _write(self) -> None:
        self._state.write()
        self._unwritten = False
