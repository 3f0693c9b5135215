"""Programs with Keras: those on the list of the grader's plain networks, and those beyond it."""

from __future__ import annotations

import numpy as np

HEAD = """
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import Dense, InputLayer
from tensorflow.keras.models import Sequential
"""
MODEL = """
model = Sequential(
    [tf.keras.Input(shape=(40,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"),
     Dense(1, activation="sigmoid")],
    name="my_model",
)
"""
TRAINED = """
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=3, verbose=0)
"""
_NO_INPUT = MODEL.replace("tf.keras.Input(shape=(40,)), ", "")
_CLASSES = """
model = Sequential([keras.Input((40,)), Dense(8, "relu"), Dense(3, "{last}")])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy({given}), optimizer="adam",
              metrics=["accuracy"])
model.fit(X, classes, epochs=3, verbose=0)
"""

ON_THE_LIST = {
    "plain": MODEL + TRAINED,
    "functions of tf.nn": MODEL.replace('"sigmoid"', "tf.nn.sigmoid") + TRAINED,
    "relu": MODEL.replace('"sigmoid"', '"relu"', 2) + TRAINED,
    "functions of keras": "from tensorflow.keras.activations import linear, relu, sigmoid\n"
    + MODEL.replace('"sigmoid"', "relu", 2).replace('"sigmoid"', "sigmoid")
    + TRAINED,
    "logits": MODEL.replace('1, activation="sigmoid"', '1, activation="linear"')
    + TRAINED.replace("tropy()", "tropy(from_logits=True)"),
    "names": MODEL
    + 'model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])\n'
    + "kept = list(model.fit(X, y, epochs=3, verbose=0, validation_split=0.2).history.values())\n",
    "default optimiser": MODEL + 'model.compile(loss="mse")\nmodel.fit(X, y, 10, 2, 0)\n',
    "loss as a function": MODEL
    + "model.compile(tf.keras.optimizers.SGD(0.1, momentum=0.9), tf.keras.losses.binary_crossentropy)"
    + "\nmodel.fit(X, y.ravel(), epochs=2, verbose=2)\n",
    "no input": _NO_INPUT + TRAINED,
    "input_shape": _NO_INPUT.replace("Dense(25", "Dense(25, input_shape=(40,)") + TRAINED,
    "input_dim": _NO_INPUT.replace("Dense(25", "Dense(25, input_dim=40") + TRAINED,
    "input layer": MODEL.replace("tf.keras.Input", "InputLayer") + TRAINED,
    "added": "model = Sequential()\nmodel.add(keras.Input((40,)))\n"
    "model.add(Dense(4, 'tanh', name='a'))\nmodel.add(Dense(1, 'sigmoid', name='b'))\n" + TRAINED,
    "trained twice": f"keras.utils.set_random_seed(5)\n{MODEL}{TRAINED}model.fit(X, y, epochs=2)\n",
    "compiled twice": MODEL + TRAINED + TRAINED,
    "seed": "tf.random.set_seed(1234)\n" + MODEL + TRAINED,
    "classes": _CLASSES.format(last="softmax", given=""),
    "classes of logits": _CLASSES.format(last="linear", given="from_logits=True"),
    "twin": MODEL
    + "twin = tf.keras.models.clone_model(model)\n"
    + "twin.set_weights([w + 1 for w in model.get_weights()])\nsteps = [X[:1]]\n"
    + "for layer in twin.layers:\n    steps.append(np.array(layer(steps[-1])))\n"
    + "kept = [*steps, twin.predict(X, verbose=0), twin.get_weights()[0]]\n"
    + TRAINED,
    "callback": MODEL
    + "kept = []\n"
    + "def tell(epoch, logs):\n"
    + "    kept.append([epoch, logs['loss'], float(model.get_weights()[0].sum())])\n"
    + TRAINED.replace("verbose=0", "callbacks=[tf.keras.callbacks.LambdaCallback(tell)]").replace(
        "Callback(tell", "Callback(on_epoch_end=tell"
    ),
    "compiled alone": MODEL + 'model.compile(loss="binary_crossentropy", optimizer="Adam")\n',
    "built alone": MODEL,
    "not built": _NO_INPUT,
    "single precision": MODEL + TRAINED.replace("X, y", "X.astype('float32'), y.astype('float32')"),
    "in order": MODEL + TRAINED.replace("epochs=3", "epochs=3, shuffle=False, batch_size=7"),
    "validation": MODEL
    + TRAINED.replace("epochs=3", "epochs=4, validation_data=(X[:9], y[:9]), validation_freq=2"),
    "layers looked at": MODEL
    + "[first, second, last] = model.layers\nkept = first.get_weights()\n"
    + "last.set_weights([w + 1 for w in last.get_weights()])\nmodel.summary()\n"
    + "assert model.get_layer(index=1) is second and model.count_params() == 1431\n"
    + TRAINED,
    "settings of the optimiser": MODEL
    + TRAINED.replace("Adam(0.001)", "Adam(learning_rate=1e-2, beta_1=0.8, epsilon=1e-5)"),
    "logging": 'tf.get_logger().setLevel("ERROR")\ntf.autograph.set_verbosity(0)\n'
    + MODEL
    + TRAINED,
}  # fmt: skip

