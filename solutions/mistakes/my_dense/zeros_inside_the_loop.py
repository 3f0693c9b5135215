"""The array of outputs is made anew for each unit.

1: Only the last unit gets a value. Print your array of outputs at the end of each pass of the
   loop. What has happened to the value from the pass before?
2: The line that makes the empty array or list stands inside the loop. So in each pass a new one
   takes the place of the old one, and what was stored there is lost. Which line has to run
   once, before all the passes, and which three times in the quick check?
3: Three guests write into a guest book. `book = []` and then `for guest in guests:
   book.append(guest)` ends with three names. With `book = []` inside the loop, each guest gets
   a new empty book and writes one name; at the end there is one book with one name, the last.
   Which of your lines is the new book, and how often do you want one?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    for j in range(units):
        a_out = np.zeros(units)
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        a_out = np.zeros(W.shape[1])
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out


# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        a_out = []
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(g(z))
    return np.array(a_out)


# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    for j in range(units):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out = np.zeros(units)
        a_out[j] = g(z)
    return a_out


# %% recognised by
import ast

from grader.diagnosis.facts import ROOM, FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    def empty(part: Part) -> bool:
        return part.called in {"list", *ROOM} or (part.is_a(ast.List) and not part.elements)

    def made_anew(loop: Part) -> set[str]:
        """The names of arrays that each pass makes and fills."""
        puts = [part for part in loop.body if part.is_a(ast.Assign) and empty(part.value)]
        made = {target.name for put in puts for target in put.targets}
        filling = [part for part in loop.parts if part.stored or part.attribute == "append"]
        return made & {part.value.name for part in filling}

    loops = [part for part in facts.statements if part.is_a(ast.For, ast.While)]
    return any(made_anew(loop) & facts.returned for loop in loops)
