"""Frames: strict messages with a length that is checked first."""

from __future__ import annotations

import io
import struct
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.protocol import frames
from grader.protocol.limits import Limits
from grader.protocol.messages import (
    Answer,
    Ask,
    CallBack,
    CalledBack,
    Did,
    Do,
    Fork,
    Forked,
    FromChild,
    FromZygote,
    Prepare,
    ProcessEnding,
    Ran,
    Ready,
    Run,
    StandInCall,
    StandInReply,
    Start,
    Stop,
    Threw,
    ToChild,
    ToZygote,
    Usage,
    Used,
    Warm,
)
from grader.protocol.observations import CellOutput, Described, Layer, Missing, Raised, Returned
from grader.protocol.probes import Call, Describe, Read, StandIn
from grader.protocol.things import Sequence, Stayed
from grader.protocol.values import Function, Items, ProtocolError, Strange, array

patient = settings(deadline=None)  # a busy machine is no failure

CAP = 1 << 16
NUMBERS = array(np.arange(6.0).reshape(2, 3))
CALL = Call("f", ("a", "g"), (NUMBERS, Function("relu")), 2, (StandIn("h", ("a", "g"), "g"),))
MESSAGES: list[tuple[Any, msgspec.Struct]] = [
    (ToChild, Start("/scratch", "", {"tests": ("check",)}, 7, Limits(), legacy=True)),
    (ToChild, Run(3, 1, "x = 1\n")),
    (ToChild, Ask(4, CALL)),
    (ToChild, Ask(4, Describe("model", NUMBERS))),
    (ToChild, Ask(4, Read("answer_1"))),
    (ToChild, Do(5, "call", (Stayed(1, "function"), 2, "x"), {"key": None})),
    (ToChild, CalledBack(threw=Threw("KeyError", ("KeyError",), ("x",), Raised("KeyError", "x")))),
    (FromChild, Did(5, Sequence("list", (1, 2.5)), out="said", changed=((1, "y"),))),
    (FromChild, CallBack(5, 1, (1,))),
    (ToChild, StandInReply(NUMBERS)),
    (ToChild, StandInReply(error=Raised("ValueError", "no"))),
    (FromChild, Ready(("process", "rlimits"))),
    (
        FromChild,
        Ran(
            3,
            Raised("NameError", "name 'x' is not defined", 1, 2, "x"),
            CellOutput("printed", "warned", "shown"),
        ),
    ),
    (
        FromChild,
        Answer(4, Returned((NUMBERS, None, 1, 2.5, "t", Items("list", (1,)))), "p", ("a",)),
    ),
    (FromChild, Answer(4, Raised("ValueError", "no"), activated=((), (2, 3)))),
    (FromChild, Answer(4, Missing("function", near=("my_dens",)))),
    (FromChild, Answer(4, Missing("value"))),
    (FromChild, Answer(4, Described((Layer("Dense", 3, "sigmoid", NUMBERS, None),), (None, 2)))),
    (FromChild, StandInCall(4, "h", (NUMBERS, Strange("set")))),
    (ToZygote, Prepare(("numpy",))),
    (ToZygote, Fork()),
    (ToZygote, Stop(12)),
    (ToZygote, Usage(12)),
    (FromZygote, Warm("numpy could not be imported")),
    (FromZygote, Forked(12)),
    (FromZygote, Used(1.25)),
    (FromZygote, ProcessEnding(9, 1.5, 60.0)),
]


def receive(expected: Any, content: bytes, cap: int = CAP) -> Any:
    """The first message in these bytes."""
    return frames.Decoder(expected).receive(io.BytesIO(content), cap)


def framed(payload: bytes) -> bytes:
    """A payload with its length in front."""
    return struct.pack(">I", len(payload)) + payload


@pytest.mark.parametrize(
    ("expected", "message"), MESSAGES, ids=[type(message).__name__ for _, message in MESSAGES]
)
def test_every_message_arrives_as_it_left(expected: Any, message: msgspec.Struct) -> None:
    """Each message of the protocol survives the wire, and the next one follows it."""
    stream = io.BytesIO()
    frames.send(stream, message)
    frames.send(stream, message)
    stream.seek(0)
    decoder: frames.Decoder[Any] = frames.Decoder(expected)
    assert [message, message] == [decoder.receive(stream, CAP) for _ in range(2)]
    with pytest.raises(frames.EndOfStream):
        decoder.receive(stream, CAP)


