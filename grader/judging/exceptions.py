"""The explanations of exceptions, for people who meet their messages for the first time.

Each explanation is one or two sentences with the values that the message names. The messages known
here are those of Python 3.11 to 3.13, NumPy 2 and Keras 3; any other has no explanation.
"""

from __future__ import annotations

import re
from functools import cache

from grader.protocol.observations import Raised

_DOTS = (
    "It multiplies pairs of numbers and adds them up, so the axes that meet must be of the same "
    "length; here {0} meets {1}. Print both shapes right before this line."
)
_SLOT = (
    "One number is wanted here, and an array of several is given. Which part of the line should "
    "have been a single number?"
)
_SQUARE = "Square brackets pick something out of a list or an array; a function is called with ()."
_NONE = (
    "Something is None here: a function without `return` gives None back, and so does a line that "
    "only prints."
)

# In the order in which they are tried: a pattern for "Kind: message", and what it means; {0}, {1}
# are the pattern's groups.
_EXPLANATIONS: tuple[tuple[str, str], ...] = (
    # shapes
    (r"shapes \S.* and \S.* not aligned: (\d+) \(dim \d\) != (\d+)", _DOTS),
    (r"mismatch in its core dimension .*size (\d+) is different from (\d+)", _DOTS),
    (r"Matrix size-incompatible: In\[0\]: (\[\S*\]), In\[1\]: (\[\S*\])", _DOTS),
    (r"In\[0\] and In\[1\] has different ndims: (\[\S*\]) vs\. (\[\S*\])",
     ("tf.matmul multiplies two matrices, and here shape {0} meets {1}. A vector is made a matrix "
      "of one row by `x[None, :]`; np.matmul takes it as it is.")),
    (r"(?:required broadcastable shapes|Incompatible shapes: (\[\S*\]) vs\. (\[\S*\]))",
     "Number by number needs equal shapes, lined up from the last axis. Print both before it."),
    (r"cannot reshape array of size (\d+) into shape (\([^)]*\))",
     "There are {0} numbers, and shape {1} has room for another count. Print the shape first."),
    (r"does not have enough dimensions \(has 0",
     "A matrix product needs arrays on both sides, and one of them is a single number."),
    (r"axis (\d+) is out of bounds for array of dimension (\d+)",
     "Axes are counted from 0, and there are {1} of them: there is no axis {0}. Print the shape."),
    (r"operands could not be broadcast together with (?:remapped )?shapes? (\(\S*\)) (\(\S*\))",
     ("Number by number needs equal shapes, lined up from the last axis; here {0} meets {1}. "
     "Should each number meet one other, or is it a sum of products?")),
    (r"could not broadcast input array from shape (\(\S*\)) into shape (\(\S*\))",
     "An array of shape {0} does not fit into a place of shape {1}. Print both before this line."),
    (r"inhomogeneous shape", "The rows of the list differ in length, so they form no array."),
    (r"setting an array element with a sequence", _SLOT),
    (r"only (?:0-dimensional|length-1|size-1) arrays can be converted", _SLOT),
    (r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
     ("There are {2} entries along this axis, counted from 0, and entry {0} was asked for. Which "
      "name in this line holds that number, and what does it count?")),
    (r"list index out of range",
     "The list has fewer entries than the one that was asked for; they are counted from 0."),
    (r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed",
     "The array has {0} axis or axes, and {1} indices were given. Print its shape."),
    (r"The truth value of an array with more than one element is ambiguous",
     "A question with one answer, such as `if`, is asked about many numbers at once."),
    (r"list indices must be integers or slices, not ([\w.]+)",
     ("A list takes one whole number as an index, and here it is a {0}. np.array(...) makes an "
      "array of a list, which takes `[:, j]` as well.")),
    (r"only integer (?:scalar )?arrays can be converted to a scalar index",
     "An array stands where one whole number is wanted, as in range(n) or for an axis."),
    (r"'([\w.]+)' object cannot be interpreted as an integer",
     "A whole number is wanted here, as in range(n) or epochs=n, and a {0} is given."),
    (r"'(int|float|numpy\.\w+)' object is not iterable",
     "A single number of type {0} is run over as if it were a list: `range(n)` counts up to n."),
    (r"object of type '([\w.]+)' has no len\(\)",
     "Something of type {0} has no length: it is a single thing."),
    (r"cannot unpack non-iterable ([\w.]+) object",
     "Several names stand on the left, and one {0} on the right, which has no parts."),
    (r"too many values to unpack \(expected (\d+)",
     "{0} names stand on the left, and more values came. Print what stands on the right."),
    (r"must be real number, not ([\w.]+)",
     "A function of math takes one number, and here it is a {0}; np.exp and the like take arrays."),
    (r"OverflowError: (?:math range error|\(34)",
     "A number is too large here: print what goes in. np.exp gives inf where math.exp stops."),
    # brackets and calls
    (r"'(?:builtin_function_or_method|function|method|type|numpy\.\w+)' object is not subsc",
     _SQUARE),
    (r"'tuple' object is not callable",
     "Round brackets call a function, and this is a pair of numbers: square brackets pick one."),
    (r"'(?:list|numpy\.ndarray|ndarray)' object is not callable",
     "Round brackets call a function, and this is an array: square brackets pick a part of it."),
    (r"'str' object is not callable",
     ("A text is called like a function. Keras takes the name of an activation; here the function "
     "itself is handed over, without quotes.")),
    (r"'(?:float|int|numpy\.float64)' object is not callable",
     "A number is called like a function: is a name used twice, or a `*` left out?"),
    (r"'module' object is not callable",
     "A module is called like a function: which function of it is meant?"),
    (r"'NoneType' object", _NONE),
    (r"and 'NoneType'|'NoneType' and", _NONE),
    (r"float\(\) argument must be .*, not '(?:function|builtin_function_or_method|ufunc|method)'",
     "The function itself is stored, not its result: round brackets with an argument call it."),
    (r"missing (\d+) required positional arguments?: (.+)",
     ("The call leaves out {1}: what is handed over is counted from the left, and a pair in "
      "brackets is one thing. Compare it with the line that begins with def.")),
    (r"takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) were given",
     ("At most {0} things can be handed over in this call, and there are {1} (for a method, the "
     "object itself counts). Do several belong into one list?")),
    (r"got an unexpected keyword argument '(\w+)'",
     ("What is called here has no argument {0}. Compare it with the line that begins with def, or "
      "with help(...) of what a library brings.")),
    (r"can't multiply sequence by non-int",
     "A list is multiplied like a number. np.array(...) makes an array of it, which can be."),
    (r"can only concatenate (\w+) \(not",
     "`+` puts a {0} and something else in a row here; numbers in an array would be added."),
    (r"got multiple values for argument '(\w+)'",
     "The argument {0} is handed over twice in this call: once by its place and once by its name."),
    ((r"unsupported operand type\(s\) for (\S+): (?:'(?:function|method|builtin_function_or_method|"
     r"ufunc|numpy.ufunc)' and|'[\w.]+' and '(?:function|method|builtin_function_or_method|ufunc|"
     r"numpy.ufunc)')"),
     ("`{0}` stands beside a function itself, not its result: round brackets with an argument call "
      "it.")),
    (r"unhashable type: '([\w.]+)'",
     ("A {0} is used as a key here: in curly brackets, as an index of a dict, or by something like "
      "lru_cache, which keeps results by their arguments. It cannot be one.")),
    (r"invalid index to scalar variable",
     "Square brackets stand behind a single number, which has no parts. Print it before that."),
    (r"'([\w.]+)' object does not support item assignment",
     ("One place of it is to be changed here, but it is of type {0}, which has none. Is its name "
      "used twice?")),
    (r"tuple index out of range",
     ("A shape or another tuple has fewer entries than the one that was asked for: a vector has "
      "shape (n,), with `shape[0]` alone.")),
    (r"unsupported operand type\(s\) for (\S+): '([\w.]+)' and '([\w.]+)'",
     "`{0}` stands between types {1} and {2}, which it cannot join. Print the types of both."),
    (r"'(\S+)' not supported between instances of '([\w.]+)' and '([\w.]+)'",
     "`{0}` compares a {1} with a {2}. Print the types of both."),
    (r"has no callable (\w+) method|did not contain a loop with signature|not supported for",
     ("NumPy meets something that is no number: a text, or rows of different lengths. Print the "
      "array and its dtype before this line.")),
    # names
    (r"UnboundLocalError: .*variable '(\w+)'",
     "`{0}` is given a value later in this function, so Python does not look for it outside."),
    (r"NameError: (?:free variable|name) '(\w+)'",
     ("Python knows no `{0}` here: nothing was given that name. Compare it, letter by letter, with "
      "the names you made.")),
    (r"has no attribute '(\w+)'. Did you mean: '(\w+)'", "There is no {0}, but there is {1}."),
    (r"module '([\w.]+)' has no attribute '(\w+)'", "{0} has no {1}: is it spelled so?"),
    (r"object has no attribute '(\w+)'",
     "This kind of object has nothing called {0}. Print type(...) of it before this line."),
    (r"cannot import name '(\w+)' from '([\w.]+)'", "{1} has no {0}: is it spelled so?"),
    (r"No module named '([\w.]+)'",
     ("The module {0} is not there while grading. Do without it, or with what the assignment's "
      "own cells import.")),
    # syntax
    (r"expected an indented block", "The lines that belong to the line above stand further right."),
    (r"unexpected indent", "This line stands further right than the one before it."),
    (r"unindent does not match", "This line begins between two levels: use four spaces for each."),
    (r"inconsistent use of tabs", "Tabs and spaces are mixed at the beginning of lines."),
    (r"expected ':'", "A line that begins with def, for, if or while ends with a colon."),
    (r"'(.)' was never closed", "A bracket {0} is opened and not closed."),
    (r"unmatched '(.)'", "A bracket {0} is closed that was not opened."),
    (r"unterminated", "A text begins with a quotation mark and does not end with one."),
    (r"Perhaps you forgot a comma", "Two things stand beside each other without a comma."),
    (r"cannot assign to .*==", "`=` stores a value, `==` compares two."),
    (r"'return' outside function", "This `return` stands too far left to belong to a function."),
    # Keras
    (r"Cannot convert a symbolic (?:tf\.)?Tensor",
     ("Under @tf.function there are no numbers but places for them, with which NumPy cannot work: "
      "take @tf.function away.")),
    (r"Cannot convert '(\d+)' to a shape", "({0}) is a number; a tuple of one needs a comma."),
    (r"Could not interpret activation function identifier: (\S+)",
     "Keras knows no activation called {0}. Check its spelling; names are in lower case."),
    (r"invalid value for units, expected a positive integer. Received: units=(\S+)",
     "units has to be a number: {0} may be a text, with quotation marks."),
    (r"'Dense' object is not iterable|Layer .* is not iterable",
     "Sequential takes one list of layers, in square brackets."),
    (r"[Yy]ou must call `?compile", "The model has to be compiled before it is trained."),
    (r"expected shape.?=?(\([^)]*\)).*found shape.?=?(\([^)]*\))",
     "The model takes {0}, where None is the number of examples, and got {1}."),
    (r"Expected shape (\([^)]*\)), but input has incompatible shape (\([^)]*\))",
     "The model takes {0}, where None is the number of examples, and got {1}."),
    (r"expected min_ndim=2, found ndim=1",
     "A layer takes rows of examples, even if there is one: a vector has no row axis."),
    (r"Only input tensors may be passed as positional arguments",
     "A layer takes an array, not a list: np.array(...) makes one."),
    (r"Data cardinality is ambiguous", "There have to be as many labels as examples."),
    (r"should have unique names",
     ("Two layers have the same name; each needs one of its own. A layer without a name gets one "
      "from Keras, such as dense, dense_1 or input_layer: yours may be one of these.")),
    (r"is not a valid root scope name",
     "A name of a layer or a model has letters, digits and underscores, and no blank."),
    (r"not enough values to unpack \(expected (\d+), got (\d+)\)",
     "{0} names stand on the left, and {1} values came. Print what stands on the right."),
    (r"KeyError: (.+)", "There is no entry {0} in it. Print the keys that it has."),
    (r"only integers, slices",
     ("An index is a whole number, and something else is given here; 1.0 is none either. Print it "
      "with its type.")),
    (r"same number of dimensions, but the array at index 0 has (\d+) .* index 1 has (\d+)",
     "Arrays of {0} and of {1} axes are put together; they need as many. Print both shapes."),
    (r"expected to be a (\w+) tensor but is a (\w+) tensor",
     "Two kinds of numbers are mixed, {1} and {0}."),
    (r"invalid value for `units`.*Received: units=(\S+)",
     "A layer has a whole number of units, 1 or more; {0} is none."),
    (r"ZeroDivisionError", "Something is divided by zero. Print the divisor before this line."),
    (r"Tensor.*conversion requested dtype (\w+) for Tensor with dtype (\w+)",
     "Two kinds of numbers are mixed, {1} and {0}."),
)  # fmt: skip
_OWN_CHECK = "Your own code stops the call here. Is its reason true of every right call?"
_LONGEST = 400  # characters of a message that are searched: a submission may write a long one


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The explanations with compiled patterns, made once: it takes as long as judging an answer."""
    return tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _EXPLANATIONS)


def explain_exception(raised: Raised) -> str:
    """The explanation of an exception; empty if its message is not known."""
    if raised.code.lstrip().startswith(("raise ", "assert ")):
        return _OWN_CHECK
    text = f"{raised.kind}: {raised.message}"[:_LONGEST]
    for pattern, words in _compiled():
        found = pattern.search(text)
        if found:
            return words.format(*(group or "" for group in found.groups()))
    return ""
