"""Names that strangers gave to files and students, made harmless for whatever shows them."""

from __future__ import annotations

import hashlib
import unicodedata

_MOST = 120  # characters; a longer name is cut and ends with a digest of the whole
_MOST_COMPOSED = 1000
_DIGEST = 12  # hexadecimal digits


def shown(name: str) -> str:
    r"""The name in Unicode's composed form (NFC), with escapes for whatever cannot be printed.

    Escaped are control characters, marks that change the direction of the text, and bytes that are
    no UTF-8. Different long names stay different, since a cut name ends with a digest.

    >>> shown("jane\u202eipynb")
    'jane\\u202eipynb'
    """
    name = _decoded(name)
    # Composing a long text with many marks takes long, so only the beginning is composed.
    composed = unicodedata.normalize("NFC", name[:_MOST_COMPOSED])
    if len(composed) > _MOST:
        whole = composed + name[_MOST_COMPOSED:]
        digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
        composed = f"{composed[: _MOST - _DIGEST]}~{digest[:_DIGEST]}"
    return "".join(map(_inert, composed))


def _decoded(name: str) -> str:
    """The name with its bytes read as UTF-8 if they are, whatever the system's encoding is."""
    try:
        return name.encode("utf-8", "surrogateescape").decode()
    except UnicodeError:
        return name


def _inert(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")
