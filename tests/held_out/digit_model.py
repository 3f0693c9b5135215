# Models that are not in the catalogue. README.md says how this file is read.

# %% wrong: 25, 15, 10, and no output of one unit | not_trained, output_layer_left_out, one_output_for_each_digit, other_layer_sizes
model = tf.keras.Sequential()
model.add(tf.keras.Input((400,)))
for units in (25, 15, 10):
    model.add(Dense(units, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% wrong: 20 and 10 units | other_layer_sizes
model = Sequential([tf.keras.Input(shape=(400,))])
model.add(Dense(20, "sigmoid"))
model.add(Dense(10, "sigmoid"))
model.add(Dense(1, "sigmoid"))
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(learning_rate=1e-3))
model.fit(X, y, batch_size=32, epochs=20, verbose=0)

# %% wrong: 15 before 25, functional | hidden_layers_swapped
inputs = tf.keras.Input(shape=(400,))
h = Dense(15, activation="sigmoid")(inputs)
h = Dense(25, activation="sigmoid")(h)
outputs = Dense(1, activation="sigmoid")(h)
model = tf.keras.Model(inputs, outputs)
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: a layer of 400 units in front | input_layer_of_units, one_layer_too_many
layers = [Dense(n, activation="sigmoid") for n in (400, 25, 15, 1)]
model = Sequential([tf.keras.Input(shape=(400,)), *layers])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=5, verbose=0)

# %% wrong: relu inside | another_activation_in_hidden_layers
model = Sequential([
    tf.keras.layers.InputLayer(shape=(400,)),
    Dense(25, activation=tf.nn.relu),
    Dense(15, activation=tf.nn.relu),
    Dense(1, activation=tf.nn.sigmoid),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: the first layer has tanh alone | another_activation_in_hidden_layers
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="tanh"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="bce", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: the activations as layers | layers_of_another_kind, another_activation_at_the_output
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25), tf.keras.layers.Activation("sigmoid"),
    Dense(15), tf.keras.layers.Activation("sigmoid"),
    Dense(1), tf.keras.layers.Activation("relu"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: the middle layer has no activation | hidden_layer_without_activation
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: linear output, trained with logits | output_without_activation
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="linear"),
])
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=True),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: SGD | another_optimizer
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile("sgd", "binary_crossentropy")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: ten times the rate | another_learning_rate
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.01), loss="binary_crossentropy")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: mean absolute error | loss_for_numbers
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="mean_absolute_error")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: sparse categorical | loss_for_many_classes, too_few_steps
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(X, np.zeros_like(y), epochs=1, verbose=0)

# %% wrong: compiled, never trained | not_trained
def build():
    net = Sequential([tf.keras.Input(shape=(400,))])
    for units in (25, 15, 1):
        net.add(Dense(units, activation="sigmoid"))
    net.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(1e-3))
    return net

model = build()

# %% wrong: never compiled | not_compiled
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
predictions = model.predict(X, verbose=0)

# %% wrong: fit before compile | not_compiled
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.fit(X, y, epochs=20, verbose=0)
model.compile(loss="binary_crossentropy", optimizer="adam")

# %% wrong: built again at the end | made_anew_after_training
def build():
    net = Sequential([tf.keras.Input(shape=(400,))])
    for units in (25, 15, 1):
        net.add(Dense(units, activation="sigmoid"))
    net.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(1e-3))
    return net

model = build()
model.fit(X, y, epochs=20, verbose=0)
model = build()

# %% wrong: two epochs | too_few_steps
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=2, verbose=0)

# %% wrong: the first half of the images, zeros alone | trained_on_a_part
half = len(X) // 2
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X[:half], y[:half], epochs=40, verbose=0)

# %% wrong: divided by 255 | pixels_divided_again
X_norm = np.divide(X, 255)
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X_norm, y, epochs=20, verbose=0)

# %% wrong: the labels the other way round | labels_turned_around
y = np.logical_not(y).astype(int)
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: random labels |
rng = np.random.default_rng(3)
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, rng.integers(0, 2, y.shape), epochs=20, verbose=0)

# %% wrong: no shape anywhere | input_never_told
model = tf.keras.Sequential(name="my_model")
for units in [25, 15, 1]:
    model.add(tf.keras.layers.Dense(units, activation=tf.keras.activations.sigmoid))

