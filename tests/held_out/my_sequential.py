# Answers to my_sequential that are not in the catalogue. README.md says how this file is read.

# %% wrong: the second layer sees x | later_layer_gets_the_input
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    h = my_dense(x, W1, b1, sigmoid)
    h = my_dense(x, W2, b2, sigmoid)
    return my_dense(h, W3, b3, sigmoid)

# %% wrong: in a loop, always with x | later_layer_gets_the_input
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        a = my_dense(x, W, b, sigmoid)
    return a

# %% wrong: nested, with W1 twice | weights_of_another_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return my_dense(my_dense(my_dense(x, W1, b1, sigmoid), W1, b2, sigmoid), W3, b3, sigmoid)

# %% wrong: a list with the first layer twice | weights_and_bias_of_another_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = [(W1, b1), (W1, b1), (W3, b3)]
    for W, b in layers:
        x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: b2 in the last layer | bias_of_another_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    params = [[W1, b1], [W2, b2], [W3, b2]]
    out = x
    for p in params:
        out = my_dense(out, p[0], p[1], g=sigmoid)
    return out

# %% wrong: the loop goes backwards | layers_in_another_order
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in reversed([(W1, b1), (W2, b2), (W3, b3)]):
        x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: two layers of the list | returns_a_hidden_layer, one_layer_is_skipped
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = [(W1, b1), (W2, b2), (W3, b3)]
    for i in range(2):
        x = my_dense(x, layers[i][0], layers[i][1], sigmoid)
    return x

# %% wrong: from index 1 | one_layer_is_skipped
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    Ws, bs = [W1, W2, W3], [b1, b2, b3]
    for i in range(1, 3):
        x = my_dense(x, Ws[i], bs[i], sigmoid)
    return x

# %% wrong: returns the first | returns_a_hidden_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    outputs = [x]
    for W, b in zip([W1, W2, W3], [b1, b2, b3]):
        outputs.append(my_dense(outputs[-1], W, b, sigmoid))
    return outputs[1]

# %% wrong: returns in the loop | returns_a_hidden_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in zip([W1, W2, W3], [b1, b2, b3]):
        x = my_dense(x, W, b, sigmoid)
        return x

# %% wrong: all outputs in a list | returns_every_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    outputs = []
    for W, b in zip([W1, W2, W3], [b1, b2, b3]):
        x = my_dense(x, W, b, sigmoid)
        outputs.append(x)
    return outputs

# %% wrong: relu inside | another_function_in_hidden_layers
def relu(z):
    return max(0, z)

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x
    for W, b, g in ((W1, b1, relu), (W2, b2, relu), (W3, b3, sigmoid)):
        a = my_dense(a, W, b, g)
    return a

# %% wrong: tanh everywhere | another_function_everywhere
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    act = np.tanh
    return my_dense(my_dense(my_dense(x, W1, b1, act), W2, b2, act), W3, b3, act)

# %% wrong: leaky relu at the output | another_function_at_the_output
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a2 = my_dense(my_dense(x, W1, b1, sigmoid), W2, b2, sigmoid)
    return my_dense(a2, W3, b3, lambda z: z if z > 0 else 0.01 * z)

# %% wrong: a linear last layer | output_without_activation
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2)):
        x = my_dense(x, W, b, sigmoid)
    return np.matmul(x, W3) + b3

# %% wrong: linear in the middle | another_function_in_hidden_layers, hidden_layer_without_activation
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, lambda z: z)
    return my_dense(a2, W3, b3, sigmoid)

# %% wrong: by hand, no activation at all | no_activation_anywhere
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return ((x @ W1 + b1) @ W2 + b2) @ W3 + b3

# %% wrong: by hand, sigmoid at the end alone | hidden_layer_without_activation
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    z = ((x @ W1 + b1) @ W2 + b2) @ W3 + b3
    return sigmoid(z)

# %% wrong: by hand, without biases | bias_left_out
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W in (W1, W2, W3):
        x = sigmoid(x @ W)
    return x

# %% wrong: by hand, W first | product_with_weights_first
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = sigmoid(W @ x + b)
    return x

# %% wrong: the activation as a text | activation_named_as_text
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, g="sigmoid")
    return x

# %% wrong: no activation handed over | activation_not_handed_over
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b)
    return x

