"""A grey image as PNG, for pages that contain their images."""

from __future__ import annotations

import base64
import struct
import zlib

from grader.report.pictures import Image

_WHITE = 255
_GREY_8_BITS = (8, 0, 0, 0, 0)  # bit depth, colour type, compression, filter, interlace


def data_uri(image: Image) -> str:
    """The image, ink black on white, as a ``data:`` address."""
    return "data:image/png;base64," + base64.b64encode(png(image)).decode()


def png(image: Image) -> bytes:
    """The image as a file. Source: PNG Specification, third edition, sections 5 and 9."""
    inverted = bytes(_WHITE - pixel for pixel in image.pixels)
    starts = range(0, len(inverted), image.width)
    # Each row begins with the number of its filter; 0 means no filter.
    rows = b"".join(b"\0" + inverted[start : start + image.width] for start in starts)
    header = struct.pack(">2I5B", image.width, image.height, *_GREY_8_BITS)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
