# %% [markdown]
# # Reading 4: TensorFlow
#
# *About 14 minutes. The form in which data goes into a layer and comes out of it, and how a whole
# network is built, trained and used.*
#
# Reading 3 left one thing open: why are there two pairs of brackets around one example? The first
# half of this reading answers that. It is about shapes, the source of most surprises this week.

# %% tags=["remove-cell"]
# OPENING

# %% tags=["remove-cell"]
import numpy as np
import autils  # first: TensorFlow then greets nobody
import tensorflow as tf
from pictures import decision_map, learning_curve, tables

# %%
import numpy as np
import tensorflow as tf
from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense

# %% [markdown]
# ## Brackets and shapes
#
# A plant on the windowsill gets 9 hours of light and 45 millilitres of water a day. These two
# numbers can be stored in three ways:

# %%
as_vector = np.array([9.0, 45.0])
as_row = np.array([[9.0, 45.0]])
as_column = np.array([[9.0], [45.0]])
for array in (as_vector, as_row, as_column):
    print(array.shape, array.tolist())

# %% tags=["hide-input"]
tables([as_vector, as_row, as_column], ["vector", "row", "column"])

# %% [markdown]
# The outer pair of brackets holds the rows, each inner pair is one row. A **vector** has one pair
# of brackets and one number in its shape. It is neither a row nor a column; it is just a list. A
# **matrix**, or table, has two. The row can be read as one example with two features, the column as
# two examples with one feature.
#
# TensorFlow was made for large amounts of data, so a layer always takes a table: **one example a
# row, one feature a column.** Such a table is called a **batch**. For a single example you hand
# over a table that happens to have one row. That is what the second pair of brackets is for.
#
# > **Stop and predict.** `plants` is a table of four hundred plants like this one, of shape
# > (400, 2). What are the shapes of `plants[5]`, `plants[5:6]` and `plants[5].reshape(1, 2)`?
#
# <details><summary>Answer</summary>
#
# (2,), then (1, 2), then (1, 2) again.
#
# `plants[5]` takes one row *out* of the table: a vector of two numbers. `plants[5:6]` cuts off a
# piece of the table, the rows from 5 up to but not including 6. A piece of a table is a table,
# however small. `reshape` puts the two numbers of the vector into a table with one row. A layer takes
# the second and the third, and refuses the first.
# </details>
#
# **What comes out** is a table, too: a row for each example, a column for each unit. It is not a
# NumPy array but a **tensor**, TensorFlow's own kind of array. `.numpy()` turns it into one of
# NumPy's. Two libraries, two kinds: that is history, and you get used to it.

# %%
layer = Dense(3, activation="sigmoid")
out = layer(as_row)
print(type(out).__name__, out.shape, out.dtype)
print(type(out.numpy()).__name__, out.numpy().shape)

# %% [markdown]
# `float32` means that numbers are kept with about seven digits; NumPy by itself keeps sixteen. So
# when you compare results of the two, expect differences in the seventh digit, and do not worry.
#
# ## Building a network
#
# You could call layer after layer, as in reading 3. `Sequential` strings them together, and the
# result can be used, trained and saved as one thing.
#
# Back to the windowsill. Our plant does well with the right amount of light and water,
# and badly with too little or too much of either. Four hundred plants were tried:

# %%
random = np.random.default_rng(3)
light = random.uniform(0, 16, 400)  # hours a day
water = random.uniform(0, 100, 400)  # millilitres a day
plants = np.column_stack([light, water])
thrives = ((light - 9) / 4) ** 2 + ((water - 45) / 25) ** 2 < 1
labels = thrives.astype(float).reshape(-1, 1)
print("plants:", plants.shape, " labels:", labels.shape)
print("the first three:", plants[:3].round(1).tolist())
print(f"{thrives.mean():.0%} of the plants do well")

# %% [markdown]
# **First make the numbers comparable.** Water goes up to 100, light to 16. Learning is slow when
# one feature is so much larger. So each is shifted and scaled to a mean of 0 and a spread of 1, as
# you may have done in regression. Keep the two means and spreads: whatever you ask the network
# later must be scaled by *the same* numbers.

# %%
mean, spread = plants.mean(axis=0), plants.std(axis=0)
scaled = (plants - mean) / spread
print("mean:", mean.round(1), " spread:", spread.round(1))

# %% [markdown]
# By hand, for the plant from above with 9 hours of light: (9 − 8.1) / 4.5 = 0.2. So it gets a
# little more light than the average plant. Its 45 millilitres of water become (45 − 47.3) / 29.1 =
# −0.08, a little less than average. Now both features speak with the same voice.
#
# **Then describe the network.** Two features come in; six hidden units; one unit for the answer.

