"""Harming: as many threads as there can be, with large stacks, in Python and by clone.

points: 30
extra: 0
says: starts more threads than a submission may have
says: Your `my_dense_v` did not finish within 2 s
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import _thread
import ctypes
import mmap
import os
import threading
import time

LIMIT = 128  # what the tests allow
LIBC = ctypes.CDLL(None, use_errno=True)


def tasks():
    return len(os.listdir("/proc/self/task"))


def rest():
    while True:
        time.sleep(60)


def by_python():
    for size in (0, 1 << 16, 64 << 20):
        threading.stack_size(size)
        for _ in range(3000):
            try:
                threading.Thread(target=rest, daemon=True).start()
                _thread.start_new_thread(rest, ())
            except (RuntimeError, MemoryError, ValueError):
                break


def by_c():
    """Threads that Python knows nothing of: they sleep in the C library."""
    number = ctypes.c_ulong()
    sleep = ctypes.cast(LIBC.pause, ctypes.c_void_p)
    for _ in range(5000):
        if LIBC.pthread_create(ctypes.byref(number), None, sleep, None):
            break


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    by_python()
    by_c()
    if alone() and tasks() > LIMIT + 20:
        tell(tasks())
    threading.Thread(target=rest).start()
    return np.zeros(len(b3))


def alone():
    """Where the user is nobody else's, nobody else's threads count."""
    return os.getuid() > 1 << 29


def tell(count):
    raise RuntimeError(f"GAINED: {count} threads")


def my_dense_v(A_in, W, b, g):
    """Each of them starts more, and all of them write into what is returned."""
    made = np.zeros((len(A_in), W.shape[1]))

    def more():
        while True:
            try:
                threading.Thread(target=more, daemon=True).start()
            except RuntimeError:
                pass
            made[...] += 1

    more()
