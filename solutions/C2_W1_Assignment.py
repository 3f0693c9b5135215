# %% [markdown]
# # Practice lab: a neural network that reads digits
#
# In this lab a neural network learns to tell a handwritten zero from a handwritten one. You
# compute a single neuron by hand, then write a layer and a whole network in plain NumPy, and then
# build the same network with TensorFlow, train it, and look at what it has learned.
#
# | Part | What you do | Minutes |
# | --- | --- | --- |
# | 1. The digits | look, and answer the **quiz** about shapes | 10 |
# | 2. One neuron | compute one with numbers of your own | 10 |
# | 3. A layer of two units | go through it step by step, do the last step | 10 |
# | 4. Three impostors | write the tests that unmask three wrong layers | 15 |
# | 5. A layer in NumPy | write **`my_dense`** | 15 |
# | 6. A network in NumPy | write **`my_sequential`**; it reads ten hidden digits | 15 |
# | 7. The network in TensorFlow | count, build **`model`**, compare it with yours | 15 |
# | 8. Training | train it, see what it has learned and where it errs | 15 |
# | | an experiment: what makes units learn other features? | 10 |
# | 9. All images at once (optional) | write **`my_dense_v`** | 15 |
# | 10. Looking back | the second part of the **quiz** | 10 |
#
# What is printed bold is graded; all the rest is for you, and you can check it just the same. Run
# the cells from top to bottom, with Shift and Enter. Where a cell says `None`, or has
# `### START CODE HERE ###` in it, it waits for you. You may try as often as you like, stop after
# any part, and add cells for experiments wherever you want. Stuck? After an exercise's check,
# `hint("my_dense")` and the like help; for all else, @QUESTIONS@.

# %% [markdown]
# ## Is everything there?
#
# [NumPy](https://numpy.org) computes with arrays, [TensorFlow](https://www.tensorflow.org) builds
# and trains networks, [Matplotlib](https://matplotlib.org) draws. `autils` holds small helpers of
# this lab, `pictures` its pictures, `suspects` three impostors, and `public_tests` the checks. The
# next cell looks for them around this notebook, fetches them if it can, and otherwise says what is
# missing and what to do.

# %%
# OPENING

# %% [markdown]
# Then it can be imported. TensorFlow takes a few seconds, and may greet you with some lines about
# your computer's processor. They are notes, not errors.

# %%
# Packages
import numpy as np
from autils import *
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
import matplotlib.pyplot as plt
from pictures import *
from suspects import confront, honest_layer
from public_tests import check, hint

# %matplotlib inline

# %% [markdown]
# ## 1. The digits
#
# The data are 1000 images of handwritten digits: 500 zeros, then 500 ones. Each image is 20 by 20
# pixels, and each pixel is a number: 0 is white paper, 1 is black ink. The 400 pixels of an image
# are laid out in one row of `X`; `y` holds the right answers.

# %%
# Load the digits
X, y = load_data()
print("X:", X.shape, X.dtype)
print("y:", y.shape, y.dtype)

# %% [markdown]
# Run this cell a few times to see other digits, each with its label.

# %%
# Digits as pictures
some = np.random.choice(len(X), size=24, replace=False)
show_digits(X[some], y[some], rows=3, columns=8)

# %% [markdown]
# **Numbers are all the network will ever see.** Here is the first image once more, with every
# pixel as a digit from 0 (paper, left out) to 9 (ink). The pixels were laid out **column by
# column**, so an image stands upright as `X[i].reshape(20, 20).T`.

# %%
# The same as numbers
image = X[0].reshape(20, 20).T
for row in (9 * image).round().astype(int):
    print(" ".join(str(pixel) if pixel else " " for pixel in row))
print("smallest and largest pixel:", X.min(), X.max())

# %% [markdown]
# ### Quiz: what prints?
#
# Most surprises in this lab are surprises about shapes. So: `X` has the shape `(1000, 400)`. What
# does each line print? Type your answers as Python prints them, such as `(3,)` or `(3, 2)`, and
# run both cells. Begin with one or two: you see at once how they are, and for a wrong one, why.

