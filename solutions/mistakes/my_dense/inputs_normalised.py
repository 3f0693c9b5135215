"""The input has to be scaled before the layer works.

1: Look at what goes into your weighted sum as the input. Are these the very numbers that were
   passed as `a_in`? Print both for the quick check.
2: Your code rescales the input before the sum. Scaling data is a step of its own: it is done
   once, before the first layer, if at all. A layer takes the numbers as they come; the outputs
   of the layer before it are its inputs. Work out the quick check by hand with the numbers as
   they are, and look for the line that changes them.
3: A till adds up `amounts * price`. If it first divided the amounts by the largest one, a
   basket of 2 and 4 would count as 0.5 and 1, and everybody would pay a wrong price. Amounts
   may be converted before they are typed in, from grams to kilos for instance, but the till
   must not do it again. Which part of your code is the till, and which is the conversion?
"""

# %%
def my_dense(a_in, W, b, g):
    a_in = a_in / np.max(a_in)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = a_in / np.linalg.norm(a_in)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = (a_in - np.mean(a_in)) / np.std(a_in)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = a_in / 255
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_in = a_in / np.sum(a_in)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in / np.max(np.abs(a_in))) + b[j])
    return a_out


# %% recognised by
from grader.diagnosis.facts import FunctionFacts, Part


def recognise(facts: FunctionFacts) -> bool:
    x = facts.first(1)[0]

    def is_input(part: Part) -> bool:
        return x in (part.name, part.left.name if part.operator == "-" else "")

    answer = facts.working
    divided = [part for part in (*answer.operations, *answer.changes) if part.operator == "/"]
    return any(is_input(part.left or part.target) for part in divided)
