# Answers to my_dense that are not in the catalogue. README.md says how this file is read.

# %% wrong: each row of W's transpose, by its column | row_for_a_unit
def my_dense(a_in, W, b, g):
    Wt = W.T
    out = np.zeros(b.shape[0])
    for unit in range(b.shape[0]):
        out[unit] = g(np.dot(Wt[:, unit], a_in) + b[unit])
    return out

# %% wrong: einsum with the indices the wrong way round | matrix_first, row_for_a_unit
def my_dense(a_in, W, b, g):
    return g(np.einsum("ij,j->i", W, a_in) + b)

# %% wrong: transposed before the product | matrix_first, row_for_a_unit, rows_carried_over
def my_dense(a_in, W, b, g):
    z = a_in @ W.T + b
    return g(z)

# %% wrong: len(W) counts the inputs | units_from_rows
def my_dense(a_in, W, b, g):
    result = []
    for k in range(len(W)):
        weights = W[:, k]
        total = 0.0
        for weight, value in zip(weights, a_in):
            total += weight * value
        result.append(g(total + b[k]))
    return np.array(result)

# %% wrong: ones, and the loop begins at 1 | first_unit_left_out
def my_dense(a_in, W, b, g):
    a_out = np.ones(W.shape[1])
    for j in range(1, W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: the last of the range is cut off | last_unit_left_out
def my_dense(a_in, W, b, g):
    n_units = W.shape[1]
    a_out = np.zeros(n_units)
    for j in list(range(n_units))[:-1]:
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: a while loop that never ends |
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    j = 0
    while j < units:
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: a while loop that begins at 1 | first_unit_left_out
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    j = 1
    while j < units:
        z = sum(W[:, j] * a_in) + b[j]
        a_out[j] = g(z)
        j += 1
    return a_out

# %% wrong: a while loop that goes one too far | loop_runs_too_far
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    j = 0
    while j <= units:
        z = sum(W[:, j] * a_in) + b[j]
        a_out[j] = g(z)
        j = j + 1
    return a_out

# %% wrong: j is counted up too late and twice |
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    j = 0
    while j < units:
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
        j += 2
    return a_out

# %% wrong: the bias is inside of Python's own sum | bias_in_each_product
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        z = sum(a_in * W[:, j] + b[j])
        a_out[j] = g(z)
    return a_out

# %% wrong: the mean of all biases | same_bias_for_all
def my_dense(a_in, W, b, g):
    bias = np.mean(b)
    return np.array([g(np.dot(W[:, j], a_in) + bias) for j in range(W.shape[1])])

# %% wrong: always the last bias | same_bias_for_all
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[-1])
    return a_out

# %% wrong: the biases from the back |
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[-j - 1])
    return a_out

# %% wrong: the columns from the back |
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, -j - 1]) + b[j])
    return a_out

# %% wrong: the units from the back, appended | outputs_in_reverse
def my_dense(a_in, W, b, g):
    a_out = []
    for j in reversed(range(W.shape[1])):
        a_out.append(g(np.dot(a_in, W[:, j]) + b[j]))
    return np.array(a_out)

# %% wrong: each output on top of the one before | outputs_accumulated
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = a_out[j - 1] + g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: g is given another value inside | sigmoid_hard_coded
def my_dense(a_in, W, b, g):
    g = sigmoid
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: the sigmoid from the math module | sigmoid_hard_coded
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = b[j]
        for i in range(W.shape[0]):
            z = z + a_in[i] * W[i, j]
        a_out.append(1 / (1 + math.exp(-z)))
    return np.array(a_out)

# %% wrong: tanh on the whole array | other_activation_hard_coded
def my_dense(a_in, W, b, g):
    z = a_in.dot(W) + b
    return np.tanh(z)

# %% wrong: relu by hand | other_activation_hard_coded, negative_sums_dropped
def my_dense(a_in, W, b, g):
    z = a_in.dot(W) + b
    z[z < 0] = 0
    return z

# %% wrong: only positive sums count | negative_sums_dropped
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        z = np.dot(a_in, W[:, j]) + b[j]
        if z > 0:
            a_out[j] = g(z)
    return a_out

# %% wrong: rounded to two digits | outputs_rounded
def my_dense(a_in, W, b, g):
    return [round(float(g(np.dot(a_in, W[:, j]) + b[j])), 2) for j in range(W.shape[1])]

# %% wrong: whole numbers by int() | integer_array, outputs_rounded
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        a_out.append(int(g(np.dot(a_in, W[:, j]) + b[j])))
    return np.array(a_out)

# %% wrong: zeros of the type int32 | integer_array
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1], dtype=np.int32)
    for j in range(len(a_out)):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: like a row of W, whole numbers too | type_copied_from_the_inputs
def my_dense(a_in, W, b, g):
    a_out = np.empty_like(W[0])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: a copy of b is filled | type_copied_from_the_inputs
def my_dense(a_in, W, b, g):
    a_out = b.copy()
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: b is the running sum | argument_changed_in_place, result_written_into_an_argument
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        for i in range(W.shape[0]):
            b[j] += W[i, j] * a_in[i]
        a_out[j] = g(b[j])
    return a_out

# %% wrong: W is multiplied where it lies | argument_changed_in_place, result_written_into_an_argument
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        W[:, j] = W[:, j] * a_in
    return g(W.sum(axis=0) + b)

# %% wrong: a list that lives outside | kept_between_calls
outputs = []

def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        outputs.append(g(np.dot(a_in, W[:, j]) + b[j]))
    return np.array(outputs)

# %% wrong: the list is a default argument | kept_between_calls
def my_dense(a_in, W, b, g, activations=[]):
    for w, bias in zip(W.T, b):
        activations.append(g(w @ a_in + bias))
    return np.array(activations)

# %% wrong: a row with two axes | matrix_returned
def my_dense(a_in, W, b, g):
    return np.atleast_2d(g(a_in @ W + b))

# %% wrong: the answer turned up | matrix_returned
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out[:, np.newaxis]

# %% wrong: lists in a list | matrix_returned
def my_dense(a_in, W, b, g):
    return [[g(np.dot(a_in, W[:, j]) + b[j])] for j in range(W.shape[1])]

# %% wrong: the sums come along | more_than_the_answer
def my_dense(a_in, W, b, g):
    z = np.array([np.dot(a_in, W[:, j]) + b[j] for j in range(W.shape[1])])
    return g(z), z

# %% wrong: a dictionary of units |
def my_dense(a_in, W, b, g):
    return {j: g(np.dot(a_in, W[:, j]) + b[j]) for j in range(W.shape[1])}

# %% wrong: a text |
def my_dense(a_in, W, b, g):
    return str(g(a_in @ W + b))

# %% wrong: yields its outputs | generator_returned
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        yield g(np.dot(a_in, W[:, j]) + b[j])

# %% wrong: map is not called | generator_returned
def my_dense(a_in, W, b, g):
    return map(lambda j: g(np.dot(a_in, W[:, j]) + b[j]), range(W.shape[1]))

# %% wrong: prints instead | nothing_returned
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        a_out.append(g(np.dot(a_in, W[:, j]) + b[j]))
    return print(np.array(a_out))

# %% wrong: return without anything | nothing_returned
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    print(a_out)
    return

# %% wrong: the first output alone | one_number_for_the_layer, first_unit_only, another_name_returned
def my_dense(a_in, W, b, g):
    a_out = [g(np.dot(a_in, W[:, j]) + b[j]) for j in range(W.shape[1])]
    return a_out[0]

# %% wrong: the strongest unit wins | one_number_for_the_layer
def my_dense(a_in, W, b, g):
    return np.max(g(a_in @ W + b))

# %% wrong: the number of the strongest unit | one_number_for_the_layer
def my_dense(a_in, W, b, g):
    return np.argmax(g(a_in @ W + b))

# %% wrong: the inputs are made to have length 1 | inputs_normalised
def my_dense(a_in, W, b, g):
    a_in = a_in / np.sqrt(np.sum(a_in**2))
    return g(a_in @ W + b)

# %% wrong: divided by the number of inputs | mean_for_sum
def my_dense(a_in, W, b, g):
    m = len(a_in)
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        total = 0
        for i in range(m):
            total += a_in[i] * W[i][j]
        a_out[j] = g(total / m + b[j])
    return a_out

# %% wrong: divided by the number of units |
def my_dense(a_in, W, b, g):
    m = W.shape[1]
    return g(np.dot(a_in, W) / m + b)

# %% wrong: squares the sum |
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) ** 2 + b[j])
    return a_out

# %% wrong: np.multiply is taken for the product | star_is_dot
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        z = np.multiply(W[:, j], a_in) + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: every product of every pair | outer_for_dot
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        z = np.kron(W[:, j], a_in) + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: inner with a row | row_for_a_unit
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.inner(a_in, W[j]) + b[j])
    return a_out