# %% tags=["graded", "quiz"]
# QUIZ: eight shapes
# BEGIN SOLUTION
quiz_1 = (400,)  # print(X[0].shape)
quiz_2 = (1, 400)  # print(X[0:1].shape)
quiz_3 = (400,)  # print(X[0].T.shape)
quiz_4 = (400, 1)  # print(X[0:1].T.shape)
quiz_5 = (1, 400)  # print(X[0].reshape(400, 1).T.shape)
quiz_6 = (400,)  # print(X[0:1][0].shape)
quiz_7 = (1000,)  # print(X.T[0].shape)
quiz_8 = (1, 1)  # print(np.dot(X[0:1], X[0:1].T).shape)
# STUB quiz_1 = None  # print(X[0].shape)
# STUB quiz_2 = None  # print(X[0:1].shape)
# STUB quiz_3 = None  # print(X[0].T.shape)
# STUB quiz_4 = None  # print(X[0:1].T.shape)
# STUB quiz_5 = None  # print(X[0].reshape(400, 1).T.shape)
# STUB quiz_6 = None  # print(X[0:1][0].shape)
# STUB quiz_7 = None  # print(X.T[0].shape)
# STUB quiz_8 = None  # print(np.dot(X[0:1], X[0:1].T).shape)
# END SOLUTION

# %% tags=["check"]
# Check: what prints?
check("quiz")

# %% [markdown]
# <details><summary>Afterwards: what to remember of this</summary>
#
# `X[0]` takes one row *out of* the matrix: a vector of 400 numbers. `X[0:1]` cuts a *slice* of the
# matrix, and a slice of a matrix is a matrix, even if it has only one row. What works on a batch,
# one example a row, wants the second kind, and TensorFlow does.
# </details>

# %% [markdown]
# ## 2. One neuron
#
# A neuron, or *unit*, does what logistic regression does: it weighs the numbers that come in, sums
# them up, adds its bias, and passes the sum through its activation function $g$, here the sigmoid:
#
# $$z = \vec{w} \cdot \vec{x} + b \qquad\qquad a = g(z) = \frac{1}{1 + e^{-z}}$$
#
# **An example.** The inputs are $(2, 1)$, the weights $(0.5, -3)$, the bias is $1.5$.
#
# | Step | | |
# | --- | --- | --- |
# | 1. weigh | each input times its weight | $0.5 \cdot 2 = 1$ and $-3 \cdot 1 = -3$ |
# | 2. sum up | all the products | $1 + (-3) = -2$ |
# | 3. add the bias | | $z = -2 + 1.5 = -0.5$ |
# | 4. activate | $g(z)$ | $a = 1 / (1 + e^{0.5}) = 0.378$ |
#
# **Now with numbers of your own.** Choose two inputs, two weights and a bias; small ones are good
# for pencil and paper. Then compute `my_z` and `my_a` yourself, to two decimals. (A calculator, or
# `sigmoid(...)` in a cell of its own, will do for the last step.)

# %% tags=["practice"]
# One neuron with numbers of your own
# BEGIN SOLUTION
my_x = np.array([3.0, -1.0])  # what comes in
my_w = np.array([0.5, 2.0])  # a weight for each input
my_b = 0.25  # the bias
my_z = -0.25  # worked out by hand
my_a = 0.44  # worked out by hand
# STUB my_x = None  # what comes in, such as np.array([2.0, 1.0]), but with your numbers
# STUB my_w = None  # a weight for each input
# STUB my_b = None  # the bias
# STUB my_z = None  # worked out by hand
# STUB my_a = None  # worked out by hand
# END SOLUTION

# %% tags=["check"]
# Check: one neuron
check((my_x, my_w, my_b, my_z, my_a), "neuron")

# %% [markdown]
# **All that your neuron can say.** The map shows what it puts out for other inputs: blue where it
# says "near 0", orange where it says "near 1", and a line where it says 0.5. For any neuron with
# two inputs that line is straight. The weights turn it, the bias moves it: change them above and
# look again.

# %%
# Your neuron as a map
needs(my_w, "your neuron")


def my_neuron(points):
    return [sigmoid(my_w[0] * x1 + my_w[1] * x2 + my_b) for x1, x2 in points]


decision_map(
    my_neuron,
    (-5, 5),
    (-5, 5),
    threshold=0.5,
    xlabel="first input",
    ylabel="second input",
    title="What your neuron puts out",
)

# %% [markdown]
# ## 3. A layer of two units
#
# A layer is units side by side. All of them get the *same* inputs; they differ in their weights
# and biases. The weights of a layer are kept in one matrix `W`, with **one column for each unit**.
# Here is a layer of two units. Each input, unit, weight and bias has the name that it has in the code:

# %%
# A layer of two units
layer_x = np.array([1.0, 2.0])  # two numbers come in
layer_W = np.array([[1.0, -1.0], [0.5, 2.0]])  # column 0 belongs to unit 0, column 1 to unit 1
layer_b = np.array([-1.0, 0.5])  # a bias for each unit
inputs, units = ["layer_x[0]", "layer_x[1]"], ["unit 0, layer_b[0]", "unit 1, layer_b[1]"]
diagram([inputs, units], ["what comes in", "the layer"], weights="layer_W")