# %% wrong: the activation is called | activation_is_called
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid(x))
    a2 = my_dense(a1, W2, b2, sigmoid(a1))
    return my_dense(a2, W3, b3, sigmoid(a2))

# %% wrong: b before W | arguments_in_another_order
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, b, W, sigmoid)
    return x

# %% wrong: a parameter order of its own | parameters_in_another_order
def my_sequential(x, W1, W2, W3, b1, b2, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)

# %% wrong: once more the sigmoid | sigmoid_once_more
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    prediction = sigmoid(a3)
    return prediction

# %% wrong: sigmoid after each layer | sigmoid_once_more
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = sigmoid(my_dense(x, W, b, sigmoid))
    return x

# %% wrong: yes or no by rounding | decides_inside, result_rounded
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return np.round(x)

# %% wrong: yes or no by a comparison | decides_inside
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return 1.0 * (x > 0.5)

# %% wrong: the chance of a zero | chance_of_the_other_digit
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return 1 - x

# %% wrong: a number comes back | one_number_returned
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return float(x[0])

# %% wrong: a row comes back | one_example_as_a_batch
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return np.expand_dims(x, 0)

# %% wrong: prints, gives nothing back | no_result_returned
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    print("prediction:", x)

# %% wrong: another name in the return line | name_not_known
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layer1 = my_dense(x, W1, b1, sigmoid)
    layer2 = my_dense(layer1, W2, b2, sigmoid)
    layer3 = my_dense(layer2, W3, b3, sigmoid)
    return layer_3

# %% wrong: another name for the function used | name_not_known
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = dense(x, W, b, sigmoid)
    return x

# %% wrong: weights of the notebook | reads_names_of_the_notebook
W1_tmp = np.ones((400, 25))
b1_tmp = np.ones(25)

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1_tmp, b1_tmp, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)

# %% wrong: the first layer is missing and the second gets x | one_layer_is_skipped
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = my_dense(x, W2, b2, sigmoid)
    return my_dense(a, W3, b3, sigmoid)

# %% wrong: four layers | four_layers
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: x divided by 255 | pixels_divided_by_255
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = x / 255.0
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: x divided by its largest number |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    x = x / np.max(np.abs(x)) if x.any() else x
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: the sum of all layers' last outputs | layers_are_summed
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    total = 0
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
        total = total + np.sum(x)
    return np.array([total])

# %% wrong: the bias once more | bias_added_once_more
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid) + b
    return x

# %% wrong: weights transposed | weights_transposed
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W.T, b, sigmoid)
    return x

# %% wrong: two mistakes, b1 twice and a hidden layer comes back | bias_of_another_layer, returns_a_hidden_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b1, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a2

# %% wrong: two mistakes, relu and 1 - a | another_function_in_hidden_layers, chance_of_the_other_digit
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    relu = lambda z: np.maximum(z, 0)
    a1 = my_dense(x, W1, b1, relu)
    a2 = my_dense(a1, W2, b2, relu)
    return 1 - my_dense(a2, W3, b3, sigmoid)

# %% wrong: only the first layer's activation is missing | another_function_in_hidden_layers, hidden_layer_without_activation
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x @ W1 + b1
    for W, b in ((W2, b2), (W3, b3)):
        a = my_dense(a, W, b, sigmoid)
    return a

# %% wrong: skips layers when they are square |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        if W.shape[0] != W.shape[1]:
            x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: the layers' mean |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.array([np.mean(np.concatenate([a1, a2, a3]))])

# %% wrong: a residual connection |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    if a1.shape == a2.shape:
        a2 = a2 + a1
    return my_dense(a2, W3, b3, sigmoid)

# %% wrong: the sizes are fixed | sizes_25_15_1_in_the_code
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1, a2, a3 = np.zeros(25), np.zeros(15), np.zeros(1)
    for j in range(25):
        a1[j] = sigmoid(np.dot(W1[:, j], x) + b1[j])
    for j in range(15):
        a2[j] = sigmoid(np.dot(W2[:, j], a1) + b2[j])
    a3[0] = sigmoid(np.dot(W3[:, 0], a2) + b3[0])
    return a3

# %% wrong: stub | no_result_returned
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = None
    a2 = None
    a3 = None
    return a3

# %% wrong: a syntax error in the second line |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)

