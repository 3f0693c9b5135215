# %% [markdown]
# # Lab 1: neurons and layers
#
# A neuron sounds like something new. It is not: you have met it before, as linear regression and
# as logistic regression. In this lab you take one neuron, in networks called a *unit*, give it its
# numbers by hand, and then put a few of them side by side. That is a layer.
#
# | Part | You | Time |
# | --- | --- | --- |
# | 1. A unit that draws a line | write `linear_unit` | 6 min |
# | 2. A unit that decides | move its threshold | 5 min |
# | 3. A nerve cell on paper | make a unit fire | 4 min |
# | 4. Units side by side | say three shapes | 4 min |
#
# Nothing here is graded. Run the cells from top to bottom. Where it says **predict**, decide
# before you run the cell, aloud or on paper: a wrong guess teaches more than a right answer read.
#
# TensorFlow may greet you with some lines about your computer's processor. They are notes, not
# errors.

# %%
# OPENING

# %%
# Packages
import numpy as np
from autils import needs, sigmoid
import tensorflow as tf
from pictures import activations, decision_map, line_fit, network
from public_tests import check
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

# %% [markdown]
# ## 1. A unit that draws a line
#
# Two houses were sold. What would a third one cost?
#
# | size (1000 square feet) | price (1000 dollars) |
# | --- | --- |
# | 1 | 300 |
# | 2 | 500 |
#
# There are two examples with one number each. Keras wants **one example a row**, so `X` has the
# shape `(2, 1)`.

# %%
X = np.array([[1.0], [2.0]])
Y = np.array([[300.0], [500.0]])
print("X:", X.shape, "  Y:", Y.shape)
line_fit(X, Y, xlabel="size (1000 square feet)", ylabel="price (1000 dollars)")

# %% [markdown]
# A unit weighs the number that comes in and adds its bias: $z = w\,x + b$. With no activation
# function (Keras says `"linear"`) that is what it puts out. It is the line of linear regression.
#
# Here is a layer that has one such unit.
#
# **Predict:** how many numbers does this layer hold before it has seen any data?

# %%
line = Dense(1, activation="linear")
print("before any data:", line.get_weights())

# %% [markdown]
# None at all! A unit has one weight for each number that comes in, and the layer does not know yet
# how many that will be. Show it one example, and it makes its weights.

# %%
first_answer = line(X[:1])
w, b = line.get_weights()
print("w:", w, "shape", w.shape)
print("b:", b, "shape", b.shape)
print("its answer to the first house:", first_answer.numpy())

# %% [markdown]
# The weight is random and the bias 0, so the answer means nothing yet. Training would find good
# numbers. Here you can find them yourself: from the first house to the second, 1 in size makes 200
# in price, so $w = 200$; and $200 \cdot 1 + b = 300$ gives $b = 100$.
#
# **Predict:** what will the unit say for a house of size 1.5?

# %%
line.set_weights([np.array([[200.0]]), np.array([100.0])])
print("sizes 1, 2 and 1.5:")
print(line(np.array([[1.0], [2.0], [1.5]])).numpy())

# %%
line_fit(X, Y, line, "size (1000 square feet)", "price (1000 dollars)", "One unit, one line")

# %% [markdown]
# ### Exercise 1: the same with NumPy
#
# Write what one unit computes before its activation. It should work for any number of inputs: for
# a house of which you know size, age and distance, `x` and `w` hold three numbers each.
#
# <details><summary>Hint</summary>
#
# Multiply each input by its weight and add up the products; NumPy does both in one go, with
# `np.dot`. The bias is added once, not once for each input.
# </details>


