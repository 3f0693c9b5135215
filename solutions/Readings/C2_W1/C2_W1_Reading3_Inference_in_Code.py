# %% [markdown]
# # Reading 3: Inference in code
#
# *About 11 minutes. The network you computed by hand in reading 2, now in TensorFlow: one line a
# layer. Then a network that reads digits.*
#
# Inference means using a network whose weights are known already. There is no training in this
# reading. You put numbers in and look at what comes out, layer by layer.

# %% tags=["remove-cell"]
# OPENING

# %% tags=["remove-cell"]
import numpy as np
from autils import load_data, load_weights  # first: TensorFlow then greets nobody
import tensorflow as tf
from pictures import activations, diagram, histogram, show_digits

# %% [markdown]
# ## The libraries
#
# **TensorFlow** is a library for networks. The part of it that describes layers is called
# **Keras**. A layer in which every unit is joined to every input is a `Dense` layer there.

# %%
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense

# %% [markdown]
# ## One layer
#
# Here once more is the network of reading 2: two inputs, three units, one unit. Its answer for
# $\vec{x} = (2, 1)$ was 0.52.

# %% tags=["hide-input"]
diagram(
    [["x₁ = 2", "x₂ = 1"], ["0.50", "0.88", "0.27"], ["0.52"]],
    ["input", "layer 1", "layer 2"],
)

# %% [markdown]
# A layer is made by saying how many units it has and which activation function they use. The
# function is given by its name, as a *string*: letters between quotes.

# %%
tf.keras.utils.set_random_seed(7)  # the same random numbers each time
layer_1 = Dense(units=3, activation="sigmoid")
print("weights and biases so far:", len(layer_1.get_weights()))

# %% [markdown]
# None so far! You told the layer how many units it has, but not how many numbers come in. So it
# cannot know how many weights a unit needs. It finds out when it meets its first input, and then
# draws random weights and sets the biases to zero.

# %%
x = np.array([[2.0, 1.0]])
a1 = layer_1(x)
print("input: ", x.shape)
print("output:", a1.shape)
print(a1.numpy().round(2))

# %% [markdown]
# Three numbers come out, one for each unit, as they should. They are not those of reading 2, since
# the weights are random. Have a look at them:

# %%
W, b = layer_1.get_weights()
print("W has the shape", W.shape)
print(W.round(2))
print("b has the shape", b.shape)
print(b)

# %% [markdown]
# The shape of $W$ is (numbers in, units): **each column holds the weights of one unit**. This is
# how all code in this course stores them. Elsewhere you may meet it the other way round, with a
# unit in each row; then compare shapes before you copy anything.
#
# Now we put in the weights of reading 2. There, unit 1 has the weights (1, −1), unit 2 has
# (0.5, 1), unit 3 has (−1, 0).
#
# > **Stop and predict.** Write down the matrix $W$ with two rows and three columns for these units.
# > What is its first row?
#
# <details><summary>Answer</summary>
#
# Each unit is a column, so the first row holds what the three units do with the *first input*: 1,
# 0.5 and −1. The second row holds what they do with the second input: −1, 1 and 0.
# </details>

# %%
W1 = np.array([[1.0, 0.5, -1.0], [-1.0, 1.0, 0.0]])
b1 = np.array([-1.0, 0.0, 1.0])
layer_1.set_weights([W1, b1])
a1 = layer_1(x)
print(a1.numpy().round(2))

# %% [markdown]
# 0.50, 0.88 and 0.27: the numbers you found by hand. A `Dense` layer does nothing else.
#
# ## One layer after the other
#
# The second layer gets what the first one put out. In code: `a1`, not `x`, goes into `layer_2`.

# %%
layer_2 = Dense(units=1, activation="sigmoid")
layer_2.build((None, 3))  # tells it beforehand that 3 numbers come in
W2 = np.array([[2.0], [1.0], [-3.0]])
b2 = np.array([-1.0])
layer_2.set_weights([W2, b2])
a2 = layer_2(a1)
print("the network's answer:", a2.numpy().round(2))

# %% [markdown]
# That is forward propagation in TensorFlow: one call for each layer, from left to right. Last comes
# the decision, which is up to you.

# %%
answer = a2.numpy()[0, 0]  # row 0, column 0: the number itself
print("yes" if answer >= 0.5 else "no")

# %% [markdown]
# Why `[0, 0]`? The answer has the shape (1, 1): a table with one row, for our one example, and one
# column, for the one unit. Reading 4 explains why it is a table.
#
# **Several examples at once.** Give the layer a table with more rows, and it treats each row as an
# example of its own.

# %%
several = np.array([[2.0, 1.0], [0.0, 0.0], [-1.0, 3.0]])
print(layer_1(several).numpy().round(2))

