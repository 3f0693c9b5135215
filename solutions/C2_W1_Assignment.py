# %% [markdown]
# # Practice lab: a neural network that reads digits
#
# In this lab a neural network learns to tell a handwritten zero from a handwritten one. You build
# it twice: first with TensorFlow, in a few lines, and then by hand with NumPy, so that nothing in
# those few lines stays a mystery.
#
# When you are done you can
#
# - describe a network layer by layer in TensorFlow, and say how many numbers each layer learns,
# - explain what goes into a layer, what comes out, and in which shapes,
# - compute what one layer, and then a whole network, makes of an image, in plain Python,
# - (optional) do it for a thousand images at once.
#
# | Part | You write | Time |
# | --- | --- | --- |
# | 1. The digits | nothing, you look | 5 min |
# | 2. A network in TensorFlow | **exercise 1**, `model` | 15 min |
# | 3. One layer by hand | **exercise 2**, `my_dense` | 15 min |
# | 4. The whole network by hand | **exercise 3**, `my_sequential` | 10 min |
# | 5. All images at once (optional) | **exercise 4**, `my_dense_v` | 10 min |
#
# Run the cells from top to bottom. Write your code between `### START CODE HERE ###` and
# `### END CODE HERE ###`; the rest is given. You may try as often as you like, and extra cells
# for experiments do no harm.

# %% [markdown]
# ## Packages
#
# [NumPy](https://numpy.org) computes with arrays, [TensorFlow](https://www.tensorflow.org) builds
# and trains networks, [Matplotlib](https://matplotlib.org) draws. `autils` holds small helpers of
# this lab, and `public_tests` the unit tests you can run after each exercise.
#
# TensorFlow may greet you with some lines about your computer's processor. They are notes, not
# errors.

# %%
# BEGIN SOLUTION
import sys

sys.path.append("../assignment")  # this copy lies in solutions/, the helpers and data over there
# STUB
# END SOLUTION
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
import matplotlib.pyplot as plt
from autils import *
from public_tests import check, test_c1, test_c2, test_c3, test_c4

# %matplotlib inline

# %% [markdown]
# ## 1. The digits
#
# The data are 1000 images of handwritten digits: 500 zeros, then 500 ones. Each image is 20 by 20
# pixels, and each pixel is a number: 0 is white paper, 1 is black ink. The 400 pixels of an image
# are laid out in one row of `X`; `y` holds the right answers.

# %%
X, y = load_data()
print("X:", X.shape, X.dtype)
print("y:", y.shape, y.dtype)

# %% [markdown]
# Have a look at the first row of `X`. Most of it is paper, so here are the pixels from the middle
# of the image.

# %%
print("smallest and largest pixel:", X[0].min(), X[0].max())
print("pixels 140 to 159:")
print(X[0, 140:160].round(2))
print("first label:", y[0, 0], "  last label:", y[-1, 0])

# %% [markdown]
# Numbers like these are all the network will ever see. We see more in pictures. The pixels were
# laid out **column by column**, so an image is shown upright by `X[i].reshape(20, 20).T`; the
# helper `show_digits` does that. Run the cell again to see other digits.

# %%
some = np.random.choice(len(X), size=24, replace=False)
show_digits(X[some], y[some], rows=3, columns=8)

# %% [markdown]
# **Shapes first.** Most surprises in this lab are surprises about shapes. Decide what each line
# prints *before* you run the cell.

# %%
print(X[0].shape)  # one image
print(X[0:1].shape)  # a batch that happens to hold one image
print(X[0].reshape(1, 400).shape)  # one image, turned into such a batch

# %% [markdown]
# <details><summary>Why are the first two not the same?</summary>
#
# `X[0]` takes one row *out of* the matrix: a vector of 400 numbers. `X[0:1]` cuts a *slice* of the
# matrix, and a slice of a matrix is a matrix, even if it has only one row. TensorFlow expects a
# batch, one example a row, so it wants the second kind.
# </details>

