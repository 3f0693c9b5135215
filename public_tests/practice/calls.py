"""Practice lab: how often g is called to take 1000 images through layer 1, told beforehand."""

from __future__ import annotations

from typing import Any

from grader.suite import Exercise
from public_tests._question import Reply, question
from public_tests._spelling import number, shown

EXERCISE = Exercise("calls", "Calls of g", defines=("calls_one_by_one", "calls_at_once"))
_IMAGES, _PIXELS, _UNITS, _ALL_UNITS = 1000, 400, 25, 41


def _is(right: int, replies: dict[int, str], otherwise: str) -> Reply:
    def reply(held: Any) -> str | None:
        given = number(held)
        if given is None:
            return f"The answer is a number, and {shown(held)} is none."
        if given == right:
            return None
        return replies.get(int(given) if given.is_integer() else -1, otherwise)

    return reply


CASES = (
    question(
        "calls",
        "calls_one_by_one",
        "my_dense, image by image",
        "a whole number",
        _is(
            _IMAGES * _UNITS,
            {
                _IMAGES: "That is once for each image. And how often for one image?",
                _UNITS: "That is for one image. There are a thousand.",
                _IMAGES * _PIXELS: "g gets the sum z: it is called for units, not for pixels.",
                _IMAGES * _ALL_UNITS: "That is the whole network. Here it is layer 1 alone.",
                _IMAGES * _UNITS * _PIXELS: "g gets the sum z, once it is summed up.",
            },
            "How often for one image, and how many images?",
        ),
    ),
    question(
        "calls",
        "calls_at_once",
        "my_dense_v, all at once",
        "a whole number",
        _is(
            1,
            {
                _UNITS: "Is there a loop over the units in your my_dense_v?",
                _IMAGES: "Is there a loop over the images in your my_dense_v?",
                _IMAGES * _UNITS: "g works on that many numbers. How often is it called?",
                0: "g has to work once in a while. Count the g( in your my_dense_v.",
            },
            "How many times does Python come past g( in your my_dense_v?",
        ),
    ),
)
