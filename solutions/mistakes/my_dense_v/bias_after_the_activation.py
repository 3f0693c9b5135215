"""The bias is taken to be added after the activation.

1: Put the three steps in order: activate, weigh and sum, add the bias. In which order does your
code do them?
2: The bias comes last here, so a sigmoid layer can put out numbers above 1 or below 0. Where no
activation is used, the result is right, and so the slip can hide. Which of your lines has to see
the bias: the one before the activation, or the one after it?
3: A shop adds 4 for gift wrap and then rounds up to full tens: `up(33 + 4)` is 40. If it rounds
first, `up(33) + 4` is 44, and 44 is no full ten. The last step decides what the result looks like;
so what belongs to the sum is added before the last step.
"""

# %%
def my_dense_v(A_in, W, b, g):
    Z = np.matmul(A_in, W)
    A_out = g(Z) + b
    return A_out
