"""Pictures as inline SVG, in units of about a pixel on a phone.

Colours come from the page's style sheet, so that they suit light and dark screens and paper. No
difference is shown by colour alone.
"""

from __future__ import annotations

import math

from markupsafe import Markup

from grader.pages.html import tag
from grader.pages.png import data_uri
from grader.report.pictures import Counts, Curve, Grid, Histogram, Image, Images, Picture

WIDTH = 340
_LEFT, _RIGHT = 40, WIDTH - 10  # the ends of the horizontal axis
_BAR = 72  # height of a histogram's highest bar
_PANEL = 108  # height of a group of bars, with room for its name and counts
_CURVE = 130  # height of a curve
_CELL = 30  # height of a box in a grid, and its greatest width
_ROW = 38  # height of a row of boxes with the space below


def drawing(picture: Picture) -> Markup:
    """The picture as SVG, or its images as a list in HTML."""
    match picture:
        case Histogram():
            return _histogram(picture)
        case Curve():
            return _curve(picture)
        case Grid():
            return _grid(picture)
        case Images():
            return _images(picture)


def share_bar(share: float, words: str) -> Markup:
    """A share from 0 to 1 as a bar, beside ``words`` that say the same."""
    form = '<svg class="bar" viewBox="0 0 60 10" aria-hidden="true">{a}{b}</svg>'
    track = tag('<rect class="track" width="60" height="10" rx="2"/>')
    full = tag('<rect class="a" width="{w}" height="10" rx="2"/>', w=_n(60 * share))
    return tag('<span class="share">{bar} {words}</span>',
               bar=tag(form, a=track, b=full), words=words)  # fmt: skip


def _histogram(picture: Histogram) -> Markup:
    """The groups one below the other, with the same axis and the same scale."""
    most = max((count for group in picture.groups for count in group.counts), default=0) or 1
    parts = [
        _panel(group, most, top=number * _PANEL, kind="ab"[number % 2])
        for number, group in enumerate(picture.groups)
    ]
    bottom = len(picture.groups) * _PANEL
    shown = picture.edges if len(picture.edges) <= 11 else picture.edges[::2]  # noqa: PLR2004
    low, high = picture.edges[0], picture.edges[-1]
    for edge in shown:
        x = _LEFT + (_RIGHT - _LEFT) * (edge - low) / (high - low)
        parts.append(_label(x, bottom + 12, f"{edge:g}", "middle"))
    parts.append(_label((_LEFT + _RIGHT) / 2, bottom + 28, picture.axis, "middle"))
    return _svg(bottom + 36, picture, parts)


def _panel(group: Counts, most: int, *, top: float, kind: str) -> Markup:
    base = top + _PANEL - 4
    step = (_RIGHT - _LEFT) / len(group.counts)
    parts = [_label(_LEFT, top + 12, group.name, "start", "name")]
    for number, count in enumerate(group.counts):
        height = _BAR * count / most
        x = _LEFT + step * number
        form = '<rect class="{kind}" x="{x}" y="{y}" width="{w}" height="{h}"/>'
        parts.append(tag(form, kind=kind, x=_n(x + 1), y=_n(base - height), w=_n(step - 2),
                         h=_n(height)))  # fmt: skip
        if count:
            parts.append(_label(x + step / 2, base - height - 4, str(count), "middle"))
    parts.append(_line(_LEFT, base, _RIGHT, base))
    return Markup().join(parts)


def _curve(picture: Curve) -> Markup:
    values = picture.values
    top = _nice(max(*values, 0.0) or 1.0)
    low = min(*values, 0.0)
    base = 20 + _CURVE
    across = (_RIGHT - _LEFT) / max(len(values) - 1, 1)
    points = [
        (_LEFT + across * number, base - _CURVE * (value - low) / (top - low))
        for number, value in enumerate(values)
    ]
    joined = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    parts = [_label(_LEFT - 32, 12, picture.up, "start", "name")]
    for share in (0.0, 0.5, 1.0):
        y = base - _CURVE * share
        parts += [_line(_LEFT, y, _RIGHT, y, "grid"),
                  _label(_LEFT - 5, y + 4, f"{low + (top - low) * share:.3g}", "end")]  # fmt: skip
    parts.append(tag('<polyline class="curve" points="{points}"/>', points=joined))
    x, y = points[-1]
    parts += [tag('<circle class="a" cx="{x}" cy="{y}" r="3.5"/>', x=_n(x), y=_n(y)),
              _label(x, y - 8, f"{values[-1]:.3g}", "end", "name"),
              _label(_LEFT, base + 14, "1", "middle"),
              _label(_RIGHT, base + 14, str(len(values)), "end"),
              _label((_LEFT + _RIGHT) / 2, base + 14, picture.across, "middle")]  # fmt: skip
    return _svg(base + 22, picture, parts)


def _grid(picture: Grid) -> Markup:
    """A box for each number from 0 to 1, filled up to that height."""
    columns = len(picture.values[0])
    step = min((_RIGHT - _LEFT) / columns, _CELL)
    parts = []
    for number, (name, row) in enumerate(zip(picture.rows, picture.values, strict=True)):
        base = 6 + _ROW * number + _CELL
        parts.append(_label(_LEFT - 5, base - _CELL / 2 + 4, name, "end", "name"))
        for place, value in enumerate(row):
            x, kind = _LEFT + step * place, "ab"[number % 2]
            form = '<rect class="{kind}" x="{x}" y="{y}" width="{w}" height="{h}"/>'
            shape = {"x": _n(x + 0.75), "w": _n(step - 1.5)}
            parts += [tag(form, kind="box", y=base - _CELL, h=_CELL, **shape),
                      tag(form, kind=kind, y=_n(base - _CELL * value), h=_n(_CELL * value),
                          **shape)]  # fmt: skip
    bottom = 6 + _ROW * len(picture.rows) + 8
    for place in sorted({0, columns - 1}):
        words = f"{picture.column} {place + 1}" if place == 0 else str(place + 1)
        x = _LEFT + step * (place if place == 0 else place + 1)
        parts.append(_label(x, bottom, words, "end" if place else "start"))
    return _svg(bottom + 6, picture, parts)


def _images(picture: Images) -> Markup:
    return tag('<ul class="images">{items}</ul>', items=Markup().join(map(_image, picture.images)))


def _image(image: Image) -> Markup:
    form = (
        '<li><img src="{uri}" alt="{says}" width="72" height="72">'
        '<span aria-hidden="true">{says}</span></li>'
    )
    return tag(form, uri=data_uri(image), says=image.says)


def _svg(height: float, picture: Histogram | Curve | Grid, parts: list[Markup]) -> Markup:
    form = '<svg viewBox="0 0 {w} {h}" role="img" aria-label="{title}">{parts}</svg>'
    return tag(form, w=WIDTH, h=_n(height), title=picture.title, parts=Markup().join(parts))


def _label(x: float, y: float, text: str, anchor: str, kind: str = "tick") -> Markup:
    form = '<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>'
    return tag(form, kind=kind, x=_n(x), y=_n(y), anchor=anchor, text=text)


def _line(x1: float, y1: float, x2: float, y2: float, kind: str = "axis") -> Markup:
    form = '<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'
    return tag(form, kind=kind, x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2))


def _nice(most: float) -> float:
    """A round end for an axis: the next number that is 1, 2, 5 or 10 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(most))
    return next((step * power for step in (1, 2, 5, 10) if step * power >= most), most)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
