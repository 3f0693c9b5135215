"""The Keras model that says which of ten digits a picture shows."""

from __future__ import annotations

from grader.suite import Case, Describe, Described, Difference, Exercise, asking, facts

EXERCISE = Exercise("ten_digits", "The model with ten outputs", defines=("model",))
INPUTS, DIGITS = 15, 10
_ASK = asking(Describe("model"))
_FOR_NUMBERS = {"sparsecategoricalcrossentropy"}


def _outputs(model: Described) -> Difference | None:
    units = [layer.units for layer in model.layers if layer.units]
    found = units[-1] if units else None
    if found == DIGITS:
        return None
    return Difference("10 units in the last layer", f"{found or 'no'} units")


def _input(model: Described) -> Difference | None:
    if model.input_shape == (None, INPUTS):
        return None
    return Difference("15 numbers for each picture", f"input of shape {model.input_shape}")


def _bends(model: Described) -> Difference | None:
    if any(layer.activation not in (None, "", "linear", "softmax") for layer in model.layers[:-1]):
        return None
    return Difference("a hidden layer that bends, such as relu", "straight lines alone")


def _loss(model: Described) -> Difference | None:
    name = (model.loss or "").lower().replace("_", "")
    if name in _FOR_NUMBERS:
        return None
    return Difference("the cross-entropy for labels that are numbers", model.loss or "no loss")


CASES = (
    Case("ten_digits", "one output for each digit", 2, _ASK, facts(_outputs),
         "How many answers are there to choose from?",
         kept_because="it says what the loss does not: how many answers there are"),
    Case("ten_digits", "takes pictures of 15 numbers", 1, _ASK, facts(_input),
         "What is the shape of X, and which part of it is one picture?"),
    Case("ten_digits", "has a hidden layer that bends", 1, _ASK, facts(_bends),
         "Layers without an activation are one layer, however many there are."),
    Case("ten_digits", "is compiled for labels from 0 to 9", 1, _ASK, facts(_loss),
         "Print y: is it a number for each picture, or a row of zeros with a one?",
         kept_because="a loss for other labels stops the training with words about shapes"),
)  # fmt: skip