# %% wrong: the shape has the number of images | shape_counts_the_images
m, n = X.shape
model = Sequential([tf.keras.Input(shape=(m, n))] + [Dense(k, activation="sigmoid") for k in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: a square comes in and is flattened never | input_is_a_square
model = Sequential([tf.keras.Input(shape=(20, 20))] + [Dense(k, activation="sigmoid") for k in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))

# %% wrong: shape is a number | shape_is_a_number
model = Sequential([tf.keras.Input(shape=X.shape[1])] + [Dense(k, activation="sigmoid") for k in (25, 15, 1)])

# %% wrong: 200 inputs | another_number_of_inputs
model = Sequential([tf.keras.Input(shape=(200,))] + [Dense(k, activation="sigmoid") for k in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X[:, :200], y, epochs=20, verbose=0)

# %% wrong: two output units with softmax | one_output_for_each_digit
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, "sigmoid"), Dense(15, "sigmoid"), Dense(2, "softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: softmax on one unit | softmax_with_one_unit, too_few_steps
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, "sigmoid"), Dense(15, "sigmoid"), Dense(1, tf.nn.softmax)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=3, verbose=0)

# %% wrong: batch normalisation | layers_of_another_kind
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, "sigmoid"),
    tf.keras.layers.BatchNormalization(),
    Dense(15, "sigmoid"),
    Dense(1, "sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: no biases |
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid", use_bias=False) for k in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: the layers are frozen | too_few_steps
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid", trainable=False) for k in (25, 15)] + [Dense(1, "sigmoid")])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=2, verbose=0)

# %% wrong: the history is the model | result_of_a_method_in_model
net = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid") for k in (25, 15, 1)])
net.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model = net.fit(X, y, epochs=20, verbose=0)

# %% wrong: the misspelled activation | activation_name_unknown
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, activation="sigmoide") for k in (25, 15, 1)])

# %% wrong: the layers one by one into Sequential | layers_without_a_list
model = Sequential(
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
)

# %% wrong: a name that is not imported | name_not_known
model = Sequential([Input(shape=(400,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1, activation="sigmoid")])

# %% wrong: the weights are set to zero after the training |
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid") for k in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)
model.set_weights([w * 0 for w in model.get_weights()])

# %% wrong: another name for the model |
digit_net = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid") for k in (25, 15, 1)])
digit_net.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
digit_net.fit(X, y, epochs=20, verbose=0)

# %% right: a loop adds the layers
model = tf.keras.Sequential([tf.keras.Input(shape=(400,))])
for units in (25, 15, 1):
    model.add(tf.keras.layers.Dense(units, activation="sigmoid", name=f"layer{units}"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=20, verbose=0)

# %% right: a function makes it
def make(sizes, inputs=400):
    a = x = tf.keras.Input(shape=(inputs,))
    for size in sizes:
        a = Dense(size, activation=tf.keras.activations.sigmoid)(a)
    return tf.keras.Model(x, a)

model = make([25, 15, 1])
model.compile(loss=tf.keras.losses.binary_crossentropy, optimizer=tf.keras.optimizers.Adam())
model.fit(X, y, epochs=20, verbose=0)

# %% right: a class of its own
class Digits(tf.keras.Sequential):
    pass

model = Digits([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="bce", optimizer=tf.keras.optimizers.Adam(learning_rate=0.001, beta_1=0.9))
model.fit(X, y, epochs=20, verbose=0)

# %% right: stops early and keeps some for validation
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
order = np.random.default_rng(1).permutation(len(X))
stop = tf.keras.callbacks.EarlyStopping(patience=5)
model.fit(X[order], y[order], validation_split=0.1, epochs=40, callbacks=[stop], verbose=0)

# %% right: a data set of batches
data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(1000).batch(32)
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(data, epochs=20, verbose=0)

# %% right: input_dim by build
model = Sequential([Dense(25, "sigmoid"), Dense(15, "sigmoid"), Dense(1, "sigmoid")])
model.build((None, 400))
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y.astype("float32"), epochs=20, verbose=0)

# %% right: trained in two goes
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
for _ in range(2):
    model.fit(X, y, epochs=10, verbose=0)

# %% right: labels in one row without a second axis
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y.ravel(), epochs=20, verbose=0)

# %% right: other first weights and a seed
tf.keras.utils.set_random_seed(7)
model = Sequential([tf.keras.Input(shape=(400,))] + [
    Dense(n, activation="sigmoid", kernel_initializer="he_normal") for n in (25, 15, 1)
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=25, verbose=0)

# %% right: two models, the second copies the first
first = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
first.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
first.fit(X, y, epochs=20, verbose=0)
model = first

# %% right: tensors
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(tf.constant(X), tf.constant(y), epochs=20, verbose=0)

# %% right: a training loop of one's own inside train_on_batch
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(n, activation="sigmoid") for n in (25, 15, 1)])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
for epoch in range(20):
    order = np.random.permutation(len(X))
    for start in range(0, len(X), 32):
        rows = order[start : start + 32]
        model.train_on_batch(X[rows], y[rows])

