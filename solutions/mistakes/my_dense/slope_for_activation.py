"""The derivative of the activation is part of a layer's output.

1: What happens to a number in your code after it has gone through g? Does the formula above the
   cell have a step there?
2: Your code multiplies a result by 1 minus that result. This is the slope of the sigmoid; it
   is needed when a network is trained. Here the layer only works out its output. In the quick
   check your numbers are never above 0.25. Look at the last step of a unit and compare it with
   the formula.
3: A car's computer can show the distance, 120 km, and the speed, 80 km an hour. Speed says how
   fast the distance changes; it is another number and answers another question. A program that
   is asked for the distance and shows 80 has worked out too much. Which of your lines answers a
   question about change?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a = g(z)
        a_out[j] = a * (1 - a)
    return a_out


# %%
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j]) * (1 - g(np.dot(W[:, j], a_in) + b[j]))
    return a_out


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z) * (1 - g(z))
    return a_out
