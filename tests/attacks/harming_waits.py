"""Harming: waits for what never comes: time, locks, pipes, signals, keys, a cell that reads on.

points: 30
extra: 0
says: Your `my_sequential` did not finish within 2 s
says: Your `my_dense_v` did not finish within 2 s
says: A process did nothing at all until its time was over
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import builtins
import fcntl
import io
import multiprocessing.dummy
import os
import select
import signal
import socket
import sys
import threading
import time


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    lock = threading.Lock()
    lock.acquire()
    if len(x) == 4:
        lock.acquire()
    signal.pause()
    time.sleep(1e8)


def my_dense_v(A_in, W, b, g):
    reading, writing = os.pipe()
    ours, theirs = socket.socketpair()
    for way in (lambda: builtins.input(), lambda: sys.stdin.read(), lambda: os.read(0, 1), lambda: os.getpass()):
        try:
            way()
        except BaseException:
            pass
    os.mkfifo("attack_fifo")
    if len(A_in) == 3:
        open("attack_fifo").read()
    if len(A_in) == 2:
        select.select([reading, ours], [], [])
    if len(A_in) == 1:
        threading.Barrier(2).wait()
    multiprocessing.dummy.Pool(3).map(lambda one: os.read(reading, 1), range(9))