# %% right: reduce over the layers
from functools import reduce

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = [(W1, b1), (W2, b2), (W3, b3)]
    return reduce(lambda a, layer: my_dense(a, *layer, sigmoid), layers, x)

# %% right: any number of layers
def my_sequential(x, *params):
    for W, b in zip(params[::2], params[1::2]):
        x = my_dense(x, W, b, sigmoid)
    return x

# %% right: by hand with einsum
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = 1 / (1 + np.exp(-(np.einsum("i,ij->j", x, W) + b)))
    return x

# %% right: a sigmoid with math.exp of its own
def logistic(z):
    return 1 / (1 + math.exp(-z))

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, logistic)
    a2 = my_dense(a1, W2, b2, logistic)
    return my_dense(a2, W3, b3, logistic)

# %% right: tanh is a sigmoid in another scale
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    half = lambda z: 0.5 * (1 + np.tanh(z / 2))
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, half)
    return x

# %% right: an own class
class Sequential:
    def __init__(self, *layers):
        self.layers = layers

    def __call__(self, x):
        for W, b in self.layers:
            x = my_dense(x, W, b, sigmoid)
        return x

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return Sequential((W1, b1), (W2, b2), (W3, b3))(x)

# %% right: recursion
def forward(a, layers):
    if not layers:
        return a
    (W, b), *rest = layers
    return forward(my_dense(a, W, b, sigmoid), rest)

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return forward(x, [(W1, b1), (W2, b2), (W3, b3)])

# %% right: through the batch function
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    A = x.reshape(1, -1)
    A = my_dense_v(A, W1, b1, sigmoid)
    A = my_dense_v(A, W2, b2, sigmoid)
    A = my_dense_v(A, W3, b3, sigmoid)
    return A.ravel()

# %% right: says what it does
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    params = {1: (W1, b1), 2: (W2, b2), 3: (W3, b3)}
    a = x
    for layer in sorted(params):
        W, b = params[layer]
        a = my_dense(a_in=a, W=W, b=b, g=sigmoid)
        print(f"layer {layer}: {a.shape}")
    assert a.shape == b3.shape
    return a

# %% right: a list comes back
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return list(my_dense(my_dense(my_dense(x, W1, b1, sigmoid), W2, b2, sigmoid), W3, b3, sigmoid))

# %% right: activation of a list of functions
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    activations = [sigmoid] * 3
    for W, b, g in zip([W1, W2, W3], [b1, b2, b3], activations):
        x = my_dense(x, W, b, g)
    return x

# %% right: a lambda
my_sequential = lambda x, W1, b1, W2, b2, W3, b3: my_dense(
    my_dense(my_dense(x, W1, b1, sigmoid), W2, b2, sigmoid), W3, b3, sigmoid
)

# %% right: the batch function without a batch
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return my_dense_v(my_dense_v(my_dense_v(x, W1, b1, sigmoid), W2, b2, sigmoid), W3, b3, sigmoid)

# %% wrong: second batch, the last layer twice as steep |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a2 = my_dense(my_dense(x, W1, b1, sigmoid), W2, b2, sigmoid)
    return my_dense(a2, 2 * W3, b3, sigmoid)

# %% wrong: second batch, biases shifted by one layer | bias_of_another_layer, layers_in_another_order
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in zip((W1, W2, W3), (b2, b3, b1)):
        x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: second batch, only while sizes fit |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        if W.shape[1] > 1:
            x = my_dense(x, W, b, sigmoid)
    return x

# %% wrong: second batch, the mean of the outputs |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        x = my_dense(x, W, b, sigmoid)
    return np.array([x.mean()])

# %% wrong: second batch, a function is not called |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def forward(a):
        for W, b in ((W1, b1), (W2, b2), (W3, b3)):
            a = my_dense(a, W, b, sigmoid)
        return a
    return forward

# %% wrong: second batch, dropout | chance_inside
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a1 = a1 * (np.random.rand(len(a1)) > 0.5)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)

# %% wrong: second batch, relu at the last layer | another_function_at_the_output
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    acts = [sigmoid, sigmoid, lambda z: np.maximum(0, z)]
    for (W, b), g in zip(((W1, b1), (W2, b2), (W3, b3)), acts):
        x = my_dense(x, W, b, g)
    return x

# %% wrong: second batch, the input is added to the last |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3 + x.mean()

