"""The activation is a function of TensorFlow, or stands in the second place."""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation=tf.nn.sigmoid),
        Dense(15, activation=tf.nn.sigmoid),
        Dense(1, activation=tf.nn.sigmoid),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, "sigmoid"),
        Dense(15, "sigmoid"),
        Dense(1, "sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
from tensorflow.keras.activations import sigmoid

model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation=sigmoid),
        Dense(15, activation=sigmoid),
        Dense(1, activation=sigmoid),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)
