"""The modules of ``tensorflow`` and ``keras`` that are on the list, and their names."""

from __future__ import annotations

import logging
import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from grader.plain_keras import (
    activation_functions,
    compiling,
    dense,
    fitting,
    randomness,
    sequential,
)
from grader.plain_keras.listed import leave
from grader.protocol.library_names import KERAS

# Names for which Python and its tools look in every module.
_MAY_BE_ABSENT = {"__file__", "__warningregistry__", "__cached__", "__loader__"}


def _set_verbosity(*_: object, **__: object) -> None:
    """Set how much Keras prints, which is nothing here."""


def _named(*things: Any) -> dict[str, Any]:
    return {thing.__name__: thing for thing in things}


_KERAS: dict[str, Any] = {
    **_named(sequential.Model, sequential.Sequential, dense.Input),
    "models": _named(sequential.Model, sequential.Sequential, sequential.clone_model),
    "layers": _named(dense.Layer, dense.Dense, dense.Input, dense.InputLayer),
    "activations": activation_functions.FUNCTIONS,
    "losses": {
        **_named(
            compiling.BinaryCrossentropy,
            compiling.CategoricalCrossentropy,
            compiling.SparseCategoricalCrossentropy,
            compiling.MeanSquaredError,
        ),
        **compiling.FUNCTIONS,
    },
    "optimizers": _named(compiling.SGD, compiling.Adam, compiling.RMSprop),
    "callbacks": _named(fitting.LambdaCallback),
    "utils": _named(randomness.set_random_seed),
}
_NN = {
    name: activation_functions.FUNCTIONS[name] for name in ("sigmoid", "relu", "tanh", "softmax")
}
_TREE: dict[str, Any] = {
    "keras": _KERAS,
    "tensorflow": {
        "keras": _KERAS,
        "nn": _NN,
        "random": _named(randomness.set_seed),
        "autograph": {"set_verbosity": _set_verbosity},
        "get_logger": lambda: logging.getLogger("tensorflow"),
    },
}


class ListedModule(ModuleType):
    """A listed module: using another name in it, or changing a name, leaves."""

    def __init__(self, name: str, content: dict[str, Any]) -> None:
        """A module with this content; dictionaries are modules within it."""
        super().__init__(name)
        vars(self).update(content, __spec__=ModuleSpec(name, None, is_package=True), __path__=[])

    def __getattr__(self, name: str) -> Any:
        """Leave: the name is not on the list."""
        if name in _MAY_BE_ABSENT:
            raise AttributeError(name)
        leave(f"{self.__name__}.{name}")

    def __setattr__(self, name: str, value: object) -> None:
        """Leave: a name is set."""
        leave(f"{self.__name__}.{name} is set")

    def __delattr__(self, name: str) -> None:
        """Leave: a name is taken away."""
        leave(f"{self.__name__}.{name} is deleted")

    def __repr__(self) -> str:
        """Leave: the module is printed."""
        leave(f"{self.__name__} printed")


class _ListedFinder:
    """Leaves where a module of the libraries is imported that is not on the list."""

    def find_spec(self, fullname: str, *_: object) -> None:
        """Leave, if the module is one of the libraries'."""
        if fullname.partition(".")[0] in KERAS:
            leave(f"import {fullname}")


def install(seed: int) -> None:
    """Have imports of the libraries find these modules, in a process without the real ones.

    Args:
        seed: TensorFlow's global seed.
    """
    randomness.seeds.of_tensorflow = seed
    for name, content in _TREE.items():
        _make(name, content)
    sys.meta_path.insert(0, _ListedFinder())


def _make(name: str, content: dict[str, Any]) -> ModuleType:
    inside = {
        part: _make(f"{name}.{part}", thing) if type(thing) is dict else thing
        for part, thing in content.items()
    }
    sys.modules[name] = ListedModule(name, inside)
    return sys.modules[name]
