"""Recognising the kind and encoding of a file that is no notebook or no text in UTF-8."""

from __future__ import annotations

import codecs
import io
import re
import tokenize

_BEGINS = {
    b"version https://git-lfs.github.com/": (
        "is a pointer of Git LFS, and not the file that it stands for: run git lfs pull, and hand "
        "that in"
    ),
    b"PK\x03\x04": "is a zip: hand in the file that is in it",
    b"\x1f\x8b": "is packed with gzip: hand in the file that is in it",
    b"%PDF": "is a PDF, which cannot be run: hand in the notebook itself",
}
_WEB_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|\?xml)\b", re.IGNORECASE | re.DOTALL
)
# Lines that git writes around what it could not merge, in this order; no line of JSON begins so.
_UNMERGED = (b"\n<<<<<<< ", b"\n=======", b"\n>>>>>>> ")
_BEGINNING = 4096  # bytes
_CODING = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+")
_NUL = b"\0"


def recognised_kind(content: bytes) -> str:
    """The kind of a file that is certainly none of ours, as a predicate; empty if none is known."""
    if _WEB_PAGE.match(content[:_BEGINNING]):
        return "is a web page: download the file itself (at GitHub by Raw or Download)"
    return next((words for begin, words in _BEGINS.items() if content.startswith(begin)), "")


def merge_conflict(content: bytes) -> str:
    """A predicate about an unfinished merge of git in a file that is no JSON; empty without one."""
    text = b"\n" + content
    begin, middle, end = (text.find(mark) for mark in _UNMERGED)
    if not 0 <= begin < middle < end:
        return ""
    line = text.count(b"\n", 0, begin) + 1
    return (
        f"holds a merge of git that was not finished (line {line}): choose one of the two versions "
        "there, as git checkout --ours or --theirs does, and hand that in"
    )


def encoding_problem(content: bytes) -> str:
    """A predicate about a text that is not in UTF-8; empty for one that is, and for no text."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        wrong = error
    else:
        return ""
    control = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in content[:_BEGINNING])  # noqa: PLR2004
    if control:
        return ""
    line = content.count(b"\n", 0, wrong.start) + 1
    return (
        f"is not in UTF-8 but in another encoding, such as Windows-1252 (line {line}): save it in "
        "UTF-8, as Jupyter does, and hand it in again"
    )


def script_text(content: bytes) -> str:
    """The text of a Python script, in UTF-8 or in the encoding of its coding line (PEP 263).

    Raises:
        UnicodeDecodeError: the content is in neither.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        first_lines = content.split(b"\n", 2)[:2]
        if not any(_CODING.match(line) for line in first_lines):
            raise
        try:
            name, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
            codec = codecs.lookup(name)
        except (SyntaxError, LookupError, UnicodeError):
            codec = None
        if codec is None or not codec._is_text_encoding:  # noqa: SLF001 - as open() asks
            raise
        return content.decode(name)
