"""Forging: returns arrays and numbers of classes of its own that lie about what they hold.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes


class Array(np.ndarray):
    """Says of itself whatever is wanted."""

    shape = property(lambda self: (3,), lambda self, value: None)
    dtype = property(lambda self: np.dtype("float64"))
    nbytes = property(lambda self: 24)
    size = property(lambda self: 3)
    ndim = property(lambda self: 1)
    __array_priority__ = 1e9
    tobytes = lambda self, *_: bytes(24)
    __array__ = lambda self, *_, **__: np.full(3, 0.5)
    __array_finalize__ = lambda self, other: None
    __array_wrap__ = lambda self, array, *_: array
    __array_ufunc__ = lambda self, *_, **__: True
    __array_function__ = lambda self, *_, **__: np.full(3, 0.5)
    view = astype = copy = ravel = reshape = lambda self, *_, **__: self
    __eq__ = __ne__ = lambda self, other: np.bool_(True)
    __reduce__ = lambda self: (exec, ("raise SystemExit(0)",))


class Duck:
    """No array at all, but offers to be one."""

    def __init__(self, size):
        self.held = np.full(size, 0.5)

    __array__ = lambda self, *_, **__: self.held
    __array_interface__ = property(lambda self: {**self.held.__array_interface__, "data": (0xDEAD0000, False)})
    __array_struct__ = property(lambda self: self.held.__array_struct__)
    __len__ = lambda self: len(self.held)
    __getitem__ = lambda self, key: self.held[key]
    __buffer__ = lambda self, flags: memoryview(self.held)
    numpy = lambda self: self.held
    __module__ = "tensorflow.python.framework.ops"


class Number(np.float64):
    __float__ = item = lambda self: 0.5
    __array__ = lambda self, *_, **__: np.float64(0.5)


class Integer(int):
    __float__ = lambda self: 0.5
    __index__ = lambda self: 2**80


class Tensor:
    """By the name of its module a tensor of a library's."""

    numpy = lambda self: Array((1,))


Tensor.__module__ = "tensorflow.python"


def wandering(size):
    """An array whose shape and place in memory were changed behind NumPy's back."""
    array = np.full(size, 0.5)
    fields = ctypes.cast(id(array), ctypes.POINTER(ctypes.c_ssize_t))
    kept = np.full(8, 0.25)
    fields[2] = kept.ctypes.data
    array.flags.writeable = False
    wandering.kept = kept
    return array


ASKED = []


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    ASKED.append(x)
    size = len(b3)
    every = (np.full(size, 0.5).view(Array), Duck(size), [Duck(1)] * size, Number(0.5), [Number(0.5)] * size,
             Integer(1), Tensor(), memoryview(np.full(size, 0.5)), np.ma.masked_array(np.full(size, 0.5), True),
             np.broadcast_to(0.5, (10**6,) * 3), np.matrix(np.full(size, 0.5)), wandering(size),
             np.lib.stride_tricks.as_strided(np.full(1, 0.5), (2**40,), (0,)),
             np.rec.array([(0.5,)] * size, dtype=[("x", float)]), np.char.array(["0.5"] * size))
    return every[len(ASKED) % len(every)]
