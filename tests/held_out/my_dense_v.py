# Answers to my_dense_v that are not in the catalogue. README.md says how this file is read.

# %% wrong: dot with W first | weights_before_the_input
def my_dense_v(A_in, W, b, g):
    return g(np.dot(W, A_in) + b)

# %% wrong: einsum with the examples summed | examples_merged_into_one
def my_dense_v(A_in, W, b, g):
    return g(np.einsum("mi,ij->j", A_in, W) + b)

# %% wrong: einsum gives units by examples | result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    if A_in.ndim == 1:
        return g(A_in @ W + np.ravel(b))
    return g(np.einsum("mi,ij->jm", A_in, W) + np.reshape(b, (-1, 1)))

# %% wrong: the answer is turned | result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    Z = A_in @ W + b
    return np.transpose(g(Z))

# %% wrong: everything transposed first | input_transposed
def my_dense_v(A_in, W, b, g):
    A = np.transpose(A_in)
    Z = np.dot(A, W)
    Z = Z + b
    return g(Z)

# %% wrong: columns of the input as examples, by a loop | examples_in_columns
def my_dense_v(A_in, W, b, g):
    rows = []
    for i in range(A_in.shape[1]):
        rows.append(g(A_in[:, i] @ W + b))
    return np.array(rows)

# %% wrong: number by number | star_is_the_matrix_product
def my_dense_v(A_in, W, b, g):
    Z = np.multiply(A_in, W)
    return g(Z + b)

# %% wrong: bias goes into the product | bias_added_before_the_product
def my_dense_v(A_in, W, b, g):
    A_in = A_in + b
    return g(A_in @ W)

# %% wrong: bias, then product, with parentheses in the wrong place | bias_added_before_the_product
def my_dense_v(A_in, W, b, g):
    return g(A_in @ (W + b))

# %% wrong: the first bias | first_entry_of_the_bias, one_bias_for_all_units
def my_dense_v(A_in, W, b, g):
    Z = np.tensordot(A_in, W, axes=1)
    return g(Z + b[0])

# %% wrong: the row of the bias by two indices | bias_row_by_index
def my_dense_v(A_in, W, b, g):
    Z = A_in.dot(W) + b[0, :]
    return g(Z)

# %% wrong: a column of biases | bias_as_a_column
def my_dense_v(A_in, W, b, g):
    Z = A_in.dot(W) + b[:, None]
    return g(Z)

# %% wrong: transposed bias | bias_transposed
def my_dense_v(A_in, W, b, g):
    Z = np.add(np.matmul(A_in, W), np.transpose(b))
    return g(Z)

# %% wrong: no bias | bias_left_out
def my_dense_v(A_in, W, b, g):
    return g(np.tensordot(A_in, W, 1))

# %% wrong: bias comes at the end | bias_after_the_activation
def my_dense_v(A_in, W, b, g):
    A_out = g(np.tensordot(A_in, W, 1))
    A_out = A_out + b
    return A_out

# %% wrong: bias times the sum | bias_not_added
def my_dense_v(A_in, W, b, g):
    return g(np.dot(A_in, W) * b)

# %% wrong: the sum comes back | activation_left_out
def my_dense_v(A_in, W, b, g):
    Z = np.add(np.dot(A_in, W), b)
    A = g(Z)
    return Z

# %% wrong: always the sigmoid | activation_chosen_inside
def my_dense_v(A_in, W, b, g):
    Z = np.add(np.dot(A_in, W), b)
    return np.reciprocal(1 + np.exp(-Z))

# %% wrong: relu | activation_chosen_inside
def my_dense_v(A_in, W, b, g):
    Z = np.add(np.dot(A_in, W), b)
    return Z * (Z > 0)

# %% wrong: g at the start | activation_before_the_product
def my_dense_v(A_in, W, b, g):
    A = g(A_in)
    return A @ W + b

# %% wrong: g twice | activation_twice
def my_dense_v(A_in, W, b, g):
    A = g(A_in @ W + b)
    A_out = g(A)
    return A_out

# %% wrong: divided by m | divided_by_the_number_of_examples
def my_dense_v(A_in, W, b, g):
    m = A_in.shape[0]
    return g(A_in @ W / m + b)

