"""Slides to hand out, made of the pictures of readings that were run: one file, for any browser.

A reading gives a slide with its title and one for each picture, under the heading where it stands,
with the words for those who cannot see it. Printed, each slide is a page.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader

_TEMPLATES = Path(__file__).parent / "templates" / "slides"
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_PICTURES = ("image/svg+xml", "image/png")  # the first there is is shown


class Slide(msgspec.Struct, frozen=True):
    """A slide: a heading, what is to be seen in words, and a picture if it has one."""

    heading: str
    words: str
    picture: str = ""


def slides_page(readings: Iterable[tuple[str, Any]]) -> str:
    """The slides of readings as one HTML page.

    Args:
        readings: what each is about, and the notebook with its outputs.
    """
    slides = [slide for about, notebook in readings for slide in _slides_of(about, notebook)]
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True)
    return environment.get_template("slides.html").render(slides=slides) + "\n"


def _slides_of(about: str, notebook: Any) -> Iterator[Slide]:  # noqa: ANN401 - a notebook's node
    heading = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for marks, words in _HEADING.findall(cell.source):
                heading = words
                if marks == "#":
                    yield Slide(heading, " ".join(about.split()))
        else:
            for output in cell.outputs:
                yield from _picture(heading, output)


def _picture(heading: str, output: Any) -> Iterator[Slide]:  # noqa: ANN401 - a notebook's node
    data = output.get("data", {})
    kind = next((kind for kind in _PICTURES if kind in data), "")
    if kind:
        is_drawing = kind == "image/svg+xml"
        content = base64.b64encode(data[kind].encode()).decode() if is_drawing else data[kind]
        address = f"data:{kind};base64,{''.join(content.split())}"
        yield Slide(heading, output.metadata[kind]["alt"], address)
