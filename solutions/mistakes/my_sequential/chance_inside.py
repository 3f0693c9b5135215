"""A network leaves some of its results to chance.

1: Where does your function draw numbers by chance, and what does it do with them? What would its
answer be with other draws?
2: Your function draws random numbers, or leaves units out by chance, so its answer is not the
   output of its layers. What it needs is all handed over: an input, weights
   and biases. Which line uses something that was not handed over?
3: A till that leaves out every fifth item by lot is fair in the long run and wrong on each bill.
   Bills of the same basket differ, and nobody can check one by hand. While a network is trained,
   chance may have its use; when it answers, the same input has one answer. Which line throws dice?
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a1 = a1 * (np.random.rand(len(a1)) > 0.5)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3


# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    rng = np.random.default_rng(2)
    W1 = rng.normal(size=W1.shape)
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)


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