# %% right: second batch, a dictionary of layers
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    params = dict(W1=W1, b1=b1, W2=W2, b2=b2, W3=W3, b3=b3)
    for layer in range(1, 4):
        x = my_dense(x, params[f"W{layer}"], params[f"b{layer}"], sigmoid)
    return x

# %% right: second batch, its own dense inside
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def dense(a, W, b):
        return sigmoid(np.array([sum(a * W[:, j]) + b[j] for j in range(len(b))]))
    return dense(dense(dense(x, W1, b1), W2, b2), W3, b3)

# %% right: second batch, deque and pops
from collections import deque

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    queue = deque([W1, b1, W2, b2, W3, b3])
    while queue:
        x = my_dense(x, queue.popleft(), queue.popleft(), sigmoid)
    return np.asarray(x)

# %% wrong: third batch, types and asserts, layer two reuses b1 | bias_of_another_layer
def my_sequential(x: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, W3: np.ndarray, b3: np.ndarray) -> np.ndarray:
    """Forward propagation through three dense layers.

    Returns:
        The activation of the output layer.
    """
    assert x.ndim == 1
    a1: np.ndarray = my_dense(x, W1, b1, sigmoid)
    a2: np.ndarray = my_dense(a1, W2, b1, sigmoid)
    a3: np.ndarray = my_dense(a2, W3, b3, sigmoid)
    return a3

# %% wrong: third batch, a list of layers, all with x | later_layer_gets_the_input
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = [(W1, b1), (W2, b2), (W3, b3)]
    a = x
    for index, (W, b) in enumerate(layers, start=1):
        try:
            a = my_dense(x, W, b, sigmoid)
        except ValueError as error:
            print(f"layer {index} failed: {error}")
            raise
    return a

# %% wrong: third batch, a dataclass of the network, hidden relu | another_function_in_hidden_layers
from dataclasses import dataclass

@dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray
    activation: object

def _relu(z):
    return np.maximum(0.0, z)

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    network = [Layer(W1, b1, _relu), Layer(W2, b2, _relu), Layer(W3, b3, sigmoid)]
    a = x
    for layer in network:
        a = my_dense(a, layer.W, layer.b, layer.activation)
    return a

# %% wrong: third batch, an early return if the output has one unit | one_number_returned, result_squeezed
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    if a3.shape == (1,):
        return float(a3[0])
    return a3

# %% wrong: third batch, logs every layer and gives back all | returns_every_layer
import logging

logger = logging.getLogger("network")

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    activations = {}
    a = x
    for name, W, b in (("layer1", W1, b1), ("layer2", W2, b2), ("layer3", W3, b3)):
        a = my_dense(a, W, b, sigmoid)
        activations[name] = a
        logger.debug("%s: %s", name, a.shape)
    return activations