# %% [markdown]
# The first row is the one you know. The second row is what the units say about all zeros. Which
# part of a unit do you see there? Only its bias: $g({-1}) = 0.27$, $g(0) = 0.5$, $g(1) = 0.73$.
#
# > **Stop and predict.** What shape does `layer_2(layer_1(several))` have? And what happens to the
# > first row of the result if you change the third row of `several`?
#
# <details><summary>Answer</summary>
#
# (3, 1): three examples, one number for each. Nothing happens to the first row. A layer treats the
# examples independently of each other.
# </details>
#
# ## A network that reads digits
#
# The same works with images. The practice lab's digits have 400 pixels, and its folder has the
# weights of a network that was trained before: 25, 15 and 1 units.

# %%
X, y = load_data()
weights = load_weights()
layers = []
for units, W, b in zip((25, 15, 1), weights[0::2], weights[1::2]):
    layer = Dense(units, activation="sigmoid")
    layer.build((None, len(W)))  # this many numbers come in
    layer.set_weights([W, b])
    layers.append(layer)

out = X[0:1]  # the first digit, as a table with one row
print("input  ", out.shape)
for number, layer in enumerate(layers, start=1):
    out = layer(out)
    print("layer", number, out.shape)
print("answer ", out.numpy().round(3))

# %% [markdown]
# Follow the shapes: 400 numbers go in, then there are 25, then 15, then 1. The answer is close to
# 0, so the network is sure that it does not see a one. Here is what it sees:

# %% tags=["hide-input"]
stages = [X[0:1]]
for layer in layers:
    stages.append(layer(stages[-1]).numpy())
activations([stage[0] for stage in stages])

# %% [markdown]
# Now all 1000 digits. The code does not change at all; only the number of rows does.

# %%
out = X
for layer in layers:
    out = layer(out)
predictions = out.numpy()
decisions = (predictions >= 0.5).astype(int)
print("predictions:", predictions.shape)
print(f"right: {np.mean(decisions == y):.1%}")

# %% tags=["hide-input"]
histogram(predictions, y)

# %% [markdown]
# Most predictions lie at the two ends: the network is sure, and right. The ones in between are more
# interesting. Here are the eight digits it was least sure of, with the label and its decision.

# %% tags=["hide-input"]
unsure = np.argsort(np.abs(predictions - 0.5).ravel())[:8]
show_digits(X[unsure], y[unsure], rows=1, columns=8, predictions=decisions[unsure])

# %% [markdown]
# Would you have been sure? Looking at such cases says more about a model than a percentage.
# Remember as well that the network was trained on digits like these. How it does on others is a
# question of its own.
#
# **Who sets the threshold?** You do, and 0.5 is only a habit. Say that a one sets off an alarm. If
# false alarms are costly, you want to be surer before you call something a one, and raise the
# threshold. If a missed alarm is worse, you lower it.

# %%
for threshold in (0.1, 0.5, 0.9):
    called = predictions >= threshold
    false_alarms = np.sum(called & (y == 0))
    missed = np.sum(~called & (y == 1))
    print(threshold, "false alarms:", false_alarms, " missed:", missed)

# %% [markdown]
# The network is the same in all three rows, and so are its 1000 predictions. What changed is what
# you make of them. One kind of mistake is traded for the other; no threshold is right for every
# purpose.
#
# ## Common misunderstandings
#
# **"A layer comes with weights that mean something."** It comes with random ones, or with none
# until it knows its input. Only training, or `set_weights`, makes it useful. An untrained network
# answers too, with confidence even, but its answers mean nothing.
#
# **"I can put a list in."** `layer_1([2.0, 1.0])` is an error, since a layer wants an array or a
# tensor, not a Python list. And `layer_1(np.array([2.0, 1.0]))` is another one: with single
# brackets it is not a table with one row.
#
# **"`Dense("3")` is the same as `Dense(3)`."** The number of units is a number. The name of the
# activation function is a string, in small letters: `"sigmoid"`.
#
# **"All units get the same input, so the layer computes the same thing three times."** Look at the
# columns of $W$: the same input, three sets of weights, three results.
#
# ## What to take along
#
# - `Dense(units, activation)` is a layer. Call it with an input, and it returns the activations.
# - $W$ has the shape (numbers in, units), a unit in each column; $b$ has the shape (units,).
# - Forward propagation: the output of one call is the input of the next.
# - Rows are examples. A layer takes any number of them and treats each alone.
# - The decision is a comparison with a threshold, made outside the network.
#
# **Where you practise it:** the same steps with coffee beans in
# `Labs/C2_W1_Lab02_CoffeeRoasting_TF.ipynb`; with digits in the practice lab,
# `C2_W1_Assignment.ipynb`.
