"""XML elements whose texts hold only characters that XML allows."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

# XML 1.0, production 2 (Char): parsers refuse every other character, even when it is escaped.
_NOT_CHARACTERS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text, with the replacement character for each character that XML does not allow."""
    return _NOT_CHARACTERS.sub("\ufffd", text)


def element(
    parent: ET.Element | None, name: str, text: str = "", /, **attributes: str
) -> ET.Element:
    """A new element with text and attributes, at the end of its parent if there is one."""
    safe = {key.rstrip("_"): allowed(value) for key, value in attributes.items()}
    new = ET.Element(name, safe)
    new.text = allowed(text) or None
    if parent is not None:
        parent.append(new)
    return new


def document(root: ET.Element) -> str:
    """An indented document with its declaration."""
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
