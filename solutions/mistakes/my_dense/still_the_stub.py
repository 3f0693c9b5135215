"""Not started yet: the answer is still what the cell began with.

1: This cell works nothing out yet. Which four things does the function get, and what should it
   hand back? The table above the cell says it in words.
2: Neither the input nor the activation is used so far, so what comes back is None, or an array as
   it was. A good first step: write in words, as comments, what one unit does with its input.
   Unit 0 in part 3 has all the steps in numbers. Then turn the first comment into code and print
   what it makes.
3: Take a smaller task first: the bill for one basket. In words: multiply each amount by its
   price, add all that up, add the postage. In code, for 2 pens at 3 and 4 books at 5, with
   postage 1: `products = [2 * 3, 4 * 5]`, `bill = sum(products) + 1`, which is 27. Then several
   customers: the same in a loop. A layer is built in the same order: one unit first.
"""

# %%
def my_dense(a_in, W, b, g):
    a_out = None
    return a_out


# %%
def my_dense(a_in, W, b, g):
    pass


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    for j in range(units):
        w = W[:, j]
    return None


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    x, _, _, g = facts.first(4)
    used = {name for statement in facts.statements for name in statement.names}
    sizes = {call.arg(0) for call in facts.calls("zeros", "empty", "ones", "full")}
    numbers = any(
        len(part.elements) > 1 and all(element.is_constant for element in part.elements)
        for part in facts.parts
        if part not in sizes
    )
    computes = bool(facts.of(ast.BinOp, ast.AugAssign))
    begun = facts.free or used & {x, g} or numbers or computes
    return not facts.raised and not begun