# %% [markdown]
# Unit 0, step by step. Read each line before you run the cell.

# %%
# Unit 0, step by step
first, second = layer_x[0] * layer_W[0, 0], layer_x[1] * layer_W[1, 0]
print("step 1, weigh:     ", layer_x[0], "*", layer_W[0, 0], "=", first)
print("                   ", layer_x[1], "*", layer_W[1, 0], "=", second)
print("step 2, sum up:    ", first, "+", second, "=", first + second)
unit_0_z = first + second + layer_b[0]
print("step 3, add bias:  ", first + second, "+", layer_b[0], "=", unit_0_z, " <- z of unit 0")
print(f"step 4, activate:   g({unit_0_z}) =", round(sigmoid(unit_0_z), 3), " <- a of unit 0")

# %% [markdown]
# **Unit 1 is yours**: the same steps with its own column and its own bias.
#
# And a riddle, to be answered before you run anything: a third unit is *switched off*. Both its
# weights are 0, and its bias is 0, too. What does it put out?

# %% tags=["practice"]
# Unit 1, and a unit switched off
# BEGIN SOLUTION
unit_1_z = 3.5  # z of unit 1
unit_1_a = 0.97  # a of unit 1, to two decimals
off_a = 0.5  # what the unit puts out that is switched off
# STUB unit_1_z = None  # z of unit 1
# STUB unit_1_a = None  # a of unit 1, to two decimals
# STUB off_a = None  # what the unit puts out that is switched off
# END SOLUTION

# %% tags=["check"]
# Check: a layer of two units
check("two_units")

# %% [markdown]
# Now run it: Keras computes the layer with the third unit beside the others, for two inputs.

# %%
# Run the layer, with a unit switched off
needs(off_a, "what you predicted")
W_off = [[1.0, -1.0, 0.0], [0.5, 2.0, 0.0]]  # the third column is all zeros
b_off = [-1.0, 0.5, 0.0]
print("for (1, 2): ", np.round(honest_layer(layer_x, W_off, b_off), 3))
print("for (9, -9):", np.round(honest_layer([9.0, -9.0], W_off, b_off), 3))

# %% [markdown]
# ## 4. Three impostors
#
# Before you write a layer of your own, learn to tell a good one from a bad one. Three suspects say
# they are sigmoid layers. With this test they all give the right answer:

# %%
# A test that they all pass
harmless = ([1.0, 2.0], [[1.0, 3.0], [3.0, 1.0]], [0.0, 0.0])  # an a_in, a W and a b
said = confront(harmless, harmless, harmless)

# %% [markdown]
# But each of them makes one mistake, which this test is too well-behaved to show. **Write for each
# suspect a test that unmasks it**: an `a_in`, a `W` and a `b` for which it does not say what an
# honest layer says. (The sizes may be others, too: `W` has a row for each input and a column for
# each unit.) Change one thing at a time, and watch who gives a wrong answer to what. The art is to
# find what was special about the harmless test.
#
# <details><summary>Hint: what was special about it?</summary>
#
# Look at `W`: what happens to it if rows and columns change places? Look at `b`: what can you not
# see as long as all its numbers are 0? And what as long as they are all the same?
# </details>

# %% tags=["practice"]
# Your tests
# BEGIN SOLUTION
test_1 = ([1.0, 2.0], [[1.0, 3.0], [0.5, -1.0]], [0.0, 0.0])
test_2 = ([1.0, 2.0], [[1.0, 3.0], [3.0, 1.0]], [-6.0, -4.0])
test_3 = ([1.0, 2.0], [[1.0, 3.0], [3.0, 1.0]], [-6.0, -6.0])
# STUB test_1 = None  # for suspect 1: an a_in, a W and a b, in brackets as above
# STUB test_2 = None  # for suspect 2
# STUB test_3 = None  # for suspect 3
# END SOLUTION

# %% tags=["check"]
# Check: three impostors
check(confront(test_1, test_2, test_3), "suspects")

# %% [markdown]
# Did you see *what* each of them does wrong? These three mistakes are made by people, too, and now
# you have the tests that show them. Keep your tests in mind: they are good for your own layer.

# %% [markdown]
# ## 5. A layer in NumPy
#
# ### Exercise: `my_dense`
#
# Write `my_dense`, which computes what a whole layer puts out for **one** example:
#
# $$z_j = \vec{w}_j \cdot \vec{a}_{in} + b_j \qquad\qquad a_j = g(z_j)$$
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
# UNQ_C1
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
# Quick check of my_dense
x_small = np.array([1.0, -2.0])
W_small = np.array([[0.5, -1.0, 2.0], [0.25, 0.5, -0.75]])
b_small = np.array([0.1, -0.2, 0.3])

