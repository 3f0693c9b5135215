"""The numbers from which private questions are drawn: keyed, repeatable, and new for each pass."""

from __future__ import annotations

import hmac


def number(key: bytes, digest: str, purpose: str) -> int:
    """A number of 56 bits that nobody without the key can know.

    Args:
        key: the instructor's; empty where there is none.
        digest: of the submission.
        purpose: what it is for. The same purpose gives the same number, today and in a year.
    """
    made = hmac.digest(key or b"public", f"{purpose}\0{digest}".encode(), "sha256")
    return int.from_bytes(made[:7], "big")
