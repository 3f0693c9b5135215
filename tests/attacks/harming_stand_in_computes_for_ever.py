"""Harming: small arguments with which the grader's own stand-in needs gigabytes, or minutes.

points: 30
extra: 0
"""
# %%
import sys

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


def call(name, *arguments):
    """A call of the stand-in with the arguments as they are, the child's own checks left out."""
    here, modules = question(), sys.modules
    frames, messages = modules["grader.protocol.frames"], modules["grader.protocol.messages"]
    frames.send(here["self"]._writer, messages.StandInCall(here["ask"].id, name, arguments))
    return here["self"]._receive()


def zeros(*shape, dtype="float64"):
    values = sys.modules["grader.protocol.values"]
    size = int(np.prod(shape, dtype=object)) * np.dtype(dtype).itemsize
    return values.Array(dtype, shape, bytes(size))


N = 16_000  # so many numbers squared are 2 GB


def ways():
    nothing = zeros(1)
    # An outer product: n numbers twice become n * n.
    yield zeros(N, 1), zeros(1, N), nothing
    # Axes of length 0 cost no bytes, and what is between them vanishes.
    yield zeros(60, 0), zeros(0, 4_000_000), nothing
    yield zeros(0), zeros(0, 250_000_000), nothing
    yield zeros(1, 0), zeros(0, 250_000_000), nothing
    # Rows of matrices that are multiplied each with each.
    yield zeros(1, N, 1, 1), zeros(N, 1, 1, 1), nothing
    yield zeros(N, 1, 1, 1, 1), zeros(1, 1, N, 1, 1), nothing
    # The product is small, the sum is not.
    yield zeros(1, 1), zeros(1, N), zeros(N, 1)
    yield zeros(1), zeros(1, N), zeros(N, 1)
    yield zeros(1), zeros(1, 60), zeros(60, 4_000_000 // 60, dtype="int8")
    # Numbers that are multiplied one by one, in software.
    yield zeros(950, 950, dtype="float16"), zeros(950, 950, dtype="float16"), nothing
    yield zeros(1900, 1000, dtype="int8"), zeros(1000, 1900, dtype="int8"), nothing
    yield zeros(1200, 1200, dtype="bool"), zeros(1200, 1200, dtype="bool"), nothing
    # As many rounds of a loop in Python as there are columns.
    yield zeros(0), zeros(0, 3_500_000, dtype="int8"), zeros(3_500_001, dtype="int8")
    yield zeros(1), zeros(1, 1_900_000, dtype="int8"), zeros(1_900_001, dtype="int8")
    # What is no array at all.
    items = sys.modules["grader.protocol.values"].Items
    yield items("list", (zeros(3000, dtype="int8"),) * 1000), zeros(3000, 1), nothing
    yield items("list", ("1" * 1900,) * 900), items("list", ("1" * 1900,) * 900), "1" * 1900


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    every = list(ways())
    for step in range(len(every)):
        call("my_dense", *every[(step + 3 * len(x)) % len(every)])
        call("my_dense_v", *every[(step + 3 * len(x)) % len(every)])


def my_dense_v(A_in, W, b, g):
    # No stand-in is there for this one.
    for name in ("my_dense", "my_dense_v", "my_sequential", "affine", "__class__"):
        for arguments in ways():
            call(name, *arguments)
