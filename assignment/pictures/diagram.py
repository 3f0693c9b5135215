"""A picture of a small network in which every number and unit is named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pictures.card import GREY, INK, ORANGE, PAPER, WIDEST, card, listed

_ALONG = 0.3  # of a line, where its name stands
_ROOM_FOR_NAMES = 1.6  # times as much as lines without names need
_ACROSS, _DOWN = 2.6, 0.72  # inches from column to column, and from unit to unit


def diagram(
    columns: Sequence[Sequence[str]],
    titles: Sequence[str],
    marked: tuple[int, int] | None = None,
    *,
    weights: str = "",
    alt: str | None = None,
) -> None:
    """Draw a fully connected network with a word in each circle.

    Args:
        columns: the words of the inputs, then of the units of each layer.
        titles: a title for each column.
        marked: a column and a place in it, from 0: this unit and its weights stand out.
        weights: the name of a matrix; each line gets the name of its weight in it.
        alt: the sentence for people who do not see the picture.
    """
    alt = alt or _about(columns, titles, marked, weights)
    tallest = max(map(len, columns))
    room = _ROOM_FOR_NAMES if weights else 1.0
    width, height = room * _ACROSS * len(columns), room * _DOWN * (tallest + 1)
    with card(min(WIDEST, width), height, alt) as figure:
        ax = figure.subplots()
        ax.set_axis_off()
        ax.set(xlim=(-0.45, len(columns) - 0.55), ylim=(-tallest / 2 - 0.1, tallest / 2 + 0.7))
        for i, (left, right) in enumerate(pairwise(columns), 1):
            for a in range(len(left)):
                for b in range(len(right)):
                    stands_out = marked == (i, b)
                    ax.plot(
                        [i - 1, i],
                        [_height(left, a), _height(right, b)],
                        color=ORANGE if stands_out else GREY,
                        linewidth=2.2 if stands_out else 0.8,
                        zorder=1,
                    )
                    if weights:
                        height = _height(left, a) + _ALONG * (_height(right, b) - _height(left, a))
                        ax.text(i - 1 + _ALONG, height, f"{weights}[{a}, {b}]", fontsize=9,
                                ha="center", va="center", backgroundcolor=PAPER)  # fmt: skip
        for i, (words, title) in enumerate(zip(columns, titles, strict=True)):
            ax.text(
                i, tallest / 2 + 0.4, title, ha="center", va="center", weight="bold", fontsize=12
            )
            for place, word in enumerate(words):
                edge = ORANGE if marked == (i, place) else GREY if i == 0 else INK
                shape = f"{'square' if i == 0 else 'round'},pad=0.5"
                box = {"boxstyle": shape, "fc": PAPER, "ec": edge, "lw": 1.6}
                ax.text(i, _height(words, place), word, ha="center", va="center", bbox=box,
                        fontsize=12)  # fmt: skip


def _height(words: Sequence[str], place: int) -> float:
    return (len(words) - 1) / 2 - place


def _about(
    columns: Sequence[Sequence[str]],
    titles: Sequence[str],
    marked: tuple[int, int] | None,
    weights: str,
) -> str:
    parts = [f"{title}: {listed(words)}" for title, words in zip(titles, columns, strict=True)]
    sentence = f"A network, each unit joined to all of the column before. {'; '.join(parts)}."
    if weights:
        sentence += f" The line from input i to unit j is named {weights}[i, j]."
    if marked:
        column, place = marked
        sentence += f" The weights of {columns[column][place]} stand out."
    return sentence
