"""The layers are added one by one, or made in a loop."""

# %%
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
layers = [tf.keras.Input(shape=(400,))]
for units in (25, 15, 1):
    layers.append(Dense(units, activation="sigmoid"))
model = tf.keras.Sequential(layers)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
layer1 = Dense(units=25, activation="sigmoid", name="layer1")
layer2 = Dense(units=15, activation="sigmoid", name="layer2")
layer3 = Dense(units=1, activation="sigmoid", name="layer3")
model = Sequential([tf.keras.Input(shape=(400,)), layer1, layer2, layer3], name="my_model")
model.summary()
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)