a_small = needs(my_dense(x_small, W_small, b_small, sigmoid), "my_dense")
print("with the sigmoid:     ", np.round(a_small, 4))
print("without an activation:", np.round(my_dense(x_small, W_small, b_small, lambda z: z), 4))

# %% [markdown]
# Expected:
# ```
# with the sigmoid:      [0.525  0.0998 0.9781]
# without an activation: [ 0.1 -2.2  3.8]
# ```

# %% tags=["check"]
# UNIT TEST: my_dense
check(my_dense)

# %% [markdown]
# Not there yet? `hint("my_dense")` in a cell of its own says a little more each time you run it.

# %% [markdown]
# ## 6. A network in NumPy
#
# A network is layers in a row: what one puts out, the next takes in. Going through them from the
# image to the prediction is called *forward propagation*. Our network has three layers, of 25, 15
# and 1 units:

# %%
# The network
network([400, 25, 15, 1])

# %% [markdown]
# ### Exercise: `my_sequential`
#
# Write `my_sequential`, which takes **one** image through the network. Use `my_dense` for each
# layer, with `sigmoid` as the activation function, which you hand over as it is: without quotes,
# and without brackets after it.
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
# UNQ_C2
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
# **At once on real digits.** `load_weights` brings the weights of a network that was trained
# before. With them your network can read: its number is near 0 for a zero, near 1 for a one.

# %%
# A zero and a one
W1, b1, W2, b2, W3, b3 = load_weights()
zero = needs(my_sequential(X[0], W1, b1, W2, b2, W3, b3), "my_dense and my_sequential")
one = my_sequential(X[500], W1, b1, W2, b2, W3, b3)
print("a zero:", np.round(zero, 2), "  a one:", np.round(one, 2))

# %% tags=["check"]
# UNIT TEST: my_sequential
check(my_sequential)

# %% [markdown]
# **Ten hidden digits.** Ten rows of `X` are drawn, and nobody looks. Your network gives an
# estimate for each; the decisions are up to you: make a 0 or a 1 of each estimate, by comparing it
# with 0.5. (`False` and `True`, which a comparison gives, count as 0 and 1.) Then turn the digits
# over.

# %%
# Ten hidden digits
hidden = np.random.choice(len(X), size=10, replace=False)
needs(my_sequential(X[0], W1, b1, W2, b2, W3, b3), "my_dense and my_sequential")
estimates = np.array([my_sequential(X[row], W1, b1, W2, b2, W3, b3) for row in hidden])
print("estimates:", np.round(estimates.ravel(), 3))

# %% tags=["practice"]
# Your decisions
# BEGIN SOLUTION
hidden_decisions = (estimates >= 0.5).astype(int)
# STUB hidden_decisions = None  # from estimates: a 0 or a 1 for each of the ten
# END SOLUTION

# %% tags=["check"]
# Check: ten hidden digits
check((hidden, hidden_decisions), "hidden_digits")

# %%
# Turn them over
needs(hidden_decisions, "your decisions")
show_digits(X[hidden], y[hidden], rows=2, columns=5, predictions=np.array(hidden_decisions, dtype=int))

# %% [markdown]
# ## 7. The network in TensorFlow
#
# ### Quiz: how much does a network learn?
#
# A unit has one weight for each number that comes in, and one bias. Count for a small network
# before you build a larger one: 6 numbers come in, and there are layers of 4, 2 and 1 units.

# %% tags=["graded", "quiz"]
# QUIZ: the network 6-4-2-1
# BEGIN SOLUTION
quiz_9 = 41  # how many numbers it learns in all, weights and biases
quiz_10 = (6, 4)  # the shape of its first weight matrix, W1
# STUB quiz_9 = None  # how many numbers it learns in all, weights and biases
# STUB quiz_10 = None  # the shape of its first weight matrix, W1
# END SOLUTION

# %% tags=["check"]
# Check: the network 6-4-2-1
check("quiz")

# %% [markdown]
# What happens between the layers of this network? Three more shapes, not graded; then draw it.

# %% tags=["practice"]
# Shapes inside the network 6-4-2-1
# BEGIN SOLUTION
a1_shape = (4,)  # what layer 1 puts out for one example
W2_shape = (4, 2)  # the weights of layer 2
A2_shape = (50, 2)  # what layer 2 puts out for a batch of 50 examples
# STUB a1_shape = None  # what layer 1 puts out for one example
# STUB W2_shape = None  # the weights of layer 2
# STUB A2_shape = None  # what layer 2 puts out for a batch of 50 examples
# END SOLUTION