# %% wrong: third batch, validation swaps W2 and W3 | weights_and_bias_of_another_layer, layers_in_another_order
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Run the layers, checking each shape first."""
    a = np.asarray(x, dtype=float)
    for W, b in zip([W1, W3, W2], [b1, b3, b2]):
        if a.shape[0] != W.shape[0]:
            raise ValueError(f"layer expects {W.shape[0]} inputs, got {a.shape[0]}")
        a = my_dense(a, W, b, sigmoid)
    return a

# %% wrong: third batch, positional activation left to a default | activation_not_handed_over
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    params = [(W1, b1), (W2, b2), (W3, b3)]
    output = x
    for W, b in params:
        output = my_dense(output, W, b)
    return output

# %% wrong: third batch, hidden by a helper that returns the second activation | returns_a_hidden_layer
def _forward(a, *params):
    history = [a]
    for W, b in zip(params[::2], params[1::2]):
        history.append(my_dense(history[-1], W, b, sigmoid))
    return history

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return _forward(x, W1, b1, W2, b2, W3, b3)[-2]

# %% wrong: third batch, threshold in a helper | decides_inside
def _to_label(probability: float, threshold: float = 0.5) -> int:
    return int(probability >= threshold)

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.array([_to_label(p) for p in a3])

# %% right: third batch, typed, with asserts between the layers
def my_sequential(x: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray, W3: np.ndarray, b3: np.ndarray) -> np.ndarray:
    """Three layers, one after the other."""
    a1: np.ndarray = np.asarray(my_dense(x, W1, b1, sigmoid))
    assert a1.shape == (W1.shape[1],)
    a2: np.ndarray = np.asarray(my_dense(a1, W2, b2, sigmoid))
    assert a2.shape == (W2.shape[1],), f"layer 2 gave {a2.shape}"
    return my_dense(a2, W3, b3, g=sigmoid)

# %% right: third batch, a dataclass network with a fold
from dataclasses import dataclass, field

@dataclass
class Network:
    layers: list = field(default_factory=list)

    def add(self, W, b):
        self.layers.append((W, b))
        return self

    def __call__(self, x):
        for W, b in self.layers:
            x = my_dense(x, W, b, sigmoid)
        return x

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return Network().add(W1, b1).add(W2, b2).add(W3, b3)(x)

# %% right: third batch, try, logging, keywords
import logging

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    try:
        a = x
        for layer, (W, b) in enumerate([(W1, b1), (W2, b2), (W3, b3)], 1):
            a = my_dense(a_in=a, W=W, b=b, g=sigmoid)
            logging.debug("layer %d: %s", layer, np.shape(a))
        return a
    except ValueError as error:
        raise ValueError(f"forward propagation failed: {error}") from error

# %% right: third batch, validation first, early return for nothing
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    weights, biases = (W1, W2, W3), (b1, b2, b3)
    if any(w is None for w in weights):
        return None
    for before, after in zip(weights, weights[1:]):
        if before.shape[1] != after.shape[0]:
            raise ValueError("the layers do not fit together")
    a_out = x
    for W, b in zip(weights, biases, strict=True):
        a_out = my_dense(a_out, W, b, sigmoid)
    return a_out

# %% wrong: fourth batch, a list of layers without the last | returns_a_hidden_layer, one_layer_is_skipped
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Forward propagation with a loop over the layers."""
    parameters = [(W1, b1), (W2, b2), (W3, b3)]
    a = x
    for W, b in parameters[:-1]:
        assert a.shape[0] == W.shape[0]
        a = my_dense(a, W, b, sigmoid)
    return a

# %% wrong: fourth batch, tanh in hidden layers, typed | another_function_in_hidden_layers
def my_sequential(x: np.ndarray, W1, b1, W2, b2, W3, b3) -> np.ndarray:
    hidden = np.tanh
    a1: np.ndarray = my_dense(x, W1, b1, hidden)
    a2: np.ndarray = my_dense(a1, W2, b2, hidden)
    return my_dense(a2, W3, b3, sigmoid)

# %% wrong: fourth batch, a try that goes on with x | layers_in_another_order
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x
    for W, b in ((W2, b2), (W1, b1), (W3, b3)):
        try:
            a = my_dense(a, W, b, sigmoid)
        except Exception:
            continue
    return a

# %% wrong: fourth batch, the names in a dictionary, b3 for b2 | bias_of_another_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    weights = {1: W1, 2: W2, 3: W3}
    biases = {1: b1, 2: b3, 3: b3}
    a = x
    for layer in sorted(weights):
        a = my_dense(a, weights[layer], biases[layer], sigmoid)
    return a

# %% wrong: fourth batch, rounds to four digits "for readability" | result_rounded
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return np.around(a3, decimals=4)

# %% wrong: fourth batch, the activation as a string with a lookup that is not there | activation_named_as_text
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    config = [(W1, b1, "sigmoid"), (W2, b2, "sigmoid"), (W3, b3, "sigmoid")]
    out = x
    for W, b, activation in config:
        out = my_dense(out, W, b, activation)
    return out

# %% right: fourth batch, functools and asserts
from functools import reduce

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = ((W1, b1), (W2, b2), (W3, b3))
    result = reduce(lambda a, layer: my_dense(a, *layer, sigmoid), layers, x)
    assert np.all((result >= 0) & (result <= 1)), "a probability"
    return result

# %% right: fourth batch, a generator of activations
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def forward():
        a = x
        for W, b in zip((W1, W2, W3), (b1, b2, b3)):
            a = my_dense(a, W, b, sigmoid)
            yield a

    *_, last = forward()
    return last

# %% wrong: fifth batch, keeps the result of layer 2 in a1 and goes on with a2 | name_not_known, used_before_it_is_made
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a1 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %% wrong: fifth batch, an if on the output that gives text | decides_inside
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    if a3 >= 0.5:
        return "one"
    return "zero"

