"""A name that somebody else gave, as text that does nothing where it is shown."""

from __future__ import annotations

import hashlib
import unicodedata

_MOST = 120  # characters; what is longer ends with a digest of the whole
_MOST_COMPOSED = 1000
_DIGEST = 12  # hexadecimal digits


def shown(name: str) -> str:
    r"""The name composed (NFC) and inert: one name whoever writes it, and no code for a terminal.

    What cannot be printed is written as an escape: control characters, marks that change the
    direction of the text, bytes that are no UTF-8. Different names stay different as far as that
    goes, since a long one ends with a digest.

    >>> shown("jane\u202eipynb")
    'jane\\u202eipynb'
    """
    name = _decoded(name)
    # Of a text without end only the beginning is composed, which takes long with many marks.
    composed = unicodedata.normalize("NFC", name[:_MOST_COMPOSED])
    if len(composed) > _MOST:
        whole = composed + name[_MOST_COMPOSED:]
        digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
        composed = f"{composed[: _MOST - _DIGEST]}~{digest[:_DIGEST]}"
    return "".join(map(_inert, composed))


def _decoded(name: str) -> str:
    """The name with bytes that are UTF-8 as such, whatever the system's own encoding is."""
    try:
        return name.encode("utf-8", "surrogateescape").decode()
    except UnicodeError:
        return name


def _inert(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")
