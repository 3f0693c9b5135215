# %% [markdown]
# # Lab 2: coffee roasting in TensorFlow
#
# You own a roastery. A roast has a temperature and a duration, and it turns out good or bad. Two
# layers of units are to learn which. You build them in TensorFlow, train them, and then look inside:
# what has each unit learned to look for, although nobody told it?
#
# | Part | You | Time |
# | --- | --- | --- |
# | 1. The roasts | write `normalise` | 5 min |
# | 2. A network learns to roast | count its numbers | 4 min |
# | 3. Good or bad? | set a threshold | 3 min |
# | 4. What the units look for | name them | 3 min |
#
# Nothing here is graded. Where it says **predict**, decide before you run the cell. TensorFlow may
# greet you with some lines about your computer's processor: notes, not errors.

# %%
# OPENING

# %%
# Packages
import numpy as np
from autils import needs
import tensorflow as tf
from coffee import DURATIONS, TEMPERATURES, load_coffee, load_coffee_weights
from pictures import decision_map, examples, learning_curve, network
from public_tests import check
from tensorflow.keras.layers import Dense, Normalization
from tensorflow.keras.models import Sequential

# %% [markdown]
# ## 1. The roasts
#
# There are 200 roasts, one a row: the temperature in degrees Celsius, then the duration in
# minutes. `y` says whether the coffee was good, 1, or not, 0.

# %%
X, y = load_coffee()
print("X:", X.shape, "  y:", y.shape)
print("the first roasts:")
print(X[:3])
print(f"good: {y.sum()} of {len(y)}")

# %%
axes = ("temperature (°C)", "duration (minutes)")
examples(X, y, *axes, "200 roasts", names=("bad", "good"))

# %% [markdown]
# Good coffee lies in a triangle. Too cold on the left, too short below; and along the slanted
# side, the hotter the roast, the shorter it must be.
#
# **Predict:** could *one* unit, which divides the plane by one straight line, tell good from bad?
#
# <details><summary>Answer</summary>
#
# No. One line leaves bad roasts on either side. It takes three lines, and something that puts
# them together: a layer of three units, and a unit after it.
# </details>
#
# ### Same scale for both
#
# Temperatures are about 200 and durations about 13. Training goes much faster if all inputs are of
# about the same size, so each column is *normalised*: take away its mean, then divide by its
# standard deviation. What is left is around 0, and mostly between -2 and 2. A `Normalization` layer
# finds both numbers in the data when it is *adapted*.

# %%
scale = Normalization(axis=-1)
scale.adapt(X)
X_norm = scale(X).numpy()
print("before: means", X.mean(axis=0).round(2), " deviations", X.std(axis=0).round(2))
print("after:  means", np.abs(X_norm.mean(axis=0)).round(2), " deviations", X_norm.std(axis=0).round(2))

# %% [markdown]
# ### Exercise 1: the same by hand
#
# Write `normalise`, which does it with a mean and a deviation that it is given.

# %% tags=["exercise"]
def normalise(x, mean, deviation):
    """
    Bring numbers to the scale of the training data.

    Args:
      x (ndarray (2,) or (m, 2)) : a roast, or one roast a row
      mean (ndarray (2,)) : the mean of each column of the training data
      deviation (ndarray (2,)) : the standard deviation of each column
    Returns:
      scaled (ndarray of the shape of x) : the same in steps of one deviation from the mean
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    scaled = (x - mean) / deviation
    # STUB scaled = None  # replace this by your code
    # END SOLUTION
    ### END CODE HERE ###
    return scaled


# %%
check(normalise)

# %% [markdown]
# ## 2. A network learns to roast

# %%
network([2, 3, 1], ["roast", "layer 1", "layer 2"], shapes=False)

# %% [markdown]
# ### Exercise 2: how many numbers will it learn?
#
# Count before Keras does: all the weights and biases of both layers.

# %% tags=["exercise"]
### START CODE HERE ###
# BEGIN SOLUTION
parameters = 13
# STUB parameters = None  # a number in place of None
# END SOLUTION
### END CODE HERE ###

# %%
check(parameters, "lab2_parameters")

# %%
tf.keras.utils.set_random_seed(2)  # the same random start each time this cell is run
model = Sequential(
    [
        tf.keras.Input(shape=(2,)),
        Dense(3, activation="sigmoid", name="layer1"),
        Dense(1, activation="sigmoid", name="layer2"),
    ]
)
model.summary()

# %% [markdown]
# 200 roasts are few. Copying them a thousand times adds nothing new, but in each epoch the network
# then sees every roast a thousand times, and ten epochs are enough. You will learn what happens in
# `compile` and `fit` next week. The cell takes some seconds and prints a line for each epoch.

# %%
X_many, y_many = np.tile(X_norm, (1000, 1)), np.tile(y, (1000, 1))
print(X_many.shape, y_many.shape)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.01),
)
history = model.fit(X_many, y_many, epochs=10, batch_size=500, verbose=2)

# %%
learning_curve(history.history["loss"])

# %% [markdown]
# Here is what the network says about every roast there could be, and the 200 it has learned from.

# %%
def by_network(roasts):
    """The network's output for roasts (m, 2) as they come, in degrees and minutes."""
    return model(scale(roasts)).numpy()


def show_map(function, title, roasts=None, labels=None):
    """A map of a function over all the roasts there could be, with some of them upon it."""
    places = (TEMPERATURES, DURATIONS, roasts, labels)
    decision_map(function, *places, 0.5, *axes, title, names=("bad", "good"))


