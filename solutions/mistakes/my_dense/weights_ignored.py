"""A unit adds up its inputs as they are.

1: Which of the arguments decides how much each input counts? Look for it in the line that makes
   the weighted sum.
2: Your sum uses the inputs as they are, so every unit gets the same sum and only the biases differ.
   In the quick check it is 1 - 2 = -1 for all three units. For unit 0 in part 3, each input is
   first multiplied by something. Which part of it is missing in your sum?
3: A course counts a test 30 % and a project 70 %. With `marks = np.array([80, 60])` and `share
   = np.array([0.3, 0.7])`, `marks.sum()` is 140, which says nothing about the shares. The final
   mark is 0.3 * 80 + 0.7 * 60 = 66. Every mark meets its share before anything is added up.
   What are the shares in your layer, and where do they meet the inputs?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.sum(a_in) + b[j]
        a_out[j] = g(z)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    return g(sum(a_in) + b)