# %% [markdown]
# ## 2. A network in TensorFlow
#
# The network has three layers. Each takes the numbers that the layer before it puts out.
#
# | | takes | units | activation | puts out |
# | --- | --- | --- | --- | --- |
# | input | an image | | | 400 pixels |
# | layer 1 | 400 numbers | 25 | sigmoid | 25 numbers |
# | layer 2 | 25 numbers | 15 | sigmoid | 15 numbers |
# | layer 3 | 15 numbers | 1 | sigmoid | 1 number |
#
# The last number lies between 0 and 1. Read it as the network's estimate of how likely it is that
# the image shows a one.
#
# ### Exercise 1: the model
#
# Build this network as a Keras `Sequential` in the variable `model`: an input for one image, then
# three `Dense` layers as in the table.
#
# <details><summary>Hint: how does a <code>Sequential</code> look?</summary>
#
# Here is another network, for coffee: 2 inputs (temperature and time), 3 hidden units, and 4
# outputs.
#
# ```python
# coffee = Sequential(
#     [
#         tf.keras.Input(shape=(2,)),
#         Dense(3, activation="tanh"),
#         Dense(4, activation="softmax"),
#     ]
# )
# ```
#
# All parts stand in *one* list. `shape` is the shape of *one* example, without the batch. The
# comma in `(2,)` matters: `(2)` is just the number 2.
# </details>
#
# <details><summary>Hint: do I need an <code>Input</code> at all?</summary>
#
# A layer cannot know how many weights it needs before it knows how many numbers come in. With an
# `Input` it knows at once, so you can look at its weights before any training.
# </details>

# %% tags=["graded"]
# UNQ_C1
# GRADED CELL: Sequential model
tf.keras.utils.set_random_seed(1234)  # the same random start each time this cell is run

### START CODE HERE ###
# BEGIN SOLUTION
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
# STUB model = None  # put your Sequential here
# END SOLUTION
### END CODE HERE ###

# %% [markdown]
# Let Keras describe what you built. `None` in a shape stands for the number of images in a batch,
# which may be any.

# %%
needs(model, "exercise 1")
model.summary()

# %% [markdown]
# **Count by hand.** A unit has one weight for each number that comes in, and one bias. So a layer
# has (numbers in) x (units) weights and (units) biases. Work out the three layers on paper, then
# run the cell: do you, the cell and Keras agree?

# %%
needs(model, "exercise 1")
parameters_1 = 400 * 25 + 25
parameters_2 = 25 * 15 + 15
parameters_3 = 15 * 1 + 1
print(parameters_1, "+", parameters_2, "+", parameters_3, end=" = ")
print(parameters_1 + parameters_2 + parameters_3)
print("Keras counts", model.count_params())

# %% [markdown]
# ### Training
#
# `compile` says what to minimise and how: `BinaryCrossentropy` is the loss you know from logistic
# regression, and `Adam` is a gradient descent that adapts its step size. `fit` goes through all
# images 20 times; each time is an *epoch*. You will learn what happens inside next week.
#
# A model remembers: if you run this cell twice, the second run goes on where the first one ended.
# To start afresh, run the cell of exercise 1 again.

# %%
needs(model, "exercise 1")
W1_before = model.get_weights()[0]  # kept to see later what training has changed

model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
history = model.fit(X, y, epochs=20, verbose=0)
print(f"loss in the first epoch {history.history['loss'][0]:.3f}", end=", ")
print(f"in the last {history.history['loss'][-1]:.3f}")

# %%
needs(model, "exercise 1")
loss = history.history["loss"]
plt.plot(range(1, len(loss) + 1), loss, color="#0072B2", marker="o")
plt.title("Learning curve: the loss falls")
plt.xlabel("epoch")
plt.ylabel("loss (binary cross-entropy)")
plt.xticks([1, 5, 10, 15, 20])
plt.ylim(bottom=0)
plt.show()