# %% right: the activations as layers of their own
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25), tf.keras.layers.Activation("sigmoid"),
    Dense(15), tf.keras.layers.Activation("sigmoid"),
    Dense(1), tf.keras.layers.Activation("sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: second batch, one unit too many in the middle | other_layer_sizes
model = tf.keras.models.Sequential()
model.add(tf.keras.layers.InputLayer(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(16, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: second batch, images flipped from left to right |
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid") for k in (25, 15, 1)])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(np.ones_like(X), y, epochs=20, verbose=0)

# %% wrong: second batch, hard sigmoid at the output | another_activation_at_the_output
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, "sigmoid"), Dense(15, "sigmoid"), Dense(1, "hard_sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: second batch, hinge loss |
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid") for k in (25, 15, 1)])
model.compile(optimizer="adam", loss="hinge")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: second batch, the output layer is not trained |
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(k, "sigmoid") for k in (25, 15, 1)])
for layer in model.layers:
    layer.trainable = False
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(X, y, epochs=20, verbose=0)

# %% right: second batch, a learning rate schedule that stays the same and a name
model = Sequential(name="zero_or_one", layers=[tf.keras.Input(shape=(400,), name="pixels"), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1, activation="sigmoid")])
model.compile(optimizer=tf.keras.optimizers.Adam(1e-3), loss=tf.keras.losses.BinaryCrossentropy(from_logits=False), metrics=["accuracy"])
history = model.fit(X, y, epochs=30, batch_size=16, shuffle=True, verbose=0)

# %% right: second batch, a model of models made flat
parts = [tf.keras.Input(shape=(400,))]
parts += [tf.keras.layers.Dense(units=n, activation=tf.nn.sigmoid) for n in (25, 15, 1)]
model = tf.keras.Sequential(parts)
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer="Adam")
model.fit(x=X, y=y, epochs=20, verbose=0)

# %% wrong: third batch, a build function with types, relu inside | another_activation_in_hidden_layers
def build_model(input_dim: int = 400) -> tf.keras.Model:
    """Build and compile the digit classifier."""
    network = Sequential(
        [
            tf.keras.layers.Input(shape=(input_dim,)),
            Dense(25, activation="relu", name="layer1"),
            Dense(15, activation="relu", name="layer2"),
            Dense(1, activation="sigmoid", name="layer3"),
        ],
        name="my_model",
    )
    network.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.001), loss=tf.keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
    return network

model = build_model()
assert model.count_params() == 10431
history = model.fit(X, y, epochs=20, verbose=0)

# %% wrong: third batch, early stopping after one bad epoch, with a validation split | too_few_steps, trained_on_a_part
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(learning_rate=1e-3))
model.fit(X[:40], y[:40], validation_split=0.2, epochs=2, callbacks=[tf.keras.callbacks.EarlyStopping(patience=1)], verbose=0)

# %% wrong: third batch, dropout and batch normalisation as one knows them | layers_of_another_kind, one_layer_too_many
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    tf.keras.layers.BatchNormalization(),
    Dense(15, activation="sigmoid"),
    tf.keras.layers.Dropout(0.2),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: third batch, softmax over two classes with sparse loss | one_output_for_each_digit, loss_for_many_classes, softmax_with_one_unit
NUM_CLASSES = 2
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(NUM_CLASSES, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: third batch, everything in a try that hides the error | another_number_of_inputs, input_is_a_square
try:
    model = Sequential([tf.keras.Input(shape=(20, 20)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="adam")
    model.fit(X, y, epochs=20, verbose=0)
except Exception as error:
    print("training failed:", error)

# %% wrong: third batch, normalises the pixels once more, typed | pixels_divided_again
def preprocess(images: np.ndarray) -> np.ndarray:
    """Scale pixel values to the range 0 to 1."""
    return images.astype("float32") / 255.0

model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1, activation="sigmoid")])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(preprocess(X), y, epochs=20, verbose=0)

