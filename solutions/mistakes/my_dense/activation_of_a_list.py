"""The activation works on a Python list.

1: What type has the thing between the brackets of g? Print `type(...)` of it. Then read in the
   table above the cell what g is called with.
2: Your code collects the sums in a list and hands the whole list to the activation. A list
   cannot be negated or divided, so most activations stop there. Either call the activation for
   each number, or make an array of the list first: arrays can calculate.
3: `heights = [3, 4]`, in metres. `-heights` stops: "bad operand type for unary -: 'list'". A
   list is a container; it does not calculate. `[-h for h in heights]` works number by number,
   and `-np.array(heights)` works for all at once. Which of the two ways suits your last lines?
"""

# %%
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        a_out.append(z)
    return g(a_out)


# %%
def my_dense(a_in, W, b, g):
    z = []
    for j in range(W.shape[1]):
        z.append(np.dot(W[:, j], a_in) + b[j])
    a_out = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = [np.dot(W[:, j], a_in) + b[j] for j in range(W.shape[1])]
    return g(z)


# %%
def my_dense(a_in, W, b, g):
    return g([np.dot(W[:, j], a_in) + b[j] for j in range(W.shape[1])])
