"""The input is taken to need an activation before the first layer.

1: What happens to `x` before layer 1 weighs it? Does the text of part 6 ask for that?
2: The pixels go through the sigmoid first, so white paper, 0, becomes 0.5, and black ink, 1,
becomes 0.73. The picture is hardly there any more. Print what layer 1 gets as its input, and
compare it with `x`.
3: A scale weighs fruit and then rounds: `shown = round(weigh(apple))`. Someone writes
`round(weigh(round(apple)))` and squashes the apple on the way. The finishing step belongs after the
weighing, once per weighing. What comes in is taken as it is.
"""

# %%
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(sigmoid(x), W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    return a3