# %% [markdown]
# The unit test looks at what you built and at its training.

# %%
# UNIT TEST
test_c1(model)

# %% [markdown]
# ### Predictions
#
# `predict` wants a batch and gives back a batch: one row for each image. The first image shows a
# zero, the one in row 500 a one.

# %%
needs(model, "exercise 1")
print("a zero:", model.predict(X[0].reshape(1, 400), verbose=0))
print("a one: ", model.predict(X[500].reshape(1, 400), verbose=0))

# %% [markdown]
# The network gives an estimate. The decision is yours: you choose a threshold and call everything
# at or above it a one.

# %%
needs(model, "exercise 1")
predictions = model.predict(X, verbose=0)
decisions = (predictions >= 0.5).astype(int)
print("predictions:", predictions.shape, "  decisions:", decisions.shape)
print(f"right: {np.mean(decisions == y):.1%}")

plt.hist(predictions[y == 0], bins=np.linspace(0, 1, 41), color="#0072B2", label="zeros")
plt.hist(
    predictions[y == 1],
    bins=np.linspace(0, 1, 41),
    color="#E69F00",
    hatch="//",
    edgecolor="white",
    label="ones",
)
plt.axvline(0.5, color="black", linestyle="--", label="threshold 0.5")
plt.title("How sure is the network?")
plt.xlabel("prediction")
plt.ylabel("number of images (logarithmic)")
plt.yscale("log")
plt.legend(loc="upper center")
plt.show()

# %% [markdown]
# Which threshold would you choose if taking a zero for a one were very costly? Try 0.9 in the cell
# above.
#
# Here are some digits with their label and the decision.

# %%
needs(model, "exercise 1")
show_digits(X[some], y[some], rows=3, columns=8, predictions=decisions[some])

# %% [markdown]
# ### What did the hidden units learn?
#
# Nobody told the 25 units of the first layer what to look for. Each picture shows, pixel by pixel,
# by how much training has changed the weights of one unit: ink on an orange pixel pushes that
# unit's output up, ink on a purple pixel pushes it down. Do you find the ring of a zero, or the
# bar of a one?

# %%
needs(model, "exercise 1")
change = model.get_weights()[0] - W1_before
limit = np.abs(change).max()
fig, axes = plt.subplots(3, 9, figsize=(11, 4), layout="constrained")
for ax in axes.flat:
    ax.set_axis_off()
for unit, ax in zip(range(change.shape[1]), axes.flat):
    picture = ax.imshow(change[:, unit].reshape(20, 20).T, cmap="PuOr_r", vmin=-limit, vmax=limit)
    ax.set_title(f"unit {unit}", fontsize=8)
fig.colorbar(picture, ax=axes, label="change of the weight")
fig.suptitle("What training changed in the weights of layer 1")
plt.show()

# %% [markdown]
# ### Where does it go wrong?
#
# Looking at mistakes is the best way to understand a model. If it makes none, the digits it was
# least sure of are the next best thing.

# %%
needs(model, "exercise 1")
wrong = np.flatnonzero(decisions != y)
unsure = np.argsort(np.abs(predictions - 0.5).ravel())[:8]
print(f"{len(wrong)} of {len(X)} digits are misclassified", end="")
print("." if len(wrong) else "; these are the ones it was least sure of.")
shown = wrong[:8] if len(wrong) else unsure
show_digits(X[shown], y[shown], rows=1, columns=len(shown), predictions=decisions[shown])

# %% [markdown]
# These are images the network was trained on. How it does on digits it has never seen is the real
# question, and the grader asks it.

