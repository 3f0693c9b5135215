"""The function has to bring numbers of its own to work on, or to start from.

1: Which lines of your function give a new value to a name of the `def` line? What happens to
   the numbers that were passed in?
2: Your code writes numbers of its own, an example or zeros, over one or more of its arguments.
   So the answer does not depend on what the caller hands over there. Everything the function
   needs is there when it starts. Look for the line that replaces an argument.
3: `def area(width, height):` with the first line `width = 3` works out `3 * height` for
   everybody, also for `area(10, 2)`. To try out a function, one calls it with an example from
   outside, `area(3, 2)`, in another cell. Inside, the names are filled already. Which of your
   lines belong in another cell?
"""

# %%
def my_dense(a_in, W, b, g):
    a_in = np.array([1.0, -2.0])
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    W = np.array([[0.5, -1.0, 2.0], [0.25, 0.5, -0.75]])
    b = np.array([0.1, -0.2, 0.3])
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    b = np.zeros(units)
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    W = np.ones(W.shape)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = np.array([1.0, -2.0])
    W = np.array([[0.5, -1.0, 2.0], [0.25, 0.5, -0.75]])
    b = np.array([0.1, -0.2, 0.3])
    return g(np.dot(a_in, W) + b)


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def numbers_of(part: Part) -> set[str]:
        """The names whose numbers an expression uses, and not only their shape."""
        if part.attribute in ("shape", "size", "dtype") or part.function == "len":
            return set()
        return {part.name, *(name for child in part.children for name in numbers_of(child))} - {""}

    arrays = facts.parameters[:3]
    puts = [put for put in facts.statements if put.is_a(ast.Assign) and put.target.name]
    copies = {put.target.name for put in puts if numbers_of(put.value) & set(arrays)}
    return not facts.free and any(
        put.target.name in arrays
        and put.value.is_a(ast.Call)
        and not numbers_of(put.value) & {put.target.name, *copies}
        for put in puts
    )