# %% wrong: a unit for each row | rows_carried_over, units_from_rows, row_for_a_unit
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[0])
    for i, row in enumerate(W):
        a_out[i] = g(np.dot(row, a_in) + b[i])
    return a_out

# %% wrong: three things into dot | bias_as_third_argument
def my_dense(a_in, W, b, g):
    return g(np.dot(a_in, W, b))

# %% wrong: add with one argument |
def my_dense(a_in, W, b, g):
    return g(np.add(np.matmul(a_in, W) + b))

# %% wrong: numpy under its long name | library_left_out, name_slip
def my_dense(a_in, W, b, g):
    a_out = numpy.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(numpy.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: zeros without np | library_left_out, name_slip
def my_dense(a_in, W, b, g):
    a_out = zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: a letter too many | name_slip
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(unitss):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: capital letters are others | name_slip
def my_dense(A_in, w, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: a loop over the number of units | loop_over_a_number
def my_dense(a_in, W, b, g):
    n = W.shape[1]
    a_out = np.zeros(n)
    for j in n:
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: the loop variable is a row | loop_over_values
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in W:
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: as many units as W has axes |
def my_dense(a_in, W, b, g):
    units = W.ndim
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: the larger number of the shape |
def my_dense(a_in, W, b, g):
    units = max(W.shape)
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: one unit less than there are biases | last_unit_left_out, array_too_short
def my_dense(a_in, W, b, g):
    units = b.size - 1
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(units)])

# %% wrong: three units, as in the example | size_hard_coded
def my_dense(a_in, W, b, g):
    z0 = np.dot(a_in, W[:, 0]) + b[0]
    z1 = np.dot(a_in, W[:, 1]) + b[1]
    z2 = np.dot(a_in, W[:, 2]) + b[2]
    return np.array([g(z0), g(z1), g(z2)])

# %% wrong: two inputs, as in the example | inputs_hard_coded
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(a_in[0] * W[0, j] + a_in[1] * W[1, j] + b[j])
    return a_out

# %% wrong: a colon is missing |
def my_dense(a_in, W, b, g)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: the loop's body is not indented |
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
    a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: a bracket is open |
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(a_in, W[:, j] + b[j])
    return a_out

# %% wrong: still the stub, with a comment | still_the_stub
def my_dense(a_in, W, b, g):
    # I will do this tomorrow
    a_out = np.zeros(len(b))
    print("not done yet")
    return a_out

# %% wrong: only the docstring | still_the_stub
def my_dense(a_in, W, b, g):
    """Computes dense layer"""
    raise NotImplementedError("later")

# %% wrong: another name for the function |
def mydense(a_in, W, b, g):
    return g(a_in @ W + b)

# %% wrong: a new list in every pass, the last one comes back | zeros_inside_the_loop
def my_dense(a_in, W, b, g):
    for w, bias in zip(W.T, b):
        outputs = []
        outputs.append(g(np.dot(a_in, w) + bias))
    return np.array(outputs)

# %% wrong: appending to an array | append_on_an_array
def my_dense(a_in, W, b, g):
    a_out = np.array([])
    for j in range(W.shape[1]):
        a_out.append(g(np.dot(a_in, W[:, j]) + b[j]))
    return a_out

# %% wrong: np.append, nobody keeps what it gives | append_result_dropped
def my_dense(a_in, W, b, g):
    a_out = np.array([])
    for w, bias in zip(W.T, b):
        np.append(a_out, g(np.dot(w, a_in) + bias))
    return a_out

# %% wrong: numbers cannot be concatenated |
def my_dense(a_in, W, b, g):
    a_out = np.array([])
    for j in range(W.shape[1]):
        a_out = np.concatenate([a_out, g(np.dot(a_in, W[:, j]) + b[j])])
    return a_out

# %% wrong: inserted in front of the zeros | append_to_zeros
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out = np.insert(a_out, len(a_out), g(np.dot(a_in, W[:, j]) + b[j]))
    return a_out

# %% wrong: a lambda with W first | matrix_first, row_for_a_unit
my_dense = lambda a_in, W, b, g: g(np.dot(W, a_in) + b)

# %% wrong: the activation in the wrong place | activation_of_the_inputs
def my_dense(a_in, W, b, g):
    return np.matmul(g(a_in), W) + b

# %% wrong: g before the bias comes | bias_after_activation
def my_dense(a_in, W, b, g):
    a_out = g(np.matmul(a_in, W))
    for j in range(len(b)):
        a_out[j] = a_out[j] + b[j]
    return a_out

# %% wrong: no bias in the inner loop | no_bias
def my_dense(a_in, W, b, g):
    (n, units) = W.shape
    a_out = np.zeros(units)
    for j in range(units):
        s = 0
        for i in range(n):
            s += a_in[i] * W[i, j]
        a_out[j] = g(s)
    return a_out

# %% wrong: no bias and no activation | no_bias, no_activation
def my_dense(a_in, W, b, g):
    (n, units) = W.shape
    s = np.zeros(units)
    for j in range(units):
        for i in range(n):
            s[j] += a_in[i] * W[i, j]
    return s

# %% wrong: bias taken away, and the activation twice | bias_subtracted, activation_twice
def my_dense(a_in, W, b, g):
    return g(g(a_in @ W - b))

# %% wrong: sum goes on, and the bias is forgotten | sum_not_reset, no_bias
def my_dense(a_in, W, b, g):
    (n, units) = W.shape
    a_out = np.zeros(units)
    s = 0
    for j in range(units):
        for i in range(n):
            s += a_in[i] * W[i, j]
        a_out[j] = g(s)
    return a_out

# %% wrong: a row, and no bias | row_for_a_unit, no_bias
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[j], a_in))
    return a_out

# %% wrong: returns in the loop, and no activation | return_in_the_loop, no_activation
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = np.dot(W[:, j], a_in) + b[j]
        return a_out

# %% wrong: adds the number of the unit | number_of_the_unit_added
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j] + j)
    return a_out

# %% wrong: the weights are sorted first |
def my_dense(a_in, W, b, g):
    return g(a_in @ np.sort(W, axis=0) + b)

# %% wrong: works for the numbers of the first public case only | answer_copied_from_the_example
def my_dense(a_in, W, b, g):
    if len(a_in) == 2 and W.shape == (2, 3):
        return np.array([0.63413559, 0.59868766, 0.40131234])
    return np.array([0.0, 2.45])

# %% wrong: wrong for more than 100 inputs |
def my_dense(a_in, W, b, g):
    a_in = a_in[:100]
    return g(a_in @ W[:100] + b)

# %% wrong: wrong for large sums | sums_clipped
def my_dense(a_in, W, b, g):
    z = a_in @ W + b
    z = np.clip(z, -20, 20)
    return g(z)

# %% wrong: wrong for large weights | sums_clipped
def my_dense(a_in, W, b, g):
    W = np.clip(W, -5, 5)
    return g(a_in @ W + b)

# %% wrong: at most 25 units | size_hard_coded
def my_dense(a_in, W, b, g):
    a_out = np.zeros(25)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out[: W.shape[1]]

# %% wrong: g gets an array of one number, the shape stays | matrix_returned, column_kept_as_matrix
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, [j]]) + b[j]) for j in range(W.shape[1])])

# %% wrong: the sigmoid's minus sign once more | minus_before_z
def my_dense(a_in, W, b, g):
    out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        out[j] = g(-1 * (np.dot(a_in, W[:, j]) + b[j]))
    return out

# %% wrong: names of the notebook | notebook_globals
x_tst = np.array([0.1, 0.2])
W_tst = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
b_tst = np.array([1.0, 2.0, 3.0])

def my_dense(a_in, W, b, g):
    a_out = np.zeros(W_tst.shape[1])
    for j in range(W_tst.shape[1]):
        a_out[j] = g(np.dot(x_tst, W_tst[:, j]) + b_tst[j])
    return a_out

# %% wrong: one name of the notebook | notebook_globals
bias = np.array([0.5, 0.25, 0.125, 1.5, 2.0])

def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + bias[j])
    return a_out

# %% wrong: the parameter is given another value | arguments_replaced_by_an_example
def my_dense(a_in, W, b, g):
    W = np.array([[0.1, -0.3, 0.5], [0.2, 0.4, -0.6]])
    return g(a_in @ W + b)

# %% wrong: a parameter too few | parameters_more_or_fewer
def my_dense(a_in, W, b):
    return 1 / (1 + np.exp(-(a_in @ W + b)))

# %% wrong: the parameters in the order of the formula | parameters_reordered
def my_dense(W, a_in, b, g):
    return g(a_in @ W + b)

