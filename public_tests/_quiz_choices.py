"""Eight questions with four choices, from what learners ask most.

Every choice has a line, the right one as well. Which one that is stands here as a digest; to make
one for a new question: ``mark("quiz_19", "c")``.
"""

from __future__ import annotations

import hashlib
from typing import Any

from grader.suite import Case
from public_tests._question import question
from public_tests._spelling import letter, shown


def mark(name: str, choice: str) -> str:
    """The digest that says which choice is right: SHA-256 of "name choice", eight digits of it."""
    return hashlib.sha256(f"{name} {choice}".encode()).hexdigest()[:8]


def choice(place: int, title: str, right: str, points: float, lines: dict[str, str]) -> Case:
    """A question with a line for each choice; ``right`` is the mark of the right one."""
    name = f"quiz_{place}"

    def is_right(given: str) -> bool:
        return mark(name, given) == right

    def reply(held: Any) -> str | None:
        given = letter(held)
        if given is None or given not in lines:
            return f"The answer is a letter in quotes, from a to d, and {shown(held)} is none."
        return None if is_right(given) else lines[given]

    remark = next(line for given, line in lines.items() if is_right(given))
    return question("quiz", name, title, "one of the letters", reply, points=points, remark=remark)


CHOICES = (
    choice(
        11,
        "same inputs, same outputs?",
        "7e5e810f",
        0.5,
        {
            "a": "What comes in is the same. Is all the rest of two units the same, too?",
            "b": "Follow the arrows in the picture of the network: from how many inputs does one "
            "end at a unit?",
            "c": "Each unit has a column of W and a bias of its own, so the same inputs give each "
            "another z.",
            "d": "All units of a layer share g, and g gives the same for the same z. So what makes "
            "their z differ?",
        },
    ),
    choice(
        12,
        "what comes into a unit",
        "13354017",
        0.5,
        {
            "a": "Count the arrows that end at one unit in the picture of the network.",
            "b": "Every number goes to every unit; a weight near 0 is how a unit ignores one.",
            "c": "In the story of the demand for shirts a person chose, to explain the idea. Did "
            "you choose anything when you built the network?",
            "d": "Units of one layer do not see each other: is there an arrow from one to another?",
        },
    ),
    choice(
        13,
        "what a hidden unit's 0.9 means",
        "68e1a3f9",
        0.5,
        {
            "a": "One unit of the network is trained so that its number can be read so. Is it "
            "a hidden one?",
            "b": "Nothing is rounded on the way. Who sets a threshold, a unit or the one who uses "
            "the network?",
            "c": "With what would it be compared? No label says what a hidden unit should give.",
            "d": "It is a feature: a number the next layer works with. It need not mean anything "
            "to us.",
        },
    ),
    choice(
        14,
        "what the cost is computed from",
        "a0681029",
        0.5,
        {
            "a": "There is one cost for the whole network, from its last output and the label.",
            "b": "With what would a hidden unit compare its output? The labels are about images.",
            "c": "For how many of the layers does the data say what should come out?",
            "d": "The weights are what training changes so that the cost falls. From what does "
            "it see how good they are?",
        },
    ),
    choice(
        15,
        "who decides what a hidden unit looks for",
        "d5ad9823",
        0.5,
        {
            "a": "They chose how many units there are. Where did you write what unit 7 looks for?",
            "b": "Swap two units with all their weights: what would change for the network?",
            "c": "Training alone: the weights start at random and change so that the cost falls.",
            "d": "The starting weights are random. Looking at the pictures of what was learned: "
            "did they stay as they were?",
        },
    ),
    choice(
        16,
        "which weights training changes",
        "8d1e9412",
        0.5,
        {
            "a": "Those of every layer; you saw how far those of layer 1 have moved.",
            "b": "You drew W1 minus its start. What would that picture be if this were so?",
            "c": "The last layer starts at random as well. Could it then say anything sensible?",
            "d": "Activations are computed anew for each image. What is kept from one to the next?",
        },
    ),
    choice(
        17,
        "why 25 and 15 units",
        "4da5a007",
        0.5,
        {
            "a": "Every unit sees all 400 pixels, so nothing has to divide. Would 24 be an error?",
            "b": "Nobody has counted what there is to see. Would the network fail with 24 units?",
            "c": "Which line of your code would fail if layer 2 were wider than layer 1?",
            "d": "Somebody chose them, and they work. One tries sizes and compares on new data.",
        },
    ),
    choice(
        18,
        "np.dot of two columns",
        "52a19ea5",
        0.5,
        {
            "a": "You have multiplied matrices in this lab. Which numbers in their shapes touched?",
            "b": "In (2, 1) times (2, 1) the inner numbers are 1 and 2, which do not agree.",
            "c": "Two matrices of shape (2, 2) can be multiplied. What is different here?",
            "d": "* runs, and gives two products. Is that the one number which dot should give?",
        },
    ),
)
