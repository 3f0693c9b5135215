"""Tampering: answers made so that the grader's own comparison fails, for its faults cost no points.

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
    frame = sys._getframe()
    while frame is not None:
        if "ask" in frame.f_locals and "start" in frame.f_locals:
            return frame.f_locals
        frame = frame.f_back
    raise LookupError


def nested(depth, value, of):
    for _ in range(depth):
        value = of("list", (value,))
    return value


def answers(shape):
    """Answers that are right in form, each of which asks something odd of whoever reads it."""
    seen, values = sys.modules["grader.protocol.observations"], sys.modules["grader.protocol.values"]
    Array, Items, Strange, Function = values.Array, values.Items, values.Strange, values.Function
    largest, size = 2**63 - 1, int(np.prod(shape))
    yield seen.Returned(())
    for depth in (20, 32, 33, 60, 64, 65, 100, 200, 300, 400, 490, 600, 900, 5000):
        yield seen.Returned((nested(depth, 1.5, Items),))
    yield seen.Returned((Items("list", (0.5,) * 300_000),))
    yield seen.Returned((Items("list", tuple(Items("list", (1.0,)) for _ in range(30_000))),))
    yield seen.Returned((Array("float64", (largest, 0), b""),))
    yield seen.Returned((Array("float64", (0, largest, largest), b""),))
    yield seen.Returned((Array("float64", (-1, -1), bytes(8)),))
    yield seen.Returned((Array("float64", (1,) * 64, bytes(8)),))
    yield seen.Returned((Array("float64", (1,) * 5000, bytes(8)),))
    yield seen.Returned((Array("float64", (2**64 - 1,), b""),))
    yield seen.Returned((Array("bool", shape, b"\x07" * size),))
    yield seen.Returned((Array("float16", shape, b"\xff\x7f" * size),))
    yield seen.Returned((Array("float64", shape, b"\xff" * 8 * size),))
    yield seen.Returned((Array("float64", shape, b"\x7f\xef" + b"\xff" * (8 * size - 2)),))
    yield seen.Returned((2**64 - 1,))
    yield seen.Returned((-(2**63),))
    yield seen.Returned((float("nan"),))
    yield seen.Returned((Items("tuple", (2**64 - 1,) * max(size, 1)),))
    yield seen.Returned((Items("list", (Array("uint64", (), b"\xff" * 8),) * max(size, 1)),))
    yield seen.Returned((Function("\ud800{0}"),) if False else (Function("{0} {1} %s" * 99),))
    yield seen.Returned((Strange("{0!r:>9999999999}", "%n" * 9),))
    yield seen.Returned(("{" * 500,))
    yield seen.Raised("{0}", "{1} '{2}' %s", 2**63 - 1, 2**63 - 1, "{")
    yield seen.Raised("", "", -(2**63), -(2**63), "")
    yield seen.Raised("\n\n", "\x00\n" * 300, 1, 1, "\r")
    yield seen.Raised("ValueError", "shapes (1) and (2) not aligned: 1 (dim 0) != 2", 0, 5, "")
    yield seen.Missing("model", "", ("my_dense",) * 1000)
    yield seen.Described((), None, None)
    yield seen.Described((seen.Layer("Dense", 1),) * 5000, (None,) * 5000, 2**63)


def broken_frames(number):
    """Frames that are almost answers, for the decoder."""
    frames, messages = sys.modules["grader.protocol.frames"], sys.modules["grader.protocol.messages"]
    whole = frames.pack(messages.Answer(number, sys.modules["grader.protocol.observations"].Returned((1,))))
    yield whole[:4] + whole[4:].replace(b"returned", b"timed_out"[:8])
    yield whole[:-1]
    yield b"\0\0\0\1\xc1"
    yield b"\0\0\x13\x88" + b"\x91" * 5000
    yield b"\0\0\0\5\xdd\xff\xff\xff\xff"


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    frames, messages = sys.modules["grader.protocol.frames"], sys.modules["grader.protocol.messages"]
    here = question()
    every = list(answers(b3.shape))
    at = sum(map(ord, repr(x.tolist() + W3.ravel().tolist()))) + here["ask"].id
    # Several for one question: only the first can be the answer, the rest must not be the next's.
    for step in range(3):
        frames.send(here["self"]._writer, messages.Answer(here["ask"].id, every[(at + step) % len(every)]))


def my_dense_v(A_in, W, b, g):
    frames, messages = sys.modules["grader.protocol.frames"], sys.modules["grader.protocol.messages"]
    here = question()
    every = list(answers((A_in.shape[0], W.shape[-1])))
    at = here["ask"].id % len(every)
    if here["ask"].id % 7 == 0:
        broken = list(broken_frames(here["ask"].id))
        here["self"]._writer.write(broken[at % len(broken)])
        here["self"]._writer.flush()
    frames.send(here["self"]._writer, messages.Answer(here["ask"].id, every[at]))