# %% wrong: fifth batch, the layers do not follow each other, the outputs are multiplied |
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a1.mean() * a2.mean() * a3

# %% wrong: fifth batch, by hand without the bias of the last layer | bias_left_out
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    z1 = x @ W1 + b1
    a1 = sigmoid(z1)
    z2 = a1 @ W2 + b2
    a2 = sigmoid(z2)
    z3 = a2 @ W3
    return sigmoid(z3)

# %% wrong: fifth batch, a loop over tuples that skips the update | later_layer_gets_the_input, returns_a_hidden_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Run x through every layer."""
    layers = [(W1, b1), (W2, b2), (W3, b3)]
    for W, b in layers:
        out = my_dense(x, W, b, sigmoid)
    return out

# %% wrong: fifth batch, activations from a config, softmax at the end | softmax_at_the_output
def _softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


CONFIG = ["hidden", "hidden", "output"]


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x
    for kind, W, b in zip(CONFIG, (W1, W2, W3), (b1, b2, b3)):
        a = my_dense(a, W, b, sigmoid if kind == "hidden" else lambda z: z)
    return _softmax(a)

# %% wrong: fifth batch, typed, flattens the answer to a float | one_number_returned
def my_sequential(x: np.ndarray, W1, b1, W2, b2, W3, b3) -> float:
    """Probability that the picture shows a one."""
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return float(a3.item())

# %% wrong: fifth batch, a numerically safe sigmoid that is the wrong way round | sigmoid_turned_round
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def stable_sigmoid(z):
        return np.where(z >= 0, np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))), 1 / (1 + np.exp(-np.abs(z))))

    a1 = my_dense(x, W1, b1, stable_sigmoid)
    a2 = my_dense(a1, W2, b2, stable_sigmoid)
    return my_dense(a2, W3, b3, stable_sigmoid)

# %% right: fifth batch, accumulate
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    from itertools import accumulate

    *_, last = accumulate(
        [(W1, b1), (W2, b2), (W3, b3)], lambda a, layer: my_dense(a, *layer, sigmoid), initial=x
    )
    return last

# %% right: fifth batch, a network class with a call method
class Network:
    """A stack of dense layers."""

    def __init__(self, *parameters):
        self.layers = list(zip(parameters[::2], parameters[1::2]))

    def __call__(self, x):
        for weights, biases in self.layers:
            x = my_dense(x, weights, biases, sigmoid)
        return x


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return Network(W1, b1, W2, b2, W3, b3)(x)

# %% right: fifth batch, while with a stack
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    stack = [(W3, b3), (W2, b2), (W1, b1)]
    a = x
    while stack:
        W, b = stack.pop()
        a = my_dense(a_in=a, W=W, b=b, g=sigmoid)
    return a

# %% wrong: sixth batch, biases left zero in the second layer | bias_left_out
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, np.zeros_like(b2), sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %% wrong: sixth batch, typed, a generator of layers and a forgotten loop variable | weights_of_another_layer, one_set_of_weights_for_all, bias_of_another_layer, one_bias_for_all
def my_sequential(x: np.ndarray, W1, b1, W2, b2, W3, b3) -> np.ndarray:
    """Forward propagation through all layers."""
    a = x
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        a = my_dense(a, W, b1, sigmoid)
    return a

# %% wrong: sixth batch, a temperature in the last layer |
def my_sequential(x, W1, b1, W2, b2, W3, b3, temperature=2.0):
    a = x
    for W, b in ((W1, b1), (W2, b2)):
        a = my_dense(a, W, b, sigmoid)
    return my_dense(a, W3 / temperature, b3 / temperature, sigmoid)

# %% wrong: sixth batch, asserts the picture's size | sizes_25_15_1_in_the_code
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    assert x.shape == (400,), "an image has 400 pixels"
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3

# %% wrong: seventh batch, a loop that forgets to pass the activations on | later_layer_gets_the_input, one_layer_is_skipped
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = [(W1, b1), (W2, b2), (W3, b3)]
    for W, b in layers:
        a = my_dense(x, W, b, sigmoid)
    return a

