"""Reading: tells private inputs by how its process ends: codes, signals, lines, names.

points: 30
extra: 0
never: exit code
never: signal
never: line 100
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import os
import signal
import sys

PUBLIC = 6  # questions of an exercise that everybody may see
ASKED = []


def bits(x):
    return int(abs(float(np.ravel(x)[0])) * 1000) % 128


def by_exit(number):
    os._exit(64 + number % 64)


def by_signal(number):
    which = sorted(signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD})
    one = which[number % len(which)]
    signal.signal(one, signal.SIG_DFL)
    os.kill(os.getpid(), one)


def by_fault(number):
    ctypes.string_at(number)


def by_system_exit(number):
    sys.exit(f"LEAKED {number}")


def by_line(number):
    """The line in which Python stopped is a number, too."""
    source = "\n" * (1000 + number) + "raise KeyError"
    exec(compile(source, "<cell 2>", "exec"), {"__name__": "__main__"})


def by_name(number):
    raise type(f"LEAKED_{number}", (ArithmeticError,), {})


def by_refusal(number):
    """Words that the report explains, with the values in them."""
    raise IndexError(f"index LEAKED{number} is out of bounds: {number} is out of bounds for axis 0 with size {number}")


WAYS = (by_line, by_name, by_refusal, by_system_exit)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    ASKED.append("s")
    private = ASKED.count("s") - PUBLIC
    if private <= 0:
        raise ValueError("later")
    # The fatal one comes last: after two of its kind an exercise is over.
    (*WAYS, by_exit)[(private - 1) % 5](bits(x))


# %%
def my_dense_v(A_in, W, b, g):
    ASKED.append("v")
    if ASKED.count("v") <= PUBLIC:
        raise ValueError("later")
    (by_signal, by_fault, by_exit)[ASKED.count("v") % 3](bits(A_in))