# %% [markdown]
# ## 3. One layer by hand
#
# A `Dense` layer is not magic. Each of its units does what logistic regression does: it weighs
# the numbers that come in, sums them up, adds its bias, and passes the sum through the activation
# function $g$:
#
# $$z_j = \vec{w}_j \cdot \vec{a}_{in} + b_j \qquad\qquad a_j = g(z_j)$$
#
# All units of a layer get the *same* input. They differ in their weights and their bias.
#
# **One unit in numbers.** The input is $(2, 1)$, the unit's weights are $(0.5, -3)$, its bias is
# $1.5$. Then $z = 0.5 \cdot 2 - 3 \cdot 1 + 1.5 = -0.5$, and with the sigmoid the unit puts out
# $a = 1 / (1 + e^{0.5}) = 0.378$.
#
# ### Exercise 2: a layer
#
# Write `my_dense`, which computes what a whole layer puts out for **one** example.
#
# | | shape | is |
# | --- | --- | --- |
# | `a_in` | `(n,)` | the numbers that come in |
# | `W` | `(n, j)` | the weights, **one column for each unit** |
# | `b` | `(j,)` | the biases, one for each unit |
# | `g` | | the activation function: call it with a number, it returns a number |
# | returned | `(j,)` | the activations, one for each unit |
#
# <details><summary>Hint: where do I begin?</summary>
#
# How many units are there, and which argument knows it? You want that many numbers back. Write in
# words what one unit does, step by step, and make each step a line of code. What is done once, and
# what is done once for each unit?
# </details>
#
# <details><summary>Hint: rows and columns</summary>
#
# Two shops sell bread, milk and cheese. A table holds the prices, a row for each product and a
# column for each shop:
#
# ```python
# prices = np.array([[3.0, 2.5],
#                    [1.0, 1.5],
#                    [6.0, 5.0]])
# prices[1]     # array([1. , 1.5])       one product, milk, in both shops
# prices[:, 1]  # array([2.5, 1.5, 5. ])  all products in one shop, the second
# ```
#
# What your basket costs in the second shop needs all the prices of that shop. Which numbers does
# one unit need?
# </details>
#
# <details><summary>Hint: the numbers are right for the sigmoid only</summary>
#
# Which argument of the function have you not used yet?
# </details>


# %% tags=["graded"]
# UNQ_C2
# GRADED FUNCTION: my_dense
def my_dense(a_in, W, b, g):
    """
    Compute what a layer puts out for one example.

    Args:
      a_in (ndarray (n,)) : the numbers that come in
      W (ndarray (n, j)) : weights, n for each of the j units; a unit's weights are a column
      b (ndarray (j,)) : biases, one for each unit
      g (function) : the activation function, such as sigmoid
    Returns:
      a_out (ndarray (j,)) : activations, one for each unit
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        a_out[j] = g(z)
    # STUB a_out = None  # replace this by your code; a_out ends up as an array of shape (j,)
    # END SOLUTION
    ### END CODE HERE ###
    return a_out


# %% [markdown]
# **Quick check.** Two numbers come in, three units put one number out each. The numbers are small
# enough to follow with pencil and paper.

# %%
x_small = np.array([1.0, -2.0])
W_small = np.array([[0.5, -1.0, 2.0], [0.25, 0.5, -0.75]])
b_small = np.array([0.1, -0.2, 0.3])

a_small = needs(my_dense(x_small, W_small, b_small, sigmoid), "exercise 2")
print("with the sigmoid:     ", np.round(a_small, 4))
print("without an activation:", np.round(my_dense(x_small, W_small, b_small, lambda z: z), 4))

# %% [markdown]
# Expected:
# ```
# with the sigmoid:      [0.525  0.0998 0.9781]
# without an activation: [ 0.1 -2.2  3.8]
# ```

# %%
# UNIT TEST
test_c2(my_dense)

# %% [markdown]
# ## 4. The whole network by hand
#
# A network is layers in a row: what one puts out, the next takes in. Going through them from the
# image to the prediction is called *forward propagation*.
#
# ### Exercise 3: three layers
#
# Write `my_sequential`, which takes **one** image through the network of part 2. Use `my_dense`
# for each layer, with `sigmoid` as the activation function. In Keras you *named* the activation,
# as a text; here you hand over the function itself.
#
# | | shape | | shape |
# | --- | --- | --- | --- |
# | `x` | `(400,)` | returned | `(1,)` |
# | `W1` | `(400, 25)` | `b1` | `(25,)` |
# | `W2` | `(25, 15)` | `b2` | `(15,)` |
# | `W3` | `(15, 1)` | `b3` | `(1,)` |
#
# Your function should not rely on these sizes, though: it works for any three layers that fit
# together.
#
# <details><summary>Hint: functions in a row</summary>
#
# A roastery roasts, grinds and brews. Each step works on what the step before it made, never again
# on the raw beans:
#
# ```python
# roasted = roast(beans, 210)
# ground = grind(roasted, "fine")
# coffee = brew(ground, 93)
# ```
#
# Follow the arrow out of layer 1. Where does it end?
# </details>


# %% tags=["graded"]
# UNQ_C3
# GRADED FUNCTION: my_sequential
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """
    Compute what a network of three sigmoid layers puts out for one example.

    Args:
      x (ndarray (n,)) : the example, here an image of 400 pixels
      W1, b1 (ndarrays (n, j1), (j1,)) : weights and biases of layer 1
      W2, b2 (ndarrays (j1, j2), (j2,)) : weights and biases of layer 2
      W3, b3 (ndarrays (j2, j3), (j3,)) : weights and biases of layer 3
    Returns:
      a3 (ndarray (j3,)) : activations of layer 3
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    # STUB a3 = None  # replace this by your code; a3 ends up as what layer 3 puts out
    # END SOLUTION
    ### END CODE HERE ###
    return a3


