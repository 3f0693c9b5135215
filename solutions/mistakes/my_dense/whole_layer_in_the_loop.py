"""The whole of W goes into the weighted sum of one unit.

1: Your product stands inside the loop, so it is about one unit. How many weights does one unit
   have? Compare that with how much of W goes into the product.
2: In the quick check there are three units with two weights each. Inside the loop, all six
   weights go into your product, in every pass. That is a whole layer where one unit, and one
   number, is meant. First take out of W what belongs to the unit of this pass, and give it a
   name. Print its shape: it should be the shape of `a_in`.
3: A basket of amounts and a table of `prices`, a row for each product and a column for each
   shop. `basket @ prices` gives the totals of both shops at once, such as `[12, 15]`. Inside a
   loop over the shops that is too much: the note for shop s has room for one total. `basket @
   prices[:, s]` is 12 in the first pass and 15 in the second. What in your line plays the part
   of one shop's prices?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(a_in, W) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(a_in, W) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(W, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.matmul(a_in, W) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(a_in @ W + b)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.matmul(a_in, W) + b[j]) for j in range(W.shape[1])])


# %% recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    w = facts.first(2)[1]
    # A part of the product, or its sum, is another matter; so is one that is picked from later.
    cut = [
        part
        for part in facts.parts
        if part.index or part.attribute in ("sum", "T") or part.called == "sum"
    ]
    kept = {inner for part in cut for child in part.children for inner in child.parts}
    indexed = {pick.value.name for pick in facts.picks if not pick.stored} - {""}
    puts = [put for put in facts.assignments if put.target.name in indexed]
    kept |= {inner for put in puts for inner in put.value.parts}

    def is_whole(factor: Part) -> bool:
        return w in (factor.name, factor.owner.name if factor.attribute == "T" else "")

    inside = any(
        part not in kept and any(map(is_whole, part.factors))
        for loop in facts.repeating
        for part in loop.repeated
    )
    failed = facts.raises("ValueError") or facts.collects
    return inside and w not in facts.given and failed
