"""Every unit adds the whole of b.

1: How many biases does one unit have? Print the shape of what you add to the weighted sum of
   one unit.
2: b holds one bias for each unit of the layer: three in the quick check. Your sum for one unit
   adds more than one number of b. That makes several numbers, and they do not fit where one is
   meant. Look at what the plus sign adds: which part of b belongs to the unit of this pass?
3: Three friends pay for their own meals and for their own drinks: `drinks = np.array([2, 3,
   1])`. The bill of friend k with a meal of 8: `8 + drinks` is `[10, 11, 9]`, three bills for
   one person. `8 + drinks[k]` is 10 for k = 0, one bill. Inside the loop over the friends, one
   person is meant in each pass. Which name in your line still stands for everybody?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b) for j in range(W.shape[1])])


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.sum(w * a_in) + b
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0
        for i in range(len(a_in)):
            z += W[i, j] * a_in[i]
        a_out[j] = g(z + b)
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    _, w, b = facts.first(3)

    def many(part: Part) -> bool:
        """A range of b from an open end."""
        ends = [index.ends for index in part.index if index.is_a(ast.Slice)]
        return part.value.name == b and any(not all(pair) for pair in ends)

    inside = [part for loop in facts.repeating for part in loop.repeated]
    picked = {part.value for part in (*facts.picks, *facts.attributes)}
    picked |= {arg for call in facts.calls() for arg in call.args}
    added = any(
        (term.name == b and term not in picked) or many(term)
        for part in inside
        if part.operator == "+"
        for term in (*part.sides, part.value)
    )
    whole_w = any(
        w in (factor.name, factor.owner.name if factor.attribute == "T" else "")
        for part in facts.parts
        for factor in part.factors
    )
    failed = facts.raises("ValueError") or facts.collects
    return added and not whole_w and b not in facts.given and failed
