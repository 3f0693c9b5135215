# %% [markdown]
# # Ten digits with Keras
#
# Build and train a model that says which of the ten digits a small picture shows.

# %%
import tensorflow as tf
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from ten_digits import load

X, y = load()

# %% [markdown]
# ### Exercise: `model`
#
# A hidden layer that bends, then one output for each digit; the outputs are chances. Compile it for
# labels that are numbers, and train it on `X` and `y`.

# %% tags=["graded"]
# BEGIN SOLUTION
model = Sequential(
    [
        tf.keras.Input(shape=(15,)),
        Dense(20, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=tf.keras.optimizers.Adam(0.01),
)
model.fit(X, y, epochs=20, verbose=0)
# STUB model = None  # replace this by your code
# END SOLUTION