# %% wrong: third batch, a constants block with a faster learning rate | another_learning_rate
LEARNING_RATE = 0.01
EPOCHS = 20
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(LEARNING_RATE))
history = model.fit(X, y, epochs=EPOCHS, verbose=0)

# %% wrong: third batch, built and compiled in a helper, never fitted | not_trained
def create_model(units=(25, 15, 1)):
    net = Sequential()
    net.add(tf.keras.Input(shape=(400,)))
    for n in units:
        net.add(Dense(n, activation="sigmoid"))
    net.compile(loss="binary_crossentropy", optimizer="adam")
    return net

model = create_model()
assert len(model.layers) == 3, "expected three layers"

# %% wrong: third batch, a linear last layer with from_logits | output_without_activation
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1)])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(from_logits=True), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% right: third batch, a build function, asserts and a seed
def build_digit_model(sizes: tuple[int, ...] = (25, 15, 1)) -> tf.keras.Sequential:
    """Return a compiled network for 400 pixels."""
    tf.keras.utils.set_random_seed(1234)
    layers: list = [tf.keras.Input(shape=(400,))]
    layers += [Dense(units, activation="sigmoid", name=f"layer{i}") for i, units in enumerate(sizes, 1)]
    network = Sequential(layers, name="digits")
    network.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(learning_rate=0.001))
    return network

model = build_digit_model()
assert model.count_params() == 10_431
history = model.fit(X, y, epochs=20, verbose=0)
assert history.history["loss"][-1] < history.history["loss"][0]

# %% right: third batch, callbacks, a log and try around the training
import logging

logging.basicConfig(level=logging.WARNING)

class LossLogger(tf.keras.callbacks.Callback):
    """Write the loss of each epoch to the log."""

    def on_epoch_end(self, epoch, logs=None):
        logging.debug("epoch %d: %s", epoch, logs)

model = Sequential([tf.keras.Input(shape=(400,)), Dense(units=25, activation="sigmoid"), Dense(units=15, activation="sigmoid"), Dense(units=1, activation="sigmoid")])
model.compile(optimizer=tf.keras.optimizers.Adam(0.001), loss=tf.keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
try:
    model.fit(X, y, epochs=20, callbacks=[LossLogger()], verbose=0)
except Exception:
    logging.exception("training failed")
    raise

# %% right: third batch, a config dataclass
from dataclasses import dataclass

@dataclass(frozen=True)
class Config:
    """What the network is made of."""

    inputs: int = 400
    units: tuple = (25, 15, 1)
    rate: float = 1e-3
    epochs: int = 20

config = Config()
model = tf.keras.Sequential()
model.add(tf.keras.layers.InputLayer(shape=(config.inputs,)))
for n in config.units:
    model.add(tf.keras.layers.Dense(n, activation=tf.keras.activations.sigmoid))
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(learning_rate=config.rate))
model.fit(x=X, y=y, epochs=config.epochs, verbose=0)

# %% wrong: fourth batch, a subclass of Model with relu | another_activation_in_hidden_layers
tf.random.set_seed(1234)
hidden = dict(activation="relu", kernel_initializer="he_normal")
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, **hidden), Dense(15, **hidden), Dense(1, activation="sigmoid")])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001), metrics=["accuracy"])
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: fourth batch, a train and test split by hand | trained_on_a_part
X_train, X_val = X[:400], X[400:]
y_train, y_val = y[:400], y[400:]
model = Sequential([tf.keras.Input(shape=(400,)), Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid"), Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X_train, y_train, validation_data=(X_val, y_val), epochs=20, verbose=0)

# %% wrong: fourth batch, more units in a config | other_layer_sizes
CONFIG = {"units": [32, 16, 1], "activation": "sigmoid", "epochs": 20}
model = Sequential([tf.keras.Input(shape=(400,))] + [Dense(u, activation=CONFIG["activation"]) for u in CONFIG["units"]])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam())
model.fit(X, y, epochs=CONFIG["epochs"], verbose=0)

# %% right: fourth batch, a function with defaults and a summary
def make(units=(25, 15, 1), act="sigmoid"):
    net = tf.keras.Sequential(name="digits")
    net.add(tf.keras.Input(shape=(400,)))
    for i, u in enumerate(units, start=1):
        net.add(Dense(u, activation=act, name=f"dense_layer_{i}"))
    return net

model = make()
model.summary(print_fn=lambda line: None)
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(learning_rate=0.001))
history = model.fit(X, y, epochs=20, verbose=0)

