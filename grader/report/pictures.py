"""Pictures as data: the numbers and words that a picture shows, but not the drawing of it.

An assignment makes the data (``Drawing`` in ``grader.suite``), a report holds it, a page draws it.
"""

from __future__ import annotations

import math

import msgspec


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of members of a group in the intervals of a histogram."""

    name: str
    counts: tuple[int, ...]


class Histogram(msgspec.Struct, frozen=True, kw_only=True, tag="histogram"):
    """Groups counted in the same intervals.

    Attributes:
        title: what is shown.
        about: how to read it, in a sentence or two.
        axis: what is measured.
        edges: the numbers at which the intervals begin and the last one ends, rising.
        groups: one or two, each with one count fewer than there are edges.
    """

    title: str
    about: str
    axis: str
    edges: tuple[float, ...]
    groups: tuple[Counts, ...]

    def __post_init__(self) -> None:
        """Check that counts and edges fit.

        Raises:
            ValueError: they do not, or an edge is not finite.
        """
        _finite(self.edges)
        if any(len(group.counts) != len(self.edges) - 1 for group in self.groups):
            raise ValueError("a histogram has one count fewer than edges in each group")


class Curve(msgspec.Struct, frozen=True, kw_only=True, tag="curve"):
    """A number that changes step by step.

    Attributes:
        title: what is shown.
        about: how to read it.
        across: the name of a step, such as "epoch".
        up: the name of the number, such as "loss".
        values: the number after step 1, 2, ...
    """

    title: str
    about: str
    across: str
    up: str
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        """Check that there is something to draw.

        Raises:
            ValueError: there is no number, or one that is not finite.
        """
        _finite(self.values)
        if not self.values:
            raise ValueError("a curve has at least one number")


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """A small grey picture.

    Attributes:
        says: what it is, for those who see it and those who do not.
        height: the number of rows.
        width: the number of pixels in a row.
        pixels: row by row from the top, one byte each; 0 is the background, 255 the ink.
    """

    says: str
    height: int
    width: int
    pixels: bytes

    def __post_init__(self) -> None:
        """Check that pixels and size fit.

        Raises:
            ValueError: they do not.
        """
        if len(self.pixels) != self.height * self.width or not self.pixels:
            raise ValueError(f"{len(self.pixels)} pixels are no {self.height} by {self.width}")


class Images(msgspec.Struct, frozen=True, kw_only=True, tag="images"):
    """Small pictures side by side, each with a word."""

    title: str
    about: str
    images: tuple[Image, ...]


class Grid(msgspec.Struct, frozen=True, kw_only=True, tag="grid"):
    """Numbers from 0 to 1 as shades, one row for each thing that is compared.

    Attributes:
        title: what is shown.
        about: how to read it.
        column: what a column is, "unit"; columns are counted from 1.
        rows: the rows' names.
        values: the numbers of each row.
    """

    title: str
    about: str
    column: str
    rows: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        """Check that names and numbers fit.

        Raises:
            ValueError: they do not, or a number is not between 0 and 1.
        """
        if len(self.rows) != len(self.values) or len({len(row) for row in self.values}) != 1:
            raise ValueError("a grid has rows of one length, each with a name")
        if not all(0.0 <= value <= 1.0 for row in self.values for value in row):
            raise ValueError("a grid holds numbers from 0 to 1")


Picture = Histogram | Curve | Images | Grid
"""A picture, of any kind."""


def _finite(numbers: tuple[float, ...]) -> None:
    if not all(map(math.isfinite, numbers)):
        raise ValueError("a number is not finite")
