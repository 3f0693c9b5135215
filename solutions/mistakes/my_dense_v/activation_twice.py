"""The activation is applied twice.

1: Count how many times `g` is applied on the way from the sums to the result.
2: The activation works on numbers that have been through it. With a sigmoid they are squeezed
between 0.5 and 0.73; with no activation, or with relu, nothing shows it. Write down what each name
holds, from the sums to the result. Which step is one too many?
3: A photo is made half as wide: 800 becomes 400. If the upload page halves it too, it becomes 200.
Each step alone is right. With a step that leaves small photos alone, nobody notices, until a large
one comes. To find it, follow one number through all the steps.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(g(Z))
    return A_out
