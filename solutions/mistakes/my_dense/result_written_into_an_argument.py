"""An argument can serve as the place for the results.

1: Print the arguments before a call and after it, also after a call that fails. Are they still
   the same? Where does your function keep the outputs?
2: Your code has no array of its own for the outputs: it writes them into one of its arguments.
   From then on that argument holds something else, for the units that follow or for the next
   call, and its length or its type need not fit. Make a new array for the outputs, with a
   place for each unit.
3: A recipe says "for each guest, write the amount on the card". Who writes it over the recipe
   itself has no recipe left for the second evening. `def double(card): card[0] = 2 * card[0];
   return card` changes the caller's card: after two calls it shows four times the amount. With
   a card of its own, `new = [2 * n for n in card]`, nothing is lost. Which array is your card?
"""

# %%
def my_dense(a_in, W, b, g):
    units = W.shape[1]
    for j in range(units):
        w = W[:, j]
        z = np.dot(w, a_in) + b[j]
        a_in[j] = g(z)
    return a_in


# %%
def my_dense(a_in, W, b, g):
    for j in range(W.shape[1]):
        b[j] = g(np.dot(W[:, j], a_in) + b[j])
    return b


# %%
def my_dense(a_in, W, b, g):
    z = np.dot(a_in, W) + b
    b[:] = g(z)
    return b
