"""Pictures of a fitted curve, of training, and of predictions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from pictures.card import BLUE, GREY, INK, ORANGE, PAPER, card

_BINS = 40


def line_fit(
    x: Any,
    y: Any,
    function: Callable[[np.ndarray], Any] | None = None,
    xlabel: str = "x",
    ylabel: str = "y",
    title: str = "",
    *,
    threshold: float | None = None,
    alt: str | None = None,
) -> None:
    """Draw examples and, if given, the curve of a function of one number through them.

    Args:
        x: one number for each example, shape (m,) or (m, 1).
        y: its target; where all are 0 or 1, zeros are drawn as crosses and ones as discs.
        function: takes (k, 1), gives (k,) or (k, 1).
        xlabel: what x is.
        ylabel: what y is.
        title: of the picture.
        threshold: where given, a line across, and the x at which the curve meets it.
        alt: the sentence for people who do not see the picture.
    """
    x, y = np.ravel(x).astype(float), np.ravel(y).astype(float)
    room = 0.08 * np.ptp(x) or 1.0
    along = np.linspace(x.min() - room, x.max() + room, 400)
    curve = None if function is None else np.ravel(function(along.reshape(-1, 1)))
    meets = None if curve is None or threshold is None else _crossing(along, curve, threshold)
    alt = alt or _about_fit(x, xlabel, ylabel, along, curve, threshold, meets)
    with card(6.5, 3.8, alt) as figure:
        ax = figure.subplots()
        if curve is not None:
            ax.plot(along, curve, color=INK, label="output of the unit")
        is_class = set(np.unique(y)) <= {0.0, 1.0}
        kinds = ((y == 0, "x", BLUE, "label 0"), (y == 1, "o", ORANGE, "label 1"))
        for chosen, marker, colour, name in (
            kinds if is_class else ((y == y, "o", ORANGE, "examples"),)  # noqa: PLR0124 - all
        ):
            ax.scatter(x[chosen], y[chosen], s=70, marker=marker, color=colour, label=name,
                       linewidths=2, zorder=3)  # fmt: skip
        if threshold is not None:
            ax.axhline(threshold, color=GREY, linestyle="--", label=f"threshold {threshold:g}")
        if meets is not None:
            ax.axvline(meets, color=GREY, linestyle=":", label=f"reached at {meets:.3g}")
        ax.set(xlabel=xlabel, ylabel=ylabel, title=title)
        if is_class or curve is not None:
            figure.legend(loc="outside right upper")


def learning_curve(loss: Sequence[float], *, alt: str | None = None) -> None:
    """Draw the loss of each epoch, as in ``history.history["loss"]``."""
    values = np.ravel(loss).astype(float)
    epochs = np.arange(1, len(values) + 1)
    first, last = values[0], values[-1]
    trend = "falls" if last < first else "does not fall"
    alt = alt or (
        f"The loss {trend}: {first:.3g} in epoch 1, {last:.3g} in epoch {len(values)}; "
        f"lowest, {values.min():.3g}, in epoch {values.argmin() + 1}."
    )
    with card(6.5, 3.6, alt) as figure:
        ax = figure.subplots()
        ax.plot(epochs, values, color=BLUE, marker="o", markersize=5)
        ends = {1: (first, "left"), len(values): (last, "right")}
        for epoch, (value, side) in ends.items():
            ax.annotate(f"{value:.3g}", (epoch, value), (0, 8), textcoords="offset points",
                        ha=side, weight="bold")  # fmt: skip
        ax.set(xlabel="epoch", ylabel="loss", title=f"Learning curve: the loss {trend}")
        ax.set_ylim(min(0.0, values.min()), 1.15 * max(values.max(), 0.0) or 1.0)
        ax.set_xticks(epochs[:: 1 + len(epochs) // 12])


def histogram(predictions: Any, y: Any, threshold: float = 0.5, *, alt: str | None = None) -> None:
    """Draw how many examples of either label have which prediction, and where the threshold is.

    Args:
        predictions: between 0 and 1, shape (m,) or (m, 1).
        y: the labels, 0 or 1.
        threshold: predictions at or above it are decided as 1.
        alt: the sentence for people who do not see the picture.
    """
    guesses, labels = np.ravel(predictions).astype(float), np.ravel(y)
    zeros, ones = guesses[labels == 0], guesses[labels != 0]
    low, high = int(np.sum(zeros < threshold)), int(np.sum(ones >= threshold))
    alt = alt or (
        f"Predictions for {len(zeros)} zeros and {len(ones)} ones. At the threshold "
        f"{threshold:g}, {low} of the zeros lie below it, and {high} of the ones at or above it."
    )
    edges = np.linspace(min(0.0, guesses.min()), max(1.0, guesses.max()), _BINS + 1)
    with card(7.0, 3.9, alt) as figure:
        ax = figure.subplots()
        # Bars of both labels side by side in a bin, so that none hides the other.
        bars = ax.hist([zeros, ones], bins=edges, color=[BLUE, ORANGE], edgecolor=PAPER,
                       label=[f"zeros: {low} of {len(zeros)} below",
                              f"ones: {high} of {len(ones)} at or above"])[2]  # fmt: skip
        for bar in bars[1]:
            bar.set_hatch("////")
        ax.axvline(threshold, color=INK, linestyle="--", label=f"threshold {threshold:g}")
        ax.set(xlabel="prediction", ylabel="examples (log scale)", yscale="symlog")
        ax.set_title("How sure is the network?")
        ax.yaxis.set_major_formatter("{x:.0f}")
        figure.legend(loc="outside lower center", ncols=3)


def _crossing(along: np.ndarray, curve: np.ndarray, threshold: float) -> float | None:
    """The first x at which the curve passes the threshold, between two points of it."""
    over = curve >= threshold
    steps = np.flatnonzero(over[1:] != over[:-1])
    if not steps.size:
        return None
    i = steps[0]
    part = (threshold - curve[i]) / (curve[i + 1] - curve[i])
    return float(along[i] + part * (along[i + 1] - along[i]))


def _about_fit(
    x: np.ndarray,
    xlabel: str,
    ylabel: str,
    along: np.ndarray,
    curve: np.ndarray | None,
    threshold: float | None,
    meets: float | None,
) -> str:
    words = f"{len(x)} examples, {ylabel} over {xlabel}"
    if curve is not None:
        words += (
            f", and a curve from {curve[0]:.3g} at {along[0]:.3g} to {curve[-1]:.3g} "
            f"at {along[-1]:.3g}"
        )
    if meets is not None:
        words += f"; it passes {threshold:g} at {meets:.3g}"
    return words + "."
