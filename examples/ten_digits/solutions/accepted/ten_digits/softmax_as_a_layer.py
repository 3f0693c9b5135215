"""The softmax is a layer of its own, and there are two hidden layers."""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(15,)),
        Dense(30, activation="tanh"),
        Dense(20, activation="relu"),
        Dense(10),
        tf.keras.layers.Activation("softmax"),
    ]
)
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=tf.keras.optimizers.Adam(0.01),
)
model.fit(X, y, epochs=20, verbose=0)
