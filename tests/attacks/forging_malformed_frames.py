"""Forging: sends frames that are too long, too deep, cut off, or no frames at all.

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

import msgspec


def frames():
    frame = sys._getframe()
    while frame:
        yield frame.f_locals
        frame = frame.f_back


def channel():
    for one in frames():
        if type(one.get("self")).__name__ == "Child" and "ask" in one:
            return one["self"]._channel[1], one["ask"].id


def answer(number, outcome):
    payload = msgspec.msgpack.encode({"type": "answer", "id": number, "outcome": outcome})
    return struct.pack(">I", len(payload)) + payload


def framed(payload):
    return struct.pack(">I", len(payload)) + payload


def broken(number):
    head = msgspec.msgpack.encode({"type": "answer", "id": number})[1:]
    yield struct.pack(">I", 0xFFFFFFFF) + b"x" * 1000
    yield struct.pack(">I", 0x7FFFFFFF)
    yield struct.pack(">I", 0)
    yield framed(b"\x91" * 200_000)
    yield framed(b"\x83" + head + b"\xa7outcome" + b"\x81\xa6values" * 5000)
    yield framed(b"\xdd\xff\xff\xff\xff")
    yield framed(b"\xdf\xff\xff\xff\xff")
    yield framed(b"\xc6\xff\xff\xff\xff")
    yield framed(b"\xc9\x00\x00\x00\x04\x50pick")
    yield framed(b"\xd9\xff\xff\xfe\xfd")
    yield framed(b"\xa4\xed\xa0\x80x")
    yield framed(b"\xc1" * 100)
    yield b"HTTP/1.1 200 OK\r\n\r\n100 points"
    yield answer(number, {"type": "returned", "values": [{"type": "array", "dtype": "object", "shape": [1], "data": b"x"}]})
    yield answer(number, {"type": "returned", "values": [{"type": "array", "dtype": "float64", "shape": [2**63 - 1, 0], "data": b""}]})
    yield answer(number, {"type": "returned", "values": [0.5], "points": 30})
    yield answer(number, {"type": "passed"})
    yield answer(str(number), {"type": "returned", "values": [0.5]})
    yield answer(float(number), {"type": "returned", "values": [0.5]})
    yield answer(True, {"type": "returned", "values": [0.5]})
    yield framed(b"\x83" + head + head + b"\xa7outcome\xc0")


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Each time a child is lost: two of them are all that an exercise has."""
    descriptor, number = channel()
    known = list(broken(number))
    os.write(descriptor, known[number % len(known)])
    os.close(descriptor) if number % 3 == 0 else None
    raise ValueError("broken")


# %%
def my_dense_v(A_in, W, b, g):
    """Half a frame, and then silence: who reads on waits."""
    descriptor, number = channel()
    os.write(descriptor, framed(b"x" * 10_000)[:5000])
    while True:
        os.read(descriptor, 1 << 16)
