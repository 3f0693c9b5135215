"""Pictures of digits, and of what a unit has learned to see in them."""

from __future__ import annotations

from typing import Any

import numpy as np

from pictures.card import INK, ORANGE, blue_to_orange, card, listed

_COLUMNS = 9


def show_digits(
    X: np.ndarray,
    y: np.ndarray | None = None,
    rows: int = 3,
    columns: int = 8,
    predictions: np.ndarray | None = None,
    *,
    alt: str | None = None,
) -> None:
    """Draw the first rows * columns digits of X (m, 400), upright.

    With labels y (m, 1), each is titled with its label; with predictions (m, 1) of 0 or 1 as
    well, with "label, prediction", and a wrong prediction is marked in words and colour.
    """
    images = np.asarray(X)[: rows * columns]
    labels = None if y is None else np.ravel(y)[: len(images)]
    guesses = None if predictions is None else np.ravel(predictions)[: len(images)]
    alt = alt or _about_digits(len(images), labels, guesses)
    with card(1.1 * columns, 1.35 * rows + 0.3 * (labels is not None), alt) as figure:
        for ax in figure.subplots(rows, columns, squeeze=False).flat:
            ax.set_axis_off()
        for i, (ax, image) in enumerate(zip(figure.axes, images, strict=False)):
            ax.imshow(upright(image), cmap="gray_r", vmin=0, vmax=1)
            if labels is not None and guesses is not None:
                right = labels[i] == guesses[i]
                words = f"{labels[i]}, {guesses[i]}" + ("" if right else " wrong")
                ax.set_title(words, color=INK if right else ORANGE)
            elif labels is not None:
                ax.set_title(labels[i])
        if labels is not None:
            figure.suptitle("label" if guesses is None else "label, prediction")


def weight_changes(
    before: np.ndarray,
    after: np.ndarray,
    shape: tuple[int, int] = (20, 20),
    *,
    alt: str | None = None,
) -> None:
    """Draw by how much the weights of each unit have changed: a small picture a unit.

    Args:
        before: weights (n, units) before training.
        after: weights (n, units) after training.
        shape: of an image whose n pixels are laid out column by column.
        alt: the sentence for people who do not see the picture.
    """
    change = np.asarray(after) - np.asarray(before)
    units = change.shape[1]
    limit = float(np.abs(change).max()) or 1.0
    columns, rows = min(units, _COLUMNS), -(-units // _COLUMNS)
    alt = alt or (
        f"What training changed in the weights of {units} unit{'s' * (units != 1)}, pixel by "
        f"pixel: from {change.min():+.2f} (blue) over no change (white) to {change.max():+.2f} "
        "(orange). A plus marks the pixel that was raised most, a minus the one lowered most."
    )
    with card(1.0 * max(columns, 3) + 1.5, 1.25 * rows + 0.5, alt) as figure:
        axes = figure.subplots(rows, columns, squeeze=False)
        for ax in axes.flat:
            ax.set_axis_off()
        for unit, ax in zip(range(units), axes.flat, strict=False):
            image = upright(change[:, unit], shape)
            shown = ax.imshow(image, cmap=blue_to_orange(), vmin=-limit, vmax=limit)
            _mark(ax, image)
            ax.set_title(f"unit {unit}", fontsize=10)
        bar = figure.colorbar(shown, ax=axes, ticks=[-limit, 0, limit], aspect=10 * rows)
        bar.ax.set_yticklabels([f"{-limit:+.2f}", "0", f"{limit:+.2f}"])
        figure.suptitle("What training changed in the weights of each unit")


def upright(image: np.ndarray, shape: tuple[int, int] = (20, 20)) -> np.ndarray:
    """The pixels of an image, laid out column by column, as the image itself."""
    return np.reshape(image, shape[::-1]).T


def _mark(ax: Any, image: np.ndarray) -> None:
    """A plus at the largest value and a minus at the smallest: the sign besides the colour."""
    for where, sign in ((image.argmax(), "+"), (image.argmin(), "\N{MINUS SIGN}")):
        row, column = np.unravel_index(where, image.shape)
        ax.text(column, row, sign, ha="center", va="center", weight="bold", fontsize=12)


def _about_digits(count: int, labels: Any, guesses: Any) -> str:
    if labels is None:
        return f"{count} handwritten digit{'s' * (count != 1)}."
    kinds = listed(f"{np.sum(labels == one)} labelled {one}" for one in np.unique(labels))
    words = f"{count} handwritten digit{'s' * (count != 1)}: {kinds}."
    if guesses is not None:
        words += f" {np.sum(labels != guesses)} of the predictions differ from the label."
    return words