def test_the_table_above_knows_every_message() -> None:
    """No message of the protocol is left out of the round trip."""
    known = {type(message) for _, message in MESSAGES}
    spoken = ToChild | FromChild | ToZygote | FromZygote
    assert set(spoken.__args__) == known


@patient
@given(st.binary(max_size=200) | st.binary(max_size=200).map(framed))
@example(b"")
@example(b"\xff\xff\xff\xff")
@example(framed(b"\x91" * 5000))
@example(framed(b"\x81\xa4type\x91"))
@example(framed(msgspec.msgpack.encode({"type": "answer", "id": 2**64 - 1})))
def test_random_bytes_do_no_harm(content: bytes) -> None:
    """Any bytes are a message, a ProtocolError or an end; never anything else."""
    try:
        heard = receive(FromChild, content)
    except (ProtocolError, frames.EndOfStream):
        return
    assert isinstance(heard, Ready | Ran | Answer | StandInCall)


json_like = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=5)
    | st.binary(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["type", "id", "outcome", "values", "data"]), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@patient
@given(st.sampled_from(["ready", "ran", "answer", "stand_in", "start", "fork"]), json_like)
def test_random_structures_do_no_harm(tag: str, rest: Any) -> None:
    """Well-formed MessagePack with a tag of ours and random fields is held to the schema."""
    made = {**(rest if isinstance(rest, dict) else {"id": rest}), "type": tag}
    try:
        heard = receive(FromChild, framed(msgspec.msgpack.encode(made)))
    except ProtocolError:
        return
    assert isinstance(heard, Ready | Ran | Answer | StandInCall)


@patient
@given(st.data())
def test_a_cut_message_is_an_end(data: st.DataObject) -> None:
    """Wherever a frame is cut off, it is the end of the stream."""
    _, message = data.draw(st.sampled_from(MESSAGES))
    whole = frames.pack(message)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(frames.EndOfStream):
        receive(ToChild, whole[:cut])


def test_too_large_is_refused_before_it_is_read() -> None:
    """A length over the cap is an error at once: not one byte of the content is read."""

    class Counting(io.BytesIO):
        taken = 0

        def read(self, size: int | None = -1, /) -> bytes:
            part = super().read(size)
            self.taken += len(part)
            return part

    stream = Counting(struct.pack(">I", CAP + 1) + b"x" * (CAP + 1))
    with pytest.raises(ProtocolError, match="bytes"):
        frames.Decoder(FromChild).receive(stream, CAP)
    assert 4 == stream.taken


def test_a_stream_in_pieces_is_put_together() -> None:
    """A reader may give fewer bytes than were asked for."""

    class Slow(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            return super().read(1)

    message = MESSAGES[2][1]
    assert message == frames.Decoder(ToChild).receive(Slow(frames.pack(message)), CAP)


@pytest.mark.parametrize(
    "made",
    [
        {"type": "ready", "layers": [], "extra": 1},
        {"type": "answer", "id": 1, "outcome": {"type": "returned", "values": [], "points": 9}},
        {"type": "answer", "id": 1, "outcome": {"type": "timed_out", "seconds": 1.0}},
        {"type": "answer", "id": 1, "outcome": {"type": "died", "how": "exit code 0"}},
        {"type": "answer", "id": "1", "outcome": {"type": "returned", "values": []}},
        {"type": "answer", "outcome": {"type": "returned", "values": []}},
        {"type": "start", "scratch": "/"},
        {"type": "passed"},
        {"layers": []},
        ["ready", []],
        "ready",
        None,
        {
            "type": "answer",
            "id": 1,
            "outcome": {
                "type": "returned",
                "values": [{"type": "array", "dtype": "object", "shape": [1], "data": b"x"}],
            },
        },
    ],
    ids=str,
)
def test_what_is_not_in_the_schema_is_refused(made: object) -> None:
    """Unknown fields, wrong tags, wrong types and the grader's own outcomes are no messages."""
    with pytest.raises(ProtocolError):
        receive(FromChild, framed(msgspec.msgpack.encode(made)))


def test_a_pickle_is_no_message() -> None:
    """A pickled object is bytes like any other: it is refused and never loaded."""
    payload = b"cbuiltins\nexec\n(S'raise SystemExit'\ntR."
    with pytest.raises(ProtocolError):
        receive(FromChild, framed(payload))
