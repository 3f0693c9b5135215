"""Libraries that show progress or keep a log, replaced by silent ones where they are not installed.

They inform a person at a screen, so grading can do without them. A loop over ``tqdm(range(n))``
runs as one over ``range(n)``, a logger accepts every call, and a callback of such a library is a
callback of Keras' that does nothing. A library that is installed is used as it is.
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
    """Make these libraries importable where they are not installed."""
    sys.meta_path.append(_SilentFinder())


def silence_keras() -> None:
    """Have Keras' TensorBoard callback do nothing where TensorBoard is not installed.

    Call it before the content of Keras is noted (``training``): a later change looks as if the
    submission had made it. Where Keras is not loaded nothing is done.
    """
    if "keras" in sys.modules and find_spec("tensorboard") is None:
        board = sys.modules["keras"].callbacks.TensorBoard
        for name in [name for name in vars(board) if name.startswith(("on_", "set_model"))]:
            delattr(board, name)  # what it inherits does nothing


class _Silent:
    """An object of such a library: it can be called, entered as a context and looped over."""

    def __init__(self, items: Iterable[Any] = ()) -> None:
        self._items = items

    def __call__(self, *given: Any, **_: Any) -> Any:  # noqa: ANN401
        """Return a single function as it is, as a decorator does; else another silent object."""
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
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items) if isinstance(self._items, Sized) else 0

    def __bool__(self) -> bool:
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class _Module(ModuleType):
    """A module of such a library: every name in it leads to a silent object."""

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
    """A class of Keras callbacks that do nothing, with whatever arguments they are made."""
    callback: type = import_module("keras.callbacks").Callback

    def made(self: object, *_: object, **__: object) -> None:
        callback.__init__(self)  # type: ignore[misc]

    return type(name, (callback,), {"__init__": made})


class _SilentFinder:
    """Finds these libraries where no other finder has found them.

    It is a plain class: the usual base classes load a dozen modules into every warm process.
    """

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """The specification of a silent library, or of a part of it."""
        known = fullname.partition(".")[0] in (*_PROGRESS, *_LOGS)
        if not known:
            return None
        return ModuleSpec(fullname, self, is_package=True)  # type: ignore[arg-type]  # it is one

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A silent module."""
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is run."""
