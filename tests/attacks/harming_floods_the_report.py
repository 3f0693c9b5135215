"""Harming: megabytes of printed text, names and types with each answer, past the child's own cut.

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
    """The frame in which the open question is answered, and the modules it uses."""
    frame = sys._getframe()
    while frame is not None:
        if "ask" in frame.f_locals and "start" in frame.f_locals:
            return frame.f_locals
        frame = frame.f_back
    raise LookupError


def flood(size):
    """An answer, right in form, each text of which is as long as a frame allows."""
    here = question()
    modules = sys.modules
    frames, messages = modules["grader.protocol.frames"], modules["grader.protocol.messages"]
    seen, values = modules["grader.protocol.observations"], modules["grader.protocol.values"]
    part = "GREAT WORDS " * (size // 48)
    kinds = (
        lambda: messages.Answer(here["ask"].id, seen.Returned((1,)), printed=part * 3),
        lambda: messages.Answer(here["ask"].id, seen.Raised(part, part, 1, 1, part)),
        lambda: messages.Answer(here["ask"].id, seen.Returned((part * 3,))),
        lambda: messages.Answer(here["ask"].id, seen.Returned((values.Strange(part, part),))),
        lambda: messages.Answer(here["ask"].id, seen.Missing("function", part, (part, part))),
        lambda: messages.Answer(here["ask"].id, seen.Returned((1,)), changed=(part,) * 3),
        lambda: messages.Answer(
            here["ask"].id, seen.Returned((values.Array("float64", (1,), bytes(8), part * 3),))
        ),
    )
    flood.times += 1
    frames.send(here["self"]._writer, kinds[flood.times % len(kinds)]())


flood.times = 0


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    flood(3 << 20)


def my_dense_v(A_in, W, b, g):
    flood(3 << 20)
