"""Rendering templates: every text is escaped, and a policy forbids what the page does not need."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

_FOLDER = Path(__file__).parent / "templates"
# Characters that steer a terminal, and those that turn the order of letters around so that code
# reads otherwise than it runs. Sources: Unicode, category Cc and the explicit directional
# formatting characters.
_UNSEEN = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_PLAIN = dict.fromkeys(_UNSEEN - {ord("\n"), ord("\t")}, "\N{REPLACEMENT CHARACTER}")


def plain(thing: object) -> object:
    """Text with control characters replaced; anything but text, and markup, as it is."""
    if not isinstance(thing, str) or isinstance(thing, Markup):
        return thing
    return thing.encode("utf-8", "replace").decode().translate(_PLAIN)


def tag(form: str, **parts: object) -> Markup:
    """HTML or SVG from a form such as ``<text x="{x}">{text}</text>``, each part escaped."""
    return Markup(form).format(**{name: plain(part) for name, part in parts.items()})  # noqa: S704


def prose(text: str) -> Markup:
    """A sentence as HTML, with what stands between backticks as code."""
    parts = str(plain(text)).split("`")
    if len(parts) % 2 == 0:  # an unpaired backtick is an ordinary character
        return tag("{text}", text=text)
    forms = ("{part}", "<code>{part}</code>")
    return Markup().join(tag(forms[place % 2], part=part) for place, part in enumerate(parts))


def render(
    template: str,
    *,
    scripts: Sequence[str] = (),
    forms: bool = False,
    **content: Any,  # noqa: ANN401 - as it asks
) -> str:
    """A whole page.

    Args:
        template: the name of the page's template.
        scripts: the names of the page's scripts; none for a page without one.
        forms: whether the page may send what is filled in to where it came from.
        content: the values that the template shows.
    """
    style, code = _text("style.css"), "".join(map(_text, scripts))
    allowed = _digest(code) if code else "'none'"
    target = "'self'" if forms else "'none'"
    policy = (
        f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {allowed}; "
        f"base-uri 'none'; form-action {target}"
    )
    return _environment().get_template(template).render(
        style=Markup(style), script=Markup(code), policy=policy, **content  # noqa: S704 - our own
    ) + "\n"  # fmt: skip


def _digest(text: str) -> str:
    """A source expression by hash. Source: Content Security Policy Level 3, section 2.3.1."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        finalize=plain,
        loader=FileSystemLoader(_FOLDER),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["prose"] = prose
    return environment
