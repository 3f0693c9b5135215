"""Harming: objects whose every method never ends, returned, passed on, compared, deleted.

points: 30
extra: 0
says: Your `my_dense_v` did not finish within 2 s
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import itertools

TURN = itertools.count()


def never(*_, **__):
    while True:
        pass


NAMES = (
    "__repr__ __str__ __format__ __bytes__ __bool__ __len__ __length_hint__ __iter__ __next__ __reversed__ __contains__ __getitem__ "
    "__array__ __array_interface__ __array_struct__ __array_ufunc__ __array_function__ __array_finalize__ __array_wrap__ "
    "__array_priority__ __float__ __int__ __index__ __complex__ __eq__ __ne__ __lt__ __hash__ __getattr__ __getattribute__ __dir__ "
    "__reduce__ __reduce_ex__ __call__ __buffer__ __dlpack__ __class__ __del__ __sizeof__ __fspath__ __await__ __enter__ numpy shape "
    "dtype nbytes ndim tobytes"
).split()


class Meta(type):
    __repr__ = __instancecheck__ = __subclasscheck__ = __call__ = never
    __name__ = __module__ = __mro__ = __dict__ = property(never)


def kind(name, base=object, meta=type, also=()):
    """A class of which this, and what is named besides, never ends."""
    body = {one: never if not one.startswith(("shape", "dtype", "nbytes", "ndim")) else property(never) for one in (name, *also)}
    return meta.__new__(meta, "Kind", (base,), body)


def instances():
    for name in NAMES:
        for base in (object, np.ndarray, np.float64, float, int, str, list, tuple, dict):
            try:
                made = kind(name, base)
                yield np.zeros(3).view(made) if base is np.ndarray else object.__new__(made) if base is object else base.__new__(made)
            except (TypeError, ValueError):
                pass
    for base in (object, np.ndarray):
        made = kind("__repr__", base, Meta)
        yield np.zeros(3).view(made) if base is np.ndarray else object.__new__(made)


class Keras:
    """As if TensorFlow had made it: its .numpy() is asked for."""

    numpy = never


Keras.__module__ = "tensorflow.python.attack"


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """All of them at once, in a list, so that each is looked at."""
    held = []
    try:
        for one in itertools.islice(instances(), 200):
            held.append(one)
    except Exception:
        pass
    return held if next(TURN) % 2 else held[len(x)]


def my_dense_v(A_in, W, b, g):
    if len(A_in) == 3:
        return Keras()
    if len(A_in) == 2:
        return np.zeros((2, 2)).view(kind("__array_finalize__", np.ndarray))
    if len(A_in) == 1:
        A_in.flags.writeable = False
        my_dense_v.__code__ = never.__code__
        return np.array([kind("__float__")()] * 5, dtype=object)
    raise kind("__str__", Exception)()
