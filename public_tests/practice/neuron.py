"""Practice lab: one neuron, computed by hand from numbers of the learner's own.

Checked is ``(x, w, b, z, a)``; what z and a should be is computed from the learner's x, w and b.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.suite import NO_ANSWER, Case, Difference, Exercise, Read, asking, holds, sigmoid
from public_tests._spelling import is_open, near, number, numbers, shown

EXERCISE = Exercise("neuron", "One neuron by hand")
_PARTS = 5
_OPEN = Difference("numbers", NO_ANSWER, "Put numbers of your own in the place of every None.")
_EXAMPLE = (2.0, 1.0, 0.5, -3.0, 1.5)


@dataclass(frozen=True)
class Neuron:
    """What was typed: x and w as arrays of one axis, b as a number, z and a as they stand."""

    x: np.ndarray[Any, Any]
    w: np.ndarray[Any, Any]
    b: float
    z: Any
    a: Any

    @property
    def right_z(self) -> float:
        """The weighted sum and the bias."""
        return float(np.sum(self.x * self.w) + self.b)


def _read(held: Any) -> Neuron | Difference:
    if not isinstance(held, tuple) or len(held) != _PARTS:
        return Difference("x, w, b, z and a", shown(held), "Check all five at once, in this order.")
    if any(is_open(part) for part in held):
        return _OPEN
    x, w, b = numbers(held[0]), numbers(held[1]), number(held[2])
    if x is None or w is None or x.ndim != 1 or x.shape != w.shape or x.size < 2:
        got = f"x = {shown(held[0])}, w = {shown(held[1])}"
        return Difference("as many weights as inputs, two or more", got, "Each input has a weight.")
    if b is None:
        return Difference("one number for b", shown(held[2]), "One neuron has one bias.")
    return Neuron(x, w, b, held[3], held[4])


def _own(neuron: Neuron) -> Difference | None:
    if (*neuron.x, *neuron.w, neuron.b) == _EXAMPLE:
        words = "Change at least one of them: with numbers of your own nobody can do it for you."
        return Difference("numbers of your own", "those of the example", words)
    if not neuron.w.any() or not neuron.x.any():
        words = "With nothing but zeros there is nothing to weigh."
        return Difference("inputs and weights that are not all 0", "only zeros", words)
    return None


def _z(neuron: Neuron) -> Difference | None:
    given, right = number(neuron.z), neuron.right_z
    if given is not None and near(given, right):
        return None
    parts = numbers(neuron.z)
    products = neuron.x * neuron.w
    if parts is not None and parts.shape == products.shape:
        return _wrong("z", neuron.z, "Those are the products, one for each input. Now add them up.")
    if given is None:
        return _wrong("z", neuron.z, "z is one number: all products and the bias, added up.")
    slips = {
        right - neuron.b: "That is the weighted sum. What else does a neuron add?",
        float(np.sum(neuron.w)) + neuron.b: "Each weight is multiplied with its input first.",
        float(np.sum(products + neuron.b)): "How often is the bias added, however many inputs?",
        right - 2 * neuron.b: "The bias is added, not taken away.",
        float(sigmoid(right)): "That is a already: z is the number that goes into g.",
    }
    words = next((words for slip, words in slips.items() if near(given, slip)), None)
    return _wrong("z", neuron.z, words or "Input times weight, for each; add all that; add b.")


def _a(neuron: Neuron) -> Difference | None:
    given, z = number(neuron.a), neuron.right_z
    right = float(sigmoid(z))
    if given is not None and near(given, right):
        return None
    if given is None:
        return _wrong("a", neuron.a, "a is one number: g of z.")
    if near(given, z):
        return _wrong("a", neuron.a, "That is z. What is the last step of a neuron?")
    if not 0 < given < 1:
        words = "What the sigmoid gives lies between 0 and 1. Is yours a decision, or another g?"
        return _wrong("a", neuron.a, words)
    if near(given, 1 - right):
        return _wrong("a", neuron.a, "Look at the sign in e to the power of -z once more.")
    return _wrong("a", neuron.a, "Put your z into 1 / (1 + e^-z); sigmoid(z) does it, too.")


def _wrong(name: str, held: Any, words: str) -> Difference:
    return Difference(f"another {name} for your x, w and b", f"{name} = {shown(held)}", words)


def _case(title: str, judge: Callable[[Neuron], Difference | None], help_: str) -> Case:
    def of(held: Any) -> Difference | None:
        neuron = _read(held)
        return neuron if isinstance(neuron, Difference) else judge(neuron)

    return Case("neuron", title, 0, asking(Read("neuron")), holds(of), help_)


CASES = (
    _case("the numbers are your own", _own, "Take any numbers you like."),
    _case("z: weigh, sum up, add the bias", _z, "Go step by step, as in the example."),
    _case("a: the sigmoid of z", _a, "The last step of a neuron is its activation function."),
)
