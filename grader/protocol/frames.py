"""Frames: length-prefixed messages over a pair of byte streams.

A frame is four bytes of length, big endian, then that many bytes of MessagePack. The length is
checked before anything is read, and the content decoded strictly into one of the expected types.
"""

from __future__ import annotations

import socket
import struct
from typing import Any, Generic, Protocol, TypeVar

import msgspec

from grader.protocol.bounds import MAX_WORDS
from grader.protocol.values import ProtocolError

_LENGTH = struct.Struct(">I")
Message = TypeVar("Message")


class Reader(Protocol):
    """A stream of bytes that are read."""

    def read(self, size: int, /) -> bytes | None:
        """Read up to ``size`` bytes; empty at the end."""

    def close(self) -> None:
        """Read no more."""


class Writer(Protocol):
    """A stream to which bytes are written."""

    def write(self, data: bytes, /) -> object:
        """Take all the bytes."""

    def flush(self) -> None:
        """Send the bytes that were taken."""

    def close(self) -> None:
        """Write no more."""


class SocketReader:
    """Reads from a socket without a buffer, so that no byte of a later message is taken."""

    def __init__(self, link: socket.socket, first: bytes = b"") -> None:
        """Read from a socket.

        Args:
            link: the socket.
            first: bytes that have been received already and come before the socket's.
        """
        self._link = link
        self._first = first

    def read(self, size: int, /) -> bytes:
        """See ``Reader``."""
        if self._first:
            part, self._first = self._first[:size], self._first[size:]
            return part
        return self._link.recv(size)

    def close(self) -> None:
        """See ``Reader``."""
        self._link.close()


class EndOfStream(Exception):  # noqa: N818 - an end is no error
    """The other side has closed its end."""


class Decoder(Generic[Message]):
    """Reads messages of one type, which may be a union of tagged structures."""

    def __init__(self, expected: Any) -> None:  # noqa: ANN401 - a union is no type[...]
        self._decode = msgspec.msgpack.Decoder(expected).decode

    def decode(self, payload: bytes) -> Message:
        """The message in a frame's payload.

        Raises:
            ProtocolError: it is no message of the expected type.
        """
        try:
            message: Message = self._decode(payload)
            return message
        except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError) as error:
            # The words of the error may repeat a part of the payload.
            raise ProtocolError(f"no message of the protocol: {str(error)[:MAX_WORDS]}") from error

    def receive(self, reader: Reader, largest: int) -> Message:
        """The next message.

        Args:
            reader: the stream from which it comes.
            largest: the most bytes that a payload may have.

        Raises:
            EndOfStream: there is no further message.
            ProtocolError: the frame is too large or its content is no expected message.
        """
        (length,) = _LENGTH.unpack(_exactly(reader, _LENGTH.size))
        if length > largest:
            raise ProtocolError(f"a message of {length} bytes; {largest} are allowed")
        return self.decode(_exactly(reader, length))


def send(writer: Writer, message: msgspec.Struct) -> None:
    """Send one message.

    Raises:
        OSError: the other side is gone.
    """
    writer.write(pack(message))
    writer.flush()


def pack(message: msgspec.Struct) -> bytes:
    """One message as a frame."""
    payload = msgspec.msgpack.encode(message)
    return _LENGTH.pack(len(payload)) + payload


def _exactly(reader: Reader, size: int) -> bytes:
    data = reader.read(size) or b""
    if len(data) == size:  # nearly always: a buffered reader waits for all of it
        return data
    parts = bytearray(data)
    while len(parts) < size:
        part = reader.read(size - len(parts))
        if not part:
            raise EndOfStream
        parts += part
    return bytes(parts)