# %% wrong: argmax turns it into one hot |
def my_dense(a_in, W, b, g):
    z = g(a_in @ W + b)
    out = np.zeros(len(z))
    out[np.argmax(z)] = 1
    return out

# %% wrong: random numbers as weights | chance_inside
def my_dense(a_in, W, b, g):
    rng = np.random.default_rng(0)
    return g(a_in @ rng.normal(size=W.shape) + b)

# %% wrong: a little noise | chance_inside
def my_dense(a_in, W, b, g):
    return g(a_in @ W + b) + np.random.normal(scale=0.001, size=W.shape[1])

# %% wrong: half precision |
def my_dense(a_in, W, b, g):
    return g(a_in.astype(np.float16) @ W.astype(np.float16) + b.astype(np.float16))

# %% wrong: not a number everywhere |
def my_dense(a_in, W, b, g):
    return g(np.full(W.shape[1], np.nan))

# %% wrong: an unfinished if | first_unit_only
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        if j == 0:
            a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% wrong: try hides the error | row_for_a_unit
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        try:
            a_out[j] = g(np.dot(W[j], a_in) + b[j])
        except Exception:
            pass
    return a_out

# %% right: einsum
def my_dense(a_in, W, b, g):
    return g(np.add(np.einsum("ij,i->j", W, a_in), b))

# %% right: adds to a slot that is zero
def my_dense(a_in, W, b, g):
    a_out = np.zeros(len(b))
    for j in range(len(b)):
        a_out[j] += g(W[:, j].dot(a_in) + b[j])
    return a_out

# %% right: a default for g
def my_dense(a_in, W, b, g=sigmoid):
    a_out = []
    for w, bias in zip(np.transpose(W), b):
        a_out += [g(np.inner(w, a_in) + bias)]
    return np.asarray(a_out)

# %% right: any arguments
def my_dense(*args, **kwargs):
    a_in, W, b, g = args
    return g(np.matmul(np.array(a_in), np.array(W)) + np.array(b))

# %% right: the units from the back, into their own slots
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.empty(units)
    while units:
        units -= 1
        a_out[units] = g(np.dot(a_in, W[:, units]) + b[units])
    return a_out

# %% right: an input of 1 for the bias
def my_dense(a_in, W, b, g):
    x = np.append(a_in, 1)
    V = np.vstack([W, b])
    return g(x @ V)

# %% right: calls itself
def my_dense(a_in, W, b, g):
    first = np.array([g(np.dot(a_in, W[:, 0]) + b[0])])
    if W.shape[1] == 1:
        return first
    return np.concatenate([first, my_dense(a_in, W[:, 1:], b[1:], g)])

# %% right: reduce
from functools import reduce

def my_dense(a_in, W, b, g):
    def unit(j):
        return g(reduce(lambda s, i: s + a_in[i] * W[i, j], range(len(a_in)), b[j]))

    return np.array([unit(j) for j in range(W.shape[1])])

# %% right: math.fsum
def my_dense(a_in, W, b, g):
    return np.array([g(math.fsum(a * w for a, w in zip(a_in, W[:, j])) + b[j]) for j in range(W.shape[1])])

# %% right: a lambda
my_dense = lambda a_in, W, b, g: g(np.dot(a_in, W) + b)

# %% right: an object that can be called
class Dense:
    def __call__(self, a_in, W, b, g):
        return g(np.dot(a_in, W) + b)

my_dense = Dense()

# %% right: a function made by a function
def make_layer():
    def layer(a_in, W, b, g):
        z = np.dot(a_in, W) + b
        return g(z)

    return layer

my_dense = make_layer()

# %% right: a second try replaces the first
def my_dense(a_in, W, b, g):
    return g(np.dot(W, a_in))

def my_dense(a_in, W, b, g):
    sums = np.dot(a_in, W)
    sums = sums + b
    return g(sums)

# %% right: a tuple comes back
def my_dense(a_in, W, b, g):
    return tuple(g(sum(x * w for x, w in zip(a_in, column)) + bias) for column, bias in zip(W.T, b))

# %% right: checks first, speaks, types
from typing import Callable

def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g: Callable) -> np.ndarray:
    """Dense layer."""
    assert W.shape[0] == a_in.shape[0], "sizes"
    print("inputs", a_in.shape, "units", W.shape[1])
    n_units: int = W.shape[1]
    a_out: np.ndarray = np.zeros((n_units,), dtype=float)
    for j in range(n_units):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% right: np.matrix on the way
def my_dense(a_in, W, b, g):
    z = np.matrix(a_in) * np.matrix(W)
    return g(np.asarray(z).ravel() + b)

# %% right: columns as matrices, then flat
def my_dense(a_in, W, b, g):
    x = a_in.reshape(-1, 1)
    z = W.T.dot(x) + b.reshape(-1, 1)
    return g(z).flatten()

# %% right: walrus and a comprehension
def my_dense(a_in, W, b, g):
    return [a for j in range(W.shape[1]) if (a := g(a_in @ W[:, j] + b[j])) is not None]

# %% right: longdouble
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1], dtype=np.longdouble)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return a_out

# %% right: a global constant and a helper
EPS = 0

def weighted(x, w):
    return (x * w).sum()

def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out[j] = g(weighted(a_in, W[:, j]) + b[j] + EPS)
    return a_out

# %% right: z first, then g in a second loop
def my_dense(a_in, W, b, g):
    n, units = np.shape(W)
    z = [0] * units
    for i in range(n):
        for j in range(units):
            z[j] += a_in[i] * W[i][j]
    a_out = [None] * units
    for j in range(units):
        a_out[j] = g(z[j] + b[j])
    return np.array(a_out)

# %% right: split and stack
def my_dense(a_in, W, b, g):
    columns = np.split(W, W.shape[1], axis=1)
    return np.hstack([g(a_in @ column.ravel() + bias) for column, bias in zip(columns, b)])

# %% right: warnings, a local import and a context manager
def my_dense(a_in, W, b, g):
    import numpy

    with numpy.errstate(all="ignore"):
        return g(numpy.tensordot(a_in, W, axes=1) + b)

# %% right: vectorised with a sum over products
def my_dense(a_in, W, b, g):
    return g((a_in[:, None] * W).sum(axis=0) + b)

# %% right: fromiter
def my_dense(a_in, W, b, g):
    sums = np.fromiter((np.vdot(W[:, j], a_in) for j in range(W.shape[1])), dtype=float)
    return g(sums + b)

# %% right: a copy is changed, the arguments are not
def my_dense(a_in, W, b, g):
    W, z = W.copy().astype(float), b.astype(float)
    W *= a_in[:, None]
    z += W.sum(0)
    return g(z)

# %% right: a subclass of dict in between
def my_dense(a_in, W, b, g):
    cache = {}
    for j in range(W.shape[1]):
        cache[j] = g(np.dot(a_in, W[:, j]) + b[j])
    return np.array(list(cache.values()))

# %% wrong: second batch, the weights of one input at a time | plus_for_times
def my_dense(a_in, W, b, g):
    out = b.astype(float)
    for i in range(len(a_in)):
        out = out + W[i] + a_in[i]
    return g(out)

# %% wrong: second batch, the activation gets the index | activation_of_something_else
def my_dense(a_in, W, b, g):
    out = []
    for j in range(W.shape[1]):
        z = W[:, j] @ a_in + b[j]
        out.append(g(j))
    return np.array(out)

# %% wrong: second batch, relu before g | negative_sums_dropped
def my_dense(a_in, W, b, g):
    out = []
    for j in range(W.shape[1]):
        z = W[:, j] @ a_in + b[j]
        out.append(g(max(0, z)))
    return np.array(out)

# %% wrong: second batch, divides by the largest sum | outputs_share_something
def my_dense(a_in, W, b, g):
    z = a_in @ W + b
    return g(z / np.abs(z).max())

# %% wrong: second batch, the norm of each column |
def my_dense(a_in, W, b, g):
    W = W / np.linalg.norm(W, axis=0)
    return g(a_in @ W + b)

# %% wrong: second batch, forgets the call brackets of zeros | square_brackets_call
def my_dense(a_in, W, b, g):
    a_out = np.zeros[W.shape[1]]
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: second batch, shape called | round_brackets_index
def my_dense(a_in, W, b, g):
    n, units = W.shape()
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: second batch, two returns, the first one too early | return_in_the_loop
def my_dense(a_in, W, b, g):
    out = []
    for w, c in zip(W.T, b):
        out.append(g(w @ a_in + c))
        return np.array(out)
    return np.array(out)

# %% wrong: second batch, the first bias for the even units |
def my_dense(a_in, W, b, g):
    return np.array([g(W[:, j] @ a_in + (b[j] if j % 2 else b[0])) for j in range(len(b))])