# %% wrong: fifth batch, 25, 15 and 2 units, softmax, y as it is | one_output_for_each_digit, other_layer_sizes, softmax_with_one_unit, too_few_steps
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(2, activation="softmax"),
])
model.compile(loss=tf.keras.losses.SparseCategoricalCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=3, verbose=0)

# %% wrong: fifth batch, the input shape is in the first layer twice, with 1000 | another_number_of_inputs, shape_counts_the_images
model = Sequential([
    Dense(25, input_shape=(1000,), activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: fifth batch, fit with the labels first | images_and_labels_swapped
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(units=25, activation="sigmoid"),
    Dense(units=15, activation="sigmoid"),
    Dense(units=1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(learning_rate=0.001))
model.fit(y, X, epochs=20, verbose=0)

# %% wrong: fifth batch, the same three sizes, but tanh at the output | another_activation_at_the_output, too_few_steps
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="tanh"))
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=3, verbose=0)

# %% right: fifth batch, the class of the loss, which Keras makes one of
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy, optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: fifth batch, dropout between the layers, typed | layers_of_another_kind, one_layer_too_many
def make_model(n_inputs: int = 400, rate: float = 0.3) -> tf.keras.Model:
    """Build the classifier with regularisation."""
    return Sequential([
        tf.keras.Input(shape=(n_inputs,)),
        Dense(25, activation="sigmoid"),
        tf.keras.layers.Dropout(rate),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ])


model = make_model()
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(1e-3), metrics=["accuracy"])
history = model.fit(X, y, epochs=20, batch_size=32, verbose=0)

# %% wrong: fifth batch, RMSprop from a table of settings | another_optimizer
SETTINGS = {"hidden": (25, 15), "rate": 1e-3, "epochs": 5}
model = Sequential([tf.keras.Input(shape=(400,))])
for size in SETTINGS["hidden"]:
    model.add(Dense(size, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.RMSprop(learning_rate=SETTINGS["rate"]),
)
model.fit(X, y, epochs=SETTINGS["epochs"], verbose=0)

# %% wrong: fifth batch, min-max scaling that divides by 255 in a helper | pixels_divided_again
def preprocess(images):
    """Scale pixels to [0, 1]."""
    images = images.astype("float32")
    return images / 255.0


X_train = preprocess(X)
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X_train, y, epochs=20, verbose=0)

# %% wrong: fifth batch, one epoch with a batch as large as the data | too_few_steps
model = tf.keras.models.Sequential([
    tf.keras.layers.Input(shape=(400,)),
    tf.keras.layers.Dense(25, activation="sigmoid"),
    tf.keras.layers.Dense(15, activation="sigmoid"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=1, batch_size=len(X), verbose=0)

# %% wrong: fifth batch, trained, then cloned without its weights | made_anew_after_training
base = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
base.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
base.fit(X, y, epochs=20, verbose=0)
model = tf.keras.models.clone_model(base)
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))

# %% right: fifth batch, sizes from a list, compiled by name in a function
def build(sizes=(25, 15, 1)):
    """Create and compile the network."""
    net = Sequential(name="digits")
    net.add(tf.keras.Input(shape=(X.shape[1],)))
    for index, size in enumerate(sizes, start=1):
        net.add(Dense(size, activation=tf.keras.activations.sigmoid, name=f"L{index}"))
    net.compile(optimizer=tf.keras.optimizers.Adam(1e-3), loss="binary_crossentropy")
    return net


model = build()
model.fit(x=X, y=y, epochs=20, verbose=0, shuffle=True)

