"""The weighted sums have to be scaled before the activation gets them.

1: Print the weighted sums of all units, and what your code gives to g. Are these the same
   numbers? Which line lies between the two?
2: Your code scales the weighted sums: it takes away, or divides by, a number that is made of all
   of them, such as their mean or their largest one. So each unit depends on its neighbours.
   Change the bias of one unit, and the output of another one changes as well. In this layer a
   unit knows of nobody else. Look for the step that uses all the sums at once.
3: Three friends jump 2, 3 and 4 metres. Less the mean they read -1, 0 and 1. Now the third one
   jumps 7: the first one reads -2, though nobody touched his jump. That is how you compare
   people; to write down how far each one jumped, the numbers stay as they are. Does a unit here
   compare itself with others?
"""

# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    z = (z - np.mean(z)) / np.std(z)
    return g(z)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    z = (z - np.mean(z)) / (np.std(z) + 1e-8)
    return g(z)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    z -= np.max(z)
    return g(z)


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    z = z - np.mean(z)
    return g(z)


# %% or recognised by
from grader.diagnosis.facts import NUMPY, FunctionFacts, Part

OVER_ALL = ("mean", "average", "std", "var", "max", "amax", "min", "amin", "norm")


def recognise(facts: FunctionFacts) -> bool:
    """A sum, less a number that is made of all sums, goes into the activation.

    Division alone makes shares, which are another entry's.
    """
    x, w, b, g = facts.first(4)
    answer = facts.working
    puts = answer.assignments
    sums = {put.target.name for put in puts if b in put.value.names and g not in put.value.names}
    sums -= {"", x, w, b}
    of_all = {put.target.name for put in puts if measures(put.value, sums)}

    def scaled(part: Part) -> bool:
        used = part.right.names if part.right else part.value.names
        inside = any(measures(inner, sums) for inner in (part.right or part.value).parts)
        return inside or bool(used & of_all)

    scales = [part for part in answer.operations if part.operator == "-"]
    changes = [part for part in answer.changes if part.operator == "-"]
    found = [part for part in scales if part.left.names & sums and scaled(part)]
    found += [part for part in changes if part.target.name in sums and scaled(part)]
    return not facts.raised and bool(found)


def measures(part: Part, sums: set[str]) -> bool:
    """Whether a part is one number made of all sums, such as their mean."""
    if part.called not in OVER_ALL:
        return False
    of = part.arg(0) if part.owner.name in NUMPY or part.owner.attribute == "linalg" else part.owner
    return bool(of.names & sums)
