"""A recipe for the outputs is as good as the outputs.

1: Print what your function returns. Do you see numbers?
2: What comes back has no numbers in it yet, only something that would work them out later, one
   by one, when somebody asks for them. The next layer needs the numbers at once. Collect them
   all before you hand them back. Look for `yield`, `map`, or round brackets around a loop in one
   line.
3: `(n * n for n in [1, 2, 3])` with round brackets is a promise: it prints as `<generator
   object ...>`. `[n * n for n in [1, 2, 3]]` with square brackets is `[1, 4, 9]`. `map(str, [1,
   2])` is a promise, too; `list(map(str, [1, 2]))` keeps it. Which of your lines makes a
   promise, and what would keep it?
"""

# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        yield g(z)


# %%
def my_dense(a_in, W, b, g):
    return (g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1]))


# %%
def my_dense(a_in, W, b, g):
    return map(lambda j: g(np.dot(W[:, j], a_in) + b[j]), range(W.shape[1]))


# %%
def my_dense(a_in, W, b, g):
    return np.array(g(np.dot(w, a_in) + bias) for w, bias in zip(W.T, b))


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def promise(part: Part) -> bool:
        if part.method in ("array", "asarray"):
            part = part.arg(0)
        lazy = part.function in ("map", "filter", "zip", "reversed")
        return lazy or part.is_a(ast.GeneratorExp)

    return any(
        part.is_a(ast.Yield, ast.YieldFrom) or (part.is_a(ast.Return) and promise(part.value))
        for part in facts.own_parts
    )
