"""The numbers that the example shows are the answer.

1: Call your function with another input. Does the answer change? Which of the four arguments
   has an influence on it?
2: Your function hands back numbers that are written in the code. They fit one example at most,
   and the tests ask about many others. Unit 0 in part 3 shows each step in numbers: do these
   steps with the arguments, for one unit first, and print what comes out.
3: `def area(width, height): return 12` is right for a room of 3 by 4, and for no other. With
   `return width * height` the code says how the number comes about, and so it is right for
   every room. To find that line, one asks how the 12 was made from 3 and 4. How is 0.525 made
   from the numbers of the quick check?
"""

# %%
def my_dense(a_in, W, b, g):
    a_out = np.array([0.525, 0.0998, 0.9781])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return [0.5250, 0.0998, 0.9781]


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(3)
    a_out[:] = [0.63413559, 0.59868766, 0.40131234]
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    used = {name for statement in facts.statements for name in statement.names}
    sizes = {call.arg(0) for call in facts.calls("zeros", "empty", "ones", "full")}
    numbers = any(
        len(part.elements) > 1 and all(element.is_constant for element in part.elements)
        for part in facts.parts
        if part not in sizes
    )
    return numbers and not facts.free and used.isdisjoint(facts.parameters)