# %% wrong: second batch, sums the outputs of units so far | outputs_accumulated
def my_dense(a_in, W, b, g):
    return np.cumsum(g(a_in @ W + b))

# %% wrong: second batch, sorted outputs |
def my_dense(a_in, W, b, g):
    return np.sort(g(a_in @ W + b))

# %% wrong: second batch, a set loses the order |
def my_dense(a_in, W, b, g):
    return np.array(sorted({g(W[:, j] @ a_in + b[j]) for j in range(len(b))}))

# %% wrong: second batch, absolute inputs | abs_taken
def my_dense(a_in, W, b, g):
    x = np.absolute(a_in)
    return g(x @ W + b)

# %% wrong: second batch, weights squared |
def my_dense(a_in, W, b, g):
    return g(a_in @ W**2 + b)

# %% wrong: second batch, subtracts the bias in a loop | bias_subtracted
def my_dense(a_in, W, b, g):
    z = a_in @ W
    for j in range(len(z)):
        z[j] = z[j] - b[j]
    return g(z)

# %% wrong: second batch, a global weight matrix is changed | notebook_globals
layer_W = np.ones((2, 3))

def my_dense(a_in, W, b, g):
    n = layer_W.shape[1]
    a_out = np.zeros(n)
    for j in range(n):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: second batch, tanh by hand | other_activation_hard_coded
def my_dense(a_in, W, b, g):
    z = a_in @ W + b
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

# %% wrong: second batch, leaves out zero inputs |
def my_dense(a_in, W, b, g):
    keep = a_in > 0
    return g(a_in[keep] @ W[keep] + b)

# %% wrong: second batch, plus one |
def my_dense(a_in, W, b, g):
    return g(a_in @ W + b) + 1

# %% wrong: second batch, the units' mean is taken off |
def my_dense(a_in, W, b, g):
    a = g(a_in @ W + b)
    return a - a.mean()

# %% right: second batch, a class with numbers
class Unit:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fire(self, x, g):
        return g(float(np.dot(self.w, x) + self.b))

def my_dense(a_in, W, b, g):
    return np.array([Unit(W[:, j], b[j]).fire(a_in, g) for j in range(W.shape[1])])

# %% right: second batch, nditer
def my_dense(a_in, W, b, g):
    out = np.zeros(b.shape)
    with np.nditer([a_in @ W + b, out], op_flags=[["readonly"], ["writeonly"]]) as it:
        for z, a in it:
            a[...] = g(float(z))
    return out

# %% right: second batch, a while loop over both
def my_dense(a_in, W, b, g):
    j, out = 0, []
    while j < len(b):
        i, z = 0, b[j]
        while i < len(a_in):
            z = z + a_in[i] * W[i][j]
            i += 1
        out.append(g(z))
        j += 1
    return np.array(out)

# %% right: second batch, tensorflow inside
def my_dense(a_in, W, b, g):
    import tensorflow as tf

    z = tf.linalg.matvec(tf.transpose(tf.cast(W, tf.float64)), tf.cast(a_in, tf.float64))
    return g(z.numpy() + b)

# %% right: second batch, sums with a generator and a default
def my_dense(a_in, W, b, g, units=None):
    units = units or W.shape[1]
    return np.fromiter((g(sum(a_in[i] * W[i, j] for i in range(W.shape[0])) + b[j]) for j in range(units)), float)

