"""Make the data of the week-1 assignment: handwritten zeros and ones, 20x20 pixels.

The originals are the zeros and ones of scikit-learn's ``load_digits`` (8x8 pixels), a part of
"Optical Recognition of Handwritten Digits" by E. Alpaydin and C. Kaynak, UCI Machine Learning
Repository, 1998, https://doi.org/10.24432/C50P49, licence CC BY 4.0. Changes made here: each
original is up-sampled to 20x20 pixels and drawn several times, a little shifted, turned, slanted,
stretched, and with a thinner or thicker pen.

The originals are split before anything is drawn, so no hold-out image is a variation of an image
a student trains on.

Run ``python solutions/make_data.py`` from anywhere; it needs scikit-learn, SciPy and TensorFlow.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Bytes: TypeAlias = NDArray[np.uint8]

SEED = 20_241
SIZE = 20  # pixels along an edge of a drawn image
HOLDOUT_SHARE = 0.25  # of the originals of each digit
TRAINING_PER_DIGIT = 500
HOLDOUT_PER_DIGIT = 150
EPOCHS = 20

ROOT = Path(__file__).resolve().parent.parent


def load_originals() -> tuple[Floats, Floats]:
    """Return the original zeros (178, 8, 8) and ones (182, 8, 8), intensities 0 to 1."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    images = (digits.images / 16).astype(np.float32)
    return images[digits.target == 0], images[digits.target == 1]


def split_originals(count: int, seed: int = SEED) -> tuple[list[int], list[int]]:
    """Split the numbers 0 .. count-1 of one digit's originals into training and hold-out."""
    order = np.random.default_rng(seed).permutation(count).tolist()
    held_out = round(count * HOLDOUT_SHARE)
    return sorted(order[held_out:]), sorted(order[:held_out])


def draw(original: Floats, rng: np.random.Generator) -> Floats:
    """Draw one 8x8 original anew as a (20, 20) image with intensities 0 to 1."""
    from scipy import ndimage

    angle = np.deg2rad(rng.normal(0, 6))
    slant = rng.normal(0, 0.08)
    height, width = 8 / (16.5 * rng.uniform(0.93, 1.05, size=2))  # original pixels per new pixel
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = np.diag([height, width]) @ np.array([[1, 0], [slant, 1]]) @ turn
    centre_new = np.full(2, (SIZE - 1) / 2) + rng.uniform(-1.2, 1.2, size=2)
    centre_old = np.full(2, (8 - 1) / 2 + 2)

    # Two rows and columns of empty paper around the original let the spline end softly.
    paper = np.pad(original, 2)
    smooth = ndimage.affine_transform(
        paper, matrix, centre_old - matrix @ centre_new, (SIZE, SIZE), order=3
    )
    smooth = ndimage.gaussian_filter(smooth, 0.6)

    # A steep curve turns the blurred grey into ink; where it lies decides how wide the stroke is.
    # It is set by the share of the paper that is to be inked, or broad ones would become blobs.
    edge = np.clip(np.quantile(smooth, 1 - rng.uniform(0.13, 0.22)), 0.3, 0.72)
    ink = 1 / (1 + np.exp(-(smooth - edge) / 0.08))
    paper_level = 1 / (1 + np.exp(edge / 0.08))
    ink = (ink - paper_level) / (1 - paper_level)
    ink *= rng.uniform(0.85, 1.0) / max(ink.max(), 0.5)

    # 256 grey levels, exact in float32: the files compress well and print shortly.
    image: Floats = (np.round(np.clip(ink, 0, 1) * 256) / 256).astype(np.float32)
    return image


def draw_many(originals: Floats, count: int, rng: np.random.Generator) -> Floats:
    """Return (count, 400): each original in turn, drawn anew, unrolled column by column."""
    turns = [rng.permutation(len(originals)) for _ in range(count // len(originals) + 1)]
    chosen = np.concatenate(turns)[:count]
    return np.stack([draw(originals[i], rng).T.reshape(SIZE * SIZE) for i in chosen])


def make_images(seed: int = SEED) -> tuple[Floats, Bytes, Floats, Bytes]:
    """Return X (1000, 400), y (1000, 1), X_holdout (300, 400), y_holdout (300, 1); zeros first."""
    training, holdout = [], []
    for digit, originals in enumerate(load_originals()):
        kept, held_out = split_originals(len(originals), seed + digit)
        rng = np.random.default_rng([seed, digit])
        training.append(draw_many(originals[kept], TRAINING_PER_DIGIT, rng))
        holdout.append(draw_many(originals[held_out], HOLDOUT_PER_DIGIT, rng))
    return (
        np.concatenate(training),
        _labels(TRAINING_PER_DIGIT),
        np.concatenate(holdout),
        _labels(HOLDOUT_PER_DIGIT),
    )


def _labels(per_digit: int) -> Bytes:
    """Return a column of zeros followed by as many ones."""
    return np.repeat(np.array([0, 1], dtype=np.uint8), per_digit).reshape(-1, 1)


def train_weights(X: Floats, y: Bytes, seed: int = SEED) -> list[Floats]:
    """Train the 400-25-15-1 sigmoid network and return W1, b1, W2, b2, W3, b3."""
    import tensorflow as tf

    tf.keras.utils.set_random_seed(seed)
    layers = [tf.keras.layers.Dense(units, activation="sigmoid") for units in (25, 15, 1)]
    network = tf.keras.Sequential([tf.keras.Input(shape=(X.shape[1],)), *layers])
    network.compile(
        loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001)
    )
    network.fit(X, y, epochs=EPOCHS, verbose=0)
    weights: list[Floats] = network.get_weights()
    return weights


def main() -> None:
    """Write the student's data to assignment/data and the hold-out to solutions/data."""
    X, y, X_holdout, y_holdout = make_images()
    names = ["w1", "b1", "w2", "b2", "w3", "b3"]
    shown: dict[str, Floats | Bytes] = {
        "X": X,
        "y": y,
        **dict(zip(names, train_weights(X, y), strict=True)),
    }
    secret: dict[str, Floats | Bytes] = {"X_holdout": X_holdout, "y_holdout": y_holdout}
    written: dict[str, dict[str, Floats | Bytes]] = {"assignment": shown, "solutions": secret}
    for folder, arrays in written.items():
        target = ROOT / folder / "data"
        target.mkdir(parents=True, exist_ok=True)
        for name, array in arrays.items():
            np.save(target / f"{name}.npy", array)
            print(f"{folder}/data/{name}.npy  {array.shape} {array.dtype}")


if __name__ == "__main__":
    main()