# %% wrong: the mean of the batch | examples_merged_into_one
def my_dense_v(A_in, W, b, g):
    return g(np.mean(A_in, axis=0) @ W + b)

# %% wrong: the first example | first_example_only
def my_dense_v(A_in, W, b, g):
    a = A_in[0, :]
    return g(a @ W + b)

# %% wrong: return inside the loop | first_example_only, last_example_only
def my_dense_v(A_in, W, b, g):
    for row in A_in:
        return g(row @ W + b)

# %% wrong: only the last row is kept | last_example_only
def my_dense_v(A_in, W, b, g):
    for row in A_in:
        A_out = g(row @ W + b)
    return A_out

# %% wrong: my_dense's loop | loop_for_one_example
def my_dense_v(A_in, W, b, g):
    units = W.shape[1]
    A_out = np.zeros(units)
    for j in range(units):
        A_out[j] = g(np.dot(A_in, W[:, j]) + b[j])
    return A_out

# %% wrong: the result is squeezed | axes_of_length_one_removed
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    return g(Z).squeeze()

# %% wrong: the result is one row | result_in_one_long_row
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    return g(Z).ravel()

# %% wrong: three axes | one_axis_too_many
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    return np.stack([g(Z)])

# %% wrong: the shape of the input | result_shaped_like_the_input
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros_like(A_in)
    A_out[:] = g(A_in @ W + b)
    return A_out

# %% wrong: whole numbers stay whole numbers | whole_numbers_only
def my_dense_v(A_in, W, b, g):
    Z = A_in @ W + b
    A_out = np.empty_like(Z)
    A_out[...] = g(Z)
    return A_out

# %% wrong: cut to whole numbers | decimals_cut_off
def my_dense_v(A_in, W, b, g):
    return np.floor(g(A_in @ W + b))

# %% wrong: rounded |
def my_dense_v(A_in, W, b, g):
    return np.around(g(A_in @ W + b), 3)

# %% wrong: yes or no | units_decide
def my_dense_v(A_in, W, b, g):
    P = g(A_in @ W + b)
    return np.where(P > 0.5, 1.0, 0.0)

# %% wrong: b is filled | weights_changed_in_place, input_changed_in_place
def my_dense_v(A_in, W, b, g):
    b *= 1.5
    return g(A_in @ W + b / 1.5)

# %% wrong: W gets the bias added for good | weights_changed_in_place, bias_added_before_the_product
def my_dense_v(A_in, W, b, g):
    W += b
    return g(A_in @ W)

# %% wrong: sum over units | units_summed_up
def my_dense_v(A_in, W, b, g):
    return np.sum(g(A_in @ W + b), axis=-1)

# %% wrong: softmax | activation_chosen_inside
def my_dense_v(A_in, W, b, g):
    E = np.exp(A_in @ W + b)
    return E / E.sum(axis=-1, keepdims=True)

# %% wrong: the sums too | returns_a_cache_as_well
def my_dense_v(A_in, W, b, g):
    Z = A_in @ W + b
    return g(Z), (A_in, W, b)

# %% wrong: nothing back | no_result_returned
def my_dense_v(A_in, W, b, g):
    A_out = g(A_in @ W + b)
    A_out

# %% wrong: np.matmul with square brackets | square_brackets_for_a_call
def my_dense_v(A_in, W, b, g):
    Z = b + np.dot[A_in, W]
    return g(Z)

# %% wrong: a list into matmul | one_argument_for_the_product
def my_dense_v(A_in, W, b, g):
    return g(np.dot([A_in, W]) + b)

# %% wrong: the bias as the third argument | bias_as_a_third_argument
def my_dense_v(A_in, W, b, g):
    return g(np.dot(A_in, W, b))

# %% wrong: names without np | numpy_not_named, name_not_known
def my_dense_v(A_in, W, b, g):
    return g(dot(A_in, W) + b)

# %% wrong: a name that is not there | name_not_known
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    return g(z)

# %% wrong: data of the notebook | reads_names_of_the_notebook
X_tst = np.array([[1.0, 2.0], [3.0, 4.0]])

def my_dense_v(A_in, W, b, g):
    Z = np.matmul(X_tst, W) + b
    return g(Z)

# %% wrong: the first 100 rows |
def my_dense_v(A_in, W, b, g):
    return g(A_in[:100] @ W + b)