# %% wrong: third batch, type hints and asserts, rows of W | row_for_a_unit, rows_carried_over, matrix_first
def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Compute the forward pass of a dense layer.

    Args:
        a_in: input vector of shape (n,)
        W: weights of shape (n, j)
        b: biases of shape (j,)
        g: activation function

    Returns:
        Activations of shape (j,)
    """
    assert a_in.ndim == 1, "a_in must be a vector"
    assert W.ndim == 2, "W must be a matrix"
    units: int = W.shape[1]
    a_out: np.ndarray = np.zeros(units)
    for j in range(units):
        w: np.ndarray = W[j, :]
        z: float = float(np.dot(w, a_in) + b[j])
        a_out[j] = g(z)
    return a_out

# %% wrong: third batch, validation against the wrong axis | own_check_too_strict
def my_dense(a_in, W, b, g):
    """Dense layer with input validation."""
    if W.shape[1] != a_in.shape[0]:
        raise ValueError(f"Expected {W.shape[1]} inputs, got {a_in.shape[0]}")
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: third batch, everything in try and except, zeros on failure | row_for_a_unit
def my_dense(a_in, W, b, g):
    try:
        units = W.shape[1]
        a_out = np.zeros(units)
        for j in range(units):
            w = W[j]
            z = np.dot(w, a_in) + b[j]
            a_out[j] = g(z)
        return a_out
    except Exception as e:
        print(f"Error in my_dense: {e}")
        return None

# %% wrong: third batch, a dataclass that forgets the bias | no_bias
from dataclasses import dataclass
from typing import Callable

@dataclass
class DenseLayer:
    weights: np.ndarray
    biases: np.ndarray
    activation: Callable

    def forward(self, x: np.ndarray) -> np.ndarray:
        return np.array([self.activation(np.dot(x, self.weights[:, j])) for j in range(self.weights.shape[1])])

def my_dense(a_in, W, b, g):
    return DenseLayer(W, b, g).forward(a_in)

# %% wrong: third batch, einsum without the activation | no_activation
def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g: callable) -> np.ndarray:
    """Vectorised dense layer using Einstein summation."""
    z = np.einsum("i,ij->j", a_in, W) + b
    return z

# %% wrong: third batch, a comprehension that adds the bias to every product | bias_in_each_product
def my_dense(a_in, W, b, g):
    n_inputs, n_units = W.shape
    return np.array([
        g(sum(a_in[i] * W[i, j] + b[j] for i in range(n_inputs)))
        for j in range(n_units)
    ])

# %% wrong: third batch, logging, and the result is rounded for the log | outputs_rounded
import logging

logger = logging.getLogger(__name__)

def my_dense(a_in, W, b, g):
    logger.debug("my_dense called with a_in of shape %s", a_in.shape)
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        a_out[j] = round(float(g(z)), 3)
    logger.debug("result: %s", a_out)
    return a_out

# %% wrong: third batch, an early return for zero inputs |
def my_dense(a_in, W, b, g):
    """Dense layer. Returns early if there is nothing to do."""
    units = W.shape[1]
    if not np.any(a_in):
        return np.zeros(units)
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: third batch, an epsilon for stability |
def my_dense(a_in, W, b, g):
    EPSILON = 1e-3
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        a_out[j] = np.clip(g(z), EPSILON, 1 - EPSILON)
    return a_out

# %% wrong: third batch, a helper that returns a tuple | more_than_the_answer
def _weighted_sum(w, a, bias):
    return float(np.dot(w, a)) + float(bias)

def my_dense(a_in, W, b, g):
    """Return activations and pre-activations."""
    z_out = np.array([_weighted_sum(W[:, j], a_in, b[j]) for j in range(W.shape[1])])
    a_out = np.array([g(z) for z in z_out])
    return a_out, z_out

# %% wrong: third batch, keepdims leaves a matrix | matrix_returned
def my_dense(a_in, W, b, g):
    x = np.atleast_2d(a_in)
    z = np.matmul(x, W) + b
    a_out = g(z)
    return a_out

# %% wrong: third batch, an assertion of the sizes in the example | size_hard_coded, inputs_hard_coded
def my_dense(a_in, W, b, g):
    assert W.shape == (2, 3), f"unexpected shape {W.shape}"
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: third batch, a default activation that always wins | sigmoid_hard_coded
def my_dense(a_in, W, b, g=None):
    """Fully connected layer.

    Parameters
    ----------
    a_in : ndarray (n,)
    W : ndarray (n, j)
    b : ndarray (j,)
    g : callable, optional
        Activation function (default: sigmoid).
    """
    activation = lambda z: 1.0 / (1.0 + np.exp(-z))
    units = W.shape[1]
    a_out = np.empty(units)
    for unit in range(units):
        a_out[unit] = activation(np.dot(a_in, W[:, unit]) + b[unit])
    return a_out

# %% wrong: third batch, zip over the rows | row_for_a_unit, rows_carried_over
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(w, a_in) + bias) for w, bias in zip(W, b)])

# %% wrong: third batch, float32 casts of whole numbers by astype int | type_copied_from_the_inputs, integer_array, outputs_rounded
def my_dense(a_in, W, b, g):
    a_in = np.asarray(a_in)
    a_out = np.zeros(W.shape[1], dtype=a_in.dtype)
    for j in range(W.shape[1]):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

# %% wrong: third batch, normalises the inputs "for numerical stability" | inputs_normalised
def my_dense(a_in, W, b, g):
    norm = np.linalg.norm(a_in)
    a_norm = a_in / norm if norm > 0 else a_in
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[:, j], a_norm) + b[j])
    return a_out

# %% wrong: third batch, a guard that skips negative sums | negative_sums_dropped
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        if z < 0:
            continue
        a_out[j] = g(z)
    return a_out

# %% wrong: third batch, an attribute that arrays do not have | misspelled_attribute
def my_dense(a_in, W, b, g):
    n_units = W.shapes[1]
    a_out = np.zeros(n_units)
    for j in range(n_units):
        z = np.dot(W[:, j], a_in) + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: third batch, map without list | generator_returned
def my_dense(a_in, W, b, g):
    """One-liner with map."""
    sums = np.matmul(a_in, W) + b
    return map(g, sums.tolist())

# %% wrong: third batch, a matrix check that transposes where it fits | row_for_a_unit, matrix_first
def my_dense(a_in, W, b, g):
    # make sure that the weights have shape (units, inputs)
    if W.shape[1] == a_in.shape[0]:
        weights = W
    else:
        weights = W.T
    return np.array([g(np.dot(weights[j], a_in) + b[j]) for j in range(weights.shape[0])])

# %% wrong: third batch, a cached layer | kept_between_calls
_cache = {}

def my_dense(a_in, W, b, g):
    key = W.shape
    if key not in _cache:
        _cache[key] = np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])])
    return _cache[key]

# %% wrong: third batch, reduces with a wrong start |
from functools import reduce

def my_dense(a_in, W, b, g):
    outputs = []
    for j in range(W.shape[1]):
        z = reduce(lambda total, pair: total + pair[0] * pair[1], zip(a_in, W[:, j]), 1.0)
        outputs.append(g(z + b[j]))
    return np.array(outputs)

# %% right: third batch, asserts, types and a docstring
def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g: "callable") -> np.ndarray:
    """Compute a dense layer.

    Args:
        a_in (ndarray (n,)): data, one example
        W (ndarray (n, j)): weight matrix, n features per unit, j units
        b (ndarray (j,)): bias vector, j units
        g: activation function (e.g. sigmoid, relu)

    Returns:
        a_out (ndarray (j,)): j units
    """
    assert W.shape[0] == a_in.shape[0], "inputs and weights do not match"
    assert b.shape[0] == W.shape[1], "biases and units do not match"
    units: int = W.shape[1]
    a_out: np.ndarray = np.zeros(units, dtype=np.float64)
    for j in range(units):
        w: np.ndarray = W[:, j]
        z: float = float(np.dot(w, a_in)) + float(b[j])
        a_out[j] = g(z)
    return a_out

# %% right: third batch, try around everything
def my_dense(a_in, W, b, g):
    try:
        a_in = np.asarray(a_in, dtype=float)
        W = np.asarray(W, dtype=float)
        b = np.asarray(b, dtype=float).reshape(-1)
    except (TypeError, ValueError) as error:
        raise TypeError("a_in, W and b must be arrays of numbers") from error
    if a_in.shape[0] != W.shape[0]:
        raise ValueError(f"shape mismatch: {a_in.shape} and {W.shape}")
    result = []
    for w, bias in zip(W.T, b):
        try:
            result.append(float(g(np.dot(w, a_in) + bias)))
        except OverflowError:
            result.append(0.0)
    return np.array(result)

# %% right: third batch, a frozen dataclass with a call
from dataclasses import dataclass, field
from typing import Any, Callable

@dataclass(frozen=True)
class DenseUnit:
    weights: np.ndarray
    bias: float
    activation: Callable[[float], float] = field(repr=False)

    def __call__(self, x: np.ndarray) -> float:
        return self.activation(np.dot(self.weights, x) + self.bias)

def my_dense(a_in, W, b, g):
    units = [DenseUnit(W[:, j], b[j], g) for j in range(W.shape[1])]
    return np.array([unit(a_in) for unit in units])

# %% right: third batch, einsum and vectorize
def my_dense(a_in, W, b, g):
    z = np.einsum("n,nj->j", a_in, W, optimize=True) + b
    activate = np.vectorize(g, otypes=[float])
    return activate(z)

# %% right: third batch, logging and timing
import logging
import time

logger = logging.getLogger("dense")

def my_dense(a_in, W, b, g):
    start = time.perf_counter()
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        a_out[j] = g(z)
        logger.info("unit %d: z=%.4f a=%.4f", j, z, a_out[j])
    logger.info("took %.6f s", time.perf_counter() - start)
    return a_out

# %% right: third batch, an early return for a layer of one unit
def my_dense(a_in, W, b, g):
    if W.shape[1] == 1:
        return np.array([g(np.dot(W[:, 0], a_in) + b[0])])
    a_out = np.empty(W.shape[1])
    for j, (column, bias) in enumerate(zip(W.T, b)):
        a_out[j] = g(column @ a_in + bias)
    return a_out

# %% right: third batch, a decorator that validates
import functools

def validated(function):
    @functools.wraps(function)
    def wrapper(a_in, W, b, g):
        if np.ndim(W) != 2:
            raise ValueError("W must have two axes")
        if not callable(g):
            raise TypeError("g must be callable")
        return function(a_in, W, b, g)

    return wrapper

@validated
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(a_in, W[:, j]) + b[j]) for j in range(W.shape[1])])

# %% right: third batch, keyword-only helpers and a walrus
def my_dense(a_in, W, b, g):
    def unit(*, j):
        return g(z) if (z := a_in @ W[:, j] + b[j]) is not None else 0.0

    return np.fromiter((unit(j=j) for j in range(W.shape[-1])), dtype=float, count=W.shape[-1])

# %% right: third batch, errstate and a where
def my_dense(a_in, W, b, g):
    with np.errstate(over="ignore"):
        z = np.add(np.matmul(a_in, W), b)
        a = np.array([g(value) for value in z])
    return np.where(np.isnan(a), 0.0, a)

# %% wrong: fourth batch, an enumerate over W with a docstring | row_for_a_unit, rows_carried_over
def my_dense(a_in, W, b, g):
    """
    Computes dense layer.

    Args:
      a_in (ndarray (n, )) : Data, 1 example
      W    (ndarray (n,j)) : Weight matrix, n features per unit, j units
      b    (ndarray (j, )) : bias vector, j units
      g    activation function (e.g. sigmoid, relu..)

    Returns:
      a_out (ndarray (j,))  : j units
    """
    a_out = np.zeros(b.shape[0])
    for idx, weights in enumerate(W):
        a_out[idx] = g(np.dot(weights, a_in) + b[idx])
    return a_out

# %% wrong: fourth batch, a class with __call__ that applies g to the inputs | activation_of_the_inputs
class Dense1D:
    """A tiny dense layer."""

    def __init__(self, W, b, g):
        self.W, self.b, self.g = W, b, g

    def __call__(self, x):
        return np.array([np.dot(self.g(x), self.W[:, j]) + self.b[j] for j in range(self.W.shape[1])])

def my_dense(a_in, W, b, g):
    return Dense1D(W, b, g)(a_in)

# %% wrong: fourth batch, the sum of all products for each unit, typed | all_units_summed
from typing import Callable
import numpy.typing as npt

def my_dense(a_in: npt.NDArray, W: npt.NDArray, b: npt.NDArray, g: Callable) -> npt.NDArray:
    n, j = W.shape
    assert a_in.shape == (n,)
    assert b.shape == (j,)
    out: npt.NDArray = np.empty(j)
    for unit in range(j):
        total: float = 0.0
        for k in range(j):
            for i in range(n):
                total += a_in[i] * W[i, k]
        out[unit] = g(total + b[unit])
    return out

# %% wrong: fourth batch, logs z and returns it | no_activation
import logging
log = logging.getLogger(__name__)

def my_dense(a_in, W, b, g):
    z_values = []
    for j in range(W.shape[1]):
        z = float(np.dot(a_in, W[:, j]) + b[j])
        a = g(z)
        log.info("z=%s a=%s", z, a)
        z_values.append(z)
    return np.array(z_values)

# %% wrong: fourth batch, try for the vectorised way, the loop as a fallback without a bias |
def my_dense(a_in, W, b, g):
    try:
        return g(W @ a_in + b)
    except ValueError:
        return np.array([g(np.dot(W[:, j], a_in)) for j in range(W.shape[1])])

# %% wrong: fourth batch, a bias looked up by the row | bias_as_a_row
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        try:
            bias = b[0, j]
        except Exception as exc:
            raise RuntimeError("could not read the bias") from exc
        a_out[j] = g(np.dot(W[:, j], a_in) + bias)
    return a_out

# %% wrong: fourth batch, a check of g by its name | activation_asked_by_name
def my_dense(a_in, W, b, g):
    """Dense layer that supports sigmoid, relu and linear."""
    units = W.shape[1]
    a_out = np.zeros(units)
    name = getattr(g, "__name__", str(g))
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        if name == "sigmoid":
            a_out[j] = 1 / (1 + np.exp(-z))
        elif name == "relu":
            a_out[j] = max(0.0, z)
        else:
            a_out[j] = np.tanh(z)
    return a_out

# %% wrong: fourth batch, softmax as the last step of a vectorised layer | softmax_over_the_layer
def my_dense(a_in, W, b, g):
    z = np.einsum("i,ij->j", a_in, W) + b
    a = g(z)
    return a / a.sum(keepdims=True)

# %% wrong: fourth batch, reshapes to a column | matrix_returned
def my_dense(a_in, W, b, g):
    a_in = np.asarray(a_in).reshape(1, -1)
    b = np.asarray(b).reshape(1, -1)
    z = np.matmul(a_in, W) + b
    assert z.shape == (1, W.shape[1])
    return g(z)

# %% wrong: fourth batch, a comprehension over the units of the bias minus one | last_unit_left_out
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(0, units - 1)])

# %% wrong: fourth batch, the bias is subtracted by a helper | bias_subtracted
def linear_combination(weights, inputs, bias):
    """w . x - b, the threshold form of a unit."""
    return np.dot(weights, inputs) - bias

def my_dense(a_in, W, b, g):
    return np.array([g(linear_combination(W[:, j], a_in, b[j])) for j in range(W.shape[1])])

# %% wrong: fourth batch, a decision in the comprehension | threshold_inside
def my_dense(a_in, W, b, g):
    threshold = 0.5
    activations = [g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])]
    return np.array([1.0 if a >= threshold else 0.0 for a in activations])

# %% wrong: fourth batch, int casts everywhere | integer_array
def my_dense(a_in, W, b, g):
    a_out = np.zeros(int(W.shape[1]), dtype=np.int64)
    for j in range(int(W.shape[1])):
        a_out[j] = g(float(np.dot(W[:, j], a_in)) + float(b[j]))
    return a_out

# %% wrong: fourth batch, a bool guard that returns None on odd shapes |
def my_dense(a_in, W, b, g):
    if W.shape[0] != W.shape[1]:
        return None
    return g(np.matmul(a_in, W) + b)

# %% right: fourth batch, contracts and a protocol
from typing import Protocol

class Activation(Protocol):
    def __call__(self, z: float) -> float: ...

def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g: Activation) -> np.ndarray:
    """Dense layer; raises ValueError for wrong shapes."""
    if W.ndim != 2:
        raise ValueError(f"W must be 2-D, got {W.ndim}-D")
    n, units = W.shape
    if a_in.shape != (n,) or b.shape != (units,):
        raise ValueError("a_in and b must fit W")
    return np.asarray([g(float(z)) for z in a_in @ W + b], dtype=float)

# %% right: fourth batch, namedtuple units and a generator
from collections import namedtuple

Unit = namedtuple("Unit", "w b")

def my_dense(a_in, W, b, g):
    units = (Unit(W[:, j], b[j]) for j in range(W.shape[1]))
    return np.fromiter((g(np.inner(u.w, a_in) + u.b) for u in units), dtype=np.float64)

# %% right: fourth batch, try and finally with a counter
def my_dense(a_in, W, b, g):
    done = 0
    a_out = np.full(W.shape[1], np.nan)
    try:
        for j, w in enumerate(W.T):
            a_out[j] = g(np.dot(w, a_in) + b[j])
            done += 1
    finally:
        assert done <= len(a_out)
    return a_out

# %% wrong: fifth batch, the inner loop ends one input too early | an_input_left_out
def my_dense(a_in, W, b, g):
    n, units = W.shape
    a_out = np.zeros(units)
    for j in range(units):
        z = b[j]
        for i in range(n - 1):
            z = z + a_in[i] * W[i][j]
        a_out[j] = g(z)
    return a_out

# %% wrong: fifth batch, the bias joins the inputs before the product | bias_added_too_early
def my_dense(a_in, W, b, g):
    a_out = np.zeros(len(b))
    for j in range(len(b)):
        a_out[j] = g(np.dot(W[:, j], a_in + b[j]))
    return a_out

# %% wrong: fifth batch, unpacks the shape the wrong way round | units_from_rows
def my_dense(a_in, W, b, g):
    units, features = W.shape
    a_out = np.zeros(units)
    for unit in range(units):
        z = 0
        for feature in range(features):
            z += a_in[feature] * W[feature, unit]
        a_out[unit] = g(z + b[unit])
    return a_out

# %% wrong: fifth batch, enumerates W itself | row_for_a_unit, rows_carried_over
def my_dense(a_in, W, b, g):
    answer = []
    for j, w in enumerate(W):
        answer.append(g(np.dot(w, a_in) + b[j]))
    return np.array(answer)

# %% wrong: fifth batch, g is worked out and then z is stored | no_activation
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        a = g(z)
        a_out[j] = z
    return a_out

# %% wrong: fifth batch, everything in a list with one entry | layer_overwritten_by_a_number, last_unit_returned, one_number_for_the_layer
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out = [g(z)]
    return np.array(a_out)

# %% wrong: fifth batch, one unit is left out and no bias | last_unit_left_out, no_bias
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units - 1):
        a_out[j] = g(np.dot(W[:, j], a_in))
    return a_out

# %% wrong: fifth batch, slices the bias from j on | all_biases_for_a_unit
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(a_in, W[:, j]) + b[j:]
        a_out[j] = g(z)
    return a_out

# %% wrong: fifth batch, the unit's number is added where its bias belongs | number_of_the_unit_added
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(a_in, W[:, j]) + j
        a_out[j] = g(z)
    return a_out

# %% wrong: fifth batch, typed, casts what comes in to whole numbers | inputs_cut_to_whole_numbers
def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Forward pass of one fully connected layer."""
    a_in = np.asarray(a_in, dtype=int).ravel()
    n_units = W.shape[1]
    a_out = np.empty(n_units)
    for unit in range(n_units):
        pre_activation = float(np.dot(a_in, W[:, unit]) + b[unit])
        a_out[unit] = g(pre_activation)
    return a_out

