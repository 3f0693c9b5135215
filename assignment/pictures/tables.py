"""A picture of arrays as tables side by side, with some of their entries standing out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from pictures.card import GREY, INK, ORANGE, PALE_ORANGE, PAPER, WIDEST, card, listed

_CELL = 0.62  # inches, each way
_GAP = 1.3  # cells between two tables


def tables(
    arrays: Sequence[Any],
    titles: Sequence[str],
    marked: Sequence[Any] | None = None,
    signs: Sequence[str] | None = None,
    *,
    alt: str | None = None,
) -> None:
    """Draw arrays of numbers, with their shapes, from left to right.

    Args:
        arrays: 1-D or 2-D; what is not a number (``nan``) is left blank.
        titles: a title for each.
        marked: for each array an index, such as ``(slice(None), 1)``, of what stands out, or None.
        signs: what stands between two of them, such as "times" and "=".
        alt: the sentence for people who do not see the picture.
    """
    values = [np.asarray(array, dtype=float) for array in arrays]
    marked = marked or [None] * len(values)
    signs = signs or [""] * (len(values) - 1)
    alt = alt or f"Tables side by side. {' '.join(map(_about, values, titles, marked))}"
    rows = max(np.atleast_2d(one).shape[0] for one in values)
    widths = [np.atleast_2d(one).shape[1] for one in values]
    total = sum(widths) + _GAP * (len(values) - 1) + 2.0
    cell = min(_CELL, WIDEST / total)
    with card(cell * total, cell * (rows + 1.8) + 0.2, alt) as figure:
        ax = figure.subplots()
        ax.set_axis_off()
        ax.set(xlim=(-1, total - 1), ylim=(rows + 0.2, -1.5), aspect="equal")
        left = 0.0
        for i, (one, title, index) in enumerate(zip(values, titles, marked, strict=True)):
            _table(ax, one, index, left, (rows - np.atleast_2d(one).shape[0]) / 2)
            words = f"{title}\n{one.shape}"
            ax.text(left + widths[i] / 2, -0.7, words, ha="center", va="center")
            left += widths[i] + _GAP
            if i < len(signs):
                ax.text(left - _GAP / 2, rows / 2, signs[i], ha="center", va="center", fontsize=15)


def _table(ax: Any, array: np.ndarray, index: Any, left: float, top: float) -> None:
    table = np.atleast_2d(array)
    stands_out = _mask(array, index)
    for (row, column), value in np.ndenumerate(table):
        x, y, chosen = left + column, top + row, stands_out[row, column]
        fill = PALE_ORANGE if chosen else PAPER
        ax.fill([x, x + 1, x + 1, x], [y, y, y + 1, y + 1], facecolor=fill, edgecolor=GREY, lw=1)
        if not np.isnan(value):
            weight = "bold" if chosen else "normal"
            ax.text(x + 0.5, y + 0.5, _number(value), ha="center", va="center", weight=weight)
    if array.ndim == 1:  # neither a row nor a column: a frame that is open to both sides
        for y in (top, top + 1):
            ax.plot([left, left + table.shape[1]], [y, y], color=INK, linewidth=2)
    for row, column in np.argwhere(stands_out):
        x, y = left + column, top + row
        ax.plot([x, x + 1, x + 1, x, x], [y, y, y + 1, y + 1, y], color=ORANGE, linewidth=2)


def _mask(array: np.ndarray, index: Any) -> np.ndarray:
    """Which entries stand out, as a table of True and False."""
    chosen = np.zeros(array.shape, dtype=bool)
    if index is not None:
        chosen[index] = True
    return np.atleast_2d(chosen)


def _number(value: float) -> str:
    return f"{value:.4g}".replace("-", "\N{MINUS SIGN}")


def _about(array: np.ndarray, title: str, index: Any) -> str:
    """The entries in words, row by row, and which of them stand out."""
    table, chosen = np.atleast_2d(array), _mask(array, index)
    rows = [", ".join("blank" if np.isnan(v) else _number(v) for v in row) for row in table]
    sentence = f"{title} has the shape {array.shape}: {'; '.join(rows)}"
    if chosen.any() and not chosen.all():
        sentence += f", of which {listed(map(_number, table[chosen]))} stand out"
    return f"{sentence}."