# %% wrong: seventh batch, returns a list of all activations, typed | returns_every_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3) -> list:
    """Forward pass; keeps the activations for later."""
    activations = [x]
    for W, b in zip((W1, W2, W3), (b1, b2, b3)):
        activations.append(my_dense(activations[-1], W, b, sigmoid))
    return activations[1:]

# %% wrong: seventh batch, activations[-2] | returns_a_hidden_layer
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    activations = [x]
    for W, b in zip((W1, W2, W3), (b1, b2, b3)):
        activations.append(my_dense(activations[-1], W, b, sigmoid))
    return activations[-2]

# %% wrong: seventh batch, relu inside as modern networks do | another_function_in_hidden_layers
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    relu = lambda z: np.maximum(z, 0)
    h1 = my_dense(x, W1, b1, relu)
    h2 = my_dense(h1, W2, b2, relu)
    return my_dense(h2, W3, b3, sigmoid)

# %% wrong: seventh batch, prediction thresholded at the end | decides_inside
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x
    for W, b in [(W1, b1), (W2, b2), (W3, b3)]:
        a = my_dense(a, W, b, sigmoid)
    return (a > 0.5).astype(int)

# %% wrong: seventh batch, in try, g missing | activation_not_handed_over
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    try:
        a1 = my_dense(x, W1, b1)
        a2 = my_dense(a1, W2, b2)
        a3 = my_dense(a2, W3, b3)
    except Exception as error:
        raise RuntimeError(f"forward pass failed: {error}") from error
    return a3

# %% right: seventh batch, functools.reduce over the layers
import functools


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    layers = ((W1, b1), (W2, b2), (W3, b3))
    return functools.reduce(lambda a, layer: my_dense(a, *layer, sigmoid), layers, x)

# %% right: seventh batch, recursion with *rest
def my_sequential(x, *parameters):
    W, b, *rest = parameters
    a = my_dense(x, W, b, sigmoid)
    return my_sequential(a, *rest) if rest else a

# %% right: seventh batch, nested calls and keyword arguments
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return my_dense(
        my_dense(my_dense(x, W=W1, b=b1, g=sigmoid), W=W2, b=b2, g=sigmoid), W=W3, b=b3, g=sigmoid
    )

# %% wrong: eighth batch, zip that drops the last layer | returns_a_hidden_layer, one_layer_is_skipped
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    weights = [W1, W2, W3]
    biases = [b1, b2]
    a = x
    for W, b in zip(weights, biases):
        a = my_dense(a, W, b, sigmoid)
    return a

# %% wrong: eighth batch, activation in quotes from a dictionary | activation_named_as_text
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    config = {"activation": "sigmoid"}
    a1 = my_dense(x, W1, b1, config["activation"])
    a2 = my_dense(a1, W2, b2, config["activation"])
    return my_dense(a2, W3, b3, config["activation"])

# %% wrong: eighth batch, prints the result | no_result_returned
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = my_dense(x, W1, b1, sigmoid)
    a = my_dense(a, W2, b2, sigmoid)
    a = my_dense(a, W3, b3, sigmoid)
    print("prediction:", a)

# %% wrong: eighth batch, own forward pass with the transposes | product_with_weights_first, weights_transposed
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a = x
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        a = sigmoid(W.T.T @ a + b)
    return a

# %% wrong: eighth batch, tanh in the middle | another_function_in_hidden_layers
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, np.tanh)
    return my_dense(a2, W3, b3, sigmoid)

# %% right: eighth batch, an iterator
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    parameters = iter((W1, b1, W2, b2, W3, b3))
    for W in parameters:
        x = my_dense(x, W, next(parameters), sigmoid)
    return x

# %% right: eighth batch, a helper that composes functions
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    def layer(W, b):
        return lambda a: my_dense(a, W, b, sigmoid)

    def compose(*functions):
        def composed(a):
            for function in functions:
                a = function(a)
            return a
        return composed

    return compose(layer(W1, b1), layer(W2, b2), layer(W3, b3))(x)

# %% right: eighth batch, a dictionary cache
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    cache = {"a0": x}
    parameters = {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "W3": W3, "b3": b3}
    for layer in range(1, 4):
        cache[f"a{layer}"] = my_dense(
            cache[f"a{layer - 1}"], parameters[f"W{layer}"], parameters[f"b{layer}"], sigmoid
        )
    return cache["a3"]