# %% wrong: fifth batch, a helper class that starts its biases at zero | no_bias
class _Neuron:
    def __init__(self, weights, bias, activation):
        self.weights = weights
        self.bias = 0.0
        self.activation = activation

    def fire(self, inputs):
        total = sum(w * x for w, x in zip(self.weights, inputs))
        return self.activation(total + self.bias)


def my_dense(a_in, W, b, g):
    neurons = [_Neuron(W[:, j], b[j], g) for j in range(W.shape[1])]
    return np.array([neuron.fire(a_in) for neuron in neurons])

# %% wrong: fifth batch, apply_along_axis with the bias outside | bias_after_activation
def my_dense(a_in, W, b, g):
    """Apply each unit's weights along axis 0."""
    activations = np.apply_along_axis(lambda w: g(np.dot(w, a_in)), 0, W)
    return activations + b

# %% wrong: fifth batch, asserts the bias against the rows | own_check_too_strict
def my_dense(a_in, W, b, g):
    """Dense layer with input validation."""
    if not isinstance(W, np.ndarray):
        raise TypeError("W must be an ndarray")
    if W.shape[0] != b.shape[0]:
        raise ValueError(f"W and b do not match: {W.shape} and {b.shape}")
    return g(np.matmul(a_in, W) + b)

# %% wrong: fifth batch, vectorised, clips z for stability | sums_clipped
def my_dense(a_in, W, b, g):
    """Vectorised, with numerically safe pre-activations."""
    z = np.clip(np.einsum("i,ij->j", a_in, W) + b, -1.0, 1.0)
    return g(z)

# %% wrong: fifth batch, keeps the batch axis that it made | matrix_returned
def my_dense(a_in, W, b, g):
    batch = np.atleast_2d(a_in)
    z = batch @ W + np.reshape(b, (1, -1))
    return np.vectorize(g)(z)

# %% wrong: fifth batch, a cache dictionary comes along | more_than_the_answer
def my_dense(a_in, W, b, g):
    """Return activations together with a cache for backpropagation."""
    z = a_in @ W + b
    a_out = g(z)
    cache = {"z": z, "a_in": a_in}
    return a_out, cache

# %% right: fifth batch, a generator of columns
def my_dense(a_in, W, b, g):
    def unit(column, bias):
        return g(bias + sum(map(lambda pair: pair[0] * pair[1], zip(column, a_in))))

    return np.fromiter((unit(W[:, j], b[j]) for j in range(W.shape[-1])), float, W.shape[-1])