# %%
tf.keras.utils.set_random_seed(1)
gardener = Sequential(
    [
        Input(shape=(2,)),
        Dense(6, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
for layer in gardener.layers:
    W, b = layer.get_weights()
    print("W", W.shape, " b", b.shape, " parameters:", W.size + b.size)

# %% [markdown]
# - The parts stand in *one* list, hence the square brackets inside the round ones.
# - `shape=(2,)` is the shape of **one** example. How many examples there will be is not said; Keras
#   shows that as `None`. The comma matters: `(2,)` is a tuple with one number, `(2)` is just 2.
# - `Input` is not a layer of units. It has no weights. It says how many numbers come in, so that
#   the first layer knows at once how many weights it needs.
#
# > **Stop and predict.** How many parameters would it be with `Input(shape=(3,))`, because
# > temperature is measured as well? Which of the two layers changes?
#
# <details><summary>Answer</summary>
#
# Only the first. Each of its 6 units gets one more weight: 3 · 6 + 6 = 24 instead of 18. The second
# layer still takes 6 numbers, and keeps its 7. Together 31.
# </details>
#
# **Then train it.** `compile` says what is to be made small, and how. The loss is the one of
# logistic regression, called binary cross-entropy; Adam is a kind of gradient descent. `fit` shows
# the network all examples, again and again. Each time is called an **epoch**. Next week opens this
# box.

# %%
gardener.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.05),
)
history = gardener.fit(scaled, labels, epochs=120, verbose=0)

# %% tags=["hide-input"]
learning_curve(history.history["loss"])

# %% [markdown]
# **Then use it.** `predict` takes a batch and gives one row for each example. We ask about three
# plants: one that has it just right, one too wet, one too dark. Mind the scaling!

# %%
asked = np.array([[9.0, 45.0], [9.0, 95.0], [1.0, 45.0]])
answers = gardener.predict((asked - mean) / spread, verbose=0)
print("answers:", answers.shape)
print(answers.round(2))
print((answers >= 0.5).astype(int).ravel())

# %% [markdown]
# It knows. And since there are only two features, we can ask it about every combination of them.
# Orange is where the network expects a plant to do well.

# %% tags=["hide-input"]
decision_map(
    lambda points: gardener.predict((points - mean) / spread, verbose=0),
    (0, 16),
    (0, 100),
    points=plants,
    labels=labels,
    threshold=0.5,
    xlabel="light, hours a day",
    ylabel="water, ml a day",
    title="Where does the plant do well?",
)

# %% [markdown]
# A single unit could only have drawn one straight line through this picture. What do the six hidden
# units do instead? Each draws its own line, too dark on one side perhaps, or too wet; together they
# fence in the good region. Nobody told them to.

# %% tags=["hide-input"]
hidden = gardener.layers[0]
liveliest = np.argsort(-hidden(scaled).numpy().std(axis=0))[:4]  # those that differ most by plant
decision_map(
    lambda points: hidden((points - mean) / spread).numpy()[:, liveliest],
    (0, 16),
    (0, 100),
    threshold=0.5,
    xlabel="light",
    ylabel="water",
    title=[f"hidden unit {unit}" for unit in liveliest],
)

# %% [markdown]
# ## Common misunderstandings
#
# **"The model remembers nothing, so I can train it again from the start."** It remembers. A second
# `fit` goes on where the first one stopped. To begin anew, run the cell that *builds* the model;
# and if you run that cell by accident after training, the trained weights are gone.
#
# **"One example is a vector."** For `predict`, one example is a batch of one: `plants[5:6]`.
#
# **"The shape of the input is (1000, 400)."** 1000 is how many examples there are, not part of what
# one example looks like.
#
# **"A vector of labels will do."** Predictions come as a table of shape (m, 1). Compare it with
# labels of shape (m,), and NumPy does not compare one with one: it stretches both to an (m, m) table
# of every prediction with every label. With as many zeros as ones, half of these agree, however good
# the model is. If an accuracy looks like a coin's, print the shape of what you compared.
#
# **"Scaling is for training."** A network that was trained on scaled numbers takes 45 millilitres
# for an absurdly large value, and answers nonsense, without an error. Scale once, by the same mean
# and spread. Pixels that lie between 0 and 1 already need none: dividing them by 255 again makes
# every image look white.
#
# **"High accuracy means all is well."** Look at the outputs, too. With a sigmoid at the end they
# must lie between 0 and 1, and most of them should not sit at 0.5.
#
# ## What to take along
#
# - A layer takes and gives tables: a row for each example. (2,), (1, 2) and (2, 1) are three
#   things.
# - `Sequential([Input(...), Dense(...), Dense(...)])` describes a network; the input's shape is
#   that of one example.
# - `compile` chooses the loss and the method, `fit` trains, `predict` uses.
# - Scale what you ask as you scaled what you taught.
#
# **Where you practise it:** a network for coffee in `Labs/C2_W1_Lab02_CoffeeRoasting_TF.ipynb`;
# shapes, and a network for digits, in the practice lab, `C2_W1_Assignment.ipynb`.
