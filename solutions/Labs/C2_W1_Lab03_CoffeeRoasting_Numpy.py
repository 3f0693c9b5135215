# %% [markdown]
# # Lab 3: coffee roasting in NumPy
#
# In lab 2, TensorFlow told good coffee from bad with four units in two layers. Here you compute
# the same four units yourself, one after the other, with nothing but NumPy. You will see that a
# layer is no more than its units, and why one soon wishes for a matrix and a loop. That is how it
# ends: with one function for any layer.
#
# | Part | You | Time |
# | --- | --- | --- |
# | 1. One unit | write `one_unit` | 4 min |
# | 2. Three units are a layer | read | 4 min |
# | 3. Layer after layer | write `coffee_network` | 4 min |
# | 4. From units to a matrix | read three numbers, write `unit_layer` | 6 min |
#
# Nothing here is graded. Where it says **predict**, decide before you run the cell.

# %%
# OPENING

# %%
# Packages
import numpy as np
from autils import needs, sigmoid
from coffee import DURATIONS, TEMPERATURES, load_coffee, load_coffee_weights
from pictures import activations, decision_map, examples, network
from public_tests import check

# %% [markdown]
# ## 1. One unit
#
# The roasts are those of lab 2: temperature and duration, good or bad. They are normalised by the
# mean and the deviation of each column, as there.

# %%
X, y = load_coffee()
mean, deviation = X.mean(axis=0), X.std(axis=0)


def normalise(roasts):
    """Roasts (2,) or (m, 2) on the scale of the training data."""
    return (roasts - mean) / deviation


axes = ("temperature (°C)", "duration (minutes)")
examples(X, y, *axes, "200 roasts", names=("bad", "good"))

# %% [markdown]
# ### Exercise 1: one unit
#
# Write `one_unit`: the weighted sum of what comes in, plus the bias, through the sigmoid. (The
# sigmoid is there already: `sigmoid(z)`.)

# %% tags=["exercise"]
def one_unit(a_in, w, bias):
    """
    Compute what one sigmoid unit puts out for one example.

    Args:
      a_in (ndarray (n,)) : the numbers that come in
      w (ndarray (n,)) : the unit's weights, one for each of them
      bias (number) : the unit's bias
    Returns:
      a (number) : the unit's activation, between 0 and 1
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    z = np.dot(w, a_in) + bias
    a = sigmoid(z)
    # STUB a = None  # replace this by your code
    # END SOLUTION
    ### END CODE HERE ###
    return a


# %%
check(one_unit)

# %% [markdown]
# The unit that complains about roasts that are too *cold* has the weights $(-8.94, -0.17)$ and the
# bias $-9.87$. **Predict:** which of its two inputs does it hardly look at? What will it say about
# a roast at 200 °C for 13.9 minutes, and about one at 160 °C?

# %%
good_roast = normalise(np.array([200.0, 13.9]))
cold_roast = normalise(np.array([160.0, 13.9]))
print("on the network's scale:", good_roast.round(2), "and", cold_roast.round(2))
w_cold, b_cold = np.array([-8.94, -0.17]), -9.87
print("200 °C:", round(needs(one_unit(good_roast, w_cold, b_cold), "exercise 1"), 4))
print("160 °C:", round(one_unit(cold_roast, w_cold, b_cold), 4))

# %% [markdown]
# ## 2. Three units are a layer
#
# Two more units: one complains about roasts that are too *short*, one about those that are too
# *long* for their heat. All three look at the same roast. What they say, in a row, is what the
# layer puts out.

# %%
network([2, 3, 1], ["roast", "layer 1", "layer 2"], shapes=False)

# %%
w_short, b_short = np.array([0.29, -7.34]), -9.28
w_long, b_long = np.array([12.89, 10.79]), 1.01


def layer_1(roast):
    """What three units say about one roast, shape (3,)."""
    too_cold = one_unit(roast, w_cold, b_cold)
    too_short = one_unit(roast, w_short, b_short)
    too_long = one_unit(roast, w_long, b_long)
    return np.array([too_cold, too_short, too_long])


# %% [markdown]
# **Predict:** who complains about the good roast? And about one at 260 °C for 15 minutes?

# %%
needs(one_unit(good_roast, w_cold, b_cold), "exercise 1")
burnt_roast = normalise(np.array([260.0, 15.0]))
print("good: ", layer_1(good_roast).round(3))
print("burnt:", layer_1(burnt_roast).round(3))

# %% [markdown]
# ## 3. Layer after layer
#
# Layer 2 has one unit. What comes *in* there is what layer 1 puts *out*: three numbers, so it has
# three weights. It says whether the coffee is good.

# %%
w_good, b_good = np.array([-31.38, -27.86, -32.79]), 15.54


def layer_2(complaints):
    """What one unit makes of three complaints, shape (1,)."""
    return np.array([one_unit(complaints, w_good, b_good)])


# %% [markdown]
# ### Exercise 2: the whole network
#
# Write `coffee_network`: it takes one roast, already normalised, through both layers.

# %% tags=["exercise"]
def coffee_network(roast):
    """
    Compute how good one roast is.

    Args:
      roast (ndarray (2,)) : temperature and duration, normalised
    Returns:
      quality (ndarray (1,)) : between 0, bad, and 1, good
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    complaints = layer_1(roast)
    quality = layer_2(complaints)
    # STUB quality = None  # replace this by your code
    # END SOLUTION
    ### END CODE HERE ###
    return quality


# %%
check(coffee_network)

# %% [markdown]
# A good roast on its way through the network, number by number:

