"""The numbers from which private questions are drawn: keyed, repeatable, and new for each pass."""

from __future__ import annotations

import hmac


def number(key: bytes, digest: str, purpose: str) -> int:
    """A number of 56 bits that cannot be known without the key.

    Args:
        key: the instructor's key; empty where there is none.
        digest: the digest of the submission.
        purpose: a name for the number's use. The same purpose gives the same number every time.
    """
    made = hmac.digest(key or b"public", f"{purpose}\0{digest}".encode(), "sha256")
    return int.from_bytes(made[:7], "big")
