"""A unit is taken to put out a decision, 0 or 1.

1: Should a unit pass on a decision, or a number? What does your last step make of 0.51 and of 0.99?
2: With a sigmoid your layer gives back a yes or a no, 0 or 1. With a linear activation a unit may
well put out 3.8, and with a sigmoid 0.7. Look at the docstring: does it speak of activations or of
decisions? Which step of yours is not in it?
3: Three friends guess the age of a tree: 48, 52 and 95 years. If each may say no more than "over
50" or "not over 50", the next one hears no, yes, yes, and cannot tell 52 from 95. If they pass on
the numbers, the mean is 65. What is rounded on the way is lost for all who come after.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = (g(Z) >= 0.5).astype(int)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return np.where(A_out >= 0.5, 1, 0)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z) > 0.5
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    return np.round(g(np.matmul(A_in, W) + b))


# %% or recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    picking = {name for pick in facts.picks for part in pick.index for name in part.names}

    def bit(part: Part) -> bool:
        return part.is_constant and part.constant in (0, 1)

    def decides(part: Part) -> bool:
        return part.operator in ("<", "<=", ">", ">=")

    def decision(part: Part) -> bool:
        if part.is_a(ast.IfExp) or (part.called == "where" and len(part.args) == 3):
            test, *ends = part.args or (part.test, *part.branches)
            return decides(test) and all(map(bit, ends))
        if part.is_a(ast.Call):
            made = part.called in ("int", "float", "array", "append")
            return decides(part.owner) if part.called == "astype" else made and decides(part.arg(0))
        if part.is_a(ast.If):
            values = [(end.value, *end.value.args) for end in part.branches]
            bits = [any(map(bit, value)) for value in values]
            return decides(part.test) and bits == [True, True]
        if part.is_a(ast.Assign):  # a choice of places is no output
            return decides(part.value) and part.target.name not in picking
        return any(map(decides, [part.value] if part.is_a(ast.Return) else part.body))

    return facts.gives_bits and not facts.raised and any(map(decision, facts.working.parts))