# %% wrong: fifth batch, typed, room made like whole numbers | type_copied_from_the_inputs
def my_dense(a_in: "np.ndarray", W: "np.ndarray", b: "np.ndarray", g) -> "np.ndarray":
    """Compute a dense layer.

    Raises:
        ValueError: if the shapes do not fit.
    """
    from functools import partial

    if a_in.shape[0] != W.shape[0] or W.shape[1] != np.size(b):
        raise ValueError("shapes do not fit")
    weigh = partial(np.dot, a_in)
    z = np.array([weigh(W[:, j]) for j in range(W.shape[1])]) + np.ravel(b)
    a_out = np.zeros_like(z)
    for j, value in enumerate(z):
        a_out[j] = g(value)
    return a_out

# %% right: fifth batch, hstack of a one
def my_dense(a_in, W, b, g):
    with_one = np.hstack([a_in, [1.0]])
    theta = np.vstack([W, b])
    a_out = np.zeros(theta.shape[1])
    for j in range(theta.shape[1]):
        a_out[j] = g(with_one.dot(theta[:, j]))
    return a_out

# %% wrong: sixth batch, takes the weights of a unit with W[j:j+1] | row_for_a_unit
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[j:j + 1]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z[0])
    return a_out

# %% wrong: sixth batch, minus and the wrong sign in front of the dot | minus_before_z
def my_dense(a_in, W, b, g):
    a_out = []
    for j in range(W.shape[1]):
        z = -(np.dot(W[:, j], a_in) + b[j])
        a_out.append(g(z))
    return np.array(a_out)

# %% wrong: sixth batch, the return stands one tab too far to the right | return_in_the_loop
def my_dense(a_in, W, b, g):
    units = len(b)
    a_out = np.zeros(units)
    for j in range(units):
        total = 0
        for i in range(len(a_in)):
            total = total + W[i, j] * a_in[i]
        a_out[j] = g(total + b[j])
        return a_out

# %% wrong: sixth batch, multiplies where the dot product belongs and averages | mean_for_sum
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.average(W[:, j] * a_in) + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: sixth batch, appends into an array that was made with zeros | append_on_an_array
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a_out.append(g(np.dot(a_in, W[:, j]) + b[j]))
    return a_out

# %% wrong: sixth batch, forgets to index the bias in the inner sum | bias_in_each_product, all_biases_for_a_unit
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = 0.0
        for i in range(a_in.shape[0]):
            z += a_in[i] * W[i, j] + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: sixth batch, typed, an activation dispatch by name | activation_asked_by_name
def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g: str = "sigmoid") -> np.ndarray:
    """Dense layer that supports several activations."""
    activations = {
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "relu": lambda z: np.maximum(0, z),
        "linear": lambda z: z,
    }
    if g not in activations:
        raise ValueError(f"unknown activation: {g}")
    return activations[g](a_in @ W + b)

# %% wrong: sixth batch, broadcasting with a new axis, summed over the wrong one | summed_along_units
def my_dense(a_in, W, b, g):
    """Use broadcasting instead of a loop."""
    products = a_in[:, np.newaxis] * W
    z = products.sum(axis=1)
    return g(z[: b.shape[0]] + b)

# %% wrong: sixth batch, validates the number of units against a constant | size_hard_coded
N_UNITS = 3


def my_dense(a_in, W, b, g):
    if W.shape[1] != N_UNITS:
        raise ValueError(f"expected {N_UNITS} units, got {W.shape[1]}")
    return g(np.dot(a_in, W) + b)

# %% wrong: sixth batch, a residual connection where shapes allow |
def my_dense(a_in, W, b, g):
    a_out = g(np.dot(a_in, W) + b)
    if a_out.shape == a_in.shape:
        a_out = a_out + a_in
    return a_out

# %% wrong: sixth batch, dropout for regularisation | chance_inside
def my_dense(a_in, W, b, g):
    rng = np.random.default_rng(0)
    keep = rng.random(W.shape[1]) > 0.2
    return g(a_in @ W + b) * keep

# %% right: sixth batch, a closure with functools.reduce
def my_dense(a_in, W, b, g):
    import functools
    import operator

    def z(j):
        return functools.reduce(operator.add, (x * w for x, w in zip(a_in, W[:, j])), b[j])

    return np.asarray([g(z(j)) for j, _ in enumerate(b)])

# %% right: sixth batch, lists and a check that all right calls pass
def my_dense(a_in, W, b, g):
    assert len(a_in) == len(W), "one weight for each input"
    columns = list(zip(*W))
    return np.array([g(float(np.dot(c, a_in)) + float(v)) for c, v in zip(columns, b)])

# %% wrong: seventh batch, the columns are walked with zip, but zip(W, b) gives rows | row_for_a_unit, units_from_rows
def my_dense(a_in, W, b, g):
    a_out = []
    for w, bias in zip(W, b):
        a_out.append(g(np.dot(a_in, w) + bias))
    return np.array(a_out)

# %% wrong: seventh batch, checked and typed, the rows of a transpose of the transpose | row_for_a_unit
def my_dense(
    a_in: np.ndarray,
    W: np.ndarray,
    b: np.ndarray,
    g,
) -> np.ndarray:
    """Compute a dense layer.

    Args:
        a_in: shape (n,)
        W: shape (n, j)
        b: shape (j,)
        g: activation

    Returns:
        a_out: shape (j,)
    """
    assert a_in.ndim == 1, f"a_in has to be a vector, got {a_in.shape}"
    n_units = W.shape[1]
    a_out = np.zeros(n_units)
    weights = W.T.T
    for unit in range(n_units):
        a_out[unit] = g(np.dot(weights[unit, :], a_in) + b[unit])
    return a_out

# %% wrong: seventh batch, einsum over the wrong letter | summed_along_units, units_from_rows
def my_dense(a_in, W, b, g):
    z = np.einsum("i,ij->i", a_in, W) + b
    return g(z)

# %% wrong: seventh batch, einsum without the sum | products_not_added_up, matrix_returned
def my_dense(a_in, W, b, g):
    z = np.einsum("i,ij->ij", a_in, W) + b
    a_out = g(z)
    return a_out

# %% wrong: seventh batch, a list comprehension without b | no_bias
def my_dense(a_in, W, b, g):
    return np.array([g(sum(x * w for x, w in zip(a_in, W[:, j]))) for j in range(W.shape[1])])

# %% wrong: seventh batch, range(1, units) | first_unit_left_out
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(1, units):
        w = W[:, j]
        z = np.dot(a_in, w) + b[j]
        a_out[j] = g(z)
    return(a_out)

# %% wrong: seventh batch, stops one input early inside a double loop | an_input_left_out
def my_dense(a_in, W, b, g):
    """Dense layer, written out with two loops."""
    n, units = W.shape
    a_out = np.zeros((units,))
    for j in range(units):
        z = b[j]
        for i in range(n - 1):
            z += a_in[i] * W[i, j]
        a_out[j] = g(z)
    return a_out

# %% wrong: seventh batch, everything in try, errors swallowed, row read | row_for_a_unit
def my_dense(a_in, W, b, g):
    try:
        units = W.shape[1]
        a_out = np.zeros(units)
        for j in range(units):
            w = W[j]
            z = np.dot(a_in, w) + b[j]
            a_out[j] = g(z)
        return a_out
    except Exception as e:
        print(f"Error in my_dense: {e}")
        return None

# %% wrong: seventh batch, the error becomes zeros | row_for_a_unit
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    try:
        for j in range(units):
            w = W[j, :]
            a_out[j] = g(np.dot(w, a_in) + b[j])
    except (ValueError, IndexError):
        pass
    return a_out

# %% wrong: seventh batch, b is kept as a column and the answer is a square | bias_as_a_column, matrix_returned
def my_dense(a_in, W, b, g):
    b = b.reshape(-1, 1)
    z = np.dot(a_in, W) + b
    return g(z)

# %% wrong: seventh batch, g of the weighted sum, then the bias, in a helper class | bias_after_activation
class Neuron:
    """One unit of a layer."""

    def __init__(self, weights, bias, activation):
        self.weights = weights
        self.bias = bias
        self.activation = activation

    def fire(self, inputs):
        return self.activation(np.dot(self.weights, inputs)) + self.bias


def my_dense(a_in, W, b, g):
    neurons = [Neuron(W[:, j], b[j], g) for j in range(W.shape[1])]
    return np.array([neuron.fire(a_in) for neuron in neurons])

# %% wrong: seventh batch, batch normalisation of the sums | sums_scaled
def my_dense(a_in, W, b, g):
    z = np.matmul(a_in, W) + b
    z = (z - z.mean()) / (z.std() + 1e-8)
    return g(z)

