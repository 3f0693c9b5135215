"""Harming: more memory than there may be: lists, arrays, mappings, text, down to the last byte.

points: at most 30
extra: 0
says: asks for more memory than a submission may use
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import array
import ctypes
import mmap

HELD = []
LIMIT = 1536  # MB of data; what the tests allow


def until_refused(way):
    try:
        while True:
            HELD.append(way())
    except (MemoryError, OSError):
        pass


def data():
    with open("/proc/self/status") as file:
        text = file.read()
    return int(text.partition("VmData:")[2].split()[0]) // 1024


def tell(mb):
    raise RuntimeError(f"GAINED: {mb} MB")


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Many ways in turn, each until there is nothing left; all is held."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = libc.sbrk.restype = ctypes.c_void_p
    for way in (
        lambda: np.empty(16 << 20), lambda: mmap.mmap(-1, 32 << 20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS),
        lambda: "x" * (16 << 20), lambda: bytearray(16 << 20), lambda: array.array("d", bytes(8 << 20)),
        lambda: [None] * (1 << 20), lambda: np.zeros((1024, 1024)), lambda: ctypes.create_string_buffer(1 << 20),
        lambda: libc.malloc(ctypes.c_size_t(1 << 20)) or mmap.mmap(-1, 1 << 40),
        lambda: mmap.mmap(-1, 1 << 40) if libc.sbrk(ctypes.c_ssize_t(1 << 20)) in (None, 2**64 - 1) else 1,
    ):
        until_refused(way)
    if data() > LIMIT:
        tell(data())
    return np.ones(64 << 20)


def my_dense_v(A_in, W, b, g):
    """To the last byte: the harness itself has none left to say so with."""
    size = 512 << 20
    while size > 16:
        until_refused(lambda: bytes(size))
        size //= 4
    if len(A_in) == 3:
        return HELD
    raise ValueError("x" * 500)
