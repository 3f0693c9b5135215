"""The output is stored once, after the loop.

1: Only the last unit gets a value. Which of your lines run once for each unit, and which run
   once in all? Look at how far each of them is moved in.
2: The line that stores the output stands after the loop. It runs once, when the loop variable
   holds the last unit, so the results of the units before are lost. Print the loop variable in
   that line and count how often it is printed. Then decide what has to happen in every pass.
3: Three children are measured: `for k in range(3): height = measure(k)`. Then, not moved in,
   `table[k] = height`. The table shows one height, the last: the other two were measured and
   never written down. Moved in, below the measuring, the line writes down each height at once.
   Which of your lines writes down?
"""

# %%
def my_dense(a_in, W, b, g):
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
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
    z = np.dot(w, a_in) + b[j]
    a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
    a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        z = 0
        for i in range(W.shape[0]):
            z += W[i, j] * a_in[i]
        a = g(z + b[j])
    a_out[j] = a
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def stores(part: Part) -> bool:
        if part.is_a(ast.Assign):
            return any(target.index for target in part.targets)
        return part.is_a(ast.Expr) and part.value.method == "append"

    def in_one_place(part: Part) -> bool:
        return any(target.index[0].name in facts.counters for target in part.targets)

    loops = [statement for statement in facts.statements if statement.is_a(ast.For)]
    inside = [part for loop in loops for part in loop.parts]
    given = {part.name for part in inside if part.name and part.stored}
    late = any(
        statement.line > loops[-1].line
        and stores(statement)
        and (in_one_place(statement) or not statement.is_a(ast.Assign))
        and given & statement.names
        for statement in (facts.statements if loops else ())
    )
    return late and not any(map(stores, inside)) and not facts.raised