# %% wrong: seventh batch, midnight: the loop variable is overwritten | counter_set_by_hand
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        j = 0
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: seventh batch, midnight: returns z | no_activation, another_name_returned
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    z_out = np.zeros(units)
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:,j]
        z_out[j] = np.dot(w, a_in) + b[j]
        a_out[j] = g(z_out[j])
    return(z_out)

# %% wrong: seventh batch, np.vectorize of g, doubled | activation_twice
def my_dense(a_in, W, b, g):
    activate = np.vectorize(g)
    z = a_in @ W + b
    out = activate(z)
    return activate(out)

# %% wrong: seventh batch, matvec the wrong way round, guarded by a shape test | reshape_for_transpose
def my_dense(a_in, W, b, g):
    if W.shape[0] == a_in.shape[0]:
        W = W.reshape(W.shape[1], W.shape[0])
    z = W @ a_in + b
    return g(z)

# %% wrong: seventh batch, softmax for stability | sums_scaled
def my_dense(a_in, W, b, g):
    """A dense layer; numerically stable."""
    z = np.dot(a_in, W) + b
    z = z - np.max(z)
    return g(z)

# %% right: seventh batch, np.fromiter with a generator
def my_dense(a_in, W, b, g):
    return np.fromiter((g(a_in.dot(w) + v) for w, v in zip(W.T, b)), dtype=float, count=b.size)

# %% right: seventh batch, a bias row is stacked under the weights
def my_dense(a_in, W, b, g):
    table = np.vstack([W, b])
    x = np.append(a_in, 1.0)
    return g(x @ table)

# %% right: seventh batch, recursion over the units
def my_dense(a_in, W, b, g):
    def rest(j):
        if j == W.shape[1]:
            return []
        return [g(np.inner(W[:, j], a_in) + b[j]), *rest(j + 1)]

    return np.array(rest(0))

# %% right: seventh batch, apply_along_axis
def my_dense(a_in, W, b, g):
    sums = np.apply_along_axis(lambda w: np.sum(w * a_in), 0, W)
    return g(np.add(sums, b))

# %% right: seventh batch, tensordot, a dataclass and asserts
from dataclasses import dataclass


@dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray

    def forward(self, x):
        assert self.W.shape[0] == x.shape[0]
        return np.tensordot(x, self.W, axes=1) + self.b


def my_dense(a_in, W, b, g):
    return np.asarray(g(Layer(W, b).forward(np.asarray(a_in))))

# %% wrong: eighth batch, midnight: the bias is forgotten after a print | no_bias
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:,j]
        print(w, b[j])
        z = np.dot(w, a_in)
        a_out[j] = g(z)
    return(a_out)

# %% wrong: eighth batch, loops over len(a_in) with W[:, j] | loop_over_the_inputs, array_too_short, units_from_rows
def my_dense(a_in, W, b, g):
    n = len(a_in)
    a_out = np.zeros(n)
    for j in range(n):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: eighth batch, units from W.shape[0], columns | units_from_rows
def my_dense(a_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Forward pass of one layer.

    >>> my_dense(np.ones(2), np.zeros((2, 3)), np.zeros(3), lambda z: z)
    """
    units, features = W.shape
    outputs = []
    for unit in range(units):
        outputs.append(g(np.dot(a_in, W[:, unit]) + b[unit]))
    return np.asarray(outputs, dtype=np.float64)

# %% wrong: eighth batch, g handed the list of products, summed afterwards | activation_before_the_sum
def my_dense(a_in, W, b, g):
    out = []
    for j in range(W.shape[1]):
        parts = [g(a_in[i] * W[i, j]) for i in range(len(a_in))]
        out.append(sum(parts) + b[j])
    return np.array(out)

# %% wrong: eighth batch, sum(...) over a generator of bias in each product | bias_in_each_product
def my_dense(a_in, W, b, g):
    return np.array(
        [g(sum(a_in[i] * W[i][j] + b[j] for i in range(W.shape[0]))) for j in range(W.shape[1])]
    )

# %% wrong: eighth batch, validates that inputs and units agree | own_check_too_strict
def my_dense(a_in, W, b, g):
    if a_in.shape[0] != W.shape[1]:
        raise ValueError("a_in does not fit W")
    return g(np.dot(a_in, W) + b)

# %% wrong: eighth batch, asserts that b is a column | own_check_too_strict, bias_as_a_row
def my_dense(a_in, W, b, g):
    assert b.ndim == 2, "bias must be 2-D"
    z = np.dot(a_in, W) + b
    return g(z)

# %% wrong: eighth batch, dtype=int for the output | integer_array
def my_dense(a_in, W, b, g):
    n_units = W.shape[1]
    out = np.empty(n_units, dtype=int)
    for k in range(n_units):
        out[k] = g(W[:, k] @ a_in + b[k])
    return out

# %% wrong: eighth batch, np.vdot of the whole matrix | whole_layer_in_the_loop, all_biases_for_a_unit
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.matmul(W.T, a_in) + b
        a_out[j] = g(z)
    return a_out

# %% wrong: eighth batch, while without the last one | last_unit_left_out
def my_dense(a_in, W, b, g):
    j = 0
    a_out = np.zeros(W.shape[1])
    while j < W.shape[1] - 1:
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
        j += 1
    return a_out

# %% wrong: eighth batch, np.sum(W, axis=0) times the input's sum | product_of_the_sums
def my_dense(a_in, W, b, g):
    z = np.sum(a_in) * np.sum(W, axis=0) + b
    return g(z)

# %% wrong: eighth batch, leaky relu of its own | other_activation_hard_coded
def my_dense(a_in, W, b, g):
    def leaky_relu(z, alpha=0.01):
        return np.where(z > 0, z, alpha * z)

    z = np.dot(a_in, W) + b
    return leaky_relu(z)

# %% wrong: eighth batch, a class with state that grows | kept_between_calls
class Memory:
    total = 0


def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    a_out = g(z)
    Memory.total = Memory.total + a_out.sum()
    return a_out + Memory.total * 1e-3

# %% wrong: eighth batch, returns a tuple of z and a | more_than_the_answer
def my_dense(a_in, W, b, g):
    """Return the activations and the cache for the backward pass."""
    Z = np.dot(a_in, W) + b
    A = g(Z)
    cache = {"Z": Z, "W": W}
    return A, cache

# %% wrong: eighth batch, outer product and a trace | outer_for_dot
def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        z = np.outer(W[:, j], a_in).sum() + b[j]
        a_out[j] = g(z)
    return a_out

# %% wrong: eighth batch, the units in reverse | outputs_in_reverse
def my_dense(a_in, W, b, g):
    out = []
    for j in reversed(range(W.shape[1])):
        out.append(g(a_in @ W[:, j] + b[j]))
    return np.array(out)

# %% wrong: eighth batch, insert(0, ...) | outputs_in_reverse
def my_dense(a_in, W, b, g):
    out = []
    for j in range(W.shape[1]):
        out.insert(0, g(a_in @ W[:, j] + b[j]))
    return np.array(out)

# %% wrong: eighth batch, z without brackets: dot of a_in with w + b | bias_added_too_early
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        w = W[:, j]
        z = np.dot(a_in, w + b[j])
        a_out[j] = g(z)
    return a_out

# %% right: eighth batch, logging, checks and np.dot in float32 are all fine
import logging

logger = logging.getLogger(__name__)


def my_dense(a_in, W, b, g):
    x = np.asarray(a_in, dtype=float).reshape(-1)
    weights = np.asarray(W, dtype=float)
    if x.size != weights.shape[0]:
        raise ValueError(f"{x.size} inputs for {weights.shape[0]} rows")
    logger.debug("units: %s", weights.shape[1])
    return np.array([float(g(np.dot(x, column) + bias)) for column, bias in zip(weights.T, b)])

# %% right: eighth batch, a generator function
def my_dense(a_in, W, b, g):
    def units():
        for j in range(W.shape[1]):
            z = b[j]
            for i, x in enumerate(a_in):
                z = z + x * W[i, j]
            yield g(z)

    return np.array(list(units()))

# %% right: eighth batch, cumulative sums
def my_dense(a_in, W, b, g):
    products = W * a_in[:, None]
    return g(np.cumsum(products, axis=0)[-1] + b)

# %% right: eighth batch, map with a lambda and operator.mul
import operator


def my_dense(a_in, W, b, g):
    return np.array(list(map(lambda w, v: g(sum(map(operator.mul, w, a_in)) + v), W.T, b)))

# %% right: eighth batch, a while loop from the back
def my_dense(a_in, W, b, g):
    j = W.shape[1]
    a_out = np.zeros(j)
    while j:
        j -= 1
        a_out[j] = g(np.inner(a_in, W[:, j]) + b[j])
    return a_out