# %% tags=["check"]
# Check: shapes inside the network
check("hidden_shapes")

# %%
# The network 6-4-2-1
needs(a1_shape, "your three shapes")
network([6, 4, 2, 1])

# %% [markdown]
# ### Exercise: `model`
#
# Now build the network of part 6 as a Keras `Sequential` in the variable `model`: an input for one
# image, then three `Dense` layers.
#
# | | takes | units | activation | puts out |
# | --- | --- | --- | --- | --- |
# | input | an image | | | 400 pixels |
# | layer 1 | 400 numbers | 25 | sigmoid | 25 numbers |
# | layer 2 | 25 numbers | 15 | sigmoid | 15 numbers |
# | layer 3 | 15 numbers | 1 | sigmoid | 1 number |
#
# Keras knows its activation functions by name: here you write the name, in quotes.
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
# UNQ_C3
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
# which may be any. Work out the number of parameters of each layer on paper first: do you and Keras
# agree? In all there should be 10,431.

# %%
# What Keras says
needs(model, "model")
model.summary()

# %% [markdown]
# **Do you and Keras agree?** A twin of your model gets the weights that your own network used
# before. Both read all 1000 images; then the predictions are compared. (Yours takes a second or
# two: it goes from image to image and from unit to unit.)

# %%
# You and Keras, on 1000 images
needs(model, "model")
needs(my_sequential(X[0], *load_weights()), "my_dense and my_sequential")
twin = tf.keras.models.clone_model(model)
twin.set_weights(load_weights())
by_keras = twin.predict(X, verbose=0)
by_hand = np.array([my_sequential(x, *load_weights()) for x in X])
print(f"largest difference: {np.abs(by_hand - by_keras).max():.8f}")

# %% tags=["check"]
# Check: you and Keras
needs(model, "model")
needs(my_sequential(X[0], *load_weights()), "my_dense and my_sequential")
check((by_hand, by_keras), "agreement")

# %% [markdown]
# The difference is one millionth or less. Computers round, Keras to the seven digits or so of
# `float32`; that is all the difference there is between your network and that of Keras.
#
# **One image on its way.** Each layer of the twin is a function that you can call. It wants a
# batch, one example a row, so the image goes in as `X[500:501]`. Change 500 into the row of a zero:
# in which layer do the numbers begin to look different?

# %%
# One image on its way
needs(model, "model")
steps = [X[500:501]]
for layer in twin.layers:
    steps.append(np.array(layer(steps[-1])))
activations([step[0] for step in steps])

# %% [markdown]
# ## 8. Training
#
# `compile` says what to minimise and how: `BinaryCrossentropy` is the loss you know from logistic
# regression, and `Adam` is a gradient descent that adapts its step size. `fit` goes through all
# images 20 times; each time is an *epoch*. You will learn what happens inside next week.
#
# A model remembers: if you run this cell twice, the second run goes on where the first one ended.
# To start afresh, run the cell that makes `model` again.

# %%
# Train the model
needs(model, "model")
W1_before = model.get_weights()[0]  # kept to see later what training has changed

model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)


def tell(epoch, logs):
    if epoch % 4 == 3:
        print(f"epoch {epoch + 1:2} of 20: loss {logs['loss']:.3f}")


progress = tf.keras.callbacks.LambdaCallback(on_epoch_end=tell)
history = model.fit(X, y, epochs=20, verbose=0, callbacks=[progress])

# %% [markdown]
# The loss is high at first, as the weights start at random. Does it still fall in the last epochs?

# %%
# The learning curve
needs(model, "model")
learning_curve(history.history["loss"])

# %% [markdown]
# The unit test looks at what you built and at its training.

# %% tags=["check"]
# UNIT TEST: model
check(model)

# %% [markdown]
# ### What did the hidden units learn?
#
# Nobody told the 25 units of the first layer what to look for. Each picture shows, pixel by pixel,
# by how much training has changed the weights of one unit (`W1` minus its start; the start is
# random, and `W1` itself looks like static). Ink on an orange pixel pushes that unit's output
# up more than before, ink on a blue pixel less. Do you find the ring of a zero, or the bar of a one?

# %%
# What training changed
needs(model, "model")
weight_changes(W1_before, model.get_weights()[0])

# %% [markdown]
# **Experiment: ask something else.** Nobody chose these features. Who did? Ask the same images
# another question, of a small network. Its questions: `"zero or one"`; `"top or bottom"`, which is 1
# if the upper half of an image has more ink than the lower; `"much ink"`, which is 1 for the half of
# the images that have the most. **Predict:** where will orange and blue be for `"top or bottom"`?
# Then try each question, and one of them with fewer and with more units. Whatever you tried is
# listed below the picture.

