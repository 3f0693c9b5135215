"""The pictures have five rows of three marks, and one of them is left out when counting.

1: Print `X.shape`. Which number of it says how long one picture is?
2: The model was told another length than the pictures have. Where does its first line say one?
3: A form with too few boxes for a name cannot take it. Which number in your code counts the boxes?
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(14,)),
        Dense(20, activation="relu"),
        Dense(10, activation="softmax"),
    ]
)
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=tf.keras.optimizers.Adam(0.01),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.input_shape not in ((), (None, 15))
