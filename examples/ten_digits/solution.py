# %%
import tensorflow as tf
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from ten_digits import load

X, y = load()

# %%
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