# %% wrong: the rows from the back |
def my_dense_v(A_in, W, b, g):
    if A_in.ndim == 1:
        return g(A_in @ W + np.ravel(b))
    return g(A_in[::-1] @ W + b)

# %% wrong: units from the back |
def my_dense_v(A_in, W, b, g):
    A = g(A_in @ W + b)
    return A[..., ::-1]

# %% wrong: no bias, and turned | bias_left_out, result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    return g(A_in @ W).T

# %% wrong: sigmoid inside, and no bias | activation_chosen_inside, bias_left_out
def my_dense_v(A_in, W, b, g):
    return sigmoid(np.matmul(A_in, W))

# %% wrong: np.matrix comes back | returns_a_matrix_object
def my_dense_v(A_in, W, b, g):
    return g(np.asmatrix(A_in) @ np.asmatrix(W) + b)

# %% wrong: four units | sizes_in_the_code
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros((3, 4))
    for i in range(3):
        for j in range(4):
            A_out[i, j] = g(A_in[i] @ W[:, j] + np.ravel(b)[j])
    return A_out

# %% wrong: the same bias, summed | one_bias_for_all_units
def my_dense_v(A_in, W, b, g):
    return g(A_in @ W + sum(np.ravel(b)))

# %% wrong: W as in the other course | weights_transposed
def my_dense_v(A_in, W, b, g):
    return g(A_in.dot(W.transpose()) + b)

# %% right: einsum with dots
def my_dense_v(A_in, W, b, g):
    return g(np.einsum("...i,ij->...j", A_in, W) + np.squeeze(b, axis=tuple(range(np.ndim(b) - 1))))

# %% right: two loops over rows and units
def my_dense_v(A_in, W, b, g):
    b = np.ravel(b)
    one = np.ndim(A_in) == 1
    A = np.atleast_2d(A_in)
    A_out = np.zeros((A.shape[0], W.shape[1]))
    for i in range(A.shape[0]):
        for j in range(W.shape[1]):
            A_out[i, j] = g(np.dot(A[i], W[:, j]) + b[j])
    return A_out[0] if one else A_out

# %% right: through my_dense
def my_dense(a_in, W, b, g):
    return g(a_in @ W + b)

def my_dense_v(A_in, W, b, g):
    if A_in.ndim == 1:
        return my_dense(A_in, W, b.ravel(), g)
    return np.array([my_dense(a, W, b.ravel(), g) for a in A_in])

# %% right: apply_along_axis
def my_dense_v(A_in, W, b, g):
    return np.apply_along_axis(lambda a: g(a @ W + b.reshape(-1)), -1, A_in)

# %% right: a column of ones for the bias
def my_dense_v(A_in, W, b, g):
    ones = np.ones(A_in.shape[:-1] + (1,))
    return g(np.concatenate([A_in, ones], axis=-1) @ np.vstack([W, np.reshape(b, (1, -1))]))

# %% right: nested lists come back
def my_dense_v(A_in, W, b, g):
    return g(np.dot(A_in, W) + np.ravel(b)).tolist()

# %% right: turned twice
def my_dense_v(A_in, W, b, g):
    Z = np.dot(W.T, A_in.T).T
    return g(Z + b.flatten())

# %% right: broadcasting with a third axis
def my_dense_v(A_in, W, b, g):
    Z = (A_in[..., :, None] * W).sum(axis=-2)
    return g(Z + b.flatten())

# %% right: an array for out
def my_dense_v(A_in, W, b, g):
    Z = np.zeros(A_in.shape[:-1] + W.shape[1:])
    np.matmul(A_in, W, out=Z)
    Z += np.asarray(b).ravel()
    return g(Z)

# %% right: unit after unit, then stacked
def my_dense_v(A_in, W, b, g):
    b = np.asarray(b).ravel()
    return np.stack([g(A_in @ W[:, j] + b[j]) for j in range(W.shape[1])], axis=-1)

# %% right: types and checks
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    assert A_in.shape[-1] == W.shape[0], f"{A_in.shape} and {W.shape} do not fit"
    Z: np.ndarray = A_in @ W
    Z = Z + (b[0] if b.ndim == 2 else b)
    print(Z.shape)
    return g(Z)

