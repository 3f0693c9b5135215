"""The numbers of a picture as a table, for readers who cannot see it or want exact values."""

from __future__ import annotations

import msgspec

from grader.report.pictures import Curve, Grid, Histogram, Images, Picture


class NumberTable(msgspec.Struct, frozen=True):
    """A table whose rows each begin with their name."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def number_table(picture: Picture) -> NumberTable | None:
    """The picture's numbers; None for images, each of which has a description in words."""
    match picture:
        case Histogram():
            counts = zip(*(group.counts for group in picture.groups), strict=True)
            edges = zip(picture.edges, picture.edges[1:], strict=False)
            rows = tuple(
                (f"{low:g} to {high:g}", *map(str, row))
                for (low, high), row in zip(edges, counts, strict=True)
            )
            return NumberTable((picture.axis, *(group.name for group in picture.groups)), rows)
        case Curve():
            steps = enumerate(picture.values, 1)
            return NumberTable((picture.across, picture.up),
                         tuple((str(step), f"{value:.4g}") for step, value in steps))  # fmt: skip
        case Grid():
            columns = enumerate(zip(*picture.values, strict=True), 1)
            return NumberTable((picture.column, *picture.rows),
                         tuple((str(place), *(f"{value:.2f}" for value in column))
                               for place, column in columns))  # fmt: skip
        case Images():
            return None
