"""The accuracy is taken to be something that a network can minimise.

1: What did you give as the loss? Does it get smaller when the model gets better?
2: The accuracy counts right decisions. It is to be large, not small, and it jumps: a tiny step of
the weights changes no decision, so it says nothing about where to go. Keras knows no loss of that
name. Which loss does the text name? The accuracy may be watched beside it.
3: In the dark you find the way down a hill by the slope under your feet. A sign that lights up when
you are in the valley does not help on the way. The loss is the slope, the accuracy is the sign: it
stands under `metrics`, where it is shown but not followed.
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
model.compile(loss="accuracy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer="adam", loss="accuracy", metrics=["accuracy"])
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("Could not interpret loss identifier: acc")