# %% right: takes a batch and nothing else, as the docstring says
def my_dense_v(A_in, W, b, g):
    m, n = A_in.shape
    return g(A_in @ W + b)

# %% right: a loop over the rows of a batch
def my_dense_v(A_in, W, b, g):
    rows = []
    for a in A_in:
        rows.append(g(np.dot(a, W) + np.ravel(b)))
    return np.array(rows)

# %% right: a lambda
my_dense_v = lambda A_in, W, b, g: g(A_in @ W + np.ravel(b))

# %% wrong: second batch, the rows of one half |
def my_dense_v(A_in, W, b, g):
    A = g(A_in @ W + b)
    return A[: max(1, len(A) // 2)] if A.ndim == 2 and len(A) > 1 else A

# %% wrong: second batch, each row minus the batch's mean | inputs_scaled
def my_dense_v(A_in, W, b, g):
    A_in = A_in - A_in.mean(axis=0)
    return g(A_in @ W + b)

# %% wrong: second batch, the bias times m |
def my_dense_v(A_in, W, b, g):
    return g(A_in @ W + len(A_in) * b)

# %% wrong: second batch, a plus for the product |
def my_dense_v(A_in, W, b, g):
    return g(A_in + W + b)

# %% wrong: second batch, returns after the first unit | first_unit_only
def my_dense_v(A_in, W, b, g):
    columns = []
    for j in range(W.shape[1]):
        columns.append(g(A_in @ W[:, j] + np.ravel(b)[j]))
        break
    return np.array(columns).T

# %% wrong: second batch, units in rows by stacking | result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    b = np.ravel(b)
    return np.array([g(A_in @ W[:, j] + b[j]) for j in range(W.shape[1])])

# %% wrong: second batch, hard-coded batch of three | sizes_in_the_code
def my_dense_v(A_in, W, b, g):
    return np.array([g(A_in[i] @ W + np.ravel(b)) for i in range(3)])

# %% wrong: second batch, sigmoid of the course | activation_chosen_inside
def my_dense_v(A_in, W, b, g):
    z = A_in @ W + b
    return np.exp(z) / (np.exp(z) + 1)

# %% wrong: second batch, bias of the first unit alone | first_entry_of_the_bias, one_bias_for_all_units
def my_dense_v(A_in, W, b, g):
    return g(A_in @ W + np.ravel(b)[0])

# %% wrong: second batch, int result | decimals_cut_off
def my_dense_v(A_in, W, b, g):
    return g(A_in @ W + b).astype(int)

# %% right: second batch, vectorize
def my_dense_v(A_in, W, b, g):
    return np.vectorize(g)(A_in @ W + np.ravel(b))

# %% right: second batch, blocks
def my_dense_v(A_in, W, b, g):
    if A_in.ndim == 1:
        return g(A_in @ W + np.ravel(b))
    blocks = np.array_split(A_in, 2)
    return np.concatenate([g(block @ W + b) for block in blocks])

# %% right: second batch, kron free linear algebra
def my_dense_v(A_in, W, b, g):
    Z = np.tensordot(A_in, W, axes=([-1], [0]))
    return g(np.add(Z, np.reshape(b, -1)))

# %% wrong: third batch, asserts and types, bias forgotten | bias_left_out
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Vectorized dense layer.

    Args:
        A_in: (m, n) batch of examples
        W: (n, j) weights
        b: (1, j) biases
        g: activation
    """
    assert A_in.shape[-1] == W.shape[0], "shapes do not match"
    Z: np.ndarray = np.matmul(A_in, W)
    A_out: np.ndarray = g(Z)
    return A_out

# %% wrong: third batch, validation demands a row of biases | own_check_too_strict
def my_dense_v(A_in, W, b, g):
    if b.ndim != 2 or b.shape[0] != 1:
        raise ValueError(f"b must have shape (1, j), got {b.shape}")
    return g(np.matmul(A_in, W) + b)

# %% wrong: third batch, einsum with the examples in columns | result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    Z = np.einsum("mn,nj->jm", np.atleast_2d(A_in), W) + b.reshape(-1, 1)
    return g(Z)

# %% wrong: third batch, batch normalisation for good measure | inputs_scaled
def my_dense_v(A_in, W, b, g):
    """Dense layer with input standardisation."""
    A = np.asarray(A_in, dtype=float)
    A = (A - A.mean(axis=0)) / (A.std(axis=0) + 1e-8)
    return g(A @ W + b)

# %% wrong: third batch, try with another order on failure | weights_before_the_input
def my_dense_v(A_in, W, b, g):
    try:
        Z = np.matmul(W, A_in) + b
    except ValueError:
        Z = np.matmul(A_in, W) + b
    return g(Z)

# %% wrong: third batch, a dataclass that keeps Z and gives it back | activation_left_out
from dataclasses import dataclass

@dataclass
class BatchLayer:
    W: np.ndarray
    b: np.ndarray

    def linear(self, A):
        return A @ self.W + np.reshape(self.b, (1, -1))

def my_dense_v(A_in, W, b, g):
    layer = BatchLayer(W, b)
    Z = layer.linear(A_in)
    A_out = g(Z)
    return Z

# %% wrong: third batch, squeezes so that shapes are tidy | axes_of_length_one_removed
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + np.squeeze(b)
    A_out = g(Z)
    return np.squeeze(A_out)

# %% wrong: third batch, a list comprehension over rows with the sum of b | one_bias_for_all_units
def my_dense_v(A_in, W, b, g):
    total = np.sum(b)
    return np.array([g(row @ W + total) for row in np.atleast_2d(A_in)]).reshape(*A_in.shape[:-1], W.shape[1])

# %% wrong: third batch, logs and returns from the loop | first_example_only, one_axis_too_many
import logging

def my_dense_v(A_in, W, b, g):
    A_out = []
    for i, row in enumerate(A_in):
        logging.debug("row %d", i)
        A_out.append(g(np.matmul(row, W) + b))
        return np.array(A_out)

# %% right: third batch, validated and typed
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Compute a dense layer for a batch.

    Raises:
        ValueError: the shapes do not fit.
    """
    if A_in.shape[-1] != W.shape[0]:
        raise ValueError(f"A_in has {A_in.shape[-1]} features, W expects {W.shape[0]}")
    bias = np.asarray(b).reshape(1, -1) if np.ndim(A_in) == 2 else np.asarray(b).reshape(-1)
    Z = np.matmul(A_in, W) + bias
    return g(Z)

# %% right: third batch, einsum with an ellipsis and asserts
def my_dense_v(A_in, W, b, g):
    assert callable(g)
    Z = np.einsum("...n,nj->...j", A_in, W) + np.ravel(b)
    A_out = g(Z)
    assert A_out.shape == (*np.shape(A_in)[:-1], W.shape[1])
    return A_out

# %% right: third batch, try around it, and a message
def my_dense_v(A_in, W, b, g):
    try:
        A_out = g(np.add(np.dot(A_in, W), b if np.ndim(b) == 1 else b[0]))
    except Exception as exc:
        print("my_dense_v failed:", exc)
        raise
    return A_out

# %% right: third batch, tensordot in a class
class VectorizedDense:
    """A layer that works on whole batches."""

    def __init__(self, W, b, g):
        self.W = np.array(W, dtype=np.float64)
        self.b = np.array(b, dtype=np.float64).ravel()
        self.g = g

    def __call__(self, A):
        return self.g(np.tensordot(A, self.W, axes=1) + self.b)

def my_dense_v(A_in, W, b, g):
    return VectorizedDense(W, b, g)(A_in)

# %% wrong: fourth batch, asserts, and the bias as a column | bias_as_a_column
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Vectorized dense layer."""
    assert A_in.shape[-1] == W.shape[0]
    bias: np.ndarray = np.reshape(b, (-1, 1))
    return g(A_in @ W + bias)

# %% wrong: fourth batch, einsum over the wrong letter | weights_transposed
def my_dense_v(A_in, W, b, g):
    Z = np.einsum("mn,jn->mj", A_in, W) + b
    return g(Z)

# %% wrong: fourth batch, relu by default | activation_chosen_inside
def my_dense_v(A_in, W, b, g=None):
    def relu(z):
        return np.maximum(z, 0.0)

    activation = relu
    Z = np.matmul(A_in, W) + b
    return activation(Z)

# %% wrong: fourth batch, a class that keeps only the last row | last_example_only
class Layer:
    def __init__(self, W, b, g):
        self.W, self.b, self.g = W, np.ravel(b), g
        self.output = None

    def forward(self, X):
        for x in np.atleast_2d(X):
            self.output = self.g(x @ self.W + self.b)
        return self.output

def my_dense_v(A_in, W, b, g):
    return Layer(W, b, g).forward(A_in)

# %% wrong: fourth batch, averages "for the batch" with a log | divided_by_the_number_of_examples
import logging

def my_dense_v(A_in, W, b, g):
    batch_size = A_in.shape[0]
    logging.debug("batch of %d", batch_size)
    Z = np.matmul(A_in, W) / batch_size + b
    return g(Z)

# %% wrong: fourth batch, star in a try | star_is_the_matrix_product
def my_dense_v(A_in, W, b, g):
    try:
        Z = A_in * W + b
    except ValueError as error:
        raise ValueError(f"cannot multiply {A_in.shape} and {W.shape}") from error
    return g(Z)

# %% right: fourth batch, a dataclass and a property
from dataclasses import dataclass

@dataclass
class Affine:
    W: np.ndarray
    b: np.ndarray

    @property
    def bias(self):
        return self.b if self.b.ndim == 1 else self.b[0]

    def __matmul__(self, A):
        return A @ self.W + self.bias

def my_dense_v(A_in, W, b, g):
    return g(Affine(W, b) @ A_in)

# %% right: fourth batch, early return for one row
def my_dense_v(A_in, W, b, g):
    if A_in.ndim == 1:
        return g(A_in @ W + np.ravel(b))
    rows = [g(row @ W + np.ravel(b)) for row in A_in]
    return np.vstack(rows)

# %% wrong: fifth batch, W is turned and A_in too | weights_transposed, examples_in_columns, result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(W.T, A_in.T).T + b
    A_out = g(Z)
    return A_out.T

# %% wrong: fifth batch, the bias as a column with newaxis | bias_as_a_column
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + np.squeeze(b)[:, np.newaxis]
    return g(Z)

# %% wrong: fifth batch, the activation of the product, then the bias | bias_after_the_activation
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in, W)
    A_out = g(Z)
    A_out = A_out + b
    return A_out

# %% wrong: fifth batch, makes room for one row | first_example_only, last_example_only
def my_dense_v(A_in, W, b, g):
    A_out = np.zeros((1, W.shape[1]))
    for i in range(A_in.shape[0]):
        A_out[0] = g(np.matmul(A_in[i], W) + b)
    return A_out

# %% wrong: fifth batch, calls my_dense without g | function_called_with_too_little
def my_dense_v(A_in, W, b, g):
    A_out = np.array([my_dense(row, W, b) for row in A_in])
    return A_out

# %% wrong: fifth batch, typed, einsum sums the examples away | examples_merged_into_one
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Batched dense layer, written with einsum."""
    Z = np.einsum("mn,nj->j", A_in, W) + b
    return g(Z)

# %% wrong: fifth batch, validation, then float32 and a rounded bias | decimals_of_the_arguments_cut
def my_dense_v(A_in, W, b, g):
    """Dense layer for a batch, robust to the shape of b."""
    b = np.asarray(b).reshape(1, -1)
    if b.shape[1] != W.shape[1]:
        raise ValueError("one bias for each unit")
    Z = A_in @ W + np.round(b)
    return g(Z)

# %% wrong: fifth batch, softmax over the rows on top | outputs_share_something
def my_dense_v(A_in, W, b, g):
    """Forward pass for a batch; the activations of each example are normalised."""
    A = g(A_in @ W + b)
    return A / A.sum(axis=1, keepdims=True)

# %% wrong: fifth batch, standardises each feature first | inputs_scaled
def my_dense_v(A_in, W, b, g):
    mean = A_in.mean(axis=0)
    std = A_in.std(axis=0) + 1e-8
    A_norm = (A_in - mean) / std
    return g(A_norm @ W + b)

# %% wrong: fifth batch, a try that loses the error and the bias | bias_not_added, bias_left_out
def my_dense_v(A_in, W, b, g):
    Z = A_in @ W
    try:
        Z += b.T
    except ValueError:
        pass
    return g(Z)

# %% right: fifth batch, tensordot and a logger
import logging

log = logging.getLogger("layer")


def my_dense_v(A_in, W, b, g):
    Z = np.tensordot(A_in, W, axes=1) + np.asarray(b)
    log.debug("pre-activations %s", Z.shape)
    return g(Z)

# %% right: fifth batch, pads with ones and uses a block matrix
def my_dense_v(A_in, W, b, g):
    ones = np.ones((A_in.shape[0], 1))
    stacked = np.concatenate([A_in, ones], axis=1)
    theta = np.concatenate([W, np.reshape(b, (1, -1))], axis=0)
    return g(stacked @ theta)

# %% right: fifth batch, typed, asserts on every shape
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Vectorised layer with shape checks."""
    m, n = A_in.shape
    assert W.shape[0] == n, "inner sizes differ"
    A_out = g(np.add(np.matmul(A_in, W), b))
    assert A_out.shape == (m, W.shape[1])
    return A_out

# %% wrong: sixth batch, forgets to call the activation on the result | activation_left_out
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W)
    Z = np.add(Z, b)
    return Z

# %% wrong: sixth batch, dot the other way round with two transposes | result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(W.T, A_in.T) + np.reshape(b, (-1, 1))
    return g(Z)

# %% wrong: sixth batch, the first row of the bias is taken | first_entry_of_the_bias, bias_row_by_index, one_bias_for_all_units
def my_dense_v(A_in, W, b, g):
    Z = A_in @ W + b[0]
    return g(Z)

# %% wrong: sixth batch, activation applied to the inputs too | activation_before_the_product
def my_dense_v(A_in, W, b, g):
    return g(np.matmul(g(A_in), W) + b)

# %% wrong: sixth batch, a loop over the units that keeps the last | last_unit_only
def my_dense_v(A_in, W, b, g):
    """Compute every unit for the whole batch."""
    flat = np.ravel(b)
    for j in range(W.shape[1]):
        A_out = g(A_in @ W[:, j] + flat[j])
    return A_out

# %% wrong: sixth batch, means of the batch in the bias |
def my_dense_v(A_in, W, b, g):
    Z = A_in @ W
    Z = Z - Z.mean(axis=0) + b
    return g(Z)

# %% wrong: sixth batch, typed, asserts that the batch is square | own_check_too_strict
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Vectorised forward pass."""
    assert A_in.ndim == 2 and W.ndim == 2
    assert b.shape == (W.shape[1],), f"bad bias shape {b.shape}"
    return g(np.matmul(A_in, W) + b)

# %% right: sixth batch, einsum and a where that changes nothing
def my_dense_v(A_in, W, b, g):
    Z = np.einsum("ij,jk->ik", A_in, W)
    Z = np.where(np.isnan(Z), Z, Z + b)
    return g(Z)

# %% wrong: seventh batch, W.T by habit of another course | weights_transposed
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in, W.T) + b
    return g(Z)

# %% wrong: seventh batch, einsum that sums over the examples | examples_merged_into_one
def my_dense_v(A_in, W, b, g):
    Z = np.einsum("mi,ij->j", A_in, W) + b
    return g(Z)

# %% wrong: seventh batch, W @ A_in, typed and with validation | weights_before_the_input
def my_dense_v(A_in: np.ndarray, W: np.ndarray, b: np.ndarray, g) -> np.ndarray:
    """Vectorised dense layer.

    Raises:
        TypeError: if the inputs are no arrays.
    """
    if not isinstance(A_in, np.ndarray):
        raise TypeError("A_in must be an array")
    if not callable(g):
        raise TypeError("g must be callable")
    Z = np.matmul(W, A_in) + b
    return g(Z)

# %% wrong: seventh batch, a loop over the examples that keeps the last | last_example_only
def my_dense_v(A_in, W, b, g):
    for a in A_in:
        A_out = g(np.matmul(a, W) + b)
    return A_out

# %% wrong: seventh batch, averages the batch | examples_merged_into_one
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W) + b
    A_out = g(Z)
    return A_out.mean(axis=0)

