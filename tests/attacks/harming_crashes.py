"""Harming: ends the interpreter from below: bad memory, aborts, stacks that overflow, code that is none.

points: 30
extra: 0
says: Code cell 4: the Python process ended (signal SIGSEGV)
says: Code cell 5: the Python process ended (signal SIGABRT)
says: While your `my_dense_v` ran, the Python process ended (signal SIGSEGV)
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import faulthandler
import os
import signal
import sys
import threading

LIBC = ctypes.CDLL(None)


def deep_repr():
    """In C, each level takes some of the stack; Python is told not to count."""
    made = []
    for _ in range(10**6):
        made = [made]
    sys.setrecursionlimit(1 << 30)
    return repr(made)


def deep_call(number=0):
    sys.setrecursionlimit(1 << 30)
    return max([number], key=lambda one: deep_call(one + 1))


def in_a_small_stack():
    threading.stack_size(1 << 15)
    thread = threading.Thread(target=deep_repr)
    thread.start()
    thread.join()


def no_code():
    code = (lambda: 0).__code__
    exec(code.replace(co_code=b"d\xff" * 50 + b"S\0", co_stacksize=1))


def reported():
    """With a report of its own, to a file, of all that was going on."""
    faulthandler.enable(file=open("attack_fault", "w"))
    ctypes.memset(16, 0, 16)


WAYS = (
    lambda: ctypes.string_at(0), LIBC.abort, deep_repr, deep_call, in_a_small_stack, no_code, reported,
    lambda: os.kill(os.getpid(), signal.SIGILL), lambda: ctypes.pythonapi.Py_FatalError(b"x"),
    lambda: ctypes.cast(id(None), ctypes.CFUNCTYPE(None))(),
)


# %%
crash1 = WAYS[0]()


# %%
crash2 = WAYS[1]()


# %%
crash3 = WAYS[2]()


# %%
crash4 = WAYS[3]()


# %%
crash5 = WAYS[4]()


# %%
crash6 = WAYS[5]()


# %%
crash7 = WAYS[6]()


# %%
crash8 = WAYS[7]()


# %%
crash9 = WAYS[8]()


# %%
crash10 = WAYS[9]()


# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return (crash1, crash2, crash3, crash4, crash5, crash6, crash7, crash8, crash9, crash10)


def my_dense_v(A_in, W, b, g):
    return ctypes.string_at(len(A_in))
