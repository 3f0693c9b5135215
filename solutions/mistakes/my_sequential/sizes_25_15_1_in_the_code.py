"""The sizes of the digit network are taken to be part of the function.

1: Are there numbers such as 400, 25, 15 or 1 in your code? Which argument would know them?
2: For one network all is well; for a network of other widths Python stops, or a part of the result
is missing. The exercise says that any three layers that fit together should work. Replace each
fixed number by a question to an array: which shape holds it?
3: `def mean(marks): return sum(marks[:28]) / 28` works for a class of 28. In a class of 20 it
divides by 28, in a class of 30 it forgets two. `len(marks)` knows the number for every class:
`sum(marks) / len(marks)`. A number that an argument knows is asked for, not written down.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3.reshape(1)

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1, a2, a3 = np.zeros(25), np.zeros(15), np.zeros(1)
    for j in range(25):
        a1[j] = sigmoid(np.dot(x, W1[:, j]) + b1[j])
    for j in range(15):
        a2[j] = sigmoid(np.dot(a1, W2[:, j]) + b2[j])
    for j in range(1):
        a3[j] = sigmoid(np.dot(a2, W3[:, j]) + b3[j])
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x.reshape(400), W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3[:1]

# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    return bool(facts.sizes_written_out)
