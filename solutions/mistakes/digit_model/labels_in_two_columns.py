"""Labels are taken to need one column for each class in every case.

1: Print the shape of the labels that you hand to `fit`. How many outputs does your model have?
2: Your labels have two columns, one for each digit, and the model has one output. So target and
output do not have the same shape. One label of 0 or 1 says it all here. What happens if you hand
over the labels as they come?
3: "Did you like it?" can be stored as 1 or 0. Two columns, `[1, 0]` for no and `[0, 1]` for yes,
say the same twice. With five kinds of answer the columns help; with two the second column is always
1 minus the first.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, tf.keras.utils.to_categorical(y), epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, np.hstack([1 - y, y]), epochs=20, verbose=0)

# %%
y = np.eye(2)[y.ravel()]
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("target.shape=(None, 2), output.shape=(None, 1)")
