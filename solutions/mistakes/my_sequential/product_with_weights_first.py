"""In a product written by hand, the weights are put first, as in the formula W x.

1: Write the shapes of the two factors under each product. Do the numbers that touch agree?
2: With 4 inputs and 3 units, the weights have the shape `(4, 3)`. Put first, they need 3 numbers
behind them, but the input has 4. If both sizes are equal, no error shows it: rows are taken where
columns are meant. Which factor has to stand first, so that the inputs meet? Or does `my_dense` do
all that for you?
3: A basket with 2 loaves and 3 cheeses, `basket = np.array([2, 3])`, and prices in four shops, a
row for each product, so of shape `(2, 4)`. `basket @ prices` works: 2 meets 2, and four totals come
out. `prices @ basket` stops: 4 meets 2. The side with the products has to touch the basket.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(np.dot(W1, x) + b1)
    a2 = sigmoid(np.dot(W2, a1) + b2)
    a3 = sigmoid(np.dot(W3, a2) + b3)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(np.matmul(W1, x) + b1)
    a2 = sigmoid(np.matmul(W2, a1) + b2)
    a3 = sigmoid(np.matmul(W3, a2) + b3)
    return a3

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(W1 @ x + b1)
    a2 = sigmoid(W2 @ a1 + b2)
    a3 = sigmoid(W3 @ a2 + b3)
    return a3
