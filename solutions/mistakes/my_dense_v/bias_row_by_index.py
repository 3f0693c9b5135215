"""The bias is taken to have the shape (1, j) in every case, so it is read with two indices.

1: In which two shapes may `b` come in, by the docstring? Which of them has two axes?
2: With a bias of shape `(1, j)` your result is right. With shape `(j,)` Python stops: `too many
indices for array`, or `index out of range`. Your code asks for a second axis that is not always
there. Try your function with both. What happens if you use `b` as it is?
3: A calendar comes as a table with one row, `[[3, 7, 9]]`, or as a plain list, `[3, 7, 9]`. With
arrays, `t[0, 1]` is 7 for the first and an error for the second. `t + 1` works for both. So does
`np.ravel(t)[1]`: it makes a plain row of either. Ask for an axis only if it is sure to be there.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b[0, :]
    A_out = g(Z)
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    m, units = A_in.shape[0], W.shape[1]
    A_out = np.zeros((m, units))
    for i in range(m):
        for j in range(units):
            A_out[i, j] = g(np.dot(A_in[i], W[:, j]) + b[0, j])
    return A_out

# %%
def my_dense_v(A_in, W, b, g):
    units = b.shape[1]
    Z = np.matmul(A_in, W) + b.reshape(1, units)
    return g(Z)


# %% or recognised by
from grader.diagnosis.facts import FunctionFacts


def recognise(facts: FunctionFacts) -> bool:
    """Two indices for the bias, where it has one axis."""
    picks = [pick.index for pick in facts.picks_of(facts.first(3)[2])]
    two = any(len(index) > 1 and not any(part.is_new_axis for part in index) for index in picks)
    return two and facts.says("array is 1-dimensional, but 2 were indexed")
