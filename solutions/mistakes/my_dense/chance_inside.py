"""A layer leaves some of its results to chance.

1: Make a list of all that your answer depends on. Which of these things come in as arguments,
   and which from somewhere else?
2: Your function draws random numbers, or leaves units out by chance, so its answer is not the
   activation of each unit. What the formula needs is all handed over: inputs, weights, biases and
   an activation. Which line uses something that was not handed over?
3: A till that leaves out every fifth item by lot is fair in the long run and wrong on each bill.
   Bills of the same basket differ, and nobody can check one by hand. While a network is trained,
   chance may have its use; when it answers, the same input has one answer. Which line throws dice?
"""

# %%
def my_dense(a_in, W, b, g):
    rng = np.random.default_rng(0)
    keep = rng.random(W.shape[1]) > 0.2
    return g(np.dot(a_in, W) + b) * keep


# %%
def my_dense(a_in, W, b, g):
    weights = W + 0.1 * np.random.randn(*W.shape)
    return g(np.dot(a_in, weights) + b)


# %%
def my_dense(a_in, W, b, g):
    noise = 0.01 * np.random.RandomState(1).randn(W.shape[1])
    return g(np.dot(a_in, W) + b + noise)


# %% recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """Its answer is made with random numbers, and no error ended it."""
    answer = facts.working
    room = {
        part
        for put in answer.assignments
        if put.target.name in facts.filled
        for part in put.value.parts
    }
    drawn = {part for part in answer.attributes if part.attribute == "random"}
    drawn |= {*answer.calls("default_rng", "RandomState")}
    return not facts.raised and bool(drawn - room)