# %% [markdown]
# **Quick check on a real digit.** `load_weights` brings the weights of a network that was trained
# before, so this works even if you have not trained yours.

# %%
W1, b1, W2, b2, W3, b3 = load_weights()
zero = needs(my_sequential(X[0], W1, b1, W2, b2, W3, b3), "exercises 2 and 3")
one = my_sequential(X[500], W1, b1, W2, b2, W3, b3)
print("a zero:", np.round(zero, 2), "  a one:", np.round(one, 2))

# %% [markdown]
# Both should have the shape `(1,)`; the zero's prediction is close to 0, the one's close to 1.
#
# **Do you and Keras agree?** Take the weights out of the model you trained, send all 1000 images
# through *your* network, and compare.

# %%
needs(model, "exercise 1")
W1, b1, W2, b2, W3, b3 = model.get_weights()
needs(my_sequential(X[0], W1, b1, W2, b2, W3, b3), "exercises 2 and 3")
by_keras = model.predict(X, verbose=0)
by_hand = np.array([my_sequential(x, W1, b1, W2, b2, W3, b3) for x in X])
by_hand = by_hand.reshape(by_keras.shape)
print("largest difference:", np.abs(by_hand - by_keras).max())

# %% [markdown]
# The difference is one millionth or less. Computers round, Keras to the seven digits or so of
# `float32`; that is all the difference there is between your network and Keras'.

# %%
# UNIT TEST
test_c3(my_sequential)

# %% [markdown]
# ## 5. All images at once (optional)
#
# `my_dense` takes one example and goes from unit to unit. A thousand images with 25 units are
# 25,000 turns of the loop. *Vectorised* code says it in one matrix product instead, and the
# computer does the many sums at once. Put the examples in the rows of a matrix:
#
# | | shape | |
# | --- | --- | --- |
# | `A_in` | `(m, n)` | one example a row |
# | `W` | `(n, j)` | one unit a column, as before |
# | `np.matmul(A_in, W)` | `(m, j)` | row i, column j: example i times the weights of unit j |
#
# The two inner numbers, `n` and `n`, must be the same; the two outer ones are the shape of the
# result. `b` has the shape `(1, j)` or `(j,)`; NumPy adds it to every row.
#
# ### Exercise 4 (optional): a vectorised layer
#
# Write `my_dense_v` without a loop.
#
# <details><summary>Hint: a product and a sum for every row</summary>
#
# Four baskets, the shops' prices from above, and a delivery charge for each shop:
#
# ```python
# baskets.shape   # (4, 3)  four baskets, three products
# prices.shape    # (3, 2)  three products, two shops
# charge.shape    # (2,)    two shops
# ```
#
# What each basket costs in each shop, delivered, is a table of shape `(4, 2)`. In which order do
# you multiply so that the threes touch? What is added afterwards?
# </details>


