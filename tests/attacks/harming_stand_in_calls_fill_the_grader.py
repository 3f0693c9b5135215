"""Harming: calls the grader's stand-in without end, with arguments that the grader keeps.

points: 30
extra: 0
"""
# %%
import sys
import threading

import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
def question():
    """The frame in which the open question is answered: its number and the way to the grader."""
    frame = sys._getframe()
    while frame is not None:
        if "ask" in frame.f_locals and "start" in frame.f_locals:
            return frame.f_locals
        frame = frame.f_back
    raise LookupError


def flood(name, every):
    """Calls without end; a thread takes the replies, so that nothing waits for them."""
    here, modules = question(), sys.modules
    frames, messages = modules["grader.protocol.frames"], modules["grader.protocol.messages"]
    calls = [frames.pack(messages.StandInCall(here["ask"].id, name, one)) for one in every]
    child = here["self"]

    def listen():
        while True:
            child._receive()

    threading.Thread(target=listen, daemon=True).start()
    while True:
        for call in calls:
            child._writer.write(call)
            child._writer.flush()


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    values = sys.modules["grader.protocol.values"]
    # Much in one array; in many texts; in arrays of nothing with a long name; in many numbers.
    array = values.Array("float64", (1, 450_000), bytes(3_600_000))
    texts = values.Items("list", ("x" * 1990,) * 1800)
    wide = values.Items("list", ("\U0001f600" * 450,) * 1000)
    numbers = values.Items("list", (1e300,) * 9_000)
    named = values.Items("list", (values.Array("int8", (0,), b"", "x" * 190),) * 900)
    every = [(array, 1, 1), (wide, wide), (numbers,) * 18, (named,) * 9]
    flood("my_dense", [(texts,)] if len(x) == 4 else every)


def my_dense_v(A_in, W, b, g):
    # No stand-in is there for this one.
    values = sys.modules["grader.protocol.values"]
    flood("my_dense", [(values.Items("list", ("x" * 1990,) * 1800),)])