# %% wrong: seventh batch, sigmoid for g | activation_chosen_inside, name_not_known
def my_dense_v(A_in, W, b, g):
    Z = tf.matmul(A_in, W) + b
    A_out = tf.nn.sigmoid(Z)
    return(A_out.numpy())

# %% wrong: seventh batch, stacks what my_dense would give into one long list | result_in_one_long_row
def my_dense_v(A_in, W, b, g):
    rows = []
    for a in A_in:
        for j in range(W.shape[1]):
            rows.append(g(np.dot(a, W[:, j]) + b.ravel()[j]))
    return np.array(rows)

# %% wrong: seventh batch, forgets g, with asserts | activation_left_out
def my_dense_v(A_in, W, b, g):
    assert A_in.ndim == 2 and W.ndim == 2
    assert A_in.shape[1] == W.shape[0]
    Z = A_in @ W + b
    assert Z.shape == (A_in.shape[0], W.shape[1])
    return Z

# %% right: seventh batch, a loop over pairs of indices
def my_dense_v(A_in, W, b, g):
    Z = np.empty((A_in.shape[0], W.shape[1]))
    for m, j in np.ndindex(Z.shape):
        Z[m, j] = A_in[m] @ W[:, j]
    return g(Z + np.reshape(b, (1, -1)))

