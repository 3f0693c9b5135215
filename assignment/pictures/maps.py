"""Pictures of a plane: examples, and what a unit, a layer or a network says about each point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from pictures.card import BLUE, INK, ORANGE, PAPER, WIDEST, blue_to_orange, card

_STEPS = 120  # points along each axis
_NAMES = ("label 0", "label 1")


def examples(
    points: Any,
    labels: Any,
    xlabel: str = "",
    ylabel: str = "",
    title: str = "",
    *,
    names: tuple[str, str] = _NAMES,
    alt: str | None = None,
) -> None:
    """Draw examples (m, 2) in their plane, those labelled 0 as crosses and 1 as discs.

    Args:
        points: the examples (m, 2).
        labels: 0 or 1 for each of them.
        xlabel: what the first number is.
        ylabel: what the second number is.
        title: of the picture.
        names: what the labels 0 and 1 stand for.
        alt: the sentence for people who do not see the picture.
    """
    points, labels = np.asarray(points), np.ravel(labels)
    alt = alt or (
        f"{title or 'Examples'}: {ylabel or 'y'} over {xlabel or 'x'} of {len(labels)} examples, "
        f"{np.sum(labels == 0)} {names[0]} and {np.sum(labels != 0)} {names[1]}."
    )
    with card(6.2, 4.6, alt) as figure:
        ax = figure.subplots()
        _points(ax, points, labels, names)
        ax.set(xlabel=xlabel, ylabel=ylabel, title=title)
        figure.legend(loc="outside lower center", ncols=2)


def decision_map(
    function: Callable[[np.ndarray], Any],
    x_range: tuple[float, float],
    y_range: tuple[float, float],
    points: Any = None,
    labels: Any = None,
    threshold: float | None = None,
    xlabel: str = "",
    ylabel: str = "",
    title: str | Sequence[str] = "",
    *,
    names: tuple[str, str] = _NAMES,
    alt: str | None = None,
) -> None:
    """Draw the value of a function of two numbers as a map: blue is low, orange is high.

    Args:
        function: takes points (m, 2), gives (m,) or (m, 1), or (m, k) for k maps side by side.
        x_range: from where to where, across.
        y_range: from where to where, upwards.
        points: examples (m, 2) to draw upon the map.
        labels: 0 (a cross) or 1 (a disc) for each of them.
        threshold: where given, a line parts what is below it from what is not.
        xlabel: what the first number is.
        ylabel: what the second number is.
        title: one for all maps, or a list with one for each.
        names: what the labels 0 and 1 stand for.
        alt: the sentence for people who do not see the picture.
    """
    across, upwards = np.linspace(*x_range, _STEPS), np.linspace(*y_range, _STEPS)
    plane = np.stack(np.meshgrid(across, upwards), axis=-1).reshape(-1, 2)
    values = np.asarray(function(plane), dtype=float).reshape(len(plane), -1)
    maps = values.T.reshape(-1, _STEPS, _STEPS)
    titles = [title] * len(maps) if isinstance(title, str) else title
    limits = (min(0.0, values.min()), max(1.0, values.max()))
    sentences = [
        _about(xlabel, ylabel, one, heading, threshold)
        for one, heading in zip(maps, titles, strict=True)
    ]
    if labels is not None:
        sentences.append(f"Upon it {len(points)} examples, {np.sum(labels)} of them {names[1]}.")
    alt = alt or " ".join(sentences)
    width = min(WIDEST, 3.0 * len(maps) + 0.8) if len(maps) > 1 else 6.2
    with card(width, 4.6 if len(maps) == 1 else 3.4, alt) as figure:
        axes = figure.subplots(1, len(maps), squeeze=False, sharey=True)[0]
        for ax, values_here, heading in zip(axes, maps, titles, strict=True):
            shown = ax.pcolormesh(
                across, upwards, values_here, cmap=blue_to_orange(pale=points is not None),
                vmin=limits[0], vmax=limits[1], shading="nearest", rasterized=True,
            )  # fmt: skip
            if threshold is not None and values_here.min() < threshold <= values_here.max():
                line = ax.contour(across, upwards, values_here, [threshold], colors=INK)
                ax.clabel(line, fmt=f"{threshold:g}", fontsize=10)
            if points is not None:
                _points(ax, np.asarray(points), labels, names)
            ax.set(xlim=x_range, ylim=y_range, xlabel=xlabel, title=heading)
        axes[0].set_ylabel(ylabel)
        figure.colorbar(shown, ax=axes, label="output")
        if labels is not None:
            figure.legend(*axes[0].get_legend_handles_labels(), loc="outside lower center", ncols=2)


def _points(ax: Any, points: np.ndarray, labels: Any, names: tuple[str, str]) -> None:
    labels = np.ones(len(points)) if labels is None else np.ravel(labels)
    zeros, ones = points[labels == 0], points[labels != 0]
    ax.scatter(*zeros.T, s=26, marker="x", color=BLUE, linewidths=1.6, label=names[0])
    ax.scatter(*ones.T, s=30, color=ORANGE, edgecolors=PAPER, linewidths=0.6, label=names[1])


def _about(
    xlabel: str, ylabel: str, values: np.ndarray, title: str, threshold: float | None
) -> str:
    """Where the function is lowest and highest, in words, and how much lies over the threshold."""
    plane = f"{ylabel or 'y'} over {xlabel or 'x'}"
    words = f"{title or 'Map'}: output for {plane}, from {values.min():.2f} to {values.max():.2f}"
    words += f"; it is high {_side(values)}"
    if threshold is not None:
        words += f"; {np.mean(values >= threshold):.0%} of the area reaches {threshold:g}"
    return words + "."


def _side(values: np.ndarray) -> str:
    """Where the high values have their centre."""
    if np.ptp(values) == 0:
        return "nowhere"
    heights = values - values.min()
    rows, columns = np.indices(values.shape) / (_STEPS - 1) - 0.5
    up, right = (float(np.average(place, weights=heights)) for place in (rows, columns))
    near = 0.04
    words = [("below", "above")[up > 0]] * (abs(up) > near)
    words += [("on the left", "on the right")[right > 0]] * (abs(right) > near)
    return " ".join(words) or "in the middle"
