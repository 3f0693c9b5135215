"""A layer is taken to give back its sums or its inputs beside the activations.

1: How many things does your function give back, and how many does the docstring promise?
2: The activations are in your result, but something else is there too. The caller gets several
things where it expects one table of numbers. Other courses keep such things for training later on; nothing needs
them here. What stands behind `return`?
3: `def area(a, b): return a * b, (a, b)` gives `(12, (3, 4))` for 3 and 4. Then `2 * area(3, 4)` is
not 24, but the pair twice over. Whoever calls must know how many things come back, and the
docstring says it. `return a * b` is what was promised.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out, (A_in, W, b)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out, Z

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    return Z, g(Z)

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return {"Z": Z, "A_out": A_out}
