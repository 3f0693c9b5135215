"""The words for errors that come from limits and protections of the sandbox."""

from __future__ import annotations

from grader.protocol.observations import Raised
from grader.protocol.stand_ins import STAND_IN_ERROR

_OUTSIDE = "asks for what is not there while grading: the network, other programs, other files"
_NETWORK = "asks for the network, which is not there while grading: use the files you were given"
_REFUSALS = (
    # a part of the exception's name or message, and what the submission did
    ("MemoryError", "asks for more memory than a submission may use"),
    ("ResourceExhaustedError", "asks for more memory than a submission may use"),
    ("Cannot allocate memory", "asks for more memory than a submission may use"),
    (STAND_IN_ERROR, "calls another exercise's function more often than one question allows"),
    ("can't start new thread", "starts more threads than a submission may have"),
    ("Too many open files", "has more files open than a submission may have"),
    ("File too large", "writes a larger file than a submission may write"),
    ("No space left on device", "writes more than a submission may keep in files"),
    ("Disk quota exceeded", "writes more than a submission may keep in files"),
    ("name resolution", _NETWORK),
    ("Name or service not known", _NETWORK),
    ("URL fetch failure", _NETWORK),
    ("urlopen error", _NETWORK),
    ("Network is unreachable", _NETWORK),
    ("Operation not permitted", _OUTSIDE),
    ("[Errno 13] Permission denied", _OUTSIDE),
    ("Read-only file system", "writes outside its folder: use a file name without a path"),
)


def refusal(raised: Raised) -> str:
    """A phrase for what the submission did, to be put after its name.

    Args:
        raised: the exception.

    Returns:
        The phrase; empty if no limit or protection made the exception.
    """
    text = f"{raised.kind} {raised.message}"
    return next((phrase for piece, phrase in _REFUSALS if piece in text), "")