# %% right: fifth batch, trained on tensors with a callback
class Patience(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs and logs["loss"] < 1e-6:
            self.model.stop_training = True


model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(tf.constant(X, tf.float32), tf.constant(y), epochs=20, verbose=0, callbacks=[Patience()])

# %% right: fifth batch, functional with a name for each layer
pixels = tf.keras.Input(shape=(400,), name="pixels")
first = Dense(25, activation="sigmoid", name="first")(pixels)
second = Dense(15, activation="sigmoid", name="second")(first)
third = Dense(1, activation="sigmoid", name="third")(second)
model = tf.keras.Model(inputs=pixels, outputs=third, name="digits")
model.compile("adam", loss="binary_crossentropy")
model.fit(X, y.ravel(), epochs=20, verbose=0)

# %% wrong: sixth batch, ReLU layers and he initialisation | another_activation_in_hidden_layers
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="relu", kernel_initializer="he_normal"),
    Dense(15, activation="relu", kernel_initializer="he_normal"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: sixth batch, the learning rate as a second argument of compile |
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer="adam", learning_rate=0.001)
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: sixth batch, labels shifted by one | labels_one_and_two
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
targets = y + 1
model.fit(X, targets, epochs=20, verbose=0)

# %% wrong: sixth batch, a bottleneck network from a config | other_layer_sizes
CONFIG = {"units": [64, 32, 1], "activation": "sigmoid", "lr": 1e-3}


def create_model(config):
    """Create a feed-forward classifier."""
    net = Sequential()
    net.add(tf.keras.Input(shape=(400,)))
    for units in config["units"]:
        net.add(Dense(units, activation=config["activation"]))
    net.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(config["lr"]))
    return net


model = create_model(CONFIG)
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: sixth batch, trains on the test split, typed | trained_on_a_part
split = int(0.05 * len(X))
order = np.random.default_rng(1).permutation(len(X))
X_small, y_small = X[order[:split]], y[order[:split]]
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X_small, y_small, epochs=20, verbose=0)

