"""The requirements on how a model was compiled: a known loss, known metrics and optimiser."""

from __future__ import annotations

from typing import Any

from grader.training import losses
from grader.training.keras_library import KerasLibrary
from grader.training.plain_requirements import require, require_as_made, same

_SETTINGS = ("weight_decay", "clipnorm", "clipvalue", "global_clipnorm", "loss_scale_factor",
             "gradient_accumulation_steps")  # fmt: skip
_ACCURACY = ("accuracy", "acc")


def require_usual(model: Any, library: KerasLibrary) -> None:
    """Require that the model was compiled, and runs in the default way.

    Raises:
        NotPlainError: a requirement is not met.
    """
    require(model.compiled and type(model._compile_loss) is library.compile_loss, "no loss")
    require(not model.run_eagerly and not model.jit_compile, "another way to run")
    require(model.steps_per_execution == 1 and model._distribute_strategy is None, "another way")
    require(model._compile_loss._user_loss_weights is None, "weights of losses")
    require(type(model._loss_tracker) is library.mean, "a record of another kind")
    for thing in (model._compile_loss, model._loss_tracker):
        require_as_made(thing)


def optimizer_of(model: Any, variables: tuple[Any, ...], library: KerasLibrary) -> Any:
    """The model's optimiser.

    Args:
        model: the model of Keras.
        variables: its weights.
        library: Keras.

    Raises:
        NotPlainError: the optimiser is unknown, or has unknown settings.
    """
    optimizer = model.optimizer
    require(type(optimizer) in library.optimizers, "an optimiser of another kind")
    require_as_made(optimizer)
    require(all(getattr(optimizer, name) is None for name in _SETTINGS), "an optimiser's extras")
    extras = ("use_ema", "amsgrad", "centered")
    require(not any(getattr(optimizer, name, False) for name in extras), "an optimiser's extras")
    names = ("beta_1", "beta_2", "epsilon", "rho", "momentum")
    settings = [getattr(optimizer, name) for name in names if hasattr(optimizer, name)]
    require(all(type(setting) is float for setting in settings), "settings of another kind")
    require(library.is_plain_variable(optimizer._learning_rate), "a schedule")
    known = optimizer._trainable_variables
    require(not optimizer.built or same(known, variables), "an optimiser of other weights")
    return optimizer


def loss_of(
    model: Any, last: str, units: int, library: KerasLibrary
) -> tuple[str, losses.BatchLoss, bool]:
    """The kind of the loss, the loss, and whether it includes the last activation.

    Args:
        model: the model of Keras.
        last: its last activation.
        units: the number of units of its last layer.
        library: Keras.

    Raises:
        NotPlainError: the loss is unknown, or Keras warns about it.
    """
    given = model._compile_loss._user_loss
    require(given is model.loss, "another loss")
    kind, logits = _kind(library.find_loss(given) if type(given) is str else given, library)
    return (kind, *losses.loss_of_kind(kind, last, units, logits=logits))


def accuracy_of(model: Any, library: KerasLibrary) -> str:
    """The name under which the accuracy is recorded; empty if it is not recorded.

    Raises:
        NotPlainError: there are other metrics.
    """
    compiled = model._compile_metrics
    if compiled is None:
        return ""
    require(type(compiled) is library.compile_metrics, "metrics of another kind")
    require_as_made(compiled)
    given = compiled._user_metrics
    require(not compiled._user_weighted_metrics, "weighted metrics")
    return accuracy_name(given)


def accuracy_name(metrics: Any) -> str:
    """The name of the accuracy among the metrics of ``compile``; empty without metrics.

    Raises:
        NotPlainError: there are other metrics.
    """
    if not metrics:
        return ""
    require(type(metrics) in (list, tuple) and len(metrics) == 1, "several metrics")
    require(type(metrics[0]) is str and metrics[0] in _ACCURACY, "a metric of another kind")
    return str(metrics[0])


def _kind(loss: Any, library: KerasLibrary) -> tuple[str, bool]:
    """The kind of a loss, given as a function or an object, and whether it takes logits."""
    if callable(getattr(loss, "__hash__", None)) and loss in library.loss_functions:
        return library.loss_functions[loss], False
    kind = library.losses.get(type(loss), "")
    require(kind, "a loss of another kind")
    require_as_made(loss)
    require(library.loss_functions.get(loss.fn) == kind, "a loss of another kind")
    require(loss.reduction == "sum_over_batch_size", "a loss reduced in another way")
    require(loss.dtype == "float32", "another precision")
    settings = dict(loss._fn_kwargs)
    logits = settings.pop("from_logits", False)
    require(type(logits) is bool, "from_logits of another kind")
    usual = {"label_smoothing": 0.0, "axis": -1, "ignore_class": None}
    require(all(usual.get(name, "") == value for name, value in settings.items()), "a loss' extras")
    return kind, logits