# %% right: seventh batch, out= and in place
def my_dense_v(A_in, W, b, g):
    Z = np.zeros((len(A_in), W.shape[1]))
    np.matmul(A_in, W, out=Z)
    Z += b
    return g(Z)

# %% right: seventh batch, np.block
def my_dense_v(A_in, W, b, g):
    ones = np.ones((A_in.shape[0], 1))
    return g(np.block([[A_in, ones]]) @ np.block([[W], [np.atleast_2d(b)]]))

# %% wrong: eighth batch, tf-like habits: np.add without the result | sum_not_kept
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W)
    np.add(Z, b)
    A_out = g(Z)
    return A_out

# %% wrong: eighth batch, element by element | star_is_the_matrix_product
def my_dense_v(A_in, W, b, g):
    """Vectorised."""
    Z = np.multiply(A_in, W) + b
    return g(Z)

# %% wrong: eighth batch, A_in.T | input_transposed
def my_dense_v(A_in, W, b, g):
    try:
        Z = np.dot(A_in.T, W) + b
    except ValueError as error:
        raise ValueError(f"shapes do not fit: {A_in.shape}, {W.shape}") from error
    return g(Z)

# %% wrong: eighth batch, sum over axis 1 at the end | units_summed_up
def my_dense_v(A_in, W, b, g):
    A_out = g(A_in @ W + b)
    return A_out.sum(axis=1)