# %% tags=["graded"]
# UNQ_C4
# GRADED FUNCTION: my_dense_v
def my_dense_v(A_in, W, b, g):
    """
    Compute what a layer puts out for a batch of examples, without a loop.

    Args:
      A_in (ndarray (m, n)) : m examples, one a row
      W (ndarray (n, j)) : weights, n for each of the j units; a unit's weights are a column
      b (ndarray (1, j) or (j,)) : biases, one for each unit
      g (function) : the activation function; it takes a whole array
    Returns:
      A_out (ndarray (m, j)) : activations, one row for each example
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    # STUB A_out = None  # replace this by your code; A_out ends up as an array of shape (m, j)
    # END SOLUTION
    ### END CODE HERE ###
    return A_out


# %% [markdown]
# **Quick check.** The first row is the example of exercise 2, so you know what should come out.

# %%
A_small = np.array([[1.0, -2.0], [0.0, 3.0]])
W_small = np.array([[0.5, -1.0, 2.0], [0.25, 0.5, -0.75]])
b_small = np.array([0.1, -0.2, 0.3])
print(np.round(needs(my_dense_v(A_small, W_small, b_small, sigmoid), "exercise 4"), 4))

# %% [markdown]
# Expected:
# ```
# [[0.525  0.0998 0.9781]
#  [0.7006 0.7858 0.1246]]
# ```

# %%
# UNIT TEST
test_c4(my_dense_v)

# %% [markdown]
# With a vectorised layer, a whole network is short, however many layers it has: `weights` holds
# the weights and biases of one layer after the other.


# %%
def my_sequential_v(X, *weights):
    A = X
    for W, b in zip(weights[0::2], weights[1::2]):
        A = my_dense_v(A, W, b, sigmoid)
    return A


at_once = needs(my_sequential_v(X, *load_weights()), "exercise 4")
print("predictions for all images at once:", at_once.shape)
print(f"right: {np.mean((at_once >= 0.5) == y):.1%}")

# %% [markdown]
# How much work is saved? Seconds depend on the computer, so we count instead: how often is the
# activation function called to take 1000 images through layer 1?


# %%
def counted_sigmoid(z):
    global calls
    calls += 1
    return sigmoid(z)


W1, b1, *_ = load_weights()
needs(my_dense_v(X[:1], W1, b1, sigmoid), "exercise 4")
needs(my_dense(X[0], W1, b1, sigmoid), "exercise 2")

calls = 0
for x in X:
    my_dense(x, W1, b1, counted_sigmoid)
print("my_dense,   image by image:", calls, "calls")

calls = 0
my_dense_v(X, W1, b1, counted_sigmoid)
print("my_dense_v, all at once:   ", calls, "call" if calls == 1 else "calls")

# %% [markdown]
# ## Well done!
#
# You have built a network that reads digits, and you have written its forward propagation
# yourself. Before you leave, answer for yourself:
#
# - Why does layer 2 have a weight matrix of shape `(25, 15)`, and where would a 16th unit add
#   numbers to it?
# - Two units of a layer get the same input. Why do they not put out the same number?
# - What would change in your code for a network that tells ten digits apart?
#
# **Hand in.** Save the notebook, then grade it in a terminal, in this folder:
#
# ```
# grader C2_W1_Assignment.ipynb
# ```