# %%
# The questions
images = X.reshape(-1, 20, 20)  # image, column, row
top, bottom = images[:, :, :10].sum(axis=(1, 2)), images[:, :, 10:].sum(axis=(1, 2))
ink = X.sum(axis=1)
answers = {
    "zero or one": y,
    "top or bottom": (top > bottom).astype(int).reshape(-1, 1),
    "much ink": (ink > np.median(ink)).astype(int).reshape(-1, 1),
}
tried = []  # your small networks: the question, the units, which part of the images it got right

# %% tags=["practice"]
# Your experiment
# BEGIN SOLUTION
my_question, my_units = "top or bottom", 2
# STUB my_question = None  # one of the questions, in quotes
# STUB my_units = None  # how many units layer 1 has, from 1 to 8
# END SOLUTION

# %%
# Train a small network, and look at what its units look for
labels = answers[needs(my_question, "your experiment")]
small = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(needs(my_units, "your experiment"), activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
start = small.get_weights()[0]
small.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.01))
small.fit(X, labels, epochs=30, batch_size=100, verbose=0)
right = np.mean((small.predict(X, verbose=0) >= 0.5) == labels)
tried.append((my_question, my_units, float(right)))
weight_changes(start, small.get_weights()[0])
for question, units, share in tried:
    print(f"{question:13}  {units} units: {share:.1%} right")

# %% [markdown]
# What did you see? What do the units of layer 1 come to look for?
#
# - a) always the same: the shapes that are in the images
# - b) what helps to answer the question that is asked of the images
# - c) what their random weights looked for at the start
# - d) each a pixel of its own, as far as there are units

# %% tags=["practice"]
# What features follow
# BEGIN SOLUTION
tried += [("zero or one", 2, 1.0), ("top or bottom", 1, 0.99)]  # after two more runs
features_follow = "b"
# STUB features_follow = None  # a, b, c or d, in quotes
# END SOLUTION

# %% tags=["check"]
# Check: what features follow
check((tried, features_follow), "features")

# %% [markdown]
# ### Predictions and decisions
#
# `predict` wants a batch and gives back a batch: one row for each image. It is an estimate; the
# decision is yours: you choose a threshold, and call everything at or above it a one.

# %%
# Predictions of your model
needs(model, "model")
predictions = model.predict(X, verbose=0)
decisions = (predictions >= 0.5).astype(int)
print("predictions:", predictions.shape, "  decisions:", decisions.shape)
print(f"right: {np.mean(decisions == y):.1%}")
histogram(predictions, y, threshold=0.5)

# %% [markdown]
# **What would a threshold of 0.9 change?** Before you count anything, choose: which mistake can
# only become rarer when the threshold rises from 0.5 to 0.9?
#
# - a) a zero that is taken for a one
# - b) a one that is taken for a zero
# - c) both
# - d) neither
#
# Then count: how many of the 1000 are called ones at 0.5, and how many at 0.9?

# %% tags=["practice"]
# Two thresholds
# BEGIN SOLUTION
rarer = "a"  # a, b, c or d
ones_at_half = np.sum(predictions >= 0.5)  # how many are called ones at 0.5
ones_at_nine_tenths = np.sum(predictions >= 0.9)  # and at 0.9
# STUB rarer = None  # a, b, c or d, in quotes
# STUB ones_at_half = None  # how many are called ones at 0.5; a line of code counts them
# STUB ones_at_nine_tenths = None  # and at 0.9
# END SOLUTION

# %% tags=["check"]
# Check: two thresholds
needs(model, "model")
check((predictions, ones_at_half, ones_at_nine_tenths, rarer), "threshold")

# %%
# The histogram at 0.9
needs(model, "model")
histogram(predictions, y, threshold=0.9)

# %% [markdown]
# ### Where does it go wrong?
#
# Looking at mistakes is the best way to understand a model. If it makes none, the digits it was
# least sure of are the next best thing.

