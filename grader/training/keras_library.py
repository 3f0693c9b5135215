"""The parts of Keras and TensorFlow that this room uses, as they are before a submission runs."""

from __future__ import annotations

import sys
from types import FunctionType, ModuleType
from typing import Any

VERSIONS = ("3.15.",)  # of Keras; the numbers have been compared with no other version
EPSILON = 1e-7
# The modules of ``keras.src`` that ``fit`` uses.
_PARTS = ("activations", "backend", "callbacks", "layers.core", "layers.input_spec",
          "layers.layer", "losses", "metrics", "models", "ops", "optimizers",
          "saving.keras_saveable", "trainers", "tree", "utils")  # fmt: skip
_LATE = {"__annotations__"}  # Python makes them when they are read for the first time


class KerasLibrary:
    """Keras' classes and functions under names of this room, and whether they are unchanged."""

    def __init__(self) -> None:
        """Take Keras as it is now; it must have been imported."""
        module = sys.modules
        keras: Any = module["keras"]
        self.version = str(keras.__version__)
        self.tensorflow: Any = module["tensorflow"]
        self.context: Any = module["tensorflow.python.eager.context"]
        self.determinism: Any = module[
            "tensorflow.python.framework.config"
        ].is_op_determinism_enabled
        self.config: Any = module["keras.src.backend.config"]
        self.policy: Any = module["keras.src.dtype_policies.dtype_policy"].dtype_policy
        self.distribution: Any = module["keras.src.distribution.distribution_lib"]
        self.name_scope: Any = module["keras.src.backend"].name_scope
        self.trainer: Any = module["keras.src.backend.tensorflow.trainer"].TensorFlowTrainer
        self.sequential = keras.Sequential
        self.functional = module["keras.src.models.functional"].Functional
        self.tensor = keras.KerasTensor
        self.variable = keras.Variable
        layers, losses, optimizers = keras.layers, keras.losses, keras.optimizers
        self.input, self.dense = layers.InputLayer, layers.Dense
        self.activation, self.flatten = layers.Activation, layers.Flatten
        compiled: Any = module["keras.src.trainers.compile_utils"]
        self.compile_loss, self.compile_metrics = compiled.CompileLoss, compiled.CompileMetrics
        self.mean = keras.metrics.Mean
        self.callback, self.callback_list = keras.callbacks.Callback, keras.callbacks.CallbackList
        self.is_default: Any = module["keras.src.utils.python_utils"].is_default
        self.find_loss: Any = losses.get
        self.losses = {
            losses.BinaryCrossentropy: "binary",
            losses.CategoricalCrossentropy: "categorical",
            losses.SparseCategoricalCrossentropy: "sparse",
            losses.MeanSquaredError: "squares",
        }
        self.loss_functions = {
            losses.binary_crossentropy: "binary",
            losses.categorical_crossentropy: "categorical",
            losses.sparse_categorical_crossentropy: "sparse",
            losses.mean_squared_error: "squares",
        }
        self.optimizers = (optimizers.SGD, optimizers.Adam, optimizers.RMSprop)
        named, raw = keras.activations, self.tensorflow.nn
        self.activations = {
            named.linear: "linear",
            named.sigmoid: "sigmoid",
            named.relu: "relu",
            named.tanh: "tanh",
            named.softmax: "softmax",
            raw.sigmoid: "sigmoid",
            raw.relu: "relu",
            raw.tanh: "tanh",
        }
        self._before: list[tuple[Any, dict[str, Any]]] = []
        self._codes: list[tuple[FunctionType, Any]] = []

    def is_plain_variable(self, variable: Any) -> bool:
        """Whether this is a variable of Keras itself, in float32, that is only assigned to."""
        return (
            type(variable) is self.variable
            and variable.dtype == "float32"
            and variable.regularizer is None
            and variable.constraint is None
            and not getattr(variable, "overwrite_with_gradient", False)
        )

    def is_usual(self) -> bool:
        """Whether Keras and TensorFlow have their default settings."""
        config, eager = self.config, self.tensorflow
        return (
            self.version.startswith(VERSIONS)
            and config.backend() == "tensorflow"
            and config.floatx() == "float32"
            and config.epsilon() == EPSILON
            and config.max_epochs() is None
            and config.max_steps_per_epoch() is None
            and self.policy().name == "float32"
            and self.distribution.distribution() is None
            and eager.executing_eagerly()
            and not eager.config.functions_run_eagerly()
            and not eager.distribute.has_strategy()
            and not self.determinism()
        )

    def remember(self) -> None:
        """Note the content of modules and classes, to find later whether it was changed."""
        wanted = tuple(f"keras.src.{part}" for part in _PARTS)
        modules = [module for name, module in sys.modules.items() if name.startswith(wanted)]
        classes = {thing for module in modules for thing in _classes(module)}
        self._before = [(module, _code(module)) for module in modules]
        self._before += [(thing, dict(vars(thing))) for thing in classes]
        raw = self.tensorflow
        for module in (raw, raw.nn, raw.math, raw.random, raw.data):
            held = {
                name: thing for name, thing in vars(module).items() if type(thing) is FunctionType
            }
            self._before.append((module, held))
        functions = {
            id(thing): thing
            for _, held in self._before
            for thing in held.values()
            if type(thing) is FunctionType
        }
        self._codes = [(function, function.__code__) for function in functions.values()]

    def untouched(self) -> bool:
        """Whether every name that ``remember`` noted still stands for the same object."""
        for thing, before in self._before:
            now = vars(thing)
            if any(now.get(name) is not value for name, value in before.items()):
                return False
            # A new name in a class may hide an inherited one.
            if isinstance(thing, type) and len(now) > len(before) and now.keys() - before - _LATE:
                return False
        return all(function.__code__ is code for function, code in self._codes)


def _code(module: ModuleType) -> dict[str, Any]:
    """The content of a module without its settings, which ``is_usual`` checks."""
    return {
        name: thing
        for name, thing in vars(module).items()
        if callable(thing) or isinstance(thing, ModuleType)
    }


def _classes(module: ModuleType) -> list[type]:
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and thing.__module__.startswith("keras.src.")
    ]
