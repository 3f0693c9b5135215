"""A unit decides between 0 and 1.

1: Should a unit hand on a decision, yes or no, or a number that says how strongly it reacts?
   Look at the outputs in the quick check.
2: Your outputs are only 0 or 1 (or False and True). In the quick check they should be 0.525,
   0.0998 and 0.9781. The step that turns a number into a decision is done after the last layer,
   by whoever uses the network. Find the comparison in your code, and ask what comes out without
   it.
3: A weather service says 55 % rain for town A and 95 % for town B. If it said "yes" to both,
   you could not tell that B is far surer, and could not choose a limit of your own, such as 80
   % before a wedding. `chance = [0.55, 0.95]` can be turned into a decision at any time, `[1,
   1]` cannot be turned back. What should your layer pass on?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = 1 if g(z) >= 0.5 else 0
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j]) >= 0.5
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return (a_out >= 0.5).astype(int)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = np.where(g(z) >= 0.5, 1, 0)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = 1 if z >= 0 else 0
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        if g(z) > 0.5:
            a_out[j] = 1
        else:
            a_out[j] = 0
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z) >= 0.5
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        if g(z) >= 0.5:
            a_out.append(1)
        else:
            a_out.append(0)
    return np.array(a_out)


# %% recognised by
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
