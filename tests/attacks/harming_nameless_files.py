"""Harming: files without a name, which only the kernel can count.

points: 30
extra: 0
promised: full
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import mmap
import os

SCRATCH = 32  # MB; what the tests allow
FILE = 8
HELD = []


def written(open_one, most):
    """How many MB could be kept at a time in files that this opens."""
    total = 0
    for number in range(most // FILE):
        try:
            descriptor = open_one(number)
        except OSError:
            break
        try:
            while total < most:
                total += os.write(descriptor, bytes(1 << 20)) >> 20
        except OSError:
            pass
        HELD.append(descriptor)
    return total


def without_a_name(number):
    name = f"attack_{number}"
    descriptor = os.open(name, os.O_CREAT | os.O_RDWR, 0)
    os.unlink(name)
    return descriptor


def never_with_a_name(_):
    return os.open(".", os.O_TMPFILE | os.O_RDWR, 0o600)


def mapped(number):
    """Not even a descriptor is left: a mapping keeps the file."""
    descriptor = os.open(f"attack_{number}", os.O_CREAT | os.O_RDWR, 0o600)
    os.truncate(descriptor, FILE << 20)
    HELD.append(mmap.mmap(descriptor, FILE << 20))
    HELD[-1][:] = b"x" * (FILE << 20)
    os.unlink(f"attack_{number}")
    return descriptor


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """One way for each question; a second question of a kind comes when the first was survived."""
    way = (without_a_name, never_with_a_name, mapped)[(len(x) + len(b1) + len(b3)) % 3]
    total = written(way, 8 * SCRATCH)
    if total >= 4 * SCRATCH:
        raise RuntimeError(f"GAINED: {total} MB of files {way.__name__}")
    return np.zeros(len(b3))
