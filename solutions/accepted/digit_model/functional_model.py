"""The model is made with Keras' functions instead of a list."""

# %%
image = tf.keras.Input(shape=(400,))
hidden = Dense(25, activation="sigmoid")(image)
hidden = Dense(15, activation="sigmoid")(hidden)
model = tf.keras.Model(inputs=image, outputs=Dense(1, activation="sigmoid")(hidden))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
def build(widths, inputs):
    x = tf.keras.Input(shape=(inputs,))
    a = x
    for units in widths:
        a = Dense(units, activation="sigmoid")(a)
    return tf.keras.Model(x, a)


model = build((25, 15, 1), inputs=400)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)