BEYOND = {
    "functional": "i = keras.Input((40,))\nmodel = keras.Model(i, Dense(1)(i))\n",
    "units as text": MODEL.replace("25", "'25'"),
    "units of numpy": MODEL.replace("25", "np.int64(25)"),
    "negative units": MODEL.replace("25", "-25"),
    "a class": "class Mine(Dense):\n    pass\n",
    "a version": "tf.__version__\n",
    "a printed model": MODEL + "print(model)\n",
    "a printed layer": MODEL + "f'{model.layers[0]}'\n",
    "a printed module": "print(tf.keras)\n",
    "something set": MODEL + "model.trainable = False\n",
    "a method replaced": "Sequential.fit = lambda self: 1\n",
    "a class replaced": "tf.keras.layers.Dense = 3\n",
    "a method deleted": "del Sequential.fit\n",
    "a tensor": "tf.constant([1.0])\n",
    "an error caught": "try:\n    tf.foo\nexcept Exception:\n    pass\n",
    "hasattr": "hasattr(tf, 'foo')\n",
    "getattr": MODEL + "getattr(model, 'foo', None)\n",
    "a module": "import tensorflow.keras.datasets\n",
    "a layer": "from tensorflow.keras.layers import Dropout\n",
    "everything": "from tensorflow.keras import *\n",
    "another module": "import importlib\nimportlib.import_module('keras.ops')\n",
    "arithmetic": MODEL + "model(X) + 1\n",
    "a part of a tensor": MODEL + "model(X)[0]\n",
    "tensors compared": MODEL + "model(X) == model(X)\n",
    "a tensor's truth": MODEL + "bool(model(X))\n",
    "a shape": MODEL + "model(X).shape\n",
    "no loss": MODEL + "model.fit(X, y)\n",
    "data of another width": MODEL + TRAINED.replace("X, y", "X[:, :5], y"),
    "data in lists": MODEL + TRAINED.replace("X, y", "X.tolist(), y"),
    "one example": MODEL + "model.predict(X[0])\n",
    "too few targets": MODEL + TRAINED.replace("X, y", "X, y[:3]"),
    "no epochs": MODEL + TRAINED.replace("epochs=3", "epochs=0"),
    "a regulariser": MODEL.replace("25,", "25, kernel_regularizer='l2',"),
    "no units": "Dense()\n",
    "a typing error": MODEL.replace('"sigmoid"', '"sigmoyd"', 1),
    "a shape without a comma": MODEL.replace("(40,)", "(40)"),
    "two names": "Sequential([keras.Input((4,)), Dense(1, name='a'), Dense(1, name='a')])\n",
    "a layer in two models": MODEL + "Sequential([keras.Input((40,)), model.layers[0]])\n",
    "evaluate": MODEL + TRAINED + "model.evaluate(X, y)\n",
    "variables": MODEL + "model.weights\n",
    "a name nobody gave": "Dense(3).name\n",
    "pickle": MODEL + "import pickle\npickle.dumps(model)\n",
    "copy": MODEL + "import copy\ncopy.deepcopy(model)\n",
    "a name that Keras gives": MODEL.replace("25,", "25, name='dense_1',"),
    "the input's name": MODEL.replace("25,", "25, name='input_layer',"),
    "a slash": MODEL.replace("25,", "25, name='a/b',"),
    "a length": MODEL + "len(model)\n",
    "an optimiser in two models": MODEL
    + "o = keras.optimizers.Adam()\nmodel.compile(o, 'mse')\n"
    + "other = Sequential([keras.Input((4,)), Dense(1)])\nother.compile(o, 'mse')\n",
    "a callback": "tf.keras.callbacks.EarlyStopping(monitor='loss')\n",
    "a metric": MODEL + "model.compile('adam', 'mse', metrics=['mae'])\n",
    "an input in the middle": MODEL.replace("15,", "15, input_shape=(25,),"),
    "an activation called": "tf.keras.activations.sigmoid(X)\n",
    "a loss called": "tf.keras.losses.BinaryCrossentropy()(y, y)\n",
    "a loss with softmax": MODEL.replace('1, activation="sigmoid"', '3, activation="softmax"')
    + 'model.compile(loss="bce")\nmodel.fit(X, y)\n',
    "an error of a callback": MODEL
    + TRAINED.replace(
        "verbose=0", "callbacks=[tf.keras.callbacks.LambdaCallback(on_epoch_end=lambda: 1)]"
    ),
}


def drawn(number: int) -> str:
    """A small random program on the list."""
    pick = np.random.default_rng([14, number])
    loss = str(pick.choice(["bce", "binary_crossentropy", "mse"]))
    last = "sigmoid" if loss != "mse" else str(pick.choice(["linear", "sigmoid", "tanh", "relu"]))
    hidden = [
        f'Dense({pick.integers(1, 9)}, "{pick.choice(["sigmoid", "relu", "tanh", "linear"])}")'
        for _ in range(pick.integers(0, 3))
    ]
    rate = float(pick.choice([0.1, 0.01, 0.001]))
    optimizer = pick.choice(
        [
            f"Adam({rate})",
            f"RMSprop({rate}, momentum=0.5)",
            f"SGD({rate}, nesterov=True, momentum=0.5)",
        ]
    )
    given = ", ".join(
        pick.choice([
            "batch_size=9", "validation_split=0.3", "shuffle=False", "verbose=0", "epochs=2",
        ], 2, replace=False)
    )  # fmt: skip
    layers = ", ".join(["keras.Input((40,))", *hidden, f'Dense(1, "{last}")'])
    metrics = pick.choice(["None", '["accuracy"]'])
    return (
        f"model = Sequential([{layers}])\n"
        f"model.compile(keras.optimizers.{optimizer}, '{loss}', metrics={metrics})\n"
        f"kept = list(model.fit(X, y, {given}).history.values())\n"
    )


PROGRAMS = ON_THE_LIST | {f"drawn {number}": drawn(number) for number in range(20)}