show_map(by_network, "What the network has learned", X, y)

# %% [markdown]
# Train it twice, and the units come out in another order, or with other signs: there are many good
# networks. So that we all look at the same one, the rest of the lab goes on with the weights of
# one that was trained on other roasts of the same kind.

# %%
W1, b1, W2, b2 = load_coffee_weights()
model.set_weights([W1, b1, W2, b2])
print("W1:", W1.shape, "  b1:", b1.shape, "  W2:", W2.shape, "  b2:", b2.shape)
print(W1)

# %% [markdown]
# ## 3. Good or bad?
#
# Two new roasts, both at 200 °C: one for 13.9 minutes, one for 17. Look at the triangle.
# **Predict:** which of them is good?

# %%
X_new = np.array([[200.0, 13.9], [200.0, 17.0]])
predictions = model(scale(X_new)).numpy()
print(predictions)

# %% [markdown]
# The second number is written as `3.0e-08` or so: 3 divided by 100 million, so almost 0.
#
# **Predict:** what if you forget to normalise, and give the network 200 and 13.9 as they are?

# %%
print(model(X_new).numpy())

# %% [markdown]
# Both are bad, whatever they taste like: the network takes 200 for 200 deviations above the mean.
# A network has to be asked on the scale it was trained on, with the mean and the deviation *of the
# training data*, or, as here, ones that are close to them.
#
# From the prediction to the decision: with a loop over the examples, or at once for the whole
# array. A comparison gives `True` and `False`, and `astype(int)` makes 1 and 0 of them.

# %%
decisions = np.zeros(predictions.shape, dtype=int)
for i in range(len(predictions)):
    if predictions[i, 0] >= 0.5:
        decisions[i, 0] = 1
print("by a loop:", decisions.ravel())

decisions = (predictions >= 0.5).astype(int)
print("at once:  ", decisions.ravel())

# %% [markdown]
# How many of the 200 roasts does the network get right? Try a threshold of 0.9, and of 0.01.

# %%
threshold = 0.5
right = (model(X_norm).numpy() >= threshold) == y
print(f"right: {right.sum()} of {len(y)}")

# %% [markdown]
# ## 4. What the units look for
#
# A unit of layer 1 has an output for each roast, and so a map of its own. To see it, we stop after
# layer 1.

# %%
def hidden(roasts):
    """What the three units of layer 1 put out, shape (m, 3)."""
    return model.get_layer("layer1")(scale(roasts)).numpy()


show_map(hidden, ["unit 0", "unit 1", "unit 2"])

# %% [markdown]
# ### Exercise 3: name the units
#
# Each unit goes high, orange, for one kind of *bad* roast. For which? Choose a letter for each:
#
# - **a**: the roast is too short
# - **b**: the roast is too cold
# - **c**: the roast is too long for its heat
# - **d**: the roast is good

# %% tags=["exercise"]
### START CODE HERE ###
# BEGIN SOLUTION
unit_0 = "b"
unit_1 = "a"
unit_2 = "c"
# STUB unit_0 = "?"  # "a", "b", "c" or "d"
# STUB unit_1 = "?"
# STUB unit_2 = "?"
# END SOLUTION
### END CODE HERE ###

# %%
check("lab2_units")

# %% [markdown]
# Nobody told them. They found out because it helps the unit after them: it has only these three
# numbers to go by. Here are its weights.

# %%
print("W2:", W2.ravel(), "  b2:", b2)

# %% [markdown]
# A large negative weight for each complaint, and a positive bias.
#
# **Predict:** here is a map of this last unit. Across and upwards are the complaints of units 0 and
# 1, from 0 to 1; unit 2 keeps quiet. In which corner will the map be orange?

# %%
def last_unit(complaints):
    """What the unit of layer 2 makes of the complaints of units 0 and 1, shape (m, 2)."""
    quiet = np.zeros((len(complaints), 1))
    return model.get_layer("layer2")(np.hstack([complaints, quiet])).numpy()


decision_map(
    last_unit, (0, 1), (0, 1), threshold=0.5,
    xlabel="complaint of unit 0", ylabel="complaint of unit 1", title="The last unit",
)

# %% [markdown]
# If nobody complains, the sum is 15.54 and the output nearly 1; one loud complaint, and the sum
# falls below zero. The coffee is good when *nobody complains*. Put together:

# %%
show_map(by_network, "Nobody complains: good coffee", X, y)

# %% [markdown]
# ### One unit switched off
#
# Take away unit 2: set the weight that layer 2 gives to it to 0. **Predict:** what will the map look
# like? Then run the cell.

# %%
W2_without = W2.copy()
W2_without[2] = 0
model.set_weights([W1, b1, W2_without, b2])
show_map(by_network, "Without unit 2")
model.set_weights([W1, b1, W2, b2])  # back again

# %% [markdown]
# <details><summary>What happened?</summary>
#
# Nobody complains any more about roasts that are too long for their heat, so the slanted side is
# gone: whatever is hot enough and long enough counts as good.
# </details>
#
# ## What you take along
#
# - Inputs go in on the scale of the training data, also those you ask about later.
# - Each unit of layer 1 divides the plane by one line; the unit after them puts the lines together.
# - The network gives a number between 0 and 1. The decision, and the threshold, are yours.
#
# In lab 3 you compute the same network without TensorFlow.