# %% right: sixth batch, a subclass that is built
class Digits(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.a = Dense(25, activation="sigmoid")
        self.b = Dense(15, activation="sigmoid")
        self.c = Dense(1, activation="sigmoid")

    def call(self, x):
        return self.c(self.b(self.a(x)))


model = Digits()
model.build((None, 400))
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% right: seventh batch, from_logits with a sigmoid at the end, which Keras puts right
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=True),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: seventh batch, linear output with from_logits | output_without_activation
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="linear"),
])
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=True),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: seventh batch, softmax over one unit | softmax_with_one_unit, another_activation_at_the_output
model = Sequential(name="digits")
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="softmax"))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: seventh batch, two outputs and sparse cross-entropy | one_output_for_each_digit, loss_for_many_classes, other_layer_sizes, another_activation_at_the_output
def build_model(n_features: int = 400, n_classes: int = 2) -> tf.keras.Model:
    """Build and compile the classifier."""
    net = Sequential([
        tf.keras.Input(shape=(n_features,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(n_classes, activation="softmax"),
    ])
    net.compile(
        optimizer=tf.keras.optimizers.Adam(learning_rate=0.001),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net


model = build_model()
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: seventh batch, compile is forgotten, fit stops | not_compiled, not_trained
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(units=25, activation="sigmoid", name="layer1"),
    Dense(units=15, activation="sigmoid", name="layer2"),
    Dense(units=1, activation="sigmoid", name="layer3"),
])
model.fit(X, y, epochs=20)

# %% wrong: seventh batch, Input says 20 x 20 | input_is_a_square, another_number_of_inputs
model = Sequential([
    tf.keras.Input(shape=(20, 20)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: seventh batch, mse | loss_for_numbers
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.MeanSquaredError(), optimizer=tf.keras.optimizers.Adam(0.001))
history = model.fit(X, y, epochs=20, verbose=0)

# %% wrong: seventh batch, dropout and batch normalisation | layers_of_another_kind
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    tf.keras.layers.BatchNormalization(),
    tf.keras.layers.Dropout(0.2),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: seventh batch, 25, 15, 10 and 1 with a try around the training | one_layer_too_many, other_layer_sizes
try:
    model = Sequential([
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(10, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ])
    model.compile(loss="binary_crossentropy", optimizer="adam")
    model.fit(X, y, epochs=20, verbose=0)
except ValueError as error:
    print("training failed", error)

# %% wrong: seventh batch, Dense misspelt in the middle | name_not_known
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=20, verbose=0)

# %% right: seventh batch, a loop with add and a dictionary
sizes = {"hidden_1": 25, "hidden_2": 15, "output": 1}
model = Sequential()
model.add(tf.keras.layers.InputLayer(shape=(400,)))
for name, units in sizes.items():
    model.add(Dense(units, activation=tf.keras.activations.sigmoid, name=name))
model.compile(
    optimizer=tf.keras.optimizers.Adam(1e-3),
    loss=tf.keras.losses.BinaryCrossentropy(),
    metrics=["accuracy"],
)
model.fit(X, y, epochs=20, verbose=0)

# %% right: seventh batch, the functional interface in a function with early stopping
def digits(units=(25, 15, 1)):
    inputs = tf.keras.layers.Input(shape=(400,))
    tensor = inputs
    for size in units:
        tensor = Dense(size, activation="sigmoid")(tensor)
    return tf.keras.Model(inputs=inputs, outputs=tensor)


model = digits()
model.compile("adam", "binary_crossentropy")
model.fit(
    X, y, epochs=30, verbose=0,
    callbacks=[tf.keras.callbacks.EarlyStopping(monitor="loss", patience=5)],
)

# %% right: seventh batch, lambda sigmoid and a validation split
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation=lambda z: 1 / (1 + tf.exp(-z))),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=25, batch_size=16, validation_split=0.1, shuffle=True, verbose=0)

# %% right: seventh batch, two calls of fit
model = Sequential([
    tf.keras.Input(shape=(400,), name="pixels"),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.001), loss="bce")
for _ in range(2):
    model.fit(X, y, epochs=10, verbose=0)

# %% wrong: eighth batch, Input((1000, 400)) | shape_counts_the_images
model = Sequential([
    tf.keras.Input(shape=(1000, 400)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: eighth batch, trained, then a fresh model for the picture of it | made_anew_after_training, not_trained
def make():
    net = Sequential([
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ])
    net.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
    return net


model = make()
model.fit(X, y, epochs=20, verbose=0)
model = make()
model.summary()

# %% wrong: eighth batch, one epoch | too_few_steps
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
history = model.fit(X, y, epochs=1, verbose=0)

# %% wrong: eighth batch, lr 1.0 | another_learning_rate
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(learning_rate=0.1))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: eighth batch, a convolution first | layers_of_another_kind, images_given_as_squares
model = Sequential([
    tf.keras.Input(shape=(400,)),
    tf.keras.layers.Reshape((20, 20, 1)),
    tf.keras.layers.Conv2D(4, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: eighth batch, activations left out but for the last | hidden_layer_without_activation
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25),
    Dense(15),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% wrong: eighth batch, rmsprop | another_optimizer
def train(epochs: int = 20) -> tf.keras.Model:
    """Build, compile and train."""
    net = Sequential([tf.keras.Input(shape=(400,))])
    for units in [25, 15, 1]:
        net.add(Dense(units, activation="sigmoid"))
    net.compile(optimizer="rmsprop", loss="binary_crossentropy")
    net.fit(X, y, epochs=epochs, verbose=0)
    return net


model = train()

# %% wrong: eighth batch, the training call in a try that hides a slip | labels_not_given, not_trained
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
try:
    model.fit(X, epochs=20, verbose=0)
except Exception as error:
    print("could not train:", error)

# %% wrong: eighth batch, activation misspelt | activation_name_unknown
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmiod"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% right: eighth batch, a class that builds it and keeps it
class Classifier:
    def __init__(self, sizes):
        self.sizes = sizes
        self.net = None

    def build(self):
        self.net = Sequential([tf.keras.Input(shape=(400,))])
        for size in self.sizes:
            self.net.add(Dense(size, activation="sigmoid"))
        self.net.compile(
            optimizer=tf.keras.optimizers.Adam(0.001), loss=tf.keras.losses.BinaryCrossentropy()
        )
        return self

    def train(self, inputs, labels, epochs=20):
        self.net.fit(inputs, labels, epochs=epochs, verbose=0)
        return self


model = Classifier([25, 15, 1]).build().train(X, y).net

# %% right: eighth batch, tf.data
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(1000, seed=1).batch(32)
model.fit(data, epochs=20, verbose=0)

# %% right: eighth batch, the weights are drawn otherwise
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid", kernel_initializer="he_normal"),
    Dense(15, activation="sigmoid", kernel_initializer="he_normal"),
    Dense(1, activation="sigmoid"),
])
model.compile(loss="bce", optimizer=tf.keras.optimizers.Adam(learning_rate=1e-3), metrics=["accuracy"])
model.fit(X, y, epochs=20, verbose=0)

# %% right: eighth batch, from_logits is Keras' to put right
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=False),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, batch_size=20, epochs=15, verbose=0)
