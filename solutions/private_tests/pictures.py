"""Pictures of a learner's digit model.

A student sees them, so of the hold-out digits they show counts alone; the digits themselves are
those of the training set, which everybody has.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from grader.suite import (
    Counts,
    Describe,
    Described,
    Difference,
    Drawing,
    Grid,
    Histogram,
    Image,
    Images,
    picture_of,
)
from solutions.private_tests._forward import layers

_ROOT = Path(__file__).resolve().parents[2]
_HOLDOUT = _ROOT / "solutions" / "data" / "{}_holdout.npy"
_TRAINING = _ROOT / "assignment" / "data" / "{}.npy"
_BINS = 10
_MOST_DIGITS = 12
_WIDEST = 64  # units of a layer that is drawn
_SIDE = 20  # pixels


@cache
def _data(files: Path) -> tuple[np.ndarray, np.ndarray]:
    """Images of shape (m, 400) and whether each is a one, shape (m,)."""
    images, labels = (np.load(files.with_name(files.name.format(name))) for name in "Xy")
    return images, labels.ravel() > 0


@lru_cache(maxsize=4)  # the pictures of a model share them
def _outputs(model: Described, files: Path) -> list[np.ndarray]:
    """Each layer's outputs, the last of shape (m, 1), all finite; none of another model."""
    images, _ = _data(files)
    found = layers(model, images)
    if isinstance(found, Difference) or not found or found[-1].shape != (len(images), 1):
        return []
    return found if all(np.isfinite(a).all() for a in found) else []


def _histogram(model: Described) -> Histogram | None:
    images, ones = _data(_HOLDOUT)
    outputs = _outputs(model, _HOLDOUT)
    if not outputs:
        return None
    last = outputs[-1].ravel()
    wrong = int(np.sum((last >= 0.5) != ones))
    beyond = int(np.sum((last < 0) | (last > 1)))
    more = 1 / _BINS if beyond else 0.0  # an interval at each end for all that is no probability
    edges = np.linspace(-more, 1 + more, round(_BINS * (1 + 2 * more)) + 1).round(3)
    last = np.clip(last, edges[0], edges[-1])
    outside = f" {beyond} outputs lie below 0 or above 1, as no probability does." if beyond else ""
    return Histogram(
        title=f"Its output for {len(images)} digits it has never seen",
        about="A sure model has its zeros on the far left and its ones on the far right. At 0.5 "
        f"and above it says one: here it is wrong about {wrong} of them." + outside,
        axis="output of the last unit",
        edges=tuple(edges.tolist()),
        groups=tuple(
            Counts(name=name, counts=tuple(np.histogram(last[chosen], edges)[0].tolist()))
            for name, chosen in (("zeros", ~ones), ("ones", ones))
        ),
    )


def _mistaken(model: Described) -> Images | None:
    images, ones = _data(_TRAINING)
    outputs = _outputs(model, _TRAINING)
    if not outputs:
        return None
    last = outputs[-1].ravel()
    wrong = np.flatnonzero((last >= 0.5) != ones)
    if not len(wrong):
        return None
    surest = wrong[np.argsort(-np.abs(last[wrong] - 0.5), kind="stable")][:_MOST_DIGITS]
    which = f", here the {len(surest)} it is surest of" if len(surest) < len(wrong) else ""
    return Images(
        title="Digits of the training set that it gets wrong",
        about=f"{len(wrong)} of {len(images)}{which}. Would you have known them all?",
        images=tuple(_digit(images[i], one=bool(ones[i]), output=float(last[i])) for i in surest),
    )


def _digit(image: np.ndarray, *, one: bool, output: float) -> Image:
    upright = image.reshape(_SIDE, _SIDE).T  # the images are stored column by column
    pixels = np.clip(upright * 255, 0, 255).round().astype(np.uint8)
    says = f"a {int(one)}, its output {output:.2f}"
    return Image(says=says, height=_SIDE, width=_SIDE, pixels=pixels.tobytes())


def _activations(number: int, model: Described) -> Grid | None:
    _, ones = _data(_TRAINING)
    outputs = _outputs(model, _TRAINING)
    if len(outputs) <= number or outputs[number].shape[1] > _WIDEST:
        return None
    if outputs[number].min() < 0 or outputs[number].max() > 1:
        return None
    means = [outputs[number][chosen].mean(axis=0) for chosen in (~ones, ones)]
    apart = int(np.sum(np.abs(means[0] - means[1]) > 0.5))
    return Grid(
        title=f"Layer {number + 1}: what its units answer",
        about="The mean output of each unit over the zeros and over the ones of the training set. "
        "A unit that tells them apart is full in one row and empty in the other: "
        f"{apart} of {means[0].size} differ by more than 0.5.",
        column="unit",
        rows=("zeros", "ones"),
        values=tuple(tuple(mean.round(3).tolist()) for mean in means),
    )


_MODEL = Describe("model")
PICTURES = (
    Drawing("digit_model", _MODEL, picture_of(_histogram)),
    Drawing("digit_model", _MODEL, picture_of(_mistaken)),
    *(
        Drawing("digit_model", _MODEL, picture_of(lambda model, n=n: _activations(n, model)))
        for n in range(2)  # the last layer's outputs are the histogram
    ),
)
