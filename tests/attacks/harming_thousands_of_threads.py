"""Harming: as many threads as there can be, with large stacks, in Python and by clone.

points: 30
extra: 0
says: starts more threads than a submission may have
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import _thread
import ctypes
import os
import threading
import time

LIMIT = 128  # what the tests allow
LIBC = ctypes.CDLL(None, use_errno=True)


def rest():
    time.sleep(3600)


def by_c():
    """Threads that Python knows nothing of: they sleep in the C library."""
    number = ctypes.c_ulong()
    sleep = ctypes.cast(LIBC.pause, ctypes.c_void_p)
    small = ctypes.create_string_buffer(64)  # with small stacks it is not memory that runs out
    LIBC.pthread_attr_init(small)
    LIBC.pthread_attr_setstacksize(small, ctypes.c_size_t(1 << 16))
    for _ in range(5000):
        if LIBC.pthread_create(ctypes.byref(number), small, sleep, None):
            break


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    by_c()
    threading.stack_size(1 << 16)
    for _ in range(5000):
        try:
            _thread.start_new_thread(rest, ())
        except (RuntimeError, MemoryError):
            break
    tasks = int(open("/proc/self/status").read().split("Threads:")[1].split()[0])
    # Where the user is nobody else's, nobody else's threads count.
    if os.getuid() > 1 << 29 and tasks > LIMIT + 20:
        tell(tasks)
    for _ in range(5000):  # where others of this user end meanwhile, there is room for some more
        threading.Thread(target=rest).start()
    return np.zeros(len(b3))


def tell(count):
    raise RuntimeError(f"GAINED: {count} threads")


def my_dense_v(A_in, W, b, g):
    """Each of them starts more, and all of them write into what is returned."""
    made = np.zeros((len(A_in), W.shape[1]))
    threading.stack_size(64 << 20)

    def more():
        while True:
            try:
                threading.Thread(target=more, daemon=True).start()
            except (RuntimeError, MemoryError):
                pass
            made[...] += 1

    more()
