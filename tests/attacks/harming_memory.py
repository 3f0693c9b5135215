"""Harming: more memory than there may be: lists, arrays, mappings, text, stacks, arenas.

points: 30
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
import threading

HELD = []
LIMIT = 1536  # MB of data; what the tests allow


def fill(mb):
    """Touched, so that it counts."""
    HELD.append(np.ones(mb << 17))


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Many ways in turn, each until there is nothing left; all is held."""
    for way in (
        lambda: fill(64), lambda: HELD.append("x" * (32 << 20)), lambda: HELD.append(bytearray(32 << 20)),
        lambda: HELD.append(array.array("d", bytes(16 << 20))), lambda: HELD.append([None] * (4 << 20)),
        lambda: HELD.append(mapped(mmap.MAP_PRIVATE)), lambda: HELD.append({one: one for one in range(100_000)}),
        lambda: fill(1), lambda: HELD.append(ctypes.create_string_buffer(1 << 20)),
    ):
        try:
            while True:
                way()
        except (MemoryError, OSError):
            pass
    if resident() > LIMIT + 300:
        tell(resident())
    fill(512)


def mapped(kind):
    held = mmap.mmap(-1, 32 << 20, kind | mmap.MAP_ANONYMOUS)
    for at in range(0, 32 << 20, 4096):
        held[at] = 1
    return held


def resident():
    with open("/proc/self/status") as file:
        text = file.read()
    return int(text.partition("RssAnon:")[2].split()[0]) // 1024


def tell(mb):
    raise RuntimeError(f"GAINED: {mb} MB")


def my_dense_v(A_in, W, b, g):
    """Small objects, one by one: the end comes in the middle of Python's own work."""
    if len(A_in) == 3:
        held = None
        while True:
            held = (held, {len(HELD): [held]}, "x" * 50)
    held = []
    while True:
        held += [held[:] for _ in range(3)] or [1]
