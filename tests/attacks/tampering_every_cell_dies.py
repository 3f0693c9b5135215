"""Tampering: cells of which each ends the process in its own way, so that all begins again after each.

points: 30
extra: 0
says: Code cell 4: the Python process ended (exit code 0)
says: Code cell 5: the Python process ended (signal SIGABRT)
says: Code cell 7: the Python process ended (signal SIGSEGV)
says: Code cell 12: the Python process ended (signal SIGSEGV)
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
import threading


def end(how):
    """Ends this process, or makes as if."""
    if how == "exit":
        os._exit(0)
    if how == "abort":
        os.abort()
    if how == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if how == "segv":
        ctypes.string_at(8)
    if how == "stop":
        os.kill(os.getpid(), signal.SIGTERM)
    if how == "channel":
        os.closerange(0, 300)
        raise SystemExit("gone")
    if how == "xcpu":
        os.kill(os.getpid(), signal.SIGXCPU)
    if how == "stack":
        threading.stack_size(1 << 16)
        sys.setrecursionlimit(1 << 30)
        thread = threading.Thread(target=deeper)
        thread.start()
        thread.join()
    if how == "rt":
        os.kill(os.getpid(), signal.SIGRTMIN + 3)
    return how


def deeper(*_):
    return repr(type("D", (), {"__repr__": deeper})()) + str(_)


# %%
step1 = end("exit")


# %%
step2 = end("abort")


# %%
step3 = end("kill")


# %%
step4 = end("segv")


# %%
step5 = end("stop")


# %%
step6 = end("exit")


# %%
step7 = end("channel")


# %%
step8 = end("xcpu")


# %%
step9 = end("stack")


# %%
step10 = end("rt")


# %%
step11 = end("exit")


# %%
step12 = end("loop")


# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return [step1, step2, step3, step4, step5, step6, step7, step8, step9, step10, step11, step12]


# %%
def dies_by_day(time=__import__("time").time_ns):
    """Not each time: what is left out is not always the one that did it."""
    if time() // 1_000_000 % 3 == 0:
        os._exit(3)
    return 1


luck = [dies_by_day() for _ in range(3)]


def my_dense_v(A_in, W, b, g):
    return luck