# %%
# Wrong or least sure
needs(model, "model")
wrong = np.flatnonzero(decisions != y)
unsure = np.argsort(np.abs(predictions - 0.5).ravel())[:16]
print(f"{len(wrong)} of {len(X)} digits are read wrongly", end="")
print("." if len(wrong) else "; these are the 16 it was least sure of.")
shown = wrong[:16] if len(wrong) else unsure
show_digits(X[shown], y[shown], rows=-(-len(shown) // 8), columns=8, predictions=decisions[shown])

# %% [markdown]
# These are images the network was trained on. How it does on digits it has never seen is the real
# question, and the grader asks it.

# %% [markdown]
# ## 9. All images at once (optional)
#
# `my_dense` takes one example and goes from unit to unit. A thousand images make many turns of the
# loop. *Vectorised* code says it in one matrix product instead, and the computer does the many
# sums at once. Put the examples in the rows of a matrix:
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
# ### Exercise (optional): `my_dense_v`
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


# %% tags=["graded", "optional"]
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
# **Quick check.** The first row is the example of `my_dense`, so you know what should come out.

# %% tags=["optional"]
# Quick check of my_dense_v
A_small = np.array([[1.0, -2.0], [0.0, 3.0]])
W_small = np.array([[0.5, -1.0, 2.0], [0.25, 0.5, -0.75]])
b_small = np.array([0.1, -0.2, 0.3])
print(np.round(needs(my_dense_v(A_small, W_small, b_small, sigmoid), "my_dense_v"), 4))

# %% [markdown]
# Expected:
# ```
# [[0.525  0.0998 0.9781]
#  [0.7006 0.7858 0.1246]]
# ```

# %% tags=["check", "optional"]
# UNIT TEST: my_dense_v
check(my_dense_v)

# %% [markdown]
# With a vectorised layer, a whole network is short, however many layers it has: `weights` holds
# the weights and biases of one layer after the other.


# %% tags=["optional"]
# The whole network at once
def my_sequential_v(X, *weights):
    A = X
    for W, b in zip(weights[0::2], weights[1::2]):
        A = my_dense_v(A, W, b, sigmoid)
    return A


at_once = needs(my_sequential_v(X, *load_weights()), "my_dense_v")
print("predictions for all images at once:", at_once.shape)
print(f"right: {np.mean((at_once >= 0.5) == y):.1%}")

# %% [markdown]
# **How much work is saved?** Seconds depend on the computer, so we count instead: how often is the
# activation function called to take 1000 images through layer 1, which has 25 units? First say
# what you expect, then count.

# %% tags=["practice", "optional"]
# How many calls of g?
# BEGIN SOLUTION
calls_one_by_one = 25_000  # with my_dense, image by image
calls_at_once = 1  # with my_dense_v, all at once
# STUB calls_one_by_one = None  # with my_dense, image by image
# STUB calls_at_once = None  # with my_dense_v, all at once
# END SOLUTION

# %% tags=["check", "optional"]
# Check: how many calls of g
check("calls")


# %% tags=["optional"]
# Count the calls
def counted_sigmoid(z):
    global calls
    calls += 1
    return sigmoid(z)


W1, b1, *_ = load_weights()
needs(my_dense_v(X[:1], W1, b1, sigmoid), "my_dense_v")
needs(my_dense(X[0], W1, b1, sigmoid), "my_dense")

calls = 0
for x in X:
    my_dense(x, W1, b1, counted_sigmoid)
print("my_dense,   image by image:", calls, "calls")

calls = 0
my_dense_v(X, W1, b1, counted_sigmoid)
print("my_dense_v, all at once:   ", calls, "call" if calls == 1 else "calls")

# %% [markdown]
# **Loops beside `matmul`.** Is less computed, then? Here is a product of matrices in three loops. It
# counts its multiplications. Choose three sizes, and **predict** the count; then compare the times,
# for curiosity: they depend on your computer. Change one size at a time.

# %% tags=["practice", "optional"]
# Three sizes of your own
# BEGIN SOLUTION
my_sizes = (50, 40, 30)  # rows, inner numbers, columns
my_multiplications = 60_000  # worked out, not run
# STUB my_sizes = None  # rows, inner numbers, columns: such as (20, 30, 10), but yours
# STUB my_multiplications = None  # how many multiplications: worked out, not run
# END SOLUTION

# %% tags=["check", "optional"]
# Check: how much work
check((my_sizes, my_multiplications), "work")


# %% tags=["optional"]
# Loops beside matmul
from time import perf_counter


def product_by_loops(A, B):
    C, count = np.zeros((len(A), len(B[0]))), 0
    for i in range(C.shape[0]):
        for j in range(C.shape[1]):
            for k in range(len(B)):
                C[i, j] += A[i, k] * B[k, j]
                count += 1
    return C, count


rows, inner, columns = needs(my_sizes, "three sizes of your own")
A, B = np.random.rand(rows, inner), np.random.rand(inner, columns)
began = perf_counter()
by_loops, count = product_by_loops(A, B)
between = perf_counter()
by_matmul = np.matmul(A, B)
ended = perf_counter()
print(f"in loops:  {count:,} multiplications, {1000 * (between - began):.3f} ms")
print(f"by matmul: as many,  {1000 * (ended - between):.3f} ms")
print(f"largest difference: {np.abs(by_loops - by_matmul).max():.1e}")

# %% [markdown]
# The work is the same. But Python reads each line of the loop anew each time, while `matmul` hands
# all of it to code made for the processor, which multiplies many numbers in one step and shares them
# among its cores; a graphics card does thousands at once. That is why large networks can be trained.

# %% [markdown]
# ## 10. Looking back
#
# ### Quiz: what have you seen?
#
# Eight questions, each with one right answer. Type its letter in quotes below.
#
# **11.** All units of a layer get the same numbers. Do they put out the same number?
#
# - a) Yes: the same inputs give the same output.
# - b) No: each unit gets only some of the inputs.
# - c) No: each unit has weights and a bias of its own.
# - d) Their sums are the same, but each unit has another activation function.
#
# **12.** What comes into unit 3 of layer 1?
#
# - a) Input 3.
# - b) Every input.
# - c) The inputs that somebody chose for it.
# - d) The outputs of units 0, 1 and 2, and the inputs.
#
# **13.** A unit of layer 2 puts out 0.9. What is that?
#
# - a) The probability that the image shows a one.
# - b) A decision: yes.
# - c) A mistake of 0.1, which training still has to remove.
# - d) A number that the next layer works with.
#
# **14.** What is the cost computed from?
#
# - a) From what the last layer puts out, and the labels: one cost for the whole network.
# - b) Each neuron has a cost of its own, and they are added up.
# - c) Each layer has a cost of its own, as each has weights of its own.
# - d) From how large the weights are.
#
# **15.** Who decides what a hidden unit looks for?
#
# - a) The person who builds the network.
# - b) Its place in the layer.
# - c) Training.
# - d) The random numbers at the start, and it stays that way.
#
# **16.** Which weights does training change?
#
# - a) Those of all layers.
# - b) Those of the last layer only, as it makes the prediction.
# - c) Those of the first layer only, as it sees the image.
# - d) None: it changes the activations.
#
# **17.** Why are there 25 and 15 units?
#
# - a) 25 divides 400.
# - b) There are 25 shapes to be found in a digit, and 15 ways to combine them.
# - c) Each layer must be smaller than the one before it.
# - d) Somebody tried these sizes, and they work.
#
# **18.** `np.dot(p, q)` fails if both have the shape `(2, 1)`. Why?
#
# - a) `np.dot` is for vectors only.
# - b) The inner numbers, 1 and 2, do not agree.
# - c) Matrices of the same shape cannot be multiplied.
# - d) For columns one writes `p * q`, which gives their dot product.

# %% tags=["graded", "quiz"]
# QUIZ: what have you seen?
# BEGIN SOLUTION
quiz_11 = "c"  # same inputs, same outputs?
quiz_12 = "b"  # what comes into a unit
quiz_13 = "d"  # what a hidden unit's 0.9 means
quiz_14 = "a"  # what the cost is computed from
quiz_15 = "c"  # who decides what a hidden unit looks for
quiz_16 = "a"  # which weights training changes
quiz_17 = "d"  # why 25 and 15 units
quiz_18 = "b"  # np.dot of two columns
# STUB quiz_11 = None  # same inputs, same outputs?
# STUB quiz_12 = None  # what comes into a unit
# STUB quiz_13 = None  # what a hidden unit's 0.9 means
# STUB quiz_14 = None  # what the cost is computed from
# STUB quiz_15 = None  # who decides what a hidden unit looks for
# STUB quiz_16 = None  # which weights training changes
# STUB quiz_17 = None  # why 25 and 15 units
# STUB quiz_18 = None  # np.dot of two columns
# END SOLUTION

# %% tags=["check"]
# Check: what have you seen?
check("quiz")

# %% [markdown]
# ## Well done!
#
# You have computed a neuron by hand, written a layer and a network that reads digits, built the
# same with TensorFlow, and seen that there is no magic in it. If you like to go on: what would
# change in your code for a network that tells ten digits apart?
#
# **Look at your points, and hand in.** Save the notebook (Ctrl+S), put `True` in the place of
# `False`, and run this cell: it grades what is saved, which takes some seconds. The graded notebook
# is the file to hand in.

# %%
# Grade the notebook as it is saved
is_saved = False
if is_saved:
    import subprocess

    command = [sys.executable, "-m", "grader", saved_as("C2_W1_Assignment.ipynb")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    print(done.stdout + done.stderr)
