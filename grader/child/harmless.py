"""Libraries that show progress or keep a log: where they are not there, they do nothing.

What they do is for whoever sits before the screen. A loop over ``tqdm(range(n))`` runs as one over
``range(n)``, a logger takes whatever it is told, and a callback of theirs is one of Keras' that
does nothing. A library that is there is used as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, MutableSequence, Sized
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Self

_PROGRESS = ("tqdm", "alive_progress", "progressbar")
_LOGS = (
    *("wandb", "mlflow", "comet_ml", "neptune", "livelossplot", "tensorboardX", "loguru"),
    *("watermark", "ipytest", "memory_profiler", "line_profiler", "icecream"),
)


def install() -> None:
    """Make these libraries importable where they are not there."""
    sys.meta_path.append(_SilentFinder())


def silence_keras() -> None:
    """Have Keras' TensorBoard do nothing where TensorBoard is not there, if Keras is loaded.

    Call it before the content of Keras is noted (``training``): what changes later looks as if the
    submission had changed it.
    """
    if "keras" in sys.modules and find_spec("tensorboard") is None:
        board = sys.modules["keras"].callbacks.TensorBoard
        for name in [name for name in vars(board) if name.startswith(("on_", "set_model"))]:
            delattr(board, name)  # what it inherits does nothing


class _Silent:
    """Whatever such a library is asked for: it can be called, entered and gone through."""

    def __init__(self, given: Iterable[Any] = ()) -> None:
        self._given = given

    def __call__(self, *given: Any, **_: Any) -> Any:  # noqa: ANN401
        """A function alone comes back as it is, as from a decorator; else something silent."""
        first = given[0] if given else ()
        if callable(first) and len(given) == 1:
            return first
        is_many = isinstance(first, Iterable) and not isinstance(first, str | bytes)
        return _Silent(first if is_many else ())

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        return _Silent()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given) if isinstance(self._given, Sized) else 0

    def __bool__(self) -> bool:
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class _Module(ModuleType):
    """A module of such a library: every name in it is something silent."""

    __path__: MutableSequence[str] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        if name.endswith(("trange", "tnrange")):
            return lambda *numbers, **_: _Silent(range(*numbers))
        if "Callback" in name or name.startswith("PlotLosses"):
            return _callback(name)
        return _Silent()


def _callback(name: str) -> type:
    """A callback of Keras' that does nothing, however it is made."""
    callback: type = import_module("keras.callbacks").Callback

    def made(self: object, *_: object, **__: object) -> None:
        callback.__init__(self)  # type: ignore[misc]

    return type(name, (callback,), {"__init__": made})


class _SilentFinder:
    """Finds these libraries, after all others have not.

    A plain class: the base classes for it load a dozen modules into every warm process.
    """

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """The library, or a part of it."""
        known = fullname.partition(".")[0] in (*_PROGRESS, *_LOGS)
        if not known:
            return None
        return ModuleSpec(fullname, self, is_package=True)  # type: ignore[arg-type]  # it is one

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A module in which everything is silent."""
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is run."""