# %% tags=["exercise"]
def linear_unit(x, w, b):
    """
    Compute what one unit puts out before its activation.

    Args:
      x (ndarray (n,)) : the numbers that come in
      w (ndarray (n,)) : the unit's weights, one for each of them
      b (number) : the unit's bias
    Returns:
      z (number) : the weighted sum
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    z = np.dot(w, x) + b
    # STUB z = None  # replace this by your code
    # END SOLUTION
    ### END CODE HERE ###
    return z


# %%
check(linear_unit)

# %%
needs(linear_unit(X[0], np.array([200.0]), 100.0), "exercise 1")
for size in (1.0, 1.5, 2.0):
    by_hand = linear_unit(np.array([size]), np.array([200.0]), 100.0)
    by_keras = line(np.array([[size]])).numpy()[0, 0]
    print(f"size {size}: by hand {by_hand:.0f}, by Keras {by_keras:.0f}")

# %% [markdown]
# ## 2. A unit that decides
#
# Now the answers are not prices but yes or no, written as 1 or 0.

# %%
X_yes = np.array([[0.0], [1.0], [2.0], [3.0], [4.0], [5.0]])
Y_yes = np.array([[0], [0], [0], [1], [1], [1]])
line_fit(X_yes, Y_yes, xlabel="x", ylabel="yes (1) or no (0)")

# %% [markdown]
# The unit for it computes the same $z = w\,x + b$, and then sends it through the sigmoid
# $g(z) = 1 / (1 + e^{-z})$, so that it puts out a number between 0 and 1. That is logistic
# regression. This time the unit stands in a `Sequential`, which is a row of layers; here the row
# is one long. An `Input` says at once how many numbers come in, so the weights are there from the
# beginning.

# %%
model = Sequential([tf.keras.Input(shape=(1,)), Dense(1, activation="sigmoid", name="unit")])
unit = model.get_layer("unit")
print("shapes:", [part.shape for part in unit.get_weights()])
unit.set_weights([np.array([[2.0]]), np.array([-4.5])])

# %% [markdown]
# With $w = 2$ and $b = -4.5$, what does the unit make of the six examples? **Predict:** for which
# of them will it be closer to 1 than to 0, and for which is it least sure?

# %%
by_keras = model(X_yes).numpy()
print(by_keras.round(3))

# %% [markdown]
# And by hand: your unit, and the sigmoid after it.

# %%
needs(linear_unit(X_yes[0], np.array([2.0]), -4.5), "exercise 1")
for x, answer in zip(X_yes, by_keras):
    z = linear_unit(x, np.array([2.0]), -4.5)
    print(f"x = {x[0]:.0f}: z = {z:4.1f}, by hand {sigmoid(z):.3f}, by Keras {answer[0]:.3f}")

# %%
line_fit(X_yes, Y_yes, model, "x", "output", "One unit, from no to yes")

# %% [markdown]
# ### Exercise 2: where it changes its mind
#
# Whoever uses the unit picks a threshold. Take 0.5: at or above it the answer is yes.
#
# - `crossing`: at which `x` is the output of the unit above exactly 0.5? Work it out from $w = 2$
#   and $b = -4.5$; the picture tells whether you can be right.
# - `cautious_b`: somebody wants a yes only from $x = 3.5$ on. Keep $w = 2$. Which bias moves the
#   crossing there?
#
# <details><summary>Hint</summary>
#
# For which $z$ is the sigmoid 0.5? Try `sigmoid(0)`. Then ask for which $x$ the sum $w\,x + b$ is
# that $z$.
# </details>

# %% tags=["exercise"]
### START CODE HERE ###
# BEGIN SOLUTION
crossing = 2.25
cautious_b = -7.0
# STUB crossing = None  # a number in place of None
# STUB cautious_b = None  # here, too
# END SOLUTION
### END CODE HERE ###

# %%
check("lab1_crossing")

# %%
unit.set_weights([np.array([[2.0]]), np.array([needs(cautious_b, "exercise 2")])])
line_fit(X_yes, Y_yes, model, "x", "output", "The cautious unit", threshold=0.5)

# %% [markdown]
# The weight says how steeply the unit changes its mind, and in which direction. The bias says
# where. Change the `2.0` in the cell above to `8.0`, and to `-2.0`, and see.

# %% [markdown]
# ## 3. A nerve cell on paper
#
# In 1943 Warren McCulloch and Walter Pitts asked what a nerve cell can compute. A cell receives
# signals: some excite it, some inhibit it, and if enough comes together it fires. A unit can do that:
# an input is 1 if a signal arrives and 0 if not, a positive weight excites, a negative one inhibits,
# and the bias says how much is needed. Let us say that it *fires* if it puts out 0.5 or more.
#
# ### Exercise 3: three cells
#
# Choose for each cell `(w1, w2, b)`, two weights and a bias, so that it fires
#
# - `both`: only if both signals arrive,
# - `either`: if at least one of them does,
# - `first_alone`: if the first arrives and the second does not.
#
# Any numbers that do it are right. Vary them, one at a time, and run both cells again.
#
# <details><summary>Hint</summary>
#
# A unit fires if its $z$ is 0 or more. Write down $z$ for each of the four pairs of signals: (0, 0)
# gives $b$, (1, 0) gives $w_1 + b$, and so on. Which of them have to be below 0?
# </details>

# %% tags=["exercise"]
### START CODE HERE ###
# BEGIN SOLUTION
both = (10.0, 10.0, -15.0)
either = (10.0, 10.0, -5.0)
first_alone = (10.0, -10.0, -5.0)
# STUB both = None  # such as (1.0, -2.0, 0.5): w1, w2 and b
# STUB either = None
# STUB first_alone = None
# END SOLUTION
### END CODE HERE ###

# %%
check("lab1_fires")

# %%
cells = [needs(both, "exercise 3"), needs(either, "exercise 3"), needs(first_alone, "exercise 3")]


def fired(signals):
    """What the three cells put out, shape (m, 3), for signals (m, 2)."""
    return [[sigmoid(w1 * x1 + w2 * x2 + b) for w1, w2, b in cells] for x1, x2 in signals]


around = (-0.5, 1.5)
names = ["both", "either", "first_alone"]
axes = {"xlabel": "first signal", "ylabel": "second signal"}
decision_map(fired, around, around, threshold=0.5, title=names, **axes)

# %% [markdown]
# **Predict:** is there a cell that fires if *exactly one* of the two signals arrives?
#
# <details><summary>Answer</summary>
#
# Not one: a unit divides the plane by one straight line, and (1, 0) and (0, 1) lie on opposite corners
# of the square, with the two others between them. Two units and one after them can do it: one that
# says "either", one that says "both", and a third that fires for the first without the second, which
# is your `first_alone`. That is what a second layer is good for.
# </details>
#
# A living nerve cell is far more than such a formula, and how it learns is another story. What units
# take from it is the idea: weigh, sum up, and fire, or not.

# %% [markdown]
# ## 4. Units side by side
#
# Put three units side by side and give each of them the *same* input: that is a layer. Each unit
# has weights and a bias of its own, so each puts out a number of its own.

# %%
network([1, 3], ["input", "layer"], shapes=False)

# %% [markdown]
# ### Exercise 4: three shapes
#
# The layer holds all its weights in one matrix `W`, **a row for each input and a column for each
# unit**, and its biases in a vector `b`. Say, before you look:
#
# - `W_shape` and `b_shape`: what shapes do `W` and `b` of this layer have?
# - `out_shape`: all six examples of `X_yes`, shape `(6, 1)`, go in at once. What shape comes out?

# %% tags=["exercise"]
### START CODE HERE ###
# BEGIN SOLUTION
W_shape = (1, 3)
b_shape = (3,)
out_shape = (6, 3)
# STUB W_shape = None  # such as (5, 2)
# STUB b_shape = None  # such as (5,)
# STUB out_shape = None
# END SOLUTION
### END CODE HERE ###

# %%
check("lab1_shapes")

# %% [markdown]
# Do you and Keras agree?

# %%
needs(W_shape, "exercise 4")
layer = Dense(3, activation="sigmoid")
out = layer(X_yes)
W, b = layer.get_weights()
print("W:", W.shape, "  b:", b.shape, "  out:", out.shape)

# %% [markdown]
# One of the six examples on its way through the layer, with weights chosen by hand: unit 0 says
# yes to large numbers, unit 1 to small ones, and unit 2 is switched off. Its weight is 0.
#
# **Predict:** what does a unit put out whose weight and bias are 0, whatever comes in?

# %%
needs(W_shape, "exercise 4")
layer.set_weights([np.array([[2.0, -2.0, 0.0]]), np.array([-4.5, 4.5, 0.0])])
x = X_yes[4]
activations([x, layer(x.reshape(1, 1)).numpy()[0]], ["x", "layer"])

# %% [markdown]
# <details><summary>Why 0.5, and not 0?</summary>
#
# Its sum $z$ is always 0, and the sigmoid of 0 is 0.5. A unit that ignores its input still puts
# out a number: the sigmoid of its bias.
# </details>
#
# ## What you take along
#
# - A unit is $g(w \cdot x + b)$: linear regression if it has no activation, logistic regression
#   with the sigmoid.
# - A layer is units side by side. All get the same input; what makes them differ is their weights
#   and their bias.
# - `W` has a row for each input and a column for each unit, `b` a number for each unit.
#
# In lab 2 two such layers stand in a row, learn by themselves, and roast coffee.