# %%
quality = needs(coffee_network(good_roast), "exercises 1 and 2")
activations([good_roast, layer_1(good_roast), quality], ["roast", "layer 1", "layer 2"])

# %% [markdown]
# The two roasts of lab 2. There, TensorFlow said 1.000 and 0.00000003.

# %%
X_new = np.array([[200.0, 13.9], [200.0, 17.0]])
for roast in X_new:
    quality = needs(coffee_network(normalise(roast)), "exercises 1 and 2")[0]
    decision = "good" if quality >= 0.5 else "bad"
    print(f"{roast[0]:.0f} °C, {roast[1]} minutes: {quality:.8f}, {decision}")

# %% [markdown]
# `coffee_network` takes one roast at a time. For many, it is called for one row after the other.

# %%
def predict(roasts):
    """The network's output for roasts (m, 2) in degrees and minutes, shape (m, 1)."""
    return np.array([coffee_network(roast) for roast in normalise(roasts)])


needs(coffee_network(good_roast), "exercises 1 and 2")
predictions = predict(X)
decisions = (predictions >= 0.5).astype(int)
print("predictions:", predictions.shape)
print(f"right: {np.sum(decisions == y)} of {len(y)}")

# %% [markdown]
# The map of lab 2, by your own network. (It asks your network about 14,400 roasts.)

# %%
def show_map(title):
    """The network's output for all the roasts there could be, and the 200 upon it."""
    places = (TEMPERATURES, DURATIONS, X, y)
    decision_map(predict, *places, 0.5, *axes, title, names=("bad", "good"))


needs(coffee_network(good_roast), "exercises 1 and 2")
show_map("The same map, by your own network")

# %% [markdown]
# **Switch a unit off.** Layer 2 is to ignore the complaint *too short* from now on. **Predict:**
# which side of the triangle goes? Then run the cell.

# %%
needs(coffee_network(good_roast), "exercises 1 and 2")
kept, w_good = w_good, np.array([-31.38, 0.0, -32.79])
show_map("Nobody says: too short")
w_good = kept  # back again

# %% [markdown]
# ## 4. From units to a matrix
#
# Three units were three names for weights, three for biases and three lines. Layer 1 of the
# practice lab has 25 units with 400 weights each! So a layer keeps the weights of all its units in
# one matrix, **a column for each unit**, and the biases in a vector.

# %%
W1, b1, W2, b2 = load_coffee_weights()
print("W1:")
print(W1)
print("b1:", b1)

# %% [markdown]
# ### Exercise 3: find the units again
#
# Compare with the numbers above, and say:
#
# - `short_column`: in which column of `W1` are the weights of the unit *too short*? (NumPy counts
#   from 0.)
# - `W2_shape`: what shape does the matrix of layer 2 have, one unit with three weights?
# - `bias_of_long`: which number of `b1` belongs to the unit *too long*? Write the number itself.

# %% tags=["exercise"]
### START CODE HERE ###
# BEGIN SOLUTION
short_column = 1
W2_shape = (3, 1)
bias_of_long = 1.01
# STUB short_column = None  # 0, 1 or 2
# STUB W2_shape = None  # such as (5, 2)
# STUB bias_of_long = None
# END SOLUTION
### END CODE HERE ###

# %%
check("lab3_matrix")

# %% [markdown]
# ### Exercise 4: one function for any layer
#
# Write `unit_layer`. Given what comes in, the matrix and the biases, it goes from unit to unit, asks
# your `one_unit` for each, and puts what they say in a row: however many units there are.
#
# <details><summary>Hint</summary>
#
# How many units are there, and where does `W.shape` say so? Which part of `W`, and which of `b`,
# belongs to unit `j`? In exercise 3 you have found the weights of one unit in `W1`.
# </details>

# %% tags=["exercise"]
def unit_layer(a_in, W, b):
    """
    Compute what a layer of sigmoid units puts out for one example.

    Args:
      a_in (ndarray (n,)) : the numbers that come in
      W (ndarray (n, j)) : the weights, a column for each of the j units
      b (ndarray (j,)) : the biases, one for each unit
    Returns:
      a_out (ndarray (j,)) : what the units put out
    """
    ### START CODE HERE ###
    # BEGIN SOLUTION
    a_out = np.array([one_unit(a_in, W[:, j], b[j]) for j in range(len(b))])
    # STUB a_out = None  # replace this by your code
    # END SOLUTION
    ### END CODE HERE ###
    return a_out


# %%
check(unit_layer)

# %% [markdown]
# The network is two calls now, and the same two lines would do for 25 units of 400 weights each.
# Change `W1` and `b1` for a layer of two units (`W1[:, :2]` and so on): what has to change in `W2`?

# %%
needs(one_unit(good_roast, w_cold, b_cold), "exercise 1")
by_your_layer = needs(unit_layer(burnt_roast, W1, b1), "exercise 4")
print("unit by unit: ", layer_1(burnt_roast).round(3))
print("by your layer:", np.round(by_your_layer, 3))
for name, roast in (("good", good_roast), ("burnt", burnt_roast)):
    print(f"the {name} roast:", np.round(unit_layer(unit_layer(roast, W1, b1), W2, b2), 8))

# %% [markdown]
# In the practice lab the layer is handed its activation function as well. Then it is called
# `my_dense`.

# %% [markdown]
# ## What you take along
#
# - A layer is its units: all see the same input, each says one number.
# - What one layer puts out is what the next one takes in, and nothing else of the input gets there.
# - `W` has a column for each unit. A layer function goes through the columns, one unit after the other.
