"""Pictures of a network: its layers with their shapes, and one example on its way through."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from pictures.card import BLUE, GREY, INK, PAPER, WIDEST, card, listed
from pictures.digits import upright

_MOST = 6  # units that are drawn one by one
_IMAGE = 400  # this many numbers are an image of 20x20 pixels
_FEW = 8  # numbers that are written out


def network(
    sizes: Sequence[int],
    names: Sequence[str] | None = None,
    *,
    shapes: bool = True,
    alt: str | None = None,
) -> None:
    """Draw a fully connected network with the shape of everything in it.

    Args:
        sizes: the number of inputs, then of the units in each layer: [400, 25, 15, 1].
        names: a name for each; "input", "layer 1", ... if not given.
        shapes: whether they are written below; left out where they are the question.
        alt: the sentence for people who do not see the picture.
    """
    layers = range(1, len(sizes))
    names = names or ["input", *(f"layer {layer}" for layer in layers)]
    columns = [f"{name} with {size}" for name, size in zip(names, sizes, strict=True)]
    weights = [f"W{i} ({sizes[i - 1]}, {sizes[i]}) and b{i} ({sizes[i]},)" for i in layers]
    alt = alt or (
        f"A network of {len(sizes)} columns, each unit connected with all of the column before: "
        f"{listed(columns)}." + f" Its weights and biases: {listed(weights)}." * shapes
    )
    heights = [_places(size) for size in sizes]
    top = max(places[0] for places, _ in heights) + 0.4
    foot = top + 0.12 if shapes else top - 0.4
    with card(min(WIDEST, 2.5 * len(sizes)), 1.4 * (foot + 1.55), alt) as figure:
        ax = figure.subplots()
        ax.set_axis_off()
        ax.set(xlim=(-0.4, len(sizes) - 0.6), ylim=(-foot - 0.23, top + 0.25))
        for i, ((left, _), (right, _)) in enumerate(pairwise(heights), 1):
            for a in left:
                for b in right:
                    ax.plot([i - 1, i], [a, b], color=GREY, linewidth=0.6, alpha=0.6, zorder=1)
            if shapes:
                words = f"W{i} ({sizes[i - 1]}, {sizes[i]})\nb{i} ({sizes[i]},)"
                ax.text(i - 0.5, -foot, words, ha="center", va="center", color=BLUE)
        for i, (size, name, (places, dots)) in enumerate(zip(sizes, names, heights, strict=True)):
            ax.scatter([i] * len(places), places, s=330, c=PAPER, edgecolors=INK, lw=1.5, zorder=2)
            ax.scatter([i] * len(dots), dots, s=12, c=INK, zorder=3)
            kind = "number" if i == 0 else "unit"
            words = f"{name}\n{size} {kind}{'s' * (size != 1)}"
            ax.text(i, top, words, ha="center", va="center", weight="bold")
            if shapes:
                words = f"{f'a{i}' if i else 'x'}\n({size},)"
                ax.text(i, -foot, words, ha="center", va="center")


def _places(size: int) -> tuple[list[float], list[float]]:
    """Heights of the units that are drawn, and of the dots for those that are not."""
    if size <= _MOST:
        step = 0.36
        return [step * ((size - 1) / 2 - unit) for unit in range(size)], []
    return [0.9, 0.54, 0.18, -0.9], [-0.24, -0.36, -0.48]


def activations(
    layers: Sequence[Any], titles: Sequence[str] | None = None, *, alt: str | None = None
) -> None:
    """Draw what each layer puts out for one example, from left to right.

    Args:
        layers: 1-D arrays, the example first; 400 numbers are drawn as the image they are.
        titles: a title for each; "input", "layer 1", ... if not given.
        alt: the sentence for people who do not see the picture.
    """
    arrays = [np.ravel(layer).astype(float) for layer in layers]
    titles = titles or ["input", *(f"layer {layer}" for layer in range(1, len(arrays)))]
    alt = alt or f"One example on its way through a network: {listed(map(_about, arrays))}."
    low = min(0.0, *(values.min() for values in arrays[1:] or arrays))
    high = max(1.0, *(values.max() for values in arrays[1:] or arrays))
    with card(2.25 * max(2, len(arrays)), 3.6, alt) as figure:
        axes = figure.subplots(1, len(arrays), squeeze=False)[0]
        for ax, values, title in zip(axes, arrays, titles, strict=True):
            ax.set_title(f"{title}\nshape {values.shape}")
            if values.size == _IMAGE:
                ax.imshow(upright(values), cmap="gray_r", vmin=0, vmax=1)
                ax.set(xticks=[], yticks=[])
                ax.spines[:].set_visible(True)
            else:
                is_input = values is arrays[0]
                limits = (min(0.0, values.min()), max(1.0, values.max()))
                _bars(ax, values, limits if is_input else (low, high))
                ax.set_ylabel("number" if is_input else "unit")


def _bars(ax: Any, values: np.ndarray, limits: tuple[float, float]) -> None:
    """A bar for each value, the first on top; few values are written out as well."""
    units, is_few = np.arange(values.size), values.size <= _FEW
    ax.barh(units, values, height=0.7, color=BLUE)
    ax.axvline(0, color=GREY, linewidth=0.8)
    room = 0.45 * (limits[1] - limits[0]) * is_few  # for the numbers beside the bars
    ax.set_xlim(limits[0], limits[1] + room)
    middle, half = (values.size - 1) / 2, max(values.size, 5) / 2
    ax.set_ylim(middle + half, middle - half)
    ax.set_yticks(units if is_few else units[:: 1 + values.size // 8])
    for unit, value in enumerate(values if is_few else ()):
        place = {"xytext": (4, 0), "textcoords": "offset points", "va": "center"}
        ax.annotate(_written(value), (max(value, 0.0), unit), **place)


def _written(value: float) -> str:
    """Three digits after the point for what may lie between 0 and 1, else four digits in all."""
    return f"{value:.3f}" if abs(value) < 1 and value else f"{value:.4g}"


def _about(values: np.ndarray) -> str:
    if values.size == _IMAGE:
        return "an image of 400 pixels"
    if values.size <= _FEW:
        return f"{values.size} ({', '.join(map(_written, values))})"
    return f"{values.size} numbers from {values.min():.3g} to {values.max():.3g}"
