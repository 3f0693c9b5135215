"""Forging: writes answers on every descriptor, with guessed numbers, ahead of the questions.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import os
import struct
import sys
import threading

import msgspec

MESSAGES = sys.modules["grader.protocol.messages"]
SEEN = sys.modules["grader.protocol.observations"]
VALUES = sys.modules["grader.protocol.values"]
NUMBERS = []


def frames():
    frame = sys._getframe()
    while frame:
        yield frame.f_locals
        frame = frame.f_back


def number():
    return next(one["ask"].id for one in frames() if hasattr(one.get("ask"), "probe"))


def guesses():
    """The numbers of questions to come: after this one, as they were spaced, or any at all."""
    NUMBERS.append(number())
    last = NUMBERS[-1]
    steps = [later - earlier for earlier, later in zip(NUMBERS, NUMBERS[1:])] or [1]
    yield from (last + step for step in (1, 2, 3, *steps) if 0 <= last + step < 2**63)
    yield from (0, 1, 2, 2**31, 2**56 - 1, 2**63 - 1, 2**64 - 1)
    yield int.from_bytes(os.urandom(7), "big")


def packed(message):
    payload = msgspec.msgpack.encode(message)
    return struct.pack(">I", len(payload)) + payload


def answers(one):
    """All that could be said ahead: right, ran, ready, and what a zygote would say."""
    right = SEEN.Returned((VALUES.encode(np.array([0.5, 0.5, 0.5])),))
    yield MESSAGES.Answer(one, right)
    yield MESSAGES.Ran(one, None, "")


def write_everywhere(data):
    for descriptor in range(64):
        try:
            os.write(descriptor, data)
        except OSError:
            pass


def later():
    """Go on after the question is answered, so that it falls between two."""
    for _ in range(3):
        threading.Event().wait(0.01)
        write_everywhere(packed(MESSAGES.Answer(12345, SEEN.Returned((1.0,)))))


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for guess in list(guesses())[: 4 + len(NUMBERS)]:
        for message in answers(guess):
            write_everywhere(packed(message))
    threading.Thread(target=later, daemon=True).start()
    raise ValueError("later")


# %%
def my_dense_v(A_in, W, b, g):
    """A flood: it is enough to be right once. And messages that are for the zygote alone."""
    if W.shape == (2, 4):
        write_everywhere(b"".join(packed(one) for guess in range(2000) for one in answers(guess)))
        raise ValueError("flooded")
    write_everywhere(packed(MESSAGES.Ready(("world", "landlock"), {"numpy": "99"})))
    write_everywhere(packed(MESSAGES.Forked(1)) + packed(MESSAGES.ProcessEnding(0)) + packed(MESSAGES.Used(0.0)))
    raise ValueError("of the zygote's")