# %% wrong: eighth batch, a list comprehension that stops one early | an_example_left_out
def my_dense_v(A_in, W, b, g):
    return np.array([g(A_in[i] @ W + b[0]) for i in range(len(A_in) - 1)])

# %% wrong: eighth batch, einsum 'ij,jk->ki' | result_has_examples_in_columns
def my_dense_v(A_in, W, b, g):
    Z = np.einsum("ij,jk->ki", A_in, W) + b.reshape(-1, 1)
    return g(Z)

# %% wrong: eighth batch, uses my_dense for each row but flattens b away | first_entry_of_the_bias, one_bias_for_all_units
def my_dense_v(A_in, W, b, g):
    rows = [g(np.dot(a, W) + b.flat[0]) for a in A_in]
    return np.stack(rows)

# %% wrong: eighth batch, softmax instead of g | activation_chosen_inside
def my_dense_v(A_in, W, b, g):
    Z = np.dot(A_in, W) + b
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

# %% wrong: eighth batch, activation before the bias, one line | bias_after_the_activation
def my_dense_v(A_in, W, b, g):
    return g(A_in @ W) + b

# %% right: eighth batch, np.vectorize with a signature
def my_dense_v(A_in, W, b, g):
    one = np.vectorize(lambda a, w: np.dot(a, w), signature="(n),(n)->()")
    return g(one(A_in[:, None, :], W.T[None, :, :]) + b)

# %% right: eighth batch, b through np.broadcast_to
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W)
    Z += np.broadcast_to(b, Z.shape)
    return g(Z)

# %% right: eighth batch, blocks of examples
def my_dense_v(A_in, W, b, g, block=2):
    parts = [A_in[i:i + block] @ W + b for i in range(0, len(A_in), block)]
    return g(np.vstack(parts))
